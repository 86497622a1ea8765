import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CodifyError } from '../errors.ts';
import { fileError } from './read.ts';

/** Writes a file whole or not at all, and makes the folders it stands in. @throws CodifyError when the disk refuses */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    // Replacing a device or a pipe would take it away from everyone.
    const there = await stat(path).catch(() => undefined);
    if (there && !there.isFile()) throw new CodifyError('is there already, and is not a file', { place: { path } });
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text, { encoding: 'utf8' });
  } catch (error) {
    throw fileError(error, path);
  }
}
