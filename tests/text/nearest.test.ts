import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/text/nearest.ts';

describe('nearest', () => {
  it.each([
    ['a letter left out', 'defintion', 'definition'],
    ['a letter too many', 'termss', 'terms'],
    ['a wrong letter', 'tarms', 'terms'],
    ['two letters swapped', 'trems', 'terms'],
    ['another case', 'TERMS', 'terms'],
    ['æ, ø and å', 'direktor', 'direktør'],
  ])('sees through %s', (_, written, meant) => {
    expect(nearest(written, ['label', 'terms', 'definition', 'direktør'])).toBe(meant);
  });

  it('takes the nearest, and the first of equals', () => {
    expect(nearest('thems', ['terms', 'themes'])).toBe('themes');
    expect(nearest('chef', ['cher', 'chel'])).toBe('cher');
  });

  it('offers nothing when more than a third of the letters differ', () => {
    expect(nearest('frivil', ['frivillige'])).toBeUndefined();
    expect(nearest('ledelse', ['styring', 'kultur'])).toBeUndefined();
    expect(nearest('chef', [])).toBeUndefined();
  });
});

describe('didYouMean', () => {
  it('asks, when there is something to ask', () => {
    expect(didYouMean('ledr', ['leder', 'chef'])).toBe('did you mean "leder"?');
    expect(didYouMean('pedel', ['leder', 'chef'])).toBeUndefined();
  });
});
