import { groupBy } from '../analysis/group-by.ts';
import type { Decision, Judgement, Transcript } from '../model.ts';
import type { ReviewItem } from './items.ts';

/** What decisions about one sentence say of a theme: of a judgement all but where it stands. */
type Reader = (
  decisions: readonly Decision[],
  theme: string | undefined,
) => Pick<Judgement, 'status' | 'stance' | 'print' | 'edit' | 'memos'>;

/** One choice of this session, so that it can be taken back. */
interface Step {
  readonly decisions: readonly Decision[];
  /** What she said before it of the sentences it is about. */
  readonly before: ReadonlyMap<string, readonly Judgement[]>;
  /** What she was shown when she chose, and what it became. */
  readonly item: ReviewItem;
  readonly became: ReviewItem;
  readonly earlier: Step | undefined;
}

/** What a coder says, of which each choice makes a new one: what her file held at the start, and what has changed since. */
export interface Said {
  readonly coder: string;
  /** Her file, and how many lines it has by now. */
  readonly path: string;
  readonly lines: number;
  readonly reader: Reader;
  /** By sentence. */
  readonly atStart: ReadonlyMap<string, readonly Judgement[]>;
  /** By sentence, where it is no longer as at the start. */
  readonly since: ReadonlyMap<string, readonly Judgement[]>;
  /** Her last choice. */
  readonly last: Step | undefined;
}

/** The name of a sentence among all of a study. */
export function sentenceKey(transcript: string, turn: number, sentence: number): string {
  return `${turn} ${sentence} ${transcript}`;
}

/** Judgements by the sentence they are about. */
export function bySentence(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  return groupBy(judgements, ({ transcript, turn, sentence }) => sentenceKey(transcript.id, turn, sentence));
}

/** What a coder says when she sits down. @param judgements of all coders or of her alone */
export function saidBy(
  { coder, path, lines, reader }: Pick<Said, 'coder' | 'path' | 'lines' | 'reader'>,
  judgements: readonly Judgement[],
): Said {
  const atStart = bySentence(judgements.filter((one) => one.coder === coder));
  return { coder, path, lines, reader, atStart, since: new Map(), last: undefined };
}

/** What she says of a sentence, theme by theme. */
export function judgementsOn(said: Said, transcript: Transcript, turn: number, sentence: number): readonly Judgement[] {
  const key = sentenceKey(transcript.id, turn, sentence);
  return said.since.get(key) ?? said.atStart.get(key) ?? [];
}

/** What she says of a theme on a sentence; without a theme, whether she was shown the sentence as a whole. */
export function judgementOn(
  said: Said,
  transcript: Transcript,
  turn: number,
  sentence: number,
  theme: string | undefined,
): Judgement | undefined {
  return judgementsOn(said, transcript, turn, sentence).find((one) => one.theme === theme);
}

/** All she says, in no order. */
export function allSaid(said: Said): Judgement[] {
  const before = [...said.atStart].filter(([key]) => !said.since.has(key));
  return [...before, ...said.since].flatMap(([, judgements]) => judgements);
}
