import { NearMatcher, wordsOf, type NearMiss } from '../coding/nearly.ts';
import type { Theme } from '../model.ts';
import type { Book } from './book.ts';

/** What stood in the way, and the term to add. */
function told({ term, kind, found, missing, add }: NearMiss, text: string): string {
  const said = found.map(({ start, end }) => `"${text.slice(start, end)}"`).join(' and ');
  const wanted = add?.startsWith('*') ? `"${add}"` : add;
  const ways = {
    form: `is another form of "${term.written}": add ${wanted}`,
    family: `is not an inflection of "${term.written}": add ${wanted}`,
    compound: `is a compound of "${term.written}": add ${wanted}`,
    missing: `is nearly "${term.written}", but "${missing}" is missing`,
    apart: `is nearly "${term.written}", but too far apart or in another order`,
  };
  return `${said} ${ways[kind]}`;
}

const withParts = (theme: Theme): Theme[] => [theme, ...theme.themes.flatMap(withParts)];

/** Looks for what in a missed text was nearest to a term of the theme or its sub-themes, in words; one a term would mend before others. */
export class NearMisses {
  readonly #book: Book;
  readonly #theme: Theme;
  #matchers: readonly NearMatcher[] | undefined;

  constructor(book: Book, theme: Theme) {
    this.#book = book;
    this.#theme = theme;
  }

  /** What was nearest in this text, undefined when nothing was near. */
  nearest(text: string): string | undefined {
    this.#matchers ??= withParts(this.#theme).map((one) => new NearMatcher(one, this.#book.codebook.language));
    const matchers = this.#matchers;
    const misses = this.#book.explain(text).flatMap(({ span, evidence }) => {
      const words = wordsOf(text, span);
      const ofTheme = (one: Theme) => evidence.filter((found) => found.theme === one);
      return matchers.flatMap((matcher) => matcher.find(words, ofTheme(matcher.theme)));
    });
    const best = misses.find((miss) => miss.add !== undefined) ?? misses[0];
    return best && told(best, text);
  }
}
