import type { Span, Turn } from '../../model.ts';
import { trimSpan } from '../../text/spans.ts';
import { findMarked } from '../attribution/quotations.ts';
import { ASKER } from '../question-headings.ts';
import type { PlacedLine } from './labelled.ts';

const ITEM = /^[ \t]*(?:[-–—*•·]|\d{1,2}[.)])[ \t]+/u;
const EMPHASIS_AT_END = /[\s#*_]+$/;

/** What is said in a paragraph of an answer. */
interface Said {
  readonly pieces: readonly Span[];
  /** It is what stands between marks, and what stands around them is told by others: *siger hun og ler*. */
  readonly marked: boolean;
  /** The mark that opened it is not closed, so that it goes on in the next paragraph. */
  readonly open: boolean;
}

/** @param goesOn is a mark still open from the paragraph before? */
function saidIn(text: string, paragraph: Span, goesOn: boolean): Said {
  const { marked, stray } = findMarked(text, paragraph);
  const quotations = marked.filter(({ single }) => !single);
  const [close] = goesOn ? stray : [];
  const after = quotations.filter(({ outer }) => outer.start >= (close ?? paragraph.start));
  const isMarked = close !== undefined || after[0]?.outer.start === paragraph.start;
  if (!isMarked) return { pieces: [paragraph], marked: goesOn, open: goesOn };
  const before = close === undefined ? [] : [{ start: paragraph.start, end: close }];
  return { pieces: [...before, ...after.map(({ inner }) => inner)], marked: true, open: after.at(-1)?.open ?? false };
}

/** Without blanks, and the comma that leads over to who says it. */
const bare = (text: string, { start, end }: Span): Span =>
  trimSpan(text, { start, end: start + text.slice(start, end).replace(/[\s,]+$/, '').length });

/**
 * The turns that a turn of an interview set as an article is: each item of a list is one of the person it stands under,
 * and of a paragraph in marks each quotation.
 */
export function answersIn(text: string, turn: Turn, lines: readonly PlacedLine[]): Turn[] {
  const { start, end } = turn.span;
  if (turn.speaker === ASKER) {
    const words = text.slice(start, end).replace(EMPHASIS_AT_END, '');
    return [{ ...turn, span: { start, end: start + words.length } }];
  }
  const own = lines.filter(({ span }) => span.end > start && span.start < end);
  const isItem = (line: PlacedLine): boolean => line.item === true || ITEM.test(line.text);
  const opening = own.filter((line, i) => i === 0 || line.opens || isItem(line));
  const turns: Turn[] = [];
  let goesOn = false;
  let isPlain = false;
  for (const [i, line] of opening.entries()) {
    const from = Math.max(start, line.span.start);
    const item = ITEM.exec(text.slice(from, line.span.end))?.[0].length ?? 0;
    const paragraph = trimSpan(text, { start: from + item, end: opening[i + 1]?.span.start ?? end });
    if (paragraph.start === paragraph.end) continue;
    const said = saidIn(text, paragraph, goesOn);
    goesOn = said.open;
    const last = turns.at(-1);
    // Paragraphs that are neither are one turn, as in an interview.
    if (last && isPlain && !said.marked && !isItem(line)) turns[turns.length - 1] = { ...last, span: { ...last.span, end: paragraph.end } };
    else {
      const spans = said.marked ? said.pieces.map((piece) => bare(text, piece)) : said.pieces;
      for (const span of spans) {
        const at = own.findLast((one) => one.span.start <= span.start) ?? line;
        turns.push({ ...turn, span, line: i === 0 && at === line ? turn.line : at.number });
      }
    }
    isPlain = !said.marked && !isItem(line);
  }
  return turns.length > 0 ? turns : [turn];
}
