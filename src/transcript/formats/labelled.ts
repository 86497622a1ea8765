import type { Span, Turn } from '../../model.ts';
import { detach, trimSpan } from '../../text/spans.ts';
import { readFrontMatter, type FrontMatter } from '../front-matter.ts';
import { findLabels, isInterviewerLabel, type Line } from '../speakers.ts';
import type { Reading, Source, SpeakerFacts } from './format.ts';

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

function splitLines(text: string, from: number): PlacedLine[] {
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

/** What is written of a text before it begins, and which labels are known to be speakers'. */
interface Known {
  readonly declared: ReadonlySet<string>;
  readonly front?: FrontMatter | undefined;
}

/**
 * Reads turns from the lines of a text, each opening with a speaker's label; a line without one goes on with the speaker
 * before. A title block, headings and rules are nobody's words. For documents: the spans of the lines are places in the
 * text, and a line `opens` where a paragraph begins.
 */
export function readLines(text: string, lines: readonly PlacedLine[], { declared, front }: Known): Reading {
  const { labels, header, rejected } = findLabels(lines, declared);
  const turns: Turn[] = [];
  const titles = new Map<string, string>();
  const notes = [...(front?.notes ?? [])];
  let open: { speaker: string; line: number; start: number; end: number; time: string | undefined } | undefined;
  let before = 0;
  const close = (): void => {
    if (!open) return;
    const { speaker, line, time } = open;
    turns.push({ speaker, span: trimSpan(text, open), line, ...(time === undefined ? {} : { time }) });
    open = undefined;
  };
  let speaker: string | undefined;
  for (const [i, line] of lines.entries()) {
    const label = labels[i];
    if (label) {
      close();
      speaker = detach(label.speaker);
      if (label.title !== undefined && !titles.has(speaker)) titles.set(speaker, detach(label.title));
      open = { speaker, line: line.number, start: line.span.start + label.length, end: line.span.end, time: label.time ?? line.time };
    } else if (line.heading || HEADING.test(line.text) || RULE.test(line.text)) {
      close();
    } else if (line.text.trim() !== '') {
      if (open) open.end = line.span.end;
      else if (speaker !== undefined) open = { speaker, line: line.number, start: line.span.start, end: line.span.end, time: undefined };
      else if (i >= header) before += 1;
    }
  }
  close();
  if (before > 0 && turns.length > 0) notes.push(`${before} ${before === 1 ? 'line' : 'lines'} before the first speaker left out`);
  const speakers = new Map<string, SpeakerFacts>(front?.speakers);
  for (const [label, title] of titles) speakers.set(label, { ...speakers.get(label), title: speakers.get(label)?.title ?? title });
  const interviewers = new Set(front?.interviewers);
  for (const turn of turns)
    if (isInterviewerLabel(turn.speaker) && front?.speakers.get(turn.speaker)?.title === undefined) interviewers.add(turn.speaker);
  const spoken = new Set(turns.map((turn) => turn.speaker));
  for (const label of front?.speakers.keys() ?? []) if (!spoken.has(label)) notes.push(`front matter: ${label} never speaks`);
  for (const [label, at] of rejected) {
    const numbers = at.map((i) => lines[i - 1]!.number).join(', ');
    notes.push(`not taken for a speaker: "${label}:" (line ${numbers}); if it is one, name it in front matter or participants.csv`);
  }
  return { id: front?.id, text, turns, speakers, interviewers, notes };
}

/** Reads a text file with labelled turns, with or without front matter. */
export function readLabelled({ path, decoded: { text }, declared }: Source): Reading[] {
  const front = readFrontMatter(text, path);
  const named = new Set([...declared, ...(front?.speakers.keys() ?? []), ...(front?.interviewers ?? [])]);
  return [readLines(text, splitLines(text, front?.end ?? 0), { declared: named, front })];
}
