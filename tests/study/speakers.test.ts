import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../../src/cli/table.ts';
import { readStudy, readTable, type ReadStudy } from '../../src/study/load.ts';
import { speakerTable } from '../../src/study/speakers.ts';
import { folderWith } from '../files/folder.ts';
import { BOOK } from './book.ts';
import { runs } from '../chance.ts';

const read = async (folder: string, more: object = {}): Promise<ReadStudy> =>
  await readStudy({ paths: [join(folder, 'interview')], codebook: join(folder, 'bog.yaml'), ...more });

/** What a reading says of turns and people. */
const result = ({ transcripts }: ReadStudy): unknown =>
  transcripts.map(({ id, turns, participants }) => ({
    id,
    turns,
    people: [...participants].map(([label, { id: person, role, consent, attributes }]) => ({ label, person, role, consent, attributes })),
  }));

const write = async (folder: string, study: ReadStudy, table = study.participants): Promise<string> => {
  const { columns, rows } = speakerTable(study.transcripts, table);
  const path = join(folder, 'talere.csv');
  await writeFile(path, csvTable(columns, rows));
  return path;
};

describe('the table of who speaks', () => {
  it('has everyone, with the role the codebook makes of her title, and her words', async () => {
    const folder = await folderWith({
      'bog.yaml': BOOK,
      'interview/a.md': 'I: Hvad er svært?\n\nR1 (centerchef): Vi mangler tid.\n\nMette; "Met", Holm:  x\n\nR1: Ja.\n',
      'interview/b.md': '---\nid: anden\nparticipants: {R1: {participant: P7, role: pedel}}\n---\nI: Hvad?\n\nR1: Tid.\n',
    });
    const study = await read(folder);
    expect(await readFile(await write(folder, study), 'utf8')).toBe(
      'transcript,speaker,participant,role,words\n' +
        'a.md,I,,interviewer,3\na.md,R1,,chef,8\nanden,I,,interviewer,1\nanden,R1,P7,pedel,1\n',
    );
  });

  it('keeps what a table has: persons, consent, attributes, rows of other interviews', async () => {
    const written =
      'transcript,speaker,participant,role,consent,område,words\na.md,R1,P1,chef,godkendes,"Park, Vej",3\nz.md,R9,P9,leder,ja,Havn,\n';
    const folder = await folderWith({
      'bog.yaml': BOOK,
      'interview/a.md': 'I: Hvad?\n\nR1: Vi mangler tid.\n\nR2: Ja.\n',
      't.csv': written,
    });
    const study = await read(folder, { speakers: join(folder, 't.csv') });
    expect(study.transcripts[0]!.participants.get('R1')!.attributes).toEqual({ område: 'Park, Vej' });
    expect(await readFile(await write(folder, study), 'utf8')).toBe(
      'transcript,speaker,participant,role,consent,område,words\n' +
        'a.md,I,,interviewer,,,1\na.md,R1,P1,chef,godkendes,"Park, Vej",3\na.md,R2,,,,,1\nz.md,R9,P9,leder,ja,Havn,\n',
    );
    // Filled in, but not used in this run.
    const unused = await read(folder);
    expect(await readFile(await write(folder, unused, await readTable(join(folder, 't.csv'))), 'utf8')).toContain(
      'a.md,R1,P1,chef,godkendes',
    );
  });

  it('is read again as what it was written from', async () => {
    const label = fc.constantFrom(
      'R1',
      'R05 (centerchef)',
      'Mette Holm',
      'Karen J.',
      'karen j',
      'Åse (pedel)',
      'Bo, teamleder',
      'SPEAKER_01',
    );
    const words = fc.constantFrom('Vi mangler tid.', 'Havnen: den er stor.', 'Og så. R1: nej.', 'Kl. 10: ja.');
    const interview = fc.array(fc.tuple(label, words), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(interview, { minLength: 1, maxLength: 3 }), async (interviews) => {
        const files = interviews.map((turns, i) => [
          `interview/${i}.md`,
          turns.map(([who, said]) => `I: Hvad ${i}?\n\n${who}: ${said}\n\nSå er der mere.`).join('\n\n'),
        ]);
        const folder = await folderWith({ 'bog.yaml': BOOK, ...Object.fromEntries(files) });
        const first = await read(folder);
        const path = await write(folder, first);
        const second = await read(folder, { speakers: path });
        expect(result(second)).toEqual(result(first));
        const before = await readFile(path, 'utf8');
        expect(await readFile(await write(folder, second), 'utf8')).toBe(before);
      }),
      { numRuns: runs(40) },
    );
  });
});
