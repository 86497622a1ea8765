import { CodifyError } from '../../errors.ts';
import { readCues, seconds, some, type Cue } from './cues.ts';
import type { Format } from './format.ts';
import { readMarkup, type Voiced } from './markup.ts';

const SIGNATURE = /^WEBVTT(?:[ \t\n]|$)/;
const BLANKS = '[ \\t\\f]*';
const STAMP = '(?:\\d+:)?[0-5]\\d:[0-5]\\d\\.\\d{3}(?!\\d)';
const TIMES = new RegExp(`^${BLANKS}(${STAMP})${BLANKS}-->${BLANKS}(${STAMP})`);
// What programs write all the same: 0:0:0.0 --> 0:0:5.320
const NEARLY_TIMES = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)/;

/** A block of a WebVTT file. */
export interface Block {
  /** The line its text begins on, from 1. */
  readonly line: number;
  readonly id: string;
  /** As the specification takes them; `valid` is false where it drops the block for its times. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly valid: boolean;
  /** Its line with an arrow; undefined in a block without one. */
  readonly arrow: string | undefined;
  readonly text: string;
}

function block(lines: readonly string[], from: number, arrow: number | undefined, to: number): Block {
  const line = (arrow === undefined ? from : arrow + 1) + 1;
  const text = lines.slice(line - 1, to).join('\n');
  const id = arrow === undefined ? '' : lines.slice(from, arrow).join('\n');
  if (arrow === undefined) return { line, id, start: undefined, end: undefined, valid: false, arrow: undefined, text };
  const strict = TIMES.exec(lines[arrow]!);
  const [, start = '', end = ''] = strict ?? NEARLY_TIMES.exec(lines[arrow]!) ?? [];
  return { line, id, start: seconds(start), end: seconds(end), valid: strict !== null, arrow: lines[arrow]!, text };
}

/**
 * The blocks of a WebVTT file, divided as the specification has it: an arrow in the first or second line of a block tells its
 * times, in any other it begins the next.
 * @param text with LF at the ends of its lines
 */
export function parseBlocks(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let at = 1;
  while (at < lines.length && lines[at] !== '' && !lines[at]!.includes('-->')) at += 1;
  while (at < lines.length) {
    if (lines[at] === '') {
      at += 1;
      continue;
    }
    const from = at;
    let arrow: number | undefined;
    for (; at < lines.length && lines[at] !== ''; at += 1) {
      if (!lines[at]!.includes('-->')) continue;
      if (arrow !== undefined || at > from + 1) break;
      arrow = at;
    }
    blocks.push(block(lines, from, arrow, at));
  }
  return blocks;
}

// noScribe writes what others say meanwhile into a cue: `… //S02: Ja. // …`, and names a cue of such words //S02.
const NOSCRIBE = /noScribe|\/\/S\d\d[:>]/;
const ASIDE = /(?<!:)\/\/(?:\s*([^\s/:][^/:\n]{0,60}):)?/;

function divideAsides({ voice, text }: Voiced): Voiced[] {
  const own = voice?.replace(/^\/\//, '');
  const words = own !== undefined && text.startsWith(`${own}:`) ? text.slice(own.length + 1) : text;
  const [before = '', ...parts] = words.split(ASIDE);
  const said = [{ voice: own, text: before }];
  for (let i = 0; i < parts.length; i += 2) said.push({ voice: parts[i] ?? own, text: parts[i + 1]! });
  return said.filter(({ text }) => text.trim() !== '');
}

const HAS_WORD = /\p{L}{2}/u;

/** The cues among blocks, with words whose times the specification could not read, or that stand below an empty line. */
function speechOf(blocks: readonly Block[], notes: string[]): Cue[] {
  const cues: Cue[] = [];
  const timeless: number[] = [];
  const before: number[] = [];
  const numbered = blocks.some(({ id }) => /^\d+$/.test(id));
  for (const [i, { id, arrow, start, end, text: all, line }] of blocks.entries()) {
    // Where no empty line divides two cues, the number of the second stands below the words of the first.
    const next = blocks[i + 1];
    const touches = next?.arrow !== undefined && next.id === '' && next.line === line + all.split('\n').length + 1;
    const text = numbered && touches ? all.replace(/(?:^|\n)\d+$/, '') : all;
    if (start !== undefined) {
      cues.push({ text, line, start, end });
      continue;
    }
    if (arrow === undefined && /^(?:NOTE(?:\s|$)|(?:STYLE|REGION)\s*(?:\n|$))/.test(text)) continue;
    // An arrow among words is one that somebody said.
    const said = arrow !== undefined && HAS_WORD.test(arrow);
    const words = said ? [id, arrow, text].join('\n').trim() : text;
    if (!HAS_WORD.test(words)) continue;
    if (arrow === undefined && cues.length === 0) before.push(line);
    else timeless.push(line);
    if (arrow !== undefined || cues.length > 0) cues.push({ text: words, line, continues: said || arrow === undefined });
  }
  if (timeless.length > 0) notes.push(`read without a time: line ${some(timeless)}`);
  if (before.length > 0) notes.push(`left out before the first cue: line ${some(before)}`);
  return cues;
}

/** WebVTT, as Teams, Zoom, noScribe and Whisper write it. */
export const webvtt: Format = {
  name: 'webvtt',
  endings: ['.vtt'],
  recognises: ({ head }) => SIGNATURE.test(head),
  read(source) {
    const {
      path,
      decoded: { text },
    } = source;
    if (text.trim() !== '' && !SIGNATURE.test(text)) {
      throw new CodifyError('is no WebVTT file: it does not begin with WEBVTT', {
        place: { path, line: 1 },
        hint: 'write WEBVTT and an empty line before all else, or save it as .txt if it is plain text',
      });
    }
    const notes: string[] = [];
    const divide = NOSCRIBE.test(text) ? divideAsides : (said: Voiced): Voiced[] => [said];
    // To the specification a line of blanks is not empty; people and programs leave them between cues all the same, and
    // YouTube at the head of a cue.
    const cues = speechOf(parseBlocks(text.replace(/(?<!-->[^\n]*\n)^[ \t]+$/gm, '')), notes).flatMap((cue) =>
      readMarkup(cue.text)
        .flatMap(divide)
        .map(({ voice, text }): Cue => ({ ...cue, speaker: voice, text })),
    );
    return [readCues(cues, source, notes)];
  },
};
