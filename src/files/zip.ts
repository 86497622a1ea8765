import { unzipSync, zipSync, type Zippable } from 'fflate';
import { lists } from './unzip.ts';

// In the list of an archive, where every program that saves the file anew leaves it out.
const SEAL = 'written by codify';

/**
 * The same archive with one time on all its files, so that the same content is the same bytes, and marked as codify's: a
 * file of Word or Excel that another program has saved bears the mark no more.
 */
export function seal(archive: Uint8Array): Uint8Array {
  // A zip archive has no times before 1980, and gives them without a zone.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(archive))) files[name] = [bytes, { mtime, comment: SEAL }];
  return zipSync(files);
}

/** Is this an archive as codify wrote it, saved by no other program since? */
export function isSealed(bytes: Uint8Array): boolean {
  return lists(bytes, SEAL);
}
