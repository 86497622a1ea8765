import type { Feature, Image, Row, SheetData } from 'write-excel-file/node';
import { unzipSync } from 'fflate';
import type { Cell, TableSheet } from '../annex.ts';
import { HASH_PROPERTY, pack, stateOf, type Parts } from '../word/package.ts';
import type { TableFormat } from './format.ts';

type FileContent = Image['content'];

// What Excel takes in a cell.
const MOST_CHARACTERS = 32_767;
const CUT = ' […]';
// Above the table stands the line that says what it is.
const HEAD_ROWS = 2;

/** Excel reads `_x0041_` as A, and shows no characters that XML cannot hold. */
function asShown(text: string): string {
  const shown = text.replaceAll('\uFFFD', '?').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return shown.length <= MOST_CHARACTERS ? shown : shown.slice(0, MOST_CHARACTERS - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
}

function cell(value: Cell): Row[number] {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  // A text is never a formula, and in the format of texts it does not become one when somebody edits the cell.
  const format = /^[=+\-@\t\r]/.test(value) ? { format: '@' } : {};
  return { value: asShown(value), type: String, wrap: true, alignVertical: 'top', ...format };
}

/** Lets each table be sorted and filtered by its columns. */
function filters(sheets: readonly TableSheet[], getCellAddress: (row: number, column: number) => string): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _, { sheetIndex }) {
            const { columns, rows } = sheets[sheetIndex]!;
            const [from, to] = [getCellAddress(HEAD_ROWS - 1, 0), getCellAddress(HEAD_ROWS + rows.length - 1, columns.length - 1)];
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${from}:${to}"/>`);
          },
        },
      },
    },
  };
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PROPERTIES = 'docProps/custom.xml';
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** The parts of a workbook with the property by which it is known to be codify's. */
function withProperty(workbook: Parts): Parts {
  const parts = new Map(workbook);
  const insert = (name: string, end: string, xml: string): void => {
    const text = Buffer.from(parts.get(name) ?? '').toString();
    parts.set(name, text.replace(end, xml + end));
  };
  const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
  insert('[Content_Types].xml', '</Types>', `<Override PartName="/${PROPERTIES}" ContentType="${type}"/>`);
  const relation = `<Relationship Id="rIdCodify" Type="${OFFICE}/relationships/custom-properties" Target="${PROPERTIES}"/>`;
  insert('_rels/.rels', '</Relationships>', relation);
  const { name, value } = HASH_PROPERTY;
  parts.set(
    PROPERTIES,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">` +
      `<property fmtid="${FORMAT_ID}" pid="2" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property></Properties>`,
  );
  return parts;
}

/** An Excel workbook: a sheet for each table, its heading frozen and with filters, numbers as numbers. */
export const xlsx: TableFormat = {
  name: 'xlsx',
  async write(sheets) {
    const { default: writeExcelFile } = await import('write-excel-file/node');
    const { getCellAddress } = await import('write-excel-file/utility');
    const file = writeExcelFile(
      sheets.map(({ name, notice, columns, rows }) => ({
        sheet: name,
        data: [
          [{ value: notice, type: String, fontWeight: 'bold' }],
          columns.map(({ heading }) => ({
            value: asShown(heading),
            type: String,
            fontWeight: 'bold',
            wrap: true,
            alignVertical: 'top',
            backgroundColor: '#E7E6E6',
          })),
          ...rows.map((row) => row.map(cell)),
        ] as SheetData,
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: HEAD_ROWS,
        orientation: 'landscape' as const,
      })),
      { features: [filters(sheets, getCellAddress)] },
    );
    return pack(withProperty(new Map(Object.entries(unzipSync(await file.toBuffer())))));
  },
  state: ({ bytes, path }) => stateOf(bytes, path),
};
