import { groupBy } from '../../analysis/group-by.ts';
import type { Language, Term, WordPattern } from '../../model.ts';
import { stem } from '../../text/stem.ts';
import type { PlacedTerm } from '../book.ts';
import { neededWords, singleWord } from '../patterns.ts';
import type { Finding, Rule } from './rule.ts';

// No word anybody says is longer.
const LONGEST = 60;

/** The single words of a theme that are looked for in one way. */
class Words {
  readonly #terms = new Map<string, PlacedTerm>();
  #shortest = Infinity;
  #longest = 0;

  add(text: string, term: PlacedTerm): void {
    if (!this.#terms.has(text)) this.#terms.set(text, term);
    this.#shortest = Math.min(this.#shortest, text.length);
    this.#longest = Math.max(this.#longest, text.length);
  }

  /** The one this very word stands in. */
  get(text: string): readonly PlacedTerm[] {
    const term = this.#terms.get(text);
    return term ? [term] : [];
  }

  /** Those a stretch of the word stands in that begins at one of so many of its first letters. */
  *from(text: string, letters: number): Generator<PlacedTerm> {
    for (let from = 0; from < letters; from += 1) {
      const longest = Math.min(this.#longest, text.length - from);
      for (let length = this.#shortest; length <= longest; length += 1) yield* this.get(text.slice(from, from + length));
    }
  }

  /** Those an ending of the word stands in. */
  *atEnd(text: string): Generator<PlacedTerm> {
    for (let length = this.#shortest; length <= Math.min(this.#longest, text.length); length += 1) yield* this.get(text.slice(-length));
  }
}

/** The single words of a theme, by how they are compared: which of them finds all that a word pattern finds? */
class WideTerms {
  readonly #language: Language;
  readonly #words = { stem: new Words(), exact: new Words(), start: new Words(), end: new Words(), part: new Words() };

  constructor(terms: readonly PlacedTerm[], language: Language) {
    this.#language = language;
    for (const placed of terms) {
      const word = singleWord(placed.term.pattern);
      if (word && placed.term.unless.length === 0) this.#words[word.kind].add(this.#known(word), placed);
    }
  }

  /** What is known of all words the pattern finds. */
  #known({ kind, text }: WordPattern): string {
    return kind === 'stem' ? stem(text, this.#language) : text;
  }

  /** Terms that find whatever this finds, itself among them. */
  *#wider(word: WordPattern): Generator<PlacedTerm> {
    const { kind, text } = word;
    const { stem: stems, exact, start, end, part } = this.#words;
    const known = this.#known(word);
    if (kind === 'stem' || kind === 'exact') yield* stems.get(stem(text, this.#language));
    if (kind === 'exact') yield* exact.get(text);
    if (kind !== 'end' && kind !== 'part') yield* start.from(known, 1);
    // The ending of a stem is not that of the word.
    if (kind === 'exact' || kind === 'end') yield* end.atEnd(known);
    yield* part.from(known, known.length);
  }

  /** A term that finds every word this pattern finds, and is not the same. @param stems of the term the word is from */
  find(word: WordPattern, stems: string): Term | undefined {
    if (word.text.length > LONGEST) return undefined;
    for (const placed of this.#wider(word)) if (placed.stems !== stems) return placed.term;
    return undefined;
  }
}

export const swallowedTerm: Rule = {
  id: 'swallowed-term',
  severity: 'warn',
  why: 'A term that only finds where a wider one of its theme does adds nothing but another line to read.',
  passing: 'terms: [forank*, "*ejerskab"]',
  failing: 'terms: [forank*, politisk forankring]',
  check(book) {
    const { language, allThemes } = book.codebook;
    const byTheme = groupBy(book.terms, ({ theme }) => theme);
    return allThemes.flatMap((theme) => {
      const terms = byTheme.get(theme) ?? [];
      const all = new WideTerms(terms, language);
      const strong = new WideTerms(
        terms.filter(({ term }) => !term.weak),
        language,
      );
      return terms.flatMap(({ term, path, stems }): Finding[] => {
        const wide = term.weak ? all : strong;
        const wider = neededWords(term.pattern)
          .map((word) => wide.find(word, stems))
          .find((one) => one !== undefined);
        if (!wider) return [];
        return [{ path, message: `"${term.written}" is found only where "${wider.written}" is`, hint: 'drop it, or narrow the other' }];
      });
    });
  },
};
