import type { Choice } from '../analysis/choose.ts';
import type { DimensionEvidence } from '../analysis/scale.ts';
import type { Coding, Study } from '../model.ts';
import { gatherFacts, type ReportRequest } from './facts.ts';
import type { Figure } from './figures/figure.ts';
import { figuresOf } from './figures/index.ts';
import type { Gap, Unprinted } from './gaps.ts';
import { joinParts, type Part } from './parts.ts';
import { sections } from './sections/index.ts';

/** A report, and the places in it where the analyst has yet to write. */
export interface Report {
  readonly text: string;
  /** What it is joined of. */
  readonly parts: readonly Part[];
  readonly gaps: readonly Gap[];
  /** What the analyst has written and the report has no use for yet. */
  readonly unprinted: readonly Unprinted[];
  /** The quotes it prints, in the order they were chosen, and those passed over for them. */
  readonly choices: readonly Choice[];
  /** How many of them wait for the approval of those who said them. */
  readonly waiting: number;
  /** The pictures of its numbers, to be drawn; whether it shows them is another matter. */
  readonly figures: readonly Figure[];
  /** What the placings of the analyst rest on; empty without a scale. */
  readonly scale: readonly DimensionEvidence[];
}

/**
 * Writes the draft report in Markdown. It says no more of codings nobody has reviewed than that a subject was touched
 * on. The same study gives the same bytes.
 */
export function writeReport(study: Study, codings: readonly Coding[], request: ReportRequest = {}): Report {
  const facts = gatherFacts(study, codings, request);
  // From the last section to the first, so that each knows what follows it.
  const parts: Part[] = [];
  for (const section of sections.toReversed()) parts.unshift(...section.write(facts, parts));
  const { gaps, unprinted } = facts.analyst;
  const place = ({ part }: Gap): number => parts.findIndex(({ name }) => name === part);
  return {
    text: joinParts(parts),
    parts,
    gaps: gaps.sort((a, b) => place(a) - place(b)),
    unprinted,
    choices: facts.quotes.choices,
    waiting: facts.quotes.waiting,
    figures: figuresOf(facts),
    scale: facts.scale,
  };
}
