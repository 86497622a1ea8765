import { bears, foundInstead } from '../self-test.ts';
import { nearestTerm } from '../nearest-term.ts';
import type { Finding, Rule } from './rule.ts';

export const missedExample: Rule = {
  id: 'missed-example',
  severity: 'error',
  why: 'The examples are the codebook’s promise. One that its own terms do not find shows that they have come apart.',
  passing: `
terms: [forank*]
examples: [Det skal forankres politisk.]`,
  failing: `
terms: [forankring]
examples: [Det er forankret politisk.]`,
  check(book) {
    return book.codebook.allThemes.flatMap((theme) => {
      if (book.isBroken(book.path(theme, 'terms')) || book.isBroken(book.path(theme, 'examples'))) return [];
      return theme.examples.flatMap((example, i): Finding[] => {
        if (bears(book, theme, example)) return [];
        const message = `the example is not tagged with "${theme.id}": ${foundInstead(book, theme, example)}`;
        return [{ path: book.path(theme, 'examples', i), message, hint: nearestTerm(theme, example, book.codebook.language) }];
      });
    });
  },
};
