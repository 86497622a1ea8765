import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { CodifyError } from '../errors.ts';
import { LOCK_ENDING } from './append.ts';

/** A file the user pointed at, by itself or through a folder or a pattern. */
export interface FoundFile {
  /** For opening and for messages, as seen from where the user stands. */
  readonly path: string;
  /** Inside the given folder, with `/` and in NFC: the same on every machine. */
  readonly name: string;
  /** Named by the user one by one, so leaving it out is never in order. */
  readonly named: boolean;
  /** The path of the very same file under another name: this one is a link, or lies behind one. */
  readonly sameAs?: string;
}

const GLOB = /[*?[\]{}!]/;

function shown(absolute: string): string {
  const near = relative(process.cwd(), absolute);
  return near === '' || near.startsWith('..') ? absolute : near;
}

function nameInside(folder: string, absolute: string): string {
  return relative(folder, absolute).split(sep).join('/').normalize('NFC');
}

/** Is it a folder, or a file? Undefined when nothing is there. */
export async function isFolder(path: string): Promise<boolean | undefined> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return undefined;
  }
}

async function matching(pattern: string, folder: string): Promise<FoundFile[]> {
  const files = await glob(pattern, {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    ignore: ['**/node_modules/**', `**/*.jsonl${LOCK_ENDING}`],
  });
  return files.map((file) => ({ path: shown(resolve(file)), name: nameInside(folder, resolve(file)), named: false }));
}

const byName = (a: FoundFile, b: FoundFile): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1);

/**
 * The files behind what the user gave: files, folders (with all that is in them) and patterns, each file once, by name.
 * @param folder what patterns and relative paths start from; names are relative to it when `inside` is set (a study),
 *   else to the folder given, or to a file's own folder
 * @throws CodifyError for a path or pattern with nothing behind it
 */
export async function findFiles(given: readonly string[], folder: string, inside: boolean): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const one of given) {
    const absolute = resolve(folder, one);
    const kind = await isFolder(absolute);
    let files: FoundFile[];
    if (kind === false) {
      files = [{ path: shown(absolute), name: nameInside(inside ? folder : dirname(absolute), absolute), named: true }];
    } else if (kind) {
      files = await matching('**/*', absolute);
      if (inside) files = files.map((file) => ({ ...file, name: nameInside(folder, resolve(file.path)) }));
    } else if (GLOB.test(one)) {
      files = await matching(one, folder);
      if (files.length === 0) throw new CodifyError('no file fits this pattern', { place: { path: one } });
    } else {
      throw new CodifyError('there is no such file or folder', { place: { path: one } });
    }
    for (const file of files) if (!found.has(resolve(file.path))) found.set(resolve(file.path), file);
  }
  return await markSame([...found.values()].sort(byName));
}

/** Tells of each file whether it is another one under a second name; one that is reached through no link is the first. */
async function markSame(files: readonly FoundFile[]): Promise<FoundFile[]> {
  const identities = await Promise.all(
    files.map(async ({ path }) => {
      const { dev, ino } = await stat(path, { bigint: true });
      return { id: `${dev} ${ino}`, direct: (await realpath(path)) === resolve(path) };
    }),
  );
  const first = new Map<string, FoundFile>();
  for (const direct of [true, false])
    for (const [i, one] of identities.entries()) if (one.direct === direct && !first.has(one.id)) first.set(one.id, files[i]!);
  return files.map((file, i) => {
    const same = first.get(identities[i]!.id)!;
    return same === file ? file : { ...file, sameAs: same.path };
  });
}

/** The nearest file of that name in this folder or one above it. */
export async function findUpwards(name: string, folder: string): Promise<string | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, name);
    if ((await isFolder(path)) === false) return shown(path);
    if (at === dirname(at)) return undefined;
  }
}

/** Does a file of that path exist? */
export async function exists(path: string): Promise<boolean> {
  return (await isFolder(path)) === false;
}
