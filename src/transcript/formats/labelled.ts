import type { Span, Turn } from '../../model.ts';
import { detach, trimSpan } from '../../text/spans.ts';
import type { FrontMatter } from '../front-matter.ts';
import type { Line } from '../labels.ts';
import { isInterviewerLabel, isKnownForm, isMachineLabel } from '../names.ts';
import { ASKER, mayAnswer, questionHeadings } from '../question-headings.ts';
import { answersIn } from './answers.ts';
import { dividedWords, findLabelsInside, findPageLines } from '../pages.ts';
import { findLabels, type FoundLabels } from '../speakers.ts';
import { isTimeLine, readTime, withoutTimes, type TimeMark } from '../times.ts';
import type { Authored, Reading, SpeakerFacts } from './format.ts';

const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/;

// Word processors end a line with U+2028 or a vertical tab.
const LINE_END = /[\n\v\u2028\u2029]/g;

/** A line, where it stands in the text, and which line (in a document: which paragraph) it is for a reader, from 1. */
export interface PlacedLine extends Line {
  readonly span: Span;
  readonly number: number;
  /** When it was said, where the document tells of it beside the words. */
  readonly time?: string | undefined;
}

/** The lines of a text from a place in it on. */
export function splitLines(text: string, from: number): PlacedLine[] {
  const lines: PlacedLine[] = [];
  let number = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < from; at = text.indexOf('\n', at + 1)) number += 1;
  let opens = true;
  for (let start = from; start <= text.length;) {
    LINE_END.lastIndex = start;
    const end = LINE_END.exec(text)?.index ?? text.length;
    const line = text.slice(start, end);
    lines.push({ text: line, opens, span: { start, end }, number });
    opens = line.trim() === '' || HEADING.test(line) || RULE.test(line);
    // Editors count lines by LF alone.
    if (text.charAt(end) === '\n') number += 1;
    start = end + 1;
  }
  return lines;
}

// What programs write among the turns: Teams in its languages, Otter.
const BY_PROGRAM =
  /^\s*(?:.{1,80} (?:started|stopped|startede|stoppede|har startet|har stoppet) (?:transcription|transskription(?:en)?|recording|optagelsen?)|Transcribed by https?:\/\/otter\.ai)\.?\s*$/i;

/** Is this line nobody's words, and the end of what is said before it? */
function isBetweenTurns({ text, heading }: Line): boolean {
  return heading === true || HEADING.test(text) || RULE.test(text) || BY_PROGRAM.test(text);
}

/** The lines that hold speech, divided where labels stand in their middle. */
function divide(lines: readonly PlacedLine[], pages: ReadonlySet<number>, places: ReadonlyMap<number, readonly number[]>): PlacedLine[] {
  return lines.flatMap((line, i) => {
    if (pages.has(i)) return [];
    const inside = places.get(i);
    if (!inside) return line;
    const starts = [0, ...inside];
    return starts.map((start, part): PlacedLine => {
      const end = starts[part + 1] ?? line.text.length;
      const { start: from } = line.span;
      const piece = { text: line.text.slice(start, end), span: { start: from + start, end: from + end } };
      return part === 0 ? { ...line, ...piece } : { number: line.number, opens: true, ...piece };
    });
  });
}

/** A turn under way. */
interface OpenTurn {
  readonly speaker: string;
  readonly line: number;
  readonly start: number;
  end: number;
  time: string | undefined;
  /** Where the paragraph before it ended, in a file that tells of ends. */
  readonly before: string | undefined;
  /** Nothing is said in it so far. */
  empty: boolean;
}

/** Puts turns together line by line, and blanks what is nobody's words inside them: the text stays as long as it was. */
class TurnBuilder {
  readonly #text: string;
  readonly #isTimed: boolean;
  readonly #turns: OpenTurn[] = [];
  readonly #pieces: string[] = [];
  #at = 0;
  #open: OpenTurn | undefined;
  #speaker: string | undefined;
  #lastEnd: string | undefined;
  #starts = 0;
  #ends = 0;
  /** Lines without a speaker before the first turn, and behind a heading that gives nobody the word. */
  before = 0;
  between = 0;

  constructor(text: string, isTimed: boolean) {
    this.#text = text;
    this.#isTimed = isTimed;
  }

  /** A label, and what follows it in its line. */
  label(line: PlacedLine, { speaker, time, length }: { speaker: string; time: string | undefined; length: number }): void {
    const words = { start: line.span.start + length, end: line.span.end };
    // A program writes the label again in the middle of what someone says.
    const at = time ?? readTime(line.time);
    const goesOn = this.#open?.speaker === speaker && (at !== undefined || isMachineLabel(speaker));
    if (goesOn) this.blank({ start: line.span.start, end: words.start });
    else {
      this.close();
      this.#speaker = speaker;
      this.#start(line, words.start, at);
    }
    this.#say(words);
  }

  /** A line without a label: it goes on with who spoke before. */
  goOn(line: PlacedLine): void {
    if (this.#speaker === undefined) {
      if (this.#turns.length === 0) this.before += 1;
      else this.between += 1;
      return;
    }
    if (!this.#open) this.#start(line, line.span.start, readTime(line.time));
    this.#say(line.span);
  }

  #start({ number }: PlacedLine, start: number, time: string | undefined): void {
    this.#open = { speaker: this.#speaker!, line: number, start, end: start, time, before: this.#lastEnd, empty: true };
    this.#turns.push(this.#open);
  }

  #say(words: Span): void {
    const open = this.#open!;
    const written = this.#text.slice(words.start, words.end);
    const { text, marks } = withoutTimes(written, this.#isTimed);
    if (marks.length > 0) this.#replace(words.start, text);
    for (const mark of marks) this.#count(mark, text, open);
    if (text.trim() !== '') open.empty = false;
    open.end = words.end;
  }

  #count({ time, start, end }: TimeMark, line: string, open: OpenTurn): void {
    if (line.slice(0, start).trim() === '') {
      this.#starts += 1;
      if (open.empty) open.time ??= time;
    } else if (line.slice(end).trim() === '') {
      this.#ends += 1;
      this.#lastEnd = time;
    }
  }

  #replace(start: number, text: string): void {
    this.#pieces.push(this.#text.slice(this.#at, start), text);
    this.#at = start + text.length;
  }

  blank({ start, end }: Span): void {
    this.#replace(start, ' '.repeat(end - start));
  }

  close(): void {
    this.#open = undefined;
  }

  /** What follows without a label is nobody's words. */
  silence(): void {
    this.close();
    this.#speaker = undefined;
  }

  /** Do times stand where paragraphs end, as f4 sets them? */
  get tellsEnds(): boolean {
    return this.#ends > this.#starts;
  }

  finish(): { text: string; turns: Turn[] } {
    const text = this.#pieces.length === 0 ? this.#text : this.#pieces.join('') + this.#text.slice(this.#at);
    const turns = this.#turns.map(({ speaker, line, time: begun, before, ...span }): Turn => {
      const time = begun ?? (this.tellsEnds ? before : undefined);
      return { speaker, span: trimSpan(text, span), line, ...(time === undefined ? {} : { time }) };
    });
    return { text, turns };
  }
}

const STYLE_NAMES: Readonly<Record<NonNullable<FoundLabels['style']>, string>> = {
  colon: '"Name: …"',
  time: '"Name  0:12" lines',
  bracket: '"[Name] …"',
  bold: 'a bold name at the beginning of a line',
  tab: 'a name and a tab',
  dash: '"Name – …"',
  question: 'what is bold: the file names nobody, so that questions in bold are said by "Interviewer" and the rest by "Informant"',
};
const SHOWN = 5;
const DIVIDED_OFTEN = 5;

const few = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');

/** What is known of a text before its lines are read. */
export interface KnownBefore {
  /** Labels that are known to be speakers'. */
  readonly declared: ReadonlySet<string>;
  readonly front?: FrontMatter | undefined;
  /** What the study says it is, where it is no interview. */
  readonly document?: Authored | undefined;
}

/**
 * Reads turns from the lines of a text, each opening with a speaker's label; a line without one goes on with the speaker
 * before. A title block, headings, rules, page numbers and times are nobody's words. For documents: the spans of the
 * lines are places in the text, and a line `opens` where a paragraph begins. The reading's text is the one given, with
 * blanks for the times and page numbers inside turns.
 */
export function readLines(text: string, given: readonly PlacedLine[], { declared, front }: KnownBefore): Reading {
  const isKnown = (speaker: string): boolean => declared.has(speaker) || isKnownForm(speaker);
  const inside = findLabelsInside(given);
  const pages = findPageLines(given, isKnown);
  const pageLines = [...pages].sort((a, b) => a - b).map((i) => given[i]!);
  const lines = divide(given, pages, inside);
  const { labels, header, askers, style, events, rejected: refused } = findLabels(lines, declared);
  const rejected = new Map(refused);

  const questions = questionHeadings(
    lines,
    labels,
    (speaker) => isInterviewerLabel(speaker) || askers.has(speaker) || front?.interviewers.has(speaker) === true,
  );

  const isTimed = lines.filter((line) => isTimeLine(line.text)).length > 1;
  const builder = new TurnBuilder(text, isTimed);
  const titles = new Map<string, string>();
  let page = 0;
  const blankPages = (until: number): void => {
    for (; pageLines[page] !== undefined && pageLines[page]!.span.start < until; page += 1) builder.blank(pageLines[page]!.span);
  };
  for (const [i, line] of lines.entries()) {
    blankPages(line.span.start);
    const label = labels[i];
    if (label) {
      const speaker = detach(label.speaker);
      if (label.title !== undefined && !titles.has(speaker)) titles.set(speaker, detach(label.title));
      builder.label(line, { ...label, speaker });
    } else if (questions.has(i)) builder.label(line, { speaker: ASKER, time: undefined, length: questions.get(i)! });
    else if (questions.size > 0 && isBetweenTurns(line)) builder.silence();
    else if (isBetweenTurns(line) || events.has(i)) builder.close();
    else if (line.text.trim() !== '' && i >= header) builder.goOn(line);
  }
  blankPages(Infinity);
  const { text: rendered, turns: built } = builder.finish();
  const turns = questions.size > 0 ? built.flatMap((turn) => answersIn(rendered, turn, lines)) : built;

  const understood: string[] = [];
  if (style !== undefined) understood.push(`speakers by ${STYLE_NAMES[style]}${inside.size > 0 ? ', also inside lines' : ''}`);
  const named = [...new Set(turns.map(({ speaker }) => speaker))].filter((speaker) => askers.has(speaker) && !isInterviewerLabel(speaker));
  if (named.length > 0) understood.push(`asks, as the title block says: ${few(named)}`);
  if (questions.size > 0)
    understood.push(
      `${questions.size} ${questions.size === 1 ? 'question' : 'questions'} as headings, said by "${ASKER}"; items of a list are said by whom they stand under`,
    );
  if (builder.tellsEnds) understood.push('times stand where paragraphs end: a turn begins at the time before it');
  if (pageLines.length > 0) understood.push(`left out, of pages: ${few([...new Set(pageLines.map((line) => `"${line.text.trim()}"`))])}`);
  if (events.size > 0) understood.push(`left out, said by nobody: ${few([...events].map((i) => `"${lines[i]!.text.trim()}"`))}`);

  const notes = [...(front?.notes ?? [])];
  const { before, between } = builder;
  if (before > 0 && turns.length > 0) notes.push(`${before} ${before === 1 ? 'line' : 'lines'} before the first speaker left out`);
  if (between > 0) notes.push(`${between} ${between === 1 ? 'line' : 'lines'} under a heading that is no question left out`);
  const divided = dividedWords(text);
  if (divided >= DIVIDED_OFTEN) {
    notes.push(
      `${divided} words are divided at line ends, as in PDF files; they stay divided, and no term finds them: join them in the file`,
    );
  }
  const speakers = new Map<string, SpeakerFacts>(front?.speakers);
  for (const [label, title] of titles) speakers.set(label, { ...speakers.get(label), title: speakers.get(label)?.title ?? title });
  const interviewers = new Set(front?.interviewers);
  for (const turn of turns)
    if ((isInterviewerLabel(turn.speaker) || askers.has(turn.speaker)) && front?.speakers.get(turn.speaker)?.title === undefined)
      interviewers.add(turn.speaker);
  const spoken = new Set(turns.map((turn) => turn.speaker));
  for (const label of front?.speakers.keys() ?? []) if (!spoken.has(label)) notes.push(`front matter: ${label} never speaks`);
  if (questions.size > 0) {
    for (const [i, { text: line, opens }] of lines.entries()) {
      const name = opens && !labels[i] ? mayAnswer(line) : undefined;
      if (name !== undefined && !rejected.has(name)) rejected.set(name, [i + 1]);
    }
  }
  for (const [label, at] of [...rejected].slice(0, SHOWN)) {
    const numbers = few(at.map((i) => String(lines[i - 1]!.number)));
    notes.push(`not taken for a speaker: "${label}:" (line ${numbers}); if it is one, name it in front matter or participants.csv`);
  }
  if (rejected.size > SHOWN) notes.push(`and ${rejected.size - SHOWN} more names before a colon were not taken for speakers`);
  return { id: front?.id, text: rendered, turns, speakers, interviewers, notes, understood };
}
