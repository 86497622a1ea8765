import type { FrameworkMatrix, MatrixColumn, MatrixRow } from '../../analysis/matrix.ts';
import { UNKNOWN } from '../../analysis/unknown.ts';
import { seal } from '../../files/report-mark.ts';
import type { Participant, Passage, Study } from '../../model.ts';
import { lineOf, timeOf } from '../../text/lines.ts';
import { paragraphs } from '../sections/section.ts';
import { evidenceLanguages } from './languages/index.ts';
import type { EvidenceLanguage } from './languages/language.ts';
import { escapeMarkdown, tableOf } from './markdown.ts';

/** A quote's words on one line, and where they stand, in the same way on every machine. */
function cited({ transcript, turn, span }: Passage): { said: string; place: string } {
  const time = timeOf(transcript, turn, span.start);
  return {
    said: `”${transcript.text.slice(span.start, span.end).replace(/\s+/g, ' ')}”`,
    place: `${transcript.id}:${lineOf(transcript, turn, span.start)}${time === undefined ? '' : ` [${time}]`}`,
  };
}

const columnName = ({ theme, alone }: MatrixColumn, { matrix }: EvidenceLanguage): string =>
  alone ? matrix.alone(theme.label) : theme.label;

/** The role of a person; what a document is. */
const kindOf = ({ role, document }: Participant): string | undefined => document ?? role;

function rowName({ participant }: MatrixRow, { consents }: EvidenceLanguage): string {
  const { id, consent } = participant;
  return [id, kindOf(participant) ?? UNKNOWN, ...(consent === 'nej' || consent === 'godkendes' ? [consents[consent]] : [])].join(', ');
}

/** A framework matrix as a table of values, a person a row; a cell's quotes stand on a line each. */
export function matrixTable({ plan }: Study, { columns, rows }: FrameworkMatrix): { head: string[]; rows: (string | null)[][] } {
  const words = evidenceLanguages[plan.report.language];
  return {
    head: ['participant', 'role', 'consent', ...columns.map((column) => columnName(column, words))],
    rows: rows.map(({ participant, cells }) => [
      participant.id,
      kindOf(participant) ?? null,
      participant.consent ?? null,
      ...cells.map((quotes) => quotes.map((quote) => Object.values(cited(quote)).join(' ')).join('\n')),
    ]),
  };
}

/**
 * Writes a framework matrix in Markdown, for the team: people by themes, the quotes with their places in the cells. The
 * same study gives the same bytes.
 */
export function writeMatrix({ plan, codebook }: Study, { columns, rows }: FrameworkMatrix): string {
  const words = evidenceLanguages[plan.report.language];
  const people = rows.filter(({ participant }) => participant.document === undefined).length;
  const head = columns.map((column) => `${escapeMarkdown(columnName(column, words))} (${words.amount({ ...column, of: people })})`);
  const cell = (quotes: MatrixRow['cells'][number]): string =>
    quotes
      .map(cited)
      .map(({ said, place }) => `${escapeMarkdown(said)} *${escapeMarkdown(place)}*`)
      .join('<br><br>') || '–';
  const text = paragraphs(
    `# ${words.matrix.title(escapeMarkdown(plan.title ?? codebook.title))}`,
    words.matrix.notice,
    people === rows.length ? words.matrix.note : `${words.matrix.note} ${words.matrix.documents}`,
    tableOf(
      [words.matrix.person, ...head],
      rows.map((row) => [escapeMarkdown(rowName(row, words)), ...row.cells.map(cell)]),
      ['text', ...columns.map(() => 'text' as const)],
    ),
  );
  return seal('matrix', `\n${text}\n`);
}
