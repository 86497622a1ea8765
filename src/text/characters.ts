/**
 * What the characters of a text are to words: letters (with marks and digits), joiners inside a word, what nobody sees,
 * blanks a phrase goes on across, and all else. Each UTF-16 unit is looked at once.
 */

export const OTHER = 1;
export const LETTER = 2;
export const JOINER = 3;
export const INVISIBLE = 4;
export const BLANK = 5;
export const SURROGATE = 6;
/** A letter or mark that NFC may put together with the one before it, or writes another way. */
export const COMPOSING = 7;

const LETTERS = /^[\p{L}\p{M}\p{N}]$/u;
// Marks, and the letters Korean syllables are put together from.
const COMPOSERS = /^[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]$/u;
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
  if (LETTERS.test(char)) return COMPOSERS.test(char) || char.normalize('NFC') !== char ? COMPOSING : LETTER;
  if (HAS_UNSEEN.test(char)) return INVISIBLE;
  return BLANKS.test(char) ? BLANK : OTHER;
}

function foldChar(char: string): string {
  if (HYPHENS.includes(char)) return '-';
  if (APOSTROPHES.includes(char)) return "'";
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

/** One entry for each UTF-16 unit: its class above its lower case; 0 until `lookUp` has met it. */
export const known: Int32Array = new Int32Array(0x10000);
const CLASS_AT = 16;
const FOLDED = 0xffff;

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  known[unit] = (classify(char) << CLASS_AT) | foldChar(char).charCodeAt(0);
  return known[unit];
}

/** What a UTF-16 unit is to words: its lower case (`foldedIn`) and its class (`classIn`) in one number. */
export function lookUp(unit: number): number {
  return known[unit]! || learn(unit);
}

/** The class in what `lookUp` told. */
export function classIn(found: number): number {
  return found >>> CLASS_AT;
}

/** The lower case in what `lookUp` told. */
export function foldedIn(found: number): number {
  return found & FOLDED;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  return classIn(lookUp(unit));
}

function isLetterPair(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && point > 0xffff && LETTERS.test(String.fromCodePoint(point));
}

/** How many units of a letter stand at this place: 0 when none does. */
export function letterAt(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const kind = classOf(text.charCodeAt(at));
  if (kind === LETTER || kind === COMPOSING) return 1;
  return kind === SURROGATE && at + 1 < end && isLetterPair(text, at) ? 2 : 0;
}
