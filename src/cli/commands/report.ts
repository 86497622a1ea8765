import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withOutput, withStudy, type OutputFlags, type StudyFlags } from '../options.ts';

type Flags = StudyFlags & OutputFlags;

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { writeReport } = await import('../../report/write.ts');
  const { saveReport } = await import('../save.ts');
  const { printNotices } = await import('../notices.ts');
  const { study, codings } = await codeStudy(paths, flags);
  const { text } = writeReport(study, codings);
  if (flags.output === undefined) io.out(text);
  else await saveReport(flags.output, text, flags.force ?? false);
  return printNotices(study, io);
}

export const report: CommandDefinition = {
  name: 'report',
  define(command, start) {
    withStudy(command.description('write the draft report in Markdown'));
    withOutput(command, 'to standard output');
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
