import { CodifyError, formatPlace, throwFaults, type Place } from '../errors.ts';
import { parseTable, type Table } from '../files/table.ts';
import type { Participant, Role } from '../model.ts';
import { readConsent } from './consent.ts';
import type { SpeakerFacts } from './formats/format.ts';
import { resolveRole } from './roles.ts';

/** A row of participants.csv: who a label stands for in an interview. */
export interface ParticipantRow extends SpeakerFacts {
  readonly transcript: string;
  readonly speaker: string;
  readonly place: Place;
}

/** The table of who speaks. */
export interface ParticipantTable {
  readonly path: string;
  readonly rows: readonly ParticipantRow[];
  /** The rows for a label of an interview, the one that names the interview most fully first. */
  matching(transcript: string, speaker: string): readonly ParticipantRow[];
}

const INTERVIEWER = 'interviewer';
// What codify writes of how much each speaks is there for the one who fills the table, and no attribute.
const COLUMNS = new Set(['transcript', 'speaker', 'participant', 'role', 'consent', 'words']);

const withoutEnding = (id: string): string => id.replace(/\.[a-z]+$/i, '');

/** The ways an interview may be called in the table: its id, with or without ending, with or without folders. */
function callings(id: string): string[] {
  const bare = withoutEnding(id);
  return [...new Set([id, bare, id.slice(id.lastIndexOf('/') + 1), bare.slice(bare.lastIndexOf('/') + 1)])];
}

/** Does this header belong to a participants table, not to a transcript? */
export function isParticipantHeader(columns: readonly string[]): boolean {
  return (
    ['transcript', 'speaker'].every((name) => columns.includes(name)) &&
    ['participant', 'role', 'consent'].some((name) => columns.includes(name))
  );
}

/**
 * Reads participants.csv.
 * @throws CodifyError or CodifyErrors: a column missing, a row without its keys, one label for several people
 */
export function parseParticipants(text: string, path: string): ParticipantTable {
  return participantsIn(parseTable(text, path), path);
}

/** The same, of a table that is read already. */
export function participantsIn(table: Table, path: string): ParticipantTable {
  const faults: CodifyError[] = [];
  const fault = (message: string, line: number, hint?: string): void => {
    faults.push(new CodifyError(message, { place: { path, line }, hint }));
  };
  const consent = (written: string | undefined, line: number): Participant['consent'] => {
    try {
      return readConsent(written, { path, line });
    } catch (error) {
      if (!(error instanceof CodifyError)) throw error;
      faults.push(error);
      return undefined;
    }
  };
  for (const { problem } of table.renamed) fault(problem, 1, 'give each column a name of its own');
  for (const name of ['transcript', 'speaker']) {
    if (!table.columns.includes(name))
      fault(
        `there is no column "${name}"`,
        1,
        `the columns are transcript, speaker, participant, role, and any attributes; here: ${table.columns.join(', ')}`,
      );
  }
  throwFaults(faults);
  const rows = table.rows.map(({ line, cells }): ParticipantRow => {
    const cell = (name: string): string | undefined => (cells[name] ?? '').trim().normalize('NFC') || undefined;
    const attributes = Object.fromEntries(Object.entries(cells).filter(([name]) => !COLUMNS.has(name)));
    for (const name of ['transcript', 'speaker']) if (cell(name) === undefined) fault(`"${name}" is empty in this row`, line);
    return {
      transcript: cell('transcript') ?? '',
      speaker: cell('speaker') ?? '',
      participant: cell('participant'),
      title: cell('role'),
      consent: consent(cell('consent'), line),
      attributes,
      place: { path, line },
    };
  });
  const index = new Map<string, ParticipantRow>();
  for (const row of rows) {
    const key = `${row.transcript}\0${row.speaker}`;
    const before = index.get(key);
    if (before) {
      fault(
        `"${row.speaker}" in ${row.transcript} stands for two people`,
        row.place.line ?? 1,
        `first at ${formatPlace(before.place)}; keep one row for each label of an interview`,
      );
    } else index.set(key, row);
  }
  throwFaults(faults);
  return {
    path,
    rows,
    matching: (transcript, speaker) => callings(transcript).flatMap((name) => index.get(`${name}\0${speaker}`) ?? []),
  };
}

/**
 * Which labels the table knows in each of these files: those of the rows that name it, and of rows that name no file, as
 * an interview may have an id of its own inside its file.
 */
export function knownLabels(table: ParticipantTable, files: readonly string[]): (file: string) => ReadonlySet<string> {
  const callingsOfFiles = new Set(files.flatMap(callings));
  const labels = new Map<string, string[]>();
  for (const { transcript, speaker } of table.rows) {
    // Of an answers table each row is an interview.
    const file = transcript.replace(/#.*$/, '');
    const key = callingsOfFiles.has(file) ? file : '';
    const before = labels.get(key);
    if (before) before.push(speaker);
    else labels.set(key, [speaker]);
  }
  return (file) => new Set(['', ...callings(file)].flatMap((name) => labels.get(name) ?? []));
}

/** What is known of a speaker before the codebook settles her role. */
export interface SpeakerSources {
  readonly transcript: string;
  readonly speaker: string;
  /** Her label is one of those who ask. */
  readonly asks: boolean;
  readonly facts: SpeakerFacts | undefined;
  readonly row: ParticipantRow | undefined;
}

/**
 * Who a speaker is, field by field: the participants table, then the file's own words, then the label's title. A title
 * in the file stands where the table gives the role it means.
 * The role `interviewer` marks those who ask.
 */
export function identify({ transcript, speaker, asks, facts, row }: SpeakerSources, roles: readonly Role[]): Participant {
  const own = facts?.title;
  const title = row?.title === undefined || (own !== undefined && row.title === resolveRole(own, roles)) ? own : row.title;
  const declared = title?.toLowerCase() === INTERVIEWER;
  return {
    id: row?.participant ?? facts?.participant ?? `${transcript}/${speaker}`,
    role: declared || (asks && row?.title === undefined) ? INTERVIEWER : resolveRole(title, roles),
    title,
    attributes: { ...facts?.attributes, ...row?.attributes },
    consent: row?.consent ?? facts?.consent,
    ...(facts?.document !== undefined && { role: undefined, document: facts.document }),
  };
}
