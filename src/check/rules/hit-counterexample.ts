import { bears, foundBy } from '../self-test.ts';
import type { Finding, Rule } from './rule.ts';

export const hitCounterexample: Rule = {
  id: 'hit-counterexample',
  severity: 'error',
  why: 'A counterexample looks like the theme and is not. When the terms find it, they find such sentences in the interviews too.',
  passing: `
terms: [mål*]
unless: [mål i kampen]
counterexamples: [Der var tre mål i kampen.]`,
  failing: `
terms: [mål*]
counterexamples: [Der var tre mål i kampen.]`,
  check(book) {
    return book.codebook.allThemes.flatMap((theme) =>
      book.isBroken(book.path(theme, 'counterexamples'))
        ? []
        : theme.counterexamples.flatMap((example, i): Finding[] => {
            if (!bears(book, theme, example)) return [];
            const message = `the counterexample is tagged with "${theme.id}", by ${foundBy(book, theme, example)}`;
            const hint = 'narrow the term, make it weak, or write the phrase under unless';
            return [{ path: book.path(theme, 'counterexamples', i), message, hint }];
          }),
    );
  },
};
