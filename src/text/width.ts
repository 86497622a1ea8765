import fastStringWidth from 'fast-string-width';
import { ALL_UNSEEN } from './characters.ts';

/** How many columns a text takes in a terminal; what nobody sees takes none. */
export function columnsOf(text: string): number {
  return fastStringWidth(text.replace(ALL_UNSEEN, ''));
}

/** Cuts a text to a width, with … where something is gone. */
export function clip(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('da').segment(text)) {
    if (columnsOf(kept + segment) >= width) break;
    kept += segment;
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
