import type { Block, Document, Paragraph, TableBlock } from '../../files/document.ts';
import type { Reading, Source } from './format.ts';
import { readInForm } from './forms.ts';
import type { PlacedLine } from './labelled.ts';

const TIME = /^\[?(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\]?(?:\s*(?:-->|[-–])\s*\[?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\]?)?$/;
const SPEAKER_HEADER = /^(?:taler|speaker|person|navn|name|hvem|deltager|rolle)$/i;
const TEXT_HEADER = /^(?:tekst|text|indhold|content|udsagn|ytring|replik|transskription|transcript)$/i;
const TIME_HEADER = /^(?:tid|tidskode|tidspunkt|time|timespan|timestamp|start)$/i;
const LONGEST_NAME = 60;

/** Which columns of a table hold who speaks, what is said and when; undefined where it is no transcript. */
interface SpeechColumns {
  readonly speaker: number;
  readonly text: number;
  readonly time: number;
  /** The rows below a header, if there is one. */
  readonly from: number;
}

const cellsIn = (rows: TableBlock['rows'], column: number): string[] => rows.map((row) => (row[column] ?? '').trim());

/** A column of few short texts that return, beside a column of longer ones, names those who speak. */
function speechColumns({ rows }: TableBlock): SpeechColumns | undefined {
  const [head = []] = rows;
  const named = (pattern: RegExp): number => head.findIndex((cell) => pattern.test(cell.trim()));
  if (named(SPEAKER_HEADER) >= 0 && named(TEXT_HEADER) >= 0)
    return { speaker: named(SPEAKER_HEADER), text: named(TEXT_HEADER), time: named(TIME_HEADER), from: 1 };
  const width = Math.max(...rows.map((row) => row.length));
  if (rows.length < 2 || width < 2 || width > 4) return undefined;
  const columns = Array.from({ length: width }, (_, column) => cellsIn(rows, column));
  const time = columns.findIndex((cells) => cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || TIME.test(cell)));
  const lengthOf = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.length, 0);
  const [text = -1] = [...columns.keys()].filter((column) => column !== time).sort((a, b) => lengthOf(columns[b]!) - lengthOf(columns[a]!));
  const speaker = columns.findIndex((cells, column) => {
    const names = cells.filter((cell) => cell !== '');
    const distinct = new Set(names).size;
    return (
      column !== time &&
      column !== text &&
      names.length > 0 &&
      names.every((name) => name.length <= LONGEST_NAME) &&
      distinct * 2 <= names.length
    );
  });
  return speaker < 0 ? undefined : { speaker, text, time, from: 0 };
}

// Teams, until 2023: `0:0:3.270 --> 0:0:4.250`, a line with the name, and what was said.
const CUE = /^\s*(\d+:\d+:\d+)(?:\.\d+)?\s*-->\s*[\d:.]+\s*\n(?<name>[^\n]{1,60})\n(?<said>[^]*)$/;

/** A document as lines, and the labels its form shows to be speakers'. */
interface Rendered {
  readonly lines: Omit<PlacedLine, 'span' | 'number'>[];
  readonly declared: Set<string>;
}

function renderTurn(rendered: Rendered, name: string, said: string, time: string | undefined): void {
  const speaker = name.trim().replace(/\s*:$/, '').replace(/\s+/g, ' ');
  rendered.declared.add(speaker.replace(/\s*\([^()]*\)$/, ''));
  for (const [i, text] of said.trim().split('\n').entries())
    rendered.lines.push({ text: i === 0 ? `${speaker}: ${text}` : text, opens: i === 0, time: i === 0 ? time : undefined });
}

function renderTable(rendered: Rendered, table: TableBlock): void {
  const columns = speechColumns(table);
  if (!columns) {
    // A label may stand in a cell of its own.
    for (const row of table.rows)
      rendered.lines.push({
        text: row
          .map((cell) => cell.trim())
          .join('\t')
          .trim(),
        opens: true,
        lead: 0,
      });
    return;
  }
  let speaker = '';
  for (const row of table.rows.slice(columns.from)) {
    const cell = (column: number): string => (row[column] ?? '').trim();
    speaker = cell(columns.speaker) || speaker;
    if (cell(columns.text) === '') continue;
    const time = TIME.exec(cell(columns.time))?.[1];
    if (speaker === '') rendered.lines.push({ text: cell(columns.text), opens: true, time });
    else renderTurn(rendered, speaker, cell(columns.text), time);
  }
}

function renderParagraph(rendered: Rendered, { text, bold, style, item }: Paragraph): void {
  const cue = CUE.exec(text);
  if (cue?.groups) {
    renderTurn(rendered, cue.groups['name']!, cue.groups['said']!, cue[1]!.replace(/:(\d)(?!\d)/g, ':0$1'));
    return;
  }
  let from = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const lead = Math.max(0, Math.min(line.length, bold - from));
    from += line.length + 1;
    rendered.lines.push({ text: line, opens: i === 0, lead, heading: style === 'heading', item: item === true && i === 0 });
  }
}

/**
 * Reads the interview in a document of paragraphs and tables: turns that open with a label, or tables with a column for
 * those who speak. Its text is the document's, a paragraph a line, with an empty line between them.
 */
export function readBlocks(blocks: readonly Block[], source: Source, notes: readonly string[]): Reading[] {
  const rendered: Rendered = { lines: [], declared: new Set(source.declared) };
  for (const block of blocks) {
    if ('rows' in block) renderTable(rendered, block);
    else renderParagraph(rendered, block);
  }
  let text = '';
  let number = 0;
  const lines = rendered.lines.map((line): PlacedLine => {
    if (line.opens) number += 1;
    if (text !== '') text += line.opens ? '\n\n' : '\n';
    const start = text.length;
    text += line.text;
    return { ...line, span: { start, end: text.length }, number };
  });
  const reading = readInForm(text, lines, { declared: rendered.declared, document: source.document });
  return [{ ...reading, encoding: 'utf-8', notes: [...notes, ...reading.notes] }];
}

/** Reads the interview in a document, and tells of what was written beside it. */
export function readDocument({ blocks, leftOut }: Document, source: Source): Reading[] {
  const what = leftOut === 1 ? 'a footnote, comment or piece of hidden text' : `${leftOut} footnotes, comments or pieces of hidden text`;
  return readBlocks(blocks, source, leftOut === 0 ? [] : [`${what} left out`]);
}
