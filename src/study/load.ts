import { basename, join, relative, resolve } from 'node:path';
import { loadCodebook } from '../codebook/load.ts';
import { CodifyError, CodifyErrors, formatPlace } from '../errors.ts';
import { REPORT_MARK } from '../files/report-mark.ts';
import { exists, findFiles, type FoundFile } from '../files/find.ts';
import { readBytes, readText } from '../files/read.ts';
import { parseTable } from '../files/table.ts';
import type { Codebook, LeftOut, Participant, Study, Transcript } from '../model.ts';
import { countWords } from '../text/words.ts';
import type { ColumnChoice } from '../transcript/formats/format.ts';
import { formatOf } from '../transcript/formats/index.ts';
import { isParticipantHeader, parseParticipants, type ParticipantTable } from '../transcript/participants.ts';
import { readTranscripts } from '../transcript/read.ts';
import { findDuplicates } from './duplicates.ts';
import { planStudy, readStudyFile, STUDY_FILE, type StudyFile } from './plan.ts';

/** What the user asked for. */
export interface StudyRequest {
  readonly paths: readonly string[];
  readonly codebook: string | undefined;
  readonly columns: ColumnChoice;
}

// Formats interviews come in that have no reader here: leaving one out in silence would leave out a person.
const INTERVIEW_ENDINGS = /\.(docx?|odt|rtf|pdf|vtt|srt|xlsx?|otr|eaf|zip)$/i;

const reasonOf = (error: CodifyError): string => [error.message, error.hint].filter(Boolean).join('; ');

async function studyFileFor(paths: readonly string[]): Promise<{ file: StudyFile | undefined; paths: readonly string[] }> {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && (await exists(join(only, STUDY_FILE)))) {
    return { file: await readStudyFile(join(only, STUDY_FILE)), paths: [] };
  }
  return { file: (await exists(STUDY_FILE)) ? await readStudyFile(STUDY_FILE) : undefined, paths };
}

/** Why a file found in a folder is no transcript; undefined when it may be one. */
function skipReason(file: FoundFile, study: StudyFile | undefined): string | undefined {
  const path = resolve(file.path);
  const name = basename(file.path);
  if (study && path === resolve(study.path)) return 'the study file';
  if (study?.participants !== undefined && path === resolve(study.participants)) return 'the participants table';
  if (study?.decisions !== undefined && !relative(resolve(study.decisions), path).startsWith('..')) return 'decisions';
  if (/^readme(\.|$)/i.test(name)) return 'a readme';
  if (!formatOf(name) && !INTERVIEW_ENDINGS.test(name)) return 'not a format of transcripts';
  return undefined;
}

function isParticipantTable(bytes: Uint8Array, path: string): boolean {
  try {
    return isParticipantHeader(parseTable(new TextDecoder().decode(bytes.subarray(0, 4096)).split(/\r?\n/)[0] ?? '', path).columns);
  } catch {
    return false;
  }
}

interface ReadFiles {
  readonly transcripts: Transcript[];
  readonly unread: LeftOut[];
  readonly skipped: LeftOut[];
}

async function readFiles(
  files: readonly FoundFile[],
  codebook: Codebook | undefined,
  study: StudyFile | undefined,
  table: ParticipantTable | undefined,
  columns: ColumnChoice,
): Promise<ReadFiles> {
  const read: ReadFiles = { transcripts: [], unread: [], skipped: [] };
  for (const file of files) {
    const { path } = file;
    const skip = file.named ? undefined : skipReason(file, study);
    if (skip !== undefined) {
      read.skipped.push({ path, reason: skip });
      continue;
    }
    const format = formatOf(path);
    if (!format) {
      read.unread.push({ path, reason: 'codify has no reader for this format; save it as plain text (.txt) or Markdown (.md)' });
      continue;
    }
    try {
      const bytes = await readBytes(path);
      if (!file.named && Buffer.from(bytes.subarray(0, 64)).toString('utf8').startsWith(REPORT_MARK)) {
        read.skipped.push({ path, reason: 'a report by codify' });
      } else if (!file.named && format.name === 'csv' && isParticipantTable(bytes, path)) {
        read.skipped.push({ path, reason: 'a participants table' });
      } else {
        read.transcripts.push(
          ...readTranscripts(bytes, path, format, { name: file.name, roles: codebook?.roles ?? [], participants: table, columns }),
        );
      }
    } catch (error) {
      if (!(error instanceof CodifyError) && !(error instanceof CodifyErrors)) throw error;
      const first = error instanceof CodifyErrors ? error.errors[0]! : error;
      const line = first.place?.line === undefined ? '' : `line ${first.place.line}: `;
      read.unread.push({ path, reason: line + reasonOf(first) });
    }
  }
  return read;
}

function refuseSameId(transcripts: readonly Transcript[]): void {
  const first = new Map<string, Transcript>();
  for (const transcript of transcripts) {
    const before = first.get(transcript.id);
    if (before) {
      throw new CodifyError(`has the id "${transcript.id}", and so has ${before.path}`, {
        place: { path: transcript.path },
        hint: 'give each an id of its own in its front matter, or point at the folder above both',
      });
    }
    first.set(transcript.id, transcript);
  }
}

/** One person's facts from all the interviews she takes part in. */
function unify(transcripts: readonly Transcript[]): Transcript[] {
  const people = new Map<string, { participant: Participant; path: string }>();
  for (const transcript of transcripts) {
    for (const participant of transcript.participants.values()) {
      const known = people.get(participant.id);
      if (!known) {
        people.set(participant.id, { participant, path: transcript.path });
        continue;
      }
      const { role } = known.participant;
      if (role !== undefined && participant.role !== undefined && role !== participant.role) {
        throw new CodifyError(`${participant.id} is ${participant.role} here and ${role} in ${known.path}`, {
          place: { path: transcript.path },
          hint: 'give each person one role, in participants.csv',
        });
      }
      people.set(participant.id, {
        path: known.path,
        participant: {
          id: participant.id,
          role: role ?? participant.role,
          title: known.participant.title ?? participant.title,
          attributes: { ...participant.attributes, ...known.participant.attributes },
          consent: known.participant.consent ?? participant.consent,
        },
      });
    }
  }
  return transcripts.map((transcript) => ({
    ...transcript,
    participants: new Map([...transcript.participants].map(([label, { id }]) => [label, people.get(id)!.participant])),
  }));
}

/** What the user should know of the people before trusting the numbers. */
function warnOfPeople(transcripts: readonly Transcript[], table: ParticipantTable | undefined): string[] {
  const warnings: string[] = [];
  const unnamed = new Map<string, string[]>();
  const withoutRole = new Set<string>();
  for (const transcript of transcripts) {
    const { text, turns, participants, path, id } = transcript;
    let words = 0;
    for (const turn of turns)
      if (participants.get(turn.speaker)?.role !== 'interviewer') words += countWords(text, turn.span.start, turn.span.end);
    if (words === 0)
      warnings.push(
        `${path}: ${turns.length === 0 ? (text.trim() === '' ? 'the file is empty' : 'no speaker was found') : 'no respondent says a word'}; an interview with no words`,
      );
    for (const [label, participant] of participants) {
      if (participant.role === 'interviewer') continue;
      if (participant.id === `${id}/${label}`) unnamed.set(label, [...(unnamed.get(label) ?? []), path]);
      if (participant.role === undefined)
        withoutRole.add(`${label} in ${path}${participant.title === undefined ? '' : ` ("${participant.title}")`}`);
    }
  }
  for (const [label, paths] of unnamed) {
    if (paths.length > 1)
      warnings.push(
        `${label} stands in ${paths.length} interviews (${shorten(paths)}) and is counted as ${paths.length} people; say who is who in participants.csv`,
      );
  }
  if (withoutRole.size > 0) {
    warnings.push(
      `no known role: ${shorten([...withoutRole])}; counted under uoplyst. Give the role in participants.csv, or the title as an alias in the codebook`,
    );
  }
  const ids = new Set(
    transcripts.flatMap((transcript) => [...transcript.participants.keys()].map((label) => table?.find(transcript.id, label))),
  );
  for (const row of table?.rows ?? []) {
    if (!ids.has(row)) warnings.push(`${formatPlace(row.place)}: nobody called ${row.speaker} speaks in ${row.transcript}`);
  }
  return warnings;
}

const shorten = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');

/** A study without its codebook, for seeing how the files were understood. */
export type ReadStudy = Omit<Study, 'plan' | 'codebook'> & {
  readonly codebook: Codebook | undefined;
  readonly file: StudyFile | undefined;
};

/**
 * Reads the interviews a user points at, and all that is known of the people in them.
 * @throws CodifyError or CodifyErrors when there is nothing to read, when two interviews have one id, when one label
 *   or person has two meanings, or when the codebook or study file is broken
 */
export async function readStudy(request: StudyRequest): Promise<ReadStudy> {
  const { file, paths } = await studyFileFor(request.paths);
  if (!file && paths.length === 0) {
    throw new CodifyError('there is nothing to read', {
      hint: `name files or folders with interviews, or stand in a folder with a ${STUDY_FILE}`,
    });
  }
  const codebookPath = request.codebook ?? file?.codebook;
  const codebook = codebookPath === undefined ? undefined : await loadCodebook(codebookPath);
  const table =
    file?.participants === undefined ? undefined : parseParticipants((await readText(file.participants)).text, file.participants);
  const whole = paths.length === 0;
  const inside = whole || (file !== undefined && paths.every((path) => !relative(resolve(file.folder), resolve(path)).startsWith('..')));
  const found = whole
    ? await findFiles(file!.transcripts, resolve(file!.folder), true)
    : await findFiles(
        paths.map((path) => (inside ? resolve(path) : path)),
        inside ? resolve(file!.folder) : '.',
        inside,
      );
  const { transcripts: read, unread, skipped } = await readFiles(found, codebook, file, table, { ...file?.columns, ...request.columns });
  if (read.length === 0) {
    const faults = unread.map(({ path, reason }) => new CodifyError(reason, { place: { path } }));
    throw new CodifyErrors([
      ...faults,
      new CodifyError('no interview could be read', {
        place: { path: (whole ? file!.transcripts : paths).join(' ') },
        hint: 'codify reads .txt, .md and .csv',
      }),
    ]);
  }
  refuseSameId(read);
  const people = unify(read);
  const duplicates = findDuplicates(people);
  const twice = new Set(duplicates.map((duplicate) => duplicate.transcript));
  const transcripts = people.filter((transcript) => !twice.has(transcript));
  return {
    folder: file?.folder ?? '.',
    file,
    codebook,
    transcripts,
    unread,
    skipped,
    duplicates: duplicates.map(({ transcript, of, words }) => ({
      path: transcript.path,
      reason: `the same interview as ${of.path} (${words} of the same words); counted once`,
    })),
    warnings: warnOfPeople(transcripts, whole ? table : undefined),
  };
}

function noCodebook(): CodifyError {
  return new CodifyError('there is no codebook', { hint: `give one with -c CODEBOOK, or name it in ${STUDY_FILE}` });
}

/** The codebook the user named, else the study's. @throws as `loadCodebook`, and when there is none */
export async function findCodebook(path: string | undefined): Promise<Codebook> {
  const found = path ?? (await studyFileFor([])).file?.codebook;
  if (found === undefined) throw noCodebook();
  return await loadCodebook(found);
}

/** A whole study: the interviews, the codebook and the analyst's plan. @throws as `readStudy`, and without a codebook */
export async function loadStudy(request: StudyRequest): Promise<Study> {
  const study = await readStudy(request);
  const { file, codebook, ...rest } = study;
  if (!codebook) throw noCodebook();
  return { ...rest, codebook, plan: planStudy(file, codebook) };
}
