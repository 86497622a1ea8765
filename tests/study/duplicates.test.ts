import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicates } from '../../src/study/duplicates.ts';
import { read } from '../transcript/reading.ts';
import { runs } from '../chance.ts';

/** So many different words, others for another beginning. */
const words = (count: number, beginning: string): string[] =>
  Array.from({ length: count }, (_, i) => beginning + String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26)));

const interview = (said: readonly string[], name: string, labels: readonly [string, string] = ['I:', 'R1:']): ReturnType<typeof read> =>
  read(`${labels[0]} Hvad?\n\n${labels[1]} ${said.join(' ')}\n`, { name });

const found = (...transcripts: ReturnType<typeof read>[]): [string, string, number][] =>
  findDuplicates(transcripts).map((one) => [one.transcript.id, one.of.id, one.words]);

describe('the same interview twice', () => {
  test('is found from 200 of the same words, and not from 199', () => {
    expect(found(interview(words(200, 'a'), '01.md'), interview(words(200, 'a'), '02.md'))).toEqual([['02.md', '01.md', 200]]);
    expect(found(interview(words(199, 'a'), '01.md'), interview(words(199, 'a'), '02.md'))).toEqual([]);
  });

  test('is found wherever the same words stand in each', () => {
    const before = fc.nat({ max: 100 });
    fc.assert(
      fc.property(before, before, before, before, fc.integer({ min: 198, max: 202 }), (a, b, c, d, shared) => {
        const one = [...words(a, 'før'), ...words(shared, 'fælles'), ...words(b, 'efter')];
        const other = [...words(c, 'andet'), ...words(shared, 'fælles'), ...words(d, 'slut')];
        const expected = shared >= 200 ? [['02.md', '01.md', shared]] : [];
        expect(found(interview(one, '01.md'), interview(other, '02.md'))).toEqual(expected);
      }),
      { numRuns: runs(60) },
    );
  });

  test('is found under other labels and in another format', () => {
    const said = words(240, 'ord');
    const rows = ['taler;tekst', 'Interviewer;Hvad?', `Mette;"${said.slice(0, 120).join(' ')}"`, `Mette;"${said.slice(120).join(' ')}"`];
    const table = read(rows.join('\n'), { name: '02.csv' });
    const bold = interview(said, '03.md', ['**Interviewer:**', '**Informant 2 (chef):**']);
    expect(found(interview(said, '01.md'), table, bold)).toEqual([
      ['02.csv', '01.md', 240],
      ['03.md', '01.md', 240],
    ]);
  });

  test('is found through questions in between, letter case, line breaks, punctuation and decomposed letters', () => {
    const said = words(220, 'må');
    const other = [...said.slice(0, 50), '–', ...said.slice(50)]
      .map((word, i) => (i % 7 === 0 ? `${word.toUpperCase()},` : word))
      .join('\n');
    const questions = `I: Hvad?\n\nR1: ${said.slice(0, 99).join(' ')}\n\nI: Og hvad mere, sagde du?\n\nR1: ${said.slice(99).join(' ')}\n`;
    const decomposed = read(`I: Hej.\n\nR7: ${other.normalize('NFD')}\n`, { name: '02.md' });
    expect(found(read(questions, { name: '01.md' }), decomposed)).toEqual([['02.md', '01.md', 220]]);
  });

  test('is not found in what the interviewers read aloud', () => {
    const guide = words(300, 'spørgsmål').join(' ');
    const asked = (name: string, answer: string): ReturnType<typeof read> => read(`I: ${guide}\n\nR1: ${answer}\n`, { name });
    expect(found(asked('01.md', 'Ja tak.'), asked('02.md', 'Nej tak.'))).toEqual([]);
  });

  test('is not found in different interviews', () => {
    expect(found(interview(words(600, 'a'), '01.md'), interview(words(600, 'b'), '02.md'))).toEqual([]);
  });

  test('is left once of three', () => {
    const said = words(250, 'a');
    expect(found(...['01.md', '02.md', '03.md'].map((name) => interview(said, name))).map((one) => one[0])).toEqual(['02.md', '03.md']);
  });
});
