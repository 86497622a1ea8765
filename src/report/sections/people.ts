import type { ReportFacts } from '../facts.ts';
import { roleOf } from '../grounds.ts';

/** "tre direktører, fire chefer, seks ledere og fem medarbejdere". */
export function peopleByRole({ table, words, study }: ReportFacts): string {
  return words.peopleByRole(table.columns.map((column) => ({ role: roleOf(column.id, study), people: column.people })));
}
