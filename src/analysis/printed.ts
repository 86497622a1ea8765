import type { Language, Span } from '../model.ts';
import { languages } from '../text/languages/index.ts';
import { splitSentences } from '../text/sentences.ts';
import { countWords } from '../text/words.ts';
import type { Quote } from './quotes.ts';

/** A quote as it is printed: whole sentences that can stand alone. */
export interface PrintedQuote {
  readonly quote: Quote;
  /** One line, the speaker's own words and dots, what was cut shown as […]. */
  readonly text: string;
  readonly span: Span;
  readonly words: number;
  /** Long enough, and not opening on a word whose meaning stands before it. */
  readonly standsAlone: boolean;
}

/** As long as a quote in a report is: at least, gladly, at most. The quotes of the model report have a median of 50. */
const PRINTED_WORDS = { least: 20, enough: 35, most: 80 } as const;
const CUT = '[…]';

interface Sentence extends Span {
  readonly words: number;
  readonly opensOnPointer: boolean;
  readonly opensOnConnector: boolean;
}

/** The words as they are read: on one line, without the marks of Markdown and what nobody sees. */
function clean(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/^\s*(?:#{1,6}|[-+*]|>)\s+/gm, '')
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}])(\*\*|__|~~|[*_])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\(?=\p{P})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The window of pieces, at most so many words long, that holds most of what counts; of equals the longest, then the first. */
function bestWindow(words: readonly number[], weights: readonly number[], most: number): { first: number; last: number } {
  let best = { first: 0, last: 0, weight: -1, length: 0 };
  for (let first = 0; first < words.length; first += 1) {
    let length = 0;
    let weight = 0;
    for (let last = first; last < words.length; last += 1) {
      length += words[last]!;
      if (length > most && last > first) break;
      weight += weights[last]!;
      if (weight > best.weight || (weight === best.weight && length > best.length)) best = { first, last, weight, length };
    }
  }
  return best;
}

const inside = (starts: readonly number[], span: Span): number => starts.filter((start) => start >= span.start && start < span.end).length;

/** A stretch of text in pieces that end at its blanks. */
function wordsOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\s*\S+\s*?(?=\s|$)/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** A sentence that is too long by itself, cut at its commas and dashes around what counts. */
function cutSentence(text: string, sentence: Span, hits: readonly number[]): Span {
  const clauses: Span[] = [];
  let start = sentence.start;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(/[,;:]\s+|\s[–—-]\s|…\s*/g)) {
    const end = sentence.start + match.index + match[0].length;
    clauses.push({ start, end });
    start = end;
  }
  clauses.push({ start, end: sentence.end });
  const pieces = clauses.flatMap((clause) =>
    countWords(text, clause.start, clause.end) > PRINTED_WORDS.most ? wordsOf(text, clause) : [clause],
  );
  const words = pieces.map((piece) => countWords(text, piece.start, piece.end));
  const { first, last } = bestWindow(
    words,
    pieces.map((piece) => inside(hits, piece)),
    PRINTED_WORDS.most,
  );
  return { start: pieces[first]!.start, end: pieces[last]!.end };
}

/**
 * Widens a quote inside its turn until it can stand alone, and cuts it where it is too long: 20 to 80 words, whole
 * sentences, not opening on a *det* or *de* without what it points to.
 */
export function printQuote(quote: Quote, language: Language): PrintedQuote {
  const { text, turns } = quote.transcript;
  const { pointers, connectors } = languages[language];
  const sentences = splitSentences(text, turns[quote.turn]!.span, language).map((span): Sentence => {
    const said = clean(text.slice(span.start, span.end));
    return {
      ...span,
      words: countWords(text, span.start, span.end),
      opensOnPointer: pointers.test(said),
      opensOnConnector: connectors.test(said),
    };
  });
  const hits = quote.codings.flatMap((coding) => coding.hits.map((hit) => hit.span.start));
  let { first, last } = quote.sentences;
  const count = (from: number, to: number): number => sentences.slice(from, to + 1).reduce((sum, sentence) => sum + sentence.words, 0);
  if (count(first, last) > PRINTED_WORDS.most) {
    const run = sentences.slice(first, last + 1);
    const window = bestWindow(
      run.map((sentence) => sentence.words),
      run.map((sentence) => inside(hits, sentence)),
      PRINTED_WORDS.most,
    );
    last = first + window.last;
    first += window.first;
  }
  const fits = (from: number, to: number): boolean => from >= 0 && to < sentences.length && count(from, to) <= PRINTED_WORDS.most;
  for (;;) {
    const { opensOnPointer, opensOnConnector } = sentences[first]!;
    const short = count(first, last) < PRINTED_WORDS.enough;
    if ((opensOnPointer || (short && opensOnConnector)) && fits(first - 1, last)) first -= 1;
    else if (short && fits(first, last + 1)) last += 1;
    else if (short && fits(first - 1, last)) first -= 1;
    else break;
  }
  let span: Span = { start: sentences[first]!.start, end: sentences[last]!.end };
  if (first === last && sentences[first]!.words > PRINTED_WORDS.most) span = cutSentence(text, span, hits);
  const cutBefore = span.start > sentences[first]!.start ? `${CUT} ` : '';
  const cutAfter = span.end < sentences[last]!.end ? ` ${CUT}` : '';
  const words = countWords(text, span.start, span.end);
  const said = clean(text.slice(span.start, span.end));
  return {
    quote,
    text: `${cutBefore}${cutAfter === '' ? said : said.replace(/\s*[,;:–—-]+$/, '')}${cutAfter}`,
    span,
    words,
    standsAlone: words >= PRINTED_WORDS.least && cutBefore === '' && !sentences[first]!.opensOnPointer,
  };
}
