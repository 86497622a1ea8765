import { codeTranscripts } from '../../../src/coding/code.ts';
import { decide } from '../../../src/coding/decisions/decide.ts';
import type { Codebook, Coding, Decision, Transcript } from '../../../src/model.ts';
import { anchorOf } from '../../../src/text/anchors.ts';

let line = 0;

/** A decision of AB about a sentence of an interview, found by its words. */
export function decisionOn(transcript: Transcript, exact: string, rest: Partial<Decision> & Pick<Decision, 'id' | 'verdict'>): Decision {
  const start = transcript.text.indexOf(exact);
  if (start < 0) throw new Error(`"${exact}" is not in ${transcript.id}`);
  line += 1;
  const anchor = anchorOf(transcript.text, { start, end: start + exact.length });
  return { coder: 'AB', transcript: transcript.id, anchor, place: { path: 'decisions/AB.jsonl', line }, ...rest };
}

/** The codings of these interviews as decided, and what the run says of it. */
export function decided(
  codebook: Codebook,
  transcripts: readonly Transcript[],
  decisions: readonly Decision[],
  coders: readonly string[] = [],
): ReturnType<typeof decide> {
  const report = { language: 'da', quotes: 3 } as const;
  const front = { title: undefined, subtitle: undefined, client: undefined, author: undefined, date: undefined };
  const nothing = { ...front, purpose: undefined, selection: undefined };
  const lists = {
    population: {},
    materials: [],
    sections: [],
    findings: {},
    placements: {},
    initiatives: [],
    recommendations: [],
    questions: [],
  };
  return decide(codeTranscripts(codebook, transcripts), {
    codebook,
    transcripts,
    decisions,
    plan: { ...nothing, ...lists, report, coders },
  });
}

/** Codings as a reader would note them: "tid rule accepted supports: Vi har travlt." */
export function noted(codings: readonly Coding[]): string[] {
  return codings.map(({ theme, origin, status, stance, print, span, transcript }) =>
    [theme.id, origin, status, stance, print]
      .filter((part) => part !== undefined)
      .join(' ')
      .concat(`: ${transcript.text.slice(span.start, span.end)}`),
  );
}
