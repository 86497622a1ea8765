import type { Theme } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

const LEAST_EXAMPLES = 6;
const TOO_MANY = 1 / 3;

const examplesOf = (themes: readonly Theme[]): number =>
  themes.reduce((sum, theme) => sum + theme.examples.length + examplesOf(theme.themes), 0);

export const broadTheme: Rule = {
  id: 'broad-theme',
  severity: 'warn',
  why: 'A theme whose terms are found in a third of the examples of all the others does not tell what people speak of.',
  passing: `
themes:
  - { id: arbejde, label: Arbejde, terms: [vagt] }
  - id: tid
    label: Tid
    examples: [Vi har travlt., Vi løber., Vi når det ikke., Vi må vente., Vi er bagud., Vi er for få.]`,
  failing: `
themes:
  - { id: arbejde, label: Arbejde, terms: [vi] }
  - id: tid
    label: Tid
    examples: [Vi har travlt., Vi løber., Vi når det ikke., Vi må vente., Vi er bagud., Vi er for få.]`,
  check(book) {
    const { allThemes } = book.codebook;
    const all = examplesOf(book.codebook.themes);
    const borne = new Map<Theme, number>();
    for (const owner of allThemes) {
      for (const example of owner.examples) {
        const found = book.explain(example).flatMap(({ themes }) => themes.flatMap((theme) => [theme, ...book.above(theme)]));
        for (const theme of new Set(found)) if (!book.areRelated(theme, owner)) borne.set(theme, (borne.get(theme) ?? 0) + 1);
      }
    }
    return [...borne].flatMap(([theme, count]): Finding[] => {
      const others = all - examplesOf([theme]) - book.above(theme).reduce((sum, one) => sum + one.examples.length, 0);
      if (others < LEAST_EXAMPLES || count <= others * TOO_MANY) return [];
      const message = `"${theme.id}" is found in ${count} of the ${others} examples of other themes`;
      const hint = 'make its widest terms weak, or drop them; codify explain shows which they are';
      return [{ path: book.path(theme, 'terms'), message, hint }];
    });
  },
};
