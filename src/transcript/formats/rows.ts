import { CodifyError } from '../../errors.ts';
import type { Table, TableRow } from '../../files/table.ts';
import { answerColumns, listed, namesPeople, turnColumns, type AnswerColumns, type TurnColumns } from '../columns.ts';
import { readConsent } from '../consent.ts';
import { withLabels, type Legend } from '../legend.ts';
import { isInterviewerLabel } from '../names.ts';
import { findLabels } from '../speakers.ts';
import { clock, seconds } from './cues.ts';
import type { Reading, Source, SpeakerFacts } from './format.ts';
import { Rendering } from './rendering.ts';

const quoted = (names: readonly string[]): string[] => names.map((name) => `"${name}"`);

/** A note about columns; none where there are none. */
const noteOf = (what: string, names: readonly string[], rest = ''): string[] =>
  names.length === 0 ? [] : [`${what}: ${listed(names)}${rest}`];

const legendNote = ({ from }: Legend): string[] =>
  from.length === 0 ? [] : [`questions and the words for codes from ${from.join(' and ')}`];

/** A cell that names a speaker, with or without a colon and a title: `R05 (chef)`. */
function readLabel(cell: string): { speaker: string; title: string | undefined } {
  const speaker = cell.trim().normalize('NFC').replace(/\s*:$/, '');
  const [label] = findLabels([{ text: `${speaker}:`, opens: true }], new Set()).labels;
  return label ?? { speaker, title: undefined };
}

/** When a turn begins: `00:01:02.250 – 00:01:09.000` as `1:02`, what is no time as it stands. */
function timeOf(cell: string | undefined): string | undefined {
  const written = cell?.trim();
  const [, time] = /^\[?((?:\d{1,3}:)?\d{1,3}:\d{2})(?![\d:])/.exec(written ?? '') ?? [];
  return time === undefined ? written : clock(seconds(time));
}

/** One turn a row: what was said, and by whom. */
function readTurns({ path }: Source, table: Table, columns: TurnColumns, legend: Legend): Reading {
  const { text, speaker: who, role, time, unused } = columns;
  const rendering = new Rendering();
  const speakers = new Map<string, SpeakerFacts>();
  const interviewers = new Set<string>();
  for (const { cells, line } of table.rows) {
    const label = readLabel(cells[who] ?? '');
    const { speaker } = label;
    if (speaker === '' && cells[text] !== undefined) {
      throw new CodifyError('this row has words but no speaker', { place: { path, line }, hint: `fill in the column "${who}"` });
    }
    rendering.add(speaker, cells[text] ?? '', line, time === undefined ? undefined : timeOf(cells[time]));
    if (isInterviewerLabel(speaker)) interviewers.add(speaker);
    const title = (role === undefined ? undefined : cells[role]?.trim()) || label.title;
    if (title && !speakers.has(speaker)) speakers.set(speaker, { title });
  }
  const understood = [
    `a turn a row, ${table.layout}: words in "${text}", speaker in "${who}"`,
    ...noteOf('not used', quoted(unused)),
    ...legendNote(legend),
  ];
  return { text: rendering.text, turns: rendering.turns, speakers, interviewers, notes: table.notes, understood };
}

function understoodOf(table: Table, columns: AnswerColumns, legend: Legend): string[] {
  const { participant, role, answers, attributes, personal, notChosen, empty } = columns;
  const roles = role === undefined ? '' : `role in "${role}"`;
  const ids = participant === undefined ? 'numbered by row' : `named in "${participant}"`;
  const asked = answers.flatMap((column) => {
    const question = legend.questions.get(column);
    return question ? [`"${column}" is "${question.text}"`] : [];
  });
  return [
    `a respondent a row, ${table.layout}: answers in ${quoted(answers).join(', ')}`,
    `respondents ${ids}${roles && `, ${roles}`}`,
    ...noteOf('questions', asked),
    ...noteOf('attributes', quoted(attributes)),
    ...noteOf('personal data, not used', quoted(personal), '; say --column participant=NAME to name respondents by one'),
    ...noteOf('open answers that were not chosen', quoted(notChosen)),
    ...noteOf('nobody answers', quoted(empty)),
    ...legendNote(legend),
  ];
}

/** One respondent a row, her answers in several columns: every row is an interview, the column's name its question. */
function readAnswers({ path, columns: given }: Source, table: Table, legend: Legend): Reading[] {
  const columns = answerColumns(table, path, given, legend);
  const { participant, role, consent, answers, attributes } = columns;
  const understood = understoodOf(table, columns, legend);
  // A running number is a row's, not a person's: two tables may both begin at 1.
  const names = namesPeople(participant, given);
  const first = new Map<string, number>();
  const cellOf = ({ cells }: TableRow, column: string | undefined): string | undefined =>
    column === undefined ? undefined : cells[column]?.trim();
  const ids = table.rows.map((row, i) => cellOf(row, participant) ?? String(i + 1));
  const asker = ids.includes('I') ? 'Interviewer' : 'I';
  return table.rows.map((row, i) => {
    const { line, cells } = row;
    const id = ids[i]!;
    const before = first.get(id);
    if (before !== undefined) {
      throw new CodifyError(`the respondent "${id}" stands twice`, {
        place: { path, line },
        hint: `first on line ${before}; a row is a respondent`,
      });
    }
    first.set(id, line);
    const rendering = new Rendering();
    for (const column of answers) {
      const answer = cells[column];
      if (answer === undefined) continue;
      rendering.add(asker, legend.questions.get(column)?.text ?? column, line);
      rendering.add(id, answer, line);
    }
    const facts: SpeakerFacts = {
      participant: names ? id : undefined,
      title: cellOf(row, role),
      consent: readConsent(cellOf(row, consent), { path, line }),
      attributes: Object.fromEntries(attributes.flatMap((column) => (cells[column] === undefined ? [] : [[column, cells[column].trim()]]))),
    };
    return {
      part: id,
      text: rendering.text,
      turns: rendering.turns,
      speakers: new Map([[id, facts]]),
      interviewers: new Set([asker]),
      // What is to be told of the table is told once.
      notes: i === 0 ? table.notes : [],
      understood,
    };
  });
}

/** The interviews in a table: a turn a row where a column names the speaker, else a respondent a row with open answers. */
export function readTable(source: Source, written: Table, legend: Legend): Reading[] {
  const table = withLabels(written, legend, source.columns.labels);
  if (table.rows.length === 0) return [];
  const turns = turnColumns(table, source.path, source.columns);
  return turns ? [readTurns(source, table, turns, legend)] : readAnswers(source, table, legend);
}
