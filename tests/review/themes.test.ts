import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/load.ts';
import type { Theme } from '../../src/model.ts';
import { ThemeSearch } from '../../src/review/themes.ts';

const { allThemes } = await loadCodebook(resolve(import.meta.dirname, '../../codebooks/fra-myndighed-til-partner.yaml'));
const search = new ThemeSearch({ allThemes });
const firstFive = (typed: string): Theme[] => search.find(typed).slice(0, 5);
const wordsOf = (label: string): string[] => label.match(/\p{L}+/gu)!;
/** A theme with a name or two, as small as the search needs it. */
const named = (id: string, label: string, above: readonly string[] = []): Theme => ({
  ...allThemes[0]!,
  id,
  label,
  noun: undefined,
  path: [...above, id],
});
const ids = (themes: readonly Theme[], typed: string): string[] => new ThemeSearch({ allThemes: themes }).find(typed).map(({ id }) => id);

describe('searching for a theme', () => {
  it.each(allThemes.map((theme) => [theme.label, theme] as const))(
    'finds "%s" by three to five letters, among the first five',
    (label, theme) => {
      const letters = wordsOf(label).join('');
      for (const count of [3, 4, 5]) expect(firstFive(letters.slice(0, count))).toContain(theme);
      const initials = wordsOf(label)
        .map((word) => word[0])
        .join('');
      if (initials.length > 2) expect(firstFive(initials.slice(0, 5))).toContain(theme);
    },
  );

  it('takes æ, ø and å as ae, oe and aa, either way', () => {
    for (const [typed, plain] of [
      ['næse', 'naese'],
      ['åben', 'aaben'],
      ['fælles', 'faelles'],
    ] as const) {
      expect(search.find(typed).length).toBeGreaterThan(0);
      expect(search.find(typed)).toEqual(search.find(plain));
    }
    expect(ids([named('a', 'Aarhus og omegn')], 'årh')).toEqual(['a']);
    expect(ids([named('a', 'Idéer og caféer')], 'idee')).toEqual(['a']);
  });

  it('puts beginnings before words, then beginnings of words, letters together, and letters in order', () => {
    const themes = [
      named('in-order', 'Lov til at undre'),
      named('inside', 'Afleder'),
      named('beginnings', 'Langt eller dårligt'),
      named('word', 'Nær ledelse'),
      named('beginning', 'Ledelse'),
      named('none', 'Tid'),
    ];
    expect(ids(themes, 'led')).toEqual(['beginning', 'word', 'beginnings', 'inside']);
    expect(ids(themes, 'ltu')).toEqual(['in-order']);
  });

  it('keeps the codebook’s order among equals, and shows all of it where nothing is typed', () => {
    const themes = [named('b', 'Tid til møder'), named('a', 'Tid til ro'), named('c', 'Ro')];
    expect(ids(themes, 'tid')).toEqual(['b', 'a']);
    expect(ids(themes, ' ')).toEqual(['b', 'a', 'c']);
  });

  it('finds a theme by the one above it, after those that are named so themselves', () => {
    const themes = [named('ledelse', 'Ledelse'), named('ro', 'Råderum', ['ledelse']), named('led', 'Led i en kæde')];
    expect(ids(themes, 'led')).toEqual(['ledelse', 'led', 'ro']);
    expect(ids(themes, 'ledelse rå')).toEqual(['ro']);
  });

  it('takes blanks, hyphens and capitals as they come, and finds nothing in nonsense', () => {
    const [first] = allThemes;
    expect(search.find(first!.id)).toContain(first);
    expect(search.find(first!.label.toUpperCase())[0]).toBe(first);
    expect(search.find('xqzxqz')).toEqual([]);
  });
});
