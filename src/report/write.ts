import type { Coding, Study } from '../model.ts';
import { gatherFacts } from './facts.ts';
import { joinParts, type Part } from './parts.ts';
import { sections } from './sections/index.ts';

/** A report, and the places in it where the analyst has yet to write. */
export interface Report {
  readonly text: string;
  readonly gaps: number;
}

/**
 * Writes the draft report in Markdown. It says no more of codings nobody has reviewed than that a subject was touched
 * on. The same study gives the same bytes.
 */
export function writeReport(study: Study, codings: readonly Coding[]): Report {
  const facts = gatherFacts(study, codings);
  // From the last section to the first, so that each knows what follows it.
  const parts: Part[] = [];
  for (const section of sections.toReversed()) parts.unshift(...section.write(facts, parts));
  const gap = facts.words.gap('').slice(0, -1);
  return { text: joinParts(parts), gaps: parts.reduce((sum, part) => sum + part.text.split(gap).length - 1, 0) };
}
