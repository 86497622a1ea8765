import { CodifyError } from '../errors.ts';
import { lazily } from '../lazy.ts';

const csv = lazily<typeof import('csv-parse/sync')>('csv-parse/sync');

/** A row of a table with a header: its cells by column name, and the line it begins on. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly separator: string;
}

const SEPARATORS = [';', ',', '\t', '|'];

/** The separator that divides the header into most columns; people and programs do not agree on one. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n')).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Reads a table of values (CSV, RFC 4180) whose first row names its columns.
 * @throws CodifyError when quotes are broken, a column has no name or a name twice, or a row is longer than the header
 */
export function parseTable(text: string, path: string): Table {
  const { CsvError, parse } = csv();
  // Excel names the separator in a line of its own.
  const named = /^sep=(.)\n/.exec(text);
  const separator = named?.[1] ?? separatorOf(text);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      from_line: named ? 2 : 1,
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
    throw new CodifyError('is not a table: a quotation mark is not closed, or stands in the middle of a field', {
      place: { path, line },
      hint: 'a field with quotation marks is written "like ""this"""',
    });
  }
  const [head, ...body] = records;
  if (!head) throw new CodifyError('is empty', { place: { path } });
  const columns = head.record.map((name) => name.trim().normalize('NFC'));
  for (const [i, name] of columns.entries()) {
    if (name === '' && body.some((row) => (row.record[i] ?? '').trim() !== '')) {
      throw new CodifyError(`column ${i + 1} has no name`, { place: { path, line: 1 }, hint: 'write one in the first row' });
    }
    if (name !== '' && columns.indexOf(name) < i) throw new CodifyError(`two columns are called "${name}"`, { place: { path, line: 1 } });
  }
  const rows: TableRow[] = [];
  for (const { record, info } of body) {
    // csv-parse tells where a record ends; its first line follows from the line breaks inside its fields.
    const line = info.lines - record.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
    if (record.length > columns.length && record.slice(columns.length).some((field) => field.trim() !== '')) {
      throw new CodifyError(`this row has ${record.length} fields and the header ${columns.length}`, {
        place: { path, line },
        hint: 'put a field that holds the separator in quotation marks',
      });
    }
    rows.push({ line, cells: Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])) });
  }
  return { columns, rows, separator };
}
