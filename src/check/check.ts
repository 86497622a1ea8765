import type { CodebookReading } from '../codebook/load.ts';
import type { CodifyError, Place } from '../errors.ts';
import type { Problem, Transcript } from '../model.ts';
import { Book } from './book.ts';
import { silence } from './ignores.ts';
import type { Levels } from './levels.ts';
import { rules } from './rules/index.ts';

/** A codebook that was checked: its file and all that was found in it, in the order of the file. */
export interface Checked {
  readonly path: string;
  /** The file as it stands, for quoting its lines. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

const byPlace = (a: Problem, b: Problem): number =>
  (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0);

function fromFault({ message, place, hint, rule }: CodifyError, path: string): Problem {
  return { rule: rule!, severity: 'error', message, place: place ?? { path }, hint };
}

/**
 * Everything that is wrong, vague or doubtful in a codebook.
 * @param levels how serious each rule is taken
 * @param transcripts interviews to try it on; without any, the rules that need some are not asked
 */
export function checkCodebook(path: string, reading: CodebookReading, levels: Levels, transcripts: readonly Transcript[] = []): Checked {
  const { text, read, faults } = reading;
  const problems = faults.map((fault) => fromFault(fault, path));
  const asked = rules.filter((rule) => levels.get(rule.id) !== 'off' && (rule.said === undefined || transcripts.length > 0));
  if (read) {
    const book = new Book(read, transcripts);
    for (const rule of asked) {
      const severity = levels.get(rule.id) === 'error' ? 'error' : 'warn';
      for (const finding of rule.check?.(book) ?? []) {
        const place: Place = finding.atKey ? read.file.keyPlace(finding.path) : read.file.place(finding.path);
        problems.push({ rule: rule.id, severity, message: finding.message, place, hint: finding.hint });
      }
    }
  }
  return { path, text, problems: silence(problems, path, text, asked).sort(byPlace) };
}
