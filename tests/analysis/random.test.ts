import { describe, expect, it } from 'vitest';
import { drawing, shuffled } from '../../src/analysis/random.ts';

describe('chance', () => {
  it('gives the same numbers for the same seed, on every machine', () => {
    const draw = drawing(1);
    expect(Array.from({ length: 8 }, () => draw(100))).toMatchInlineSnapshot(`
      [
        46,
        28,
        81,
        97,
        90,
        29,
        22,
        83,
      ]
    `);
    expect(shuffled(['a', 'b', 'c', 'd', 'e'], 1)).toEqual(shuffled(['a', 'b', 'c', 'd', 'e'], 1));
  });

  it('gives other numbers for another seed', () => {
    expect(shuffled([...Array(50).keys()], 1)).not.toEqual(shuffled([...Array(50).keys()], 2));
  });

  it('keeps all there is to shuffle, each equally often in each place', () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed += 1) {
      const order = shuffled(['a', 'b', 'c'], seed);
      expect([...order].sort()).toEqual(['a', 'b', 'c']);
      first.set(order[0]!, (first.get(order[0]!) ?? 0) + 1);
    }
    for (const times of first.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
  });
});
