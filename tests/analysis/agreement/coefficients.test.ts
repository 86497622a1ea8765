import { describe, expect, it } from 'vitest';
import { krippendorffsAlpha, masi } from '../../../src/analysis/agreement/alpha.ts';
import {
  coefficient,
  cohensKappa,
  fleissKappa,
  gwetsAc1,
  pooled,
  share,
  type NoFigure,
  type Parts,
  type Ratings,
} from '../../../src/analysis/agreement/coefficients.ts';

/** A matrix of units × coders from a line for each coder; `.` is missing. */
function byCoder(...lines: readonly string[]): Ratings<string> {
  const rows = lines.map((line) => line.split(' '));
  return rows[0]!.map((_, unit) => rows.map((row) => (row[unit] === '.' ? undefined : row[unit])));
}

/** A matrix from what two coders said together how often. */
function byTable(table: readonly (readonly number[])[]): Ratings<string> {
  return table.flatMap((row, a) => row.flatMap((n, b) => Array.from({ length: n }, () => [String(a), String(b)])));
}

const alpha = <T>(ratings: Ratings<T>): number => coefficient(krippendorffsAlpha(ratings)()) as number;
const partsOf = (parts: Parts | NoFigure): Parts => {
  if (typeof parts === 'string') throw new Error(parts);
  return parts;
};
const figures = (ratings: Ratings<unknown>): Record<string, unknown> => ({
  share: share(ratings),
  kappa: coefficient(cohensKappa(ratings)),
  fleiss: coefficient(fleissKappa(ratings)),
  alpha: coefficient(krippendorffsAlpha(ratings)()),
  ac1: coefficient(gwetsAc1(ratings)),
});

describe('coefficients of agreement, by what was published', () => {
  it('Krippendorff 2004, p. 230 (= irrCAC, cac.raw4raters): four coders, ratings missing', () => {
    const ratings = byCoder('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .');
    const { observed, expected } = partsOf(krippendorffsAlpha(ratings)());
    expect(1 - observed).toBeCloseTo(0.2, 4);
    expect(1 - expected).toBeCloseTo(0.7795, 4);
    expect(alpha(ratings)).toBeCloseTo(0.7434, 4);
    expect(share(ratings)).toBeCloseTo(0.81818, 5);
    expect(coefficient(gwetsAc1(ratings))).toBeCloseTo(0.77544, 5);
    expect(coefficient(fleissKappa(ratings))).toBeCloseTo(0.76117, 5);
  });

  it("Wikipedia, Krippendorff's alpha: three coders, ratings missing", () => {
    const ratings = byCoder('. . . . . 3 4 1 2 1 1 3 3 . 3', '1 . 2 1 3 3 4 3 . . . . . . .', '. . 2 1 3 4 4 . 2 1 1 3 3 . 4');
    expect(alpha(ratings)).toBeCloseTo(0.6914, 4);
  });

  it('Krippendorff 2004, p. 224: two coders, two values', () => {
    const ratings = byCoder('1 1 0 0 0 0 0 0 0 0', '0 1 1 0 0 1 0 1 0 0');
    const { observed, expected } = partsOf(krippendorffsAlpha(ratings)());
    expect([1 - observed, 1 - expected]).toEqual([expect.closeTo(0.4, 4), expect.closeTo(0.4421, 4)]);
    expect(share(ratings)).toBeCloseTo(0.6, 10);
    expect(alpha(ratings)).toBeCloseTo(0.0952, 4);
  });

  it('Krippendorff 2004, p. 227: two coders, three values', () => {
    expect(alpha(byCoder('a a b b b b b c c c c c', 'a b b b b b c c c c c c'))).toBeCloseTo(0.7341, 4);
  });

  it('the manual of ATLAS.ti: two coders, one code', () => {
    const ratings = byCoder('1 1 0 0 0 0 0 0 0 0', '0 1 1 0 0 1 0 1 0 0');
    const kappa = partsOf(cohensKappa(ratings));
    expect([kappa.observed, kappa.expected]).toEqual([expect.closeTo(0.6, 10), expect.closeTo(0.56, 10)]);
    expect(coefficient(kappa)).toBeCloseTo(0.0909, 4);
    expect(alpha(ratings)).toBeCloseTo(0.0952, 4);
  });

  it('Cohen 1960, p. 45', () => {
    const ratings = byTable([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    const kappa = partsOf(cohensKappa(ratings));
    expect([kappa.observed, kappa.expected]).toEqual([expect.closeTo(0.7, 10), expect.closeTo(0.41, 10)]);
    expect(coefficient(kappa)).toBeCloseTo(0.4915, 4);
    // Of two coders Fleiss' kappa is Scott's pi.
    expect(coefficient(fleissKappa(ratings))).toBeCloseTo(0.4872, 4);
    expect(coefficient(gwetsAc1(ratings))).toBeCloseTo(0.576, 4);
  });

  it('Cohen 1960, p. 37: worse than chance', () => {
    const ratings = byTable([
      [25, 12, 3],
      [13, 2, 15],
      [12, 16, 2],
    ]);
    const kappa = partsOf(cohensKappa(ratings));
    expect([kappa.observed, kappa.expected]).toEqual([expect.closeTo(0.29, 10), expect.closeTo(0.35, 10)]);
    expect(coefficient(kappa)).toBeCloseTo(-0.0923, 4);
    expect(coefficient(gwetsAc1(ratings))).toBeCloseTo(-0.048, 4);
  });

  it('irrCAC, cont3x3abstractors', () => {
    const ratings = byTable([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]);
    expect(figures(ratings)).toEqual({
      share: expect.closeTo(0.89, 5),
      kappa: expect.closeTo(0.79641, 5),
      fleiss: expect.closeTo(0.79624, 5),
      alpha: expect.closeTo(0.79726, 5),
      ac1: expect.closeTo(0.84933, 5),
    });
  });

  it('Brennan and Prediger 1981, p. 689', () => {
    const ratings = byTable([
      [50, 0, 0],
      [10, 10, 10],
      [20, 0, 0],
    ]);
    expect(share(ratings)).toBeCloseTo(0.6, 10);
    expect(coefficient(cohensKappa(ratings))).toBeCloseTo(0.2727, 4);
  });

  it("Gwet's paradox: a rare value, high agreement and a kappa below 0", () => {
    const ratings = byTable([
      [118, 5],
      [2, 0],
    ]);
    expect(share(ratings)).toBeCloseTo(0.944, 4);
    expect(coefficient(cohensKappa(ratings))).toBeCloseTo(-0.0234, 4);
    expect(coefficient(gwetsAc1(ratings))).toBeCloseTo(0.9408, 4);
  });

  it('Fleiss 1971: thirty patients, six psychiatrists, five diagnoses', () => {
    const rows =
      '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 ' +
      '333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555';
    const ratings = rows.split(' ').map((row) => row.split(''));
    const fleiss = partsOf(fleissKappa(ratings));
    expect(fleiss.units).toBe(30);
    expect([fleiss.observed, fleiss.expected]).toEqual([expect.closeTo(0.5556, 4), expect.closeTo(0.2199, 4)]);
    expect(coefficient(fleiss)).toBeCloseTo(0.4302, 4);
    expect(alpha(ratings)).toBeCloseTo(0.4334, 4);
    expect(coefficient(gwetsAc1(ratings))).toBeCloseTo(0.4479, 4);
    // Each diagnosis against all others.
    for (const [value, expected] of [0.2448, 0.2448, 0.52, 0.4711, 0.5661].entries()) {
      const one = ratings.map((row) => row.map((given) => given === String(value + 1)));
      expect(coefficient(fleissKappa(one))).toBeCloseTo(expected, 4);
    }
  });

  it('Hayes and Krippendorff 2007, p. 84: forty units, five coders, ratings missing', () => {
    const rows =
      '112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. 000.0 ' +
      '0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1';
    const ratings = rows.split(' ').map((row) => row.split('').map((value) => (value === '.' ? undefined : value)));
    expect(ratings).toHaveLength(40);
    expect(alpha(ratings)).toBeCloseTo(0.4765, 4);
  });

  it('Krippendorff 1995, A: two stretches of a text of 24 positions, position by position', () => {
    const positions = (...stretches: readonly [number, number][]): boolean[] =>
      Array.from({ length: 24 }, (_, i) => stretches.some(([start, length]) => i >= start && i < start + length));
    const [bertha, bill] = [positions([2, 8], [14, 6]), positions([4, 4], [15, 2])];
    const ratings = bertha.map((one, i) => [one, bill[i]]);
    expect(figures(ratings)).toMatchObject({
      kappa: expect.closeTo(0.3846, 4),
      fleiss: expect.closeTo(0.3143, 4),
      alpha: expect.closeTo(0.3286, 4),
    });
  });
});

describe('alpha over sets', () => {
  const set = (letters: string): ReadonlySet<string> => new Set(letters);

  it('takes the distance of Passonneau 2006: 1 − J × M', () => {
    // NLTK's example, which rounds 2/3 to 0.67: 0.665.
    expect(masi(new Set([1, 2]), new Set([1, 2, 3, 4]))).toBeCloseTo(1 - (1 / 2) * (2 / 3), 10);
    expect(masi(set('AB'), set('BC'))).toBeCloseTo(1 - (1 / 3) * (1 / 3), 10);
    expect([masi(set('A'), set('B')), masi(set('A'), set('')), masi(set(''), set('')), masi(set('AB'), set('BA'))]).toEqual([1, 1, 0, 0]);
  });

  // Nine units of two coders, from the tests of DKPro Statistics.
  const rows = [',', 'A,', 'A,A', 'A,B', 'AB,A', 'AB,AC', 'ABC,ABC', 'C,AC', 'C,AC'];
  const sets = new Map(['', 'A', 'B', 'C', 'AB', 'AC', 'ABC'].map((letters) => [letters, set(letters)]));
  const ratings = rows.map((row) => row.split(',').map((letters) => sets.get(letters)!));

  it('gives what DKPro prints for the distance of Passonneau 2004: 0, 1/3, 2/3 and 1', () => {
    const steps = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
      const shared = [...a].filter((one) => b.has(one)).length;
      if (a === b) return 0;
      return shared === Math.min(a.size, b.size) ? 1 / 3 : shared > 0 ? 2 / 3 : 1;
    };
    const parts = partsOf(krippendorffsAlpha(ratings, steps)());
    expect([1 - parts.observed, 1 - parts.expected]).toEqual([expect.closeTo(1 / 3, 10), expect.closeTo(188 / 459, 10)]);
    expect(coefficient(parts)).toBeCloseTo(0.1862, 4);
  });

  it('gives what is worked out by hand for MASI', () => {
    const parts = partsOf(krippendorffsAlpha(ratings, masi)());
    expect([1 - parts.observed, 1 - parts.expected]).toEqual([expect.closeTo(44 / 81, 10), expect.closeTo(343 / 459, 10)]);
    expect(coefficient(parts)).toBeCloseTo(0.2731, 4);
  });

  it('is nominal alpha where every set is of one theme', () => {
    const [a, b] = [set('A'), set('B')];
    const one = [
      [a, a],
      [a, b],
      [b, b],
      [b, b],
      [a, a],
    ];
    expect(coefficient(krippendorffsAlpha(one, masi)())).toBeCloseTo(alpha(one.map((row) => row.map((value) => value === a))), 10);
  });
});

describe('where there is no figure', () => {
  const same = byCoder('1 1 1', '1 1 1');

  it('says why, and never 1, 0 or NaN: nothing varies, or no unit was shown to two coders', () => {
    const none = 'nothing varies';
    expect(figures(same)).toEqual({ share: 1, kappa: none, fleiss: none, alpha: none, ac1: none });
    for (const ratings of [[], byCoder('1 . 2', '. 1 .')]) {
      const missing = 'no units';
      expect(figures(ratings)).toEqual({ share: missing, kappa: missing, fleiss: missing, alpha: missing, ac1: missing });
    }
  });

  it('gives kappa 0 where one coder alone never varies', () => {
    expect(coefficient(cohensKappa(byCoder('1 1 1 1', '1 2 1 2')))).toBe(0);
    expect(coefficient(cohensKappa(byCoder('1 1', '2 2')))).toBe(0);
  });
});

describe('several themes as one', () => {
  const first = byTable([
    [40, 5],
    [5, 10],
  ]);
  const second = byTable([
    [28, 1],
    [1, 0],
  ]);

  it('are the means of what was observed and of what was expected, a unit counting the same in each (De Vries 2008)', () => {
    const [a, b] = [partsOf(cohensKappa(first)), partsOf(cohensKappa(second))];
    const mean = (what: 'observed' | 'expected'): number => (60 * a[what] + 30 * b[what]) / 90;
    const kappa = (mean('observed') - mean('expected')) / (1 - mean('expected'));
    expect(coefficient(pooled([a, b]))).toBeCloseTo(kappa, 10);
  });

  it('take no notice of a theme nobody used', () => {
    const unused = byTable([[500]]);
    const all = [first, second, unused].map((ratings) => gwetsAc1(ratings));
    expect(pooled(all)).toEqual(pooled(all.slice(0, 2)));
    expect(pooled([gwetsAc1(unused)])).toBe('nothing varies');
    expect(pooled([])).toBe('no units');
  });

  it('weigh units as they are told', () => {
    const twice = krippendorffsAlpha(first)(new Float64Array(first.length).fill(2));
    const doubled = krippendorffsAlpha([...first, ...first])();
    expect(twice).toEqual(doubled);
  });
});
