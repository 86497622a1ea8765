import { nearest } from '../../text/nearest.ts';
import type { Finding, Rule } from './rule.ts';

// "…: brug ledelse.", "use ledelse, tid or mandat": one word, or several with commas and an "or" between them.
const ID = '[\\p{L}\\p{M}\\p{N}]+(?:-[\\p{L}\\p{M}\\p{N}]+)*';
const INSTEAD = new RegExp(
  `(?:^|[:;,.(–]\\s*)(?:brug|use)\\s+(${ID}(?:(?:,?\\s+(?:eller|og|or|and)|,)\\s+${ID})*)\\s*(?=$|[.;,:)])`,
  'giu',
);

export const unknownTheme: Rule = {
  id: 'unknown-theme',
  severity: 'warn',
  why: '“Use the other theme instead” helps nobody when the other theme has been renamed or is gone.',
  passing: `
themes:
  - { id: tid, label: Tid, exclude: "Penge: brug penge." }
  - { id: penge, label: Penge }`,
  failing: `
themes:
  - { id: tid, label: Tid, exclude: "Penge: brug økonomi." }
  - { id: penge, label: Penge }`,
  check(book) {
    const themes = book.codebook.allThemes;
    const ids = themes.map((theme) => theme.id);
    const known = new Set(themes.flatMap(({ id, label, noun }) => [id, label, noun ?? id]).map((name) => name.toLowerCase()));
    return themes.flatMap((theme) =>
      [...(theme.exclude ?? '').normalize('NFC').matchAll(INSTEAD)]
        .flatMap(([, list = '']) => list.split(/,?\s+(?:eller|og|or|and)\s+|,\s+/u))
        .filter((name) => !known.has(name.toLowerCase()))
        .map((name): Finding => {
          const near = nearest(name, ids);
          const hint = near === undefined ? 'name a theme of this codebook' : `did you mean "${near}"?`;
          return { path: book.path(theme, 'exclude'), message: `there is no theme "${name}" to use instead`, hint };
        }),
    );
  },
};
