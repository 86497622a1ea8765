import type { Language, ReportBlock } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import { plainText, readDocument } from './document.ts';

/** Where a quotation stands in a report. */
export interface ReportPlace {
  /** The heading it stands under. */
  readonly heading: string | undefined;
  /** The sentence right before it, unless others are quoted there. */
  readonly sentence: string | undefined;
}

/** The blocks of a report with words in them, those inside lists and quotes too. */
function flat(blocks: readonly ReportBlock[]): ReportBlock[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? flat(block.items.flat()) : [block]));
}

/**
 * Tells of lines of a report under which heading they stand and what leads to them.
 * @param quoted the lines on which quotations begin
 */
export function reportPlaces(text: string, quoted: ReadonlySet<number>, language: Language): (line: number) => ReportPlace {
  const blocks = flat(readDocument(text).blocks);
  return (line) => {
    const behind = blocks.findIndex((block) => block.line > line);
    const before = blocks.slice(0, behind < 0 ? blocks.length : behind);
    const at = before.findLastIndex(({ kind }) => kind === 'heading');
    const heading = before[at];
    // What stands in the very block, and quotes above it, lead to nothing.
    const lead = before.slice(at + 1, -1).findLast(({ kind }) => kind === 'paragraph');
    const next = lead === undefined ? undefined : blocks[blocks.indexOf(lead) + 1];
    const holdsQuote = lead !== undefined && [...quoted].some((one) => one >= lead.line && (next === undefined || one < next.line));
    const said = lead?.kind === 'paragraph' && !holdsQuote ? plainText(lead.inlines).trim() : '';
    const last = splitSentences(said, { start: 0, end: said.length }, language).at(-1);
    return {
      heading: heading?.kind === 'heading' ? plainText(heading.inlines) : undefined,
      sentence: last && said.slice(last.start, last.end),
    };
  };
}
