import type { Codebook, Language, Pattern, Term, Theme, WordPattern } from '../model.ts';
import { neededLetters } from '../text/needed-letters.ts';
import { WordRegex } from '../text/regex.ts';
import { stem } from '../text/stem.ts';
import { wordForm } from '../text/words.ts';
import { append } from './forms.ts';

/** A term ready for matching. All numbers are positions in the lists of `Rules`. */
export interface Rule {
  readonly theme: number;
  readonly term: Term;
  /** Rules of one theme with the same evidence say the same: leder and ledelse are one piece of evidence. */
  readonly evidence: number;
  /** Patterns in which a hit of this rule does not count. */
  readonly unless: readonly number[];
}

/** Both of two phrases, at most so many words apart. */
interface NearPattern {
  readonly pattern: number;
  readonly phrases: readonly [number, number];
  readonly within: number;
}

/** All of these phrases in one sentence. */
interface AllPattern {
  readonly pattern: number;
  readonly phrases: readonly number[];
}

/** A pattern of RE2. */
interface RegexPattern {
  readonly pattern: number;
  readonly regex: WordRegex;
}

/**
 * A codebook ready for matching. Every distinct pattern is looked for once, however many themes and terms use it, and
 * phrases share their words: a word pattern is an *item*.
 */
export interface Rules {
  readonly language: Language;
  readonly themes: readonly Theme[];
  readonly rules: readonly Rule[];
  readonly items: readonly WordPattern[];
  /** The items of each pattern that is a phrase, else undefined. */
  readonly phrases: readonly (readonly number[] | undefined)[];
  /** The rules a word is a hit of by itself: no exception, and no other pattern, asks where else it stands. */
  readonly rulesOfItem: readonly (readonly Rule[])[];
  /** Is the item a part of other patterns, or of rules with exceptions? */
  readonly isPart: readonly boolean[];
  /** The phrases that begin with an item, but for those of `rulesOfItem`. */
  readonly phrasesFrom: readonly (readonly number[])[];
  /** The combinations a phrase is part of. */
  readonly nearOf: ReadonlyMap<number, readonly NearPattern[]>;
  readonly allOf: ReadonlyMap<number, readonly AllPattern[]>;
  /** Regexes by the items of which one must stand in the sentence, and those that are tried everywhere. */
  readonly regexesOf: ReadonlyMap<number, readonly RegexPattern[]>;
  readonly regexesEverywhere: readonly RegexPattern[];
  /** The rules whose term is a pattern. */
  readonly rulesOf: readonly (readonly Rule[])[];
  readonly evidences: number;
}

/** Hands out a number for each distinct key, from 0. */
class Numbering<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  number(key: string, value: () => T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.#numbers.set(key, number);
    this.values.push(value());
    return number;
  }
}

/** What counts as one piece of evidence: a plain word's stem, else the term as it is written. */
function evidenceKey(term: Term, language: Language): string {
  const { pattern } = term;
  const [word, ...more] = pattern.kind === 'phrase' ? pattern.words : [];
  return word?.kind === 'stem' && more.length === 0 ? `stem ${stem(word.text, language)}` : `term ${JSON.stringify(pattern)}`;
}

/** Makes a codebook ready for matching. */
export function compileRules(codebook: Pick<Codebook, 'language' | 'allThemes'>): Rules {
  const { language, allThemes: themes } = codebook;
  const items = new Numbering<WordPattern>();
  const patterns = new Numbering<readonly number[] | undefined>();
  const evidences = new Numbering<undefined>();
  const nearOf = new Map<number, NearPattern[]>();
  const allOf = new Map<number, AllPattern[]>();
  const regexesOf = new Map<number, RegexPattern[]>();
  const regexesEverywhere: RegexPattern[] = [];
  const rulesOf: Rule[][] = [];

  const itemOf = (word: WordPattern): number => {
    const text = word.kind === 'stem' ? stem(word.text, language) : word.text;
    return items.number(`${word.kind} ${text}`, () => ({ kind: word.kind, text }));
  };
  const phraseOf = (words: readonly WordPattern[]): number => {
    const numbers = words.map(itemOf);
    return patterns.number(`phrase ${numbers.join(' ')}`, () => numbers);
  };
  const addRegex = (pattern: number, source: string): void => {
    const regex = { pattern, regex: new WordRegex(source) };
    const letters = neededLetters(source);
    if (letters === undefined) regexesEverywhere.push(regex);
    for (const part of new Set(letters)) append(regexesOf, itemOf({ kind: 'part', text: wordForm(part) }), regex);
  };
  const patternOf = (pattern: Pattern): number => {
    switch (pattern.kind) {
      case 'phrase':
        return phraseOf(pattern.words);
      case 'regex': {
        const known = patterns.values.length;
        const number = patterns.number(`regex ${pattern.source}`, () => undefined);
        if (number === known) addRegex(number, pattern.source);
        return number;
      }
      case 'near': {
        const [a, b] = [phraseOf(pattern.items[0]!), phraseOf(pattern.items[1]!)];
        const known = patterns.values.length;
        const number = patterns.number(`near ${a} ${b} ${pattern.within}`, () => undefined);
        // Both halves must be there, so it is enough to look when the first is.
        if (number === known) append(nearOf, a, { pattern: number, phrases: [a, b], within: pattern.within });
        return number;
      }
      case 'all': {
        const phrases = pattern.items.map(phraseOf);
        const known = patterns.values.length;
        const number = patterns.number(`all ${phrases.join(' ')}`, () => undefined);
        if (number === known) append(allOf, phrases[0]!, { pattern: number, phrases });
        return number;
      }
    }
  };

  const rules = themes.flatMap((theme, index) => {
    const themeUnless = theme.unless.map(patternOf);
    return theme.terms.map((term): Rule => {
      const pattern = patternOf(term.pattern);
      const rule = {
        theme: index,
        term,
        evidence: evidences.number(`${index} ${evidenceKey(term, language)}`, () => undefined),
        unless: [...themeUnless, ...term.unless.map(patternOf)],
      };
      (rulesOf[pattern] ??= []).push(rule);
      return rule;
    });
  });
  const asked = new Set([
    ...rules.flatMap(({ unless }) => unless),
    ...[...nearOf.values(), ...allOf.values()].flatMap((combinations) => combinations.flatMap(({ phrases }) => phrases)),
  ]);
  const rulesOfItem: (readonly Rule[])[] = items.values.map(() => []);
  const phrasesFrom: number[][] = items.values.map(() => []);
  const isPart = items.values.map((_, item) => regexesOf.has(item));
  for (const [pattern, phrase] of patterns.values.entries()) {
    const own = rulesOf[pattern] ?? [];
    const [first] = phrase ?? [];
    if (first === undefined) continue;
    if (phrase!.length === 1 && !asked.has(pattern) && own.every(({ unless }) => unless.length === 0)) rulesOfItem[first] = own;
    else {
      phrasesFrom[first]!.push(pattern);
      for (const item of phrase!) isPart[item] = true;
    }
  }
  return {
    language,
    themes,
    rules,
    items: items.values,
    rulesOfItem,
    isPart,
    phrases: patterns.values,
    phrasesFrom,
    nearOf,
    allOf,
    regexesOf,
    regexesEverywhere,
    rulesOf: patterns.values.map((_, pattern) => rulesOf[pattern] ?? []),
    evidences: evidences.values.length,
  };
}
