import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, type ProseParagraph } from '../../../src/transcript/attribution/attribute.ts';

/** A sentence form: its text, and who says what in it. */
export interface Form {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/** The sentence forms of a file. */
export function readForms(name: string): Form[] {
  const [, ...blocks] = readFileSync(join(import.meta.dirname, name), 'utf8').split(/^## /m);
  return blocks.map((block) => {
    const [title = '', ...lines] = block.trim().split('\n');
    const expected = lines.filter((line) => line.startsWith('=> ')).map((line) => line.slice(3));
    const text = lines
      .filter((line) => !line.startsWith('=> '))
      .join('\n')
      .trim();
    return { name: title, text, expected: expected.filter((line) => line !== 'none') };
  });
}

/** Who says what in a text whose paragraphs stand apart, as the forms tell it. */
export function attributed(text: string): string[] {
  const paragraphs: ProseParagraph[] = [];
  for (const match of text.matchAll(/[^\n](?:[^]*?[^\n])??(?=\n\s*\n|$(?![^]))/g))
    paragraphs.push({ span: { start: match.index, end: match.index + match[0].length }, heading: match[0].startsWith('#') });
  return attribute(text, paragraphs).quotations.map(({ pieces, speaker }) => {
    const words = pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
    const who = speaker === undefined ? 'ukendt' : `${speaker.name}${speaker.title === undefined ? '' : ` (${speaker.title})`}`;
    return `${who} | ${words.replace(/\s+/g, ' ')}`;
  });
}
