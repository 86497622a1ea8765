import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudy } from '../../src/study/load.ts';
import { folderWith } from '../files/folder.ts';

const interview = (...labels: string[]): string =>
  labels.map((label) => `I: Hvad, ${label}?\n\n${label}: Jo.\n\nI: Og?\n\n${label}: Nej.`).join('\n\n');

async function offered(files: Readonly<Record<string, string>>, table?: string): Promise<string[]> {
  const folder = await folderWith({
    ...files,
    ...(table === undefined ? {} : { 'talere.csv': `transcript,speaker,participant\n${table}` }),
  });
  const { warnings } = await readStudy({
    paths: Object.keys(files).map((name) => join(folder, name)),
    speakers: table === undefined ? undefined : join(folder, 'talere.csv'),
  });
  return warnings.filter((warning) => warning.includes('one person?')).map((warning) => warning.replaceAll(`${folder}/`, ''));
}

describe('spellings of one name', () => {
  it('are offered as one person, in a file and across files', async () => {
    expect(await offered({ 'a.md': interview('Karen', 'Karen J.', 'karen j'), 'b.md': interview('Karen Jensen') })).toEqual([
      'Karen (a.md), Karen J. (a.md), karen j (a.md), Karen Jensen (b.md): one person? Counted as 4; if they are one, give them the same participant in participants.csv',
    ]);
  });

  it.each([
    [['Karen Jensen', 'Karen Marie Jensen']],
    [['Åse', 'ÅSE']],
    [['Mette Holm', 'Mette H.']],
    [['Anne-Marie', 'Anne Marie']],
    [['Chef 2', 'chef 2']],
  ])('%j', async (labels) => {
    expect(await offered({ 'a.md': interview(...labels) })).toHaveLength(1);
  });

  it.each([
    [['Karen', 'Karl']],
    [['Mette H.', 'Mette L.']],
    [['Mette Holm', 'Mette Lund']],
    [['R1', 'R10']],
    [['Chef 1', 'Chef 2']],
    [['Informant 1', 'Informant']],
    [['M', 'Mette']],
  ])('are not %j', async (labels) => {
    expect(await offered({ 'a.md': interview(...labels) })).toEqual([]);
  });

  it('are no question once the table has said who is who', async () => {
    const files = { 'a.md': interview('Karen', 'Karen J.') };
    expect(await offered(files, 'a,Karen,P1\na,Karen J.,P1\n')).toEqual([]);
    expect(await offered(files, 'a,Karen,P1\na,Karen J.,P2\n')).toEqual([]);
    expect(await offered(files, 'a,Karen,P1\n')).toHaveLength(1);
  });

  it('are never merged', async () => {
    const folder = await folderWith({ 'a.md': interview('Karen', 'karen') });
    const { transcripts } = await readStudy({ paths: [join(folder, 'a.md')] });
    expect([...transcripts[0]!.participants.keys()]).toEqual(['I', 'Karen', 'karen']);
  });
});
