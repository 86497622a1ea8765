/*
 * Coefficients of agreement over a matrix of units × coders. Each is (observed − expected) / (1 − expected): how far
 * coders agree, beyond what chance alone would give. They differ in what they take for chance.
 */

/** What each coder says of each unit; undefined where she was not shown it. Equal values are the same to `===`. */
export type Ratings<T> = readonly (readonly (T | undefined)[])[];

/** Why there is no figure. */
export type NoFigure = 'no units' | 'nothing varies';

/** A figure, or why there is none: where all say the same of all, chance alone would give it, and a coefficient is 0/0. */
export type Figure = number | NoFigure;

/** What a coefficient is made of. */
export interface Parts {
  /** How often coders agree, from 0 to 1. */
  readonly observed: number;
  /** How often they would by chance. */
  readonly expected: number;
  /** How many units it rests on. */
  readonly units: number;
}

const isFigure = <T>(part: T | NoFigure): part is T => typeof part !== 'string';

/** The coefficient of these parts. */
export function coefficient(parts: Parts | NoFigure): Figure {
  return isFigure(parts) ? (parts.observed - parts.expected) / (1 - parts.expected) : parts;
}

/**
 * The parts of several themes as those of one, by the means of what was observed and expected, a unit counting the same
 * in each (De Vries, Elliott, Kanouse and Teleki 2008, Field Methods 20:272). Themes nobody used have no say.
 */
export function pooled(all: readonly (Parts | NoFigure)[]): Parts | NoFigure {
  const parts = all.filter((one) => isFigure(one));
  const units = parts.reduce((sum, one) => sum + one.units, 0);
  if (units === 0) return all.includes('nothing varies') ? 'nothing varies' : 'no units';
  const mean = (what: 'observed' | 'expected'): number => parts.reduce((sum, one) => sum + one[what] * one.units, 0) / units;
  return { observed: mean('observed'), expected: mean('expected'), units };
}

/** How often each value was given to each unit. */
function tallies<T>(ratings: Ratings<T>): Map<T, number>[] {
  return ratings.map((unit) => {
    const tally = new Map<T, number>();
    for (const value of unit) if (value !== undefined) tally.set(value, (tally.get(value) ?? 0) + 1);
    return tally;
  });
}

const total = (tally: ReadonlyMap<unknown, number>): number => [...tally.values()].reduce((sum, n) => sum + n, 0);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The share of pairs of coders who agree, a mean over the units that two or more were shown. */
export function share<T>(ratings: Ratings<T>): Figure {
  const several = tallies(ratings).filter((tally) => total(tally) > 1);
  if (several.length === 0) return 'no units';
  return mean(
    several.map((tally) => {
      const all = total(tally);
      return [...tally.values()].reduce((sum, n) => sum + n * (n - 1), 0) / (all * (all - 1));
    }),
  );
}

/** How large a part of a unit's ratings each value has, a mean over all units. */
function shares<T>(ratings: Ratings<T>): Map<T, number> {
  const rated = tallies(ratings).filter((tally) => tally.size > 0);
  const sums = new Map<T, number>();
  for (const tally of rated) for (const [value, n] of tally) sums.set(value, (sums.get(value) ?? 0) + n / (total(tally) * rated.length));
  return sums;
}

/** The parts of a coefficient of agreement whose chance follows from the shares of the values. */
function partsBy<T>(ratings: Ratings<T>, expected: (shares: readonly number[]) => number): Parts | NoFigure {
  const observed = share(ratings);
  if (!isFigure(observed)) return observed;
  const values = [...shares(ratings).values()];
  if (values.length < 2) return 'nothing varies';
  return {
    observed,
    expected: expected(values),
    units: ratings.filter((unit) => unit.filter((value) => value !== undefined).length > 1).length,
  };
}

/** Cohen's kappa for two coders, each with her own shares (Cohen 1960, Educational and Psychological Measurement 20:37). */
export function cohensKappa<T>(ratings: Ratings<T>): Parts | NoFigure {
  const pairs = ratings.filter((unit) => unit.every((value) => value !== undefined));
  if (pairs.length === 0) return 'no units';
  const [one, other] = [0, 1].map((coder) => shares(pairs.map((unit) => [unit[coder]])));
  const expected = [...one!].reduce((sum, [value, p]) => sum + p * (other!.get(value) ?? 0), 0);
  if (one!.size === 1 && other!.size === 1 && expected > 0) return 'nothing varies';
  return { observed: mean(pairs.map(([a, b]) => (a === b ? 1 : 0))), expected, units: pairs.length };
}

/** Fleiss' kappa, for any number of coders, all with the same shares (Fleiss 1971, Psychological Bulletin 76:378). */
export function fleissKappa<T>(ratings: Ratings<T>): Parts | NoFigure {
  return partsBy(ratings, (shares) => shares.reduce((sum, p) => sum + p * p, 0));
}

/**
 * Gwet's AC1, which stays high where a value is rare and coders agree (Gwet 2008, British Journal of Mathematical and
 * Statistical Psychology 61:29). The values are those that occur.
 */
export function gwetsAc1<T>(ratings: Ratings<T>): Parts | NoFigure {
  return partsBy(ratings, (shares) => shares.reduce((sum, p) => sum + p * (1 - p), 0) / (shares.length - 1));
}
