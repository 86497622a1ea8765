import { formatPlace } from '../../errors.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { coderName, withCodebook, withInterviews, type StudyFlags } from '../options.ts';
import { cliWords } from '../words.ts';

interface Flags extends StudyFlags {
  readonly coder: string;
  readonly study?: string;
}

async function run(io: Io, files: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { join } = await import('node:path');
  const { decisionsFolder } = await import('../../study/load.ts');
  const { hold } = await import('../../files/append.ts');
  const { readAnswers } = await import('../answers.ts');
  const { coder } = flags;
  const paths = flags.study === undefined ? [] : [flags.study];
  const answers = (await Promise.all(files.map(readAnswers))).flat();
  const path = join(await decisionsFolder(paths), `${coder}.jsonl`);
  // Held before it is read, so that nobody else adds to what is gone on from.
  const file = hold(path, { coder, tell: (note) => io.err(`codify: ${note}\n`) });
  try {
    const { codeStudy } = await import('../coded.ts');
    const { judgementsOf, sayingOf } = await import('../../coding/decisions/judgements.ts');
    const { Interviews } = await import('../../review/items.ts');
    const { saidBy } = await import('../../review/said.ts');
    const { lineOf } = await import('../../review/deciding.ts');
    const { takeAnswers } = await import('../answers.ts');
    const { printNotices } = await import('../notices.ts');
    const { study, codings } = await codeStudy(paths, flags);
    const lines = file.text.split('\n').length - 1;
    const said = saidBy({ coder, path, lines, reader: (decisions, theme) => sayingOf(decisions, theme) }, judgementsOf(study));
    const taken = takeAnswers(answers, study, codings, new Interviews(study, codings), said);
    const decisions = taken.flatMap((one) => one.decisions);
    if (decisions.length > 0) file.append(decisions.map(lineOf));
    const words = cliWords[study.codebook.language];
    for (const { written, refused } of taken) {
      const { participant, id, answer, place } = written;
      const what = refused === undefined ? words.answers[answer ?? 'none'] : words.answers.refused;
      io.out(`${participant}  ${id}  ${what}${refused === undefined ? '' : `: ${formatPlace(place)} ${refused}`}\n`);
    }
    const status = printNotices(study, io);
    io.err(
      `codify: ${path}: ${decisions.length === 0 ? 'nothing new' : `${decisions.length} ${decisions.length === 1 ? 'line' : 'lines'} more`}\n`,
    );
    return taken.some(({ written, refused }) => refused !== undefined || written.answer === undefined) ? 1 : status;
  } finally {
    file.close();
  }
}

/** A command under `codify decisions`. */
export const approve: CommandDefinition = {
  name: 'approve',
  define(command, start) {
    command
      .description('take in what people answered when they were asked to approve their quotes (codify quotes --to)')
      .argument('<answers...>', 'letters that came back, in Word or Markdown, or tables of answers (.csv)')
      .requiredOption('--coder <name>', 'who takes them in: the decisions go to NAME.jsonl', coderName)
      .option('--study <folder>', 'the folder of the study (else the one you stand in)');
    withInterviews(withCodebook(command));
    command.addHelpText('after', '\nExit status 1: a quote was not answered, or an answer could not be used.');
    command.action((files: string[], flags: Flags) => start((io) => run(io, files, flags)));
  },
};
