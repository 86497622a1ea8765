import { Box } from 'ink';
import type { ReactNode } from 'react';
import { clip, columnsOf } from '../../text/width.ts';
import type { ReviewState } from '../state.ts';
import type { ReviewWords } from '../words.ts';
import { Styled } from './text.tsx';

const BAR = 16;

/** A bar as full as the work is done; it is full only at the end. */
function barOf(done: number, all: number): string {
  const full = all === 0 ? 0 : Math.floor((done / all) * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

/** Which quotes are shown, in words. */
function filterWords({ filter, desk }: ReviewState, words: ReviewWords): string {
  const label = desk.interviews.codebook.allThemes.find(({ id }) => id === filter.theme)?.label;
  return [label, filter.role, filter.transcript, filter.undecided === true && words.undecidedOnly].filter(Boolean).join(' · ');
}

/** The queue, what of it is shown, and how far it is. */
export function Head({ state, words, width }: { state: ReviewState; words: ReviewWords; width: number }): ReactNode {
  const { name, queue, at, said } = state;
  const all = queue.items.length;
  const done = queue.items[0]?.theme ? words.decided : words.seen;
  const counts = ` ${Math.min(at + 1, all)}/${all}  ${barOf(queue.decided, all)} ${queue.decided} ${done}  ${said.coder}`;
  const filters = filterWords(state, words);
  const title = clip(`${words.queues[name]}${filters && `: ${filters}`}`, width - columnsOf(counts) - 1);
  return (
    <Box justifyContent="space-between" width={width}>
      <Styled style={{ bold: true }}>{title}</Styled>
      <Styled style={{}}>{counts}</Styled>
    </Box>
  );
}
