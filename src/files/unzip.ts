import { CodifyError } from '../errors.ts';
import { lazily } from '../lazy.ts';

const yauzl = lazily<typeof import('yauzl')>('yauzl');

// Many times what the largest interview needs; more is a bomb, or no interview.
const MOST_ENTRIES = 10_000;
const MOST_BYTES = 50_000_000;
const DAMAGED_HINT = 'copy it again from where it came from, or open it in its own program and save it anew';

/** Do these bytes begin as a zip archive does? Word, Excel and OpenDocument files are such. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The files of an archive whose names are wanted, unpacked in memory. Their size is counted while they are unpacked, as
 * what an archive says of it may be a lie.
 * @param most bytes all of them together may take
 * @throws CodifyError for what is damaged, too large, protected by a password, or holds a wanted name twice
 */
export async function unzip(
  bytes: Uint8Array,
  path: string,
  wanted: (name: string) => boolean,
  most: number = MOST_BYTES,
): Promise<Map<string, Uint8Array>> {
  const refuse = (message: string, hint: string): never => {
    throw new CodifyError(message, { place: { path }, hint });
  };
  const found = new Map<string, Uint8Array>();
  let total = 0;
  let entries = 0;
  try {
    const archive = await yauzl().fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    for await (const entry of archive.eachEntry()) {
      entries += 1;
      const name = entry.fileName;
      if (entries > MOST_ENTRIES) refuse(`holds more than ${MOST_ENTRIES} files`, 'unpack it, and give codify the folder');
      if (name.endsWith('/') || !wanted(name)) continue;
      if (found.has(name)) refuse(`holds two files called ${name}`, DAMAGED_HINT);
      if (entry.isEncrypted()) refuse('is protected by a password', 'save it without one');
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) {
        total += (chunk as Buffer).length;
        if (total > most) refuse(`holds more than ${most / 1_000_000} MB when unpacked`, 'no interview is so large; is it the right file?');
        chunks.push(chunk as Buffer);
      }
      found.set(name, Buffer.concat(chunks));
    }
  } catch (error) {
    if (error instanceof CodifyError) throw error;
    refuse('is damaged or cut off: it cannot be unpacked', DAMAGED_HINT);
  }
  return found;
}
