import { EventEmitter } from 'node:events';
import type { ReadStream, WriteStream } from 'node:tty';

/** A terminal a person sits at: her keys come in, frames go out. */
export interface Screen {
  readonly keys: ReadStream;
  readonly display: WriteStream;
}

const ESCAPE = '\u001b[';
const OPEN = `${ESCAPE}?1049h${ESCAPE}?25l${ESCAPE}2J`;
const CLOSE = `${ESCAPE}?25h${ESCAPE}?1049l`;
// Of a terminal that hangs up there is nothing to restore.
const SIGNALS: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 130, SIGTERM: 143 };

/**
 * Draws whole frames by writing the lines that are not there already, each at its place: on a slow link that is what
 * takes the time, and nothing ever scrolls.
 */
export class Frames extends EventEmitter {
  readonly #display: Pick<WriteStream, 'write' | 'columns' | 'rows'>;
  #lines: readonly string[] = [];

  constructor(display: Pick<WriteStream, 'write' | 'columns' | 'rows'>) {
    super();
    this.#display = display;
  }

  get columns(): number {
    return this.#display.columns;
  }

  get rows(): number {
    return this.#display.rows;
  }

  write = (frame: string): boolean => {
    const lines = frame.split('\n').slice(0, this.rows);
    const changed: string[] = [];
    for (let i = 0; i < Math.max(lines.length, this.#lines.length); i += 1) {
      if (lines[i] !== this.#lines[i]) changed.push(`${ESCAPE}${i + 1};1H${ESCAPE}2K${lines[i] ?? ''}`);
    }
    this.#lines = lines;
    if (changed.length > 0) this.#display.write(changed.join(''));
    return true;
  };

  /** The terminal has another size: nothing of what is there is where it was. */
  resized = (): void => {
    this.#lines = [];
    this.#display.write(`${ESCAPE}2J`);
    this.emit('resize');
  };
}

/**
 * Runs something on the whole screen, in the terminal's second buffer, and gives the first one back however it ends:
 * done, thrown, or told to stop.
 */
export async function onWholeScreen<T>({ keys, display }: Screen, run: (frames: Frames) => Promise<T>): Promise<T> {
  const frames = new Frames(display);
  let isOpen = true;
  const restore = (): void => {
    if (!isOpen) return;
    isOpen = false;
    keys.setRawMode(false);
    display.write(CLOSE);
  };
  const stop = (signal: NodeJS.Signals): void => process.exit(SIGNALS[signal]);
  process.on('exit', restore);
  for (const signal of Object.keys(SIGNALS)) process.on(signal, stop);
  display.on('resize', frames.resized);
  // Before the first frame: a key that comes with it is not to be echoed into it.
  keys.setRawMode(true);
  display.write(OPEN);
  try {
    return await run(frames);
  } finally {
    restore();
    display.off('resize', frames.resized);
    process.off('exit', restore);
    for (const signal of Object.keys(SIGNALS)) process.off(signal, stop);
  }
}
