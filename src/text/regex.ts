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
    const fitsNothing = isPlain(source) ? new RegExp(`^(?:${source})$`, 'u').test('') : re2().RE2JS.compile(source).matches('');
    if (fitsNothing) throw new RegexError('it fits nothing at all, so it would fit everywhere');
  } catch (error) {
    if (error instanceof RegexError) throw error;
    throw new RegexError(error instanceof Error ? error.message : String(error));
  }
}

/** A pattern in RE2 syntax: it cannot hang, minds no case, and begins and ends at the borders of words. */
export class WordRegex {
  readonly #source: string;
  // Both are compiled when first needed: many a pattern of a codebook never is.
  #anywhere: import('re2js').RE2JS | undefined;
  #atBorders: import('re2js').RE2JS | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Where it matches in a sentence, from left to right; a line break is a blank like any other. */
  find(sentence: string): Span[] {
    const { RE2JS } = re2();
    const said = sentence.replace(/\s/g, ' ');
    // Borders take long to compile, and whether it matches at all is told by an automaton, many times faster than where.
    this.#anywhere ??= RE2JS.compile(this.#source, RE2JS.CASE_INSENSITIVE);
    if (!this.#anywhere.test(said)) return [];
    this.#atBorders ??= RE2JS.compile(`(?:\\A|${BORDER})((?i:${this.#source}))(?:${BORDER}|\\z)`);
    if (!this.#atBorders.test(said)) return [];
    const spans: Span[] = [];
    const matcher = this.#atBorders.matcher(said);
    for (let from = 0; from <= said.length && matcher.find(from);) {
      const span = { start: matcher.start(1), end: matcher.end(1) };
      if (span.end > span.start) spans.push(span);
      from = Math.max(span.end, from + 1);
    }
    return spans;
  }
}
