import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownPeople } from '../../src/analysis/small-cells.ts';
import type { Amounts, Column, CountRow } from '../../src/model.ts';
import { runs } from '../chance.ts';

const amounts = (people: number): Amounts => ({ people, quotes: people, interviews: people, words: people });
const columns = (sizes: readonly number[]): Column[] =>
  sizes.map((people, i) => ({ id: `r${i}`, people, interviews: people, words: people }));
const shown = (cells: readonly number[], sizes: readonly number[]): (number | undefined)[] => {
  const total = cells.reduce((a, b) => a + b, 0);
  const row = { cells: cells.map(amounts), total: amounts(total) } as unknown as CountRow;
  return shownPeople(row, columns(sizes));
};

/** Every way people of these columns can add up to the same total. */
function* alike(sizes: readonly number[], total: number): Generator<number[]> {
  const [first, ...rest] = sizes;
  if (first === undefined) {
    if (total === 0) yield [];
    return;
  }
  for (let n = 0; n <= Math.min(first, total); n += 1) for (const others of alike(rest, total - n)) yield [n, ...others];
}

describe('small cells', () => {
  it('hides one to four people and shows five, and none', () => {
    expect(shown([0, 4, 2, 5], [6, 9, 9, 9])).toEqual([0, undefined, undefined, 5]);
  });

  it.each([
    ['one hidden cell', [0, 3, 8], [5, 9, 9]],
    ['one person in each hidden cell', [1, 1, 0, 7], [5, 5, 5, 9]],
    ['everyone of two small roles', [3, 4, 6, 9], [3, 4, 9, 9]],
    ['a role of one person', [1, 2, 2, 9], [1, 5, 5, 9]],
  ])('hides the whole row where the total gives back %s', (_, cells, sizes) => {
    expect(shown(cells, sizes)).toEqual(cells.map(() => undefined));
  });

  it('shows a row where nobody speaks of it', () => {
    expect(shown([0, 0], [3, 9])).toEqual([0, 0]);
  });

  it('shows no cell of one to four people, and tells who knows the rule and the total no hidden number', () => {
    const row = fc
      .array(
        fc.integer({ min: 1, max: 8 }).chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size }))),
        { minLength: 2, maxLength: 4 },
      )
      .map((pairs) => ({ sizes: pairs.map(([size]) => size), cells: pairs.map(([, cell]) => cell) }));
    fc.assert(
      fc.property(row, ({ sizes, cells }) => {
        const seen = shown(cells, sizes);
        expect(seen.every((people) => people === undefined || people === 0 || people >= 5)).toBe(true);
        const total = cells.reduce((a, b) => a + b, 0);
        // A total of everyone says it of each cell, whatever is hidden; and a row without numbers tells its total alone.
        if (total === sizes.reduce((a, b) => a + b, 0)) return;
        const hasNumbers = seen.some((people) => people !== undefined);
        const others = [...alike(sizes, total)].filter((one) => !hasNumbers || shown(one, sizes).every((people, i) => people === seen[i]));
        for (const [i, people] of seen.entries()) {
          if (people === undefined)
            expect(new Set(others.map((one) => one[i])).size, `${cells.join()} of ${sizes.join()}, cell ${i}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });
});
