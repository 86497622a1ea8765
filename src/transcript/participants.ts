import { CodifyError, formatPlace, throwFaults, type Place } from '../errors.ts';
import { parseTable } from '../files/table.ts';
import type { Participant, Role } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
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
  readonly rows: readonly ParticipantRow[];
  find(transcript: string, speaker: string): ParticipantRow | undefined;
}

const INTERVIEWER = 'interviewer';
const COLUMNS = new Set(['transcript', 'speaker', 'participant', 'role', 'consent']);
const CONSENTS = ['ja', 'nej', 'godkendes'] as const;

const withoutEnding = (id: string): string => id.replace(/\.[a-z]+$/i, '');

/** The ways an interview may be called in the table: its id, with or without ending, with or without folders. */
function callings(id: string): string[] {
  const bare = withoutEnding(id);
  return [...new Set([id, bare, id.slice(id.lastIndexOf('/') + 1), bare.slice(bare.lastIndexOf('/') + 1)])];
}

/** Does this header belong to a participants table, not to a transcript? */
export function isParticipantHeader(columns: readonly string[]): boolean {
  return ['transcript', 'speaker', 'participant'].every((name) => columns.includes(name));
}

/**
 * Reads participants.csv.
 * @throws CodifyError or CodifyErrors: a column missing, a row without its keys, one label for several people
 */
export function parseParticipants(text: string, path: string): ParticipantTable {
  const table = parseTable(text, path);
  const faults: CodifyError[] = [];
  const fault = (message: string, line: number, hint?: string): void => {
    faults.push(new CodifyError(message, { place: { path, line }, hint }));
  };
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
    const attributes = Object.fromEntries(
      Object.entries(cells).filter(([name, value]) => name !== '' && !COLUMNS.has(name) && value.trim() !== ''),
    );
    for (const name of ['transcript', 'speaker']) if (cell(name) === undefined) fault(`"${name}" is empty in this row`, line);
    return {
      transcript: cell('transcript') ?? '',
      speaker: cell('speaker') ?? '',
      participant: cell('participant'),
      title: cell('role'),
      consent: cell('consent'),
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
    rows,
    find: (transcript, speaker) =>
      callings(transcript)
        .map((name) => index.get(`${name}\0${speaker}`))
        .find((row) => row !== undefined),
  };
}

function consentOf(written: string | undefined, place: Place): Participant['consent'] {
  if (written === undefined) return undefined;
  const consent = CONSENTS.find((one) => one === written.toLowerCase());
  if (consent === undefined) {
    throw new CodifyError(`consent "${written}" is not one of ${CONSENTS.join(', ')}`, { place, hint: didYouMean(written, CONSENTS) });
  }
  return consent;
}

/**
 * Who a speaker is, field by field: the participants table, then the file's own words, then the label's title.
 * The role `interviewer` marks those who ask.
 */
export function identify(
  transcript: string,
  speaker: string,
  asks: boolean,
  facts: SpeakerFacts | undefined,
  row: ParticipantRow | undefined,
  roles: readonly Role[],
  path: string,
): Participant {
  const title = row?.title ?? facts?.title;
  const declared = title?.toLowerCase() === INTERVIEWER;
  return {
    id: row?.participant ?? facts?.participant ?? `${transcript}/${speaker}`,
    role: declared || (asks && row?.title === undefined) ? INTERVIEWER : resolveRole(title, roles),
    title,
    attributes: { ...facts?.attributes, ...row?.attributes },
    consent: consentOf(row?.consent ?? facts?.consent, row?.place ?? { path }),
  };
}
