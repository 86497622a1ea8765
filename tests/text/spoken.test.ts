import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Participant, Transcript } from '../../src/model.ts';
import { countSpoken, forms, spokenWords } from '../../src/text/spoken.ts';
import { countWords, wordForms } from '../../src/text/words.ts';
import { runs } from '../chance.ts';

const person = (id: string, role: string): Participant => ({ id, role, title: undefined, attributes: {}, consent: undefined });

/** An interview of turns in which I asks and R answers. */
function interview(...said: [speaker: 'I' | 'R', text: string][]): Transcript {
  let text = '';
  const turns = said.map(([speaker, words], i) => {
    const start = text.length;
    text += `${words}\n`;
    return { speaker, span: { start, end: text.length - 1 }, line: i + 1 };
  });
  const participants = new Map([
    ['I', person('I', 'interviewer')],
    ['R', person('R', 'chef')],
  ]);
  return { id: 'a', path: 'a.md', format: 'markdown', encoding: 'utf-8', text, participants, turns, notes: [] };
}

const formsOf = (transcript: Transcript, turn: number): string[] => {
  const { form, turns } = spokenWords(transcript);
  return [...form.subarray(turns[turn], turns[turn + 1])].map((number) => forms.text(number));
};

describe('the words respondents say', () => {
  it('are those of each turn, and none of the interviewer', () => {
    const transcript = interview(['I', 'Hvad så?'], ['R', 'Vi har e-mail.'], ['R', '…'], ['I', 'Ja.'], ['R', 'VI ses']);
    expect([0, 1, 2, 3, 4].map((turn) => formsOf(transcript, turn))).toEqual([[], ['vi', 'har', 'e-mail'], [], [], ['vi', 'ses']]);
  });

  it('have one number in all interviews, however their letters are put together', () => {
    const [one, two] = [interview(['R', '\u00c5rsm\u00f8de']), interview(['R', 'Et a\u030arsm\u00f8de'])];
    expect(spokenWords(one).form[0]).toBe(spokenWords(two).form[1]);
  });

  it('are read once', () => {
    const transcript = interview(['R', 'Vi ses']);
    expect(spokenWords(transcript)).toBe(spokenWords(transcript));
  });

  it('whatever they are, are counted and spelled as by themselves', () => {
    const words = fc.array(
      fc.constantFrom('vi', 'Ærø', 'a\u030a', 'e-mail', '😀', '–', '.', ' ', '\u00ad', '한', '\u1112\u1161\u11ab', '𝐀'),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(words, words, fc.nat(20), fc.nat(20), (first, second, from, length) => {
        const transcript = interview(['R', first.join(' ')], ['R', second.join('')]);
        expect(formsOf(transcript, 1)).toEqual(wordForms(second.join('')));
        const at = (pieces: readonly string[]): number => pieces.join(' ').length;
        const span = { start: at(first.slice(0, from)), end: at(first.slice(0, from + length)) };
        expect(countSpoken(spokenWords(transcript), 0, span)).toBe(countWords(first.join(' '), span.start, span.end));
      }),
      { numRuns: runs(1000) },
    );
  });
});
