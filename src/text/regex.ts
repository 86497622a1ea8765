import { lazily } from '../lazy.ts';
import type { Span } from '../model.ts';

const re2 = lazily<typeof import('re2js')>('re2js');

const BORDER = '[^\\p{L}\\p{M}\\p{N}]';

/** Said of a pattern that cannot be used, in words its author can act on. */
export class RegexError extends Error {}

const PLAIN = /^(?:[\p{L}\p{N} ,'’–|.)?*+]|\((?!\?)|\(\?:|\\p\{L\}|\{\d{1,2}(?:,\d{1,2})?\})*$/u;

/**
 * Is it written in what RE2 and JavaScript's own engine read alike? The own one knows at once what is wrong and what fits
 * nothing, which counts where a codebook has hundreds of patterns. RE2 refuses more than 1,000 repetitions.
 */
function isPlain(source: string): boolean {
  if (!PLAIN.test(source)) return false;
  const repetitions = [...source.matchAll(/(\d+)\}/g)].reduce((product, [, most]) => product * Math.max(1, Number(most)), 1);
  if (repetitions > 1000) return false;
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/**
 * Is this a pattern for whole words? RE2's own `\b` and `\w` know no æ, ø and å, so borders are put around it.
 * @throws RegexError with what is wrong
 */
export function checkRegex(source: string): void {
  const narrow = /(?:^|[^\\])(?:\\\\)*(\\[bBwW])/.exec(source)?.[1] ?? /\[:\^?(?:word|alpha|alnum|lower|upper):\]/.exec(source)?.[0];
  if (narrow)
    throw new RegexError(`${narrow} knows no æ, ø and å; a pattern begins and ends at word borders by itself, and a letter is \\pL`);
  try {
    // Which letter does not matter to what fits nothing, and all letters there are take long to compile.
    const fitsNothing = isPlain(source)
      ? new RegExp(`^(?:${source.replaceAll('\\p{L}', 'l')})$`).test('')
      : re2().RE2JS.compile(source).matches('');
    if (fitsNothing) throw new RegexError('it fits nothing at all, so it would fit everywhere');
  } catch (error) {
    if (error instanceof RegexError) throw error;
    throw new RegexError(error instanceof Error ? error.message : String(error));
  }
}

const MOST_WAYS = 1000;

/** Latin text: letters, marks and signs that the two engines see alike; they do not of ſ, an old s. */
const LATIN = /^[\0-\u017e\u0180-\u024f\u2000-\u206f]*$/;
const LATIN_LETTER = 'a-zªµºß-öø-\u024f';
const LATIN_IN_WORD = `[${LATIN_LETTER}0-9²³¹¼-¾]`;

/**
 * Are there so few ways to fit it from one place that JavaScript's own engine, which tries them one by one, needs hardly
 * more time than RE2's? So it is for words, choices, and blanks filled by a few whole words, which is how most are
 * written. The own engine is there at once, where RE2's takes a millisecond to make.
 */
function isSimple(source: string): boolean {
  let ways = 1;
  const rest = source.replace(/\(\\p\{L\}\+ \)\{\d,(\d)\}/g, (_, most: string) => {
    ways *= Number(most) + 1;
    return '';
  });
  if (!/^(?:[^*+{\\]|\\p\{L\}[*+]?)*$/.test(rest)) return false;
  // A blank for one word ends where the word does; of other blanks, two could share a word in as many ways as it has letters.
  if ((rest.replace(/\(\\p\{L\}\+ \)\??/g, '').match(/\\p\{L\}[*+]/g)?.length ?? 0) > 1) return false;
  const branches = [1];
  for (const [mark] of rest.matchAll(/\((?:\?:)?|[)|?]/g)) {
    if (mark === '|') branches.push(branches.pop()! + 1);
    else if (mark === '?') ways *= 2;
    else if (mark === ')') ways *= branches.pop()!;
    else branches.push(1);
  }
  return ways * branches[0]! <= MOST_WAYS && LATIN.test(source) && isPlain(source);
}

type Finder = (said: string) => Span[];

/** Finds the pattern between borders in Latin text, by JavaScript's own engine; what is letter to it is spelled out, as its own classes take long to make. */
function simpleFinder(source: string): Finder {
  const letters = source.replaceAll('\\p{L}', `[${LATIN_LETTER}]`);
  const regex = new RegExp(`(?<!${LATIN_IN_WORD})(?:${letters})(?!${LATIN_IN_WORD})`, 'gi');
  return (said) => [...said.matchAll(regex)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

/** Finds the pattern between borders, by RE2's. */
function re2Finder(source: string): Finder {
  const { RE2JS } = re2();
  // Borders take long to compile, and whether it matches at all is told by an automaton, many times faster than where.
  const anywhere = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  let atBorders: import('re2js').RE2JS | undefined;
  return (said) => {
    if (!anywhere.test(said)) return [];
    atBorders ??= RE2JS.compile(`(?:\\A|${BORDER})((?i:${source}))(?:${BORDER}|\\z)`);
    if (!atBorders.test(said)) return [];
    const spans: Span[] = [];
    const matcher = atBorders.matcher(said);
    for (let from = 0; from <= said.length && matcher.find(from);) {
      const span = { start: matcher.start(1), end: matcher.end(1) };
      if (span.end > span.start) spans.push(span);
      from = Math.max(span.end, from + 1);
    }
    return spans;
  };
}

/** A pattern in RE2 syntax: it cannot hang, minds no case, and begins and ends at the borders of words. */
export class WordRegex {
  readonly #source: string;
  readonly #isSimple: boolean;
  // Both are made when first needed: many a pattern of a codebook never is.
  #simple: Finder | undefined;
  #re2: Finder | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#isSimple = isSimple(source);
  }

  /** Where it matches in a sentence, from left to right; a line break is a blank like any other. */
  find(sentence: string): Span[] {
    const said = sentence.replace(/\s/g, ' ');
    const find =
      this.#isSimple && LATIN.test(said) ? (this.#simple ??= simpleFinder(this.#source)) : (this.#re2 ??= re2Finder(this.#source));
    return find(said);
  }
}
