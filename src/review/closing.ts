import type { Judgement } from '../model.ts';
import { allSaid, type Said } from './said.ts';
import type { ReviewState } from './state.ts';
import { reviewWords } from './words.ts';

/** On how many sentences she says something else of a theme than when she sat down. */
function decidedNow({ since, atStart }: Said): number {
  return [...since].reduce((count, [key, judgements]) => {
    const before = atStart.get(key) ?? [];
    const isNew = ({ theme, status, stance }: Judgement): boolean =>
      status !== undefined && !before.some((one) => one.theme === theme && one.status === status && one.stance === stance);
    return count + judgements.filter(isNew).length;
  }, 0);
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
