import { CodifyError } from '../errors.ts';
import { lazily } from '../lazy.ts';
import { decodeUtf8 } from './decode.ts';

const yauzl = lazily<typeof import('yauzl')>('yauzl');

// Many times what the largest interview needs; more is a bomb, or no interview.
const MOST_ENTRIES = 10_000;
const MOST_BYTES = 50_000_000;
const MOST_IN_ARCHIVE = 60_000_000;
// As Unix has them in an archive's list.
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
const DAMAGED_HINT = 'copy it again from where it came from, or open it in its own program and save it anew';

/** A file in an archive. It is unpacked in memory when asked for, and written nowhere. */
export interface ArchivedFile {
  /** Its path in the archive, with `/` and in NFC. */
  readonly name: string;
  /** @throws CodifyError when it is damaged or locked, is a link, or it or all that was read of the archive is absurdly large */
  read(): Promise<Uint8Array>;
}

/** Do these bytes begin as a zip archive does? Word, Excel and OpenDocument files are such. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Does an archive list a file whose path has this in it? What stands in its files, archives too, is not searched. */
export function lists(bytes: Uint8Array, path: string): boolean {
  if (!isZip(bytes)) return false;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf('PK\x05\x06');
  return end >= 0 && end + 20 <= file.length && file.subarray(file.readUInt32LE(end + 16), end).includes(path);
}

/** A name as it was meant: in UTF-8, said or not, else as Windows writes Danish letters (code page 850, which others take for 437). */
function nameOf(raw: Buffer, asOthersRead: string): string {
  const name = decodeUtf8(raw) ?? asOthersRead.replaceAll('¢', 'ø').replaceAll('¥', 'Ø');
  return name.replaceAll('\\', '/').normalize('NFC');
}

/** The files of an archive, by name. @throws CodifyError for what is damaged, or holds more files than a study has */
export async function filesIn(bytes: Uint8Array, path: string, most: number = MOST_IN_ARCHIVE): Promise<ArchivedFile[]> {
  const refuse = (message: string, hint: string): never => {
    throw new CodifyError(message, { place: { path }, hint });
  };
  const damaged = (error: unknown): never => {
    if (error instanceof CodifyError) throw error;
    return refuse('is damaged or cut off: it cannot be unpacked', DAMAGED_HINT);
  };
  const files = new Map<string, ArchivedFile>();
  const largest = Math.min(MOST_BYTES, most);
  let total = 0;
  try {
    const { fromBufferPromise, getFileNameLowLevel, validateFileName } = yauzl();
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { decodeStrings: false });
    if (archive.entryCount > MOST_ENTRIES) refuse(`holds more than ${MOST_ENTRIES} files`, 'unpack it, and give codify the folder');
    for await (const entry of archive.eachEntry()) {
      const { fileNameRaw: raw, generalPurposeBitFlag: flag, extraFields } = entry;
      const name = nameOf(raw, getFileNameLowLevel(flag, raw, extraFields, false));
      if (name.endsWith('/')) continue;
      const twice = files.has(name);
      const read = async (): Promise<Uint8Array> => {
        if (entry.isEncrypted()) refuse('is protected by a password', 'save it without one');
        if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK) refuse('is a link and no file', 'pack the file itself');
        if (validateFileName(name) !== null) refuse('has a name that leads out of the archive', 'unpack it, and give codify the folder');
        if (twice) refuse(`stands twice in the archive: ${name}`, DAMAGED_HINT);
        const chunks: Buffer[] = [];
        let size = 0;
        try {
          for await (const chunk of await archive.openReadStreamPromise(entry)) {
            size += (chunk as Buffer).length;
            total += (chunk as Buffer).length;
            if (size > largest)
              refuse(`holds more than ${largest / 1_000_000} MB when unpacked`, 'no interview is so large; is it the right file?');
            if (total > most)
              refuse(`is beyond the ${most / 1_000_000} MB that are unpacked of one archive`, 'unpack it, and give codify the folder');
            chunks.push(chunk as Buffer);
          }
        } catch (error) {
          damaged(error);
        }
        return Buffer.concat(chunks);
      };
      files.set(name, { name, read });
    }
  } catch (error) {
    damaged(error);
  }
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
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
  const found = new Map<string, Uint8Array>();
  for (const { name, read } of await filesIn(bytes, path, most)) if (wanted(name)) found.set(name, await read());
  return found;
}
