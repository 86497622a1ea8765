import { basename, relative, resolve } from 'node:path';
import { CodifyError, CodifyErrors } from '../errors.ts';
import type { FoundFile } from '../files/find.ts';
import { readText } from '../files/read.ts';
import { REPORT_MARK } from '../files/report-mark.ts';
import { parseTable } from '../files/table.ts';
import type { LeftOut, Transcript } from '../model.ts';
import type { Format } from '../transcript/formats/format.ts';
import { formatOf } from '../transcript/formats/index.ts';
import { isParticipantHeader } from '../transcript/participants.ts';
import { readTranscripts, type ReadContext } from '../transcript/read.ts';
import type { StudyFile } from './plan.ts';

// Formats interviews come in that have no reader here: leaving one out in silence would leave out a person.
const INTERVIEW_ENDINGS = /\.(docx?|odt|rtf|pdf|vtt|srt|xlsx?|otr|eaf|zip)$/i;

/** The interviews in a set of files, and the files that hold none. */
export interface ReadFiles {
  readonly transcripts: Transcript[];
  readonly unread: LeftOut[];
  readonly skipped: LeftOut[];
}

/** Why a file found in a folder is no transcript, by its name and place; undefined when it may be one. */
function skipByName({ path }: FoundFile, study: StudyFile | undefined): string | undefined {
  const name = basename(path);
  if (study && resolve(path) === resolve(study.path)) return 'the study file';
  if (study?.participants !== undefined && resolve(path) === resolve(study.participants)) return 'the participants table';
  if (study?.decisions !== undefined && !relative(resolve(study.decisions), resolve(path)).startsWith('..')) return 'decisions';
  if (/^readme(\.|$)/i.test(name)) return 'a readme';
  if (!formatOf(name) && !INTERVIEW_ENDINGS.test(name)) return 'not a format of transcripts';
  return undefined;
}

/** The same, by what the file holds. */
function skipByContent(text: string, format: Format, path: string): string | undefined {
  if (text.includes(REPORT_MARK)) return 'a report by codify';
  if (format.name !== 'csv') return undefined;
  try {
    return isParticipantHeader(parseTable(text, path).columns) ? 'a participants table' : undefined;
  } catch {
    // What is wrong with it is told when it is read as an interview.
    return undefined;
  }
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
): Promise<ReadFiles> {
  const read: ReadFiles = { transcripts: [], unread: [], skipped: [] };
  for (const file of files) {
    const { path, name, named } = file;
    const format = formatOf(path);
    const byName = named ? undefined : skipByName(file, study);
    if (byName !== undefined) {
      read.skipped.push({ path, reason: byName });
    } else if (!format) {
      read.unread.push({ path, reason: 'codify has no reader for this format (save it as .txt or .md)' });
    } else {
      try {
        const decoded = readText(path);
        const byContent = named ? undefined : skipByContent(decoded.text, format, path);
        if (byContent === undefined) read.transcripts.push(...readTranscripts(decoded, path, format, { ...context, name }));
        else read.skipped.push({ path, reason: byContent });
      } catch (error) {
        read.unread.push(leftOut(error, path));
      }
    }
  }
  return read;
}
