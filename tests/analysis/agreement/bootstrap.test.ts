import { describe, expect, it } from 'vitest';
import { intervals } from '../../../src/analysis/agreement/bootstrap.ts';

/** The share of units that are 1. */
const shareOf =
  (units: readonly number[]) =>
  (weights: Float64Array): number[] => [units.reduce((sum, value, i) => sum + value * weights[i]!, 0) / units.length];

describe('the interval of a figure', () => {
  const half = Array.from({ length: 100 }, (_, i) => i % 2);

  it('is that of the draws: of 100 units, half of them 1, about ten either way', () => {
    const [interval] = intervals(100, shareOf(half));
    expect(interval!.low).toBeGreaterThan(0.38);
    expect(interval!.low).toBeLessThan(0.43);
    expect(interval!.high).toBeGreaterThan(0.57);
    expect(interval!.high).toBeLessThan(0.62);
  });

  it('is the same in every run', () => {
    expect(intervals(100, shareOf(half))).toEqual(intervals(100, shareOf(half)));
  });

  it('is narrower with more units', () => {
    const [many] = intervals(900, shareOf(Array.from({ length: 900 }, (_, i) => i % 2)));
    const [few] = intervals(100, shareOf(half));
    expect(many!.high - many!.low).toBeLessThan((few!.high - few!.low) / 2);
  });

  it('is none where too many draws give no figure', () => {
    let draw = 0;
    const everyTenth = (): ('no units' | number)[] => {
      draw += 1;
      return [draw % 10 === 0 ? 'no units' : 1, 1];
    };
    expect(intervals(10, everyTenth)).toEqual([undefined, { low: 1, high: 1 }]);
  });

  it('is none without units', () => expect(intervals(0, () => [1])).toEqual([]));
});
