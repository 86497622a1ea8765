import { CodifyError } from '../errors.ts';
import { lazily } from '../lazy.ts';

const csv = lazily<typeof import('csv-parse/sync')>('csv-parse/sync');

/** A row of a table with a header: its filled cells by column name, and the line or row of the file it begins on. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A column whose own name was missing or another's, and what it is called instead. */
interface RenamedColumn {
  readonly name: string;
  readonly problem: string;
}

export interface Table {
  /** Names, each once. A column without a name or a value is none. */
  readonly columns: readonly string[];
  /** Those with a filled cell. */
  readonly rows: readonly TableRow[];
  readonly renamed: readonly RenamedColumn[];
  /** How it stands in its file, for people: `separator ";"`. */
  readonly layout: string;
  /** What was left out or is called otherwise than in the file, a sentence each. */
  readonly notes: readonly string[];
}

/** A row as it stands in the file. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly (string | undefined)[];
}

// Many times what the largest survey with open answers has.
const MOST_CELLS = 1_000_000;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 5000;
const LONGEST_ROW = 1_000_000;

const SEPARATORS = [';', ',', '\t', '|'];

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === '';

/** @throws CodifyError when a table of so many rows and columns would take all memory there is */
export function refuseHuge(rows: number, columns: number, path: string): void {
  if (rows * columns <= MOST_CELLS && columns <= MOST_COLUMNS) return;
  throw new CodifyError(`is a table of ${rows} rows and ${columns} columns, more than codify can hold`, {
    place: { path },
    hint: 'keep the rows and columns of the interviews',
  });
}

/** Each column's name, made up or numbered where it has none of its own. */
function nameColumns(header: readonly (string | undefined)[]): { names: string[]; renamed: Map<number, RenamedColumn> } {
  const written = header.map((name) => (name ?? '').replace(/\s+/g, ' ').trim().normalize('NFC'));
  const taken = new Set(written);
  const times = new Map<string, number>();
  const renamed = new Map<number, RenamedColumn>();
  const free = (wanted: (n: number) => string, from: number): [string, number] => {
    let n = from;
    while (taken.has(wanted(n))) n += 1;
    taken.add(wanted(n));
    return [wanted(n), n];
  };
  const names = written.map((name, i) => {
    if (name === '') {
      const [made] = free((n) => (n === 0 ? `column ${i + 1}` : `column ${i + 1} (${n})`), 0);
      renamed.set(i, { name: made, problem: `column ${i + 1} has no name` });
      return made;
    }
    const before = times.get(name);
    if (before === undefined) {
      times.set(name, 1);
      return name;
    }
    const [numbered, n] = free((one) => `${name} (${one})`, before + 1);
    times.set(name, n);
    renamed.set(i, { name: numbered, problem: `two columns are called "${name}"` });
    return numbered;
  });
  return { names, renamed };
}

/**
 * A table from rows whose first names the columns.
 * @throws CodifyError when it is empty, a row is longer than the header, or it is larger than any survey
 */
export function tableOf([head, ...body]: readonly RawRow[], path: string, { layout, notes }: Pick<Table, 'layout' | 'notes'>): Table {
  if (!head) throw new CodifyError('is empty', { place: { path } });
  refuseHuge(body.length, head.cells.length, path);
  const { names, renamed } = nameColumns(head.cells);
  const rows: TableRow[] = [];
  const filled = new Set<number>();
  for (const { line, cells } of body) {
    if (cells.slice(names.length).some((cell) => !isBlank(cell))) {
      throw new CodifyError(`this row has ${cells.length} fields and the header ${names.length}`, {
        place: { path, line },
        hint: 'put a field that holds the separator in quotation marks',
      });
    }
    const entries: [string, string][] = [];
    for (const [i, name] of names.entries()) {
      const cell = cells[i];
      if (cell === undefined || isBlank(cell)) continue;
      filled.add(i);
      entries.push([name, cell]);
    }
    if (entries.length > 0) rows.push({ line, cells: Object.fromEntries(entries) });
  }
  const kept = [...names.keys()].filter((i) => filled.has(i) || !isBlank(head.cells[i]));
  const called = kept.flatMap((i) => renamed.get(i) ?? []);
  const empty = body.length - rows.length;
  return {
    columns: kept.map((i) => names[i]!),
    rows,
    renamed: called,
    layout,
    notes: [
      ...notes,
      ...called.map(({ name, problem }) => `${problem}: called "${name}" here`),
      ...(empty > 0 ? [`${empty} empty ${empty === 1 ? 'row' : 'rows'} left out`] : []),
    ],
  };
}

/**
 * The separator that divides most lines as it does the header, and then the one that makes most columns; people and
 * programs do not agree on one, and a header may hold commas: `id;Hvad, om noget?`.
 */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 100);
  const scores = SEPARATORS.map((separator) => {
    const [header = 1, ...rows] = lines.map((line) => line.split(separator).length);
    const alike = rows.filter((count) => count === header).length / Math.max(1, rows.length);
    return header === 1 ? 0 : alike + 1 - 1 / header / 1000;
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))]!;
}

/** The rows of values divided by a separator (CSV, RFC 4180), blank lines left out. @throws CodifyError when quotes are broken */
export function parseRows(text: string, path: string): { rows: RawRow[]; separator: string } {
  const { CsvError, parse } = csv();
  // Excel names the separator in a line of its own.
  const named = /^sep=(.)\n/.exec(text);
  const separator = named?.[1] ?? separatorOf(text);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      from_line: named ? 2 : 1,
      to: MOST_ROWS + 1,
      max_record_size: LONGEST_ROW,
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      throw new CodifyError(`has a row of more than ${LONGEST_ROW / 1_000_000} million characters`, {
        place: { path, line },
        hint: 'is a quotation mark not closed?',
      });
    }
    throw new CodifyError('is not a table: a quotation mark is not closed, or stands in the middle of a field', {
      place: { path, line },
      hint: 'a field with quotation marks is written "like ""this"""',
    });
  }
  if (records.length > MOST_ROWS) {
    throw new CodifyError(`holds more than ${MOST_ROWS} rows`, {
      place: { path },
      hint: 'no survey with open answers is so long; is it the right file?',
    });
  }
  const rows = records.map(({ record, info }) => ({
    // csv-parse tells where a record ends; its first line follows from the line breaks inside its fields.
    line: info.lines - record.reduce((sum, field) => sum + field.split('\n').length - 1, 0),
    cells: record,
  }));
  return { rows, separator };
}

/** Reads a table of values (CSV) whose first row names its columns. @throws CodifyError as `parseRows` and `tableOf` */
export function parseTable(text: string, path: string): Table {
  const { rows, separator } = parseRows(text, path);
  return tableOf(rows, path, { layout: separator === '\t' ? 'separator tab' : `separator "${separator}"`, notes: [] });
}
