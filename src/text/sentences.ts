import type { Language, Span } from '../model.ts';
import { languages } from './languages/index.ts';
import type { LanguageRules } from './languages/language.ts';
import { trimSpan } from './spans.ts';

/*
 * Sentences by rule. It follows Unicode's sentence breaks (UAX 29) with the merges that spoken Danish needs: a small
 * letter never opens a sentence, abbreviations and initials do not end one, and several dots end one only before a
 * capital, blank or no blank. One line break is a blank; an empty line is a border.
 */

const CLOSERS = '"\'”’»«)]*_';
const OPENERS = '"\'“”„‘’»«([*_–—-';
const BLANK = /\s/;
const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const DIGIT = /^\p{N}/u;
const LETTER = /^[\p{L}\p{M}]$/u;

const isStop = (char: string): boolean => char === '.' || char === '!' || char === '?' || char === '…';

/** The letters and inner dots right before a full stop, in lower case: "bl.a", "nr", "J". */
function wordBefore(text: string, stop: number, from: number): string {
  let at = stop;
  while (at > from && (LETTER.test(text.charAt(at - 1)) || (text.charAt(at - 1) === '.' && at < stop && LETTER.test(text.charAt(at)))))
    at -= 1;
  return text.slice(at, stop);
}

function isAbbreviation(word: string, rules: LanguageRules, beforeCapital: boolean): boolean {
  const lower = word.toLowerCase();
  if (beforeCapital && rules.endingAbbreviations.has(lower)) return false;
  if (word.length === 1) return LETTER.test(word) && !rules.wordsOfOneLetter.has(lower);
  return rules.abbreviations.has(lower);
}

/** What comes after a stop: where the next sentence would begin, and what it would begin with. */
function lookAhead(text: string, from: number, end: number): { begin: number; first: string; glued: boolean; emptyLine: boolean } {
  let at = from;
  while (at < end && CLOSERS.includes(text.charAt(at))) at += 1;
  const closed = at;
  while (at < end && BLANK.test(text.charAt(at))) at += 1;
  const begin = at;
  while (at < end && (OPENERS.includes(text.charAt(at)) || BLANK.test(text.charAt(at)))) at += 1;
  const first = at < end ? String.fromCodePoint(text.codePointAt(at)!) : '';
  return { begin, first, glued: begin === closed, emptyLine: /\n\s*\n/.test(text.slice(closed, begin)) };
}

function endsSentence(
  text: string,
  start: number,
  stop: number,
  after: number,
  next: ReturnType<typeof lookAhead>,
  rules: LanguageRules,
): boolean {
  const { first } = next;
  if (first === '') return false;
  const capital = UPPER.test(first);
  if (LOWER.test(first)) return false;
  const stops = text.slice(stop, after);
  if (stops.length > 1 ? /^[.…]+$/.test(stops) : stops === '…') return capital || next.emptyLine;
  if (stops !== '.') return !next.glued || capital;
  const before = wordBefore(text, stop, start);
  if (next.glued) {
    const isSlip = /^\p{Lu}\p{M}*\p{Ll}/u.test(text.slice(next.begin, next.begin + 4)) && /^(?:\p{Ll}\p{M}*){3,}$/u.test(before);
    return isSlip && !isAbbreviation(before, rules, true);
  }
  return !isAbbreviation(before, rules, capital) || (next.emptyLine && !DIGIT.test(first));
}

/**
 * The sentences of a stretch of text, from left to right, without the blanks around them. Together they hold every
 * word of it.
 */
export function splitSentences(text: string, span: Span, language: Language): Span[] {
  const rules = languages[language];
  const sentences: Span[] = [];
  let start = span.start;
  const close = (end: number): void => {
    const sentence = trimSpan(text, { start, end });
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = end;
  };
  for (let at = span.start; at < span.end; at += 1) {
    const char = text.charAt(at);
    if (isStop(char)) {
      let after = at + 1;
      while (after < span.end && isStop(text.charAt(after))) after += 1;
      const next = lookAhead(text, after, span.end);
      if (endsSentence(text, start, at, after, next, rules)) close(next.begin);
      at = after - 1;
    } else if (char === '\n') {
      const next = lookAhead(text, at, span.end);
      if (next.emptyLine && next.first !== '' && !LOWER.test(next.first)) close(next.begin);
    }
  }
  close(span.end);
  return sentences;
}
