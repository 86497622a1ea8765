import type { Span, Transcript } from '../model.ts';
import { flow, windowOn, type Line, type Window } from './lines.ts';

/** A stretch of a turn on the screen. */
export interface Stretch {
  readonly transcript: Transcript;
  /** Index into `transcript.turns`. */
  readonly turn: number;
  /** The stretch that is shown; its words stand out from the turn's others. */
  readonly shown: Span;
  /** What is decided about, set off inside it; nothing while no sentence is chosen. */
  readonly chosen: Span | undefined;
  readonly hits: readonly Span[];
}

/** The turn on the screen, and how many words of it are left out on each side. */
export interface Page {
  /** The end of what was said before: the question, most often. */
  readonly question: readonly Line[];
  readonly lines: readonly Line[];
  readonly wordsBefore: number;
  readonly wordsAfter: number;
}

const MARGIN = 2;
/** Longer lines are hard to read on from. */
const LONGEST_LINE = 92;
/** Of what was said before, so many lines are shown at least and at most. */
const QUESTION = { least: 2, most: 8 };

const words = (text: string, start: number, end: number): number =>
  text.slice(start, Math.max(start, end)).match(/[^\s\p{Cc}]+/gu)?.length ?? 0;

/** A turn in lines of a width, with the turn before it. */
interface Layout {
  readonly stretch: Stretch;
  readonly label: string;
  readonly question: readonly Line[];
  readonly lines: readonly Line[];
  /** Which of the lines are asked about. */
  readonly asked: Window;
}

/**
 * A turn in lines: what is decided about in a block of its own, and all that stands around it.
 * @param marked hits are set off by »characters«, where there are no colours
 */
export function layOut(stretch: Stretch, screen: number, marked: boolean): Layout {
  const { transcript, turn, shown, chosen, hits } = stretch;
  const { text, turns } = transcript;
  const whole = turns[turn]!.span;
  const asked = chosen ?? { start: shown.start, end: shown.start };
  const width = Math.min(screen, LONGEST_LINE) - MARGIN;
  const block = (start: number, end: number, bar: Line['bar'], tone: 'plain' | 'strong' | 'faint'): Line[] =>
    end <= start ? [] : flow(text, { start, end }, { width, bar, tone, hits, marked });
  const first = Math.min(shown.start, asked.start);
  const last = Math.max(shown.end, asked.end);
  const before = [...block(whole.start, first, ' ', 'faint'), ...block(first, asked.start, '│', 'plain')];
  const quote = block(asked.start, asked.end, '▌', 'strong');
  const lines = [...before, ...quote, ...block(asked.end, last, '│', 'plain'), ...block(last, whole.end, ' ', 'faint')];
  const focus = quote.length > 0 ? quote : lines.filter(({ bar }) => bar === '│');
  const from = quote.length > 0 ? before.length : lines.findIndex(({ bar }) => bar === '│');
  const said = turns[turn - 1];
  const label = said === undefined ? '' : `${said.speaker}: `;
  const asks = { width: width - label.length - '… '.length, bar: ' ', tone: 'faint', hits: [], marked: false } as const;
  const question = said === undefined ? [] : flow(text, said.span, asks);
  return { stretch, label, question, lines, asked: { first: from, last: from + focus.length - 1 } };
}

/** The turn before, of which the last lines are shown: who asks, asks last. */
function questionIn({ label, question }: Layout, most: number): Line[] {
  const [first, ...rest] = question.slice(-most);
  if (!first) return [];
  const opening = `${label}${rest.length + 1 < question.length ? '… ' : ''}`;
  return [{ ...first, pieces: [{ text: opening, tone: 'faint' }, ...first.pieces] }, ...rest];
}

/** How many lines a turn takes where there is room for all of it. */
export function heightOf({ question, lines }: Layout): number {
  return Math.min(QUESTION.most, question.length) + lines.length;
}

/** As much of a turn as there is room for. @param scroll so many lines further down, or up */
export function pageOf(layout: Layout, height: number, scroll: number): Page {
  const { stretch, lines, asked } = layout;
  const { text, turns } = stretch.transcript;
  const whole = turns[stretch.turn]!.span;
  const spare = height - lines.length;
  const question = questionIn(layout, Math.min(QUESTION.most, Math.max(QUESTION.least, spare)));
  const room = Math.max(1, height - question.length);
  const window = windowOn(lines.length, asked, room, scroll);
  const visible = lines.slice(window.first, window.last + 1);
  return {
    question,
    lines: visible,
    wordsBefore: words(text, whole.start, visible[0]?.span.start ?? whole.start),
    wordsAfter: words(text, visible.at(-1)?.span.end ?? whole.end, whole.end),
  };
}
