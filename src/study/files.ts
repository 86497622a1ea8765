import { basename, dirname, join, relative, resolve } from 'node:path';
import { CodifyError, CodifyErrors } from '../errors.ts';
import type { FoundFile } from '../files/find.ts';
import { readBytes, readBytesIfThere } from '../files/read.ts';
import { REPORT_MARK } from '../files/report-mark.ts';
import type { LeftOut, Transcript } from '../model.ts';
import type { Format, Source } from '../transcript/formats/format.ts';
import { formatOf, promisedFormat, SourceFile } from '../transcript/formats/index.ts';
import { legendNames } from '../transcript/legend.ts';
import { isParticipantHeader, knownLabels, type ParticipantTable } from '../transcript/participants.ts';
import { transcriptsOf, type ReadContext } from '../transcript/read.ts';
import type { StudyFile } from './plan.ts';

// Formats interviews come in that have no reader here: leaving one out in silence would leave out a person.
const INTERVIEW_ENDINGS = /\.(docx?|odt|rtf|pdf|zip)$/i;

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
  if (!promisedFormat(name) && !INTERVIEW_ENDINGS.test(name)) return 'not a format of transcripts';
  return undefined;
}

/** The same, by what the file holds. */
async function skipByContent(source: Source, format: Format): Promise<string | undefined> {
  if (source.head !== '' && source.decoded.text.includes(REPORT_MARK)) return 'a report by codify';
  if (format.isOther?.(source)) return 'not a transcript';
  try {
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

/**
 * Reads the interviews in these files. What cannot be read, and what is no interview, is listed with its reason; a
 * file the user named is never skipped.
 */
export async function readFiles(
  files: readonly FoundFile[],
  study: StudyFile | undefined,
  context: Omit<ReadContext, 'name'>,
  onFile?: (done: number, all: number) => void,
): Promise<ReadFiles> {
  const labels =
    context.participants &&
    knownLabels(
      context.participants,
      files.map(({ name }) => name),
    );
  const read: ReadFiles = { transcripts: [], unread: [], skipped: [] };
  const legends = legendsOf(files);
  for (const [i, file] of files.entries()) {
    onFile?.(i + 1, files.length);
    const { path, name, named, sameAs } = file;
    const byName =
      sameAs !== undefined
        ? `the same file as ${sameAs}`
        : named
          ? undefined
          : (legends.get(resolve(path)) ?? skipByName(file, study, context.participants));
    if (byName !== undefined) {
      read.skipped.push({ path, reason: byName });
      continue;
    }
    try {
      const beside = (other: string): Uint8Array | undefined => readBytesIfThere(join(dirname(path), other));
      const source = new SourceFile(path, readBytes(path), context.columns, labels?.(name) ?? new Set(), beside);
      const format = formatOf(source);
      if (!format) {
        read.unread.push({ path, reason: 'codify has no reader for this format (save it as .txt or .md)' });
        continue;
      }
      const byContent = named ? undefined : await skipByContent(source, format);
      if (byContent === undefined) read.transcripts.push(...transcriptsOf(await format.read(source), source, format, { ...context, name }));
      else read.skipped.push({ path, reason: byContent });
    } catch (error) {
      read.unread.push(leftOut(error, path));
    }
  }
  return read;
}
