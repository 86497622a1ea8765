import { CodifyError } from '../errors.ts';

/** A paragraph as a word processor keeps it: tabs and line breaks are characters of its text. */
export interface Paragraph {
  readonly text: string;
  /** How many characters at its front are bold. */
  readonly bold: number;
  /** What its style makes of it: a heading, or another's words. */
  readonly style: 'heading' | 'quote' | undefined;
}

/** A table: rows of cells, each the text of its paragraphs. */
export interface TableBlock {
  readonly rows: readonly (readonly string[])[];
}

const MOST_PARAGRAPHS = 50_000;

/** Refuses a document of more paragraphs than twenty interviews have. @throws CodifyError */
export function refuseEndless(paragraphs: number, path: string): void {
  if (paragraphs <= MOST_PARAGRAPHS) return;
  throw new CodifyError(`holds more than ${MOST_PARAGRAPHS / 1000},000 paragraphs`, {
    place: { path },
    hint: 'no interview is so long; is it the right file?',
  });
}

/** What a document is made of, in its order. */
export type Block = Paragraph | TableBlock;
