import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { CodifyError } from '../errors.ts';
import { decodeUtf8 } from './decode.ts';
import { fileError, readBytesIfThere } from './read.ts';

/** A file of JSON lines that this run alone appends to, until it is closed. */
export interface HeldFile {
  /** What stood there when it was opened. */
  readonly text: string;
  /** Puts lines at the end, all in one write that is on the disk when this returns. @throws CodifyError when it is not */
  append(lines: readonly string[]): void;
  /** Lets go of the file; held or not, it may be called again. */
  close(): void;
}

/** How a lock is called: the file's name with this behind it. */
export const LOCK_ENDING = '.lock';

const NEWLINE = 0x0a;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A file of JSON lines without the line at its end that a run was stopped in the middle of, and that line. */
export interface Untorn {
  readonly whole: Uint8Array;
  /** What is there of the torn line; undefined where none is. */
  readonly torn: string | undefined;
}

/** Tells a torn last line from whole ones: it opens a brace, has no line end, and is no JSON. */
export function untorn(bytes: Uint8Array): Untorn {
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  const last = new TextDecoder().decode(bytes.subarray(end));
  return last.startsWith('{') && !isJson(last) ? { whole: bytes.subarray(0, end), torn: last } : { whole: bytes, torn: undefined };
}

/** Who holds a file, as its lock says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

const HERE: Holder = { pid: process.pid, host: hostname() };
const HERE_WRITTEN = `${JSON.stringify(HERE)}\n`;

/** The locks of this very process; its number alone does not tell, for numbers come back. */
const own = new Set<string>();

function contentOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
}

function holderIn(content: string): Holder | undefined {
  const said: unknown = isJson(content) ? JSON.parse(content) : undefined;
  return typeof said === 'object' && said !== null && 'pid' in said && 'host' in said ? (said as Holder) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There is such a process where it may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes the lock. @throws CodifyError naming who has it */
function take(lock: string, path: string, coder: string, tell: (note: string) => void): void {
  const refuse = (who: string, hint: string): CodifyError =>
    new CodifyError(`${coder} is deciding already: ${who} holds the file`, { place: { path }, hint });
  const content = contentOf(lock);
  const holder = content === undefined ? undefined : holderIn(content);
  if (content !== undefined && !holder) throw refuse('an unknown run', `if codify does not run, delete ${lock}`);
  if (holder && holder.host !== HERE.host)
    throw refuse(`process ${holder.pid} on ${holder.host}`, `end it there; if codify does not run there, delete ${lock}`);
  if (holder && (holder.pid === HERE.pid ? own.has(resolve(lock)) : isAlive(holder.pid)))
    throw refuse(`process ${holder.pid} on this machine`, `end it first; if it is not codify, delete ${lock}`);
  if (holder) {
    tell(`${lock}: was left by process ${holder.pid}, which runs no more, and is taken over`);
    rmSync(lock, { force: true });
  }
  try {
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, HERE_WRITTEN, { flag: 'wx' });
  } catch (error) {
    // Another run was faster.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && contentOf(lock) !== undefined)
      throw refuse('another run', 'end it first');
    throw fileError(error, path);
  }
  own.add(resolve(lock));
}

/** Cuts off a torn last line, once it has been told, and gives a whole one its line end. @returns what stands there then */
function mend(path: string, bytes: Uint8Array, tell: (note: string) => void): string {
  const { whole, torn } = untorn(bytes);
  const text = decodeUtf8(whole);
  if (text === undefined) throw new CodifyError('is not written in UTF-8', { place: { path }, hint: 'save it as UTF-8' });
  if (torn !== undefined) {
    tell(`${path}:${text.split('\n').length}: was torn when a run was stopped, and is taken out: ${torn}`);
    truncateSync(path, whole.length);
  }
  if (whole.length === 0 || whole.at(-1) === NEWLINE) return text;
  writeFileSync(path, '\n', { flag: 'a' });
  return `${text}\n`;
}

/**
 * Opens a coder's file for appending, and keeps other runs from it until it is closed or this one ends. What a run
 * that was stopped has left of it is mended.
 * @param tell is told, before it is done, what is mended or taken over: a sentence for standard error
 * @throws CodifyError naming who holds the file, or when it is no UTF-8 or cannot be written
 */
export function hold(path: string, { coder, tell }: { coder: string; tell: (note: string) => void }): HeldFile {
  const lock = `${path}${LOCK_ENDING}`;
  take(lock, path, coder, tell);
  const close = (): void => {
    process.off('exit', close);
    for (const signal of SIGNALS) process.off(signal, leave);
    if (!own.delete(resolve(lock)) || contentOf(lock) !== HERE_WRITTEN) return;
    rmSync(lock, { force: true });
  };
  const leave = (signal: NodeJS.Signals): void => {
    close();
    // Without this listener the signal does what it does.
    process.kill(process.pid, signal);
  };
  process.on('exit', close);
  for (const signal of SIGNALS) process.on(signal, leave);
  try {
    const text = mend(path, readBytesIfThere(path) ?? new Uint8Array(), tell);
    let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return {
      text,
      append: (lines) => {
        if (contentOf(lock) !== HERE_WRITTEN)
          throw new CodifyError('is no longer held by this run, so nothing is written', { place: { path }, hint: 'start again' });
        size = appendTo(path, size, lines);
      },
      close,
    };
  } catch (error) {
    close();
    throw fileError(error, path);
  }
}

/** @returns how long the file is now */
function appendTo(path: string, size: number, lines: readonly string[]): number {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
  let file: number | undefined;
  try {
    file = openSync(path, 'a');
    // git may have put another file in its place, with other lines than the new ones reckon with.
    if (fstatSync(file).size !== size)
      throw new CodifyError('was changed by another program meanwhile, so nothing is written', { place: { path }, hint: 'start again' });
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, size);
      throw error;
    }
    return size + bytes.length;
  } catch (error) {
    throw fileError(error, path);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
