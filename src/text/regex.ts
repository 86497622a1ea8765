import { RE2JS } from 're2js';
import type { Span } from '../model.ts';

const BORDER = '[^\\p{L}\\p{M}\\p{N}]';

/** A pattern in RE2 syntax: it cannot hang, minds no case, and begins and ends at the borders of words. */
export interface WordRegex {
  /** Where it matches in a sentence, from left to right. */
  find(sentence: string): Span[];
}

/**
 * Compiles a pattern for whole words. The borders are part of the compiled pattern, because RE2's own `\b` and `\w`
 * know no æ, ø and å.
 * @throws Error with RE2's own words when the pattern is not one, or what is refused
 */
export function compileRegex(source: string): WordRegex {
  const refused = /(?:^|[^\\])(?:\\\\)*(\\[bBwW])/.exec(source)?.[1] ?? /\[:\^?(?:word|alpha|alnum|lower|upper):\]/.exec(source)?.[0];
  if (refused) throw new Error(`${refused} knows no æ, ø and å; a pattern begins and ends at word borders by itself, and a letter is \\pL`);
  if (RE2JS.compile(source, RE2JS.CASE_INSENSITIVE).matches('')) throw new Error('it fits nothing at all, so it would fit everywhere');
  const compiled = RE2JS.compile(`(?:\\A|${BORDER})(${source})(?:${BORDER}|\\z)`, RE2JS.CASE_INSENSITIVE);
  return {
    find(sentence) {
      // Whether it matches at all is told by an automaton, many times faster than where.
      if (!compiled.test(sentence)) return [];
      const spans: Span[] = [];
      const matcher = compiled.matcher(sentence);
      for (let from = 0; from <= sentence.length && matcher.find(from);) {
        const span = { start: matcher.start(1), end: matcher.end(1) };
        if (span.end > span.start) spans.push(span);
        from = Math.max(span.end, from + 1);
      }
      return spans;
    },
  };
}
