/*
 * The lines at the top of a transcript that say what it is and who takes part, before anyone speaks.
 */

import { labelIn, type Line } from './labels.ts';
import { isName } from './names.ts';

/** What stands at the top of a transcript. */
export interface TitleBlock {
  /** How many lines it takes. */
  readonly end: number;
  /** The names, first names and initials of those it says ask: `Interviewer: Ida Holm (IH)`. */
  readonly askers: ReadonlySet<string>;
  /** The same of all it names. */
  readonly people: ReadonlySet<string>;
}

const HEADER = new Set(
  (
    'dato date sted place lokation location varighed længde duration length tidspunkt titel title interview optaget recorded optagelse recording ' +
    'transskriberet transcribed transcriber emne topic projekt project sag deltagere participants sprog language fil file'
  ).split(' '),
);
const PERSON_IN_HEADER =
  /^(?:Interviewer|Informant|Respondent|Interviewee|Interviewperson|Moderator|Facilitator|Deltager|Participant|Navn|Name|Transskriberet af|Transcribed by)$/i;
const ASKS = /^(?:Interviewere?|Moderator|Facilitator)$/i;
const TAKES_PART = /^(?:Informant|Respondent|Interviewee|Interviewperson|Deltagere?|Participants?|Navn|Name)$/i;

// What is longer is speech.
const LONGEST = 300;

/** `Interviewer: Yasmine Holm` tells who asks; `Interviewer: Fortæl` asks, when the label returns. */
function isPerson(key: string, value: string, below: readonly Line[]): boolean {
  const name = value.replace(/[,(].*$/, '').trim();
  if (!PERSON_IN_HEADER.test(key) || !isName(name)) return false;
  return name.includes(' ') || !below.some((line) => labelIn(line)?.speaker.toLowerCase() === key.toLowerCase());
}

/** What a person may be called by further down: `Ida Holm (IH)` is Ida Holm, Ida and IH. */
function callings(value: string): string[] {
  return value.split(/[,;/&]| og | and /).flatMap((one) => {
    const [, name = '', initials] = /^\s*([^()]*?)\s*(?:\((\p{Lu}{1,4})\))?\s*$/u.exec(one) ?? [];
    if (!isName(name)) return [];
    const words = name.split(' ');
    const own = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : undefined;
    return [name, words[0]!, initials, own].filter((calling) => calling !== undefined);
  });
}

/** Reads the title block of a transcript: `Dato: …`, `Sted: …`, who takes part, a title. */
export function readTitleBlock(lines: readonly Line[]): TitleBlock {
  let end = 0;
  const told: { readonly key: string; readonly value: string; readonly line: number }[] = [];
  for (const [i, { text: whole }] of lines.entries()) {
    const text = whole.slice(0, LONGEST);
    const line = text.replace(/^[\s*_#]+|[\s*_]+$/g, '');
    if (line === '' || /^ {0,3}(?:#|[-*_=]{3,}\s*$)/.test(text)) continue;
    const [, key, value = ''] = /^(\p{L}[\p{L} ]*?)[\s*_]*:[\s*_]*(.*)$/u.exec(line) ?? [];
    if (key !== undefined && HEADER.has(key.toLowerCase())) end = i + 1;
    else if (key !== undefined && isPerson(key, value, lines.slice(i + 1))) end = end > 0 ? i + 1 : end;
    else if (key !== undefined || end > 0 || line.split(' ').length > 10) break;
    if (key !== undefined) told.push({ key, value, line: i });
  }
  const inBlock = told.filter(({ line }) => line < end);
  const named = (keys: RegExp): string[] => inBlock.filter(({ key }) => keys.test(key)).flatMap(({ value }) => callings(value));
  const askers = new Set(named(ASKS));
  return { end, askers, people: new Set([...askers, ...named(TAKES_PART)]) };
}
