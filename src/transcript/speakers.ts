/**
 * Which lines of a transcript begin with a speaker's label. People write `I:`, `R05 (chef):`, `**Mette:**`,
 * `Mette Holm   0:03`, `[Mette]`; they also write `kl. 10:30`, `http://…`, `Bemærk:` and a title block. A file is
 * decided as a whole: it has one way of setting off its labels; in it a form in use for those who ask and answer is a
 * label wherever it opens a line, any other name only when it returns, or stands with a time.
 */

import { labelIn, type Candidate, type Label, type Line, type Style } from './labels.ts';
import { isEvent, isInterviewerLabel, isKnownForm, isName, mayBeOnePerson, mayBeSomebody, namesakes, nameWords } from './names.ts';
import { rareForm, type RareForm } from './rare-forms.ts';
import { isTimeLine } from './times.ts';
import { readTitleBlock, type TitleBlock } from './title-block.ts';

/** The labels of a file, line by line, and how its top and its doubtful lines were understood. */
export interface FoundLabels {
  readonly labels: readonly (Label | undefined)[];
  /** How many lines the title block takes. */
  readonly header: number;
  /** Those of its speakers who ask, as the title block says. */
  readonly askers: ReadonlySet<string>;
  /** The way its labels are set off; undefined where it has none. */
  readonly style: Style | RareForm['style'] | undefined;
  /** Lines that tell in the form of a label what happens, from 0: `**Pause:** 10 minutter`. */
  readonly events: ReadonlySet<number>;
  /** What looked like a label and was not taken for one, with its lines from 1. */
  readonly rejected: ReadonlyMap<string, readonly number[]>;
}

/** Is this label a speaker's wherever it stands? */
type IsKnown = (speaker: string) => boolean;

/** How a name stands in a file, which decides whether it is a speaker's. */
interface Standing {
  /** Lines it opens where a turn may begin: after an empty line, or after another label's line. */
  readonly openings: number;
  /** Those of them after which a sentence begins. */
  readonly sentences: number;
  readonly titled: boolean;
  readonly bold: boolean;
  readonly timed: boolean;
  /** It stands between the lines of other labels, in a file that gives each turn a line. */
  readonly amid: boolean;
}

const isFullName = (speaker: string): boolean => isName(speaker) && speaker.includes(' ') && !/\d/.test(speaker);

type Found = readonly (Candidate | undefined)[];

function standings(lines: readonly Line[], found: Found, header: number, isKnown: IsKnown): Map<string, Standing> {
  const seen = new Map<string, Standing>();
  const mayBe = (i: number): boolean => found[i] !== undefined && (isKnown(found[i].speaker) || mayBeSomebody(found[i].speaker));
  for (const [i, one] of found.entries()) {
    const isBelow = mayBe(i - 1);
    const opens = lines[i]!.opens || (i === header && one?.bold) || isBelow;
    if (!one || one.doubtful || !opens) continue;
    const before = seen.get(one.speaker);
    seen.set(one.speaker, {
      openings: (before?.openings ?? 0) + 1,
      sentences: (before?.sentences ?? 0) + (one.beginsSentence ? 1 : 0),
      titled: (before?.titled ?? false) || one.title !== undefined,
      bold: (before?.bold ?? false) || one.bold,
      timed: (before?.timed ?? false) || one.time !== undefined,
      amid: (before?.amid ?? false) || (one.beginsSentence && isBelow && (i + 1 === lines.length || mayBe(i + 1))),
    });
  }
  return seen;
}

/** Those who are spoken to by a single name: `Hvad siger du, Mette?` */
function addressed(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap(({ text }) => [...text.matchAll(/, (\p{Lu}[\p{L}\p{M}'-]*)(?=[?!.,])/gu)].map((match) => match[1]!)));
}

/** The names of a file that are speakers beside the forms that always are. */
function acceptedNames(standing: ReadonlyMap<string, Standing>, lines: readonly Line[], isKnown: IsKnown): Set<string> {
  const labels = [...standing.keys()];
  const answered = labels.some((speaker) => isKnown(speaker) && !isInterviewerLabel(speaker));
  const names = labels.filter((speaker) => !isKnown(speaker) && mayBeSomebody(speaker));
  const boldLabels = labels.some((speaker) => isKnown(speaker) && standing.get(speaker)!.bold);
  const timedLabels = labels.filter((speaker) => standing.get(speaker)!.timed).length > 1;
  const numbered = names.filter((speaker) => /\d$/.test(speaker) && isInterviewerLabel(speaker));
  // A single word must return to be a speaker; not where labels have a form or a place that it has too.
  const accepted = names.filter((speaker) => {
    const { openings, titled, bold, timed, amid } = standing.get(speaker)!;
    if (openings > 1 || amid) return true;
    return (titled && !answered) || (bold && boldLabels) || (timed && timedLabels) || (numbered.length > 1 && numbered.includes(speaker));
  });
  // When nobody answers, a name that stands once is the one who does.
  if (!answered && accepted.every(isInterviewerLabel)) return new Set(names);
  const spokenTo = addressed(lines);
  const once = names.filter((speaker) => standing.get(speaker)!.sentences > 0 && (isFullName(speaker) || spokenTo.has(speaker)));
  return new Set([...accepted, ...once]);
}

/** How a name may be spelled that has another spelling among the speakers: `karen j` beside `Karen J.`. */
function addVariants(accepted: Set<string>, labels: readonly string[], isKnown: IsKnown): void {
  for (const some of namesakes(labels, nameWords)) {
    const spoken = some.filter((label) => accepted.has(label) || isKnown(label)).map(nameWords);
    for (const label of some) {
      const words = nameWords(label);
      // A word more is no spelling: Mette sagde: …
      const isSpelling = (name: readonly string[]): boolean => words.every((word) => word.length === 1 || name.includes(word));
      if (spoken.some((name) => isSpelling(name) && mayBeOnePerson(words, name))) accepted.add(label);
    }
  }
}

/** The labels of a file if this is the way it sets them off. */
interface Reading {
  readonly style: Style;
  readonly accepted: ReadonlySet<string>;
  readonly lines: number;
}

// Of two ways that set off as many lines, the first.
const STYLES: readonly Style[] = ['colon', 'time', 'bracket', 'bold', 'tab'];

const inSeconds = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** Whoever has a time in a line of her own speaks, where the times follow each other as in a recording; else she returns. */
function timedNames(found: Found): Set<string> {
  const labels = found.filter((one) => one !== undefined);
  const times = labels.map(({ time }) => inSeconds(time!));
  const isRunning = times.every((time, i) => i === 0 || time >= times[i - 1]!);
  const lines = new Map<string, number>();
  for (const { speaker } of labels) lines.set(speaker, (lines.get(speaker) ?? 0) + 1);
  const speaks = ([speaker, count]: [string, number]): boolean => count > 1 || (isRunning && (labels.length > 1 || isFullName(speaker)));
  return new Set([...lines].filter(speaks).map(([speaker]) => speaker));
}

function readAs(style: Style, lines: readonly Line[], all: Found, { end, people }: TitleBlock, isKnown: IsKnown): Reading {
  const found = all.map((one) => (one?.style === style ? one : undefined));
  const standing = standings(lines, found, end, isKnown);
  const accepted = style === 'time' ? timedNames(found) : acceptedNames(standing, lines, isKnown);
  for (const one of found) if (one && people.has(one.speaker)) accepted.add(one.speaker);
  addVariants(accepted, [...standing.keys()], isKnown);
  return { style, accepted, lines: found.filter((one) => one && (isKnown(one.speaker) || accepted.has(one.speaker))).length };
}

// A name that stands so much further in than the others is in the middle of what someone says.
const HANGING = 4;

/**
 * Decides for every line whether a speaker's label opens it.
 * @param declared labels that front matter, the participants table or the user has named
 */
export function findLabels(lines: readonly Line[], declared: ReadonlySet<string>): FoundLabels {
  const block = readTitleBlock(lines);
  const isKnown = (speaker: string): boolean => declared.has(speaker) || isKnownForm(speaker);
  const candidates = lines.map((line, i): Candidate | undefined => {
    const one = i < block.end || line.heading ? undefined : labelIn(line, lines[i + 1]);
    if (!one || !declared.has(one.whole)) return one;
    return { ...one, speaker: one.whole, title: undefined };
  });
  const least = candidates.reduce((indent, one) => (one && one.indent < indent ? one.indent : indent), Infinity);
  const all = candidates.map((one) => (one && (isKnown(one.speaker) || (one.spaced && one.indent < least + HANGING)) ? one : undefined));
  const styles = new Set(all.map((one) => one?.style));
  const readings = STYLES.filter((style) => styles.has(style))
    .map((style) => readAs(style, lines, all, block, isKnown))
    .filter((reading) => reading.lines > 0);
  const most = Math.max(...readings.map((reading) => reading.lines));
  const chosen = readings.find((reading) => reading.lines === most);
  const rare = rareForm(lines, declared, block.end, chosen?.lines ?? 0);
  if (rare) return { ...rare, header: block.end, askers: block.askers, events: new Set(), rejected: new Map() };

  const isLabel = ({ speaker, style }: Candidate): boolean =>
    style === chosen?.style
      ? isKnown(speaker) || chosen.accepted.has(speaker)
      : declared.has(speaker) || (style === 'colon' && isKnown(speaker));
  const areBold = all.some((one) => one?.bold && isLabel(one));

  const spelling = new Map<string, string>();
  const rejected = new Map<string, number[]>();
  const events = new Set<number>();
  const labels = all.map((one, i): Label | undefined => {
    if (!one) return undefined;
    const { speaker, title, time, length, style } = one;
    const { text, opens } = lines[i]!;
    if (!isLabel(one)) {
      if (areBold && one.bold && isEvent(speaker) && (style === 'colon' || text.slice(length).trim() === '')) events.add(i);
      else if (style === 'colon' && (opens || one.beginsSentence) && mayBeSomebody(speaker))
        rejected.set(speaker, [...(rejected.get(speaker) ?? []), i + 1]);
      return undefined;
    }
    if (declared.has(speaker) || !isKnown(speaker)) return { speaker, title, time, length };
    // r05 and R05 are one label, spelled as it stands first.
    const first = spelling.get(speaker.toLowerCase()) ?? speaker;
    spelling.set(speaker.toLowerCase(), first);
    return { speaker: first, title, time, length };
  });
  return {
    labels,
    header: chosen?.style === 'time' ? Math.max(block.end, exportHeader(lines, labels)) : block.end,
    askers: block.askers,
    style: chosen?.style,
    events,
    rejected,
  };
}

/** How many lines at the top of a program's export are its title, date and length: short, and no sentence. */
function exportHeader(lines: readonly Line[], labels: readonly (Label | undefined)[]): number {
  const first = labels.findIndex((label) => label !== undefined);
  const top = lines.slice(0, Math.max(0, first));
  return top.every(({ text }) => isTimeLine(text) || (text.split(' ').length <= 10 && !/[.!?]\s*$/.test(text))) ? top.length : 0;
}
