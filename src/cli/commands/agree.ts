import { Option } from 'commander';
import { basename } from 'node:path';
import type { Agreement } from '../../analysis/agreement/agreement.ts';
import type { RuleScore } from '../../analysis/agreement/rules.ts';
import type { UnitKind } from '../../analysis/agreement/units.ts';
import { CodifyError } from '../../errors.ts';
import type { Decision, Judgement, Language, Study } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { coderName, requestOf, withCodebook, withFormat, withInterviews, type StudyFlags } from '../options.ts';

interface Flags extends StudyFlags {
  readonly format: string;
  readonly in?: readonly string[];
  readonly unit?: UnitKind;
  readonly rules?: boolean;
  readonly disagreements?: boolean;
  readonly review?: string;
}

const WIDTH = 80;

/** The coders who have decided something, in the order they were given. */
function codersOf(decisions: readonly Decision[]): string[] {
  return [...new Set(decisions.map(({ coder }) => coder))];
}

/** The name of a coder given by it or by the path of her file. */
const nameOf = (coder: string): string => basename(coder, '.jsonl').normalize('NFC');

/** Says of each coder how many of her decisions are about words, interviews or themes that are not there. */
function warnOfLost(study: Study, standing: readonly Decision[], judgements: readonly Judgement[]): string[] {
  const themes = new Set(study.codebook.allThemes.map(({ id }) => id));
  const found = new Set(judgements.flatMap(({ theme, decisions }) => (theme === undefined || themes.has(theme) ? decisions : [])));
  return codersOf(standing).flatMap((coder) => {
    const lost = standing.filter((one) => one.coder === coder && !found.has(one)).length;
    return lost === 0 ? [] : [`${lost} of ${coder}'s decisions are about words, interviews or themes that are not there, and are left out`];
  });
}

async function printAgreement(io: Io, agreement: Agreement, flags: Flags, language: Language): Promise<void> {
  const { agreementReading, agreementTable, disagreementText } = await import('../agreement.ts');
  const { agreementWords } = await import('../agreement-words.ts');
  const { agreementRecord } = await import('../records.ts');
  const { formatTable, markdownTable } = await import('../table.ts');
  const { wrap } = await import('../../text/width.ts');
  const { paint } = await import('../paint.ts');
  const words = agreementWords[language];
  const { head, rows } = agreementTable(agreement, language);
  const reading = agreementReading(agreement, language);
  const differing = agreement.disagreements.map((one) => disagreementText(one, agreement.coders));
  const summary = words.disagreements(differing.length, agreement.unit);
  if (flags.format === 'json') io.out(`${JSON.stringify(agreementRecord(agreement), undefined, 2)}\n`);
  else if (flags.format === 'md') {
    io.out(`${markdownTable(head, rows)}\n${reading.join(' ')}\n\n${words.method(agreement.coders.length)}\n`);
    if (!flags.disagreements) return;
    io.out(`\n### ${words.disagreementsTitle}\n\n`);
    for (const { place, quote, said } of differing) io.out(`- ${quote} (${place}) ${said}\n`);
  } else {
    io.out(`${formatTable(head, rows, io.width)}\n`);
    for (const line of reading.flatMap((sentence) => wrap(sentence, Math.min(io.width ?? WIDTH, WIDTH)))) io.out(`${line}\n`);
    io.out(`\n${summary}${differing.length === 0 ? '' : flags.disagreements ? ':' : `; ${words.howToSee}`}\n`);
    if (!flags.disagreements) return;
    for (const { place, quote, said } of differing) io.out(`\n${paint.dim(place)}\n  ${quote}\n  ${said}\n`);
  }
}

async function printRules(io: Io, score: RuleScore, { format }: Flags, language: Language): Promise<void> {
  const { ruleTable } = await import('../agreement.ts');
  const { agreementWords } = await import('../agreement-words.ts');
  const { ruleRecord } = await import('../records.ts');
  const { formatTable, markdownTable } = await import('../table.ts');
  const { wrap } = await import('../../text/width.ts');
  const { head, rows } = ruleTable(score, language);
  const reading = agreementWords[language].ruleReading(score);
  if (format === 'json') io.out(`${JSON.stringify(ruleRecord(score), undefined, 2)}\n`);
  else if (format === 'md') io.out(`${markdownTable(head, rows)}\n${reading.join(' ')}\n`);
  else {
    io.out(`${formatTable(head, rows, io.width)}\n`);
    for (const line of reading.flatMap((sentence) => wrap(sentence, Math.min(io.width ?? WIDTH, WIDTH)))) io.out(`${line}\n`);
  }
}

async function run(io: Io, given: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { loadStudy } = await import('../../study/load.ts');
  const { STUDY_FILE } = await import('../../study/plan.ts');
  const { exists } = await import('../../files/find.ts');
  const { judgementsOf } = await import('../../coding/decisions/judgements.ts');
  const { standingDecisions } = await import('../../coding/decisions/standing.ts');
  const { printNotices } = await import('../notices.ts');
  if (flags.in === undefined && !(await exists(STUDY_FILE)))
    throw new CodifyError('there is no study here', { hint: 'give its folder with --in, or its interviews and a codebook with -c' });
  if (flags.review !== undefined) {
    const { openReview } = await import('./review.ts');
    const among = given.length === 0 ? {} : { among: given.map(nameOf) };
    return openReview(io, flags.in ?? [], { ...flags, ...among, coder: flags.review, queue: 'disagreements', seed: 1 });
  }
  const study = await loadStudy({ ...requestOf(flags.in ?? [], flags), coders: given.length === 0 ? undefined : given });
  const coders = codersOf(study.decisions);
  const { language } = study.codebook;
  const judgements = judgementsOf(study);
  const lost = warnOfLost(study, standingDecisions(study.decisions).decisions, judgements);
  if (flags.rules) {
    const [coder, other] = coders;
    if (coder === undefined || other !== undefined)
      throw new CodifyError(
        `the rules are held against one coder, and ${coder === undefined ? 'nobody has' : `${coders.length} have`} decided on these interviews`,
        {
          hint: coder === undefined ? 'give the path of her file CODER.jsonl' : `give one: ${coders.join(', ')}`,
        },
      );
    const { codeTranscripts } = await import('../../coding/code.ts');
    const { isReport, scoreRules } = await import('../../analysis/agreement/rules.ts');
    // A report places a quote as a whole.
    const unit = flags.unit ?? (isReport(coder, judgements) ? 'turns' : 'sentences');
    const score = scoreRules(study, codeTranscripts(study.codebook, study.transcripts).codings, judgements, coder, unit);
    if (!score) throw new CodifyError(`${coder} was shown no ${unit} of these interviews`, { hint: lost[0] });
    await printRules(io, score, flags, language);
  } else {
    if (coders.length < 2) {
      throw new CodifyError(
        `agreement is between two coders or more, and ${coders[0] === undefined ? 'nobody' : `only ${coders[0]}`} has decided on these interviews`,
        {
          hint:
            given.length < 2
              ? 'give the paths of their files CODER.jsonl'
              : 'interviews are named as in the study: give its folder with --in',
        },
      );
    }
    const { agreementOf } = await import('../../analysis/agreement/agreement.ts');
    const { unit = 'sentences' } = flags;
    const agreement = agreementOf(study, judgements, coders, unit);
    if (!agreement)
      throw new CodifyError(`there are no ${unit} that ${coders.join(', ')} were all shown`, {
        hint: lost[0] ?? 'let them decide on the same interviews, each by herself',
      });
    await printAgreement(io, agreement, flags, language);
  }
  return printNotices({ ...study, warnings: [...study.warnings, ...lost] }, io);
}

export const agree: CommandDefinition = {
  name: 'agree',
  define(command, start) {
    command.description('how far coders agree on which themes stand where, or the rules with one of them');
    command.argument('[coder...]', 'files of decisions (CODER.jsonl), or the names of coders in the study; else all of its coders');
    const path = new Option('--in <path>', 'the study, or its interviews (else the folder you stand in); may be given several times');
    command.addOption(path.argParser((one: string, before: readonly string[] | undefined) => [...(before ?? []), one]));
    withInterviews(withCodebook(command));
    command.addOption(
      new Option('--unit <unit>', 'what is compared (else sentences; against a report its quotes, which are turns)').choices([
        'sentences',
        'turns',
      ]),
    );
    command.option('--disagreements', 'print what they disagree on too, each with its place');
    command.addOption(
      new Option('--rules', 'hold what the rules propose against one coder: precision, recall and F1').conflicts('disagreements'),
    );
    command.addOption(
      new Option('--review <name>', 'go through what they disagree on in the terminal, as this coder')
        .argParser(coderName)
        .conflicts(['rules', 'disagreements']),
    );
    withFormat(command, ['table', 'json', 'md']);
    command.addHelpText(
      'after',
      `
Compared is what all of them were shown: a theme proposed for a sentence, or the sentence as a whole.
json holds the disagreements always.
Against a published report that codify import has read --rules tells recall alone: a report says where a quote stands, not
what else it bears.`,
    );
    command.action((coders: string[], flags: Flags) => start((io) => run(io, coders, flags)));
  },
};
