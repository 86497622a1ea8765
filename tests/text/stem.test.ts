import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stem.ts';

describe('stem', () => {
  it.each([
    ['one word in all its forms', ['ildsjæl', 'ildsjælen', 'ildsjæle', 'ildsjælene', 'ildsjælenes']],
    ['a word and its relatives, coarsely', ['leder', 'ledelse', 'ledig']],
    ['an abbreviation and its endings', ['dsb', "dsb's", "dsb'er", "dsb'erne"]],
    ['two words that are cut alike', ['borger', 'borg']],
  ])('Danish joins %s', (_, words) => {
    expect(new Set(words.map((word) => stem(word, 'da'))).size).toBe(1);
  });

  it.each([
    ['forms of an irregular verb', ['måle', 'målt']],
    ['a word and its adjective', ['politik', 'politisk']],
    ['a and å', ['far', 'får']],
  ])('Danish keeps %s apart', (_, words) => {
    expect(new Set(words.map((word) => stem(word, 'da'))).size).toBe(2);
  });

  it('goes by the language', () => {
    expect(stem('running', 'en')).toBe(stem('runs', 'en'));
    expect(stem('running', 'da')).not.toBe(stem('runs', 'da'));
  });
});
