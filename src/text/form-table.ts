import { classIn, foldedIn, INVISIBLE, known, lookUp } from './characters.ts';

// FNV-1a, over units instead of bytes.
export const HASH_SEED: number = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/**
 * Gives every distinct form a number, from 0 in the order they are met, comparing whole forms: two forms never share a
 * number. A word met before costs no string.
 */
export class FormTable {
  // Room for the forms of a large study: to grow makes the engine throw away what it has compiled.
  #units: Uint16Array = new Uint16Array(1 << 20);
  #starts: Int32Array = new Int32Array(1 << 16);
  #slots: Int32Array = new Int32Array(1 << 17).fill(-1);
  /** The hash of the form in each slot. */
  #hashes: Int32Array = new Int32Array(1 << 17);
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

  /** The number of a form, or of any way of writing it. `form` in NFC. */
  numberOf(form: string): number {
    let hash = HASH_SEED;
    for (let at = 0; at < form.length; at += 1) {
      const unit = lookUp(form.charCodeAt(at));
      if (classIn(unit) !== INVISIBLE) hash = Math.imul(hash ^ foldedIn(unit), HASH_PRIME);
    }
    return this.number(hash, form, 0, form.length);
  }

  /**
   * The number of the form of the word that stands there, in NFC.
   * @param hash FNV-1a over the folded units of the word that can be seen, which whoever scans it has at hand
   */
  number(hash: number, text: string, from: number, to: number): number {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const form = slots[slot]!;
      if (form < 0) return this.#keep(slot, hash, text, from, to);
      if (hashes[slot] === hash && this.#spells(form, text, from, to)) return form;
      slot = (slot + 1) & mask;
    }
  }

  /** Is this form spelled there? Whole forms are compared, so that two never share a number. */
  #spells(form: number, text: string, from: number, to: number): boolean {
    const units = this.#units;
    const end = this.#starts[form + 1]!;
    let unit = this.#starts[form]!;
    for (let at = from; at < to; at += 1) {
      const here = known[text.charCodeAt(at)]!;
      if (classIn(here) === INVISIBLE) continue;
      if (unit === end || units[unit] !== foldedIn(here)) return false;
      unit += 1;
    }
    return unit === end;
  }

  #keep(slot: number, hash: number, text: string, from: number, to: number): number {
    const form = this.#size;
    const start = this.#starts[form]!;
    if (start + to - from > this.#units.length) {
      const grown = new Uint16Array(Math.max(this.#units.length * 2, start + to - from));
      grown.set(this.#units);
      this.#units = grown;
    }
    let end = start;
    for (let at = from; at < to; at += 1) {
      const unit = known[text.charCodeAt(at)]!;
      if (classIn(unit) !== INVISIBLE) this.#units[end++] = foldedIn(unit);
    }
    this.#slots[slot] = form;
    this.#hashes[slot] = hash;
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
    const size = this.#slots.length * 2;
    const slots = new Int32Array(size).fill(-1);
    const hashes = new Int32Array(size);
    for (let from = 0; from < this.#slots.length; from += 1) {
      const form = this.#slots[from]!;
      if (form < 0) continue;
      const hash = this.#hashes[from]!;
      let slot = (hash ^ (hash >>> 15)) & (size - 1);
      while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
      slots[slot] = form;
      hashes[slot] = hash;
    }
    this.#slots = slots;
    this.#hashes = hashes;
  }
}
