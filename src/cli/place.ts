import type { Span, Transcript } from '../model.ts';
import { lineOf } from '../text/lines.ts';

/** Where words stand, for people to find them: file, line, and when they were said where that is known. */
export function placeOf(transcript: Transcript, turn: number, span: Span): string {
  const { time } = transcript.turns[turn]!;
  return `${transcript.path}:${lineOf(transcript, turn, span.start)}${time === undefined ? '' : ` [${time}]`}`;
}
