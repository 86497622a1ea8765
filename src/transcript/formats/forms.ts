/*
 * The three forms a text may have: an interview with labelled turns, an article that quotes people, a document that is
 * its author's. Front matter says which; without a word of it a text is an interview, unless it has no labels and quotes.
 */

import { readFrontMatter } from '../front-matter.ts';
import { isKnownForm } from '../names.ts';
import { readArticle } from './article.ts';
import { readAuthored } from './authored.ts';
import type { Reading, Source } from './format.ts';
import { readLines, splitLines, type KnownBefore, type PlacedLine } from './labelled.ts';

/** So many quotations must have a speaker before a text is an article that nobody called one. */
const FEWEST_QUOTATIONS = 2;

/** Do the labels of this reading look like what articles have before a colon: single words that open a line once? */
function hasNoLabels({ turns, interviewers }: Reading, declared: ReadonlySet<string>): boolean {
  const speakers = new Set(turns.map(({ speaker }) => speaker));
  if (speakers.size < turns.length || interviewers.size > 0) return false;
  return [...speakers].every((speaker) => !speaker.includes(' ') && !isKnownForm(speaker) && !declared.has(speaker));
}

/** Reads the lines of a text in the form it has. */
export function readInForm(text: string, lines: readonly PlacedLine[], known: KnownBefore): Reading {
  const { front, declared } = known;
  const document = known.document ?? front?.document;
  if (document) return readAuthored(text, lines, document, front);
  if (front?.form === 'artikel') return readArticle(text, lines, front).reading;
  const labelled = readLines(text, lines, known);
  if (front?.form === 'interview' || !hasNoLabels(labelled, declared)) return labelled;
  const { reading, attributed } = readArticle(text, lines, front);
  return attributed >= FEWEST_QUOTATIONS ? reading : labelled;
}

/** Reads a text file, with or without front matter. */
export function readPlain({ path, decoded: { text }, declared, document }: Source): Reading[] {
  const front = readFrontMatter(text, path);
  const named = new Set([...declared, ...(front?.speakers.keys() ?? []), ...(front?.interviewers ?? [])]);
  return [readInForm(text, splitLines(text, front?.end ?? 0), { declared: named, front, document })];
}
