import type { Finding, Rule } from './rule.ts';

export const unmentionedTheme: Rule = {
  id: 'unmentioned-theme',
  severity: 'warn',
  why: 'A theme nobody mentions has the wrong terms, or is the analyst’s and not the interviewees’: both are worth knowing.',
  said: 'Vi har travlt.',
  passing: `
themes:
  - { id: tid, label: Tid, terms: [travlt] }`,
  failing: `
themes:
  - { id: tid, label: Tid, terms: [travlt] }
  - { id: penge, label: Penge, terms: [budget] }`,
  check(book) {
    const mentioned = new Set(book.codings.map((coding) => coding.theme));
    return book.codebook.allThemes.flatMap((theme): Finding[] => {
      if ([...mentioned].some((one) => one === theme || book.isPartOf(one, theme))) return [];
      return [{ path: book.path(theme), message: `nobody in the interviews mentions "${theme.id}"` }];
    });
  },
};
