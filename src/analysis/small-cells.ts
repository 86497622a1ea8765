import type { Column, CountRow } from '../model.ts';

/** A cell of fewer people than this, and more than none, is not shown to others: colleagues can tell who they are. */
const FEWEST_SHOWN = 5;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * How many people stand in each cell of a theme's row, undefined where that is not to be shown: cells of one to four
 * people, and all cells of a row in which its total would give one of them back.
 */
export function shownPeople({ cells, total }: CountRow, columns: readonly Column[]): (number | undefined)[] {
  const isShown = cells.map(({ people }) => people === 0 || people >= FEWEST_SHOWN);
  // A hidden cell holds at least one person, and at most so many; together they hold what the total leaves.
  const most = columns.map(({ people }, i) => (isShown[i] ? 0 : Math.min(FEWEST_SHOWN - 1, people)));
  const hidden = most.filter((people) => people > 0).length;
  const rest = total.people - sum(cells.map(({ people }, i) => (isShown[i] ? people : 0)));
  const isGivenBack = most.some(
    (people) => people > 0 && Math.max(1, rest - (sum(most) - people)) >= Math.min(people, rest - (hidden - 1)),
  );
  return cells.map(({ people }, i) => (isShown[i] && !isGivenBack ? people : undefined));
}
