import type { Part } from '../parts.ts';
import type { ReportFacts } from '../facts.ts';

/** A section of the report: one file, one line in `index.ts`, one test. It writes one part or several. */
export interface Section {
  readonly name: string;
  /** @param following the parts that stand after it, for sections that tell what comes */
  write(facts: ReportFacts, following: readonly Part[]): Part[];
}

/** Paragraphs with an empty line between them; what is undefined is left out. */
export function paragraphs(...blocks: readonly (string | undefined)[]): string {
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
}

/** The headings in these parts, each with its depth: `##` is 2. */
export function headingsOf(parts: readonly Pick<Part, 'text'>[]): { depth: number; heading: string }[] {
  return parts.flatMap((part) =>
    [...part.text.matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', heading = '']) => ({ depth: marks.length, heading })),
  );
}
