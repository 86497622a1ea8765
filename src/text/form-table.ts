import { classes, classOf, folded, INVISIBLE } from './characters.ts';

// FNV-1a, over units instead of bytes.
export const HASH_SEED = 0x811c9dc5;
export const HASH_PRIME = 0x01000193;

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
