import { lazily } from '../lazy.ts';
import type { Span } from '../model.ts';

const re2 = lazily<typeof import('re2js')>('re2js');

const BORDER = '[^\\p{L}\\p{M}\\p{N}]';

/** Said of a pattern that cannot be used, in words its author can act on. */
export class RegexError extends Error {}

/**
 * Is this a pattern for whole words? RE2's own `\b` and `\w` know no æ, ø and å, so borders are put around it.
 * @throws RegexError with what is wrong
 */
export function checkRegex(source: string): void {
  const narrow = /(?:^|[^\\])(?:\\\\)*(\\[bBwW])/.exec(source)?.[1] ?? /\[:\^?(?:word|alpha|alnum|lower|upper):\]/.exec(source)?.[0];
  if (narrow)
    throw new RegexError(`${narrow} knows no æ, ø and å; a pattern begins and ends at word borders by itself, and a letter is \\pL`);
  try {
    if (re2().RE2JS.compile(source).matches('')) throw new RegexError('it fits nothing at all, so it would fit everywhere');
  } catch (error) {
    if (error instanceof RegexError) throw error;
    throw new RegexError(error instanceof Error ? error.message : String(error));
  }
}

/** A pattern in RE2 syntax: it cannot hang, minds no case, and begins and ends at the borders of words. */
export class WordRegex {
  readonly #source: string;
  #compiled: import('re2js').RE2JS | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  #compile(): import('re2js').RE2JS {
    const { RE2JS } = re2();
    return RE2JS.compile(`(?:\\A|${BORDER})(${this.#source})(?:${BORDER}|\\z)`, RE2JS.CASE_INSENSITIVE);
  }

  /** Where it matches in a sentence, from left to right; a line break is a blank like any other. */
  find(sentence: string): Span[] {
    // Compiled when first needed: many a pattern of a codebook never is.
    this.#compiled ??= this.#compile();
    const said = sentence.replace(/\s/g, ' ');
    // Whether it matches at all is told by an automaton, many times faster than where.
    if (!this.#compiled.test(said)) return [];
    const spans: Span[] = [];
    const matcher = this.#compiled.matcher(said);
    for (let from = 0; from <= said.length && matcher.find(from);) {
      const span = { start: matcher.start(1), end: matcher.end(1) };
      if (span.end > span.start) spans.push(span);
      from = Math.max(span.end, from + 1);
    }
    return spans;
  }
}
