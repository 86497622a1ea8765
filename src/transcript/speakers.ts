/**
 * Which lines of a transcript begin with a speaker's label. People write `I:`, `R05 (chef):`, `**Mette:**`,
 * `Informant 2 (afdelingsleder):`; they also write `kl. 10:30`, `http://…`, `Bemærk:` and a title block. A file is
 * decided as a whole: a form in use for those who ask and answer is a label wherever it opens a line, any other name
 * only when it returns.
 */

/** A label as it was found: who speaks, her title in parentheses, and where her words begin in the line. */
interface Label {
  readonly speaker: string;
  readonly title: string | undefined;
  /** As it is written: `0:03`. */
  readonly time: string | undefined;
  readonly length: number;
}

export interface Line {
  readonly text: string;
  /** It is the first, or stands after an empty line, a heading or a rule. */
  readonly opens: boolean;
  /** How many characters at its beginning are bold, where the file tells: `Mette Holm   0:03`, then what she says. */
  readonly lead?: number;
  /** It is a heading by its style: nobody's words. */
  readonly heading?: boolean;
}

/** The labels of a file, line by line, and how its top and its doubtful lines were understood. */
export interface FoundLabels {
  readonly labels: readonly (Label | undefined)[];
  /** How many lines the title block takes. */
  readonly header: number;
  /** What looked like a label and was not taken for one, with its lines from 1. */
  readonly rejected: ReadonlyMap<string, readonly number[]>;
}

// Those who ask, in forms no other line begins with.
const ASKER = /^(?:I|I\d{1,2}|Int\.?|Interviewer(?: ?\d{1,2}| [A-Z])?|Moderator|Facilitator|Spørger)$/i;
// Words that mean those who ask once they are found to be labels.
const ASKER_WORD = /^(?:Spørgsmål|Q|Forsker(?:en)?|Ordstyrer(?:en)?|Researcher)$/i;
// Those who answer: R05, R-001-07, IP2, Informant 2, Respondent A, Deltager 4.
const ANSWERER =
  /^(?:(?:R|IP|INF|RESP)[-_. ]?\d[\d\-_.]*[a-z]?|R|IP|(?:Informant|Respondent|Interviewperson|Deltager|Speaker|Taler)(?:[ _-]?[\dA-Z]{1,3})?)$/i;
// What people put before a colon without being anyone, in the form they write it.
const NOBODY = new Set(
  (
    'ad afbrydelse altså antal anm anmærkning bemærk bemærkning bilag citat data dato date deltagere det dvs eksempel emne email emnet etc fil ' +
    'fordel fordele fordelen fordelene forkortelser formål formålet fx griner http https hun han hende ham indhold interview interviewguide ja jeg ' +
    'kilde kl klokken konklusion konklusionen kontekst køn latter lokation længde mail materiale men metode nb nej nok note noter obs og opgaven ' +
    'optaget optagelse overskrift pause periode place pointe pointen problem problemet projekt projektet ps punkt reference resumé resultat ' +
    'resultatet rolle sag sagen side sidenote slut start sted stilling så telefon tema temaet tid tidspunkt til titel title transskriberet ' +
    'transskription tlf udskrift udfordring udfordringen ulempe ulemper ulempen ulemperne varighed vedr vi vigtigt www år'
  ).split(' '),
);
const HEADER = new Set(
  'dato date sted place lokation varighed længde duration tidspunkt titel title interview optaget transskriberet emne projekt sag deltagere'.split(
    ' ',
  ),
);
const PERSON_IN_HEADER = /^(?:Interviewer|Informant|Respondent|Interviewperson|Navn|Transskriberet af)$/i;

// Characters nobody sees, which programs leave before a name.
const UNSEEN = '[\\s\\p{Cf}]*';
const TITLE = '(?:\\s*\\((?<title>[^()\\n]{1,60})\\))?';
const PLAIN = new RegExp(`^${UNSEEN}(?<name>[\\p{L}\\p{N}][^:()[\\]*"”“?!;\\n]{0,60}?)${TITLE}\\s*:`, 'u');
const BOLD = new RegExp(
  `^${UNSEEN}(?:\\*\\*|__)(?<name>[^:()*_\\n]{1,62}?)(?:${TITLE}\\s*(?::\\s*(?:\\*\\*|__)|(?:\\*\\*|__)\\s*:)|(?:\\*\\*|__)${TITLE.replace('title', 'after')}\\s*:)`,
  'u',
);
const CLOCK = '(?:\\d{1,2}:)?\\d{1,2}:\\d{2}';
const LEAD = new RegExp(
  `^${UNSEEN}(?:(?<first>${CLOCK})\\s+)?(?<name>[\\p{L}\\p{N}][^:()\\[\\]\\n]{0,60}?)${TITLE}(?:\\s*:)?(?:\\s+(?<time>${CLOCK}))?\\s*:?\\s*$`,
  'u',
);

const NAME = /^\p{Lu}[\p{L}\p{M}'.-]*(?: (?:\p{Lu}[\p{L}\p{M}'.-]*|\d{1,3}|de|af|von|van))*$/u;
/** One word with a capital or a digit at its front: `Leder`, `R-neutral-7`. */
const TOKEN = /^(?=.*\p{L})[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'._-]*$/u;

/** A name without what nobody sees in it, with single blanks. */
export const tidy = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');

/** Is this label one that people use for those who ask? */
export function isInterviewerLabel(speaker: string): boolean {
  return ASKER.test(speaker) || ASKER_WORD.test(speaker);
}

interface Candidate extends Label {
  /** A blank or the line's end follows the colon, as after a label; `R05:Ja` is a slip that only known forms may make. */
  readonly spaced: boolean;
  readonly bold: boolean;
}

/** A bold beginning is a label without a colon too; a line that is bold to its end is one only when it returns. */
function leadIn(line: string, lead: number): Candidate | undefined {
  const groups = LEAD.exec(line.slice(0, lead))?.groups;
  if (groups?.['name'] === undefined) return undefined;
  const [after, time] = /^\s*(\d{1,2}:\d{2}(?::\d{2})?(?=\s*$))?\s*:?\s*/.exec(line.slice(lead))!;
  return {
    speaker: tidy(groups['name']),
    title: groups['title'] === undefined ? undefined : tidy(groups['title']),
    time: groups['time'] ?? groups['first'] ?? time,
    length: lead + after.length,
    spaced: true,
    bold: true,
  };
}

function candidate({ text: line, lead = 0 }: Line): Candidate | undefined {
  if (lead > 0) return leadIn(line, lead);
  const bold = BOLD.exec(line);
  const match = bold ?? PLAIN.exec(line);
  const name = match?.groups?.['name'];
  if (!match || name === undefined) return undefined;
  const next = line.charAt(match[0].length);
  if (/[\d/]/.test(next)) return undefined;
  const title = match.groups?.['title'] ?? match.groups?.['after'];
  return {
    speaker: tidy(name),
    title: title === undefined ? undefined : tidy(title),
    time: undefined,
    length: match[0].length,
    spaced: next.trim() === '',
    bold: bold !== null,
  };
}

/** `Interviewer: Yasmine Holm` tells who asks; `Interviewer: Fortæl` asks, when the label returns. */
function isPersonInHeader(key: string, value: string, below: readonly Line[]): boolean {
  const name = value.replace(/,.*$/, '');
  if (!PERSON_IN_HEADER.test(key) || !NAME.test(name)) return false;
  return name.includes(' ') || !below.some((line) => candidate(line)?.speaker.toLowerCase() === key.toLowerCase());
}

/** How many lines at the top say what the interview is (`Dato: …`, `Sted: …`, a title), before anyone speaks. */
function titleBlock(lines: readonly Line[]): number {
  let end = 0;
  for (const [i, { text }] of lines.entries()) {
    const line = text.replace(/^[\s*_#]+|[\s*_]+$/g, '');
    if (line === '' || /^ {0,3}(?:#|[-*_=]{3,}\s*$)/.test(text)) continue;
    const [, key, value = ''] = /^(\p{L}[\p{L} ]*?)[\s*_]*:[\s*_]*(.*)$/u.exec(line) ?? [];
    if (key !== undefined && HEADER.has(key.toLowerCase())) end = i + 1;
    else if (key !== undefined && isPersonInHeader(key, value, lines.slice(i + 1))) end = end > 0 ? i + 1 : end;
    else if (key !== undefined || end > 0 || line.split(' ').length > 10) break;
  }
  return end;
}

/** Is this label a speaker's wherever it stands? */
type IsKnown = (speaker: string) => boolean;

/** How a name stands in a file, which decides whether it is a speaker's. */
interface Standing {
  /** Lines it opens where a turn may begin: after an empty line, or after another label's line. */
  readonly openings: number;
  readonly titled: boolean;
  readonly bold: boolean;
}

function standings(
  lines: readonly Line[],
  found: readonly (Candidate | undefined)[],
  header: number,
  isKnown: IsKnown,
): Map<string, Standing> {
  const seen = new Map<string, Standing>();
  for (const [i, one] of found.entries()) {
    const above = found[i - 1];
    const opens =
      lines[i]!.opens || (i === header && one?.bold) || (above !== undefined && (isKnown(above.speaker) || mayBeSomebody(above.speaker)));
    if (!one || !opens) continue;
    const before = seen.get(one.speaker);
    seen.set(one.speaker, {
      openings: (before?.openings ?? 0) + 1,
      titled: (before?.titled ?? false) || one.title !== undefined,
      bold: (before?.bold ?? false) || one.bold,
    });
  }
  return seen;
}

/** Is this a name that people are called by, or a label somebody made for one? */
function mayBeSomebody(speaker: string): boolean {
  const [first = ''] = speaker.toLowerCase().split(' ');
  if (NOBODY.has(speaker.toLowerCase().replace(/\.$/, '')) || NOBODY.has(first.replace(/\.$/, ''))) return false;
  return speaker.split(' ').length <= 4 && (NAME.test(speaker) || TOKEN.test(speaker));
}

/** The names of a file that are speakers beside the forms that always are. */
function acceptedNames(standing: ReadonlyMap<string, Standing>, isKnown: IsKnown): Set<string> {
  const labels = [...standing.keys()];
  const answered = labels.some((speaker) => isKnown(speaker) && !isInterviewerLabel(speaker));
  const names = labels.filter((speaker) => !isKnown(speaker) && mayBeSomebody(speaker));
  const boldLabels = labels.some((speaker) => isKnown(speaker) && standing.get(speaker)!.bold);
  // Beside labels such as R05 a single word must return to be another speaker; not where labels are bold and it is too.
  const accepted = names.filter((speaker) => {
    const { openings, titled, bold } = standing.get(speaker)!;
    return openings >= ((titled && !answered) || (bold && boldLabels) ? 1 : 2);
  });
  // When nobody answers, a name that stands once is the one who does.
  const nobody = !answered && accepted.every(isInterviewerLabel);
  return new Set(nobody ? names : accepted);
}

/**
 * Decides for every line whether a speaker's label opens it.
 * @param declared labels that front matter, the participants table or the user has named
 */
export function findLabels(lines: readonly Line[], declared: ReadonlySet<string>): FoundLabels {
  const header = titleBlock(lines);
  const isKnown = (speaker: string): boolean => declared.has(speaker) || ASKER.test(speaker) || ANSWERER.test(speaker);
  const found = lines.map((line, i) => {
    const one = i < header || line.heading ? undefined : candidate(line);
    return one && (one.spaced || isKnown(one.speaker)) ? one : undefined;
  });
  const accepted = acceptedNames(standings(lines, found, header, isKnown), isKnown);
  const spelling = new Map<string, string>();
  const rejected = new Map<string, number[]>();
  const labels = found.map((one, i): Label | undefined => {
    if (!one) return undefined;
    const { speaker, title, time, length } = one;
    if (!isKnown(speaker) && !accepted.has(speaker)) {
      if (lines[i]!.opens && mayBeSomebody(speaker)) rejected.set(speaker, [...(rejected.get(speaker) ?? []), i + 1]);
      return undefined;
    }
    if (declared.has(speaker) || !isKnown(speaker)) return { speaker, title, time, length };
    // r05 and R05 are one label, spelled as it stands first.
    const first = spelling.get(speaker.toLowerCase()) ?? speaker;
    spelling.set(speaker.toLowerCase(), first);
    return { speaker: first, title, time, length };
  });
  return { labels, header, rejected };
}
