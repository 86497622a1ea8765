import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { reportFile, withOutput, withStudy, type OutputFlags, type StudyFlags } from '../options.ts';

interface Flags extends StudyFlags, OutputFlags {
  readonly diff?: boolean;
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { writeReport } = await import('../../report/write.ts');
  const { saveReport, showChanges } = await import('../save.ts');
  const { printNotices } = await import('../notices.ts');
  const { study, codings } = await codeStudy(paths, flags);
  const report = writeReport(study, codings);
  const force = flags.force ?? false;
  if (flags.diff) await showChanges(reportFile(study, flags), report, force, io);
  else if (flags.output === undefined) io.out(report.text);
  else await saveReport(flags.output, report, force, io);
  return printNotices(study, io);
}

export const report: CommandDefinition = {
  name: 'report',
  define(command, start) {
    withStudy(command.description('write the draft report in Markdown'));
    withOutput(command, 'to standard output');
    command.option('--diff', 'write nothing; show what the next run would change in the file (else rapport.md in the study folder)');
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
