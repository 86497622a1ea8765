import { requestOf, withStudy, type StudyFlags } from '../options.ts';
import type { CommandDefinition } from '../program.ts';

interface Flags extends StudyFlags {
  readonly output?: string;
  readonly force?: boolean;
}

export const report: CommandDefinition = {
  name: 'report',
  define(command, run) {
    withStudy(command.description('write the draft report in Markdown'))
      .option('-o, --output <file>', 'write it to this file (else to standard output)')
      .option('--force', 'write over a file that codify did not write, or that was changed by hand')
      .action((paths: string[], flags: Flags) =>
        run(async (io) => {
          const [{ loadStudy }, { codeTranscripts }, { writeReport }, { saveReport }, { printNotices }] = await Promise.all([
            import('../../study/load.ts'),
            import('../../coding/code.ts'),
            import('../../report/write.ts'),
            import('../save.ts'),
            import('../notices.ts'),
          ]);
          const study = await loadStudy(requestOf(paths, flags));
          const { codings } = codeTranscripts(study.codebook, study.transcripts);
          const { text } = writeReport(study, codings);
          if (flags.output === undefined) io.out(text);
          else await saveReport(flags.output, text, flags.force ?? false);
          return printNotices(study, io);
        }),
      );
  },
};
