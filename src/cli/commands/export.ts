import { Option } from 'commander';
import { join } from 'node:path';
import { CodifyError } from '../../errors.ts';
import type { Span, Transcript } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withStudy, type StudyFlags } from '../options.ts';
import { cliWords } from '../words.ts';

interface Flags extends StudyFlags {
  readonly to: string;
  readonly output?: string;
  readonly report?: string;
  readonly force?: boolean;
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { judgementsOf } = await import('../../coding/decisions/judgements.ts');
  const { annexOf } = await import('../../exchange/annex.ts');
  const { tableFormats } = await import('../../exchange/formats/index.ts');
  const { provenanceOf } = await import('../provenance.ts');
  const { standingReport } = await import('../standing-report.ts');
  const { allowFile } = await import('../save.ts');
  const { writeWhole } = await import('../../files/write.ts');
  const { printNotices } = await import('../notices.ts');
  const format = tableFormats.find(({ name }) => name === flags.to)!;
  const { study, codings, coded } = await codeStudy(paths, flags);
  const path = flags.output ?? join(study.folder, cliWords[study.codebook.language].annexFile);
  if (!path.toLowerCase().endsWith(`.${format.name}`))
    throw new CodifyError('is no name for an Excel file', { place: { path }, hint: `give it a name that ends in .${format.name}` });
  await allowFile(path, flags.force ?? false, (file) => format.state(file));
  const { checked } = await standingReport(study, codings, flags.report);
  const inReport = new Map<Transcript, Span[]>();
  for (const { verdict, passage } of checked) {
    if (verdict !== 'not found' && passage)
      inReport.set(passage.transcript, [...(inReport.get(passage.transcript) ?? []), ...passage.pieces]);
  }
  const { interviews } = provenanceOf(study, coded.sentences);
  const sheets = annexOf({
    study,
    codings,
    judgements: judgementsOf(study),
    inReport,
    fileOf: (transcript) => interviews.get(transcript)!.name,
  });
  await writeWhole(path, await format.write(sheets));
  io.err(
    `codify: wrote ${path}: ${sheets.map(({ name, rows }) => `${name} ${rows.length}`).join(', ')}; it names people, and is for the team alone\n`,
  );
  return printNotices(study, io);
}

export const exportTables: CommandDefinition = {
  name: 'export',
  define(command, start) {
    withStudy(
      command.description("write the team's tables for other programs: participants, counts, quotes with place and decision, codebook"),
    );
    command.addOption(new Option('--to <format>', 'for which program: xlsx is Excel').choices(['xlsx']).makeOptionMandatory());
    command.option('-o, --output <file>', 'the file (else bilag.xlsx in the study folder)');
    command.option(
      '--report <file>',
      'the report whose quotes are marked (else rapport.md in the study folder, else what codify would write)',
    );
    command.option('--force', 'write over the file, also when codify did not write it or it was saved by another program');
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
