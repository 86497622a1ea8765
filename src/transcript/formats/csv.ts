import { CodifyError } from '../../errors.ts';
import { parseTable, type Table, type TableRow } from '../../files/table.ts';
import { findLabels, isInterviewerLabel } from '../speakers.ts';
import { readConsent } from '../consent.ts';
import type { Format, Reading, Source, SpeakerFacts } from './format.ts';
import { Rendering } from './rendering.ts';

const TEXT = 'tekst text udsagn ytring svar replik indhold content utterance answer transskription'.split(' ');
const SPEAKER = 'taler speaker person navn name label hvem'.split(' ');
const PARTICIPANT = 'participant deltager respondent respondent_id respondentid informant id response_id responseid nr nummer'.split(' ');
const ROLE = 'rolle role stilling stillingsgruppe titel stillingsbetegnelse'.split(' ');
const CONSENT = 'consent samtykke'.split(' ');
const TIME = 'tid time tidspunkt start'.split(' ');

function byName(table: Table, names: readonly string[]): string | undefined {
  return names.map((name) => table.columns.find((column) => column.toLowerCase() === name)).find((column) => column !== undefined);
}

function chosen(table: Table, path: string, given: string | undefined, names: readonly string[]): string | undefined {
  if (given === undefined) return byName(table, names);
  const column = given.normalize('NFC');
  if (!table.columns.includes(column)) {
    throw new CodifyError(`there is no column "${given}"`, {
      place: { path, line: 1 },
      hint: `the columns are ${table.columns.join(', ')}`,
    });
  }
  return column;
}

const rest = (row: TableRow, used: ReadonlySet<string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(row.cells).filter(([column, value]) => column !== '' && !used.has(column) && value.trim() !== ''));

/** A cell that names a speaker, with or without a colon and a title: `R05 (chef)`. */
function readLabel(cell: string): { speaker: string; title: string | undefined } {
  const speaker = cell.trim().normalize('NFC').replace(/\s*:$/, '');
  const [label] = findLabels([{ text: `${speaker}:`, opens: true }], new Set()).labels;
  return label ?? { speaker, title: undefined };
}

/** One turn a row: what was said, and by whom. */
function readTurns(source: Source, table: Table, columns: { text: string; speaker: string; role: string | undefined }): Reading {
  const rendering = new Rendering();
  const speakers = new Map<string, SpeakerFacts>();
  const interviewers = new Set<string>();
  const time = byName(table, TIME);
  for (const row of table.rows) {
    const label = readLabel(row.cells[columns.speaker] ?? '');
    const { speaker } = label;
    if (speaker === '' && (row.cells[columns.text] ?? '').trim() !== '') {
      throw new CodifyError('this row has words but no speaker', {
        place: { path: source.path, line: row.line },
        hint: `fill in the column "${columns.speaker}"`,
      });
    }
    rendering.add(speaker, row.cells[columns.text] ?? '', row.line, time === undefined ? undefined : row.cells[time]);
    if (isInterviewerLabel(speaker)) interviewers.add(speaker);
    const title = (columns.role === undefined ? undefined : row.cells[columns.role]?.trim()) || label.title;
    if (title && !speakers.has(speaker)) speakers.set(speaker, { title });
  }
  const notes = [`a turn a row, separator "${table.separator}": words in "${columns.text}", speaker in "${columns.speaker}"`];
  return { text: rendering.text, turns: rendering.turns, speakers, interviewers, notes };
}

/** An open answer is a question's column: named by the user, ending in a question mark, or holding whole sentences. */
function answerColumns(source: Source, table: Table, taken: ReadonlySet<string | undefined>): string[] {
  const given = source.columns.text;
  if (given) return given.map((name) => chosen(table, source.path, name, [])!);
  const free = table.columns.filter((column) => column !== '' && !taken.has(column));
  const words = (column: string): number => {
    const cells = table.rows.map((row) => (row.cells[column] ?? '').trim()).filter((cell) => cell !== '');
    return cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / Math.max(1, cells.length);
  };
  return free.filter((column) => column.endsWith('?') || TEXT.includes(column.toLowerCase()) || words(column) >= 6);
}

/** One respondent a row, her answers in several columns: every row is an interview, the column's name its question. */
function readAnswers(source: Source, table: Table, role: string | undefined): Reading[] {
  const { path } = source;
  const participant = chosen(table, path, source.columns.participant, PARTICIPANT);
  const consent = byName(table, CONSENT);
  const answers = answerColumns(source, table, new Set([participant, role, consent]));
  if (answers.length === 0) {
    throw new CodifyError('no column holds what was said', {
      place: { path, line: 1 },
      hint: `name one: --column text=NAME (the columns are ${table.columns.join(', ')})`,
    });
  }
  const used = new Set([participant, role, consent, ...answers]);
  // A running number is a row's, not a person's: two tables may both begin at 1.
  const names = participant !== undefined && (source.columns.participant !== undefined || participant.toLowerCase() === 'participant');
  const first = new Map<string, number>();
  const ids = table.rows.map((row) => (participant === undefined ? '' : (row.cells[participant] ?? '').trim()));
  const asker = ids.includes('I') ? 'Interviewer' : 'I';
  return table.rows.map((row, i) => {
    const id = ids[i] || String(i + 1);
    const before = first.get(id);
    if (before !== undefined) {
      throw new CodifyError(`the respondent "${id}" stands twice`, {
        place: { path, line: row.line },
        hint: `first on line ${before}; a row is a respondent`,
      });
    }
    first.set(id, row.line);
    const rendering = new Rendering();
    for (const column of answers) {
      if ((row.cells[column] ?? '').trim() === '') continue;
      rendering.add(asker, column, row.line);
      rendering.add(id, row.cells[column]!, row.line);
    }
    const facts: SpeakerFacts = {
      participant: names ? id : undefined,
      title: role === undefined ? undefined : row.cells[role]?.trim() || undefined,
      consent: readConsent(consent === undefined ? undefined : row.cells[consent]?.trim(), { path, line: row.line }),
      attributes: rest(row, used),
    };
    const notes = [`a respondent a row, separator "${table.separator}": answers in ${answers.map((column) => `"${column}"`).join(', ')}`];
    return {
      part: id,
      text: rendering.text,
      turns: rendering.turns,
      speakers: new Map([[id, facts]]),
      interviewers: new Set([asker]),
      notes,
    };
  });
}

/** Tables: a turn a row where a column names the speaker, else a respondent a row with open answers. */
export const csv: Format = {
  name: 'csv',
  endings: ['.csv', '.tsv'],
  read(source) {
    const { path, columns } = source;
    const table = parseTable(source.decoded.text, path);
    const role = chosen(table, path, columns.role, ROLE);
    const speaker = chosen(table, path, columns.speaker, SPEAKER);
    const text = columns.text?.length === 1 ? chosen(table, path, columns.text[0], []) : byName(table, TEXT);
    if (speaker !== undefined && text !== undefined) return [readTurns(source, table, { text, speaker, role })];
    return readAnswers(source, table, role);
  },
};
