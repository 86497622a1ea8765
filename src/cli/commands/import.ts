import { Option } from 'commander';
import { basename, join, relative, resolve } from 'node:path';
import { CodifyError, formatPlace, throwFaults } from '../../errors.ts';
import type { NewFile } from '../../files/write.ts';
import type { Codebook, Decision, Theme } from '../../model.ts';
import type { Heading, HeadingThemes, PlacedQuotation, Placings } from '../../report/placings.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { coderName, withCodebook } from '../options.ts';
import { cliWords } from '../words.ts';

interface Flags {
  readonly codebook?: string;
  readonly output: string;
  readonly map?: string;
  readonly coder: string;
  readonly force?: boolean;
}

/** Which theme each heading names, as the user says it in a file: null for one that names none. @throws CodifyError or CodifyErrors */
async function readMap(path: string, { allThemes }: Codebook, { headings }: Placings): Promise<ReadonlyMap<string, Theme | null>> {
  const { readText } = await import('../../files/read.ts');
  const { parseYaml } = await import('../../files/yaml.ts');
  const { headingKey } = await import('../../report/placings.ts');
  const { themeId } = await import('../../study/plan.ts');
  const { didYouMean } = await import('../../text/nearest.ts');
  const file = parseYaml(readText(path).text, path);
  if (typeof file.data !== 'object' || file.data === null || Array.isArray(file.data))
    throw new CodifyError('says of no heading which theme it names', { place: { path }, hint: 'write a line for each: heading: theme-id' });
  const faults: CodifyError[] = [];
  const keys = new Set(headings.map(({ text }) => headingKey(text)));
  const ids = allThemes.map(({ id }) => id);
  const themes = new Map<string, Theme | null>();
  for (const [heading, written] of Object.entries(file.data)) {
    const theme = written === null ? null : allThemes.find(({ id }) => id === themeId(String(written)));
    if (!keys.has(headingKey(heading)))
      faults.push(
        new CodifyError(`the report has no heading "${heading}"`, {
          place: file.keyPlace([heading]),
          hint: didYouMean(
            heading,
            headings.map(({ text }) => text),
          ),
        }),
      );
    else if (theme === undefined)
      faults.push(
        new CodifyError(`the codebook has no theme "${written}"`, {
          place: file.place([heading]),
          hint: didYouMean(String(written), ids) ?? `it has ${ids.join(', ')}`,
        }),
      );
    else themes.set(headingKey(heading), theme);
  }
  throwFaults(faults);
  return themes;
}

/** The title to write beside a quote, for the codebook to find the role in; none where the report names several roles, or nobody. */
function titleOf(role: string | undefined, meant: (written: string) => readonly string[]): string | undefined {
  if (role === undefined) return undefined;
  const listed = new Set(role.split(/[,;/|&]|\s(?:og|and)\s/).flatMap((part) => meant(part)));
  const roles = new Set([...meant(role), ...listed]);
  // A word in parentheses that is no role of the codebook is a title all the same.
  if (roles.size === 0) return /^[\p{L}-]+$/u.test(role) ? role : undefined;
  return roles.size === 1 ? [...roles][0] : undefined;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Says which headings above quotes name no theme, and what became of their quotes. */
function tellHeadings(io: Io, report: string, quotations: readonly PlacedQuotation[], themes: HeadingThemes): void {
  const strange = new Map<Heading, PlacedQuotation[]>();
  for (const one of quotations) {
    const heading = one.headings.at(-1);
    if (heading && themes.of(heading) === undefined) strange.set(heading, [...(strange.get(heading) ?? []), one]);
  }
  for (const [heading, own] of strange) {
    const theme = themes.under(own[0]!.headings);
    const where = theme ? `counted for ${theme.id}, under which it stands` : 'of no theme';
    const hint = themes.hint(heading) ?? (theme ? undefined : 'say which with --map');
    io.err(
      `codify: note: ${formatPlace({ path: report, line: heading.line })}: the heading "${heading.text}" names no theme; ` +
        `${count(own.length, 'quote', 'quotes')} ${where}${hint === undefined ? '' : ` (${hint})`}\n`,
    );
  }
  const nowhere = quotations.filter(({ headings }) => headings.length === 0).length;
  if (nowhere > 0) io.err(`codify: note: ${report}: ${count(nowhere, 'quote', 'quotes')} above the first heading, of no theme\n`);
}

/** Says of which quotes the role is not known, and which words between marks were passed over. */
function tellQuotes(io: Io, report: string, { quotations, passedOver }: Placings, isKnown: (role: string | undefined) => boolean): void {
  const unknown = quotations.filter(({ quotation }) => !isKnown(quotation.role));
  const places = unknown.map(
    ({ quotation: { line, role } }) => `${formatPlace({ path: report, line })}${role === undefined ? '' : ` (${role})`}`,
  );
  if (places.length > 0) io.err(`codify: note: of no role the codebook has, or of several (uoplyst): ${places.join(', ')}\n`);
  if (passedOver.length === 0) return;
  const lines = passedOver.map(({ line }) => formatPlace({ path: report, line })).join(', ');
  io.err(`codify: note: passed over, as they stand in running text and no role behind them: ${lines}\n`);
}

/** The study file of what is made of a report. */
function studyFile(title: string, selection: string, codebook: string): string {
  const said = (text: string): string => JSON.stringify(text);
  return `title: ${said(title)}\nselection: ${said(selection)}\ncodebook: ${said(codebook)}\ntranscripts: ["interview/*.md"]\n`;
}

async function run(io: Io, report: string, flags: Flags): Promise<ExitStatus> {
  const { findCodebook } = await import('../../study/load.ts');
  const { STUDY_FILE } = await import('../../study/plan.ts');
  const { newDecisions } = await import('../../study/new.ts');
  const { HeadingThemes, placeQuotations } = await import('../../report/placings.ts');
  const { quotesAsInterview } = await import('../../exchange/quotes.ts');
  const { decisionOf, lineOf } = await import('../../review/deciding.ts');
  const { anchorOf } = await import('../../text/anchors.ts');
  const { resolveRole } = await import('../../transcript/roles.ts');
  const { writeNew, writeWhole } = await import('../../files/write.ts');
  const { namesOf } = await import('../names.ts');
  const { paragraphsOf } = await import('../paragraphs.ts');
  const codebook = await findCodebook(flags.codebook);
  const { meant } = namesOf(codebook, []);
  const placings = placeQuotations(await paragraphsOf(report), (written) => meant(written).length > 0);
  const { quotations, headings } = placings;
  if (quotations.length === 0) {
    throw new CodifyError('holds no quotes', {
      place: { path: report },
      hint: 'a quote is a paragraph between ” and ”, and behind it stands a role in parentheses',
    });
  }
  const themes = new HeadingThemes(
    codebook,
    flags.map === undefined ? new Map<string, null>() : await readMap(flags.map, codebook, placings),
  );
  const quotes = quotations.map(({ quotation: { text, line, role }, headings: above }) => ({
    text,
    title: titleOf(role, meant),
    theme: themes.under(above)?.id,
    place: { line, headings: above.map((heading) => heading.text), ...(role !== undefined && { role }) },
  }));
  const title = headings[0]?.text ?? basename(report);
  const interview = quotesAsInterview(title, quotes, codebook.language);
  const name = `interview/${basename(report).replace(/\.\w+$/, '')}.md`;
  const path = join(flags.output, 'decisions', `${flags.coder}.jsonl`);
  const decisions = interview.sentences.map(({ span, theme, place }, lines): Decision => {
    const rest = {
      verdict: 'accept' as const,
      theme,
      transcript: name.normalize('NFC'),
      anchor: anchorOf(interview.text, span),
      report: place,
    };
    const nothing = { to: undefined, stance: undefined, print: undefined, edit: undefined, approved: undefined, memo: undefined };
    return decisionOf({ coder: flags.coder, path }, lines, { ...nothing, ...rest });
  });
  const words = cliWords[codebook.language];
  const book = relative(resolve(flags.output), resolve(codebook.path)).replaceAll('\\', '/');
  const files: NewFile[] = [
    { path: join(flags.output, STUDY_FILE), text: studyFile(title, words.quotesChosen(basename(report)), book) },
    { path: join(flags.output, name), text: interview.text },
    { path, text: decisions.map((one) => `${lineOf(one)}\n`).join('') },
    newDecisions(flags.output),
  ];
  if (flags.force) for (const file of files) await writeWhole(file.path, file.text);
  else await writeNew(files);
  for (const file of files) io.out(`${file.path}\n`);
  tellHeadings(io, report, quotations, themes);
  const isKnown = (role: string | undefined): boolean => resolveRole(titleOf(role, meant), codebook.roles) !== undefined;
  tellQuotes(io, report, placings, isKnown);
  const placed = quotes.flatMap(({ theme }) => theme ?? []);
  io.err(`${words.imported({ quotes: interview.people, placed: placed.length, themes: new Set(placed).size })}\n`);
  io.err(`codify: next: codify agree --rules ${flags.coder} --in ${flags.output} holds the codebook's rules against the report\n`);
  return 0;
}

export const importReport: CommandDefinition = {
  name: 'import',
  define(command, start) {
    command
      .description('take a published report in as coded data: its quotes, with role and the theme whose heading they stand under')
      .argument('<report>', 'the report, in Markdown, Word or plain text, written by codify or not');
    withCodebook(command);
    command.addOption(new Option('--as <what>', 'what it is taken in as').choices(['quotes']).makeOptionMandatory());
    command.requiredOption('-o, --output <folder>', 'the folder of the study to be made');
    command.option(
      '--map <file>',
      'YAML that says which theme a heading names: heading: theme-id, or null for none (else its label tells)',
    );
    command.addOption(new Option('--coder <name>', 'who has placed the quotes').argParser(coderName).default('rapport'));
    command.option('--force', 'write over what is in the folder');
    command.addHelpText(
      'after',
      `
A quote is a paragraph between marks, and any quotation behind which a role stands in parentheses. It counts for the theme
of the deepest heading above it that has the label of one; bold words that open a paragraph are a heading too.`,
    );
    command.action((report: string, flags: Flags) => start((io) => run(io, report, flags)));
  },
};
