import { clip, columnsOf } from '../text/width.ts';
import { paint } from './paint.ts';

/** Pads to a width of the terminal, in which æ is one column however it is spelled. */
function pad(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return side === 'left' ? text + blanks : blanks + text;
}

const LEAST_LABEL = 16;
const GAP = '  ';

/**
 * A table for the terminal: the first column is text, the others are numbers. Where the terminal is too narrow the
 * first column is cut, and where that is not enough each row becomes a few lines.
 */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[], width: number | undefined): string {
  const columns = head.map((name, i) => Math.max(columnsOf(name), ...rows.map((row) => columnsOf(row[i] ?? ''))));
  const [labels = 0, ...numbers] = columns;
  const rest = numbers.reduce((sum, one) => sum + one + GAP.length, 0);
  const label = width === undefined ? labels : Math.min(labels, width - rest);
  if (label < Math.min(labels, LEAST_LABEL)) return formatList(head, rows);
  const line = (cells: readonly string[]): string =>
    [pad(clip(cells[0] ?? '', label), label), ...cells.slice(1).map((cell, i) => pad(cell, numbers[i]!, 'right'))].join(GAP).trimEnd();
  return [paint.bold(line(head)), ...rows.map((row) => line(row).replace(/–/g, paint.dim('–')))].join('\n') + '\n';
}

function formatList(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = rows.flatMap(([label = '', ...cells]) => [
    paint.bold(label.trim()),
    ...cells.map((cell, i) => `  ${head[i + 1]}: ${cell}`),
  ]);
  return `${lines.join('\n')}\n`;
}

/**
 * Rows of text with their columns under each other.
 * @param cuttable the columns to cut where the terminal is too narrow
 * @param texts how many columns are text; those behind them are numbers
 */
export function formatColumns(
  rows: readonly (readonly string[])[],
  width: number,
  cuttable: readonly number[],
  texts: number = Infinity,
): string[] {
  const columns = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => columnsOf(row[i]!))));
  for (let over = columns.reduce((sum, one) => sum + one + GAP.length, -GAP.length) - width; over > 0; over -= 1) {
    const widest = cuttable.reduce((a, b) => (columns[b]! > columns[a]! ? b : a));
    if (columns[widest]! <= LEAST_LABEL) break;
    columns[widest]! -= 1;
  }
  return rows.map((row) =>
    row
      .map((cell, i) => pad(clip(cell, columns[i]!), columns[i]!, i < texts ? 'left' : 'right'))
      .join(GAP)
      .trimEnd(),
  );
}

/** A table in Markdown. @param texts how many columns are text; those behind them are numbers */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[], texts: number = 1): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/^ +/, (blanks) => '&emsp;'.repeat(blanks.length / 2))).join(' | ')} |`;
  return [line(head), `${'|---'.repeat(texts)}${'|---:'.repeat(head.length - texts)}|`, ...rows.map(line)].join('\n') + '\n';
}

/** A table of values (CSV, RFC 4180). */
export function csvTable(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const field = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\n`).join('');
}
