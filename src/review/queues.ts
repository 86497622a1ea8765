import { strengthOf, type Choice } from '../analysis/choose.ts';
import { groupBy } from '../analysis/group-by.ts';
import { shuffled } from '../analysis/random.ts';
import { UNKNOWN } from '../analysis/unknown.ts';
import type { Coding, Judgement, Theme, Transcript } from '../model.ts';
import { isInterviewers, type Interviews, type ReviewItem, type Sentences } from './items.ts';
import { allSaid, judgementOn, judgementsOn, type Said } from './said.ts';

/** What to go through, and in which order. */
export type QueueChoice =
  /** What could be printed: first the quotes the report would print now, then those next in strength, theme by theme. */
  | { readonly kind: 'report' }
  /** What the rules propose and she has not decided on, in the order of the interviews. */
  | { readonly kind: 'undecided' }
  /** All of a theme and of those under it, decided or not. */
  | { readonly kind: 'theme'; readonly theme: string }
  /** Stretches drawn by chance from all that respondents say, so that what the rules miss is seen too. */
  | { readonly kind: 'sample'; readonly size: number; readonly seed: number }
  /** Where two coders were shown the same and do not say the same. */
  | { readonly kind: 'disagreements' }
  /** One interview from beginning to end. */
  | { readonly kind: 'walk'; readonly transcript: string };

/** What the queues are made from. */
export interface Grounds {
  readonly interviews: Interviews;
  readonly said: Said;
  /** What others say; the coder is shown it in no queue but that of disagreements. */
  readonly others: readonly Judgement[];
  /** What the report would print, in its order. */
  readonly report: readonly Choice[];
}

/** What to leave in a queue; what is not given leaves all in. */
export interface Filter {
  /** The theme, or one it is under. */
  readonly theme?: string | undefined;
  /** A role of the codebook, or `uoplyst`. */
  readonly role?: string | undefined;
  /** An interview's id. */
  readonly transcript?: string | undefined;
  readonly undecided?: boolean | undefined;
}

/** Items in order, and how many of them she has decided on. */
export interface Queue {
  readonly items: readonly ReviewItem[];
  readonly decided: number;
}
