import { resolve } from 'node:path';
import { UNKNOWN } from '../../analysis/unknown.ts';
import { CodifyError } from '../../errors.ts';
import type { Decision, Language, Participant } from '../../model.ts';
import type { CheckedQuotation, Difference, ReportNames, Verdict } from '../../report/verify/verify.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { requestOf, withFormat, withStudy, type StudyFlags } from '../options.ts';
import { cliWords } from '../words.ts';

interface Flags extends StudyFlags {
  readonly format: string;
}

const INDENT = '    ';
// So many words of a quotation tell which it is.
const FIRST_WORDS = 6;
const VERDICTS: readonly Verdict[] = ['found', 'edited', 'wrong role', 'not found'];

function firstWords(text: string): string {
  const words = text.split(' ');
  return `”${words.slice(0, FIRST_WORDS).join(' ')}${words.length > FIRST_WORDS ? ' …' : ''}”`;
}

/** [-what was said-]{+what the report says+}, as wdiff writes it. */
function markDifference(difference: readonly Difference[]): string {
  return difference.reduce((line, { kind, text }, i) => {
    if (kind === 'same') return line + text;
    if (kind === 'added') return `${line}{+${text}+}`;
    const isInserted = difference[i + 1]?.kind !== 'added';
    return `${line}${isInserted && /\S$/.test(line) ? ' ' : ''}[-${text}-]${isInserted && !/\S$/.test(line) ? ' ' : ''}`;
  }, '');
}

async function printChecked(
  io: Io,
  report: string,
  checked: readonly CheckedQuotation[],
  names: ReportNames,
  language: Language,
): Promise<void> {
  const { wrap } = await import('../../text/width.ts');
  const { formatColumns } = await import('../table.ts');
  const { lineOf } = await import('../../text/lines.ts');
  const { paint } = await import('../paint.ts');
  const words = cliWords[language];
  const width = io.width ?? Infinity;
  const colours = { found: paint.green, edited: paint.yellow, 'wrong role': paint.red, 'not found': paint.red } as const;
  const roleOf = (participant: Participant): string =>
    participant.role === 'interviewer' ? 'interviewer' : (names.of(participant) ?? UNKNOWN);
  const place = ({ passage }: CheckedQuotation): string =>
    passage === undefined ? '' : `${passage.transcript.path}:${lineOf(passage.transcript, passage.turn, passage.span.start)}`;
  const rows = checked.map((one) => {
    const { quotation, verdict, passage } = one;
    const isPlaced = verdict !== 'not found';
    const said = isPlaced && passage ? roleOf(passage.participant) : '';
    return [
      words.verdicts[verdict],
      `${report}:${quotation.line}`,
      firstWords(quotation.text),
      verdict === 'wrong role' ? `${quotation.role} ≠ ${said}` : said,
      isPlaced ? place(one) : '',
    ];
  });
  const lines = formatColumns(rows, width, [2, 4]);
  const paragraph = (text: string): void => {
    for (const line of wrap(text.replace(/\s+/g, ' ').trim(), width - INDENT.length)) io.out(`${INDENT}${line}\n`);
  };
  for (const [i, one] of checked.entries()) {
    const { verdict, passage, difference } = one;
    const shown = words.verdicts[verdict];
    io.out(`${lines[i]!.replace(shown, colours[verdict](shown))}\n`);
    if (verdict === 'not found' && passage) {
      const isAsked = passage.participant.role === 'interviewer';
      paragraph(`${isAsked ? words.asked : `${words.nearest} (${roleOf(passage.participant)})`}: ${place(one)}`);
      if (!difference) paragraph(`”${passage.transcript.text.slice(passage.span.start, passage.span.end)}”`);
    }
    if (difference) paragraph(markDifference(difference));
  }
}

async function print(
  io: Io,
  report: string,
  checked: readonly CheckedQuotation[],
  names: ReportNames,
  language: Language,
  format: string,
): Promise<void> {
  if (format === 'table') return await printChecked(io, report, checked, names, language);
  const { checkedRecord } = await import('../records.ts');
  const records = checked.map(checkedRecord);
  if (format === 'json') io.out(`${JSON.stringify(records, undefined, 2)}\n`);
  else if (format === 'jsonl') for (const record of records) io.out(`${JSON.stringify(record)}\n`);
  else {
    const { csvTable } = await import('../table.ts');
    const rows = records.map(({ verdict, line, quote, role, said }, i) => [
      verdict,
      line,
      quote,
      role,
      said?.transcript ?? null,
      said?.line ?? null,
      said?.participant ?? null,
      said?.role ?? null,
      said?.quote ?? null,
      markDifference(checked[i]!.difference ?? []),
    ]);
    io.out(
      csvTable(
        ['verdict', 'line', 'quote', 'role', 'transcript', 'transcript_line', 'participant', 'said_role', 'said', 'difference'],
        rows,
      ),
    );
  }
}

/** Says which quotes are of people who do not want to be quoted, or want to approve them first and have not. */
async function printConsent(io: Io, report: string, checked: readonly CheckedQuotation[], decisions: readonly Decision[]): Promise<void> {
  const { awaitsApproval } = await import('../../analysis/approval.ts');
  const { standingDecisions } = await import('../../coding/decisions/standing.ts');
  const approved = standingDecisions(decisions).decisions.flatMap((decision) => decision.approved ?? []);
  const said = checked.flatMap(({ quotation, verdict, passage }) =>
    passage && verdict !== 'not found' ? [{ quotation, participant: passage.participant }] : [],
  );
  const tell = (what: string, some: typeof said): void => {
    const places = some.map(({ quotation, participant }) => `${report}:${quotation.line} (${participant.id})`);
    if (places.length > 0) io.err(`codify: note: ${what}: ${places.join(', ')}\n`);
  };
  tell(
    'of people who do not want to be quoted',
    said.filter(({ participant }) => participant.consent === 'nej'),
  );
  tell(
    'not approved yet by the one who said it',
    said.filter(({ quotation, participant }) => awaitsApproval(participant, quotation.text, approved)),
  );
}

async function run(io: Io, report: string, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { readStudy } = await import('../../study/load.ts');
  const { verifyReport } = await import('../../report/verify/verify.ts');
  const { declaredEdits, namesOf } = await import('../names.ts');
  const { printNotices } = await import('../notices.ts');
  const { paragraphsOf } = await import('../paragraphs.ts');
  const paragraphs = await paragraphsOf(report);
  const study = await readStudy(requestOf(paths, flags));
  // A report that lies among the interviews must not prove itself.
  const transcripts = study.transcripts.filter(({ path }) => resolve(path) !== resolve(report));
  if (transcripts.length === 0) throw new CodifyError('there is no interview beside the report', { place: { path: report } });
  const language = study.codebook?.language ?? 'da';
  const names = namesOf(study.codebook, transcripts);
  const checked = verifyReport(paragraphs, transcripts, language, names, declaredEdits(study.decisions));
  await print(io, report, checked, names, language, flags.format);
  await printConsent(io, report, checked, study.decisions);
  const status = printNotices(study, io);
  const words = cliWords[language];
  const counts = VERDICTS.map((verdict) => ({ verdict, count: checked.filter((one) => one.verdict === verdict).length }));
  const parts = counts.filter(({ count }) => count > 0).map(({ verdict, count }) => `${count} ${words.verdicts[verdict]}`);
  io.err(`${[words.quotations(checked.length), parts.join(' · ')].filter(Boolean).join(': ')}\n`);
  return checked.some(({ verdict }) => verdict === 'wrong role' || verdict === 'not found') ? 1 : status;
}

export const verify: CommandDefinition = {
  name: 'verify',
  define(command, start) {
    command
      .description('look every quotation of a report up in the interviews: is it there, and said by that role?')
      .argument('<report>', 'the report, in Markdown, Word or plain text, written by codify or not');
    withFormat(withStudy(command), ['table', 'json', 'jsonl', 'csv']);
    command.addHelpText('after', '\nExit status 1: a quotation was not found, or said by someone of another role.');
    command.action((report: string, paths: string[], flags: Flags) => start((io) => run(io, report, paths, flags)));
  },
};
