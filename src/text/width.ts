import fastStringWidth from 'fast-string-width';
import { ALL_UNSEEN } from './characters.ts';

// Most of what is measured: letters of the west, each a column wide.
const PLAIN = /^[\x20-\x7e\xc0-\xff]*$/;

/** How many columns a text takes in a terminal; what nobody sees takes none. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return fastStringWidth(text.replace(ALL_UNSEEN, ''));
}

/** What people take for one character each, however it is spelled. */
export function charactersOf(text: string): string[] {
  return Array.from(new Intl.Segmenter('da').segment(text), ({ segment }) => segment);
}

/** Cuts a text to a width, with … where something is gone. */
export function clip(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  for (const character of charactersOf(text)) {
    if (columnsOf(kept + character) >= width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in lines that fit a width, broken between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && columnsOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
