import { InvalidArgumentError, Option, type Command } from 'commander';
import type { StudyRequest } from '../study/load.ts';
import type { ColumnChoice } from '../transcript/formats/format.ts';

/** The flags of every command that reads a study. */
export interface StudyFlags {
  readonly codebook?: string;
  readonly column: ColumnChoice;
}

const COLUMNS = ['text', 'speaker', 'participant', 'role'] as const;

function addColumn(written: string, before: ColumnChoice): ColumnChoice {
  const at = written.indexOf('=');
  const name = COLUMNS.find((column) => column === written.slice(0, at));
  const column = written.slice(at + 1);
  if (name === undefined || column === '') throw new InvalidArgumentError(`It is written ${COLUMNS.join('|')}=NAME.`);
  return name === 'text' ? { ...before, text: [...(before.text ?? []), column] } : { ...before, [name]: column };
}

/** Declares PATH… and the flags every command that reads a study has. */
export function withStudy(command: Command): Command {
  return command
    .argument('[path...]', 'files, folders or patterns with interviews; in a study folder none is needed')
    .option('-c, --codebook <file>', 'the codebook (else the one codify.yaml names)')
    .addOption(
      new Option('--column <what=name>', `which column of a CSV file holds ${COLUMNS.join(', ')}; may be given several times`)
        .argParser(addColumn)
        .default({}, 'by their names'),
    );
}

/** What to read, from the flags. */
export function requestOf(paths: readonly string[], flags: StudyFlags): StudyRequest {
  return { paths, codebook: flags.codebook, columns: flags.column };
}

/** Declares `--format`, the first being what is used without it. */
export function withFormat(command: Command, formats: readonly string[]): Command {
  return command.addOption(new Option('--format <format>', 'how to print it').choices(formats).default(formats[0]));
}
