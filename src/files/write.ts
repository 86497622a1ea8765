import { lstat, mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CodifyError, throwFaults } from '../errors.ts';
import { fileError } from './read.ts';

/** Writes a file whole or not at all, and makes the folders it stands in. @throws CodifyError when the disk refuses */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  try {
    // Replacing a device or a pipe would take it away from everyone.
    const there = await stat(path).catch(() => undefined);
    if (there && !there.isFile()) throw new CodifyError('is there already, and is not a file', { place: { path } });
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content), { encoding: 'utf8' });
  } catch (error) {
    throw fileError(error, path);
  }
}

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Is there anything of that name, be it a link that leads nowhere? */
export async function isTaken(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

/** Writes files where there are none, all of them or none. @throws CodifyError or CodifyErrors naming what is there already */
export async function writeNew(files: readonly NewFile[]): Promise<void> {
  const taken: CodifyError[] = [];
  for (const { path } of files) {
    if (await isTaken(path)) taken.push(new CodifyError('is there already, and is left as it is', { place: { path } }));
  }
  throwFaults(taken);
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      await writeWhole(path, text);
      written.push(path);
    }
  } catch (error) {
    for (const path of written) await rm(path);
    throw error;
  }
}
