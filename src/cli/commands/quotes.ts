import { Option } from 'commander';
import type { Quote } from '../../analysis/quotes.ts';
import { roleOrKind, UNKNOWN } from '../../analysis/unknown.ts';
import { CodifyError } from '../../errors.ts';
import type { Coding, Study } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { refuseUnknown, themeAsked } from '../named.ts';
import { withFormat, withCodings, type CodingFlags } from '../options.ts';

interface Flags extends CodingFlags {
  readonly format: string;
  readonly theme?: string;
  readonly role?: string;
  readonly why?: boolean;
  readonly participant?: string;
  readonly to?: (typeof LETTERS)[number];
  readonly output?: string;
  readonly report?: string;
  readonly force?: boolean;
}

const LETTERS = ['docx', 'md', 'csv'] as const;

/** The id of the theme that is asked for. @throws CodifyError for a theme, role, kind of document or person that is not there */
async function asked({ codebook, transcripts }: Study, flags: Flags): Promise<string | undefined> {
  const { voicesOf, documentsOf } = await import('../../analysis/count.ts');
  const people = [...voicesOf(transcripts), ...documentsOf(transcripts)].map(({ participant }) => participant);
  await refuseUnknown('the study has no person', flags.participant?.normalize('NFC'), [...new Set(people.map(({ id }) => id))]);
  return await themeAsked(
    codebook,
    flags,
    people.flatMap(({ document }) => document ?? []),
  );
}

/** Of one theme all its quotes, those of its sub-themes among them; without one, each quote under its deepest theme. */
async function selectQuotes(study: Study, codings: readonly Coding[], flags: Flags): Promise<Quote[]> {
  const { quotesOf } = await import('../../analysis/quotes.ts');
  const { strengthOf } = await import('../../analysis/choose.ts');
  const theme = await asked(study, flags);
  const all = study.codebook.allThemes.flatMap((one) => {
    if (theme !== undefined && one.id !== theme) return [];
    const own = theme === undefined ? codings.filter((coding) => coding.theme === one) : codings;
    return quotesOf(one, own).sort((a, b) => strengthOf(b) - strengthOf(a));
  });
  return all.filter(isAsked(flags));
}

/** Is a quote one of those whose role and person are asked for? */
function isAsked({ role, participant }: Flags): (quote: Quote) => boolean {
  const id = participant?.normalize('NFC');
  return (quote) => (role === undefined || roleOrKind(quote.participant) === role) && (id === undefined || quote.participant.id === id);
}

/** Prints which quotes the report prints and why, and what was in the way of the others. */
async function printWhy(io: Io, study: Study, codings: readonly Coding[], flags: Flags): Promise<void> {
  const { writeReport } = await import('../../report/write.ts');
  const { choiceRecords } = await import('../records.ts');
  const { choiceText } = await import('../why.ts');
  if (flags.format !== 'table' && flags.format !== 'jsonl') {
    throw new CodifyError(`--why is not printed as ${flags.format}`, { hint: 'use --format table or jsonl' });
  }
  const theme = await asked(study, flags);
  const wanted = isAsked(flags);
  const choices = writeReport(study, codings)
    .choices.filter((choice) => theme === undefined || choice.theme.path.includes(theme))
    .map((choice) => ({
      ...choice,
      chosen: choice.chosen.filter(({ printed }) => wanted(printed.quote)),
      passedOver: choice.passedOver.filter(({ quote }) => wanted(quote)),
    }))
    .filter(({ chosen, passedOver }) => chosen.length + passedOver.length > 0);
  if (flags.format === 'table') io.out(choices.map((choice) => choiceText(choice, study.codebook.language)).join('\n'));
  else for (const record of choices.flatMap(choiceRecords)) io.out(`${JSON.stringify(record)}\n`);
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { printDecisions } = await import('../../analysis/printed.ts');
  const { quoteRecord } = await import('../records.ts');
  const { placeOf } = await import('../place.ts');
  const { printNotices } = await import('../notices.ts');
  const { csvTable } = await import('../table.ts');
  const { paint } = await import('../paint.ts');
  const { study, codings } = await codeStudy(paths, flags);
  if (flags.to !== undefined) {
    const { writeLetters } = await import('../letters.ts');
    return Math.max(await writeLetters(io, study, codings, { ...flags, to: flags.to }), printNotices(study, io)) as ExitStatus;
  }
  if (flags.why) {
    await printWhy(io, study, codings, flags);
    return printNotices(study, io);
  }
  const { codebook } = study;
  const quotes = await selectQuotes(study, codings, flags);
  const decided = printDecisions(codings);
  const recordOf = (quote: Quote): ReturnType<typeof quoteRecord> => quoteRecord(quote, codebook.language, decided.get(quote.transcript));
  if (flags.format === 'jsonl') for (const quote of quotes) io.out(`${JSON.stringify(recordOf(quote))}\n`);
  else if (flags.format === 'csv') {
    const rows = quotes.map(recordOf).map(({ questions, ...record }) => ({
      ...record,
      path: record.path.join('/'),
      codings: record.codings.join(' '),
      ...(questions && { questions: questions.join('; ') }),
    }));
    io.out(
      csvTable(
        Object.keys(rows[0] ?? {}),
        rows.map((row) => Object.values(row)),
      ),
    );
  } else {
    let heading: string | undefined;
    for (const { theme, transcript, turn, participant, span } of quotes) {
      const place = placeOf(transcript, turn, span);
      const said = `”${transcript.text.slice(span.start, span.end).replace(/\s+/g, ' ')}” (${roleOrKind(participant)})`;
      if (flags.format === 'md') io.out(`${heading === theme.id ? '' : `## ${theme.label}\n\n`}${said} — ${place}\n\n`);
      else
        io.out(
          `${heading === theme.id ? '' : `${heading === undefined ? '' : '\n'}${paint.bold(theme.path.join(' › '))}\n`}  ${said} ${paint.dim(place)}\n`,
        );
      heading = theme.id;
    }
  }
  return printNotices(study, io);
}

export const quotes: CommandDefinition = {
  name: 'quotes',
  define(command, start) {
    withCodings(command.description('print quotes to read, strongest evidence first, each with its place'));
    withFormat(command, ['table', 'jsonl', 'csv', 'md']);
    command.option('--theme <theme>', 'only this theme and those under it');
    command.option('--role <role>', `only people with this role (${UNKNOWN}: those without one), or documents of this kind`);
    command.option('--participant <id>', 'only this person');
    command.option('--why', 'only those the report could print: which it chooses and why, and what is in the way of the others');
    command.addOption(
      new Option('--to <format>', 'write letters instead: to the participant, else to all who want to approve their quotes').choices(
        LETTERS,
      ),
    );
    command.option('-o, --output <folder>', 'with --to: where the letters go (else breve in the study folder)');
    command.option('--report <file>', 'with --to: the report whose quotes are asked about (else rapport.md in the study folder)');
    command.option('--force', 'with --to: write over letters that are there');
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
