/*
 * The forms in which a line may begin with a speaker's label. Whether it does is for the whole file to decide.
 */

import { isKnownForm, isName, isNobody, isSound, mayBeSomebody, tidy } from './names.ts';
import { CLOCK, isTimeLine, MARK, readTime } from './times.ts';

export interface Line {
  readonly text: string;
  /** It is the first, or stands after an empty line, a heading or a rule. */
  readonly opens: boolean;
  /** How many characters at its beginning are bold, where the file tells: `Mette Holm   0:03`, then what she says. */
  readonly lead?: number;
  /** It is a heading by its style: nobody's words. */
  readonly heading?: boolean;
  /** It is an item of a list by its style. */
  readonly item?: boolean;
}

/** The ways in which a file may set off its labels: one file has one. */
export type Style = 'colon' | 'time' | 'bracket' | 'bold' | 'tab';

/** A label as it was found: who speaks, her title, when, and where her words begin in the line. */
export interface Label {
  readonly speaker: string;
  readonly title: string | undefined;
  /** `0:03`, `1:02:03`. */
  readonly time: string | undefined;
  readonly length: number;
}

/** What may be a label. */
export interface Candidate extends Label {
  readonly style: Style;
  /** With its title, as a table or front matter may name her. */
  readonly whole: string;
  /** A blank or the line's end follows, as after a label; `R05:Ja` is a slip that only known forms may make. */
  readonly spaced: boolean;
  readonly bold: boolean;
  /** How many characters stand before it. */
  readonly indent: number;
  /** What follows begins as a sentence does. */
  readonly beginsSentence: boolean;
  /** A label only where its name is a speaker's without this line. */
  readonly doubtful: boolean;
}

// No label is longer.
const LONGEST = 240;
const MAY_BE_LABEL = /[:\t\]}]|^\s*[*_]/;

// Characters nobody sees, which programs leave before a name; >> is how captions begin a turn.
const INDENT = /^[\s\p{Cf}]*/u;
const BEFORE = new RegExp(`^(?:>{2,}\\s*)?(?:(?<time>${MARK})(?:\\s*(?:-->|[-–])\\s*${MARK})?\\s*[-–|]?\\s*)?(?:>{2,}\\s*)?`);
const EMPHASIS = /^(\*{1,3}|_{1,2})(?=\S)/;

const NAME = '(?<name>[\\p{L}\\p{N}][^:()[\\]{}*"”“?!;\\t]{0,60}?)';
const TITLE = '(?:\\s*\\((?<title>[^()]{1,60})\\))?';
const TIME = `(?:\\s*(?<time>${MARK}))?`;
const AFTER = `(?:\\s*(?<after>\\(${CLOCK}\\)|\\\\?\\[${CLOCK}\\\\?\\]))?`;
const FORMS: readonly (readonly [Style, RegExp])[] = [
  ['colon', new RegExp(`^\\\\?[[{](?<name>[^[\\]{}\\t]{1,62}?)\\\\?[\\]}]${TITLE}${TIME}\\s*:${AFTER}`, 'u')],
  ['time', new RegExp(`^\\\\?[[{](?<name>[^[\\]{}\\t]{1,62}?)\\\\?[\\]}]\\s+(?<time>${MARK})\\s*$`, 'u')],
  ['bracket', new RegExp(`^\\\\?[[{](?<name>[^[\\]{}\\t:]{1,62}?)\\\\?[\\]}](?=\\s|$)`, 'u')],
  ['time', new RegExp(`^(?<name>[\\p{L}\\p{N}][^:\\t]{0,61}?)${TITLE}(?<gap>\\s+)(?<time>${MARK})\\s*$`, 'u')],
  ['colon', new RegExp(`^[#@]?${NAME}${TITLE}${TIME}\\s*:${AFTER}`, 'u')],
  ['tab', new RegExp(`^${NAME}${TITLE}\\s*[-–]?\\t`, 'u')],
];
const BOLD = new RegExp(`^${NAME}${TITLE}${TIME}\\s*$`, 'u');

/** A line without the marks of its emphasis, how much of it is emphasised, and where its characters stand in the line. */
function emphasised(text: string, lead: number): { plain: string; bold: number; placeOf(at: number): number } {
  const mark = lead > 0 ? undefined : EMPHASIS.exec(text)?.[1]?.length;
  if (mark === undefined) return { plain: text.slice(0, LONGEST), bold: Math.max(0, lead), placeOf: (at) => at };
  const close = text.indexOf(text.slice(0, mark), mark);
  const inside = text.slice(mark, close < 0 ? undefined : close);
  const after = close < 0 || inside.length > LONGEST ? '' : text.slice(close + mark, close + mark + LONGEST);
  return {
    plain: inside.slice(0, LONGEST) + after,
    bold: inside.length,
    placeOf: (at) => at + (at < inside.length ? mark : 2 * mark),
  };
}

const PRONOUN = /(?:^| )(?:jeg|du|han|hun|vi|I|de|det|man|som|der|og|men|så|at)(?: |$)/;

const NAME_AND_TITLE = /^(?<name>[^,]+), ?(?<title>\p{L}[^,:\d]{1,59})$/u;
// Before words in marks: `Bo Lind, direktør for teknik og miljø i Åby Kommune: ”…”`.
const QUOTED_TITLE = /^(?<name>[^,]+), ?(?<title>\p{L}[^,:\d]{1,59}?)(?: (?:i|hos|ved|fra|på) \p{Lu}[^,:]*)?(?:,.*)?$/u;

/**
 * `Åse Ørsted, SOSU-assistent`: a title may stand after a comma. Of a first name alone it may as well be a sentence.
 * @param isQuoted does what follows stand in marks?
 */
function divideTitle(written: string, isQuoted: boolean): Pick<Candidate, 'speaker' | 'title' | 'doubtful'> {
  const { name = '', title = '' } = (isQuoted ? QUOTED_TITLE : NAME_AND_TITLE).exec(written)?.groups ?? {};
  const isTitle = title !== '' && (isQuoted || (title.split(' ').length <= 5 && !PRONOUN.test(title)));
  if (!isTitle || !mayBeSomebody(name)) return { speaker: written, title: undefined, doubtful: false };
  return { speaker: name, title, doubtful: !isKnownForm(name) && !name.includes(' ') };
}

/** A line with nothing but a name and a time: `Mette Holm   0:03`. One blank between them is enough for what is written as a name. */
function isTimedName(name: string, gap: string | undefined): boolean {
  if (gap === ' ') return mayBeSomebody(tidy(name));
  return !/[.!?,;]$/.test(name.replace(/(?<!\p{L})\p{L}\.$/u, '')) && !isNobody(tidy(name)) && name.split(/\s+/).length <= 7;
}

/** What may be a label at the beginning of a line. @param below the line after it */
export function labelIn({ text, lead = 0 }: Line, below?: Line): Candidate | undefined {
  const timeBelow = below && isTimeLine(below.text) ? below.text : undefined;
  const head = text.slice(0, LONGEST);
  if (lead === 0 && timeBelow === undefined && !MAY_BE_LABEL.test(head)) return undefined;
  const indent = INDENT.exec(head)![0].length;
  const outer = BEFORE.exec(head.slice(indent))!;
  const from = indent + outer[0].length;
  const { plain, bold, placeOf } = emphasised(text.slice(from), lead - from);
  const inner = BEFORE.exec(bold > 0 ? plain : '')!;
  const skipped = inner[0].length;
  const rest = plain.slice(skipped);
  const strong = bold - skipped;
  const before = outer.groups?.['time'] ?? inner.groups?.['time'];

  const label = (style: Style, groups: Readonly<Record<string, string | undefined>>, end: number): Candidate => {
    const name = tidy(groups['name']!);
    // What stands in the parentheses behind a name may be its time.
    const isTime = readTime(groups['title']) !== undefined;
    const aside = isTime || groups['title'] === undefined ? undefined : tidy(groups['title']);
    const title = aside !== undefined && isSound(aside) ? undefined : aside;
    const length = from + placeOf(skipped + end);
    const isQuoted = /^[*_\s]*["”“„»«]/u.test(text.slice(length, length + LONGEST));
    return {
      ...(title === undefined && style !== 'time' ? divideTitle(name, isQuoted) : { speaker: name, title, doubtful: false }),
      time: readTime(groups['time'] ?? (isTime ? groups['title'] : (before ?? groups['after']))),
      length,
      style,
      whole: title === undefined ? name : `${name} (${title})`,
      spaced: style !== 'colon' || rest.slice(end, end + 1).trim() === '',
      bold: strong > 0 && end >= rest.slice(0, strong).trimEnd().length,
      indent,
      beginsSentence: !/^[^\p{L}]*\p{Ll}/u.test(text.slice(length, length + LONGEST)),
    };
  };

  for (const [style, form] of FORMS) {
    const match = form.exec(rest);
    const name = match?.groups?.['name'];
    if (!match || name === undefined) continue;
    // Of a name in bold all of it is, or the emphasis is on something else.
    if (strong > 0 && rest.indexOf(name) + name.length > strong) continue;
    if (style === 'time' && !isTimedName(name, match.groups?.['gap'])) continue;
    if (style === 'colon' && /^[\d/]/.test(rest.slice(match[0].length))) continue;
    return label(style, match.groups!, match[0].length);
  }
  const begin = strong > 0 ? BOLD.exec(rest.slice(0, strong)) : null;
  if (begin) return label('bold', begin.groups!, strong);
  // The time stands alone before the name, or below it.
  const name = tidy(rest);
  const isAlone = timeBelow !== undefined || (before !== undefined && (isKnownForm(name) || name.includes(' ')));
  return isAlone && isName(name) ? label('time', { name, time: before ?? timeBelow }, rest.length) : undefined;
}
