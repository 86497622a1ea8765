import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * How well the speaker of a quotation is found: sentence forms of our own, each with who says what, or nobody. Some were
 * written before there was a reader, some while it was mended, and the fresh ones by someone who had not seen it: of
 * these, before anything was mended for them, it found 36 of 41 speakers and gave none a wrong one.
 */

/** @typedef {{ name: string, text: string, expected: string[] }} Form */

export const FILES = ['before.txt', 'after.txt', 'fresh.txt'];

/** The sentence forms of a file. */
export function readForms(file) {
  const [, ...blocks] = readFileSync(join(import.meta.dirname, file), 'utf8').split(/^## /m);
  return blocks.map((block) => {
    const [name = '', ...lines] = block.trim().split('\n');
    const expected = lines.filter((line) => line.startsWith('=> ')).map((line) => line.slice(3));
    const text = lines
      .filter((line) => !line.startsWith('=> '))
      .join('\n')
      .trim();
    return { name, text, expected: expected.filter((line) => line !== 'none') };
  });
}

/** The paragraphs of a text, which stand apart. */
export function paragraphsIn(text) {
  const paragraphs = [];
  let at = 0;
  for (const part of text.split('\n\n')) {
    if (part.trim() !== '') paragraphs.push({ span: { start: at, end: at + part.length }, heading: part.startsWith('#') });
    at += part.length + 2;
  }
  return paragraphs;
}

/** Who says what in a text, as the forms tell it. @param attribute the reader's */
export function attributed(text, attribute) {
  return attribute(text, paragraphsIn(text)).quotations.map(({ pieces, speaker }) => {
    const words = pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
    const who = speaker === undefined ? 'ukendt' : `${speaker.name}${speaker.title === undefined ? '' : ` (${speaker.title})`}`;
    return `${who} | ${words.replace(/\s+/g, ' ')}`;
  });
}

const isNamed = (line) => !line.startsWith('ukendt | ');

/**
 * Precision: of the quotations given a speaker, how many are right in words, speaker and title. Recall: of those whose
 * speaker the text tells, how many are found.
 */
export function scoreForms(attribute, files = FILES) {
  const forms = files.flatMap(readForms);
  const rows = forms.map((form) => ({ ...form, got: attributed(form.text, attribute) }));
  let right = 0;
  let given = 0;
  let told = 0;
  for (const { expected, got } of rows) {
    given += got.filter(isNamed).length;
    told += expected.filter(isNamed).length;
    right += got.filter((line) => isNamed(line) && expected.includes(line)).length;
  }
  const misses = rows.filter(({ expected, got }) => expected.join('\n') !== got.join('\n'));
  return { forms: forms.length, precision: right / given, recall: right / told, misses };
}
