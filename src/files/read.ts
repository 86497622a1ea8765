import { existsSync, readFileSync, statSync } from 'node:fs';
import { CodifyError } from '../errors.ts';
import { decode, type Decoded } from './decode.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'goes through something that is not a folder',
  EEXIST: 'goes through something that is not a folder',
  ENAMETOOLONG: 'is too long for a name',
  ELOOP: 'is a link that leads back to itself',
  ERR_INVALID_ARG_VALUE: 'is no name for a file',
  EACCES: 'may not be opened (no permission)',
  EPERM: 'may not be opened (no permission)',
  EROFS: 'lies on a disk that cannot be written to',
  ENOSPC: 'could not be written: the disk is full',
  EMFILE: 'could not be opened: too many files are open',
};

/** A fault of the disk in words a user can act on; anything else is given back as it came. */
export function fileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  return reason ? new CodifyError(reason, { place: { path } }) : error;
}

const LARGEST = 200_000_000;

/** The bytes of a file. @throws CodifyError when it cannot be opened, is no file but a pipe or a device, or is far too large */
export function readBytes(path: string): Uint8Array {
  try {
    const found = statSync(path);
    // A pipe of the shell's own, as in <(command), has its other end; one that lies on the disk may never get it.
    if (!found.isFile() && !found.isDirectory() && !/^\/(?:dev|proc)\//.test(path))
      throw new CodifyError('is no file but a pipe or a device', { place: { path }, hint: 'save what it gives as a file first' });
    if (found.size > LARGEST)
      throw new CodifyError(`is larger than ${LARGEST / 1_000_000} MB`, {
        place: { path },
        hint: 'no transcript is so large; is it the right file?',
      });
    return readFileSync(path);
  } catch (error) {
    throw fileError(error, path);
  }
}

/** The same, undefined when there is no such file. */
export function readBytesIfThere(path: string): Uint8Array | undefined {
  return existsSync(path) ? readBytes(path) : undefined;
}

/** The text of a file. @throws CodifyError when it cannot be opened or is no text */
export function readText(path: string): Decoded {
  return decode(readBytes(path), path);
}
