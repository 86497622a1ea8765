import { patternKey } from '../patterns.ts';
import type { Theme } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

export const drownedTerm: Rule = {
  id: 'drowned-term',
  severity: 'warn',
  why: 'A coding names the deepest theme. What is a strong term of a sub-theme is always coded there, so the same term of its parent finds nothing.',
  passing: `
terms: [{ term: travlt, weak: true }, tid]
themes: [{ id: presset, label: Presset, terms: [{ term: travlt, weak: true }, presset] }]`,
  failing: `
terms: [travlt, tid]
themes: [{ id: presset, label: Presset, terms: [travlt, presset] }]`,
  check(book) {
    const { language } = book.codebook;
    const owners = new Map<string, Theme[]>();
    for (const { term, theme } of book.terms) {
      if (term.weak || term.unless.length > 0 || theme.unless.length > 0) continue;
      const key = patternKey(term.pattern, language);
      owners.set(key, [...(owners.get(key) ?? []), theme]);
    }
    return book.terms.flatMap(({ term, theme, path }): Finding[] => {
      const below = owners.get(patternKey(term.pattern, language))?.find((other) => book.isPartOf(other, theme));
      if (!below) return [];
      const message = `"${term.written}" is a term of the sub-theme "${below.id}" too, where every sentence with it is coded`;
      return [{ path, message, hint: 'keep it in one of them' }];
    });
  },
};
