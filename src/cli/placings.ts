import { weighPlacing, type DimensionEvidence } from '../analysis/scale.ts';
import { STUDY_FILE } from '../study/plan.ts';
import type { Io } from './io.ts';

/** A placing that the evidence does not bear out, in a line; undefined where it does, or where there is none. */
function doubtOf(evidence: DimensionEvidence): string | undefined {
  const weighed = weighPlacing(evidence);
  if (weighed?.doubt === undefined) return undefined;
  const { step, supporting, heard, doubt } = weighed;
  const at = `${evidence.dimension.id} is placed at "${step.level.id}"`;
  if (step.theme === undefined) return `${at}, of which the codebook says nothing`;
  const accepted = `no accepted coding of ${step.theme.id} supports`;
  if (doubt === 'no evidence')
    return `${at}, and ${accepted} it${heard.size > 0 ? `; ${heard.size} heard on other steps, or against it` : ''}`;
  return `${at} against most of the evidence: of ${heard.size} people heard, ${supporting.size} ${supporting.size === 1 ? 'supports' : 'support'} it`;
}

/** Tells on standard error of placings with no evidence under them, or against most of it. @returns how many there are */
export function printPlacingDoubts(all: readonly DimensionEvidence[], io: Io): number {
  const doubts = all.flatMap((evidence) => doubtOf(evidence) ?? []);
  for (const doubt of doubts) io.err(`codify: ${doubt} (${STUDY_FILE}, placements)\n`);
  return doubts.length;
}
