/** What a reader of articles needs to know of a language. A new one is a file beside this and a line in `index.ts`. */
export interface ProseRules {
  /** Verbs that tell of speech: "siger", "fortalte". */
  readonly speech: readonly string[];
  /** Verbs whose subject is quoted inside a sentence: kalder det ”…”. */
  readonly framing: readonly string[];
  /** What may stand between such a verb and the one who speaks: "fortæller videre". */
  readonly adverbs: readonly string[];
  /** What leads from the words said to those who say them: "lyder det fra", "lyder rådet fra". */
  readonly its: readonly string[];
  readonly from: readonly string[];
  readonly accordingTo: readonly string[];
  /** What points back to a quotation: "Sådan siger …". */
  readonly thus: readonly string[];
  /** Who is meant by a pronoun, in every case of it. */
  readonly pronouns: Readonly<Record<string, 'female' | 'male'>>;
  /** Those of them before what is somebody's: "hendes råd". */
  readonly possessives: readonly string[];
  /** Fits an age behind a name. */
  readonly age: RegExp;
  /** How the name of a position ends: "konsulent" for udviklingskonsulent. */
  readonly titles: readonly string[];
  /** What makes a title definite, behind it or before it. */
  readonly definite: { readonly before: string; readonly after: string };
  /** What may stand before a title and belongs to it: "daglig leder". */
  readonly titleWords: readonly string[];
  /** Words of one position within the field or house: leder *af* Borgerservice. */
  readonly titleLinks: readonly string[];
  /** Other words before the name of a place. */
  readonly beforePlaces: readonly string[];
  /** What joins a name to its title behind it: "der er", "som arbejder som". */
  readonly isA: string;
  /** What may stand between such a word and the title. */
  readonly beforeTitle: string;
  /** Words with a capital at the front of a sentence that are no part of a name. */
  readonly openers: readonly string[];
  /** How the last word of the name of a place, house or body ends. */
  readonly bodies: readonly string[];
  /** Nouns for what has a title of its own in quotation marks. */
  readonly works: readonly string[];
  /** What comes before a name in quotation marks: "hedder". */
  readonly called: readonly string[];
  /** What stands between a verb of speech and a name without being a title, so that any other words there are one. */
  readonly notTitles: readonly string[];
  /** What opens a clause of its own: "inden Ida tager over". */
  readonly conjunctions: readonly string[];
  /** Nouns for what somebody says, behind her name in the genitive: "Mettes råd". */
  readonly utterances: readonly string[];
  /** Given names that tell a pronoun's person. */
  readonly names: { readonly female: ReadonlySet<string>; readonly male: ReadonlySet<string> };
}
