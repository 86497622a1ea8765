import type { Language, Span } from '../model.ts';
import { languages } from './languages/index.ts';
import type { LanguageRules } from './languages/language.ts';
import { trimSpan } from './spans.ts';

/*
 * Sentences by rule. It follows Unicode's sentence breaks (UAX 29) with the merges that spoken Danish needs: a small
 * letter never opens a sentence, abbreviations and initials do not end one, and several dots end one only before a
 * capital, blank or no blank. One line break is a blank; an empty line is a border.
 */

const CLOSERS = '"\'”’»«›‹)]*_';
const OPENERS = '"\'“”„‘’»«›‹([*_–—-';
// More marks than these before a word are no quotation.
const MOST_OPENERS = 8;
const BLANK = /[\s\u00ad\u200b\u2060\ufeff]/;
const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const LETTER = /^[\p{L}\p{M}]$/u;
const WORD = /\p{L}/u;
const ADDRESS = /[@/]|www\./i;

const isStop = (char: string): boolean => char === '.' || char === '!' || char === '?' || char === '…';

/** What comes after a stop: where the next sentence would begin, and what it would begin with. */
interface Ahead {
  readonly begin: number;
  readonly first: string;
  /** No blank stands between. */
  readonly glued: boolean;
}

function lookAhead(text: string, from: number, end: number): Ahead {
  let at = from;
  while (at < end && CLOSERS.includes(text.charAt(at))) at += 1;
  const closed = at;
  while (at < end && BLANK.test(text.charAt(at))) at += 1;
  const begin = at;
  const most = Math.min(end, begin + MOST_OPENERS);
  while (at < most && (OPENERS.includes(text.charAt(at)) || BLANK.test(text.charAt(at)))) at += 1;
  const first = at < end ? String.fromCodePoint(text.codePointAt(at)!) : '';
  return { begin, first, glued: begin === closed };
}

/** The letters and inner dots right before a full stop: "bl.a", "nr", "H.C". */
function wordBefore(text: string, stop: number, from: number): string {
  let at = stop;
  while (at > from && (LETTER.test(text.charAt(at - 1)) || (text.charAt(at - 1) === '.' && at < stop && LETTER.test(text.charAt(at)))))
    at -= 1;
  return text.slice(at, stop);
}

/** An initial is one capital, alone or behind another; "plan B" and the word "I" are none. */
function isInitial(text: string, from: number, stop: number, word: string, rules: LanguageRules): boolean {
  if (!/(?:^|\.)\p{Lu}$/u.test(word)) return false;
  if (word.length > 1) return true;
  const before = /(\S+)\s+$/u.exec(text.slice(Math.max(from, stop - 40), stop - 1))?.[1];
  return !rules.wordsOfOneLetter.has(word.toLowerCase()) && (before === undefined || !LOWER.test(before));
}

function isAbbreviation(text: string, from: number, stop: number, word: string, rules: LanguageRules, beforeCapital: boolean): boolean {
  const lower = word.toLowerCase();
  if (beforeCapital && rules.endingAbbreviations.has(lower)) return false;
  return rules.abbreviations.has(lower) || rules.endingAbbreviations.has(lower) || isInitial(text, from, stop, word, rules);
}

/** A full stop with no blank behind it is a slip of the typist, unless it stands in an address. */
function isSlip(text: string, span: Span, stop: number, begin: number, word: string): boolean {
  if (!/^(?:\p{Ll}\p{M}*){3,}$/u.test(word) || !/^\p{Lu}\p{M}*\p{Ll}/u.test(text.slice(begin, Math.min(span.end, begin + 4)))) return false;
  const before = /\S*$/u.exec(text.slice(Math.max(span.start, stop - 60), stop))![0];
  const after = /^\S*/u.exec(text.slice(begin, Math.min(span.end, begin + 60)))![0];
  return !ADDRESS.test(`${before}.${after}`);
}

function endsSentence(
  text: string,
  span: Span,
  stop: number,
  after: number,
  { begin, first, glued }: Ahead,
  rules: LanguageRules,
): boolean {
  if (first === '' || LOWER.test(first)) return false;
  const capital = UPPER.test(first);
  const stops = text.slice(stop, after);
  if (stops === '…' || /^[.…]{2,}$/.test(stops)) return capital;
  if (stops !== '.') return !glued || capital;
  const word = wordBefore(text, stop, span.start);
  if (isAbbreviation(text, span.start, stop, word, rules, capital)) return false;
  return !glued || isSlip(text, span, stop, begin, word);
}

/**
 * The sentences of a stretch of text, from left to right, without the blanks around them. Each holds a word, and
 * together they hold every word of it.
 */
export function splitSentences(text: string, span: Span, language: Language): Span[] {
  const rules = languages[language];
  const sentences: Span[] = [];
  let start = span.start;
  const close = (end: number): void => {
    sentences.push(trimSpan(text, { start, end }));
    start = end;
  };
  const hasWord = (end: number): boolean => WORD.test(text.slice(start, end));
  const borders = /[\n.!?…]/g;
  borders.lastIndex = span.start;
  while (borders.test(text) && borders.lastIndex <= span.end) {
    const at = borders.lastIndex - 1;
    if (text.charAt(at) === '\n') {
      const { begin, first } = lookAhead(text, at, span.end);
      if (first !== '' && !LOWER.test(first) && /\n\s*\n/.test(text.slice(at, begin)) && hasWord(at)) close(begin);
      borders.lastIndex = begin;
      continue;
    }
    let after = at + 1;
    while (after < span.end && isStop(text.charAt(after))) after += 1;
    const ahead = lookAhead(text, after, span.end);
    if (endsSentence(text, span, at, after, ahead, rules) && hasWord(at)) close(ahead.begin);
    borders.lastIndex = after;
  }
  const rest = trimSpan(text, { start, end: span.end });
  if (rest.end === rest.start) return sentences;
  const before = hasWord(span.end) ? undefined : sentences.pop();
  sentences.push(before ? { start: before.start, end: rest.end } : rest);
  return sentences;
}
