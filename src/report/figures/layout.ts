import type { EncodeEntry, Mark } from 'vega';

/*
 * The measures of the pictures, in pixels. Places are worked out here and not by the library, which measures text with
 * whatever fonts a machine has: the same study gives the same bytes.
 */

const FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif";
export const LINE = 16;
export const MARGIN = 8;
export const LABELS = 300;
export const INDENT = 14;
/** The width of a character of running text, with room for wide fonts. */
const CHARACTER = { normal: 7.4, bold: 8.7 } as const;

export type Weight = keyof typeof CHARACTER;

export const INK = '#000000';
export const PALE = '#e8ecf1';
export const STRONG = '#1f4e79';
export const MIDDLE = '#5f86ab';

const lengthOf = (text: string): number => Array.from(text).length;

export const widthOf = (text: string, weight: Weight): number => lengthOf(text) * CHARACTER[weight];

/** A text in lines that fit into a width; a word that is longer than a line is divided. */
export function linesOf(text: string, width: number, weight: Weight): string[] {
  const most = Math.max(4, Math.floor(width / CHARACTER[weight]));
  const pieces = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => {
      const letters = Array.from(word);
      if (letters.length <= most) return [word];
      const count = Math.ceil((letters.length - 1) / (most - 1));
      return Array.from({ length: count }, (_, i) => {
        const piece = letters.slice(i * (most - 1), i === count - 1 ? undefined : (i + 1) * (most - 1)).join('');
        return i === count - 1 ? piece : `${piece}-`;
      });
    });
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(piece) <= most) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** A rectangle or a text for each row of the data of that name. */
export function mark(type: 'rect' | 'text', data: string, enter: EncodeEntry): Mark {
  const face: EncodeEntry = { font: { value: FONT }, fontSize: { value: 13 }, lineHeight: { value: LINE }, baseline: { value: 'middle' } };
  return { type, from: { data }, encode: { enter: type === 'text' ? { ...face, ...enter } : enter } };
}
