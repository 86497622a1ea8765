import { CodifyError } from '../errors.ts';
import { decode } from '../files/decode.ts';
import { exists } from '../files/find.ts';
import { readBytes } from '../files/read.ts';
import { REPORT_MARK, sealState } from '../files/report-mark.ts';
import { writeWhole } from '../files/write.ts';
import type { FileState, GivenFile } from '../exchange/formats/format.ts';
import { mergeReport, type Merge } from '../report/merge.ts';
import type { Report } from '../report/write.ts';
import type { Io } from './io.ts';

/** What a run makes of a report file. */
interface Change {
  readonly before: string;
  readonly after: string;
  /** What of it was done by hand; nothing for a new file, and for one that is written over. */
  readonly merge: Merge | undefined;
}

/** What is written is Markdown. @throws CodifyError for a name that promises something else */
function refuseOtherFormats(path: string): void {
  if (!/\.(docx?|odt|rtf|pdf|html?)$/i.test(path)) return;
  throw new CodifyError('the report is written in Markdown', {
    place: { path },
    hint: 'give it a name that ends in .md; --to docx or html makes such a file of it',
  });
}

/**
 * What a run makes of the file: a new report, or the one that stands there with the numbers made anew.
 * @throws CodifyError when the file is not codify's, or its comments are damaged
 */
async function changeOf(path: string, report: Report, force: boolean): Promise<Change> {
  refuseOtherFormats(path);
  if (!(await exists(path))) return { before: '', after: report.text, merge: undefined };
  const bytes = readBytes(path);
  // Not decoded: her byte-order mark and line ends stay as they are.
  const before = Buffer.from(bytes).toString('utf8');
  if (force) return { before, after: report.text, merge: undefined };
  const { text, encoding } = decode(bytes, path);
  if (!text.includes(REPORT_MARK)) {
    throw new CodifyError('was not written by codify, and is left as it is', {
      place: { path },
      hint: 'choose another file with -o, or --force',
    });
  }
  if (sealState('evidence', text) !== 'other') {
    throw new CodifyError("is the team's file, not a report, and is left as it is", {
      place: { path },
      hint: 'choose another file with -o, or --force',
    });
  }
  if (encoding !== 'utf-8') {
    throw new CodifyError(`was saved as ${encoding}, and is left as it is`, { place: { path }, hint: 'save it as UTF-8' });
  }
  const merge = mergeReport(before, path, report.parts);
  return { before, after: merge.text, merge };
}

/** Says what stands otherwise than codify would write it, and which parts came and went. */
function printMerge(path: string, merge: Merge, io: Io): void {
  const say = (what: string, names: readonly string[]): void => {
    if (names.length > 0) io.err(`codify: ${path}: ${what}: ${names.join(', ')}\n`);
  };
  say('new', merge.added);
  say('taken out, as codify no longer writes it', merge.removed);
  say('kept as edited by hand', merge.kept);
  say('  of these codify would now write otherwise than before', merge.renewed);
  say('  of these codify would no longer write', merge.abandoned);
  say('left out, as deleted by hand', merge.deleted);
  if (merge.reordered) io.err(`codify: ${path}: the parts stay in the order of the file; codify would now order them otherwise\n`);
}

/**
 * Writes a report where nothing of anyone's is lost by it: to a new file, or into the one that stands there.
 * @returns the report as it stands now
 * @throws CodifyError when the file is not codify's, or its comments are damaged
 */
export async function saveReport(path: string, report: Report, force: boolean, io: Io): Promise<string> {
  const { after, merge } = await changeOf(path, report, force);
  await writeWhole(path, after);
  if (merge) {
    printMerge(path, merge, io);
    if (merge.kept.length > 0) io.err('codify: codify report --diff shows what it would write in the parts that were kept\n');
  }
  return after;
}

/**
 * Prints what the next run would change in a report, then what codify would write where it was edited by hand.
 * @returns the report as it would stand
 */
export async function showChanges(path: string, report: Report, force: boolean, io: Io): Promise<string> {
  const { difference } = await import('../report/difference.ts');
  const { before, after, merge } = await changeOf(path, report, force);
  io.out(difference(before, after, { before: path, after: path }));
  if (merge) {
    io.out(difference(after, merge.machine, { before: 'kept as edited by hand', after: 'as codify would write it' }));
    printMerge(path, merge, io);
  }
  return after;
}

/**
 * Makes sure that nothing of anyone's is lost when the team's file is written here.
 * @throws CodifyError when something else stands there, or the file was changed by hand
 */
export async function allowEvidence(path: string, force: boolean): Promise<void> {
  refuseOtherFormats(path);
  if (force || !(await exists(path))) return;
  const state = sealState('evidence', decode(readBytes(path), path).text);
  if (state === 'as written') return;
  throw new CodifyError(
    state === 'edited' ? 'was changed by hand, and is left as it is' : "is not the team's file as codify writes it, and is left as it is",
    { place: { path }, hint: 'choose another file with --evidence, or --force' },
  );
}

/**
 * Makes sure that nothing of anyone's is lost when a file of Word or Excel is written here.
 * @param state tells whose a file of its format is
 * @throws CodifyError when something else stands there, or another program has saved it since
 */
export async function allowFile(path: string, force: boolean, state: (file: GivenFile) => Promise<FileState>): Promise<void> {
  if (force || !(await exists(path))) return;
  const there = await state({ path, bytes: readBytes(path) });
  if (there === 'as written') return;
  throw new CodifyError(
    there === 'edited' ? 'was changed since codify wrote it, and is left as it is' : 'was not written by codify, and is left as it is',
    { place: { path }, hint: 'choose another name with -o, or --force' },
  );
}
