import { zipSync, type Zippable } from 'fflate';
import { createHash } from 'node:crypto';
import { REPORT_PROPERTY } from '../../files/report-mark.ts';
import { unzip } from '../../files/unzip.ts';
import { codifysHash } from '../../files/word.ts';
import type { FileState } from '../formats/format.ts';

/** The parts of a Word file by their paths in it; XML as text. */
export type Parts = Map<string, string | Uint8Array>;

const PROPERTIES = 'docProps/custom.xml';
const UNKNOWN_HASH = '000000000000';

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** Of everything in the file but what tells the hash. */
function hashOf(parts: ReadonlyMap<string, string | Uint8Array>): string {
  const sum = createHash('sha256');
  for (const [name, content] of [...parts].sort(byName)) if (name !== PROPERTIES) sum.update(`${name}\n`).update(content).update('\n');
  return sum.digest('hex').slice(0, 12);
}

/** The property by which a file is known to be codify's, and as codify wrote it. */
export const HASH_PROPERTY: { readonly name: string; readonly value: string } = { name: REPORT_PROPERTY, value: UNKNOWN_HASH };

/** Packs the parts of a Word file: the same parts give the same bytes. */
export function pack(parts: Parts): Uint8Array {
  const stamped = new Map(parts);
  stamped.set(PROPERTIES, String(parts.get(PROPERTIES)).replace(UNKNOWN_HASH, hashOf(parts)));
  const files: Zippable = {};
  // What a reader needs to know first stands first.
  const first = '[Content_Types].xml';
  const order = [first, ...[...stamped.keys()].filter((name) => name !== first).sort()];
  for (const name of order)
    files[name] = typeof stamped.get(name) === 'string' ? Buffer.from(stamped.get(name)!) : (stamped.get(name) as Uint8Array);
  // The earliest a zip archive knows, in whatever time zone.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Did codify write this Word file, and has anyone changed it since: has it been saved by another program? */
export async function stateOf(bytes: Uint8Array, path: string): Promise<FileState> {
  const noted = await codifysHash(bytes, path);
  if (noted === undefined) return 'not ours';
  return noted === hashOf(await unzip(bytes, path, () => true)) ? 'as written' : 'edited';
}
