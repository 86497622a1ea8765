import { describe, expect, it } from 'vitest';
import { familyOf, isEnding } from '../../src/text/family.ts';

describe('the family of a word', () => {
  it.each([
    ['forankring', 'forankret', 'forankr'],
    ['måle', 'målt', 'mål'],
    ['måle', 'måling', 'mål'],
    ['bygge', 'bygning', 'byg'],
    ['beslutte', 'beslutningerne', 'beslut'],
    ['organisation', 'organiseret', 'organis'],
    ['ansvar', 'ansvarlige', 'ansvar'],
    ['frivillig', 'frivillighed', 'frivillig'],
    ['strategi', 'strategisk', 'strategi'],
    ['samarbejde', 'samarbejdende', 'samarbejde'],
  ])('holds %s and %s', (a, b, shared) => {
    expect(familyOf(a, b, 'da')).toBe(shared);
    expect(familyOf(b, a, 'da')).toBe(shared);
  });

  it.each([
    ['a compound', 'drift', 'driftschef'],
    ['two compounds of one word', 'samarbejde', 'samarbejdspartner'],
    ['words that begin alike', 'kommune', 'kommunikation'],
    ['words that begin alike', 'forvalte', 'forvente'],
    ['words that begin alike', 'samtale', 'samtidig'],
    ['fewer than three letters', 'se', 'set'],
    ['words with nothing in common', 'tid', 'penge'],
  ])('does not hold %s: %s, %s', (_, a, b) => {
    expect(familyOf(a, b, 'da')).toBeUndefined();
  });

  it('knows English endings in English', () => {
    expect(familyOf('measure', 'measuring', 'en')).toBe('measur');
    expect(familyOf('plan', 'planning', 'en')).toBe('plan');
    expect(familyOf('plan', 'planet', 'en')).toBeUndefined();
  });
});

it('knows an ending from the rest of a compound', () => {
  expect(['', 'en', 'erne', 'ningens'].map((rest) => isEnding(rest, 'da'))).toEqual([true, true, true, true]);
  expect(['schef', 'tid', 'arbejde'].map((rest) => isEnding(rest, 'da'))).toEqual([false, false, false]);
});
