import type { PlacedTerm } from '../book.ts';
import type { Finding, Rule } from './rule.ts';

export const sameStem: Rule = {
  id: 'same-stem',
  severity: 'warn',
  why: 'Stems are coarse: leder, ledelse and ledig are one. Two such terms find the same words, in one theme for nothing, in two themes for both.',
  passing: 'terms: [leder]',
  failing: 'terms: [leder, ledelse]',
  check(book) {
    const before = new Map<string, Map<string, PlacedTerm[]>>();
    return book.terms.flatMap((placed): Finding[] => {
      const { term, theme, path, words, stems } = placed;
      const alike = before.get(stems) ?? new Map<string, PlacedTerm[]>();
      before.set(stems, alike);
      const others = [...alike].flatMap(([written, terms]) => (written === words ? [] : terms));
      const twin = others.find((other) => other.theme === theme || !(other.term.weak || term.weak || book.areRelated(other.theme, theme)));
      const same = alike.get(words);
      if (!same) alike.set(words, [placed]);
      else if (same.at(-1)!.theme !== theme) same.push(placed);
      if (!twin) return [];
      const where = twin.theme === theme ? '' : ` in "${twin.theme.id}"`;
      const hint = 'keep one, or write = before a word to find that form alone';
      return [{ path, message: `"${term.written}" and "${twin.term.written}"${where} have the same stem and find the same words`, hint }];
    });
  },
};
