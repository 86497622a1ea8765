import { neededWords, patternKey, singleWord } from '../patterns.ts';
import { stem } from '../../text/stem.ts';
import type { Language, Term, Theme, WordPattern } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

// No word anybody says is longer.
const LONGEST = 60;

/** The single words of a theme, by how they are compared: which of them finds all that a word pattern finds? */
class WideTerms {
  readonly #language: Language;
  readonly #terms = new Map<string, Term>();

  constructor(theme: Theme, weak: boolean, language: Language) {
    this.#language = language;
    for (const term of theme.terms) {
      const word = singleWord(term.pattern);
      if (!word || (term.weak && !weak) || term.unless.length > 0) continue;
      const key = this.#key(word.kind, word.kind === 'stem' ? stem(word.text, language) : word.text);
      if (!this.#terms.has(key)) this.#terms.set(key, term);
    }
  }

  #key(kind: WordPattern['kind'], text: string): string {
    return `${kind} ${text}`;
  }

  /** The keys of all that would find whatever this finds. */
  *#wider({ kind, text }: WordPattern): Generator<string> {
    const known = kind === 'stem' ? stem(text, this.#language) : text;
    if (kind === 'stem' || kind === 'exact') yield this.#key('stem', stem(text, this.#language));
    if (kind === 'exact') yield this.#key('exact', text);
    for (let from = 0; from < known.length; from += 1) {
      // The ending of a stem is not that of the word.
      if (kind === 'exact' || kind === 'end') yield this.#key('end', known.slice(from));
      if (from === 0 && kind !== 'end' && kind !== 'part')
        for (let to = 1; to <= known.length; to += 1) yield this.#key('start', known.slice(0, to));
      for (let to = from + 1; to <= known.length; to += 1) yield this.#key('part', known.slice(from, to));
    }
  }

  /** A term that finds every word this pattern finds, and is not the same. @param stems of the term the word is from */
  find(word: WordPattern, stems: string): Term | undefined {
    if (word.text.length > LONGEST) return undefined;
    for (const key of this.#wider(word)) {
      const term = this.#terms.get(key);
      if (term && patternKey(term.pattern, this.#language) !== stems) return term;
    }
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
    const { language } = book.codebook;
    return book.codebook.allThemes.flatMap((theme) => {
      const strong = new WideTerms(theme, false, language);
      const all = new WideTerms(theme, true, language);
      return theme.terms.flatMap((term): Finding[] => {
        const wide = term.weak ? all : strong;
        const stems = patternKey(term.pattern, language);
        const wider = neededWords(term.pattern)
          .map((word) => wide.find(word, stems))
          .find((one) => one !== undefined);
        if (!wider) return [];
        return [
          {
            path: book.path(term),
            message: `"${term.written}" is found only where "${wider.written}" is`,
            hint: 'drop it, or narrow the other',
          },
        ];
      });
    });
  },
};
