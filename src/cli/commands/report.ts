import { Option } from 'commander';
import { resolve } from 'node:path';
import { CodifyError } from '../../errors.ts';
import type { Study } from '../../model.ts';
import type { Report } from '../../report/write.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Delivery } from '../deliver.ts';
import type { Io } from '../io.ts';
import { reportFile, withCodings, withFigures, withOutput, type CodingFlags, type OutputFlags } from '../options.ts';

interface Flags extends CodingFlags, OutputFlags {
  readonly diff?: boolean;
  readonly strict?: boolean;
  readonly evidence?: string;
  readonly approved?: boolean;
  readonly to?: string;
  readonly template?: string;
}

/** Who asks for the team's file alone does not want the report. */
function asksForReport({ evidence, output, strict }: Flags): boolean {
  return evidence === undefined || output !== undefined || strict === true;
}

/** Prints the report, writes it or shows what writing it would change. @returns where it stands, and as it stands there */
async function print(
  io: Io,
  study: Study,
  written: Report,
  flags: Flags,
  figuresIn: string | undefined,
): Promise<{ path: string; text: string }> {
  const { saveReport, showChanges } = await import('../save.ts');
  const { printLackingFigure, saveFigures } = await import('../figures.ts');
  const force = flags.force ?? false;
  if (flags.diff) {
    const path = reportFile(study, flags);
    return { path, text: await showChanges(path, written, force, io) };
  }
  if (flags.output !== undefined) {
    const text = await saveReport(flags.output, written, force, io);
    if (figuresIn !== undefined) {
      await saveFigures(flags.output, text, written, study, io);
      printLackingFigure(written, io);
    }
    return { path: flags.output, text };
  }
  if (asksForReport(flags)) io.out(written.text);
  return { path: 'standard output', text: written.text };
}

/** Refuses a place for the team's file before anything is written. */
async function refuseLoss({ evidence, output, force = false }: Flags): Promise<void> {
  const { allowEvidence } = await import('../save.ts');
  if (evidence === undefined) return;
  if (output !== undefined && resolve(evidence) === resolve(output))
    throw new CodifyError("the report and the team's file cannot be one file", { place: { path: output }, hint: 'give them two names' });
  await allowEvidence(evidence, force);
}

/** The folder of the report's pictures, where it shows any. @throws CodifyError when there is no file they could stand beside */
async function placeOfFigures(study: Study, flags: Flags): Promise<string | undefined> {
  const { figuresFor } = await import('../figures.ts');
  if (flags.output !== undefined || flags.diff) return figuresFor(reportFile(study, flags), study, flags);
  if (flags.figures !== true) return undefined;
  throw new CodifyError('pictures stand in files beside the report', { hint: 'say with -o where the report goes' });
}

/** What the report is to become, where nothing of anyone's is lost by it. */
async function deliveryOf(study: Study, flags: Flags): Promise<Delivery | undefined> {
  const { to, template, force = false } = flags;
  if (to === undefined) return undefined;
  const { allowDelivery, deliveryOf } = await import('../deliver.ts');
  const delivery = deliveryOf(reportFile(study, flags), to, template);
  await allowDelivery(delivery, force);
  return delivery;
}

async function run(io: Io, paths: readonly string[], given: Flags): Promise<ExitStatus> {
  const { agreementIn, codeStudy } = await import('../coded.ts');
  const { writeReport } = await import('../../report/write.ts');
  const { openGaps } = await import('../../report/gaps.ts');
  const { printNotices } = await import('../notices.ts');
  const { printGaps } = await import('../gaps.ts');
  if (given.template !== undefined && given.to !== 'docx')
    throw new CodifyError('--template gives a Word file its look', { hint: 'add --to docx' });
  const { study, codings, coded } = await codeStudy(paths, given);
  const delivery = await deliveryOf(study, given);
  // To write over the file made of it is not to write over the analyst's words.
  const flags = delivery ? { ...given, output: delivery.markdown, force: false } : given;
  await refuseLoss({ ...flags, force: given.force ?? false });
  const figuresIn = await placeOfFigures(study, flags);
  const agreement = await agreementIn(study);
  const written = writeReport(study, codings, { agreement, approvedOnly: given.approved, figuresIn });
  const { path, text } = await print(io, study, written, flags, figuresIn);
  if (delivery) {
    const { deliver } = await import('../deliver.ts');
    await deliver(delivery, text, study, io);
    const { waiting } = written;
    if (waiting > 0) io.err(`codify: note: quotes that wait for approval, and are marked: ${waiting}; --approved leaves them out\n`);
  }
  if (flags.evidence !== undefined) {
    const { writeEvidence } = await import('../../report/evidence/write.ts');
    const { provenanceOf } = await import('../provenance.ts');
    const { writeWhole } = await import('../../files/write.ts');
    const { figureFolder, saveFigures } = await import('../figures.ts');
    const evidence = writeEvidence(study, codings, written, {
      provenance: provenanceOf(study, coded.sentences),
      agreement,
      figuresIn: figureFolder(flags.evidence, study),
    });
    await writeWhole(flags.evidence, evidence);
    await saveFigures(flags.evidence, evidence, written, study, io);
  }
  const status = printNotices(study, io);
  if (!flags.diff && asksForReport(flags)) printGaps(openGaps(text, path, written.gaps), written.unprinted, io);
  const { printPlacingDoubts } = await import('../placings.ts');
  const misplaced = asksForReport(flags) ? printPlacingDoubts(written.scale, io) : 0;
  if (!flags.strict) return status;
  const { readStrictly } = await import('../../report/strict/strict.ts');
  const { printDoubts } = await import('../doubts.ts');
  const reading = readStrictly(text, path, written.parts, study, codings);
  printDoubts(path, reading, study.codebook, io);
  return reading.doubts.length + misplaced > 0 ? 1 : status;
}

export const report: CommandDefinition = {
  name: 'report',
  define(command, start) {
    withCodings(command.description('write the draft report in Markdown'));
    withOutput(command, 'to standard output');
    withFigures(command);
    command.option('--diff', 'write nothing; show what the next run would change in the file (else rapport.md in the study folder)');
    command.option('--strict', 'warn where a how-many word is contradicted by the counts, in your own words too');
    command.option('--approved', 'print no quote that waits for the approval of the one who said it (else it is marked)');
    command.addOption(
      new Option(
        '--evidence <file>',
        "write the team's file: every quote behind each number, with person and place (the report to -o, if given)",
      ).conflicts('diff'),
    );
    command.addOption(
      new Option('--to <format>', 'make this of the report as it stands in Markdown, beside it (written or merged first)')
        .choices(['docx', 'html'])
        .conflicts('diff'),
    );
    command.option('--template <file>', "with --to docx: a Word file of the house's, whose styles, fonts, header and footer are used");
    command.addHelpText(
      'after',
      '\nExit status 1 with --strict: a how-many word is contradicted by the counts, or a placing on the scale by the evidence.',
    );
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
