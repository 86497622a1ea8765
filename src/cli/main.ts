import { CodifyError, CodifyErrors, formatPlace } from '../errors.ts';
import type { ExitStatus } from './command.ts';
import { terminal, type Io } from './io.ts';
import { version } from './version.ts';

function describe(error: CodifyError): string {
  const place = error.place === undefined ? '' : `${formatPlace(error.place)}: `;
  return `codify: ${place}${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}\n`;
}

function report(error: unknown, io: Io): ExitStatus {
  if (error instanceof CodifyError) io.err(describe(error));
  else if (error instanceof CodifyErrors) for (const one of error.errors) io.err(describe(one));
  else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err(`codify: this is a fault in codify, not in your files. Please report it with these lines:\n${stack}\n`);
  }
  return 2;
}

/** Runs one command line and answers with its exit status; touches nothing of the process but its streams. */
export async function main(argv: readonly string[], io: Io = terminal): Promise<ExitStatus> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.out(`${version()}\n`);
    return 0;
  }
  const { runProgram } = await import('./program.ts');
  try {
    return await runProgram(argv, io, version());
  } catch (error) {
    return report(error, io);
  }
}
