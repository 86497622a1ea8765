import type { CodedRun, RunComparison } from '../../analysis/compare.ts';
import type { CodebookComparison } from '../../codebook/compare.ts';
import type { Codebook, Language } from '../../model.ts';
import type { Entry, Line, MovedQuote } from '../changes.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withFormat, withInterviews, type InterviewFlags } from '../options.ts';

interface Flags extends InterviewFlags {
  readonly format: string;
}

/** Of each theme so many quotes gained, and lost, go into Markdown: a comment on a pull request has its limit. */
const MOST_QUOTES = 5;

const NOTHING_SHIFTED = 'no theme gains or loses a quote';

/** Codes the same interviews by both codebooks. */
async function codeBoth(
  io: Io,
  before: Codebook,
  after: Codebook,
  { roles, themes }: CodebookComparison,
  paths: readonly string[],
  { column, speakers }: Flags,
): Promise<{ runs: RunComparison; status: ExitStatus }> {
  const { readStudy } = await import('../../study/load.ts');
  const { codeTranscripts } = await import('../../coding/code.ts');
  const { compareRuns } = await import('../../analysis/compare.ts');
  const { printNotices } = await import('../notices.ts');
  const study = await readStudy({ paths, codebook: after, columns: column, speakers });
  // The codebook decides nothing of how interviews are read but the roles.
  const isSame = roles.every((role) => role.before && role.after && role.differences.length === 0);
  const { transcripts } = isSame ? study : await readStudy({ paths, codebook: before, columns: column, speakers });
  const run = (codebook: Codebook, read: CodedRun['transcripts']): CodedRun => ({
    codebook,
    transcripts: read,
    codings: codeTranscripts(codebook, read).codings,
  });
  const runs = compareRuns(run(before, transcripts), run(after, study.transcripts), themes);
  return { runs, status: printNotices(study, io) };
}

function summary({ themes }: CodebookComparison, entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { happened } of entries) counts.set(happened, (counts.get(happened) ?? 0) + 1);
  const same = themes.length - entries.length;
  return `themes: ${[...[...counts].map(([happened, n]) => `${n} ${happened}`), `${same} as before`].join(', ')}\n`;
}

async function printTable(io: Io, comparison: CodebookComparison, runs: RunComparison | undefined, language: Language): Promise<void> {
  const { differenceLines, movedQuotes, peopleLines, resizedText, roleEntries, shiftCells, shiftedThemes, themeEntries, themeName } =
    await import('../changes.ts');
  const { formatTable } = await import('../table.ts');
  const { paint } = await import('../paint.ts');
  const colours = { '+': paint.green, '-': paint.red, '~': paint.yellow };
  const print = ({ sign, text }: Line): void => io.out(`  ${colours[sign](`${sign} ${text}`)}\n`);
  const printEntry = (what: string, { happened, name, lines }: Entry): void => {
    io.out(`${happened} ${what} ${paint.bold(name)}\n`);
    for (const line of lines) print(line);
  };
  const book = differenceLines(comparison.differences);
  if (book.length > 0) io.out('codebook\n');
  for (const line of book) print(line);
  for (const entry of roleEntries(comparison)) printEntry('role', entry);
  const themes = themeEntries(comparison);
  for (const entry of themes) printEntry('theme', entry);
  io.out(summary(comparison, themes));
  if (!runs) return;
  for (const line of peopleLines(runs)) print(line);
  const shifted = shiftedThemes(runs);
  const { head, rows } = shiftCells(runs, shifted, language);
  io.out(`\n${shifted.length === 0 ? `${NOTHING_SHIFTED}\n` : formatTable(head, rows, io.width)}`);
  if (resizedText(runs) !== '') io.out(`${resizedText(runs)}\n`);
  for (const theme of shifted) {
    const { gained, lost } = movedQuotes(theme);
    if (gained.length + lost.length > 0) io.out(`\n${paint.bold(themeName((theme.after ?? theme.before)!))}\n`);
    for (const { sign, said, role, place, terms, elsewhere } of [...gained, ...lost]) {
      const more = `${place}  ← ${terms.join(', ')}${elsewhere === undefined ? '' : `  (${elsewhere})`}`;
      io.out(`  ${colours[sign](sign)} ”${said}” (${role}) ${paint.dim(more)}\n`);
    }
  }
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]#~|]/g, '\\$&').replaceAll('<', '&lt;');

function markdownQuotes(quotes: readonly MovedQuote[]): string {
  const shown = quotes.slice(0, MOST_QUOTES).map(({ sign, said, role, place, terms, elsewhere }) => {
    const found = terms.map((term) => `\`${term}\``).join(', ');
    return `- **${sign === '+' ? '+' : '−'}** ”${escaped(said)}” (${role}) — ${escaped(place)} ← ${found}${elsewhere === undefined ? '' : ` (${elsewhere})`}\n`;
  });
  const more = quotes.length - shown.length;
  return shown.join('') + (more > 0 ? `- … and ${more} more ${quotes[0]!.sign === '+' ? 'gained' : 'lost'}\n` : '');
}

async function printMarkdown(io: Io, comparison: CodebookComparison, runs: RunComparison | undefined, language: Language): Promise<void> {
  const { differenceLines, movedQuotes, peopleLines, resizedText, roleEntries, shiftCells, shiftedThemes, themeEntries, themeName } =
    await import('../changes.ts');
  const { markdownTable } = await import('../table.ts');
  const themes = themeEntries(comparison);
  const line = ({ sign, text }: Line): string => `${sign} ${text.replace(/\s+/g, ' ')}\n`;
  const block = (heading: string, lines: readonly Line[]): string =>
    lines.length === 0 ? '' : `@@ ${heading} @@\n${lines.map(line).join('')}`;
  const entry = (what: string, { happened, name, lines }: Entry): string =>
    `@@ ${happened} ${what} ${name} @@\n${lines.map(line).join('')}`;
  const changes = [
    block('codebook', differenceLines(comparison.differences)),
    ...roleEntries(comparison).map((one) => entry('role', one)),
    ...themes.map((one) => entry('theme', one)),
    ...(runs ? [block('people', peopleLines(runs))] : []),
  ].join('');
  io.out(`### Codebook: ${summary(comparison, themes)}`);
  // Longer than any fence a text of the codebook may hold.
  const fence = '`'.repeat(Math.max(3, ...[...changes.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  if (changes !== '') io.out(`\n${fence}diff\n${changes}${fence}\n`);
  if (!runs) return;
  const shifted = shiftedThemes(runs);
  const { head, rows } = shiftCells(runs, shifted, language);
  io.out(`\n${shifted.length === 0 ? `${NOTHING_SHIFTED}\n` : markdownTable(head, rows)}`);
  if (resizedText(runs) !== '') io.out(`\n${escaped(resizedText(runs))}\n`);
  for (const theme of shifted) {
    const { gained, lost } = movedQuotes(theme);
    if (gained.length + lost.length === 0) continue;
    const counts = [gained.length > 0 && `+${gained.length}`, lost.length > 0 && `−${lost.length}`].filter(Boolean).join(' ');
    const title = `${escaped(themeName((theme.after ?? theme.before)!))} ${counts}`;
    io.out(`\n<details><summary>${title}</summary>\n\n${markdownQuotes(gained)}${markdownQuotes(lost)}\n</details>\n`);
  }
}

async function run(io: Io, [older, newer]: readonly [string, string], paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { loadCodebook } = await import('../../codebook/load.ts');
  const { compareCodebooks } = await import('../../codebook/compare.ts');
  const before = await loadCodebook(older);
  const after = await loadCodebook(newer);
  const comparison = compareCodebooks(before, after);
  const coded = paths.length > 0 ? await codeBoth(io, before, after, comparison, paths, flags) : undefined;
  const { language } = after;
  if (flags.format === 'json') {
    const { comparisonRecord } = await import('../records.ts');
    io.out(`${JSON.stringify(comparisonRecord(comparison, coded?.runs, language), undefined, 2)}\n`);
  } else await (flags.format === 'md' ? printMarkdown : printTable)(io, comparison, coded?.runs, language);
  if (!coded) io.err('codify: note: name interviews too, to see which quotes are gained and lost (in a study folder: .)\n');
  return coded?.status ?? 0;
}

export const diff: CommandDefinition = {
  name: 'diff',
  define(command, start) {
    command
      .description('show what a change of the codebook is in words, and which quotes it gains and loses')
      .argument('<old>', 'the codebook as it was')
      .argument('<new>', 'the codebook as it is')
      .argument(
        '[path...]',
        'files, folders or patterns with interviews, to see the quotes gained and lost; in a study folder . is all of its own',
      );
    withFormat(withInterviews(command), ['table', 'md', 'json']);
    command.addHelpText(
      'after',
      `
With git, in a shell such as bash:
  codify diff <(git show HEAD:kodebog.yaml) kodebog.yaml interview

Exit status: 0 done, with or without differences; 1 done, and some input could not be read; 2 could not do the job.`,
    );
    command.action((older: string, newer: string, paths: string[], flags: Flags) => start((io) => run(io, [older, newer], paths, flags)));
  },
};
