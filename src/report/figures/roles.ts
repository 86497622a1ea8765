import { shownPeople } from '../../analysis/small-cells.ts';
import { UNKNOWN } from '../../analysis/unknown.ts';
import { rowsInOrder, type FigureKind } from './figure.ts';
import { grid, PADDING } from './grid.ts';
import { linesOf, widthOf } from './layout.ts';

const COLUMNS = 640;
const NARROWEST = 92;

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
  const numberOf = (people: number | undefined, of: number): string =>
    people === undefined ? words.words.hidden : people === 0 ? words.words.notFound : `${people} ${words.words.of} ${of}`;
  return {
    name: 'roles',
    ...words.figures.roles({ columns, rows }),
    spec: grid(
      columns.map(({ name, people }) => [...linesOf(name, column - PADDING, 'bold'), `(${people})`]),
      rows.map(({ label, cells }) => ({
        label,
        fields: cells.map((people, c) => {
          const of = columns[c]!.people;
          return { share: (people ?? 0) / of, number: numberOf(people, of) };
        }),
      })),
      column,
    ),
  };
};
