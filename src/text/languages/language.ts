/** What codify needs to know of a language. A new one is a file beside this and a line in `index.ts`. */
export interface LanguageRules {
  /** The stem of a word in lower case. */
  readonly stem: (word: string) => string;
  /** Fits what may follow where forms and derivations of one word part, nothing at all among it. */
  readonly endings: RegExp;
  /** Abbreviations whose full stop ends no sentence; without that stop, in lower case. */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations that may well be the last word of a sentence, and are where a capital follows. */
  readonly endingAbbreviations: ReadonlySet<string>;
  /** A capital before a full stop is taken for an initial, unless it is one of these words. */
  readonly wordsOfOneLetter: ReadonlySet<string>;
  /** Fits a sentence that opens on a pronoun whose meaning stands before it: "Det gjorde vi", not "Det er vigtigt, at". */
  readonly pointers: RegExp;
  /** Fits a sentence that goes on from the one before: "Men …". */
  readonly connectors: RegExp;
  /** Fits a sentence that is no more than an answer: "Ja.", "Nej, altså …". */
  readonly responses: RegExp;
  /** Fits a sentence that nothing should end on: it turns to something else, or breaks off. */
  readonly trailers: RegExp;
  /** Sounds and words that only fill a pause: a quote may leave them out. */
  readonly fillers: ReadonlySet<string>;
  /** The same, of several words. */
  readonly fillerPhrases: readonly (readonly string[])[];
  /** Words that may be left out, put in or put for each other without changing what is said. */
  readonly smallWords: ReadonlySet<string>;
  /** Words that turn what is said into its opposite. */
  readonly negations: ReadonlySet<string>;
}
