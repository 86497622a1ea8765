import { render } from 'ink';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as rest } from 'node:timers/promises';
import type { Decision } from '../../model.ts';
import type { ReviewState } from '../state.ts';
import { Review } from './review.tsx';

/** Where frames are drawn: it is given each as a whole. */
export interface Display extends EventEmitter {
  readonly columns: number;
  readonly rows: number;
  write(frame: string): boolean;
}

/** Where keys come from and frames go to. */
interface Terminal {
  readonly keys: NodeJS.ReadStream;
  readonly display: Display;
  /** Are hits set off by characters, for want of colours? */
  readonly marked: boolean;
}

interface Listener {
  /** Puts decisions on the disk before it returns. */
  readonly write: (decisions: readonly Decision[]) => void;
  /** Is told the session after each key. */
  readonly onState?: (state: ReviewState) => void;
}

async function play(begin: ReviewState, { keys, display, marked }: Terminal, { write, onState }: Listener): Promise<void> {
  const view = <Review begin={begin} write={write} marked={marked} {...(onState && { onState })} />;
  // In this mode ink gives away whole frames as they come about and leaves it to the display what to draw.
  const { waitUntilExit } = render(view, {
    stdin: keys,
    stdout: display as unknown as NodeJS.WriteStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  await waitUntilExit();
}

/** Verdicts, a longer quote, another theme, going on and back, the help, a search for a theme, and taking back. */
const REHEARSED = ['f', 'd', 's', '.', ' ', 'k', 'a', 'u', 'h', ' ', 't', '\r', 'f', 'd', 's', ' ', '.', 'u', 'a', 'f'];

/**
 * Presses keys on a screen that nobody sees while the coder reads her first quote: a key costs several times as much
 * before the engine has seen its work done, and so hers never do. Nothing is decided, as a session is a value.
 * @param isWanted false once she presses keys herself
 */
async function rehearse(begin: ReviewState, { columns, rows }: Display, marked: boolean, isWanted: () => boolean): Promise<void> {
  const nothing = (): void => {};
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: nothing, ref: nothing, unref: nothing });
  const display = Object.assign(new EventEmitter(), { columns, rows, write: () => true });
  const end = play(begin, { keys: keys as unknown as NodeJS.ReadStream, display, marked }, { write: nothing });
  for (const key of REHEARSED) {
    keys.write(key);
    // A frame comes within a few turns of the event loop, and then the coder's own keys have theirs.
    for (let i = 0; i < 5; i += 1) await rest();
    if (!isWanted()) break;
  }
  // The first may only close what is open.
  for (const key of ['\u0003', '\u0003']) {
    keys.write(key);
    await rest();
  }
  await end;
}

/**
 * Shows a session until it is ended.
 * @param write puts decisions on the disk before it returns
 * @returns the session as it was left @throws what `write` throws
 */
export async function showReview(begin: ReviewState, terminal: Terminal, write: Listener['write']): Promise<ReviewState> {
  let latest = begin;
  let isOpen = true;
  const onState = (state: ReviewState): void => void (latest = state);
  const end = play(begin, terminal, { write, onState }).finally(() => void (isOpen = false));
  const isUntouched = (): boolean => isOpen && latest === begin;
  await Promise.all([end, rehearse(begin, terminal.display, terminal.marked, isUntouched)]);
  return latest;
}
