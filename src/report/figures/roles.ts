import { shownPeople } from '../../analysis/small-cells.ts';
import { UNKNOWN } from '../../analysis/unknown.ts';
import { rowsInOrder, type FigureKind } from './figure.ts';
import { INK, LABELS, LINE, linesOf, mark, MARGIN, STRONG, widthOf } from './layout.ts';

const COLUMNS = 640;
const NARROWEST = 92;
const PADDING = 8;

/** How many people of each role speak of each theme: a field for each, darker where more of the role do. */
export const roles: FigureKind = (facts) => {
  const { table, words } = facts;
  // Of one role it would show what the bars show.
  if (table.columns.length < 2) return undefined;
  const columns = table.columns.map(({ id, people }) => ({ name: id === UNKNOWN ? words.words.unknownRole : id, people }));
  // A sub-theme's cells are small in nearly every study.
  const rows = rowsInOrder(facts).flatMap(({ row, depth }) =>
    depth > 0 ? [] : [{ label: row.theme.label, cells: shownPeople(row, table.columns) }],
  );
  // Dots alone tell nothing.
  if (!rows.some(({ cells }) => cells.some((people) => people))) return undefined;
  const longest = Math.max(...columns.flatMap(({ name }) => name.split(/\s+/).map((word) => widthOf(word, 'bold')))) + PADDING;
  const column = Math.max(NARROWEST, Math.min(longest, COLUMNS / columns.length));
  const left = MARGIN + LABELS + PADDING;
  const heads = columns.map(({ name, people }, i) => ({
    x: left + (i + 0.5) * column,
    lines: [...linesOf(name, column - PADDING, 'bold'), `(${people})`],
  }));
  let height = MARGIN + Math.max(...heads.map(({ lines }) => lines.length)) * LINE + PADDING;
  const top = height;
  const labels = rows.map(({ label }) => {
    const lines = linesOf(label, LABELS, 'normal');
    const row = { y: height, lines, height: lines.length * LINE + 2 * PADDING };
    height += row.height;
    return row;
  });
  const fields = rows.flatMap(({ cells }, r) =>
    cells.map((people, c) => {
      const { y, height } = labels[r]!;
      const number =
        people === undefined
          ? words.words.hidden
          : people === 0
            ? words.words.notFound
            : `${people} ${words.words.of} ${columns[c]!.people}`;
      return { x: left + c * column, y, height, number, share: (people ?? 0) / columns[c]!.people };
    }),
  );
  return {
    name: 'roles',
    ...words.figures.roles({ columns, rows }),
    spec: {
      width: left + columns.length * column + MARGIN,
      height: height + MARGIN,
      data: [
        { name: 'heads', values: heads.map((head) => ({ ...head, y: top - PADDING - head.lines.length * LINE + LINE / 2 })) },
        { name: 'labels', values: labels.map((row) => ({ ...row, y: row.y + PADDING + LINE / 2 })) },
        { name: 'fields', values: fields },
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
        mark('rect', 'fields', {
          x: { field: 'x', offset: 1 },
          y: { field: 'y', offset: 1 },
          width: { value: column - 2 },
          height: { field: 'height', offset: -2 },
          fill: { scale: 'shade', field: 'share' },
          stroke: { value: '#8a8a8a' },
        }),
        mark('text', 'fields', {
          x: { field: 'x', offset: column / 2 },
          y: { signal: 'datum.y + datum.height / 2' },
          text: { field: 'number' },
          align: { value: 'center' },
          // Where black and white stand out alike, by 4.5 to 1.
          fill: [{ test: 'datum.share > 0.76', value: '#ffffff' }, { value: INK }],
        }),
      ],
    },
  };
};
