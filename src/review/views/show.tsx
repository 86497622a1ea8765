import { render } from 'ink';
import type { EventEmitter } from 'node:events';
import type { Decision } from '../../model.ts';
import type { ReviewState } from '../state.ts';
import { Review } from './review.tsx';

/** Where frames are drawn: it is given each as a whole. */
export interface Display extends EventEmitter {
  readonly columns: number;
  readonly rows: number;
  write(frame: string): boolean;
}

/**
 * Shows a session until it is ended.
 * @param write puts decisions on the disk before it returns
 * @param marked sets hits off by characters, for want of colours
 * @returns the session as it was left @throws what `write` throws
 */
export async function showReview(
  begin: ReviewState,
  { keys, display, marked }: { keys: NodeJS.ReadStream; display: Display; marked: boolean },
  write: (decisions: readonly Decision[]) => void,
): Promise<ReviewState> {
  let latest = begin;
  const view = <Review begin={begin} write={write} marked={marked} onState={(state) => void (latest = state)} />;
  // In this mode ink gives away whole frames as they come about and leaves it to the display what to draw.
  const { waitUntilExit } = render(view, {
    stdin: keys,
    stdout: display as unknown as NodeJS.WriteStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  await waitUntilExit();
  return latest;
}
