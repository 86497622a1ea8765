import { join, relative, resolve } from 'node:path';
import { loadCodebook } from '../codebook/load.ts';
import { CodifyError, CodifyErrors, formatPlace } from '../errors.ts';
import { QuestionFinder } from '../coding/questions.ts';
import { exists, findFiles, type FoundFile } from '../files/find.ts';
import { decode } from '../files/decode.ts';
import { readBytes } from '../files/read.ts';
import { sheetTable } from '../files/sheet-table.ts';
import type { Table } from '../files/table.ts';
import { isZip } from '../files/unzip.ts';
import { openWorkbook } from '../files/workbook.ts';
import type { Codebook, Decision, Language, Question, Study, Transcript } from '../model.ts';
import type { ColumnChoice } from '../transcript/formats/format.ts';
import { isParticipantHeader, parseParticipants, participantsIn, type ParticipantTable } from '../transcript/participants.ts';
import { readDecisions } from './decisions.ts';
import { findDuplicates } from './duplicates.ts';
import { readFiles } from './files.ts';
import { nameVariants } from './name-variants.ts';
import { refuseSameId, unify, unusedRows, warnOfPeople, wordless } from './people.ts';
import { guideOf, planStudy, readStudyFile, STUDY_FILE, type StudyFile } from './plan.ts';

/** What the user asked for. */
export interface StudyRequest {
  /** Files, folders or patterns; or one folder with a codify.yaml. None: the study in whose folder the user stands. */
  readonly paths: readonly string[];
  /** Instead of the one the study file names: its path, or one that is read already. */
  readonly codebook?: string | Codebook | undefined;
  /** Which columns of tables hold what, where their names do not tell. */
  readonly columns?: ColumnChoice;
  /** Instead of the participants table the study file names: its path. */
  readonly speakers?: string | undefined;
  /** The decisions of these coders alone, each by the path of her file or by her name in the study. */
  readonly coders?: readonly string[] | undefined;
  /** Told after each file how many of how many are read. */
  readonly onFile?: ((done: number, all: number) => void) | undefined;
}

/** A study without its codebook, for seeing how the files were understood. */
export type ReadStudy = Omit<Study, 'plan' | 'codebook' | 'sources'> & {
  readonly codebook: Codebook | undefined;
  readonly file: StudyFile | undefined;
  readonly participants: ParticipantTable | undefined;
};

/** The study file that governs: of the one folder given, else of the folder the user stands in. */
async function studyFileFor(paths: readonly string[]): Promise<{ file: StudyFile | undefined; paths: readonly string[] }> {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && (await exists(join(only, STUDY_FILE)))) {
    return { file: await readStudyFile(join(only, STUDY_FILE)), paths: [] };
  }
  return { file: (await exists(STUDY_FILE)) ? await readStudyFile(STUDY_FILE) : undefined, paths };
}

/** The folder of a study's decisions, which may yet have to be made. @throws CodifyError where there is no study file */
export async function decisionsFolder(paths: readonly string[]): Promise<string> {
  const { file } = await studyFileFor(paths);
  if (file) return file.decisions;
  throw new CodifyError(`decisions stand beside a study file, and there is no ${STUDY_FILE}`, {
    place: { path: paths.join(' ') || '.' },
    hint: 'make one with codify init, or name the folder that has one',
  });
}

/** The files behind the paths; those inside a study's folder are named as the study names them. */
async function findInterviews(paths: readonly string[], file: StudyFile | undefined): Promise<FoundFile[]> {
  if (file && paths.length === 0) return await findFiles(file.transcripts, resolve(file.folder), true);
  const inside = file !== undefined && paths.every((path) => !relative(resolve(file.folder), resolve(path)).startsWith('..'));
  return inside
    ? await findFiles(
        paths.map((path) => resolve(path)),
        resolve(file.folder),
        true,
      )
    : await findFiles(paths, '.', false);
}

/**
 * A participants table, as text or as the first sheet of a workbook that holds one.
 * @throws as `parseParticipants`, and when it cannot be read
 */
export async function readTable(path: string): Promise<ParticipantTable> {
  const bytes = readBytes(path);
  if (!isZip(bytes)) return parseParticipants(decode(bytes, path).text, path);
  const tables: Table[] = [];
  for (const sheet of await openWorkbook(bytes, path)) {
    const table = sheetTable(await sheet.rows(), sheet.name, path);
    if (table) tables.push(table);
  }
  const table = tables.find(({ columns }) => isParticipantHeader(columns)) ?? tables[0];
  if (!table) throw new CodifyError('is empty', { place: { path } });
  return participantsIn(table, path);
}

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
  const given = request.codebook ?? file?.codebook;
  const codebook = typeof given === 'string' ? await loadCodebook(given) : given;
  const table = request.speakers ?? file?.participants;
  const participants = table === undefined ? undefined : await readTable(table);
  const decided = await readDecisions(file, request.coders);
  const found = await findInterviews(paths, file);
  const columns = { ...file?.columns, ...request.columns };
  const {
    transcripts: read,
    unread,
    skipped,
  } = await readFiles(found, file, { roles: codebook?.roles ?? [], participants, columns }, request.onFile);
  if (read.length === 0) {
    const faults = unread.map(({ path, line, reason }) => new CodifyError(reason, { place: { path, line } }));
    const where = (paths.length === 0 ? file!.transcripts : paths).join(' ');
    throw new CodifyErrors([
      ...faults,
      new CodifyError('no interview could be read', { place: { path: where }, hint: 'the README lists the formats codify reads' }),
    ]);
  }
  refuseSameId(read);
  // Of a part of a study nobody expects everyone in its table.
  const isWhole = paths.length === 0 || request.speakers !== undefined;
  const unused = participants === undefined ? [] : unusedRows(participants, read);
  const absent = unused.map((row) => `${formatPlace(row.place)}: nobody called ${row.speaker} speaks in ${row.transcript}`);
  const people = unify(read);
  const duplicates = findDuplicates(people);
  const twice = new Set(duplicates.map((duplicate) => duplicate.transcript));
  const transcripts = withQuestions(
    people.filter((transcript) => !twice.has(transcript)),
    guideOf(file, codebook),
    codebook?.language ?? 'da',
  );
  const listed = new Set(skipped.map(({ path }) => path));
  return {
    folder: file?.folder ?? '.',
    file,
    codebook,
    participants,
    transcripts,
    // Of a part of a study nobody expects the decisions about the rest.
    decisions: decided.decisions.filter(({ transcript }) => paths.length === 0 || read.some(({ id }) => id === transcript)),
    unread,
    skipped: [...skipped, ...decided.skipped.filter(({ path }) => !listed.has(path))],
    duplicates: duplicates.map(({ transcript, of, words }) => ({ path: transcript.path, of: of.path, words })),
    warnings: [
      ...warnOfPeople(transcripts, codebook !== undefined),
      ...nameVariants(transcripts),
      ...(isWhole ? absent : []),
      ...decided.warnings,
      ...warnOfReports(transcripts, decided.decisions),
    ],
  };
}

/** The interviews with the questions of the guide that are put in them, where there is a guide. */
function withQuestions(transcripts: readonly Transcript[], questions: readonly Question[], language: Language): readonly Transcript[] {
  if (questions.length === 0) return transcripts;
  const finder = new QuestionFinder(questions, language);
  return transcripts.map((transcript) => ({ ...transcript, questions: finder.find(transcript) }));
}

/** Says of an interview that is made of a report's quotes that nobody knows how many people speak in it. */
function warnOfReports(transcripts: readonly Transcript[], decisions: readonly Decision[]): string[] {
  const made = new Set(decisions.flatMap(({ transcript, report }) => (report ? [transcript] : [])));
  return transcripts
    .filter(({ id }) => made.has(id))
    .map(({ path }) => `${path}: quotes of a report, of which two may be one person's: it has at most so many people as are counted`);
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
  const { file, codebook, participants, ...rest } = study;
  if (!codebook) throw noCodebook();
  if (study.transcripts.every((transcript) => wordless(transcript) !== undefined)) {
    const faults = study.warnings.map((warning) => new CodifyError(warning));
    throw new CodifyErrors([
      ...faults,
      new CodifyError('no respondent says a word in these interviews', { hint: 'codify read shows how each was understood' }),
    ]);
  }
  const decided = study.decisions.map(({ place }) => place.path);
  const sources = [file?.path, codebook.path, participants?.path, ...decided].filter((path) => path !== undefined);
  return { ...rest, codebook, plan: planStudy(file, codebook), sources: [...new Set(sources)] };
}
