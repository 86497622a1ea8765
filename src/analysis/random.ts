import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A source of whole numbers from 0 to just below `below`, the same ones for the same seed on every machine. */
export type Draw = (below: number) => number;

/** Chance that can be repeated: a sample or an interval drawn with the same seed is the same (xoroshiro128+). */
export function drawing(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (below) => uniformInt(generator, 0, below - 1);
}

/** All of them in an order of chance. */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
  const draw = drawing(seed);
  const order = [...all];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
