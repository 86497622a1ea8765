import { rowsInOrder, type FigureKind } from './figure.ts';
import { INDENT, INK, LABELS, LINE, linesOf, mark, MARGIN, MIDDLE, PALE, STRONG, widthOf } from './layout.ts';

const BARS = 280;
const GAP = 8;
// More than this do not fit on a page: then only the main themes are shown.
const MOST = 40;

/** How many people speak of each theme: a bar for each, sub-themes set in. */
export const themes: FigureKind = (facts) => {
  const { table, words } = facts;
  const of = table.total.people;
  const all = rowsInOrder(facts).map(({ row, depth }) => ({ label: row.theme.label, people: row.total.people, depth }));
  const rows = all.length > MOST ? all.filter(({ depth }) => depth === 0) : all;
  if (rows.length === 0 || of === 0) return undefined;
  let height = MARGIN;
  const bars = rows.map(({ label, people, depth }) => {
    const weight = depth === 0 ? 'bold' : 'normal';
    const lines = linesOf(label, LABELS - depth * INDENT, weight);
    const y = height + GAP / 2;
    height += lines.length * LINE + GAP;
    const number = people === 0 ? words.words.notFound : `${people} ${words.words.of} ${of}`;
    return { x: MARGIN + depth * INDENT, y, lines, weight, people, number };
  });
  const left = MARGIN + LABELS + GAP;
  const bar = { x: { value: left }, y: { field: 'y' }, height: { value: LINE } };
  const text = { y: { field: 'y', offset: LINE / 2 }, fill: { value: INK } };
  return {
    name: 'themes',
    ...words.figures.themes({ of, rows }),
    spec: {
      width: left + BARS + GAP + widthOf(`${of} ${words.words.of} ${of}`, 'normal') + MARGIN,
      height: height + MARGIN,
      data: [{ name: 'bars', values: bars }],
      scales: [{ name: 'people', type: 'linear', domain: [0, of], range: [left, left + BARS] }],
      marks: [
        mark('rect', 'bars', { ...bar, x2: { scale: 'people', value: of }, fill: { value: PALE } }),
        mark('rect', 'bars', {
          ...bar,
          x2: { scale: 'people', field: 'people' },
          fill: [{ test: "datum.weight === 'bold'", value: STRONG }, { value: MIDDLE }],
        }),
        mark('text', 'bars', {
          ...text,
          x: { field: 'x' },
          text: { field: 'lines' },
          fontWeight: { field: 'weight' },
        }),
        mark('text', 'bars', { ...text, x: { value: left + BARS + GAP }, text: { field: 'number' } }),
      ],
    },
  };
};
