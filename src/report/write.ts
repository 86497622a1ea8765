import type { Choice } from '../analysis/choose.ts';
import type { Coding, Language, Study } from '../model.ts';
import { gatherFacts } from './facts.ts';
import { reportLanguages } from './languages/index.ts';
import { joinParts, type Part } from './parts.ts';
import { sections } from './sections/index.ts';

/** A report, and the places in it where the analyst has yet to write. */
export interface Report {
  readonly text: string;
  /** What it is joined of. */
  readonly parts: readonly Part[];
  readonly gaps: number;
  /** The quotes it prints, in the order they were chosen, and those passed over for them. */
  readonly choices: readonly Choice[];
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
  const text = joinParts(parts);
  return { text, parts, gaps: gapsIn(text, study.plan.report.language), choices: facts.quotes.choices };
}

/** In how many places of a report the analyst has yet to write. */
export function gapsIn(text: string, language: Language): number {
  return text.split(reportLanguages[language].gap('').slice(0, -1)).length - 1;
}
