import type { Span, Transcript } from '../model.ts';
import { lineOf, timeOf } from '../text/lines.ts';

/** Where words stand, for people to find them: file, line, and when they were said where that is known. */
export function placeOf(transcript: Transcript, turn: number, span: Span): string {
  const time = timeOf(transcript, turn, span.start);
  return `${transcript.path}:${lineOf(transcript, turn, span.start)}${time === undefined ? '' : ` [${time}]`}`;
}
