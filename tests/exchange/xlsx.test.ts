import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annexOf, type TableSheet } from '../../src/exchange/annex.ts';
import { xlsx } from '../../src/exchange/formats/xlsx.ts';
import { openWorkbook } from '../../src/files/workbook.ts';
import { studyOf } from '../study-of.ts';

const sheet = (rows: TableSheet['rows'], columns = rows[0]!.map((_, i) => `K${i}`)): TableSheet => ({
  name: 'Ark æøå',
  notice: 'Kun for holdet.',
  columns: columns.map((heading) => ({ heading, width: 20 })),
  rows,
});

/** The cells of a workbook's tables as codify's own reader of workbooks sees them, and the XML of the first sheet. */
async function written(...sheets: TableSheet[]): Promise<{ cells: (string | undefined)[][][]; xml: string; strings: string }> {
  const bytes = await xlsx.write(sheets);
  const parts = unzipSync(bytes);
  const part = (name: string): string => Buffer.from(parts[name]!).toString();
  const read = await Promise.all((await openWorkbook(bytes, 'a.xlsx')).map((one) => one.rows()));
  return {
    cells: read.map(({ rows }) => rows.slice(2).map(({ cells }) => [...cells])),
    xml: part('xl/worksheets/sheet1.xml'),
    strings: part('xl/sharedStrings.xml'),
  };
}

describe('a workbook', () => {
  it('holds texts as texts and numbers as numbers', async () => {
    const { cells, xml } = await written(sheet([['Æblegrød\nog ål', 12, null, '007', 0.5]]));
    expect(cells[0]).toEqual([['Æblegrød\nog ål', '12', undefined, '007', '0.5']]);
    expect(xml).toMatch(/<c r="B3"[^>]*><v>12<\/v>/);
    expect(xml).toMatch(/<c r="D3"[^>]* t="s"/);
  });

  it.each(['=1+1', '+45 12', '-og så', '@SUM(A1)', '\t=1+1', '=HYPERLINK("http://x","y")'])('makes no formula of %j', async (text) => {
    const { cells, xml } = await written(sheet([[text]], [text]));
    expect(cells[0]).toEqual([[text]]);
    expect(xml).not.toContain('<f>');
    expect(xml.match(/<c [^>]*t="s"/g)).toHaveLength(3);
  });

  it('cuts a cell where Excel does, and says so', async () => {
    const [[[cell = ''] = []] = []] = (await written(sheet([['å'.repeat(40_000)]]))).cells;
    expect(cell).toHaveLength(32_767);
    expect(cell.endsWith('å […]')).toBe(true);
  });

  it('keeps what Excel would read as a character by its number', async () => {
    expect((await written(sheet([['_x0041_']]))).cells[0]).toEqual([['_x0041_']]);
  });

  it('has its heading frozen, with filters', async () => {
    const { xml } = await written(
      sheet([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    );
    expect(xml).toContain('ySplit="2"');
    expect(xml).toContain('<autoFilter ref="A2:B4"/>');
  });

  it('is the same bytes each time, and known as codify wrote it until somebody saves it', async () => {
    const bytes = await xlsx.write([sheet([['a']])]);
    expect(Buffer.compare(bytes, await xlsx.write([sheet([['a']])]))).toBe(0);
    expect(await xlsx.state({ path: 'a.xlsx', bytes })).toBe('as written');
    const { zipSync } = await import('fflate');
    const parts = unzipSync(bytes);
    const changed = {
      ...parts,
      'xl/sharedStrings.xml': Buffer.from(Buffer.from(parts['xl/sharedStrings.xml']!).toString().replace('>a<', '>b<')),
    };
    expect(await xlsx.state({ path: 'a.xlsx', bytes: zipSync(changed) })).toBe('edited');
    const { 'docProps/custom.xml': _, ...foreign } = parts;
    expect(await xlsx.state({ path: 'a.xlsx', bytes: zipSync(foreign) })).toBe('not ours');
  });
});

describe("the team's tables", () => {
  const files = {
    'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
    'p.csv':
      'transcript,speaker,participant,role,consent,alder,kode\ninterview/a.md,R1,P1,chef,nej,44,007\ninterview/b.md,R2,P2,pædagog,godkendes,31,12\n',
    'interview/a.md': 'I: Og?\n\nR1: Vi har travlt. Naboen hjælper.\n',
    'interview/b.md': 'R2: Jeg har travlt.\n',
  };
  const tables = async (more: Readonly<Record<string, string>> = {}): Promise<Record<string, TableSheet>> => {
    const { study, codings } = await studyOf({ ...files, ...more });
    const [first] = codings;
    const inReport = new Map([[first!.transcript, [first!.span]]]);
    const judgement = { ...first!, coder: 'AB', sentence: 0, theme: 'tid', status: 'accepted', stance: 'supports', decisions: [] } as never;
    const sheets = annexOf({ study, codings, judgements: [judgement], inReport, fileOf: ({ id }) => id });
    return Object.fromEntries(sheets.map((one) => [one.name, one]));
  };
  const column = ({ columns, rows }: TableSheet, heading: string): unknown[] => {
    const at = columns.findIndex((one) => one.heading === heading);
    return rows.map((row) => row[at]);
  };

  it('are five, each with a line that says whom it is for', async () => {
    const all = await tables();
    expect(Object.keys(all)).toEqual(['Deltagere', 'Tema × rolle', 'Tema × person', 'Citater', 'Kodebog']);
    for (const { name, notice, rows, columns } of Object.values(all)) {
      expect(notice).toMatch(/^Kun for projektgruppen/);
      expect(name.length).toBeLessThanOrEqual(31);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('say where each theme stands on a scale, if the codebook has one', async () => {
    expect((await tables())['Kodebog']!.columns.map(({ heading }) => heading)).not.toContain('Trin');
    const book = `title: Trin
language: da
roles: { chef: { article: en, plural: chefer, definite: cheferne }, medarbejder: { article: en, plural: medarbejdere, definite: medarbejderne } }
scale: { levels: [{ id: lav, label: Lav }, { id: høj, label: Høj }], dimensions: [{ id: ro, label: Ro }] }
themes: [{ id: tid, label: Tid, level: høj, dimension: ro, terms: [travlt] }, { id: nabo, label: Nabo, terms: [nabo*] }]
`;
    const { Kodebog: codebook } = await tables({ 'bog.yaml': book });
    expect(column(codebook!, 'Trin')).toEqual(['høj', null]);
    expect(column(codebook!, 'Forhold')).toEqual(['ro', null]);
  });

  it('tell who takes part, and what they said to being quoted', async () => {
    const { Deltagere: people } = await tables();
    expect(column(people!, 'Person')).toEqual(['P1', 'P2']);
    expect(column(people!, 'Må citeres')).toEqual(['nej', 'skal godkendes']);
    expect(column(people!, 'Antal ord')).toEqual([5, 3]);
    expect(column(people!, 'alder')).toEqual([44, 31]);
    expect(column(people!, 'kode')).toEqual(['007', '12']);
  });

  it('count people by role and quotes by person', async () => {
    const all = await tables();
    expect(column(all['Tema × rolle']!, 'chef (1)')).toEqual([1, 1, 1]);
    expect(column(all['Tema × rolle']!, 'I alt (2)')).toEqual([2, 1, 1]);
    expect(column(all['Tema × person']!, 'P2 (medarbejder)')).toEqual([1, 0, 0]);
  });

  it('have every coding with its place, status, decisions, and whether it stands in the report', async () => {
    const { Citater: quotes } = await tables();
    expect(column(quotes!, 'Citat')).toEqual(['Vi har travlt.', 'Jeg har travlt.', 'Naboen hjælper.']);
    expect(column(quotes!, 'Linje')).toEqual([3, 1, 3]);
    expect(column(quotes!, 'I rapporten')).toEqual(['ja', 'nej', 'nej']);
    expect(column(quotes!, 'Kodernes afgørelser')).toEqual(['AB: accepteret, støtter', null, null]);
    expect(column(quotes!, 'Temasti')).toEqual(['tid', 'tid', 'tillid › nabo']);
  });
});
