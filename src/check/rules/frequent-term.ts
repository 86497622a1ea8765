import type { Term } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

const LEAST_QUOTES = 8;
const TOO_MANY = 1 / 4;

export const frequentTerm: Rule = {
  id: 'frequent-term',
  severity: 'warn',
  why: 'A term that carries more than a quarter of all the quotes stands for what everybody says, not for one theme among others.',
  said: 'Vi løber. Og så? Vi vil det. Og så? Vi ved det. Og så? Vi kan det. Og så? Vi må det. Og så? Vi skal det. Og så? Vi har travlt. Og så? Vi er trætte.',
  passing: 'terms: [travlt, træt]',
  failing: 'terms: [=vi, travlt]',
  check(book) {
    const quotes = new Map<Term, number>();
    for (const { hits } of book.codings)
      for (const term of new Set(hits.map((hit) => hit.term))) quotes.set(term, (quotes.get(term) ?? 0) + 1);
    const all = book.codings.length;
    if (all < LEAST_QUOTES) return [];
    return book.terms.flatMap(({ term, path }): Finding[] => {
      const carried = quotes.get(term) ?? 0;
      if (carried <= all * TOO_MANY) return [];
      return [
        {
          path,
          message: `"${term.written}" is found in ${carried} of the ${all} quotes`,
          hint: 'make it weak, or write a phrase it stands in',
        },
      ];
    });
  },
};
