import type { Rule } from './rule.ts';

export const themeWithoutTerms: Rule = {
  id: 'theme-without-terms',
  severity: 'warn',
  why: 'A theme with no terms, and none in its sub-themes, is never found: in the tables it stands as something nobody speaks of.',
  passing: 'terms: [travlt]',
  failing: 'terms: []',
  check(book) {
    return book.codebook.allThemes
      .filter((theme) => !book.hasTerms(theme))
      .map((theme) => ({
        path: book.path(theme),
        message: `the theme "${theme.id}" has no terms, so nothing is tagged with it`,
        hint: 'add terms: [...]',
      }));
  },
};
