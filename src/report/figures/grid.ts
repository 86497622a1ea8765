import type { Spec } from 'vega';
import { INK, LABELS, LINE, linesOf, mark, MARGIN, STRONG } from './layout.ts';

/** Around what stands in a grid. */
export const PADDING = 8;
const FRAME = 3;

/** A field of a grid: darker the greater the share, with a number in it. */
interface Field {
  readonly share: number;
  readonly number: string;
  /** Of it nothing is drawn but a frame. */
  readonly isBlank?: boolean;
  readonly isFramed?: boolean;
}

interface GridRow {
  readonly label: string;
  /** One for each column. */
  readonly fields: readonly Field[];
}

/** A table of fields under heads of one or more lines. @param column how wide one is, in pixels */
export function grid(heads: readonly (readonly string[])[], rows: readonly GridRow[], column: number): Spec {
  const left = MARGIN + LABELS + PADDING;
  let height = MARGIN + Math.max(...heads.map((lines) => lines.length)) * LINE + PADDING;
  const top = height;
  const labels = rows.map(({ label }) => {
    const lines = linesOf(label, LABELS, 'normal');
    const row = { y: height, lines, height: lines.length * LINE + 2 * PADDING };
    height += row.height;
    return row;
  });
  const fields = rows.flatMap(({ fields: own }, r) =>
    own.map((field, c) => ({ ...field, x: left + c * column, y: labels[r]!.y, height: labels[r]!.height })),
  );
  const framed = fields.filter(({ isFramed = false }) => isFramed);
  const box = {
    x: { field: 'x', offset: 1 },
    y: { field: 'y', offset: 1 },
    width: { value: column - 2 },
    height: { field: 'height', offset: -2 },
  };
  const frame = { ...box, fill: { value: 'transparent' }, stroke: { value: INK }, strokeWidth: { value: FRAME } };
  return {
    width: left + heads.length * column + MARGIN,
    height: height + MARGIN,
    data: [
      {
        name: 'heads',
        values: heads.map((lines, i) => ({ x: left + (i + 0.5) * column, y: top - PADDING - lines.length * LINE + LINE / 2, lines })),
      },
      { name: 'labels', values: labels.map((row) => ({ ...row, y: row.y + PADDING + LINE / 2 })) },
      { name: 'fields', values: fields.filter(({ isBlank = false }) => !isBlank) },
      { name: 'framed', values: framed },
    ],
    scales: [{ name: 'shade', type: 'linear', domain: [0, 1], range: ['#ffffff', STRONG] }],
    marks: [
      mark('text', 'heads', {
        x: { field: 'x' },
        y: { field: 'y' },
        text: { field: 'lines' },
        align: { value: 'center' },
        fontWeight: { value: 'bold' },
        fill: { value: INK },
      }),
      mark('text', 'labels', { x: { value: MARGIN }, y: { field: 'y' }, text: { field: 'lines' }, fill: { value: INK } }),
      mark('rect', 'fields', { ...box, fill: { scale: 'shade', field: 'share' }, stroke: { value: '#8a8a8a' } }),
      ...(framed.length === 0 ? [] : [mark('rect', 'framed', frame)]),
      mark('text', 'fields', {
        x: { field: 'x', offset: column / 2 },
        y: { signal: 'datum.y + datum.height / 2' },
        text: { field: 'number' },
        align: { value: 'center' },
        // Where black and white stand out alike, by 4.5 to 1.
        fill: [{ test: 'datum.share > 0.76', value: '#ffffff' }, { value: INK }],
      }),
    ],
  };
}
