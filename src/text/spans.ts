import type { Span } from '../model.ts';

const BLANK = /[\s\u00ad\u200b\u2060\ufeff]/;

/** The span without the blanks at its ends; empty at its start when there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && BLANK.test(text.charAt(start))) start += 1;
  while (end > start && BLANK.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** Does one span lie wholly inside the other? */
export function liesInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Do two spans share a character? */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Turns positions in UTF-16 units into code points, which is what leaves the program. Asked from left to right it
 * walks the text once.
 */
export class CodePoints {
  readonly #text: string;
  #unit = 0;
  #point = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The code point that begins at this unit, counted from 0. */
  at(unit: number): number {
    if (unit < this.#unit) {
      this.#unit = 0;
      this.#point = 0;
    }
    while (this.#unit < unit) {
      const code = this.#text.charCodeAt(this.#unit);
      const pair = code >= 0xd800 && code <= 0xdbff && (this.#text.charCodeAt(this.#unit + 1) & 0xfc00) === 0xdc00;
      this.#unit += pair ? 2 : 1;
      this.#point += 1;
    }
    return this.#point;
  }
}

/** A copy of a short string that does not keep the whole text it was cut from in memory. */
export function detach(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
