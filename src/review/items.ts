import { groupBy } from '../analysis/group-by.ts';
import type { Codebook, Coding, Participant, Span, Study, Theme, Transcript, Turn } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';

/** A run of sentences, both included, numbered from 0 in their turn. */
export interface Sentences {
  readonly first: number;
  readonly last: number;
}

/** 3–5 as 3, 4, 5. */
export function numbersOf({ first, last }: Sentences): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** What a coder is shown at once: a quote of a theme, or a stretch of what somebody says. */
export interface ReviewItem {
  readonly transcript: Transcript;
  /** Index into `transcript.turns`. */
  readonly turn: number;
  readonly participant: Participant;
  readonly sentences: Sentences;
  readonly span: Span;
  /** Undefined where she may put any theme on it. */
  readonly theme: Theme | undefined;
  /** What the rules propose on any of its sentences, of whatever theme. */
  readonly codings: readonly Coding[];
}

/** The interviews of a study in sentences, with what the rules propose on each turn. */
export class Interviews {
  readonly codebook: Codebook;
  readonly transcripts: readonly Transcript[];
  readonly #proposed: ReadonlyMap<Transcript, ReadonlyMap<number, readonly Coding[]>>;
  readonly #sentences = new Map<Turn, readonly Span[]>();

  /** @param proposed what the rules propose, before anyone has decided on it */
  constructor({ codebook, transcripts }: Pick<Study, 'codebook' | 'transcripts'>, proposed: readonly Coding[]) {
    this.codebook = codebook;
    this.transcripts = transcripts;
    const byTranscript = groupBy(proposed, (coding) => coding.transcript);
    this.#proposed = new Map([...byTranscript].map(([transcript, codings]) => [transcript, groupBy(codings, (coding) => coding.turn)]));
  }

  /** The sentences of a turn, an interviewer's too. */
  sentencesOf(transcript: Transcript, turn: number): readonly Span[] {
    const key = transcript.turns[turn]!;
    const sentences = this.#sentences.get(key) ?? splitSentences(transcript.text, key.span, this.codebook.language);
    this.#sentences.set(key, sentences);
    return sentences;
  }

  /** What the rules propose on a turn. */
  proposedIn(transcript: Transcript, turn: number): readonly Coding[] {
    return this.#proposed.get(transcript)?.get(turn) ?? [];
  }

  /** Do the rules propose this theme on this sentence? */
  isProposed(transcript: Transcript, turn: number, sentence: number, theme: string): boolean {
    return this.proposedIn(transcript, turn).some(
      (coding) => coding.theme.id === theme && coding.sentences.first <= sentence && sentence <= coding.sentences.last,
    );
  }

  /** These sentences of a turn as an item. */
  item(transcript: Transcript, turn: number, { first, last }: Sentences, theme: Theme | undefined): ReviewItem {
    const spans = this.sentencesOf(transcript, turn);
    return {
      transcript,
      turn,
      participant: transcript.participants.get(transcript.turns[turn]!.speaker)!,
      sentences: { first, last },
      span: { start: spans[first]!.start, end: spans[last]!.end },
      theme,
      codings: this.proposedIn(transcript, turn).filter(({ sentences }) => sentences.first <= last && first <= sentences.last),
    };
  }
}

/** Does an interviewer say this turn? */
export function isInterviewers({ participants, turns }: Transcript, turn: number): boolean {
  return participants.get(turns[turn]!.speaker)?.role === 'interviewer';
}

/** The interviewer's words that a turn answers: the nearest above it. */
export function questionTo(transcript: Transcript, turn: number): Turn | undefined {
  for (let at = turn - 1; at >= 0; at -= 1) if (isInterviewers(transcript, at)) return transcript.turns[at];
  return undefined;
}

/** Where the rules found the item's theme, or any theme where it has none: each place once, in the order of the text. */
export function hitsOf({ codings, theme, span }: ReviewItem): Span[] {
  const hits = codings.filter((coding) => theme === undefined || coding.theme === theme).flatMap((coding) => coding.hits);
  const inside = hits.map((hit) => hit.span).filter(({ start, end }) => span.start <= start && end <= span.end);
  const places: Span[] = [];
  for (const { start, end } of inside.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const open = places.at(-1);
    if (open && start < open.end) places[places.length - 1] = { start: open.start, end: Math.max(open.end, end) };
    else places.push({ start, end });
  }
  return places;
}
