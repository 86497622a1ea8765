/*
 * Forms of interviews that are found only where a whole file keeps to them: a name before a dash (`Interviewer – Hvad
 * fylder?`), and questions in bold above answers that are not, with no names at all.
 */

import type { Label, Line } from './labels.ts';
import { isInterviewerLabel, isKnownForm } from './names.ts';

/** The labels of a file that is set in one of the rare forms, line by line. */
export interface RareForm {
  readonly style: 'dash' | 'question';
  readonly labels: readonly (Label | undefined)[];
}

const DASHED = /^\s*(?<name>[\p{L}\p{N}][^:\t–—]{0,40}?)(?:\s*\((?<title>[^()]{1,60})\))?\s+[-–—]\s+(?=\S)/u;
// Fewer may be chance.
const FEWEST = 3;

const labelOf = (speaker: string, title: string | undefined, length: number): Label => ({ speaker, title, time: undefined, length });

/** Names before a dash: those known as speakers', of whom one asks and others answer. */
function byDash(lines: readonly Line[], declared: ReadonlySet<string>): RareForm | undefined {
  const labels = lines.map(({ text, heading }) => {
    const match = heading === true ? null : DASHED.exec(text);
    const { name = '', title } = match?.groups ?? {};
    return match && (declared.has(name) || isKnownForm(name)) ? labelOf(name, title, match[0].length) : undefined;
  });
  const speakers = new Set(labels.flatMap((label) => label?.speaker ?? []));
  const asks = [...speakers].filter(isInterviewerLabel).length;
  if (asks === 0 || asks === speakers.size) return undefined;
  return { style: 'dash', labels };
}

const isBold = ({ text, lead = 0 }: Line): boolean => lead >= text.trimEnd().length || /^\s*(\*\*|__)(?=\S).*\S\1\s*$/.test(text);
const isQuestion = ({ text }: Line): boolean => /\?["”»)*_\s]*$/.test(text);

/** Bold lines, of which most are questions, each with an answer below that is not bold. */
function byQuestions(lines: readonly Line[], header: number): RareForm | undefined {
  const spoken = lines.flatMap((line, i) => (i >= header && line.heading !== true && line.text.trim() !== '' ? [i] : []));
  const first = spoken.findIndex((i) => isBold(lines[i]!) && isQuestion(lines[i]!));
  const own = first < 0 ? [] : spoken.slice(first);
  const opening = own.filter((i, at) => at === 0 || isBold(lines[i]!) !== isBold(lines[own[at - 1]!]!));
  const asked = opening.filter((i) => isBold(lines[i]!));
  const questions = own.filter((i) => isBold(lines[i]!) && isQuestion(lines[i]!)).length;
  const bold = own.filter((i) => isBold(lines[i]!)).length;
  if (asked.length < FEWEST || questions < bold * 0.8) return undefined;
  const opens = new Set(opening);
  const labels = lines.map((line, i) => (opens.has(i) ? labelOf(isBold(line) ? 'Interviewer' : 'Informant', undefined, 0) : undefined));
  return { style: 'question', labels };
}

/**
 * The rare form a file keeps to, if it keeps to one.
 * @param header how many lines its title block takes
 * @param labelled how many of its lines open with a label of the usual forms
 */
export function rareForm(lines: readonly Line[], declared: ReadonlySet<string>, header: number, labelled: number): RareForm | undefined {
  const dashed = byDash(lines, declared);
  const opened = dashed?.labels.filter((label) => label !== undefined).length ?? 0;
  if (opened >= FEWEST && opened > labelled) return dashed;
  return labelled === 0 ? byQuestions(lines, header) : undefined;
}
