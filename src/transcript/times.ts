/*
 * Places in a recording, as transcribers and their programs write them: `0:12`, `[00:04:01]`, `#00:01:02-3#`, `(00:09)`.
 * A bare `10:30` is no such place: people say it.
 */

/** Hours, minutes and seconds with a fraction, as the source of a pattern without groups. */
export const CLOCK: string = '(?:\\d{1,2}:)?\\d{1,3}:[0-5]\\d(?:[.,-]\\d{1,3})?(?![\\d:])';
const FULL_CLOCK = '\\d{1,2}:[0-5]\\d:[0-5]\\d(?:[.,-]\\d{1,3})?(?![\\d:])';
const TO = '\\s*(?:-->|[-–—])\\s*';

/** The same between marks, or bare, as it stands beside a label. */
export const MARK: string = `(?:\\\\?\\[${CLOCK}(?:${TO}${CLOCK})?\\\\?\\]|\\(${CLOCK}(?:${TO}${CLOCK})?\\)|<${CLOCK}>|#${CLOCK}#|${CLOCK})`;

/** `1:02:03` or `3:40`: without fraction, without hours where there are none. Undefined when none is written. */
export function readTime(written: string | undefined): string | undefined {
  const [, first, second, third] = /(?:(\d+):)?(\d+):(\d\d)/.exec(written ?? '') ?? [];
  if (second === undefined) return undefined;
  const minutes = Number(first ?? 0) * 60 + Number(second);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes}:${third}` : `${hours}:${String(minutes % 60).padStart(2, '0')}:${third}`;
}

/** A time that stands among what is said. */
export interface TimeMark {
  readonly time: string;
  readonly start: number;
  readonly end: number;
}

const PUNCTUATION = '[,.;:!?…]*';
const INSIDE = new RegExp(
  [
    // A remark with its place keeps its words: [uhørligt 00:12:33].
    `(?<!kl\\.?|klokken|[ \\t])[ \\t]+(?:${CLOCK}(?<close>\\\\?\\])|${FULL_CLOCK}(?<parenthesis>\\)))`,
    `(?<![ \\t])[ \\t]*(?:\\\\?\\[${CLOCK}(?:${TO}${CLOCK})?\\\\?\\]|\\(${FULL_CLOCK}(?:${TO}${FULL_CLOCK})?\\)|<${CLOCK}>|#${CLOCK}#)(?<stops>${PUNCTUATION})`,
    `^\\s*${FULL_CLOCK}(?:${TO}${FULL_CLOCK})?(?=\\s|$)`,
  ].join('|'),
  'gu',
);
const REMARK_LINE = new RegExp(`^\\s*\\\\?\\[[^\\[\\]\\n]{0,40}?${CLOCK}\\\\?\\]\\s*$`);
const TIME_LINE = new RegExp(`^\\s*${MARK}(?:${TO}${MARK})?\\s*$`);
const MAY_HOLD = /\d:\d\d/;

const blanks = (length: number): string => ' '.repeat(length);

/** Is there nothing in this line but a time? */
export function isTimeLine(line: string): boolean {
  return MAY_HOLD.test(line) && TIME_LINE.test(line);
}

/**
 * A line without the times in it. It stays as long as it was, so that all other words stay in their places: a time is
 * blanked, and what closes behind it moves up to the word before.
 */
export function withoutTimes(line: string, isTimed: boolean): { text: string; marks: readonly TimeMark[] } {
  if (!MAY_HOLD.test(line)) return { text: line, marks: [] };
  if (REMARK_LINE.test(line) || (isTimed && TIME_LINE.test(line))) {
    return { text: blanks(line.length), marks: [{ time: readTime(line)!, start: 0, end: line.length }] };
  }
  const marks: TimeMark[] = [];
  const text = line.replace(INSIDE, (...found) => {
    const [match, groups] = [found[0], found.at(-1) as { close?: string; parenthesis?: string; stops?: string }];
    const start = found.at(-3) as number;
    marks.push({ time: readTime(match)!, start, end: start + match.length });
    const kept = groups.close ?? groups.parenthesis ?? groups.stops ?? '';
    return kept + blanks(match.length - kept.length);
  });
  return { text, marks };
}
