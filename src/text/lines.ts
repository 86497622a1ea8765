import type { Transcript, Turn } from '../model.ts';

/** The piece of a turn that a position lies in: its cue, where it has any, else all of it. */
function pieceAt({ cues, span, line, time }: Turn, position: number): NonNullable<Turn['cues']>[number] {
  return cues?.findLast(({ at }) => at <= position) ?? { at: span.start, line, time };
}

/** The line of a position inside a turn. */
export function lineOf(transcript: Transcript, turn: number, position: number): number {
  const { at, line } = pieceAt(transcript.turns[turn]!, position);
  return line + transcript.text.slice(at, position).split('\n').length - 1;
}

/** When the words at a position inside a turn are said, as exactly as the file tells. */
export function timeOf(transcript: Transcript, turn: number, position: number): string | undefined {
  return pieceAt(transcript.turns[turn]!, position).time ?? transcript.turns[turn]!.time;
}
