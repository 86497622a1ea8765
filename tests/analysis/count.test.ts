import { describe, expect, it } from 'vitest';
import { countCodings } from '../../src/analysis/count.ts';
import { studyOf } from '../study-of.ts';

const table = async (files: Record<string, string>, ...by: string[]): ReturnType<typeof run> => run(files, ...by);
async function run(files: Record<string, string>, ...by: string[]) {
  const { study, codings } = await studyOf(files);
  const counted = countCodings(study, codings, ...by);
  const row = (id: string) => counted.rows.find(({ theme }) => theme.id === id)!;
  return { ...counted, row, column: (id: string) => counted.columns.find((column) => column.id === id)! };
}

describe('counting', () => {
  it('counts a person once, however often she says it, and her quotes each', async () => {
    const { row, column } = await table({
      'interview/a.md': 'R1 (chef): Vi har travlt. Det regner. Vi har travlt.\n\nI: Og?\n\nR1: Travlt.',
    });
    expect(row('tid').total).toEqual({ quotes: 3, people: 1, interviews: 1, words: 7 });
    expect(column('chef')).toEqual({ id: 'chef', people: 1, interviews: 1, words: 9 });
  });

  it('runs neighbouring sentences of a theme and its sub-themes together to one quote', async () => {
    const { row } = await table({ 'interview/a.md': 'R1 (chef): Der er tillid. Min nabo er flink. Det regner. Tillid igen.' });
    expect(row('tillid').total.quotes).toBe(2);
    expect(row('nabo').total.quotes).toBe(1);
    expect(row('tillid').total.words).toBe(9);
  });

  it('counts a group interview once in each column whose people speak in it, and totals as unions', async () => {
    const { row, columns, total } = await table({
      'interview/gruppe.md': 'R1 (chef): Vi har travlt.\n\nR2 (pædagog): Også vi har travlt.\n\nR3 (pædagog): Ja.',
      'interview/ene.md': 'R9 (chef): Vi har travlt.',
    });
    expect(columns.map(({ id, people, interviews }) => [id, people, interviews])).toEqual([
      ['chef', 2, 2],
      ['medarbejder', 2, 1],
    ]);
    expect(row('tid').cells.map(({ people, interviews }) => [people, interviews])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect([row('tid').total.people, row('tid').total.interviews]).toEqual([3, 2]);
    expect([total.people, total.interviews]).toEqual([4, 2]);
  });

  it('minds no order of the codings', async () => {
    const said = 'R1 (chef): Der er tillid. Min nabo er flink. Travlt. Tillid.\n\nR2 (pædagog): Min nabo har tillid. Travlt, nabo.';
    const { study, codings } = await studyOf({ 'interview/a.md': said, 'interview/b.md': `${said} Ja.` });
    const inOrder = countCodings(study, codings);
    expect(countCodings(study, codings.toReversed())).toEqual(inOrder);
    expect(
      countCodings(
        study,
        codings.toSorted((a, b) => a.theme.id.localeCompare(b.theme.id)),
      ),
    ).toEqual(inOrder);
  });

  it('counts one person with two interviews as one of one', async () => {
    const { row, total } = await table({
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
      'p.csv': 'transcript,speaker,participant,role\na.md,R1,P1,chef\nb.md,R1,P1,\n',
      'interview/a.md': 'R1: Vi har travlt.',
      'interview/b.md': 'R1: Vi har travlt igen.',
    });
    expect(row('tid').total).toMatchObject({ quotes: 2, people: 1, interviews: 2 });
    expect(total.people).toBe(1);
  });

  it('leaves out those who ask and those who say no word', async () => {
    const { total, row } = await table({ 'interview/a.md': 'I: Har I travlt?\n\nR1 (chef): …\n\nR2 (chef): Nej.' });
    expect(total).toMatchObject({ people: 1, interviews: 1, words: 1 });
    expect(row('tid').total.quotes).toBe(0);
  });

  it('puts roles in order of rank and those without one last, under uoplyst', async () => {
    const { columns } = await table({
      'interview/a.md': 'R1 (pædagog): Hej.\n\nR2: Hej.\n\nR3 (direktør): Hej.\n\nR4 (afdelingschef): Hej.',
    });
    expect(columns.map(({ id }) => id)).toEqual(['direktør', 'chef', 'medarbejder', 'uoplyst']);
  });

  it('counts by any attribute, with those who lack it under uoplyst', async () => {
    const files = {
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
      'p.csv': 'transcript,speaker,participant,role,område\na.md,R1,P1,chef,Syd\na.md,R2,P2,chef,Nord\na.md,R3,P3,chef,\n',
      'interview/a.md': 'R1: Vi har travlt.\n\nR2: Ja.\n\nR3: Nej.',
    };
    const { columns, row } = await table(files, 'område');
    expect(columns.map(({ id }) => id)).toEqual(['Nord', 'Syd', 'uoplyst']);
    expect(row('tid').cells.map(({ people }) => people)).toEqual([0, 1, 0]);
    await expect(table(files, 'omraade')).rejects.toMatchObject({
      message: 'nothing is known of people by "omraade", only by role, participant, transcript, område',
      hint: 'did you mean "område"?',
    });
  });

  it('counts by two properties at once: the combinations that occur, in the order of each, with who is in them', async () => {
    const files = {
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
      'p.csv':
        'transcript,speaker,participant,role,område\na.md,R1,P1,pædagog,Nord\na.md,R2,P2,chef,Syd\na.md,R3,P3,chef,Nord\n' +
        'a.md,R4,P4,,Syd\na.md,R5,P5,chef,\na.md,R6,P6,chef,Syd\n',
      'interview/a.md': 'R1: Vi har travlt.\n\nR2: Travlt.\n\nR3: Ja.\n\nR4: Travlt.\n\nR5: Nej.\n\nR6: Nej.',
    };
    const { columns, row, by } = await table(files, 'role', 'område');
    expect(by).toEqual(['role', 'område']);
    expect(columns.map(({ values, people }) => [...values!, people])).toEqual([
      ['chef', 'Nord', 1],
      ['chef', 'Syd', 2],
      ['chef', 'uoplyst', 1],
      ['medarbejder', 'Nord', 1],
      ['uoplyst', 'Syd', 1],
    ]);
    expect(columns[1]!.id).toBe('chef · Syd');
    expect(row('tid').cells.map(({ people }) => people)).toEqual([0, 1, 0, 1, 1]);
    expect(row('tid').total.people).toBe(3);
    const turned = await table(files, 'område', 'role');
    expect(turned.columns.map(({ id }) => id)).toEqual([
      'Nord · chef',
      'Nord · medarbejder',
      'Syd · chef',
      'Syd · uoplyst',
      'uoplyst · chef',
    ]);
    expect((await table(files, 'role', 'role')).columns).toEqual((await table(files, 'role')).columns);
  });

  describe('by question', () => {
    const STUDY = `codebook: bog.yaml
transcripts: [interview]
questions:
  - { id: råd, label: Hvad er dit bedste råd?, asked: [bedste råd] }
  - { id: sag, label: Hvad lærte du af?, asked: [lært*] }
  - { id: drøm, label: Hvad drømmer du om?, asked: [drøm*] }
`;

    it('counts those who answer each, in the order of the guide, and apart what answers none', async () => {
      const { row, columns, total } = await table(
        {
          'codify.yaml': STUDY,
          'interview/a.md':
            'R1 (chef): Travlt.\n\nI: Hvad lærte du?\n\nR1: Travlt.\n\nI: Og dit bedste råd?\n\nR1: Ro. Travlt. Ro.\n\nI: Ja?\n\nR1: Travlt.',
          'interview/b.md': 'I: Hvad er dit bedste råd?\n\nR2 (pædagog): Min nabo.\n\nR3 (chef): Ro.',
        },
        'question',
      );
      expect(columns.map(({ id, people, interviews, words }) => [id, people, interviews, words])).toEqual([
        ['råd', 3, 2, 7],
        ['sag', 1, 1, 1],
        ['uden spørgsmål', 1, 1, 1],
      ]);
      expect(row('tid').cells.map(({ quotes, people }) => [quotes, people])).toEqual([
        [2, 1],
        [1, 1],
        [1, 1],
      ]);
      expect(row('tillid').cells.map(({ people }) => people)).toEqual([1, 0, 0]);
      expect([row('tid').total.quotes, row('tid').total.people, total.people, total.words]).toEqual([4, 1, 3, 9]);
    });

    it('counts what answers two at once under both, and once in the total', async () => {
      const { row, columns } = await table(
        { 'codify.yaml': STUDY, 'interview/a.md': 'I: Hvad lærte du, og hvad er dit bedste råd?\n\nR1 (chef): Travlt.' },
        'question',
      );
      expect(columns.map(({ id, people }) => [id, people])).toEqual([
        ['råd', 1],
        ['sag', 1],
      ]);
      expect([...row('tid').cells, row('tid').total].map(({ quotes }) => quotes)).toEqual([1, 1, 1]);
    });

    it('goes with other properties', async () => {
      const { columns } = await table(
        { 'codify.yaml': STUDY, 'interview/b.md': 'I: Hvad er dit bedste råd?\n\nR2 (pædagog): Min nabo.\n\nR3 (chef): Ro.' },
        'question',
        'role',
      );
      expect(columns.map(({ values, people }) => [values, people])).toEqual([
        [['råd', 'chef'], 1],
        [['råd', 'medarbejder'], 1],
      ]);
    });

    it('refuses where there is no guide', async () => {
      await expect(table({ 'interview/a.md': 'R1 (chef): Travlt.' }, 'question')).rejects.toThrow('the study has no questions to count by');
    });
  });

  it('leaves rejected codings out', async () => {
    const { study, codings } = await studyOf({ 'interview/a.md': 'R1 (chef): Vi har travlt.' });
    const counted = countCodings(
      study,
      codings.map((coding) => ({ ...coding, status: 'rejected' as const })),
    );
    expect(counted.rows.every(({ total }) => total.quotes === 0)).toBe(true);
  });
});
