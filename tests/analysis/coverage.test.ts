import { describe, expect, it } from 'vitest';
import { coverageOf, type Coverage } from '../../src/analysis/coverage.ts';
import type { Coding } from '../../src/model.ts';
import { studyOf } from '../study-of.ts';

const FILES = {
  'interview/a.md': `I: Fortæl om det hele, når du har travlt.

R1 (chef): Her er der stille. Vi har travlt hele ugen. Så går vi hjem.

I: Ja.

R1: Og så sover vi.`,
  'interview/b.md': 'R2 (pædagog): Min nabo har en hund.\n\nR3 (chef): Det ved jeg ikke.',
};

async function coverage(change: (codings: readonly Coding[]) => readonly Coding[] = (codings) => codings): Promise<Coverage> {
  const { study, codings } = await studyOf(FILES);
  return coverageOf(study.transcripts, change(codings));
}

describe('coverage', () => {
  it("counts the respondents' words under some theme, interview by interview, the interviewer's not", async () => {
    const { interviews } = await coverage();
    expect(interviews.map(({ transcript, words, covered }) => [transcript.id, words, covered])).toEqual([
      ['a.md', 17, 5],
      ['b.md', 9, 5],
    ]);
  });

  it('counts words under two themes once', async () => {
    const { interviews } = await coverage((codings) => [...codings, ...codings]);
    expect(interviews.map(({ covered }) => covered)).toEqual([5, 5]);
  });

  it('finds the longest stretches from one quote to the next, over the turns of the interviewer', async () => {
    const { stretches } = await coverage();
    const said = stretches.map(({ transcript, start, words, turn }) => [transcript.text.slice(start, start + 9), words, turn]);
    expect(said).toEqual([
      ['Så går vi', 8, 1],
      ['Her er de', 4, 1],
      ['Det ved j', 4, 1],
    ]);
  });

  it('names who has no quote under any theme, and takes no rejected coding for one', async () => {
    const silent = async (...change: Parameters<typeof coverage>): Promise<string[]> =>
      (await coverage(...change)).people.map(({ id }) => id);
    expect(await silent()).toEqual(['b.md/R3']);
    expect(await silent((codings) => codings.map((coding) => ({ ...coding, status: 'rejected' })))).toEqual([
      'a.md/R1',
      'b.md/R2',
      'b.md/R3',
    ]);
  });
});
