import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../src/study/duplicates.ts';
import { studyOf } from '../study-of.ts';

const words = (from: number, count: number): string => Array.from({ length: count }, (_, i) => `ord${from + i}`).join(' ');

describe('the same interview with slips mended', () => {
  it('is found though no half of it is alike in one run', async () => {
    const mended = words(0, 600).replace('ord199 ', 'rettet ').replace('ord400 ', 'rettet ');
    const { study } = await studyOf({ 'interview/a.md': `R1 (chef): ${words(0, 600)}`, 'interview/b.md': `R1 (chef): ${mended}` });
    expect(study.duplicates).toEqual([{ path: expect.stringMatching(/b\.md$/), of: expect.stringMatching(/a\.md$/), words: 598 }]);
  });

  it('is found in bounded time where a text repeats itself', async () => {
    const round = Array.from({ length: 700 }, () => words(0, 60)).join(' ');
    const { study } = await studyOf({ 'interview/a.md': `R1 (chef): ${round}`, 'interview/b.md': `R1 (chef): ${round}` });
    expect(study.duplicates).toHaveLength(1);
    expect(findDuplicates(study.transcripts)).toEqual([]);
  });

  it('does not count as somebody missing from the participants table', async () => {
    const { study } = await studyOf({
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
      'p.csv': 'transcript,speaker,participant,role\na,R1,P1,chef\nb,R1,P1,chef\n',
      'interview/a.md': `R1: ${words(0, 300)}`,
      'interview/b.md': `R1: ${words(0, 300)}`,
    });
    expect(study.warnings).toEqual([]);
  });
});

describe('the participants table', () => {
  const plan = { 'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n' };

  it('is refused when two rows mean one label, under two spellings of the interview', async () => {
    const files = { ...plan, 'p.csv': 'transcript,speaker,role\na,R1,chef\ninterview/a.md,R1,leder\n', 'interview/a.md': 'R1: Ja.' };
    await expect(studyOf(files)).rejects.toMatchObject({ message: 'R1 in interview/a.md has two rows', place: { line: 2 } });
  });

  it('is refused when one row may mean two interviews', async () => {
    const files = {
      ...plan,
      'p.csv': 'transcript,speaker,role\n01,R1,chef\n',
      'interview/x/01.md': 'R1: Ja.',
      'interview/y/01.md': 'R1: Nej.',
    };
    await expect(studyOf(files)).rejects.toMatchObject({
      message: '"01" may be interview/x/01.md or interview/y/01.md',
      place: { line: 2 },
    });
  });

  it('is refused for a consent that is none, at its own place', async () => {
    const files = { ...plan, 'p.csv': 'transcript,speaker,consent\na,R1,måske\n', 'interview/a.md': 'R1: Ja.' };
    await expect(studyOf(files)).rejects.toMatchObject({ place: { path: expect.stringMatching(/p\.csv$/), line: 2 } });
  });

  it('is skipped among transcripts, also without people’s ids', async () => {
    const { study } = await studyOf({ 'interview/a.md': 'R1: Ja.', 'interview/hvem.csv': 'transcript,speaker,role\na,R1,chef\n' });
    expect(study.skipped).toEqual([{ path: expect.stringMatching(/hvem\.csv$/), reason: 'a participants table' }]);
  });
});

describe('tables of answers', () => {
  it('do not merge people who have the same running number', async () => {
    const table = (role: string): string => `nr;rolle;Hvad siger du?\n1;${role};Vi har travlt.\n`;
    const { study } = await studyOf({ 'interview/a.csv': table('chef'), 'interview/b.csv': table('pædagog') });
    expect(study.transcripts.flatMap((transcript) => [...transcript.participants.values()]).map(({ id }) => id)).toEqual([
      'a.csv#1/I',
      'a.csv#1/1',
      'b.csv#1/I',
      'b.csv#1/1',
    ]);
  });

  it('may have line breaks in the names of their columns', async () => {
    const { study } = await studyOf({ 'interview/a.csv': '"id";"Hvad er\nsvært?"\n"7";"Tiden."\n' });
    expect(study.unread).toEqual([]);
    expect(study.transcripts).toHaveLength(1);
  });
});

describe('what a user must know in every command', () => {
  it('names what was not taken for a speaker', async () => {
    const { study } = await studyOf({ 'interview/a.md': 'I: Hvad?\n\nR1 (chef): Ja.\n\nHavnen: den er stor.' });
    expect(study.warnings).toEqual([expect.stringMatching(/a\.md: not taken for a speaker: "Havnen:" \(line 5\)/)]);
  });

  it('refuses a study in which no respondent says a word', async () => {
    await expect(studyOf({ 'interview/a.md': 'I: Hallo?' })).rejects.toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ message: 'no respondent says a word in these interviews' })]),
    });
  });

  it('refuses a theme that stands in two sections', async () => {
    const files = {
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nsections: [{ themes: [tid] }, { themes: [tillid, tid] }]\n',
      'interview/a.md': 'R1: Ja.',
    };
    await expect(studyOf(files)).rejects.toMatchObject({ message: 'the theme "tid" stands in two sections', place: { line: 3 } });
  });
});
