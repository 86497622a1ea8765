import type { Span } from '../model.ts';

/**
 * What a word is, in one place: letters, marks and digits, with hyphens and apostrophes inside. The parts of a
 * hyphenated word are words too. Words are compared as forms: NFC, lower case, one kind of hyphen and apostrophe,
 * without the invisible characters that typesetting leaves.
 */

const OTHER = 1;
const LETTER = 2;
const JOINER = 3;
const INVISIBLE = 4;
const BLANK = 5;
const SURROGATE = 6;

const LETTERS = /^[\p{L}\p{M}\p{N}]$/u;
// Soft hyphen, zero-width blanks and joiners, byte-order mark.
const UNSEEN = '[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
const HAS_UNSEEN = new RegExp(UNSEEN);
const ALL_UNSEEN = new RegExp(UNSEEN, 'g');
const UNSEEN_EDGES = new RegExp(`^${UNSEEN}+|${UNSEEN}+$`, 'g');
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
const classes = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);

// FNV-1a, over units instead of bytes.
const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

function classOf(unit: number): number {
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
function letterAt(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const kind = classOf(text.charCodeAt(at));
  if (kind === LETTER) return 1;
  return kind === SURROGATE && at + 1 < end && isLetterPair(text, at) ? 2 : 0;
}

/** Past the invisible characters that stand here. */
function pastInvisible(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && classOf(text.charCodeAt(at)) === INVISIBLE) at += 1;
  return at;
}

/** Where a word goes on behind what is no letter, invisible or one hyphen or apostrophe; -1 when it ends. */
function wordGoesOn(text: string, from: number, end: number): number {
  let at = pastInvisible(text, from, end);
  if (at < end && classOf(text.charCodeAt(at)) === JOINER) at = pastInvisible(text, at + 1, end);
  return at > from && letterAt(text, at, end) > 0 ? at : -1;
}

/** Where the word that begins here ends. */
function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  for (;;) {
    while (at < to && classes[text.charCodeAt(at)] === LETTER) at += 1;
    if (at >= to) return to;
    const kind = classOf(text.charCodeAt(at));
    if (kind === LETTER) at += 1;
    else if (kind === JOINER || kind === INVISIBLE) {
      const next = wordGoesOn(text, at, to);
      if (next < 0) return at;
      at = next;
    } else if (kind === SURROGATE && letterAt(text, at, to) === 2) at += 2;
    else return at;
  }
}

/** A word as it is compared: folded, with nothing invisible in it. `text` in NFC. */
export function wordForm(text: string): string {
  let form = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (classOf(unit) !== INVISIBLE) form += String.fromCharCode(folded[unit]!);
  }
  return form;
}

/** Where the parts of a hyphenated word stand. @param word the place of the whole word */
export function partsOf(text: string, word: Span): Span[] {
  const parts: Span[] = [];
  let start = word.start;
  for (const piece of text.slice(word.start, word.end).split(/[-\u2010\u2011]/)) {
    const bare = piece.replace(UNSEEN_EDGES, '');
    const from = start + piece.indexOf(bare);
    parts.push({ start: from, end: from + bare.length });
    start += piece.length + 1;
  }
  return parts;
}

/** The words of a piece of text, from left to right, in arrays that the next reading uses again. */
export class WordReader {
  /** How many words were read. */
  count = 0;
  start: Int32Array = new Int32Array(1024);
  end: Int32Array = new Int32Array(1024);
  /** The number of each word's form in `forms`. */
  form: Int32Array = new Int32Array(1024);
  /** 1 where nothing but blanks and markup stands between this word and the one before. */
  joined: Uint8Array = new Uint8Array(1024);
  readonly forms: FormTable;

  constructor(forms: FormTable) {
    this.forms = forms;
  }

  #grow(): void {
    const size = this.start.length * 2;
    const copy = (old: Int32Array): Int32Array => {
      const grown = new Int32Array(size);
      grown.set(old);
      return grown;
    };
    this.start = copy(this.start);
    this.end = copy(this.end);
    this.form = copy(this.form);
    const joined = new Uint8Array(size);
    joined.set(this.joined);
    this.joined = joined;
  }

  /** Reads the words of `text` (NFC) from `from` up to `to`. */
  read(text: string, from: number, to: number): void {
    const { forms } = this;
    this.count = 0;
    let joined = 0;
    for (let at = from; at < to;) {
      const kind = classOf(text.charCodeAt(at));
      if (kind !== LETTER && (kind !== SURROGATE || letterAt(text, at, to) === 0)) {
        if (kind !== BLANK && kind !== INVISIBLE) joined = 0;
        at += 1;
        continue;
      }
      const begin = at;
      at = wordEnd(text, begin, to);
      if (this.count === this.start.length) this.#grow();
      this.start[this.count] = begin;
      this.end[this.count] = at;
      this.form[this.count] = forms.number(text, begin, at);
      this.joined[this.count] = joined;
      this.count += 1;
      joined = 1;
    }
  }
}

/**
 * Gives every distinct form a number, from 0 in the order they are met, comparing whole forms: two forms never share a
 * number. A word met before costs no string.
 */
export class FormTable {
  #units: Uint16Array = new Uint16Array(1 << 16);
  #starts: Int32Array = new Int32Array(1 << 12);
  #slots: Int32Array = new Int32Array(1 << 13).fill(-1);
  #size = 0;

  /** How many distinct forms have been met. */
  get size(): number {
    return this.#size;
  }

  /** The form with that number. */
  text(form: number): string {
    const start = this.#starts[form]!;
    return Buffer.from(this.#units.buffer, start * 2, (this.#starts[form + 1]! - start) * 2).toString('utf16le');
  }

  /** The number of the form of the word that stands there. */
  number(text: string, from: number, to: number): number {
    let hash = HASH_SEED;
    for (let at = from; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      if (classOf(unit) !== INVISIBLE) hash = Math.imul(hash ^ folded[unit]!, HASH_PRIME);
    }
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const form = slots[slot]!;
      if (form < 0) return this.#keep(slot, text, from, to);
      if (this.#spells(form, text, from, to)) return form;
      slot = (slot + 1) & mask;
    }
  }

  /** Is this form spelled there? Whole forms are compared, so that two never share a number. */
  #spells(form: number, text: string, from: number, to: number): boolean {
    const units = this.#units;
    const end = this.#starts[form + 1]!;
    let unit = this.#starts[form]!;
    for (let at = from; at < to; at += 1) {
      const here = text.charCodeAt(at);
      if (classes[here] === INVISIBLE) continue;
      if (unit === end || units[unit] !== folded[here]) return false;
      unit += 1;
    }
    return unit === end;
  }

  #keep(slot: number, text: string, from: number, to: number): number {
    const form = this.#size;
    const start = this.#starts[form]!;
    if (start + to - from > this.#units.length) {
      const grown = new Uint16Array(Math.max(this.#units.length * 2, start + to - from));
      grown.set(this.#units);
      this.#units = grown;
    }
    let end = start;
    for (let at = from; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      if (classes[unit] !== INVISIBLE) this.#units[end++] = folded[unit]!;
    }
    this.#slots[slot] = form;
    this.#size += 1;
    if (this.#size + 1 >= this.#starts.length) {
      const grown = new Int32Array(this.#starts.length * 2);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[this.#size] = end;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return form;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let form = 0; form < this.#size; form += 1) {
      let hash = HASH_SEED;
      for (let i = this.#starts[form]!; i < this.#starts[form + 1]!; i += 1) hash = Math.imul(hash ^ this.#units[i]!, HASH_PRIME);
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = form;
    }
    this.#slots = slots;
  }
}

/**
 * The words of a stretch of text as numbers, for comparing texts: the same word has the same number, another nearly
 * always another.
 */
export function wordHashes(text: string, from: number, to: number): number[] {
  const hashes: number[] = [];
  for (let at = from; at < to;) {
    if (letterAt(text, at, to) === 0) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at, to);
    let hash = HASH_SEED;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (classOf(unit) !== INVISIBLE) hash = Math.imul(hash ^ folded[unit]!, HASH_PRIME);
    }
    hashes.push(hash);
  }
  return hashes;
}

/** How many words stand between two places of a text. */
export function countWords(text: string, from = 0, to: number = text.length): number {
  let words = 0;
  for (let at = from; at < to;) {
    if (letterAt(text, at, to) === 0) {
      at += 1;
      continue;
    }
    words += 1;
    at = wordEnd(text, at, to);
  }
  return words;
}

/** The words of a text as forms, for comparing texts; `text` in any Unicode form. */
export function wordForms(text: string): string[] {
  const nfc = text.normalize('NFC');
  const forms: string[] = [];
  for (let at = 0; at < nfc.length;) {
    const end = letterAt(nfc, at, nfc.length) === 0 ? at : wordEnd(nfc, at, nfc.length);
    if (end > at) forms.push(wordForm(nfc.slice(at, end)));
    at = Math.max(end, at + 1);
  }
  return forms;
}

/** Text as it is compared, with the way back to where each of its units begins and ends in the original. */
export interface Comparable {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Is the text in NFC and without invisible characters, as nearly all text is? */
export function isComparable(text: string): boolean {
  return !HAS_UNSEEN.test(text) && text === text.normalize('NFC');
}

/** The text in NFC and without invisible characters. */
export function comparable(text: string): Comparable {
  let result = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const cluster of text.match(/[^\p{M}]\p{M}*|\p{M}+/gsu) ?? []) {
    const short = cluster.normalize('NFC').replace(ALL_UNSEEN, '');
    const same = short === cluster;
    for (let i = 0; i < short.length; i += 1) {
      starts.push(same ? at + i : at);
      ends.push(same ? at + i + 1 : at + cluster.length);
    }
    result += short;
    at += cluster.length;
  }
  return { text: result, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
