import { CodifyError } from '../../errors.ts';
import type { Block } from '../../files/document.ts';
import { isPdf, readPdf, type PdfLine, type PdfPage } from '../../files/pdf.ts';
import { readBlocks } from './document.ts';
import type { Format } from './format.ts';

/** The part of a page's height, at its top and at its foot, where running lines stand. */
const MARGIN = 0.15;
const PAGE_NUMBER = /^(?:side|page|s\.|p\.)?\s*[-–]?\s*\d{1,4}\s*(?:(?:af|of|\/)\s*\d{1,4})?\s*[-–]?$/i;
// Signs whose letter the file's fonts do not tell, and controls.
const UNTOLD = /[\ufffd\ue000-\uf8ff\0-\x08\x0b-\x1f\x7f-\x9f]/g;
const MOST_UNTOLD = 0.05;
const DIVIDED = /\p{L}-$/u;

const inMargin = ({ bottom }: PdfLine, { height }: PdfPage): boolean => bottom < height * MARGIN || bottom > height * (1 - MARGIN);
/** What a running line has in common on all pages: its place, and its words but for the page's number. */
const likeness = ({ text, bottom }: PdfLine): string => `${Math.round(bottom)} ${text.replace(/\d+/g, '#')}`;

/** Takes page numbers and the lines that return at the edge of at least every second page out of the pages. */
function withoutRunning(pages: readonly PdfPage[]): { pages: PdfPage[]; running: Set<string> } {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const one of new Set(page.lines.filter((line) => inMargin(line, page)).map(likeness))) seen.set(one, (seen.get(one) ?? 0) + 1);
  const often = Math.max(2, Math.floor(pages.length / 2));
  const running = new Map<string, string>();
  const left = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      const runs = inMargin(line, page) && (PAGE_NUMBER.test(line.text) || seen.get(likeness(line))! >= often);
      const words = line.text.replace(/\d+/g, '#');
      if (runs && !running.has(words)) running.set(words, line.text);
      return !runs;
    }),
  }));
  return { pages: left, running: new Set(running.values()) };
}

/** How far the lines of a paragraph stand from each other. */
function leadingOf(pages: readonly PdfPage[]): number {
  const gaps = pages.flatMap(({ lines }) => lines.slice(1).map((line, i) => lines[i]!.bottom - line.bottom)).filter((gap) => gap > 1);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 10)] ?? 0;
}

/** Would the first word of this line and a few letters more have stood on the line before, had the paragraph gone on? */
function wouldFit(before: PdfLine, line: PdfLine, margin: number): boolean {
  const share = (line.text.search(/\s|$/) + 4) / line.text.length;
  return before.right + (line.right - line.left) * share < margin;
}

/** The paragraphs of a document, from the gaps between its lines and from lines that end early. */
function paragraphsOf(pages: readonly PdfPage[]): string[][] {
  const leading = leadingOf(pages);
  const margin = Math.max(...pages.flatMap(({ lines }) => lines.map(({ right }) => right)));
  const paragraphs: string[][] = [];
  let before: PdfLine | undefined;
  for (const { lines } of pages) {
    for (const [i, line] of lines.entries()) {
      const gap = before && i > 0 ? before.bottom - line.bottom : leading;
      const goesOn = before && gap > 0 && gap <= leading * 1.2 && !wouldFit(before, line, margin);
      if (goesOn) paragraphs.at(-1)!.push(line.text);
      else paragraphs.push([line.text]);
      before = line;
    }
  }
  return paragraphs;
}

function notesOn(pages: readonly PdfPage[], running: ReadonlySet<string>, lines: readonly string[], untold: number): string[] {
  const empty = pages.flatMap(({ lines: { length } }, i) => (length === 0 ? [i + 1] : []));
  const divided = lines.filter((line) => DIVIDED.test(line)).length;
  return [
    ...(running.size > 0 ? [`page numbers and running lines left out: ${[...running].map((one) => `"${one}"`).join(', ')}`] : []),
    ...(empty.length > 0 ? [`no text on page ${empty.join(', ')}: a picture of a page cannot be read`] : []),
    ...(divided > 0 ? [`lines that end in a hyphen: ${divided}; a word divided there is read as two`] : []),
    ...(untold > 0 ? [`signs whose letter the file does not tell left out: ${untold}`] : []),
  ];
}

/** PDF files with a text layer: paragraphs put together again from lines. */
export const pdf: Format = {
  name: 'pdf',
  endings: ['.pdf'],
  recognises: ({ bytes }) => isPdf(bytes),
  async read(source) {
    const { path, bytes } = source;
    const refuse = (message: string, hint: string): never => {
      throw new CodifyError(message, { place: { path }, hint });
    };
    const whole = await readPdf(bytes, path);
    const text = whole.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
    if (text === '')
      refuse('holds pictures of pages and no text', 'run text recognition (OCR) over it, or ask for the file it was made from');
    const untold = text.match(UNTOLD)?.length ?? 0;
    if (untold > text.length * MOST_UNTOLD)
      refuse('does not tell which letters its text is made of', 'ask for the file it was made from, or run text recognition (OCR) over it');
    const { pages, running } = withoutRunning(whole);
    const paragraphs = paragraphsOf(pages);
    const blocks = paragraphs.map((lines): Block => ({
      text: lines.map((line) => line.replace(UNTOLD, '').trim()).join('\n'),
      bold: 0,
      style: undefined,
    }));
    return readBlocks(blocks, source, notesOn(whole, running, paragraphs.flat(), untold));
  },
};
