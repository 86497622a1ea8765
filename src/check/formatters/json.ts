import type { Formatter } from './formatter.ts';

/** A list of problems; lines and columns count from 1, and what is not known is null. */
export const json: Formatter = (checked) => {
  const problems = checked.flatMap((one) => one.problems);
  const records = problems.map(({ rule, severity, message, place, hint }) => ({
    rule,
    severity,
    message,
    path: place.path,
    line: place.line ?? null,
    column: place.column ?? null,
    hint: hint ?? null,
  }));
  return `${JSON.stringify(records, undefined, 2)}\n`;
};
