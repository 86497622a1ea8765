import type { Span } from '../model.ts';
import {
  BLANK,
  classIn,
  classOf,
  COMPOSING,
  foldedIn,
  INVISIBLE,
  JOINER,
  known,
  LETTER,
  letterAt,
  lookUp,
  OTHER,
  SURROGATE,
  UNSEEN_EDGES,
} from './characters.ts';
import { type FormTable, HASH_PRIME, HASH_SEED } from './form-table.ts';

/**
 * What a word is, in one place: letters, marks and digits, with hyphens and apostrophes inside. The parts of a
 * hyphenated word are words too. Words are compared as forms: NFC, lower case, one kind of hyphen and apostrophe,
 * without the invisible characters that typesetting leaves.
 */

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
    while (at < to && classOf(text.charCodeAt(at)) === LETTER) at += 1;
    if (at >= to) return to;
    const kind = classOf(text.charCodeAt(at));
    if (kind === COMPOSING) at += 1;
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
    const unit = lookUp(text.charCodeAt(at));
    if (classIn(unit) !== INVISIBLE) form += String.fromCharCode(foldedIn(unit));
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

// The words of a long interview: see the note on growing in the table of forms.
const ROOM = 1 << 15;

/** Words in the order of a text, in arrays that grow: a million of them take 13 MB. */
export class WordReader {
  /** How many words were read. */
  count = 0;
  start: Int32Array = new Int32Array(ROOM);
  end: Int32Array = new Int32Array(ROOM);
  /** The number of each word's form in `forms`. */
  form: Int32Array = new Int32Array(ROOM);
  /** 1 where nothing but blanks and markup stands between this word and the one before. */
  joined: Uint8Array = new Uint8Array(ROOM);
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

  /** Reads the words of `text` (in any Unicode form) from `from` up to `to`, and forgets those read before. */
  read(text: string, from: number, to: number): void {
    this.count = 0;
    this.append(text, from, to);
  }

  /** Reads words behind those read before. */
  append(text: string, from: number, to: number): void {
    let joined = 0;
    for (let at = from; at < to;) {
      const kind = classOf(text.charCodeAt(at));
      if (kind === BLANK || kind === INVISIBLE) at += 1;
      else if (kind === LETTER || letterAt(text, at, to) > 0) {
        at = this.#word(text, at, to, joined);
        joined = 1;
      } else {
        joined = 0;
        at += 1;
      }
    }
  }

  /** Reads the word that begins here, hashing it on the way. @returns where it ends */
  #word(text: string, begin: number, to: number, joined: number): number {
    let hash = HASH_SEED;
    let at = begin;
    let kind = OTHER;
    while (at < to) {
      // The innermost loop of all: a unit never met before ends it, and is met in `wordEnd`.
      const unit = known[text.charCodeAt(at)]!;
      kind = classIn(unit);
      if (kind !== LETTER) break;
      hash = Math.imul(hash ^ foldedIn(unit), HASH_PRIME);
      at += 1;
    }
    // Nearly every word is plain letters up to a blank or a stop.
    const end = at === to || kind === BLANK || kind === OTHER ? at : wordEnd(text, at, to);
    if (this.count === this.start.length) this.#grow();
    const { count } = this;
    this.start[count] = begin;
    this.end[count] = end;
    this.form[count] =
      end === at ? this.forms.number(hash, text, begin, end) : this.forms.numberOf(text.slice(begin, end).normalize('NFC'));
    this.joined[count] = joined;
    this.count = count + 1;
    return end;
  }
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
