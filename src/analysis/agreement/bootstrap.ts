import { drawing } from '../random.ts';
import type { Figure } from './coefficients.ts';

/** Where a figure may well lie, were other units like these drawn. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const DRAWS = 1000;
const SEED = 1;
/** So large a part of the draws must give a figure: a theme on two units in a hundred is missing in one draw of seven. */
const DEFINED = 0.95;

/**
 * The 95 % intervals of these figures (percentile bootstrap: Efron and Tibshirani 1993, chapter 13): a thousand times as
 * many units as there are, drawn with replacement, the same draws for every figure and in every run.
 * @param units how many there are to draw from
 * @param figures the figures when each unit counts as often as its weight says
 * @returns undefined for a figure that too many of the draws do not give
 */
export function intervals(units: number, figures: (weights: Float64Array) => readonly Figure[]): (Interval | undefined)[] {
  if (units === 0) return [];
  const draw = drawing(SEED);
  const drawn: number[][] = [];
  for (let i = 0; i < DRAWS; i += 1) {
    const weights = new Float64Array(units);
    for (let j = 0; j < units; j += 1) weights[draw(units)]! += 1;
    for (const [which, figure] of figures(weights).entries()) {
      drawn[which] ??= [];
      if (typeof figure === 'number') drawn[which].push(figure);
    }
  }
  return drawn.map((values) => {
    if (values.length < DRAWS * DEFINED) return undefined;
    values.sort((a, b) => a - b);
    const rank = (share: number): number => values[Math.ceil(values.length * share) - 1]!;
    return { low: rank(0.025), high: rank(0.975) };
  });
}
