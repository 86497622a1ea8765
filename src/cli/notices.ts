import { formatPlace } from '../errors.ts';
import type { Study } from '../model.ts';
import type { Io } from './io.ts';
import type { ExitStatus } from './command.ts';

const SHOWN = 5;

/**
 * Says on standard error what a user should know before she trusts the output: what was not read, what was left out,
 * who has no role.
 * @returns 1 when something meant as an interview could not be read, else 0
 */
export function printNotices(study: Pick<Study, 'unread' | 'skipped' | 'duplicates' | 'warnings'>, io: Io): ExitStatus {
  for (const { path, line, reason } of study.unread) io.err(`codify: not read: ${formatPlace({ path, line })}: ${reason}\n`);
  for (const { path, of, words } of study.duplicates) {
    io.err(`codify: left out: ${path}: the same interview as ${of} (${words} of the same words in a row); counted once\n`);
  }
  for (const warning of study.warnings) io.err(`codify: note: ${warning}\n`);
  if (study.skipped.length > 0) {
    const names = study.skipped.slice(0, SHOWN).map(({ path, reason }) => `${path} (${reason})`);
    const more = study.skipped.length > SHOWN ? ` and ${study.skipped.length - SHOWN} more` : '';
    io.err(`codify: skipped, no interviews: ${names.join(', ')}${more}\n`);
  }
  return study.unread.length > 0 ? 1 : 0;
}

type Files = Pick<Study, 'transcripts' | 'unread' | 'duplicates'>;

/** How many files were meant as interviews, and how many of them could be read. */
export function countFiles({ transcripts, unread, duplicates }: Files): { readonly read: number; readonly all: number } {
  const read = new Set([...transcripts, ...duplicates].map(({ path }) => path)).size;
  return { read, all: read + unread.length };
}

/** Says on standard error, last of all, how many of how many files were read, and which were not. */
export function printResult(study: Files, io: Io): void {
  const { read, all } = countFiles(study);
  const missing = study.unread.map(({ path }) => path).join(', ');
  const left = missing === '' ? '' : `; not read, for the reasons above: ${missing}`;
  io.err(`codify: ${read} of ${all} ${all === 1 ? 'file' : 'files'} read${left}\n`);
}
