import { Command, CommanderError } from 'commander';
import { commands, job } from './commands/index.ts';
import type { Io } from './io.ts';
import type { ExitStatus } from './main.ts';

/** A command: its flags are declared when codify starts, what it needs is loaded when it runs. */
export interface CommandDefinition {
  readonly name: string;
  /** Declares arguments and flags on the command, and what it does. */
  define(command: Command, run: Run): void;
}

/** Hands a command its streams and keeps its exit status. */
export type Run = (action: (io: Io) => Promise<ExitStatus>) => Promise<void>;

/** The command line as commander sees it. */
export function createProgram(io: Io, version: string, finish: (status: ExitStatus) => void): Command {
  const run: Run = async (action) => finish(await action(io));
  const program = new Command('codify');
  program.version(version, '-V, --version', 'print the version').helpOption('-h, --help', 'print this help');
  program.enablePositionalOptions().exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
  program.addHelpText(
    'after',
    `
Exit status: 0 done; 1 done, and some input could not be read; 2 could not do the job.
A folder with a codify.yaml is a study: there every command runs without arguments.`,
  );
  job.define(program, run);
  for (const { name, define } of commands) {
    const command = program.command(name).helpOption('-h, --help', 'print this help');
    define(command.exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err }), run);
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
