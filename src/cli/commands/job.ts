import { UNKNOWN } from '../../analysis/unknown.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { reportFile, withCodings, withFigures, withOutput, type CodingFlags, type OutputFlags } from '../options.ts';
import { cliWords } from '../words.ts';
import { countCells } from './count.ts';

type Flags = CodingFlags & OutputFlags;

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { agreementIn, codeStudy } = await import('../coded.ts');
  const { countCodings } = await import('../../analysis/count.ts');
  const { openGaps } = await import('../../report/gaps.ts');
  const { writeReport } = await import('../../report/write.ts');
  const { saveReport } = await import('../save.ts');
  const { figuresFor, printLackingFigure, saveFigures } = await import('../figures.ts');
  const { countFiles, printNotices } = await import('../notices.ts');
  const { distinctGaps, printGaps } = await import('../gaps.ts');
  const { printPlacingDoubts } = await import('../placings.ts');
  const { formatTable } = await import('../table.ts');
  const { study, codings } = await codeStudy(paths, flags);
  const { language } = study.codebook;
  const words = cliWords[language];
  const table = countCodings(study, codings);
  const file = reportFile(study, flags);
  const figuresIn = await figuresFor(file, study, flags);
  const report = writeReport(study, codings, { agreement: await agreementIn(study), figuresIn });
  const saved = await saveReport(file, report, flags.force ?? false, io);
  if (figuresIn !== undefined) {
    await saveFigures(file, saved, report, study, io);
    printLackingFigure(report, io);
  }
  const gaps = openGaps(saved, file, report.gaps);
  const { head, rows } = countCells(table, 'people', language);
  io.out(formatTable(head, rows, io.width));
  const status = printNotices(study, io);
  printGaps(gaps, report.unprinted, io);
  printPlacingDoubts(report.scale, io);
  const done = words.closing({
    interviews: table.total.interviews,
    codings: codings.length,
    reviewed: codings.filter((coding) => coding.status !== 'suggested').length,
    withoutRole: table.columns.find((column) => column.id === UNKNOWN)?.people ?? 0,
    files: countFiles(study),
  });
  io.out(`\n${done} · ${words.next({ report: file, gaps: distinctGaps(gaps).length })}\n`);
  return status;
}

/** The bare command: the whole job. */
export const job: CommandDefinition = {
  name: 'codify',
  define(command, start) {
    withCodings(command.description('Code interviews by a codebook, count by role, and write a draft report.'));
    withOutput(command, 'to rapport.md in the study folder');
    withFigures(command);
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
