import { printQuote } from '../analysis/printed.ts';
import type { Quote } from '../analysis/quotes.ts';
import type { Coding, CrossTable, Transcript } from '../model.ts';
import { CodePoints } from '../text/spans.ts';

/*
 * What leaves the program as JSON. Its keys are promises (design: commands); positions are code points of the
 * interview's text, lines and turns count from 1, what is not known is null.
 */

/** The line of a position inside a turn. */
export function lineOf(transcript: Transcript, turn: number, position: number): number {
  const { line, span } = transcript.turns[turn]!;
  return line + transcript.text.slice(span.start, position).split('\n').length - 1;
}

/** One turn, for `read`. */
export function turnRecords(transcript: Transcript): object[] {
  return transcript.turns.map(({ speaker, span, line, time }, i) => {
    const participant = transcript.participants.get(speaker)!;
    const interviewer = participant.role === 'interviewer';
    return {
      transcript: transcript.id,
      turn: i + 1,
      line,
      speaker,
      participant: interviewer ? null : participant.id,
      role: interviewer ? null : (participant.role ?? null),
      interviewer,
      time: time ?? null,
      text: transcript.text.slice(span.start, span.end),
    };
  });
}

const round = (score: number): number => Math.round(score * 1e6) / 1e6;

/** Codings, for `tag`. */
export function codingRecords(codings: readonly Coding[]): object[] {
  let points: CodePoints | undefined;
  let of: Transcript | undefined;
  return codings.map(({ id, theme, transcript, turn, participant, span, hits, score, origin, status, stance }) => {
    if (transcript !== of) {
      of = transcript;
      points = new CodePoints(transcript.text);
    }
    const at = (unit: number): number => points!.at(unit);
    const start = at(span.start);
    const found = hits.map((hit) => ({
      term: hit.term.written,
      text: transcript.text.slice(hit.span.start, hit.span.end),
      start: at(hit.span.start),
      end: at(hit.span.end),
      weak: hit.term.weak,
    }));
    return {
      id,
      theme: theme.id,
      path: theme.path,
      label: theme.label,
      transcript: transcript.id,
      turn: turn + 1,
      line: lineOf(transcript, turn, span.start),
      participant: participant.id,
      role: participant.role ?? null,
      start,
      end: at(span.end),
      quote: transcript.text.slice(span.start, span.end),
      hits: found,
      score: score === undefined ? null : round(score),
      origin,
      status,
      stance: stance ?? null,
    };
  });
}

/** The cross-table, for `count`. */
export function countRecord({ by, columns, total, rows }: CrossTable): object {
  return {
    by,
    columns,
    total: { people: total.people, interviews: total.interviews, words: total.words },
    rows: rows.map(({ theme, cells, total: all }) => ({ theme: theme.id, path: theme.path, label: theme.label, cells, total: all })),
  };
}

/** A quote to read, for `quotes`. */
export function quoteRecord(quote: Quote, strength: number, language: 'da' | 'en'): Record<string, unknown> {
  const { theme, transcript, turn, participant, span, codings } = quote;
  const points = new CodePoints(transcript.text);
  return {
    theme: theme.id,
    path: theme.path,
    label: theme.label,
    transcript: transcript.id,
    turn: turn + 1,
    line: lineOf(transcript, turn, span.start),
    participant: participant.id,
    role: participant.role ?? null,
    start: points.at(span.start),
    end: points.at(span.end),
    quote: transcript.text.slice(span.start, span.end),
    printed: printQuote(quote, language).text,
    score: round(strength),
    codings: codings.map((coding) => coding.id),
  };
}
