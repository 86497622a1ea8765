import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import { CodifyError, CodifyErrors } from '../errors.ts';
import type { FoundFile } from '../files/find.ts';
import { readBytes, readBytesIfThere } from '../files/read.ts';
import { REPORT_MARK } from '../files/report-mark.ts';
import { filesIn, isZip } from '../files/unzip.ts';
import { codifysHash } from '../files/word.ts';
import type { LeftOut, Transcript } from '../model.ts';
import type { Format, Reading, Source } from '../transcript/formats/format.ts';
import { isRecording } from '../transcript/formats/foreign.ts';
import { formatOf, promisedFormat, SourceFile } from '../transcript/formats/index.ts';
import { legendNames } from '../transcript/legend.ts';
import { isParticipantHeader, knownLabels, type ParticipantTable } from '../transcript/participants.ts';
import { transcriptsOf, type ReadContext } from '../transcript/read.ts';
import type { StudyFile } from './plan.ts';

// Formats interviews come in that have no reader here: leaving one out in silence would leave out a person.
const INTERVIEW_ENDINGS = /\.zip$/i;

/** The interviews in a set of files, and the files that hold none. */
export interface ReadFiles {
  readonly transcripts: Transcript[];
  readonly unread: LeftOut[];
  readonly skipped: LeftOut[];
}

/** Why a file found in a folder is no transcript, by its name and place; undefined when it may be one. */
function skipByName({ path }: FoundFile, study: StudyFile | undefined, table: ParticipantTable | undefined): string | undefined {
  const name = basename(path);
  if (study && resolve(path) === resolve(study.path)) return 'the study file';
  if (table && resolve(path) === resolve(table.path)) return 'the participants table';
  if (study && !relative(resolve(study.decisions), resolve(path)).startsWith('..')) return 'decisions';
  if (/^readme(\.|$)/i.test(name)) return 'a readme';
  if (isRecording(name)) return 'a recording, not a transcript';
  if (!promisedFormat(name) && !INTERVIEW_ENDINGS.test(name)) return 'not a format of transcripts';
  return undefined;
}

/** The same, by what the file holds. */
async function skipByContent(source: Source, format: Format): Promise<string | undefined> {
  if (source.head !== '' && source.decoded.text.includes(REPORT_MARK)) return 'a report by codify';
  if (format.isOther?.(source)) return 'not a transcript';
  try {
    if ((await codifysHash(source.bytes, source.path)) !== undefined) return 'a report by codify';
    const table = await format.table?.(source);
    return table && isParticipantHeader(table.columns) ? 'a participants table' : undefined;
  } catch {
    // What is wrong with it is told when it is read as an interview.
    return undefined;
  }
}

/** The files beside datasets among these, which tell of them. */
function legendsOf(files: readonly FoundFile[]): Map<string, string> {
  return new Map(
    files.flatMap(({ path }) =>
      legendNames(basename(path)).map(({ name }) => [resolve(dirname(path), name), `tells of ${basename(path)}`] as const),
    ),
  );
}

/** What a file that cannot be read is told of: its first fault. */
function leftOut(error: unknown, path: string): LeftOut {
  const first = error instanceof CodifyErrors ? error.errors[0] : error;
  if (!(first instanceof CodifyError)) throw error;
  return { path, line: first.place?.line, reason: first.hint === undefined ? first.message : `${first.message} (${first.hint})` };
}

/** What is read into, and what is known beside the files. */
interface Reader {
  readonly read: ReadFiles;
  readonly study: StudyFile | undefined;
  readonly context: Omit<ReadContext, 'name'>;
  /** The labels that are known in a file of this name. */
  readonly labels: (name: string) => ReadonlySet<string>;
}

/** What a file holds, on the disk or in an archive, and how the files beside it are found. */
type Opened = Pick<Source, 'bytes' | 'beside'>;

// Programs put their own files into archives: __MACOSX/._01.docx, .DS_Store.
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.(?!\.))/;

/** Reads an archive as the folder that was packed: what it holds is skipped, read and told of as there. */
async function readArchive(reader: Reader, { path, name, named }: FoundFile, bytes: Uint8Array): Promise<void> {
  const packed = await filesIn(bytes, path);
  const files = packed.map(({ name: inside, read }) => {
    const open = async (): Promise<Opened> => {
      const beside = new Map<string, Uint8Array>();
      for (const legend of legendNames(posix.basename(inside))) {
        const other = packed.find((one) => one.name === posix.join(posix.dirname(inside), legend.name));
        if (other) beside.set(legend.name, await other.read());
      }
      return { bytes: await read(), beside: (other) => beside.get(other) };
    };
    return { path: `${path}/${inside}`, name: named && !reader.study ? inside : `${name}/${inside}`, named: false, open };
  });
  const legends = legendsOf(files);
  for (const { open, ...file } of files) {
    const skipped = HIDDEN.test(file.name) ? 'a hidden file' : legends.get(resolve(file.path));
    if (skipped === undefined) await readOne(reader, file, open, true);
    else reader.read.skipped.push({ path: file.path, reason: skipped });
  }
}

/** What is in a file as its format reads it. @throws CodifyError where it should be a document and its format knows none */
async function readingsOf(source: Source, format: Format): Promise<readonly Reading[]> {
  const readings = await format.read(source);
  const isDocument = ({ speakers }: Reading): boolean => [...speakers.values()].some(({ document }) => document !== undefined);
  if (source.document && !readings.every(isDocument))
    throw new CodifyError(`cannot be a document in the format ${format.name}`, {
      hint: 'save it as .txt, .md, .docx or .pdf, or take it out of documents in codify.yaml',
    });
  return readings;
}

async function readOne(reader: Reader, file: FoundFile, open: () => Opened | Promise<Opened>, packed: boolean): Promise<void> {
  const { read, study, context, labels } = reader;
  const { path, name, named } = file;
  const byName = named ? undefined : skipByName(file, study, context.participants);
  if (byName !== undefined) {
    read.skipped.push({ path, reason: byName });
    return;
  }
  try {
    const { bytes, beside } = await open();
    const source = new SourceFile(path, bytes, context.columns, labels(name), beside, study?.documents.get(resolve(path)));
    const format = formatOf(source);
    if (!format && isZip(bytes)) {
      if (packed) throw new CodifyError('is an archive inside an archive', { hint: 'unpack it, and give codify the folder' });
      await readArchive(reader, file, bytes);
      return;
    }
    if (!format) throw new CodifyError('codify has no reader for this format', { hint: 'save it as .txt or .md' });
    const byContent = named ? undefined : await skipByContent(source, format);
    if (byContent === undefined)
      read.transcripts.push(...transcriptsOf(await readingsOf(source, format), source, format, { ...context, name }));
    else read.skipped.push({ path, reason: byContent });
  } catch (error) {
    read.unread.push(leftOut(error, path));
  }
}

/**
 * Reads the interviews in these files, and in those that are archives. What cannot be read, and what is no interview, is
 * listed with its reason; a file the user named is never skipped.
 */
export async function readFiles(
  files: readonly FoundFile[],
  study: StudyFile | undefined,
  context: Omit<ReadContext, 'name'>,
  onFile?: (done: number, all: number) => void,
): Promise<ReadFiles> {
  const names = files.map(({ name }) => name);
  const labels = context.participants ? knownLabels(context.participants, names) : () => new Set<string>();
  const reader: Reader = { read: { transcripts: [], unread: [], skipped: [] }, study, context, labels };
  const legends = legendsOf(files);
  for (const [i, file] of files.entries()) {
    onFile?.(i + 1, files.length);
    const { path, named, sameAs } = file;
    const skipped = sameAs === undefined ? (named ? undefined : legends.get(resolve(path))) : `the same file as ${sameAs}`;
    const beside = (other: string): Uint8Array | undefined => readBytesIfThere(join(dirname(path), other));
    if (skipped === undefined) await readOne(reader, file, () => ({ bytes: readBytes(path), beside }), false);
    else reader.read.skipped.push({ path, reason: skipped });
  }
  return reader.read;
}
