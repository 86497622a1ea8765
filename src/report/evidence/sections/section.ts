import type { EvidenceFacts } from '../facts.ts';
import type { SectionName } from '../languages/language.ts';

/** A section of the team's file: one file, one line in `index.ts`, one test. */
export interface EvidenceSection {
  readonly name: SectionName;
  /** What stands under its heading. */
  write(facts: EvidenceFacts): string;
}
