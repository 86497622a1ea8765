/*
 * Interviews that are set as articles: each question is a heading, and below it stand those who answer by name. Nobody
 * asks by a label.
 */

import type { Label, Line } from './labels.ts';

/** Who puts the questions. */
export const ASKER = 'Interviewer';

const MARKDOWN = /^ {0,3}(#{1,6})\s+/;
const BOLD = /^\s*(\*\*|__)(?=\S).*\S\1\s*$/;
const QUESTION = /\?["”»)*_#\s]*$/;
const OPENS_QUOTED = /^["”“„»«]/u;

type Labels = readonly (Label | undefined)[];

/** How a line is set off: by the depth of its heading (of a document's: 0), in bold, or not at all. */
function settingOf({ text, heading, lead = 0 }: Line): number | 'bold' | 'plain' {
  if (heading === true) return 0;
  const depth = MARKDOWN.exec(text)?.[1]?.length;
  if (depth !== undefined) return depth;
  return BOLD.test(text) || (lead > 0 && lead >= text.trimEnd().length) ? 'bold' : 'plain';
}

/**
 * The lines that are the questions of an interview set as an article, each with how many characters of it stand before
 * its words; none in a file that is not. A heading or a bold line is one that ends in a question mark, and so are the
 * other headings of that depth with an answer below. Where there are none of these, it is a line of its own that ends in
 * a question mark right above `Name: ”…”`.
 */
export function questionHeadings(lines: readonly Line[], labels: Labels, isAsker: (speaker: string) => boolean): Map<number, number> {
  const none = new Map<number, number>();
  const first = labels.findIndex((label) => label !== undefined);
  if (first < 0 || labels.some((label) => label && isAsker(label.speaker))) return none;
  const spoken = lines.flatMap((line, i) => (line.text.trim() === '' ? [] : [i]));
  const below = new Map(spoken.map((i, at) => [i, spoken[at + 1]]));
  const labelBelow = (i: number): Label | undefined => labels[below.get(i) ?? -1];
  const unlabelled = spoken.filter((i) => !labels[i]);
  const setting = new Map(unlabelled.map((i) => [i, settingOf(lines[i]!)]));
  const isQuestion = (i: number): boolean => QUESTION.test(lines[i]!.text);

  const asking = unlabelled.filter((i) => setting.get(i) !== 'plain' && isQuestion(i));
  const depths = new Set(asking.map((i) => setting.get(i)).filter((depth) => typeof depth === 'number'));
  const headings = unlabelled.filter((i) => typeof setting.get(i) === 'number');
  const isAnswered = (i: number): boolean => {
    const next = headings.find((heading) => heading > i) ?? lines.length;
    return labels.slice(i, next).some((label) => label !== undefined);
  };
  const isOneOfThem = (i: number): boolean => depths.has(setting.get(i) as number) && isAnswered(i);
  const set = asking.some(labelBelow) ? unlabelled.filter((i) => asking.includes(i) || isOneOfThem(i)) : [];

  const isQuoted = (i: number): boolean => {
    const label = labelBelow(i);
    return label !== undefined && OPENS_QUOTED.test(lines[below.get(i)!]!.text.slice(label.length).trimStart());
  };
  const found = set.length > 0 ? set : unlabelled.filter((i) => lines[i]!.opens && isQuestion(i) && isQuoted(i));
  const before = (text: string): number => /^\s*(?:#{1,6}\s+)?(?:\*\*|__)?/.exec(text)![0].length;
  return new Map(found.map((i) => [i, before(lines[i]!.text)]));
}

const ANSWER = /^[*_]*(\p{Lu}[^:"”“„»«?]{2,100}?)[*_]*:[*_\s]*["”“„»«]/u;

/** What stands before a colon and words in marks, as a name and a title do. */
export function mayAnswer(line: string): string | undefined {
  return ANSWER.exec(line)?.[1];
}
