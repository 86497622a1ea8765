import type { Transcript } from '../model.ts';

/** The line of a position inside a turn. */
export function lineOf(transcript: Transcript, turn: number, position: number): number {
  const { line, span } = transcript.turns[turn]!;
  return line + transcript.text.slice(span.start, position).split('\n').length - 1;
}
