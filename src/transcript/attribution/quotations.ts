/*
 * What stands between quotation marks. Whether a mark opens or closes is told by what stands around it, not by its
 * shape: typists mix „ “ ” " » «, and Danish opens and closes with the same ”.
 */

import type { Span } from '../../model.ts';

/** A stretch of text between marks. */
export interface Marked {
  /** With its marks. */
  readonly outer: Span;
  /** The words between them. */
  readonly inner: Span;
  /** Between ’ and ’, which hold a word that is not meant straight more often than what somebody said. */
  readonly single: boolean;
  /** The mark that should close it is missing: it ends with the paragraph or before the next. */
  readonly open: boolean;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly side: 'open' | 'close' | 'either';
}

const DOUBLE = /[”“„‟"»«]|,,(?=\p{L})|''|``/gu;
const SINGLE = /[’‘‚'›‹]/g;
// Marks of emphasis and marks beside marks say nothing of a side.
const TRANSPARENT = /[*_”“„‟"»«’‘‚'›‹]/;

function sideOf(text: string, { start, end }: Span, within: Span): Mark['side'] | undefined {
  let left = start - 1;
  while (left >= within.start && TRANSPARENT.test(text.charAt(left))) left -= 1;
  let right = end;
  while (right < within.end && TRANSPARENT.test(text.charAt(right))) right += 1;
  const before = left < within.start ? ' ' : text.charAt(left);
  const after = right >= within.end ? ' ' : text.charAt(right);
  const mayOpen = /[\s([{–—/:-]/.test(before) && !/[\s,;.!?)\]]/.test(after.replace(/[.…]/, 'a'));
  const mayClose = !/[\s([{]/.test(before) && /[\s.,;:!?)\]}–—/…-]/.test(after);
  if (mayOpen && !mayClose) return 'open';
  if (mayClose && !mayOpen) return 'close';
  return mayOpen || (/\s/.test(before) && /\s/.test(after)) ? 'either' : undefined;
}

function marksIn(text: string, within: Span, pattern: RegExp): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const start = within.start + match.index;
    const end = start + match[0].length;
    const side = sideOf(text, { start, end }, within) ?? (pattern === DOUBLE ? 'either' : undefined);
    if (side !== undefined) marks.push({ start, end, side });
  }
  return marks;
}

/** Where marks of one kind hold words, without those inside others; and the marks that close nothing. */
function pair(marks: readonly Mark[], end: number, single: boolean): { marked: Marked[]; stray: number[] } {
  const stack: Mark[] = [];
  const pairs: [Mark, Mark][] = [];
  const stray: number[] = [];
  for (const mark of marks) {
    const opens = mark.side === 'open' || (mark.side === 'either' && stack.length === 0);
    if (opens) stack.push(mark);
    else {
      const opener = stack.pop();
      if (opener) pairs.push([opener, mark]);
      else stray.push(mark.start);
    }
  }
  const closed = pairs
    .filter(([a, b]) => !pairs.some(([c, d]) => c.start < a.start && b.start < d.start))
    .map(([a, b]): Marked => ({ outer: { start: a.start, end: b.end }, inner: { start: a.end, end: b.start }, single, open: false }));
  // An apostrophe is no mark that somebody forgot to close.
  const left = single ? [] : stack.filter(({ start }) => !closed.some(({ outer }) => outer.start < start && start < outer.end));
  const unclosed = left.map((mark): Marked => {
    const next = [...closed.map(({ outer }) => outer.start), ...left.map(({ start }) => start)].filter((start) => start > mark.start);
    const to = Math.min(end, ...next);
    return { outer: { start: mark.start, end: to }, inner: { start: mark.end, end: to }, single, open: true };
  });
  return { marked: [...closed, ...unclosed], stray };
}

/** What stands between marks in a paragraph, from left to right; what is quoted inside a quotation belongs to it. */
export function findMarked(text: string, paragraph: Span): { marked: Marked[]; stray: number[] } {
  const double = pair(marksIn(text, paragraph, DOUBLE), paragraph.end, false);
  const outside = ({ start }: Mark): boolean => !double.marked.some(({ outer }) => outer.start <= start && start < outer.end);
  const single = pair(
    marksIn(text, paragraph, SINGLE).filter((mark) => mark.side !== 'either' && outside(mark)),
    paragraph.end,
    true,
  );
  const separate = single.marked.filter(
    ({ outer }) => !double.marked.some((one) => outer.start < one.outer.start && one.outer.end < outer.end),
  );
  return { marked: [...double.marked, ...separate].sort((a, b) => a.outer.start - b.outer.start), stray: double.stray };
}
