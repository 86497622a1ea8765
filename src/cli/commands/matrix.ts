import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { themeAsked } from '../named.ts';
import { withCodings, withFormat, type CodingFlags } from '../options.ts';

interface Flags extends CodingFlags {
  readonly format: string;
  readonly theme?: string;
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { frameworkMatrix } = await import('../../analysis/matrix.ts');
  const { matrixTable, writeMatrix } = await import('../../report/evidence/matrix.ts');
  const { printNotices } = await import('../notices.ts');
  const { study, codings } = await codeStudy(paths, flags);
  const id = await themeAsked(study.codebook, flags);
  const matrix = frameworkMatrix(
    study,
    codings,
    study.codebook.allThemes.find((theme) => theme.id === id),
  );
  if (flags.format === 'csv') {
    const { csvTable } = await import('../table.ts');
    const { head, rows } = matrixTable(study, matrix);
    io.out(csvTable(head, rows));
  } else if (flags.format === 'html') {
    const { readDocument } = await import('../../report/document.ts');
    const { pageOf } = await import('../../exchange/page/write.ts');
    const { language } = study.plan.report;
    io.out(
      pageOf(readDocument(writeMatrix(study, matrix)), { language, author: undefined, pictures: new Map(), template: undefined }, 'sheet'),
    );
  } else io.out(writeMatrix(study, matrix));
  io.err('codify: the matrix shows people one by one, and is for the team alone\n');
  return printNotices(study, io);
}

export const matrix: CommandDefinition = {
  name: 'matrix',
  define(command, start) {
    withCodings(command.description('lay out what each person says of each theme: a framework matrix, for the team'));
    withFormat(command, ['md', 'csv', 'html']);
    command.option('--theme <theme>', 'the sub-themes of this theme as columns (else the themes at the top)');
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
