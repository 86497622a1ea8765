/**
 * What the characters of a text are to words: letters (with marks and digits), joiners inside a word, what nobody sees,
 * blanks a phrase goes on across, and all else. Each UTF-16 unit is looked at once.
 */

const OTHER = 1;
export const LETTER = 2;
export const JOINER = 3;
export const INVISIBLE = 4;
export const BLANK = 5;
export const SURROGATE = 6;

const LETTERS = /^[\p{L}\p{M}\p{N}]$/u;
// Soft hyphen, zero-width blanks and joiners, byte-order mark.
const UNSEEN = '[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
export const HAS_UNSEEN: RegExp = new RegExp(UNSEEN);
export const ALL_UNSEEN: RegExp = new RegExp(UNSEEN, 'g');
export const UNSEEN_EDGES: RegExp = new RegExp(`^${UNSEEN}+|${UNSEEN}+$`, 'g');
// A phrase goes on across blanks and the marks of Markdown.
const BLANKS = /^[\s*_~`\\]$/;
const HYPHENS = '-\u2010\u2011';
const APOSTROPHES = "'\u2019\u02bc";

function classify(char: string): number {
  const code = char.charCodeAt(0);
  if (char.length === 1 && code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  if (HYPHENS.includes(char) || APOSTROPHES.includes(char)) return JOINER;
  if (LETTERS.test(char)) return LETTER;
  if (HAS_UNSEEN.test(char)) return INVISIBLE;
  return BLANKS.test(char) ? BLANK : OTHER;
}

function foldChar(char: string): string {
  if (HYPHENS.includes(char)) return '-';
  if (APOSTROPHES.includes(char)) return "'";
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

// One entry for each UTF-16 unit, filled in as units are met: a study uses a few hundred of them.
export const classes: Uint8Array = new Uint8Array(0x10000);
export const folded: Uint16Array = new Uint16Array(0x10000);

/** The class of a UTF-16 unit; asked once, it stands in `classes`, and its lower case in `folded`. */
export function classOf(unit: number): number {
  const known = classes[unit]!;
  if (known !== 0) return known;
  const char = String.fromCharCode(unit);
  classes[unit] = classify(char);
  folded[unit] = foldChar(char).charCodeAt(0);
  return classes[unit];
}

function isLetterPair(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && point > 0xffff && classify(String.fromCodePoint(point)) === LETTER;
}

/** How many units of a letter stand at this place: 0 when none does. */
export function letterAt(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const kind = classOf(text.charCodeAt(at));
  if (kind === LETTER) return 1;
  return kind === SURROGATE && at + 1 < end && isLetterPair(text, at) ? 2 : 0;
}
