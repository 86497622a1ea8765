import { codeTranscripts } from '../../src/coding/code.ts';
import { judgementsOf, sayingOf } from '../../src/coding/decisions/judgements.ts';
import type { Codebook, Coding, Decision, Judgement, Transcript } from '../../src/model.ts';
import { Interviews, type ReviewItem, type Sentences } from '../../src/review/items.ts';
import { saidBy, type Said } from '../../src/review/said.ts';
import { codebookOf, transcriptOf } from '../coding/make.ts';

/** Two themes, one with a sub-theme: words with *travlt*, *tillid* and *nabo* bear them. */
export const codebook: Codebook = codebookOf([
  { id: 'tid', terms: ['travlt'] },
  { id: 'tillid', terms: ['*tillid*'], themes: [{ id: 'nabo', terms: ['nabo*'] }] },
  { id: 'ro', terms: ['ro'] },
]);

export const interview: Transcript = transcriptOf(
  [
    'I: Har I travlt?',
    'R1: Vi har travlt her. Det er travlt hver dag. Der mangler folk. Jeg har tillid til det. Sådan er det.',
    'I: Og naboen?',
    'R2: Naboen har tillid til os. Naboerne kommer tit.',
  ],
  'a',
);

/** The interviews of AB and of others, and what each says by these decisions. */
export function tableOf(
  transcripts: readonly Transcript[],
  decisions: readonly Decision[] = [],
): { interviews: Interviews; proposed: readonly Coding[]; judgements: Judgement[]; said: Said } {
  const proposed = codeTranscripts(codebook, transcripts).codings;
  const judgements = judgementsOf({ codebook, transcripts, decisions });
  const lines = decisions.filter(({ coder }) => coder === 'AB').length;
  return {
    interviews: new Interviews({ codebook, transcripts }, proposed),
    proposed,
    judgements,
    said: saidBy({ coder: 'AB', path: 'decisions/AB.jsonl', lines, reader: sayingOf }, judgements),
  };
}

/** "tid 0–1: Vi har travlt her. Det er travlt hver dag." for each; a dash where there is no theme. */
export function shown(items: readonly ReviewItem[]): string[] {
  const range = ({ first, last }: Sentences): string => (first === last ? `${first}` : `${first}–${last}`);
  return items.map(
    ({ theme, sentences, span, transcript }) => `${theme?.id ?? '–'} ${range(sentences)}: ${transcript.text.slice(span.start, span.end)}`,
  );
}

/** "tid 0 accepted supports pin" for each judgement. */
export function noted(judgements: readonly Judgement[]): string[] {
  return judgements.map(({ theme, sentence, status, stance, print, memos }) =>
    [theme ?? '–', sentence, status ?? 'shown', stance, print, ...memos].filter((part) => part !== undefined).join(' '),
  );
}
