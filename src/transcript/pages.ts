/*
 * What a text has from the pages it was copied or exported from, as PDF files give it: page numbers and running headers
 * between the lines, labels in the middle of lines, words divided at line ends.
 */

import { labelIn, type Line } from './labels.ts';
import { isKnownForm, mayBeSomebody } from './names.ts';

// What stands once or twice may be said.
const OFTEN = 3;
const LONGEST_HEADER = 120;

// What counts up may be the time.
const CLOCK = /\d:\d\d/;

const withoutNumbers = (line: string): string => line.trim().replace(/\d+/g, '#');
const numbersIn = (line: string): number[] => (line.match(/\d{1,6}/g) ?? []).map(Number);

/** Do the lines count pages, one more each time? */
function countsPages(lines: readonly string[]): boolean {
  const rows = lines.map(numbersIn);
  return rows[0]!.some((_, column) => rows.every((row, i) => i === 0 || row[column] === rows[i - 1]![column]! + 1));
}

/** The lines, from 0, that are page numbers, and the running headers and footers that stand beside them. */
export function findPageLines(lines: readonly Line[], isKnown: (speaker: string) => boolean): ReadonlySet<number> {
  const alike = new Map<string, number[]>();
  for (const [i, { text, heading }] of lines.entries()) {
    if (heading || text.length > LONGEST_HEADER || text.trim() === '' || CLOCK.test(text)) continue;
    const form = withoutNumbers(text);
    const before = alike.get(form);
    if (before) before.push(i);
    else alike.set(form, [i]);
  }
  const isLabel = (i: number): boolean => {
    const label = labelIn(lines[i]!);
    return label !== undefined && (isKnown(label.speaker) || mayBeSomebody(label.speaker));
  };
  const often = [...alike].filter(([, at]) => at.length >= OFTEN && !at.some(isLabel));
  const pages = new Set(
    often.filter(([form, at]) => form.includes('#') && countsPages(at.map((i) => lines[i]!.text))).flatMap(([, at]) => at),
  );
  const neighbour = (i: number, step: number): number => {
    let at = i + step;
    while (lines[at]?.text.trim() === '') at += step;
    return at;
  };
  const isBesidePage = (i: number): boolean => pages.has(neighbour(i, 1)) || pages.has(neighbour(i, -1)) || lines[i]!.text.startsWith('\f');
  const headers = often.filter(([form, at]) => /\p{L}/u.test(form) && !pages.has(at[0]!) && at.every(isBesidePage));
  for (const [, at] of headers) for (const i of at) pages.add(i);
  return pages;
}

const INSIDE = /(?=\p{Lu})(?<=[.!?…]["”’»)\]]*[ \t]+)(?<name>\p{Lu}\p{L}{0,16}[-_. ]?[\dA-Z]{0,3})(?:\s*\([^()]{1,60}\))?\s*:(?=\s|$)/gu;

/**
 * Where in each line labels of the short known kind stand after the end of a sentence, from left to right; nowhere
 * unless several speakers do so again and again.
 */
export function findLabelsInside(lines: readonly Line[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  const speakers: string[] = [];
  for (const [i, { text }] of lines.entries()) {
    if (!text.includes(':')) continue;
    INSIDE.lastIndex = 0;
    for (let match = INSIDE.exec(text); match; match = INSIDE.exec(text)) {
      const name = match.groups!['name']!.trimEnd();
      if (!isKnownForm(name)) continue;
      speakers.push(name);
      places.set(i, [...(places.get(i) ?? []), match.index]);
    }
  }
  return speakers.length >= OFTEN && new Set(speakers).size > 1 ? places : new Map();
}

/** How many words are divided at the ends of lines: `sam-` and `arbejde`. */
export function dividedWords(text: string): number {
  return text.match(/\p{Ll}-\n[ \t]*\p{Ll}/gu)?.length ?? 0;
}
