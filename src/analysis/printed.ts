import type { Coding, Edit, Language, Participant, Span, Transcript } from '../model.ts';
import { languages } from '../text/languages/index.ts';
import type { LanguageRules } from '../text/languages/language.ts';
import { splitSentences } from '../text/sentences.ts';
import { overlaps } from '../text/spans.ts';
import { countWords } from '../text/words.ts';
import { awaitsApproval, isApproved } from './approval.ts';
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
  /** The one who says it wants to approve it first, and has not. */
  readonly awaitsApproval: boolean;
}

/** What people have decided about printing the words of an interview, under whatever theme. */
export interface PrintDecisions {
  /** Never printed. */
  readonly banned: readonly Span[];
  readonly edits: readonly Edit[];
  /** The words of quotes that those who said them have approved. */
  readonly approved: readonly string[];
}

const NOTHING_DECIDED: PrintDecisions = { banned: [], edits: [], approved: [] };

/** What the decisions behind these codings say about printing, interview by interview. */
export function printDecisions(codings: readonly Coding[]): Map<Transcript, PrintDecisions> {
  const decided = new Map<Transcript, PrintDecisions>();
  for (const { transcript, span, print, banned = [], edits = [], approved = [] } of codings) {
    if (print !== 'ban' && banned.length === 0 && edits.length === 0 && approved.length === 0) continue;
    const before = decided.get(transcript) ?? NOTHING_DECIDED;
    decided.set(transcript, {
      banned: [...before.banned, ...banned, ...(print === 'ban' ? [span] : [])],
      edits: [...before.edits, ...edits],
      approved: [...before.approved, ...approved],
    });
  }
  return decided;
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
  /** What is printed in place of its words. */
  readonly edit: string | undefined;
  readonly #text: string;
  readonly #rules: LanguageRules;
  /** The sentence after this one. */
  readonly #next: Sentence | undefined;

  constructor(text: string, { start, end }: Span, edit: string | undefined, rules: LanguageRules, next: Sentence | undefined) {
    this.start = start;
    this.end = end;
    this.edit = edit;
    this.words = edit === undefined ? countWords(text, start, end) : countWords(edit);
    this.#text = text;
    this.#rules = rules;
    this.#next = next;
  }

  get #said(): string {
    return clean(this.edit ?? this.#text.slice(this.start, this.end));
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

function sentencesOf(text: string, turn: Span, language: Language, edits: readonly Edit[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const span of splitSentences(text, turn, language).toReversed()) {
    const edit = edits.find((one) => one.span.start === span.start && one.span.end === span.end)?.text;
    sentences.unshift(new Sentence(text, span, edit, languages[language], sentences[0]));
  }
  return sentences;
}

/** A stretch of text with its edited sentences as they are printed. */
function edited(text: string, { start, end }: Span, sentences: readonly Sentence[]): string {
  let result = '';
  let at = start;
  for (const { start: from, end: to, edit } of sentences) {
    if (edit === undefined || from < start || to > end) continue;
    result += text.slice(at, from) + edit;
    at = to;
  }
  return result + text.slice(at, end);
}

/** A sentence as it is printed by itself. */
export interface PrintedLine {
  readonly transcript: Transcript;
  /** Index into `transcript.turns`, and the sentence's number in it, from 0. */
  readonly turn: number;
  readonly sentence: number;
  readonly participant: Participant;
  readonly text: string;
  readonly span: Span;
  /** Short and whole, and leaning on nothing said before it. */
  readonly standsAlone: boolean;
  readonly awaitsApproval: boolean;
}

/** As long as a line is that opens an answer. */
const LINE_WORDS = { least: 4, most: 25 } as const;

/** The sentences of a turn, each by itself; those with banned words are left out, and those that are no more than a word or two. */
export function printLines(
  transcript: Transcript,
  turn: number,
  language: Language,
  decided: PrintDecisions = NOTHING_DECIDED,
): PrintedLine[] {
  const { span, speaker } = transcript.turns[turn]!;
  const participant = transcript.participants.get(speaker)!;
  return sentencesOf(transcript.text, span, language, decided.edits)
    .map((sentence, number) => ({ sentence, number }))
    .filter(({ sentence }) => sentence.words >= LINE_WORDS.least && !decided.banned.some((banned) => overlaps(banned, sentence)))
    .map(({ sentence, number }) => {
      const text = clean(edited(transcript.text, sentence, [sentence]));
      return {
        transcript,
        turn,
        sentence: number,
        participant,
        text,
        span: { start: sentence.start, end: sentence.end },
        standsAlone: sentence.words <= LINE_WORDS.most && sentence.opening === WELL && !sentence.trailsOff,
        awaitsApproval: awaitsApproval(participant, text, decided.approved),
      };
    });
}

/**
 * Widens a quote inside its turn until it can stand alone, and cuts it where it is too long: 20 to 80 words, whole
 * sentences, not opening on a *det* or *de* without what it points to. It is never widened to banned words.
 */
export function printQuote(quote: Quote, language: Language, decided: PrintDecisions = NOTHING_DECIDED): PrintedQuote {
  const { text, turns } = quote.transcript;
  const sentences = sentencesOf(text, turns[quote.turn]!.span, language, decided.edits);
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
  const isBanned = (sentence: Sentence): boolean => decided.banned.some((span) => overlaps(span, sentence));
  const fits = (from: number, to: number): boolean =>
    from >= 0 && to < sentences.length && count(from, to) <= PRINTED_WORDS.most && !sentences.slice(from, to + 1).some(isBanned);
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
  /** What a person has approved is printed as she approved it, be it short. */
  const isAsApproved = (from: number, to: number): boolean =>
    decided.approved.length > 0 &&
    fits(from, to) &&
    isApproved(edited(text, { start: sentences[from]!.start, end: sentences[to]!.end }, sentences), decided.approved);
  if (isAsApproved(first, last)) {
    while (isAsApproved(first - 1, last)) first -= 1;
    while (isAsApproved(first, last + 1)) last += 1;
  } else {
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
  }
  let span: Span = { start: sentences[first]!.start, end: sentences[last]!.end };
  // An edited sentence is printed as it was edited.
  if (first === last && sentences[first]!.words > PRINTED_WORDS.most && sentences[first]!.edit === undefined)
    span = cutSentence(text, span, hits, languages[language]);
  const cutBefore = span.start > sentences[first]!.start ? `${CUT} ` : '';
  const cutAfter = span.end < sentences[last]!.end ? ` ${CUT}` : '';
  const shown = edited(text, span, sentences);
  const words = countWords(shown);
  const said = clean(shown);
  const printed = `${cutBefore}${cutAfter === '' ? said : said.replace(/\s*[,;:–—-]+$/, '')}${cutAfter}`;
  return {
    quote,
    text: printed,
    span,
    words,
    standsAlone: words >= PRINTED_WORDS.least && cutBefore === '' && opening(first) === WELL,
    awaitsApproval: awaitsApproval(quote.participant, printed, decided.approved),
  };
}
