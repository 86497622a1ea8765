import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePoints, detach, liesInside, overlaps, trimSpan } from '../../src/text/spans.ts';
import { runs } from '../chance.ts';

const texts = fc
  .array(fc.constantFrom('a', 'å', 'a\u030a', '😀', '👩‍🌾', '𝐀', '\ud83d', '\ude00', '\n', ' '), { maxLength: 40 })
  .map((some) => some.join(''));

describe('trimSpan', () => {
  it.each([
    ['  ord  ', { start: 0, end: 7 }, 'ord'],
    ['\u00a0\ufeffto ord\u200b\n', { start: 0, end: 10 }, 'to ord'],
    ['\u00adord\u2060', { start: 0, end: 5 }, 'ord'],
    ['a b c', { start: 1, end: 4 }, 'b'],
    ['ord', { start: 0, end: 3 }, 'ord'],
  ])('takes the blanks off the ends of %j', (text, span, words) => {
    const { start, end } = trimSpan(text, span);
    expect(text.slice(start, end)).toBe(words);
  });

  it('is empty where there are only blanks', () => {
    const { start, end } = trimSpan('a   b', { start: 1, end: 4 });
    expect(end).toBe(start);
  });
});

describe('liesInside and overlaps', () => {
  it.each([
    [{ start: 2, end: 4 }, true, true],
    [{ start: 1, end: 5 }, true, true],
    [{ start: 0, end: 2 }, false, true],
    [{ start: 4, end: 6 }, false, true],
    [{ start: 0, end: 6 }, false, true],
    [{ start: 0, end: 1 }, false, false],
    [{ start: 5, end: 7 }, false, false],
  ])('%j against 1–5', (span, inside, shared) => {
    expect(liesInside(span, { start: 1, end: 5 })).toBe(inside);
    expect(overlaps(span, { start: 1, end: 5 })).toBe(shared);
    expect(overlaps({ start: 1, end: 5 }, span)).toBe(shared);
  });
});

describe('CodePoints', () => {
  it('counts what Array.from counts, asked from left to right', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const points = new CodePoints(text);
        let unit = 0;
        for (const [i, char] of Array.from(text).entries()) {
          expect(points.at(unit)).toBe(i);
          unit += char.length;
        }
        expect(points.at(text.length)).toBe(Array.from(text).length);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('counts the same asked in any order', () => {
    const text = '😀 på 👩‍🌾 ø';
    const starts = [0, 2, 3, 4, 5, 6, 8, 9, 11, 12];
    const inOrder = starts.map((start) => Array.from(text.slice(0, start)).length);
    const points = new CodePoints(text);
    expect([...starts.toReversed(), ...starts].map((start) => points.at(start))).toEqual([...inOrder.toReversed(), ...inOrder]);
  });
});

describe('detach', () => {
  it('gives the same string, broken pairs and all', () => {
    expect(detach('Årsmøde 😀 \ud83d')).toBe('Årsmøde 😀 \ud83d');
  });
});
