/** What codify needs to know of a language. A new one is a file beside this and a line in `index.ts`. */
export interface LanguageRules {
  /** The stem of a word in lower case. */
  readonly stem: (word: string) => string;
  /** Without their last full stop, in lower case. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that may well be the last word of a sentence. */
  readonly endingAbbreviations: ReadonlySet<string>;
  /** So a single letter before a full stop is taken for an initial, unless it is one of these. */
  readonly wordsOfOneLetter: ReadonlySet<string>;
  /** Fits a sentence that opens on a pronoun whose meaning stands before it: "Det gjorde vi", not "Det er vigtigt, at". */
  readonly pointers: RegExp;
  /** Fits a sentence that goes on from the one before: "Men …". */
  readonly connectors: RegExp;
}
