import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudy } from '../../src/study/load.ts';
import { excel, workbookFiles, zipOf } from '../files/excel.ts';
import { folderWith } from '../files/folder.ts';
import { runCommand } from '../scenarios/run.ts';
import { BOOK } from './book.ts';

const STUDY = 'codebook: bog.yaml\ntranscripts: [iv]\n';
const turns = (words: string): string[][] => [
  ['Taler', 'Tekst'],
  ['I', 'Hvad?'],
  ['R1', words],
];
const SHEETS = { Forår: turns('Vi har travlt.'), Efterår: turns('Vi har tid.') };

/** What is said in the first interview, and what is told of it. */
async function heard(
  bytes: Uint8Array,
  sheet?: string,
): Promise<{ text: string; notes: readonly string[]; understood: readonly string[] }> {
  const folder = await folderWith({ 'iv.xlsx': bytes });
  const { transcripts } = await readStudy({ paths: [join(folder, 'iv.xlsx')], columns: { sheet } });
  const { text, notes, understood = [] } = transcripts[0]!;
  return { text, notes, understood };
}

describe('a workbook of several sheets', () => {
  it('is read from the first, and says so', async () => {
    const { text, notes, understood } = await heard(excel(SHEETS));
    expect(text).toContain('travlt');
    expect(understood.join()).toContain('sheet "Forår"');
    expect(notes).toContain('the sheet "Efterår" was not read (--column sheet=NAME reads another)');
  });

  it('is read from the one that is named', async () => {
    const { text, notes, understood } = await heard(excel(SHEETS), 'Efterår');
    expect(text).toContain('Vi har tid.');
    expect(understood.join()).toContain('sheet "Efterår"');
    expect(notes).toContain('the sheet "Forår" was not read (--column sheet=NAME reads another)');
  });

  it('is not read from one that is not there', async () => {
    await expect(heard(excel(SHEETS), 'Vinter')).rejects.toThrow(/there is no sheet "Vinter".*"Forår", "Efterår"/s);
  });

  it('tells of a sheet that is hidden, read or not', async () => {
    const files = workbookFiles(SHEETS);
    files['xl/workbook.xml'] = files['xl/workbook.xml']!.replace('name="Forår"', 'name="Forår" state="hidden"');
    expect((await heard(zipOf(files))).notes).toContain('the hidden sheet "Forår" was not read (--column sheet=NAME reads another)');
    expect((await heard(zipOf(files), 'Forår')).notes).toContain('the sheet "Forår" is hidden in Excel, and was read');
  });

  it('has its sheet from the command line or from codify.yaml', async () => {
    const folder = await folderWith({
      'iv/svar.xlsx': excel(SHEETS),
      'bog.yaml': BOOK,
      'codify.yaml': `${STUDY}columns: { sheet: Efterår }\n`,
    });
    expect(runCommand('codify read --format jsonl', folder).stdout).toContain('Vi har tid.');
    expect(runCommand('codify read iv --column sheet=Forår --format jsonl', folder).stdout).toContain('Vi har travlt.');
  });
});

describe('participants in a workbook', () => {
  const table = excel({
    Vejledning: [['Skriv, hvem der er hvem.']],
    Deltagere: [
      ['transcript', 'speaker', 'participant', 'role'],
      ['a.md', 'R1', 'P1', 'chef'],
    ],
  });
  const files = {
    'bog.yaml': BOOK,
    'codify.yaml': `${STUDY}participants: deltagere.xlsx\n`,
    'deltagere.xlsx': table,
    'iv/a.md': 'I: Hvad?\n\nR1: Vi har travlt.\n',
  };

  it('say who is who', async () => {
    const { transcripts } = await readStudy({ paths: [await folderWith(files)], columns: {} });
    expect(transcripts[0]!.participants.get('R1')).toMatchObject({ id: 'P1', title: 'chef' });
  });

  it('have their faults at the row', async () => {
    const twice = excel({
      Ark1: [
        ['transcript', 'speaker', 'participant'],
        ['a.md', 'R1', 'P1'],
        ['a.md', 'R1', 'P2'],
      ],
    });
    const folder = await folderWith({ ...files, 'deltagere.xlsx': twice });
    expect(runCommand('codify read', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/deltagere\.xlsx:3: .*stands for two people/),
    });
  });

  it('stand in the team’s file', async () => {
    const folder = await folderWith(files);
    expect(runCommand('codify report --evidence e.md', folder).status).toBe(0);
    expect(await readFile(join(folder, 'e.md'), 'utf8')).toMatch(/deltagere\.xlsx \| `[\da-f]{12}`/);
  });

  it('are never written over by a table of text', async () => {
    const folder = await folderWith(files);
    expect(runCommand('codify read --write-participants --force', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('deltagere.xlsx: is no name for a table of participants'),
    });
    expect(await readFile(join(folder, 'deltagere.xlsx'))).toEqual(Buffer.from(table));
  });
});
