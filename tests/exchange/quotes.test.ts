import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotesAsInterview, type ReportQuote } from '../../src/exchange/quotes.ts';
import { studyOf } from '../study-of.ts';
import { runs } from '../chance.ts';

const WORDS = [
  'Vi har travlt.',
  'Så sagde han: R2: hvad nu?',
  'Interviewer: Hvorfor det?',
  '[…] Og så gik dagen, ”som man siger”.',
  'Kl. 10:30 mødtes vi.',
  'Det var f.eks. den 3. maj 😀 på havnen.',
  'Nej – ikke endnu …',
];

const quote = fc.record({
  text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  title: fc.constantFrom('direktør', 'chef', 'medarbejder', undefined),
  theme: fc.constantFrom('tid', 'nabo', undefined),
  headings: fc.constantFrom(['Tid'], ['Resultater', 'Tillid til naboen'], ['R1: ikke en taler'], []),
});

describe('the quotes of a report as an interview', () => {
  it('are read again as one turn each, with their words and role, and each sentence where it was put', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(quote, { minLength: 1, maxLength: 12 }), async (all) => {
        const quotes: ReportQuote[] = all.map(({ headings, ...rest }, i) => ({ ...rest, place: { line: i + 1, headings } }));
        const { text, sentences, people } = quotesAsInterview('En rapport', quotes, 'da');
        const { study } = await studyOf({ 'interview/rapport.md': text });
        const [interview] = study.transcripts;
        const { turns, participants } = interview!;
        const said = new Map(quotes.map((one) => [JSON.stringify([one.text, one.title]), one]));
        expect(turns.map(({ span }) => text.slice(span.start, span.end))).toEqual([...said.values()].map((one) => one.text));
        expect(turns.map(({ speaker }) => participants.get(speaker)!.role)).toEqual([...said.values()].map(({ title }) => title));
        expect(people).toBe(turns.length);
        for (const { span, place, theme } of sentences) {
          const { text: words, theme: placed } = quotes[place.line - 1]!;
          expect(words).toContain(text.slice(span.start, span.end));
          expect(theme).toBe(placed);
        }
        const placed = quotes.filter(({ theme }) => theme !== undefined);
        expect(new Set(sentences.map(({ place }) => place.line)).size).toBe(placed.length);
      }),
      { numRuns: runs(40) },
    );
  });
});
