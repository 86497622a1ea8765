import { patternKey } from '../patterns.ts';
import type { Finding, Rule } from './rule.ts';

export const weakAlone: Rule = {
  id: 'weak-alone',
  severity: 'error',
  why: 'A weak term counts in the company of other evidence of its theme. Where the theme has no other, it never counts.',
  passing: 'terms: [{ term: tid, weak: true }, travlt]',
  failing: 'terms: [{ term: tid, weak: true }]',
  check(book) {
    const { allThemes, language } = book.codebook;
    return allThemes.flatMap((theme): Finding[] => {
      if (!theme.terms.every((term) => term.weak) || book.isBroken(book.path(theme, 'terms'))) return [];
      const kinds = new Set(theme.terms.map((term) => patternKey(term.pattern, language)));
      if (kinds.size !== 1) return [];
      const message = `"${theme.terms[0]!.written}" is weak and has no company in "${theme.id}", so it never counts`;
      return [{ path: book.path(theme.terms[0]!), message, hint: 'add other terms, or drop weak: true' }];
    });
  },
};
