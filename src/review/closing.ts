import { allSaid, type Said } from './said.ts';
import type { ReviewState } from './state.ts';
import { reviewWords } from './words.ts';

/** How many of the choices of a session that still stand gave a verdict. */
function decidedNow({ last }: Said): number {
  let count = 0;
  for (let step = last; step; step = step.earlier)
    count += Number(step.decisions.some(({ verdict }) => /^(?:accept|add|reject|move)$/.test(verdict)));
  return count;
}

/** The line a session ends with: how much is decided, where it stands, and what is next. */
export function closingLine({ said, queue, name, desk }: ReviewState): string {
  const words = reviewWords[desk.interviews.codebook.language];
  return words.closing({
    now: decidedNow(said),
    all: allSaid(said).filter(({ status }) => status !== undefined).length,
    file: said.path,
    left: queue.items.length - queue.decided,
    queue: words.queues[name],
  });
}
