import type { Span } from '../model.ts';
import { charactersOf, columnsOf } from '../text/width.ts';

/** How a piece of text stands out: as what is asked about, what was found in it, or what stands around it. */
export type Tone = 'plain' | 'strong' | 'faint' | 'hit' | 'strong hit' | 'faint hit';

export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

/** A line of the screen, and the stretch of the text it shows. */
export interface Line {
  /** What stands in the margin: a thick bar beside what is decided about, a thin one beside the rest of what is shown. */
  readonly bar: '▌' | '│' | ' ';
  readonly pieces: readonly Piece[];
  readonly span: Span;
}

// What a terminal would obey, or show as nothing but a blank.
const BLANKS = /[\s\p{Cc}]+/gu;

/** One word with the pieces it is shown in. */
interface Word {
  readonly pieces: Piece[];
  readonly span: Span;
}

/** The words of a stretch, cut where a hit begins and ends. @param marked are hits set off by »characters« too */
function wordsOf(text: string, span: Span, hits: readonly Span[], tone: 'plain' | 'strong' | 'faint', marked: boolean): Word[] {
  const words: Word[] = [];
  const hitTone = tone === 'plain' ? 'hit' : (`${tone} hit` as const);
  for (let at = span.start; at < span.end;) {
    BLANKS.lastIndex = at;
    const blank = BLANKS.exec(text);
    const end = Math.min(blank?.index ?? span.end, span.end);
    if (end > at) {
      const pieces: Piece[] = [];
      const borders = hits.flatMap((hit) => [hit.start, hit.end]).filter((border) => border > at && border < end);
      const cuts = [at, ...[...new Set(borders)].sort((a, b) => a - b), end];
      for (const [i, start] of cuts.slice(0, -1).entries()) {
        const stop = cuts[i + 1]!;
        const hit = hits.find((one) => one.start <= start && stop <= one.end);
        const open = marked && hit?.start === start ? '»' : '';
        const close = marked && hit?.end === stop ? '«' : '';
        pieces.push({ text: `${open}${text.slice(start, stop)}${close}`, tone: hit ? hitTone : tone });
      }
      words.push({ pieces, span: { start: at, end } });
    }
    at = blank ? blank.index + blank[0].length : span.end;
  }
  return words;
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + columnsOf(text), 0);

/** A word that is wider than a line, in parts that are not. */
function broken(word: Word, width: number): Word[] {
  if (widthOf(word.pieces) <= width) return [word];
  const parts: Word[] = [];
  let pieces: Piece[] = [];
  for (const { text, tone } of word.pieces) {
    for (const character of charactersOf(text)) {
      if (pieces.length > 0 && widthOf(pieces) + columnsOf(character) > width) {
        parts.push({ pieces, span: word.span });
        pieces = [];
      }
      pieces.push({ text: character, tone });
    }
  }
  return [...parts, { pieces, span: word.span }];
}

/** Pieces of one tone beside each other as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.tone === piece.tone) all[all.length - 1] = { text: last.text + piece.text, tone: piece.tone };
    else all.push(piece);
  }
  return all;
}

/** A stretch of text in lines of a width, broken between words. */
export function flow(
  text: string,
  span: Span,
  {
    width,
    bar,
    tone,
    hits,
    marked,
  }: { width: number; bar: Line['bar']; tone: 'plain' | 'strong' | 'faint'; hits: readonly Span[]; marked: boolean },
): Line[] {
  const lines: Line[] = [];
  let used = 0;
  for (const word of wordsOf(text, span, hits, tone, marked).flatMap((one) => broken(one, width))) {
    const last = lines.at(-1);
    const wide = widthOf(word.pieces);
    const fits = last !== undefined && used + 1 + wide <= width;
    used = fits ? used + 1 + wide : wide;
    if (fits) {
      const before = last.pieces.at(-1)!.tone;
      // Two words of one phrase are joined by their underline.
      const between: Piece = { text: ' ', tone: before === word.pieces[0]!.tone ? before : tone };
      lines[lines.length - 1] = {
        bar,
        pieces: joined([...last.pieces, between, ...word.pieces]),
        span: { start: last.span.start, end: word.span.end },
      };
    } else lines.push({ bar, pieces: joined(word.pieces), span: word.span });
  }
  return lines;
}

/** Which of many lines are shown, and how many before and after them are not. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines to show of a text that is too long: those asked about with as much around them as there is room for, more
 * after than before. What is left out takes a line on its side to say so.
 * @param scroll so many lines further down, or up
 */
export function windowOn(all: number, asked: Window, room: number, scroll: number): Window {
  if (all <= room) return { first: 0, last: all - 1 };
  const spare = Math.max(0, room - 2 - (asked.last - asked.first + 1));
  const lowest = all - room + 1;
  const first = Math.max(0, Math.min(asked.first - Math.floor(spare / 3) + scroll, lowest));
  // Where one line alone were left out, it takes the place of the one that tells of it.
  if (first <= 1) return { first: 0, last: room - 2 };
  if (first >= lowest - 1) return { first: lowest, last: all - 1 };
  return { first, last: first + room - 3 };
}
