import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coOccurrence, strongestPairs, type ThemePair } from '../../src/analysis/co-occurrence.ts';
import { countCodings } from '../../src/analysis/count.ts';
import { codeTranscripts } from '../../src/coding/code.ts';
import { codebookOf, transcriptOf } from '../coding/make.ts';

const book = codebookOf([
  { id: 'a', terms: ['alfa'], themes: [{ id: 'a-under', terms: ['under'] }] },
  { id: 'b', terms: ['beta'] },
  { id: 'c', terms: ['ceder'] },
]);

function pairsIn(...interviews: (readonly string[])[]): {
  pairs: ThemePair[];
  of: (first: string, second: string) => ThemePair | undefined;
} {
  const transcripts = interviews.map((turns, i) => transcriptOf(turns, `i${i}`));
  const pairs = coOccurrence(book.allThemes, codeTranscripts(book, transcripts).codings);
  return { pairs, of: (first, second) => pairs.find(({ themes }) => themes[0].id === first && themes[1].id === second) };
}

describe('themes that stand together', () => {
  it("have the coefficient of ATLAS.ti's manual: 5 of 100 and 10 are 0.048", () => {
    const said = [...Array<string>(95).fill('Alfa.'), ...Array<string>(5).fill('Alfa og beta.'), ...Array<string>(5).fill('Beta.')];
    expect(pairsIn([`R1: ${said.join(' ')}`]).of('a', 'b')!.together.sentences).toEqual({
      first: 100,
      second: 10,
      both: 5,
      jaccard: 5 / 105,
    });
  });

  it('count each sentence, turn, person and interview once', () => {
    const { of } = pairsIn(['R1: Alfa og beta, alfa og beta. Beta.', 'R2: Alfa.', 'I: Alfa, beta?', 'R2: Beta.'], ['R1: Alfa.']);
    expect(of('a', 'b')!.together).toEqual({
      sentences: { first: 3, second: 3, both: 1, jaccard: 1 / 5 },
      turns: { first: 3, second: 2, both: 1, jaccard: 1 / 4 },
      people: { first: 3, second: 2, both: 2, jaccard: 2 / 3 },
      interviews: { first: 2, second: 1, both: 1, jaccard: 1 / 2 },
    });
  });

  it('are no parent with its own sub-theme, but the sub-theme counts for its parent', () => {
    const { pairs, of } = pairsIn(['R1: Alfa under beta.']);
    expect(pairs.map(({ themes }) => themes.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['a-under', 'b'],
    ]);
    expect(pairsIn(['R1: Under beta.']).of('a', 'b')!.together.sentences.both).toBe(1);
    expect(of('a', 'a-under')).toBeUndefined();
  });

  it('are told strongest first, and only where they share the unit asked for', () => {
    const { pairs } = pairsIn(['R1: Alfa og beta. Beta og ceder. Beta. Alfa.', 'R1: Ceder.']);
    expect(strongestPairs(pairs, 'sentences').map(({ themes }) => themes.map(({ id }) => id).join(' '))).toEqual(['a b', 'b c']);
    expect(strongestPairs(pairs, 'people').map(({ themes }) => themes.map(({ id }) => id).join(' '))).toEqual(['a b', 'a c', 'b c']);
  });

  it('stand together in the sentences of a document too, which is no person and no interview', () => {
    const { codings } = codeTranscripts(book, [transcriptOf(['R1: Alfa og beta.'])]);
    const written = codings.map((coding) => ({ ...coding, participant: { ...coding.participant, document: 'strategi' } }));
    const [pair] = coOccurrence(book.allThemes, written);
    expect(pair!.together.sentences).toEqual({ first: 1, second: 1, both: 1, jaccard: 1 });
    const none = { first: 0, second: 0, both: 0, jaccard: 0 };
    expect([pair!.together.people, pair!.together.interviews]).toEqual([none, none]);
  });

  it('leave out what was rejected', () => {
    const { codings } = codeTranscripts(book, [transcriptOf(['R1: Alfa og beta.'])]);
    const without = codings.map((coding) => (coding.theme.id === 'b' ? { ...coding, status: 'rejected' as const } : coding));
    expect(coOccurrence(book.allThemes, without)).toEqual([]);
  });

  it('hold, whatever is said: never more in both than in one, an index of 0 to 1, and people as the table counts them', () => {
    const sentence = fc.array(fc.constantFrom('alfa', 'under', 'beta', 'ceder', 'vand'), { minLength: 1, maxLength: 4 });
    const turn = fc.record({
      who: fc.constantFrom('R1', 'R2', 'I'),
      said: fc.array(sentence, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(turn, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (interviews) => {
        const transcripts = interviews.map((turns, i) =>
          transcriptOf(
            turns.map(({ who, said }) => `${who}: ${said.map((words) => `Så ${words.join(' ')}.`).join(' ')}`),
            `i${i}`,
          ),
        );
        const { codings } = codeTranscripts(book, transcripts);
        const people = new Map(countCodings({ codebook: book, transcripts }, codings).rows.map(({ theme, total }) => [theme, total]));
        for (const { themes, together } of coOccurrence(book.allThemes, codings)) {
          for (const { first, second, both, jaccard } of Object.values(together)) {
            expect(both).toBeLessThanOrEqual(Math.min(first, second));
            expect(jaccard).toBeGreaterThanOrEqual(0);
            expect(jaccard).toBeLessThanOrEqual(1);
          }
          expect([together.people.first, together.people.second]).toEqual(themes.map((theme) => people.get(theme)!.people));
          expect([together.interviews.first, together.interviews.second]).toEqual(themes.map((theme) => people.get(theme)!.interviews));
        }
      }),
    );
  });
});
