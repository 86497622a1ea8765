import type { Language, Span } from '../model.ts';
import { languages } from '../text/languages/index.ts';
import type { LanguageRules } from '../text/languages/language.ts';
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
  /** Long enough, whole, and not opening on what goes on from words that are not printed. */
  readonly standsAlone: boolean;
}

/** As long as a quote in a report is. The quotes of the model report have a median of 50. */
const PRINTED_WORDS = { least: 20, enough: 35, plenty: 60, most: 80 } as const;
const CUT = '[…]';
// So few words are no sentence, only an answer to one.
const SCRAP = 2;

/** How a quote would open on a sentence: well, going on from the one before, or lost without it. */
const WELL = 0;
const GOING_ON = 1;
const LOST = 2;

/** A sentence of a turn, and how it would do at an end of a quote, which few sentences are asked. */
class Sentence implements Span {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly #text: string;
  readonly #rules: LanguageRules;
  /** The sentence after this one. */
  readonly #next: Sentence | undefined;

  constructor(text: string, { start, end }: Span, rules: LanguageRules, next: Sentence | undefined) {
    this.start = start;
    this.end = end;
    this.words = countWords(text, start, end);
    this.#text = text;
    this.#rules = rules;
    this.#next = next;
  }

  get #said(): string {
    return clean(this.#text.slice(this.start, this.end));
  }

  get #opensOnPointer(): boolean {
    return this.#rules.pointers.test(this.#said);
  }

  get opening(): number {
    const { responses, connectors } = this.#rules;
    // "Kystudvalget. Det var et udvalg med …" names what is spoken of; "I festtalerne." and "De fleste." answer something.
    const isScrap = this.words <= SCRAP && !(this.words === 1 && this.#next !== undefined && this.#next.#opensOnPointer);
    if (isScrap || responses.test(this.#said) || this.#opensOnPointer) return LOST;
    return connectors.test(this.#said) ? GOING_ON : WELL;
  }

  get trailsOff(): boolean {
    return this.#rules.responses.test(this.#said) || this.#rules.trailers.test(this.#said);
  }
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
function cutSentence(text: string, sentence: Span, hits: readonly number[], { connectors }: LanguageRules): Span {
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
  const weights = pieces.map((piece) => inside(hits, piece));
  const { first, last } = bestWindow(words, weights, PRINTED_WORDS.most);
  // Inside a sentence one had rather begin at "og så var der …" than at "at vi ikke havde …", where nothing is lost by it.
  const goesOn = pieces.findIndex(({ start, end }, i) => i >= first && i <= last && connectors.test(clean(text.slice(start, end))));
  const left = (from: number): number => words.slice(from, last + 1).reduce((sum, one) => sum + one, 0);
  const isBetter = first > 0 && goesOn > first && weights.slice(first, goesOn).every((weight) => weight === 0);
  const begin = isBetter && left(goesOn) >= PRINTED_WORDS.least ? goesOn : first;
  return { start: pieces[begin]!.start, end: pieces[last]!.end };
}

function sentencesOf(text: string, turn: Span, language: Language): Sentence[] {
  const sentences: Sentence[] = [];
  for (const span of splitSentences(text, turn, language).toReversed())
    sentences.unshift(new Sentence(text, span, languages[language], sentences[0]));
  return sentences;
}

/**
 * Widens a quote inside its turn until it can stand alone, and cuts it where it is too long: 20 to 80 words, whole
 * sentences, not opening on a *det* or *de* without what it points to.
 */
export function printQuote(quote: Quote, language: Language): PrintedQuote {
  const { text, turns } = quote.transcript;
  const sentences = sentencesOf(text, turns[quote.turn]!.span, language);
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
  const opening = (sentence: number): number => sentences[sentence]!.opening;
  /** The nearest sentence from which it opens better; where there is none, it is no better for opening earlier. */
  const startOf = (from: number, to: number): number => {
    let best = from;
    for (let start = from - 1; opening(best) !== WELL && fits(start, to); start -= 1) {
      const isWorthIt = opening(from) === LOST || count(start, to) <= PRINTED_WORDS.plenty;
      if (isWorthIt && opening(start) < opening(best)) best = start;
    }
    return best;
  };
  first = startOf(first, last);
  while (count(first, last) < PRINTED_WORDS.enough) {
    const canStand = count(first, last) >= PRINTED_WORDS.least;
    const earlier = fits(first - 1, last) ? startOf(first - 1, last) : first;
    const later = fits(first, last + 1) ? last + 1 : last;
    if (later > last && !sentences[later]!.trailsOff) last = later;
    else if (earlier < first && !(canStand && opening(earlier) > opening(first))) first = earlier;
    else if (later > last && !canStand) last = later;
    else break;
  }
  let span: Span = { start: sentences[first]!.start, end: sentences[last]!.end };
  if (first === last && sentences[first]!.words > PRINTED_WORDS.most) span = cutSentence(text, span, hits, languages[language]);
  const cutBefore = span.start > sentences[first]!.start ? `${CUT} ` : '';
  const cutAfter = span.end < sentences[last]!.end ? ` ${CUT}` : '';
  const words = countWords(text, span.start, span.end);
  const said = clean(text.slice(span.start, span.end));
  return {
    quote,
    text: `${cutBefore}${cutAfter === '' ? said : said.replace(/\s*[,;:–—-]+$/, '')}${cutAfter}`,
    span,
    words,
    standsAlone: words >= PRINTED_WORDS.least && cutBefore === '' && opening(first) === WELL,
  };
}
