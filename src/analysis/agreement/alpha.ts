import type { NoFigure, Parts, Ratings } from './coefficients.ts';

/** How far two values are from each other, from 0 for the same to 1; for alpha it is the squared difference. */
export type Distance<T> = (a: T, b: T) => number;

/** Values either are the same or differ. */
const nominal = (a: unknown, b: unknown): number => (a === b ? 0 : 1);

/**
 * How far two sets of themes are from each other: 1 − J × M, J being what they share of what they have together, and M
 * 1 for the same sets, 2/3 where one holds the other, 1/3 where they overlap and 0 otherwise. Two empty sets are the
 * same. (MASI: Passonneau 2006, LREC, p. 831)
 */
export function masi(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): number {
  const shared = [...a].filter((value) => b.has(value)).length;
  const together = a.size + b.size - shared;
  if (shared === together) return 0;
  const monotonicity = shared === 0 ? 0 : shared === a.size || shared === b.size ? 2 / 3 : 1 / 3;
  return 1 - (shared / together) * monotonicity;
}

/** A row of ratings as it occurs among the units, any number of times. */
interface Pattern {
  /** The sum of the distances of its pairs, both ways, over the number of its other ratings. */
  readonly disagreement: number;
  /** The values in it, by their number, each as often as it occurs. */
  readonly values: readonly number[];
}

/**
 * Krippendorff's alpha, 1 − Do/De, for any number of coders and ratings that are missing (Krippendorff 2004, Content
 * Analysis, chapter 11). A unit only one coder was shown has no say. Do and De come as observed and expected agreement.
 * @returns the parts when each unit counts as often as its weight says, once without weights
 */
export function krippendorffsAlpha<T>(ratings: Ratings<T>, distance: Distance<T> = nominal): (weights?: Float64Array) => Parts | NoFigure {
  const values: T[] = [];
  const numbers = new Map<T, number>();
  const patterns: Pattern[] = [];
  const known = new Map<string, number>();
  const patternOf = Int32Array.from(ratings, (unit) => {
    const given = unit.filter((value) => value !== undefined);
    if (given.length < 2) return -1;
    const row = given.map((value) => {
      const number = numbers.get(value) ?? values.push(value) - 1;
      numbers.set(value, number);
      return number;
    });
    const key = row.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, patterns.length);
    const pairs = given.flatMap((a, i) => given.flatMap((b, j) => (i === j ? [] : [distance(a, b)])));
    patterns.push({ values: row, disagreement: pairs.reduce((sum, one) => sum + one, 0) / (given.length - 1) });
    return patterns.length - 1;
  });
  const distances = values.map((a) => Float64Array.from(values, (b) => distance(a, b)));
  const times = new Float64Array(patterns.length);
  const often = new Float64Array(values.length);
  const once = new Float64Array(ratings.length).fill(1);
  return (weights = once) => {
    times.fill(0);
    often.fill(0);
    for (let unit = 0; unit < patternOf.length; unit += 1) {
      const pattern = patternOf[unit]!;
      if (pattern >= 0) times[pattern]! += weights[unit]!;
    }
    let observed = 0;
    let units = 0;
    for (const [i, { disagreement, values: row }] of patterns.entries()) {
      observed += times[i]! * disagreement;
      units += times[i]!;
      for (const value of row) often[value]! += times[i]!;
    }
    const n = often.reduce((sum, one) => sum + one, 0);
    if (n === 0) return 'no units';
    let expected = 0;
    for (let a = 0; a < values.length; a += 1) {
      if (often[a] === 0) continue;
      for (let b = 0; b < values.length; b += 1) expected += often[a]! * often[b]! * distances[a]![b]!;
    }
    if (expected === 0) return 'nothing varies';
    return { observed: 1 - observed / n, expected: 1 - expected / (n * (n - 1)), units };
  };
}
