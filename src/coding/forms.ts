import type { Language, WordPattern } from '../model.ts';
import { stem } from '../text/stem.ts';

/** An item that a word matches, by the whole word (-1) or by one of its hyphenated parts (from 0). */
export interface FormItem {
  readonly item: number;
  readonly part: number;
}

/** A part of words that is looked for. */
interface Piece {
  readonly text: string;
  readonly item: number;
}

/** Pieces by a letter or a pair of letters of theirs, so that a word is compared with few. */
type Pieces = Map<number, Piece[]>;

const letter = (text: string, at: number): number => text.charCodeAt(at);
const pair = (text: string, at: number): number => letter(text, at) * 0x10000 + letter(text, at + 1);

/** Adds to the list a key has. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Finds the items a word form matches. Asked once for each form. */
export class FormMatcher {
  readonly #language: Language;
  readonly #exact = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #starts: Pieces = new Map();
  readonly #ends: Pieces = new Map();
  readonly #parts: Pieces = new Map();

  constructor(items: readonly WordPattern[], language: Language) {
    this.#language = language;
    for (const [item, { kind, text }] of items.entries()) {
      if (kind === 'exact') append(this.#exact, text, item);
      else if (kind === 'stem') append(this.#stems, text, item);
      else {
        const pieces = kind === 'start' ? this.#starts : kind === 'end' ? this.#ends : this.#parts;
        const key = text.length === 1 ? letter : pair;
        append(pieces, kind === 'end' ? key(text, Math.max(0, text.length - 2)) : key(text, 0), { text, item });
      }
    }
  }

  #itemsOf(word: string): number[] {
    const items = [...(this.#exact.get(word) ?? []), ...(this.#stems.get(stem(word, this.#language)) ?? [])];
    const take = (pieces: Pieces, key: number, fits: (text: string) => boolean): void => {
      for (const { text, item } of pieces.get(key) ?? []) if (fits(text) && !items.includes(item)) items.push(item);
    };
    const last = word.length - 1;
    const begins = (text: string): boolean => word.startsWith(text);
    const ends = (text: string): boolean => word.endsWith(text);
    for (const key of [letter(word, 0), pair(word, 0)]) take(this.#starts, key, begins);
    for (const key of [letter(word, last), pair(word, last - 1)]) take(this.#ends, key, ends);
    for (let at = 0; at <= last; at += 1) {
      const stands = (text: string): boolean => word.startsWith(text, at);
      for (const key of [letter(word, at), pair(word, at)]) take(this.#parts, key, stands);
    }
    return items;
  }

  /** The items of a form, each once: by the whole word where that matches, else by the first part that does. */
  match(form: string): FormItem[] {
    const found = this.#itemsOf(form).map((item) => ({ item, part: -1 }));
    if (!form.includes('-')) return found;
    const seen = new Set(found.map(({ item }) => item));
    for (const [part, word] of form.split('-').entries()) {
      for (const item of this.#itemsOf(word)) {
        if (seen.has(item)) continue;
        seen.add(item);
        found.push({ item, part });
      }
    }
    return found;
  }
}
