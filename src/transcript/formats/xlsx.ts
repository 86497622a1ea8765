import { CodifyError } from '../../errors.ts';
import { sheetTable } from '../../files/sheet-table.ts';
import type { Table } from '../../files/table.ts';
import { isZip } from '../../files/unzip.ts';
import { openWorkbook, type Sheet } from '../../files/workbook.ts';
import { LEGEND_PARTS, readLegend, type Legend, type LegendParts } from '../legend.ts';
import type { Format, Source } from './format.ts';
import { readTable } from './rows.ts';

const FIRST_ENTRY = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/)/;

/** SurveyXact's dataset goes before sheets that tell of it, and what is shown before what is hidden. */
const rank = ({ name, hidden }: Sheet): number => (/^dataset/i.test(name) ? 0 : hidden ? 2 : 1);

/** The sheet the user named, else the first with a table, and the others. @throws CodifyError when there is none */
async function chooseSheet({ bytes, path, columns }: Source): Promise<{ table: Table; others: readonly Sheet[] }> {
  const sheets = await openWorkbook(bytes, path);
  const given = columns.sheet?.normalize('NFC');
  const asked = given === undefined ? sheets : sheets.filter(({ name }) => name.normalize('NFC') === given);
  if (asked.length === 0) {
    const names = sheets.map(({ name }) => `"${name}"`).join(', ');
    throw new CodifyError(`there is no sheet "${given}"`, { place: { path }, hint: `the sheets are ${names}` });
  }
  for (const sheet of asked.toSorted((a, b) => rank(a) - rank(b))) {
    const table = sheetTable(await sheet.rows(), sheet.name, path);
    if (!table) continue;
    const notes = sheet.hidden ? [`the sheet "${sheet.name}" is hidden in Excel, and was read`] : [];
    return { table: { ...table, notes: [...notes, ...table.notes] }, others: sheets.filter((other) => other !== sheet) };
  }
  throw new CodifyError('is empty', { place: { path } });
}

/** A SurveyXact workbook has its labels and structure in sheets of their own. */
async function legendOf(others: readonly Sheet[], { columns }: Source): Promise<{ legend: Legend; unused: readonly Sheet[] }> {
  const parts: LegendParts = {};
  const used = new Set<Sheet>();
  for (const part of LEGEND_PARTS) {
    const sheet = others.find(({ name }) => name.toLowerCase() === part);
    if (!sheet) continue;
    used.add(sheet);
    parts[part] = { name: `the sheet "${sheet.name}"`, rows: (await sheet.rows()).rows };
  }
  return { legend: readLegend(parts, columns.labels), unused: others.filter((sheet) => !used.has(sheet)) };
}

/** Excel workbooks: surveys as forms and programs export them, and transcripts in a table. */
export const xlsx: Format = {
  name: 'xlsx',
  endings: ['.xlsx', '.xlsm', '.xls'],
  recognises({ bytes }) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return isZip(bytes) && FIRST_ENTRY.test(buffer.toString('latin1', 30, 60)) && buffer.includes('xl/workbook.xml');
  },
  table: async (source) => (await chooseSheet(source)).table,
  async read(source) {
    const { table, others } = await chooseSheet(source);
    const { legend, unused } = await legendOf(others, source);
    const notes = unused.map(
      ({ name, hidden }) => `the ${hidden ? 'hidden ' : ''}sheet "${name}" was not read (--column sheet=NAME reads another)`,
    );
    const readings = readTable(source, { ...table, notes: [...table.notes, ...notes] }, legend);
    return readings.map((reading) => ({ ...reading, encoding: 'utf-8' }));
  },
};
