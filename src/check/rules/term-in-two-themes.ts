import type { Theme } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

export const termInTwoThemes: Rule = {
  id: 'term-in-two-themes',
  severity: 'warn',
  why: 'A term that is enough for two themes by itself cannot tell them apart: every sentence with it is counted in both. A weak term, or one with exceptions of its own, may.',
  passing: `
themes:
  - { id: tid, label: Tid, terms: [travlt] }
  - { id: penge, label: Penge, terms: [{ term: travlt, weak: true }, budget] }`,
  failing: `
themes:
  - { id: tid, label: Tid, terms: [travlt] }
  - { id: penge, label: Penge, terms: [travlt, budget] }`,
  check(book) {
    const owners = new Map<string, Theme[]>();
    return book.terms.flatMap(({ term, theme, path, words }): Finding[] => {
      if (term.weak || term.unless.length > 0) return [];
      const themes = owners.get(words) ?? [];
      owners.set(words, themes);
      const other = themes.find((one) => !book.areRelated(one, theme));
      if (themes.at(-1) !== theme) themes.push(theme);
      const hint = 'keep it where it belongs, or mark it weak: true';
      return other === undefined ? [] : [{ path, message: `"${term.written}" is a term of "${other.id}" too`, hint }];
    });
  },
};
