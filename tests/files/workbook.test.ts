import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetTable } from '../../src/files/sheet-table.ts';
import type { Table } from '../../src/files/table.ts';
import { openWorkbook } from '../../src/files/workbook.ts';
import { excel, sheetXml, workbookFiles, zipOf, type Cell } from './excel.ts';
import { faultsOfPromise } from './faults.ts';

async function tableIn(bytes: Uint8Array, path = 'svar.xlsx'): Promise<Table | undefined> {
  const [sheet] = await openWorkbook(bytes, path);
  return sheetTable(await sheet!.rows(), sheet!.name, path);
}

/** The second row of a sheet with this cell in it, under a header. */
async function shown(cell: Cell): Promise<string | undefined> {
  return (
    await tableIn(
      excel({
        Ark1: [
          ['a', 'b'],
          [cell, 'x'],
        ],
      }),
    )
  )?.rows[0]?.cells['a'];
}

const SHEET = 'xl/worksheets/sheet1.xml';
const files = workbookFiles({
  Ark1: [
    ['id', 'Hvad fylder?'],
    [7, 'Tiden.'],
  ],
});
const changed = (change: Readonly<Record<string, string | Uint8Array>>): Uint8Array => zipOf({ ...files, ...change });
const withSheet = (data: string): Uint8Array => changed({ [SHEET]: `<worksheet><sheetData>${data}</sheetData></worksheet>` });

describe('a cell is what Excel shows:', () => {
  test.each<[string, Cell, string | undefined]>([
    ['words', 'Æblet & <haven>\nog alt', 'Æblet & <haven>\nog alt'],
    ['a number', 7, '7'],
    ['a fraction without binary noise', { xml: '<c r="AT"><v>4.0999999999999996</v></c>' }, '4.1'],
    ['a large number', { xml: '<c r="AT"><v>1.5488721900000001E9</v></c>' }, '1548872190'],
    ['a date', { value: 45363, style: 1 }, '2024-03-12'],
    ['a date in a format of its own', { value: 45363, style: 4 }, '2024-03-12'],
    ['a date and time', { value: 45363 + 33262 / 86400, style: 2 }, '2024-03-12 9:14:22'],
    ['a date and time that rounds up to midnight', { value: 45362.999999999, style: 2 }, '2024-03-12'],
    ['a length of time', { value: 26 / 24 + 62 / 86400, style: 3 }, '26:01:02'],
    ['hours and minutes', { value: 45 / 1440, style: 5 }, '0:45:00'],
    ['an early day', { value: 1, style: 1 }, '1900-01-01'],
    ['no date where no calendar has one', { value: -3, style: 1 }, '-3'],
    ['true', { xml: '<c r="AT" t="b"><v>1</v></c>' }, 'TRUE'],
    ['an error', { xml: '<c r="AT" t="e"><v>#N/A</v></c>' }, '#N/A'],
    ['a date of the newer kind', { xml: '<c r="AT" t="d"><v>2024-03-12T09:14:22.000Z</v></c>' }, '2024-03-12 09:14:22'],
    ['the words a formula makes', { xml: '<c r="AT" t="str"><f>A1&amp;"x"</f><v>idx</v></c>' }, 'idx'],
    [
      'words in runs',
      { xml: '<c r="AT" t="inlineStr"><is><r><rPr><b/></rPr><t>Vi har </t></r><r><t xml:space="preserve">travlt</t></r></is></c>' },
      'Vi har travlt',
    ],
    ['words without reading aids', { xml: '<c r="AT" t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></is></c>' }, '課'],
    ['characters that XML cannot hold', { xml: '<c r="AT" t="str"><v>en_x000D_\nto _x005F_x000D_</v></c>' }, 'en\nto _x000D_'],
    ['nothing', { xml: '<c r="AT" s="3"/>' }, undefined],
    ['nothing where a text is meant', { xml: '<c r="AT" t="s"/>' }, undefined],
  ])('%s', async (_, cell, expected) => {
    expect(await shown(cell)).toBe(expected);
  });

  test('words of several runs that sheets share', async () => {
    const strings = '<sst><si><r><t>Vi har </t></r><r><t>travlt</t></r></si></sst>';
    const sheet = '<row><c t="inlineStr"><is><t>a</t></is></c></row><row><c t="s"><v>0</v></c></row>';
    const bytes = changed({ 'xl/sharedStrings.xml': strings, [SHEET]: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` });
    expect((await tableIn(bytes))?.rows[0]?.cells).toEqual({ a: 'Vi har travlt' });
  });

  test('a date in the calendar from 1904', async () => {
    const book = files['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const sheet = sheetXml([['a'], [{ value: 43901, style: 1 }]]);
    expect((await tableIn(changed({ 'xl/workbook.xml': book, [SHEET]: sheet })))?.rows[0]?.cells).toEqual({ a: '2024-03-12' });
  });
});

describe('a sheet is a table', () => {
  test('with its hidden rows, and says so', async () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const data = `<row>${cell('taler')}</row><row hidden="1">${cell('R1')}</row><row hidden="0">${cell('R2')}</row>`;
    const table = await tableIn(withSheet(data));
    expect(table?.rows.map(({ cells }) => cells['taler'])).toEqual(['R1', 'R2']);
    expect(table?.notes).toEqual(['1 row is hidden in Excel, and read like the others']);
  });

  test('with the numbers its rows have in Excel, and without rows and columns that hold nothing', async () => {
    const table = await tableIn(
      excel({ Ark1: [['id', undefined, 'Hvad?'], [], [7, undefined, 'Tid'], [undefined, undefined, ' '], [8, undefined, 'Alt']] }),
    );
    expect(table).toMatchObject({ columns: ['id', 'Hvad?'], layout: 'sheet "Ark1"', notes: [] });
    expect(table?.rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('when its tags have prefixes and its rows and cells no numbers, as some programs write them', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await tableIn(changed({ [SHEET]: sheet })))?.rows).toEqual([{ line: 2, cells: { a: '1', b: '2' } }]);
  });

  test('whose header may be two rows with merged cells', async () => {
    const rows = [
      ['Nr', 'Hvad fylder?', undefined, 'Andet'],
      [undefined, 'Tid', 'Penge'],
      [1, 'Meget', 'Lidt', 'Ro'],
    ];
    const table = await tableIn(excel({ Ark1: rows }, ['A1:A2', 'B1:C1', 'D1:D2', 'A3:A90000']));
    expect(table?.columns).toEqual(['Nr', 'Hvad fylder? – Tid', 'Hvad fylder? – Penge', 'Andet']);
    expect(table?.rows).toHaveLength(1);
  });

  test('below a title, which is told of', async () => {
    const table = await tableIn(excel({ Ark1: [['Evaluering 2024'], ['id', 'by', 'Hvad?'], [1, 'Ryde', 'Tid']] }, ['A1:C1']));
    expect(table).toMatchObject({ columns: ['id', 'by', 'Hvad?'], notes: ['row 1 above the table left out: "Evaluering 2024"'] });
  });

  test('in which a column without a name has one made up', async () => {
    const table = await tableIn(excel({ Ark1: [['id'], [1, 'Tid']] }));
    expect(table).toMatchObject({ columns: ['id', 'column 2'], notes: ['column 2 has no name: called "column 2" here'] });
  });

  test('of many, told by name, hidden or not', async () => {
    const book = files['xl/workbook.xml']!.replace(
      '</sheets>',
      '<sheet name="Koder &amp; mere" sheetId="9" state="hidden" r:id="rId9"/></sheets>',
    );
    const sheets = await openWorkbook(changed({ 'xl/workbook.xml': book }), 'svar.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Ark1', false],
      ['Koder & mere', true],
    ]);
    expect((await sheets[1]!.rows()).rows).toEqual([]);
  });
});

describe('what is no workbook, or a bad one, is refused in one sentence:', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(), /is empty/],
    ['plain text', Buffer.from('id;Hvad?\n1;Tid\n'), /not an Excel file/],
    ['another archive', zipOf({ 'word/document.xml': '<w/>' }), /not an Excel file/],
    ['a file cut off', excel({ Ark1: [['a']] }).subarray(0, 900), /damaged or cut off/],
    ['XML cut off', changed({ [SHEET]: '<worksheet><sheetData><row><c><v>1</v>' }), /damaged/],
    ['words that are missing', changed({ 'xl/sharedStrings.xml': '<sst/>' }), /words are missing/],
    ['a DOCTYPE', changed({ [SHEET]: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }), /DOCTYPE/],
    ['a cell outside its sheet', withSheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'), /outside its sheet/],
    ['a row outside its sheet', withSheet('<row r="1048577"><c><v>1</v></c></row>'), /outside its sheet/],
    ['a zip bomb', withSheet(' '.repeat(30_000_000)), /more than 20 MB/],
    ['too many cells', withSheet(`<row>${'<c><v>1</v></c>'.repeat(10)}</row>`.repeat(50_001)), /more than 500000 filled cells/],
    [
      'one long text in many cells',
      changed({
        'xl/sharedStrings.xml': `<sst><si><t>${'Tid. '.repeat(6000)}</t></si></sst>`,
        [SHEET]: `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(700)}</sheetData></worksheet>`,
      }),
      /more than 20 million characters/,
    ],
    ['cells far to the right', withSheet('<row><c r="XFD1"><v>1</v></c></row>'), /1 rows and 16384 columns/],
    ['few cells far apart', withSheet('<row><c r="DZZ1"><v>1</v></c></row>'.repeat(300)), /\d+ rows and 3406 columns/],
    ['tags in tags', changed({ [SHEET]: '<a>'.repeat(100_000) }), /nested too deeply/],
  ])('%s', async (_, bytes, message) => {
    const [fault, ...others] = await faultsOfPromise(tableIn(bytes));
    expect(fault?.message).toMatch(message);
    expect(fault?.hint).toBeTruthy();
    expect(fault?.place?.path).toBe('svar.xlsx');
    expect(others).toEqual([]);
  });

  test('merged cells without end take no time', async () => {
    const merges = '<mergeCell ref="A1:XFD1"/>'.repeat(100_000);
    const sheet = `<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
    expect((await tableIn(changed({ [SHEET]: sheet })))?.columns).toEqual(['1 – 3', '1']);
  });
});

test('whatever stands in the cells, the same comes back from shared words and from words in the cells', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ø', ' ', '&', '<', '"', '\n', '_', 'x000D_', '😀'), minLength: 1, maxLength: 9 });
  const rows = fc.array(fc.tuple(fc.option(text, { nil: undefined }), fc.option(text, { nil: undefined })), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (body, share) => {
      const escaped = body.map((row) => row.map((cell) => cell?.replaceAll(/_(?=x[\dA-F]{4}_)/g, '_x005F_')));
      const cells = [['a', 'b'], ...escaped];
      const bytes = share ? excel({ Ark1: cells }) : changed({ [SHEET]: sheetXml(cells) });
      const table = await tableIn(bytes);
      const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
      const expected = body.flatMap((row, i) =>
        row.some(isFilled) ? [[i + 2, ...row.map((cell) => (isFilled(cell) ? cell : undefined))]] : [],
      );
      expect(table?.rows.map(({ line, cells: found }) => [line, found['a'], found['b']])).toEqual(expected);
    }),
  );
});
