import { InvalidArgumentError, Option, type Command } from 'commander';
import { join } from 'node:path';
import type { Study } from '../model.ts';
import type { StudyRequest } from '../study/load.ts';
import type { ColumnChoice } from '../transcript/formats/format.ts';
import { fileProgress } from './progress.ts';
import { cliWords } from './words.ts';

/** The flags of every command that reads interviews. */
export interface InterviewFlags {
  readonly column: ColumnChoice;
  readonly speakers?: string;
}

/** The flags of every command that reads a study. */
export interface StudyFlags extends InterviewFlags {
  readonly codebook?: string;
}

/** The flags of every command that counts or writes codings. */
export interface CodingFlags extends StudyFlags {
  readonly only?: 'accepted';
}

const COLUMNS = ['text', 'speaker', 'participant', 'role', 'sheet'] as const;

function addColumn(written: string, before: ColumnChoice): ColumnChoice {
  const at = written.indexOf('=');
  const name = COLUMNS.find((column) => column === written.slice(0, at));
  const column = written.slice(at + 1);
  if (name === undefined || column === '') throw new InvalidArgumentError(`It is written ${COLUMNS.join('|')}=NAME.`);
  return name === 'text' ? { ...before, text: [...(before.text ?? []), column] } : { ...before, [name]: column };
}

/** Reads a coder's name, which is a file's name. */
export function coderName(written: string): string {
  const name = written.normalize('NFC');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(name)) throw new InvalidArgumentError('A name is letters, digits and hyphens.');
  return name;
}

/** Declares the flag for the codebook. */
export function withCodebook(command: Command): Command {
  return command.option('-c, --codebook <file>', 'the codebook (else the one codify.yaml names)');
}

/** Declares how interviews are read where they do not tell themselves. */
export function withInterviews(command: Command): Command {
  command.option('--speakers <file>', 'a table of who speaks, as participants.csv (else the one codify.yaml names)');
  const column = new Option(
    '--column <what=name>',
    'which column of a table holds text, speaker, participant, role, or which sheet of a workbook; may be given several times',
  );
  return command.addOption(column.argParser(addColumn).default({}, 'by their names'));
}

/** Declares PATH… and the flags every command that reads a study has. */
export function withStudy(command: Command): Command {
  withCodebook(command.argument('[path...]', 'files, folders or patterns with interviews; in a study folder none is needed'));
  return withInterviews(command);
}

/** Declares PATH… and the flags every command that counts or writes codings has. */
export function withCodings(command: Command): Command {
  const only = new Option(
    '--only <status>',
    'count only codings that people have accepted (else undecided ones too, and never rejected ones)',
  );
  return withStudy(command).addOption(only.choices(['accepted']));
}

/** The flags of commands that write a report. */
export interface OutputFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly figures?: boolean;
}

/** Declares where a report goes. @param otherwise where it goes without the flag */
export function withOutput(command: Command, otherwise: string): Command {
  command.option('-o, --output <file>', `write the report to this file (else ${otherwise})`);
  return command.option('--force', 'write over the file, also when codify did not write it or it was changed by hand');
}

/** Declares whether the report shows pictures. */
export function withFigures(command: Command): Command {
  command.option('--figures', 'put pictures of the numbers into the report, in a folder beside it, and hide small groups in its table');
  return command.option('--no-figures', 'take them out again (else a report that has them keeps them)');
}

/** The file a report of this study goes to. */
export function reportFile({ folder, codebook }: Pick<Study, 'folder' | 'codebook'>, { output }: OutputFlags): string {
  return output ?? join(folder, cliWords[codebook.language].reportFile);
}

/** What to read, from the flags. */
export function requestOf(paths: readonly string[], flags: StudyFlags): StudyRequest {
  return { paths, codebook: flags.codebook, columns: flags.column, speakers: flags.speakers, onFile: fileProgress() };
}

/** Declares `--format`, the first being what is used without it. */
export function withFormat(command: Command, formats: readonly string[]): Command {
  return command.addOption(new Option('--format <format>', 'how to print it').choices(formats).default(formats[0]));
}
