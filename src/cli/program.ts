import { Command, CommanderError, type OutputConfiguration } from 'commander';
import type { ExitStatus, Start } from './command.ts';
import { commands, job } from './commands/index.ts';
import type { Io } from './io.ts';

/** The command line as commander sees it. */
function createProgram(io: Io, version: string, finish: (status: ExitStatus) => void): Command {
  const start: Start = async (action) => finish(await action(io));
  const program = new Command('codify');
  program.version(version, '-V, --version', 'print the version').helpOption('-h, --help', 'print this help');
  const outputs: OutputConfiguration = {
    writeOut: (text) => io.out(text),
    writeErr: (text) => io.err(text),
    outputError: (text, write) =>
      write(
        `${text
          .replace(/^error: /, 'codify: ')
          .trim()
          .replace(/\n\(?/g, ' (')}\n`,
      ),
  };
  program.enablePositionalOptions().exitOverride().configureOutput(outputs);
  program.addHelpText(
    'after',
    `
Exit status: 0 done; 1 done, and some input could not be read; 2 could not do the job.
A folder with a codify.yaml is a study: there every command runs without arguments.`,
  );
  job.define(program, start);
  for (const { name, define } of commands) {
    define(program.command(name).helpOption('-h, --help', 'print this help'), start);
  }
  program.helpCommand(false);
  return program;
}

/** Parses and runs. @throws CodifyError for what the user can mend */
export async function runProgram(argv: readonly string[], io: Io, version: string): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = createProgram(io, version, (given) => {
    status = given;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // commander has already said what is wrong; asking for help is no fault.
    return error.exitCode === 0 ? 0 : 2;
  }
}
