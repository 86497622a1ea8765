import { strToU8, zipSync } from 'fflate';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands in a cell: words, a number, a number with the style of that number, or XML of its own. */
export type Cell = string | number | { readonly value: number; readonly style: number } | { readonly xml: string } | undefined;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before === 0 ? '' : letters(before - 1)) + String.fromCharCode(65 + (column % 26));
}

/** The styles of the workbooks below: 0 as it is, 1 a date, 2 a date and time, 3 a length of time, 4 of one's own making, 5 hours and minutes. */
const STYLES = `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="d&quot;. &quot;mmmm\\ yyyy;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

/** The XML of a sheet whose words are numbers in `strings`, where it has that, and stand in the cells otherwise. */
export function sheetXml(rows: readonly (readonly Cell[])[], strings?: string[], merged: readonly string[] = []): string {
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === undefined) return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'object')
      return 'xml' in cell ? cell.xml.replace('AT', at) : `<c r="${at}" s="${cell.style}"><v>${cell.value}</v></c>`;
    if (!strings) return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
    if (!strings.includes(cell)) strings.push(cell);
    return `<c r="${at}" s="0" t="s"><v>${strings.indexOf(cell)}</v></c>`;
  };
  const data = rows
    .map((row, r) => `<row r="${r + 1}" spans="1:9">${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join('')}</row>`)
    .join('');
  const merges = merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${DECLARATION}<worksheet ${MAIN}><dimension ref="A1"/><sheetData>${data}</sheetData>${merges}</worksheet>`;
}

/** The files of a workbook, to be changed before they are packed. */
export function workbookFiles(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  merged: readonly string[] = [],
): Record<string, string> {
  const strings: string[] = [];
  const xml = Object.values(sheets).map((rows) => sheetXml(rows, strings, merged));
  const names = Object.keys(sheets);
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': DECLARATION + STYLES,
    'xl/sharedStrings.xml': `${DECLARATION}<sst ${MAIN}>${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(xml.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet])),
  };
}

/** The archive of these files. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, typeof bytes === 'string' ? strToU8(bytes) : bytes])));

/** A workbook as Excel writes it, with these sheets. */
export const excel = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>, merged: readonly string[] = []): Uint8Array =>
  zipOf(workbookFiles(sheets, merged));
