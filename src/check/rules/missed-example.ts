import { bears, foundInstead } from '../self-test.ts';
import { NearMisses } from '../near-miss.ts';
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
      // A theme without terms, or with some that could not be used, is told of as that.
      const isUsable = book.hasTerms(theme) && !book.isBroken(book.path(theme, 'terms')) && !book.isBroken(book.path(theme, 'examples'));
      if (!isUsable) return [];
      const misses = new NearMisses(book, theme);
      return theme.examples.flatMap((example, i): Finding[] => {
        if (bears(book, theme, example)) return [];
        const message = `the example is not tagged with "${theme.id}": ${foundInstead(book, theme, example)}`;
        return [{ path: book.path(theme, 'examples', i), message, hint: misses.nearest(example) }];
      });
    });
  },
};
