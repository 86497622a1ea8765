import type { Spec } from 'vega';
import type { CountRow } from '../../model.ts';
import type { ReportFacts } from '../facts.ts';
import { isExample, resultGroups } from '../order.ts';

/** A picture of the study's numbers, and the same in words. */
export interface Figure {
  readonly name: FigureName;
  /** The name of its file. */
  readonly file: string;
  readonly title: string;
  /** What stands below it, without its number. */
  readonly caption: string;
  /** The numbers it shows, for those who do not see it. */
  readonly description: string;
  /** What to draw, as the chart library takes it. */
  readonly spec: Spec;
}

export type FigureName = 'themes' | 'profile' | 'roles';

/** What pictures are made from. */
export type FigureFacts = Pick<ReportFacts, 'study' | 'table' | 'scale' | 'words'>;

/** A kind of picture: one file, one line in `index.ts`, one test. Nothing where there is nothing to show. */
export type FigureKind = (facts: FigureFacts) => Figure | undefined;

/** The rows of the table in the order the report tells of the themes, each before its sub-themes, with how deep it stands. */
export function rowsInOrder(facts: FigureFacts): { row: CountRow; depth: number }[] {
  const { study, table } = facts;
  const examples = study.codebook.themes.filter((theme) => isExample(theme, study));
  const rows = new Map<string, { row: CountRow; depth: number }>();
  const add = (row: CountRow, depth: number): void => {
    if (rows.has(row.theme.id)) return;
    rows.set(row.theme.id, { row, depth });
    for (const { id } of row.theme.themes) add(rowOf(id), depth + 1);
  };
  const rowOf = (id: string): CountRow => table.rows.find(({ theme }) => theme.id === id)!;
  for (const { id } of [...examples, ...resultGroups(facts).flatMap(({ themes }) => themes)]) add(rowOf(id), 0);
  return [...rows.values()];
}
