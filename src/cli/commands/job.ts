import { requestOf, withStudy, type StudyFlags } from '../options.ts';
import type { CommandDefinition } from '../program.ts';
import { cliWords } from '../words.ts';
import { countCells } from './count.ts';

interface Flags extends StudyFlags {
  readonly output?: string;
  readonly force?: boolean;
}

/** The bare command: the whole job. */
export const job: CommandDefinition = {
  name: 'codify',
  define(command, run) {
    withStudy(command.description('Code interviews by a codebook, count by role, and write a draft report.'))
      .option('-o, --output <file>', 'where to write the report (else rapport.md in the study folder)')
      .option('--force', 'write over a file that codify did not write, or that was changed by hand')
      .action((paths: string[], flags: Flags) =>
        run(async (io) => {
          const [
            { join },
            { loadStudy },
            { codeTranscripts },
            { countCodings },
            { writeReport },
            { saveReport },
            { formatTable },
            { printNotices },
          ] = await Promise.all([
            import('node:path'),
            import('../../study/load.ts'),
            import('../../coding/code.ts'),
            import('../../analysis/count.ts'),
            import('../../report/write.ts'),
            import('../save.ts'),
            import('../table.ts'),
            import('../notices.ts'),
          ]);
          const study = await loadStudy(requestOf(paths, flags));
          const { codings } = codeTranscripts(study.codebook, study.transcripts);
          const table = countCodings(study, codings);
          const { text, gaps } = writeReport(study, codings);
          const { language } = study.codebook;
          const file = flags.output ?? join(study.folder, language === 'da' ? 'rapport.md' : 'report.md');
          await saveReport(file, text, flags.force ?? false);
          const { head, rows } = countCells(table, 'people', language);
          io.out(formatTable(head, rows, io.width));
          const status = printNotices(study, io);
          const words = cliWords[language];
          const facts = {
            interviews: study.transcripts.length,
            codings: codings.length,
            reviewed: codings.filter((coding) => coding.status !== 'suggested').length,
            withoutRole: table.columns.find((column) => column.id === 'uoplyst')?.people ?? 0,
            unread: study.unread.length,
          };
          io.out(`\n${words.closing(facts)} · ${words.next({ report: file, gaps })}\n`);
          return status;
        }),
      );
  },
};
