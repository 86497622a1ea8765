import { InvalidArgumentError, Option } from 'commander';
import { UNKNOWN } from '../../analysis/unknown.ts';
import type { QueueName } from '../../review/state.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { coderName, withStudy, type StudyFlags } from '../options.ts';

/** What a session is opened with. */
interface Flags extends StudyFlags {
  readonly coder: string;
  /** Only what these coders say beside her; else all of the study. */
  readonly among?: readonly string[];
  readonly queue?: QueueName;
  readonly theme?: string;
  readonly role?: string;
  readonly transcript?: string;
  readonly sample?: number;
  readonly seed: number;
}

const QUEUES = ['report', 'undecided', 'theme', 'sample', 'disagreements', 'walk'] as const satisfies readonly QueueName[];
function wholeNumber(written: string): number {
  const number = Number(written);
  if (!Number.isSafeInteger(number) || number < 0 || written.trim() === '') throw new InvalidArgumentError('It is a whole number.');
  return number;
}

/** Opens the review on the terminal and stays there until she leaves. */
export async function openReview(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { screen } = io;
  if (!screen) {
    io.err('codify: the review needs a terminal: run it by itself, not in a pipe or from a script\n');
    return 2;
  }
  const { join } = await import('node:path');
  const { decisionsFolder } = await import('../../study/load.ts');
  const { hold } = await import('../../files/append.ts');
  const { coder } = flags;
  const path = join(await decisionsFolder(paths), `${coder}.jsonl`);
  // Held before it is read, so that nobody else adds to what is gone on from.
  const file = hold(path, { coder, tell: (note) => io.err(`codify: ${note}\n`) });
  try {
    const { codeStudy } = await import('../coded.ts');
    const { printNotices } = await import('../notices.ts');
    const { onWholeScreen } = await import('../screen.ts');
    const { sitDown } = await import('../sitting.ts');
    const { lineOf } = await import('../../review/deciding.ts');
    const { begin } = await import('../../review/state.ts');
    // Otherwise react checks all it is given, which takes half the time of a key.
    process.env['NODE_ENV'] ??= 'production';
    const { showReview } = await import('../../review/views/show.tsx');
    const { hasColours } = await import('../paint.ts');
    const { closingLine } = await import('../../review/closing.ts');
    const coded = await codeStudy(paths, flags);
    const status = printNotices(coded.study, io);
    const { desk, said, filter } = await sitDown(coded, { coder, path, lines: file.text.split('\n').length - 1 }, flags);
    const start = begin(desk, said, flags.queue ?? (flags.sample === undefined ? 'report' : 'sample'), filter);
    const end = await onWholeScreen(screen, async (display) =>
      showReview(start, { keys: screen.keys, display, marked: !hasColours }, (decisions) => file.append(decisions.map(lineOf))),
    );
    io.out(`${closingLine(end)}\n`);
    return status;
  } finally {
    file.close();
  }
}

export const review: CommandDefinition = {
  name: 'review',
  define(command, start) {
    withStudy(command.description('go through what the rules propose, key by key, and decide; or walk an interview and code it by hand'));
    command.requiredOption('--coder <name>', 'who decides: her decisions stand in NAME.jsonl', coderName);
    command.addOption(
      new Option('--queue <queue>', 'what to go through (else what could enter the report; with --sample, the sample)').choices(QUEUES),
    );
    command.option('--theme <theme>', 'only this theme and those under it');
    command.option('--role <role>', `only people with this role (${UNKNOWN}: those without one)`);
    command.option('--transcript <id>', 'only this interview; with --queue walk, the one to walk through');
    command.option('--sample <number>', 'how many stretches a random sample has (50 without it)', wholeNumber);
    command.option('--seed <number>', 'draw another sample; the same seed draws the same', wholeNumber, 1);
    command.addHelpText(
      'after',
      `
Queues: report, what could be printed, first; undecided, what you have not decided; theme, all of one theme;
  sample, stretches drawn by chance, with no theme too; disagreements, where coders differ; walk, a whole interview.
Each key is on the disk before the next is read; h shows all keys, q ends.`,
    );
    command.action((paths: string[], flags: Flags) => start((io) => openReview(io, paths, flags)));
  },
};
