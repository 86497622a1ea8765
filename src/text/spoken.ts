import type { Span, Transcript } from '../model.ts';
import { FormTable } from './form-table.ts';
import { WordReader } from './words.ts';

/** The forms of all words that were ever read: the same word has the same number in every interview. */
export const forms: FormTable = new FormTable();

/** The words of an interview's respondents, in the order of the text; those of turn `t` are `turns[t]` up to `turns[t + 1]`. */
export interface SpokenWords {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly form: Int32Array;
  /** 1 where nothing but blanks and markup stands between a word and the one before. */
  readonly joined: Uint8Array;
  readonly turns: Int32Array;
}

const reader = new WordReader(forms);
const known = new WeakMap<Transcript, SpokenWords>();

function readSpoken({ text, turns, participants }: Transcript): SpokenWords {
  reader.count = 0;
  const borders = new Int32Array(turns.length + 1);
  for (const [turn, { speaker, span }] of turns.entries()) {
    if (participants.get(speaker)?.role !== 'interviewer') reader.append(text, span.start, span.end);
    borders[turn + 1] = reader.count;
  }
  const { start, end, form, joined, count } = reader;
  return {
    start: start.slice(0, count),
    end: end.slice(0, count),
    form: form.slice(0, count),
    joined: joined.slice(0, count),
    turns: borders,
  };
}

/** The words the respondents of an interview say. They are read once, however many ask for them. */
export function spokenWords(transcript: Transcript): SpokenWords {
  const before = known.get(transcript);
  if (before) return before;
  const words = readSpoken(transcript);
  known.set(transcript, words);
  return words;
}

/** The first of the words from `from` up to `to` that begins at a place or behind it; `to` when none does. */
function firstFrom(start: Int32Array, place: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many words a stretch of a respondent's turn holds. */
export function countSpoken({ start, turns }: SpokenWords, turn: number, span: Span): number {
  const [from, to] = [turns[turn]!, turns[turn + 1]!];
  return firstFrom(start, span.end, from, to) - firstFrom(start, span.start, from, to);
}
