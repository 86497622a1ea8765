import type { Term, Theme } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

export const termTwice: Rule = {
  id: 'term-twice',
  severity: 'warn',
  why: 'A term that stands twice in a theme is one piece of evidence; the second does nothing, and the two may come to disagree.',
  passing: 'terms: [{ near: [mangle, tid], within: 3 }, travlt]',
  failing: 'terms: [{ near: [mangle, tid], within: 3 }, travlt, { near: [tid, mangle], within: 3 }]',
  check(book) {
    const first = new Map<Theme, Map<string, Term>>();
    return book.terms.flatMap(({ term, theme, path, words }): Finding[] => {
      const inTheme = first.get(theme) ?? new Map<string, Term>();
      first.set(theme, inTheme);
      const twin = inTheme.get(words);
      inTheme.set(words, twin ?? term);
      return twin === undefined
        ? []
        : [{ path, message: `"${term.written}" says the same as "${twin.written}" above`, hint: 'keep one of them' }];
    });
  },
};
