import { patternKey } from '../patterns.ts';
import type { PlacedTerm } from '../book.ts';
import type { Finding, Rule } from './rule.ts';

export const sameStem: Rule = {
  id: 'same-stem',
  severity: 'warn',
  why: 'Stems are coarse: leder, ledelse and ledig are one. Two such terms find the same words, in one theme for nothing, in two themes for both.',
  passing: 'terms: [leder]',
  failing: 'terms: [leder, ledelse]',
  check(book) {
    const { language } = book.codebook;
    const first = new Map<string, PlacedTerm[]>();
    return book.terms.flatMap((placed): Finding[] => {
      const { term, theme, path } = placed;
      const key = patternKey(term.pattern, language);
      const before = first.get(key) ?? [];
      first.set(key, [...before, placed]);
      const twin = before.find(
        (other) =>
          patternKey(other.term.pattern) !== patternKey(term.pattern) &&
          (other.theme === theme || !(other.term.weak || term.weak || book.areRelated(other.theme, theme))),
      );
      if (!twin) return [];
      const where = twin.theme === theme ? '' : ` in "${twin.theme.id}"`;
      const hint = 'keep one, or write = before a word to find that form alone';
      return [{ path, message: `"${term.written}" and "${twin.term.written}"${where} have the same stem and find the same words`, hint }];
    });
  },
};
