import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Decision } from '../../src/model.ts';
import type { ReviewState } from '../../src/review/state.ts';
import { showReview, type Display } from '../../src/review/views/show.tsx';

/** A screen that keeps the last frame it was given. */
class Frames extends EventEmitter implements Display {
  columns: number;
  rows: number;
  last = '';

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write = (frame: string): boolean => {
    this.last = frame;
    return true;
  };
}

/** A session on a screen of a size: keys go in as a terminal sends them, frames come out. */
export interface Session {
  send(...keys: string[]): Promise<void>;
  frame(): string;
  resize(columns: number, rows: number): Promise<void>;
  readonly written: Decision[];
  /** The session as it was left, or what was thrown. */
  readonly end: Promise<ReviewState>;
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => void setImmediate(resolve));
};

const open: Session[] = [];

/** Ends all sessions, whatever they stand at. */
export async function endAll(): Promise<void> {
  for (const session of open.splice(0)) {
    await session.send('\u001b', 'q', 'q');
    await session.end.catch(() => undefined);
  }
}

export async function onScreen(
  begin: ReviewState,
  { columns, rows, marked = true }: { columns: number; rows: number; marked?: boolean },
  write?: (decisions: readonly Decision[]) => void,
): Promise<Session> {
  const nothing = (): void => undefined;
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: nothing, ref: nothing, unref: nothing });
  const display = new Frames(columns, rows);
  const written: Decision[] = [];
  const end = showReview(begin, { keys: keys as unknown as NodeJS.ReadStream, display, marked }, (decisions) => {
    write?.(decisions);
    written.push(...decisions);
  });
  await settled();
  const session: Session = {
    async send(...sent) {
      for (const one of sent) {
        keys.write(one);
        await settled();
      }
    },
    frame: () => display.last,
    async resize(columns, rows) {
      Object.assign(display, { columns, rows });
      display.emit('resize');
      await settled();
    },
    written,
    end,
  };
  open.push(session);
  return session;
}
