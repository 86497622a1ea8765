import { Option } from 'commander';
import type { TogetherUnit } from '../../analysis/co-occurrence.ts';
import { CodifyError } from '../../errors.ts';
import type { Amounts, Coding, Column, CrossTable, Language, Study } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withFormat, withCodings, type CodingFlags } from '../options.ts';
import { paint } from '../paint.ts';
import type { PairRecord } from '../records.ts';
import { cliWords } from '../words.ts';

/** What a cell of the table shows. */
const UNITS = ['people', 'quotes', 'interviews', 'words'] as const;
type Unit = (typeof UNITS)[number];

/** What is counted of two themes that stand together. */
const PAIR_UNITS = ['sentences', 'turns', 'people', 'interviews'] as const satisfies readonly TogetherUnit[];

interface Flags extends CodingFlags {
  readonly format: string;
  readonly by: readonly string[];
  readonly unit?: Unit | TogetherUnit;
}

/** The cross-table as text: people and interviews of how many, quotes and words as they are. */
export function countCells(table: CrossTable, unit: Unit, language: Language): { head: string[]; rows: string[][] } {
  const words = cliWords[language];
  const all = [...table.columns, { ...table.total, id: words.total }];
  const shown = (cell: Amounts, of: Column, shownUnit: Unit): string => {
    if (cell[shownUnit] === 0) return '–';
    return shownUnit === 'people' || shownUnit === 'interviews'
      ? `${cell[shownUnit]} ${words.of} ${of[shownUnit]}`
      : String(cell[shownUnit]);
  };
  const rows = table.rows.map(({ theme, cells, total, documents }) => [
    '  '.repeat(theme.path.length - 1) + theme.label,
    ...[...cells, total].map((cell, i) => shown(cell, all[i]!, unit)),
    // A document is no person: where people are counted, documents are.
    ...(documents && table.documents ? [shown(documents, table.documents, unit === 'people' ? 'interviews' : unit)] : []),
  ]);
  const documents = table.documents ? [`${words.documents} (${table.documents.interviews})`] : [];
  return { head: [words.theme, ...all.map((column) => `${column.id} (${column.people})`), ...documents], rows };
}

/** One row for each theme and column, with the denominators: what statistics programs want. */
function tidyRows(table: CrossTable): (string | number)[][] {
  const all = [...table.columns, table.total, ...(table.documents ? [table.documents] : [])];
  return table.rows.flatMap(({ theme, cells, total, documents }) =>
    [...cells, total, ...(documents ? [documents] : [])].map((cell, i) => {
      const of = all[i]!;
      const amounts = [cell.quotes, cell.people, of.people, cell.interviews, of.interviews, cell.words, of.words];
      const values = of.values ?? table.by.map(() => of.id);
      return [theme.path.join('/'), theme.label, ...values, ...amounts];
    }),
  );
}

/** The unit asked for, else the first. @throws CodifyError for one that is not counted here */
function unitOf<T extends string>(unit: string | undefined, units: readonly T[], what: string): T {
  const known = unit === undefined ? units[0] : units.find((one) => one === unit);
  if (known !== undefined) return known;
  throw new CodifyError(`${what} is not counted in ${unit}`, { hint: `--unit is ${units.join(', ')}` });
}

async function printTable(io: Io, study: Study, codings: readonly Coding[], { by, unit, format }: Flags): Promise<void> {
  const { countCodings } = await import('../../analysis/count.ts');
  const { countRecord } = await import('../records.ts');
  const { csvTable, formatTable, markdownTable } = await import('../table.ts');
  const shown = unitOf(unit, UNITS, 'a table of themes and people');
  const table = countCodings(study, codings, ...by);
  const { head, rows } = countCells(table, shown, study.codebook.language);
  if (format === 'json') io.out(`${JSON.stringify(countRecord(table), undefined, 2)}\n`);
  else if (format === 'md') io.out(markdownTable(head, rows));
  else if (format === 'csv') {
    const names = ['theme', 'label', ...table.by, 'quotes', 'people', 'people_of', 'interviews', 'interviews_of', 'words', 'words_of'];
    io.out(csvTable(names, tidyRows(table)));
  } else io.out(formatTable(head, rows, io.width));
}

/** A row for each pair of themes and unit. */
function tidyPairs(pairs: readonly PairRecord[]): (string | number)[][] {
  return pairs.flatMap(({ themes, ...together }) =>
    PAIR_UNITS.map((unit) => {
      const { first, second, both, jaccard } = together[unit];
      return [...themes.flatMap(({ path, label }) => [path.join('/'), label]), unit, first, second, both, jaccard];
    }),
  );
}

async function printPairs(io: Io, { codebook }: Study, codings: readonly Coding[], { by, unit, format }: Flags): Promise<void> {
  const { coOccurrence, strongestPairs } = await import('../../analysis/co-occurrence.ts');
  const { agreementWords } = await import('../agreement-words.ts');
  const { pairRecord } = await import('../records.ts');
  const { csvTable, formatColumns, markdownTable } = await import('../table.ts');
  if (by.some((one) => one !== 'theme'))
    throw new CodifyError('--by theme counts what two themes have in common, and goes with no other --by', {
      hint: 'ask for one at a time',
    });
  const shown = unitOf(unit, PAIR_UNITS, 'what two themes have in common');
  const pairs = strongestPairs(coOccurrence(codebook.allThemes, codings), shown);
  if (format === 'json') return io.out(`${JSON.stringify({ by: 'theme', unit: shown, pairs: pairs.map(pairRecord) }, undefined, 2)}\n`);
  if (format === 'csv') {
    const names = ['theme', 'label', 'other', 'other_label', 'unit', 'theme_units', 'other_units', 'both', 'jaccard'];
    return io.out(csvTable(names, tidyPairs(pairs.map(pairRecord))));
  }
  const { theme, pairs: words } = cliWords[codebook.language];
  const { figure } = agreementWords[codebook.language];
  const head = [theme, words.other, words.units[shown], words.otherUnits, words.both, 'Jaccard'];
  const rows = pairs.map(({ themes, together }) => {
    const { first, second, both, jaccard } = together[shown];
    return [...themes.map(({ label }) => label), String(first), String(second), String(both), figure(jaccard, 2)];
  });
  if (format === 'md') return io.out(markdownTable(head, rows, 2));
  const [first = '', ...lines] = formatColumns([head, ...rows], io.width ?? Infinity, [0, 1], 2);
  io.out(`${[paint.bold(first), ...lines].join('\n')}\n`);
}

/** What a cell of the table of steps shows. */
const STEP_UNITS = ['people', 'quotes'] as const;

/** The evidence on a scale: each dimension and, under it, each role, by level. */
async function printSteps(io: Io, study: Study, codings: readonly Coding[], { by, unit, format }: Flags): Promise<void> {
  const { countCodings } = await import('../../analysis/count.ts');
  const { scaleEvidence } = await import('../../analysis/scale.ts');
  const { stepCells, stepRecords, tidySteps } = await import('../steps.ts');
  const { printPlacingDoubts } = await import('../placings.ts');
  const { csvTable, formatTable, markdownTable } = await import('../table.ts');
  if (by.some((one) => one !== 'level'))
    throw new CodifyError('--by level lays out the evidence on a scale by role, and goes with no other --by', {
      hint: 'ask for one at a time',
    });
  const shown = unitOf(unit, STEP_UNITS, 'the evidence on a scale');
  const all = scaleEvidence(study.codebook, study.plan, codings);
  const table = countCodings(study, codings);
  if (format === 'json') io.out(`${JSON.stringify({ by: 'level', dimensions: stepRecords(all, table) }, undefined, 2)}\n`);
  else if (format === 'csv') {
    const names = ['dimension', 'level', 'theme', 'placed', 'role', 'people_of', 'people', 'quotes', 'supporting', 'contradicting'];
    io.out(csvTable(names, tidySteps(all, table)));
  } else {
    const { head, rows } = stepCells(study.codebook, all, table, shown);
    io.out(format === 'md' ? markdownTable(head, rows) : formatTable(head, rows, io.width));
  }
  printPlacingDoubts(all, io);
}

/** What is counted: themes and people, themes that stand together, or the evidence on the codebook's scale. */
function printerFor({ by }: Flags, { codebook }: Study): typeof printTable {
  if (by.includes('theme')) return printPairs;
  return codebook.scale && by.includes('level') ? printSteps : printTable;
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { printNotices } = await import('../notices.ts');
  const { study, codings } = await codeStudy(paths, flags);
  await printerFor(flags, study)(io, study, codings, flags);
  return printNotices(study, io);
}

export const count: CommandDefinition = {
  name: 'count',
  define(command, start) {
    withCodings(command.description('count who speaks of what: themes by role or by another property of the people'));
    withFormat(command, ['table', 'csv', 'json', 'md']);
    const by = new Option(
      '--by <what>',
      "role, participant, transcript, question of the interview guide, or an attribute of the participants; given twice, by both at once; theme: which themes stand together; level: the evidence on the codebook's scale, by role",
    );
    command.addOption(by.argParser((written: string, before: readonly string[]) => [...before, written]).default([], 'role'));
    const units = new Option(
      '--unit <unit>',
      'what a cell shows: people (without it), quotes, interviews, words; of two themes: sentences (without it), turns, people, interviews',
    );
    command.addOption(units.choices([...new Set<string>([...UNITS, ...PAIR_UNITS])]));
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
