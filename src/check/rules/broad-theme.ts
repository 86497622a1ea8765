import { bears } from '../self-test.ts';
import type { Finding, Rule } from './rule.ts';

const LEAST_EXAMPLES = 6;
const TOO_MANY = 1 / 3;

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
    return allThemes.flatMap((theme): Finding[] => {
      if (theme.terms.length === 0) return [];
      const others = allThemes.filter((other) => !book.areRelated(theme, other)).flatMap((other) => other.examples);
      const borne = others.filter((example) => bears(book, theme, example)).length;
      if (others.length < LEAST_EXAMPLES || borne <= others.length * TOO_MANY) return [];
      const message = `"${theme.id}" is found in ${borne} of the ${others.length} examples of other themes`;
      return [
        { path: book.path(theme, 'terms'), message, hint: 'make its widest terms weak, or drop them; codify explain shows which they are' },
      ];
    });
  },
};
