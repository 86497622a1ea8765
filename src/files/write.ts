import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { fileError } from './read.ts';

/** Writes a file whole or not at all, and makes the folders it stands in. @throws CodifyError when the disk refuses */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text, { encoding: 'utf8' });
  } catch (error) {
    throw fileError(error, path);
  }
}
