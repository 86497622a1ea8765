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
    const drownedIn = new Map<string, Map<Theme, Theme>>();
    for (const { term, theme, stems } of book.terms) {
      if (term.weak || term.unless.length > 0 || theme.unless.length > 0) continue;
      const above = drownedIn.get(stems) ?? new Map<Theme, Theme>();
      for (const one of book.above(theme)) above.set(one, theme);
      drownedIn.set(stems, above);
    }
    return book.terms.flatMap(({ term, theme, path, stems }): Finding[] => {
      const below = drownedIn.get(stems)?.get(theme);
      if (!below) return [];
      const message = `"${term.written}" is a term of the sub-theme "${below.id}" too, where every sentence with it is coded`;
      return [{ path, message, hint: 'keep it in one of them' }];
    });
  },
};
