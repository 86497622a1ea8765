import { basename, dirname, join } from 'node:path';
import { formatPlace } from '../../errors.ts';
import type { Remark, Remarks } from '../../files/remarks.ts';
import type { Language } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withFormat } from '../options.ts';
import { cliWords } from '../words.ts';

interface Flags {
  readonly format: string;
  readonly report?: string;
}

/** A remark, and the line of the report it is about. */
type Placed = Remark & { readonly line: number | undefined };

const INDENT = '    ';

/** The report in Markdown that a Word file was made of: the one of its name beside it, else the one codify names so. */
async function reportBeside(file: string): Promise<string | undefined> {
  const { exists } = await import('../../files/find.ts');
  const names = [basename(file).replace(/\.\w+$/, '.md'), ...Object.values(cliWords).map(({ reportFile }) => reportFile)];
  for (const name of names) if (await exists(join(dirname(file), name))) return join(dirname(file), name);
  return undefined;
}

async function place({ remarks }: Remarks, report: string | undefined): Promise<Placed[]> {
  if (report === undefined) return remarks.map((remark) => ({ ...remark, line: undefined }));
  const { readText } = await import('../../files/read.ts');
  const { readDocument } = await import('../../report/document.ts');
  const { placeRemarks } = await import('../../report/remarks.ts');
  const lines = placeRemarks(readDocument(readText(report).text), remarks);
  return remarks.map((remark, i) => ({ ...remark, line: lines[i] }));
}

const quoted = (words: string): string => (words === '' ? '' : `”${words}”`);

async function printTable(io: Io, placed: readonly Placed[], report: string | undefined, language: Language): Promise<void> {
  const { formatColumns, wrap } = await import('../table.ts');
  const { remarks: words } = cliWords[language];
  const width = io.width ?? Infinity;
  const rows = placed.map(({ kind, author = '', date = '', resolved, line }) => [
    report === undefined || line === undefined ? '–' : formatPlace({ path: report, line }),
    words[kind],
    author,
    date,
    resolved ? words.resolved : '',
  ]);
  const lines = formatColumns(rows, width, [2]);
  for (const [i, { headings, words: about, text }] of placed.entries()) {
    io.out(`${lines[i]}\n`);
    for (const paragraph of [headings.join(' › '), quoted(about), text].filter(Boolean))
      for (const line of wrap(paragraph, width - INDENT.length)) io.out(`${INDENT}${line}\n`);
  }
}

/** A list to work through: what is settled is ticked off, and each stands below the heading it belongs to. */
function markdownList(placed: readonly Placed[], report: string | undefined, language: Language): string {
  const { remarks: words } = cliWords[language];
  let above: string | undefined;
  return placed
    .map(({ kind, author, date, words: about, text, resolved, headings, line }) => {
      const heading = headings.join(' › ');
      const opening = heading === above ? '' : `${above === undefined ? '' : '\n'}${heading === '' ? '' : `## ${heading}\n\n`}`;
      above = heading;
      const where = report !== undefined && line !== undefined ? ` (${formatPlace({ path: basename(report), line })})` : '';
      const who = [words[kind], author, date].filter(Boolean).join(', ');
      const said = [quoted(about), text].filter(Boolean).join(' – ');
      return `${opening}${kind === 'reply' ? '  ' : ''}- [${resolved ? 'x' : ' '}] ${who}${where}: ${said}\n`;
    })
    .join('');
}

async function run(io: Io, file: string, flags: Flags): Promise<ExitStatus> {
  const { readBytes } = await import('../../files/read.ts');
  const { readRemarks } = await import('../../files/remarks.ts');
  const found = await readRemarks(readBytes(file), file);
  const report = flags.report ?? (await reportBeside(file));
  const placed = await place(found, report);
  const language: Language = found.locale?.startsWith('en') ? 'en' : 'da';
  if (flags.format === 'json') {
    const records = placed.map(({ kind, author, date, words, text, resolved, headings, line }) => ({
      kind,
      author: author ?? null,
      date: date ?? null,
      words,
      text,
      resolved: resolved ?? null,
      headings,
      report: report ?? null,
      line: line ?? null,
    }));
    io.out(`${JSON.stringify(records, undefined, 2)}\n`);
  } else if (flags.format === 'md') io.out(markdownList(placed, report, language));
  else await printTable(io, placed, report, language);
  if (report === undefined && placed.length > 0)
    io.err(`codify: ${file}: no report in Markdown stands beside it, so no lines are told (--report names one)\n`);
  io.err(`${cliWords[language].remarksFound(placed)}\n`);
  return 0;
}

export const comments: CommandDefinition = {
  name: 'comments',
  define(command, start) {
    command
      .description('list the comments and tracked changes in a Word file that came back, each with its place in the report')
      .argument('<file>', 'the Word file')
      .option('--report <file>', 'the report in Markdown it was made of (else the one of its name beside it, or rapport.md)');
    withFormat(command, ['table', 'md', 'json']);
    command.action((file: string, flags: Flags) => start((io) => run(io, file, flags)));
  },
};
