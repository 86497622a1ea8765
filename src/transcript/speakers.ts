/**
 * Which lines of a transcript begin with a speaker's label. People write `I:`, `R05 (chef):`, `**Mette:**`,
 * `Informant 2 (afdelingsleder):`; they also write `kl. 10:30`, `http://…`, `Bemærk:` and a title block. One file
 * is decided as a whole: a form that is known from other studies is a label where it stands, another name when it
 * returns or carries a title.
 */

/** A label as it was found: who speaks, her title in parentheses, and where her words begin in the line. */
export interface Label {
  readonly speaker: string;
  readonly title: string | undefined;
  readonly length: number;
}

export interface Line {
  readonly text: string;
  /** No line stands before it, or an empty one. */
  readonly opens: boolean;
}

const INTERVIEWER = /^(?:I|I\d{1,2}|INT|Int|Interviewer(?: ?\d{1,2})?|Interviewer [A-Z]|Moderator|Facilitator|Spørger)$/i;
// Forms in use for those who answer: R05, R-001-07, IP2, P3, Informant 2, Respondent A, Deltager 4.
const RESPONDENT =
  /^(?:(?:R|IP|P|B|M|K|F|A|S|INF|RESP)[-_. ]?\d[\d\-_.]*[a-z]?|R|IP|(?:Informant|Respondent|Interviewperson|Deltager|Person|Speaker|Taler)(?:[ _-]?[\dA-Z]{1,3})?)$/i;
// Words that people put before a colon without being anyone.
const NOBODY = new Set(
  (
    'afbrydelse altså antal anm anmærkning bemærk bemærkning bilag citat data dato date deltagere diagnose dvs eksempel emne email etc fil formål ' +
    'forkortelser fx http https indhold interview interviewguide kilde kl klokken kontekst køn lokation længde mail materiale metode nb note noter obs ' +
    'optaget optagelse overskrift pause periode place place ps reference referent resumé rolle sag side sidenote spørgsmål start slut sted stilling ' +
    'telefon tema tid tidspunkt til titel title transskriberet transskription tlf udskrift varighed vedr vigtigt www år'
  ).split(' '),
);
const HEADER = new Set(
  'dato date sted place lokation varighed længde duration tid tidspunkt titel title interview optaget transskriberet stilling emne projekt sag deltagere til'.split(
    ' ',
  ),
);

const PLAIN = /^[\s\u200b\ufeff\u2060]*(?<name>[\p{L}\d#@][^:()[\]*"”“?!;\n]{0,60}?)(?:\s*\((?<title>[^()\n]{1,60})\))?\s*:(?=\s|$)/u;
const BOLD =
  /^[\s\u200b\ufeff\u2060]*(?:\*\*|__)(?<name>[^:()*_\n]{1,62}?)(?:\s*\((?<title>[^()\n]{1,60})\))?\s*(?::(?:\*\*|__)|(?:\*\*|__)\s*:)(?=\s|$)/u;

const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');

interface Candidate extends Label {
  readonly bold: boolean;
}

function candidate(line: string): Candidate | undefined {
  const bold = BOLD.exec(line);
  const match = bold ?? PLAIN.exec(line);
  if (!match?.groups?.['name']) return undefined;
  const speaker = tidy(match.groups['name']);
  const title = match.groups['title'];
  if (speaker === '' || speaker.split(' ').length > 4 || NOBODY.has(speaker.toLowerCase().replace(/\.$/, ''))) return undefined;
  return { speaker, title: title === undefined ? undefined : tidy(title), length: match[0].length, bold: bold !== null };
}

/** Is this label one that people use for those who ask? */
export function isInterviewerLabel(speaker: string): boolean {
  return INTERVIEWER.test(speaker);
}

/** One word with a capital or a digit at its front: `Leder`, `R-neutral-7`. */
const isToken = (speaker: string): boolean => /^[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'._-]*$/u.test(speaker);

const isName = (speaker: string): boolean =>
  /^(?:\p{Lu}[\p{L}\p{M}'.-]*)(?: (?:\p{Lu}[\p{L}\p{M}'.-]*|\d{1,3}|de|af|von|van))*$/u.test(speaker);

/** The lines of a title block at the top: a paragraph with a line such as `Dato: …`, and none of the file's turns. */
function titleBlock(lines: readonly Line[]): number {
  let end = 0;
  for (let from = 0; from < lines.length;) {
    let to = from;
    let header = false;
    while (to < lines.length && (to === from || !lines[to]!.opens)) {
      const key = /^[\s*_]*(\p{L}+)[\s*_]*:/u.exec(lines[to]!.text)?.[1];
      if (key !== undefined && HEADER.has(key.toLowerCase())) header = true;
      to += 1;
    }
    if (!header) break;
    end = to;
    from = to;
  }
  return end;
}

/**
 * Decides for every line whether a speaker's label opens it.
 * @param declared labels that front matter or the user has named
 * @returns a label or undefined, line by line, and how many lines the title block takes
 */
export function findLabels(lines: readonly Line[], declared: ReadonlySet<string>): { labels: (Label | undefined)[]; header: number } {
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const header = first < 0 ? 0 : first + titleBlock(lines.slice(first));
  const found = lines.map((line, i) => (i < header ? undefined : candidate(line.text)));
  const openings = new Map<string, number>();
  const titled = new Set<string>();
  for (const [i, one] of found.entries()) {
    if (!one || !(lines[i]!.opens || one.bold)) continue;
    openings.set(one.speaker, (openings.get(one.speaker) ?? 0) + 1);
    if (one.title !== undefined) titled.add(one.speaker);
  }
  const known = (speaker: string): boolean => declared.has(speaker) || INTERVIEWER.test(speaker) || RESPONDENT.test(speaker);
  const returning = (speaker: string): boolean =>
    (isName(speaker) && (openings.get(speaker) ?? 0) > 1) || (titled.has(speaker) && (isName(speaker) || isToken(speaker)));
  const accepted = new Set([...openings.keys()].filter((speaker) => known(speaker) || returning(speaker)));
  for (const one of found) if (one && (known(one.speaker) || one.bold)) accepted.add(one.speaker);
  if ([...accepted].every((speaker) => INTERVIEWER.test(speaker))) {
    // Nobody answers: then a name that stands once is the one who does.
    for (const speaker of openings.keys()) if (isName(speaker)) accepted.add(speaker);
  }
  return { labels: found.map((one) => (one && accepted.has(one.speaker) ? one : undefined)), header };
}
