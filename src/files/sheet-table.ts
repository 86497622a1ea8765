import { tableOf, type RawRow, type Table } from './table.ts';
import type { Merged, SheetRows } from './workbook.ts';

// A header that is merged deeper than this is none.
const DEEPEST_HEADER = 3;

const filled = ({ cells }: RawRow): number => cells.filter((cell) => cell !== undefined && cell.trim() !== '').length;

/** How many rows at the top are titles, not names of columns: one cell alone above three or more. */
function titleRows(rows: readonly RawRow[]): number {
  let title = 0;
  while (title + 1 < rows.length && filled(rows[title]!) === 1) title += 1;
  return title > 0 && filled(rows[title]!) >= 3 ? title : 0;
}

/** The names of columns from a header of one row, or of several where cells are merged: `Hvad fylder? – Tid`. */
function headerOf(rows: readonly RawRow[], merged: readonly Merged[], width: number): { header: RawRow; depth: number } {
  const [first] = rows as [RawRow];
  const last = first.line + DEEPEST_HEADER - 1;
  const areas = new Map<number, Merged>();
  let bottom = first.line;
  for (const area of merged) {
    if (area.top !== first.line || area.bottom > last || first.cells[area.left] === undefined || areas.has(area.left)) continue;
    for (let column = area.left; column <= area.right; column += 1) areas.set(column, area);
    // What is merged sideways has names of its own below it.
    bottom = Math.max(bottom, area.right > area.left ? area.bottom + 1 : area.bottom);
  }
  const inHeader = rows.slice(0, DEEPEST_HEADER).filter(({ line }) => line <= bottom);
  const nameAt = ({ line, cells }: RawRow, column: number): string => {
    const area = areas.get(column);
    return ((area && line <= area.bottom ? first.cells[area.left] : cells[column]) ?? '').trim();
  };
  const names = Array.from({ length: width }, (_, column) =>
    [...new Set(inHeader.map((row) => nameAt(row, column)))].filter((name) => name !== '').join(' – '),
  );
  return { header: { line: first.line, cells: names }, depth: inHeader.length };
}

/** The table of a sheet; undefined when nothing stands in it. @throws CodifyError as `tableOf` */
export function sheetTable({ rows, hidden, merged }: SheetRows, name: string, path: string): Table | undefined {
  if (rows.length === 0) return undefined;
  const title = titleRows(rows);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const { header, depth } = headerOf(rows.slice(title), merged, width);
  const titles = rows.slice(0, title).map(({ line, cells }) => `row ${line} above the table left out: "${cells.find(Boolean)}"`);
  const told = hidden === 0 ? [] : [`${hidden} ${hidden === 1 ? 'row is' : 'rows are'} hidden in Excel, and read like the others`];
  return tableOf([header, ...rows.slice(title + depth)], path, { layout: `sheet "${name}"`, notes: [...titles, ...told] });
}
