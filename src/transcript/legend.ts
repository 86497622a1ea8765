import type { RawRow, Table, TableRow } from '../files/table.ts';
import type { ColumnChoice } from './formats/format.ts';

/** What a survey's short names and codes stand for, by column. */
export interface Legend {
  /** Words by code. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly questions: ReadonlyMap<string, Question>;
  /** The files or sheets that tell, for people. */
  readonly from: readonly string[];
}

interface Question {
  readonly text: string;
  /** Answered in one's own words. */
  readonly open: boolean;
}

/** What SurveyXact calls the parts of an export that tell of its dataset. */
export const LEGEND_PARTS = ['labels', 'structure'] as const;

/** The parts of an export that are there: what each is called, and its rows. */
export type LegendParts = Partial<Record<(typeof LEGEND_PARTS)[number], { readonly name: string; readonly rows: readonly RawRow[] }>>;

/** The names of the files beside a SurveyXact dataset that tell of it; none for another file. */
export function legendNames(dataset: string): { part: (typeof LEGEND_PARTS)[number]; name: string }[] {
  if (!/dataset/i.test(dataset)) return [];
  return LEGEND_PARTS.map((part) => ({
    part,
    name: dataset.replace(/dataset/i, (found) => (found.startsWith('D') ? part.charAt(0).toUpperCase() + part.slice(1) : part)),
  }));
}

type Labels = Map<string, Map<string, string>>;

function addLabel(labels: Labels, column: string, code: string, words: string): void {
  const name = column.trim().normalize('NFC');
  const ofColumn = labels.get(name) ?? new Map<string, string>();
  ofColumn.set(code.trim(), words.trim());
  labels.set(name, ofColumn);
}

/** A structure has a row for each column, or for each choice of one: its name, its kind, its question. */
function readStructure([head, ...rows]: readonly RawRow[]): Map<string, Question> {
  const questions = new Map<string, Question>();
  const names = head?.cells.map((name) => (name ?? '').trim().toLowerCase()) ?? [];
  const at = (name: string): number => names.indexOf(name);
  const [variable, type, sub, text, choice] = [at('variablename'), at('questiontype'), at('subtype'), at('questiontext'), at('choicetext')];
  for (const { cells } of rows) {
    const cell = (i: number): string => (cells[i] ?? '').trim();
    const asked = cell(sub) === 'Multiple' && cell(choice) !== '' ? `${cell(text)} – ${cell(choice)}` : cell(text);
    if (cell(variable) !== '' && asked !== '') {
      questions.set(cell(variable).normalize('NFC'), { text: asked.replace(/\s+/g, ' '), open: cell(type) === 'Open' });
    }
  }
  return questions;
}

/** What the parts of an export and the study file tell of a table; the study file goes first. */
export function readLegend({ labels: list, structure }: LegendParts, given: ColumnChoice['labels']): Legend {
  const labels: Labels = new Map();
  for (const { cells } of list?.rows ?? []) {
    const [column, code, words] = cells;
    if (column?.trim() && code?.trim() && words?.trim()) addLabel(labels, column, code, words);
  }
  for (const [column, codes] of Object.entries(given ?? {})) {
    for (const [code, words] of Object.entries(codes)) addLabel(labels, column, code, words);
  }
  return { labels, questions: readStructure(structure?.rows ?? []), from: [list, structure].flatMap((part) => part?.name ?? []) };
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** A table with words for its codes. A code without words stays, and is told of. */
export function withLabels(table: Table, { labels }: Legend, given: ColumnChoice['labels']): Table {
  const known = table.columns.flatMap((column) => {
    const codes = labels.get(column);
    return codes ? [{ column, codes, words: new Set(codes.values()) }] : [];
  });
  const unknown = new Map<string, Set<string>>();
  const rows = table.rows.map((row): TableRow => {
    const cells = { ...row.cells };
    for (const { column, codes, words } of known) {
      const code = cells[column]?.trim();
      if (code === undefined) continue;
      const meant = codes.get(code);
      if (meant !== undefined) cells[column] = meant;
      else if (!words.has(code)) unknown.set(column, (unknown.get(column) ?? new Set()).add(code));
    }
    return { ...row, cells };
  });
  const absent = Object.keys(given ?? {}).filter((column) => !table.columns.includes(column.normalize('NFC')));
  return {
    ...table,
    rows,
    notes: [
      ...table.notes,
      ...[...unknown].map(([column, codes]) => `no words for ${quoted([...codes])} in "${column}": kept as they stand`),
      ...(absent.length > 0 ? [`labels for ${quoted(absent)}: there is no such column`] : []),
    ],
  };
}
