/** Where a fault stands: a file, and within it a line and a column, both counted from 1. */
export interface Place {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** "interview/03.md:12:4", as editors and terminals make it a link. */
export function formatPlace(place: Place): string {
  return [place.path, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** The ways a codebook can be unusable. Each stops every command, and has its page in the manual of the rules. */
export type FaultId =
  | 'yaml'
  | 'yaml-reference'
  | 'shape'
  | 'unknown-key'
  | 'duplicate-id'
  | 'role-name'
  | 'unknown-role'
  | 'unknown-level'
  | 'shared-cell'
  | 'impossible-term'
  | 'regex';

/** A fault the user can mend: what is wrong, where, and what to do next. Anything else that is thrown is ours. */
export class CodifyError extends Error {
  readonly place: Place | undefined;
  readonly hint: string | undefined;
  /** What it is a case of, where it stands in a file that could be read. */
  readonly rule: FaultId | undefined;

  constructor(message: string, details: { place?: Place | undefined; hint?: string | undefined; rule?: FaultId } = {}) {
    super(message);
    this.name = 'CodifyError';
    this.place = details.place;
    this.hint = details.hint;
    this.rule = details.rule;
  }
}

/** Several faults found in one reading, in the order they stand: a file is mended once, not fault by fault. */
export class CodifyErrors extends Error {
  readonly errors: readonly CodifyError[];

  constructor(errors: readonly CodifyError[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.name = 'CodifyErrors';
    this.errors = errors;
  }
}

/** The order of a file: by line, then by column. */
export function byPlace(a: CodifyError, b: CodifyError): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

/** Throws what was found: nothing, one fault, or all of them. */
export function throwFaults(faults: readonly CodifyError[]): void {
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new CodifyErrors(faults);
}
