import { Option } from 'commander';
import type { Amounts, Column, CrossTable, Language } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withFormat, withCodings, type CodingFlags } from '../options.ts';
import { cliWords } from '../words.ts';

/** What a cell of the table shows. */
type Unit = 'people' | 'quotes' | 'interviews' | 'words';

interface Flags extends CodingFlags {
  readonly format: string;
  readonly by: string;
  readonly unit: Unit;
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
      return [theme.path.join('/'), theme.label, of.id, ...amounts];
    }),
  );
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { countCodings } = await import('../../analysis/count.ts');
  const { countRecord } = await import('../records.ts');
  const { printNotices } = await import('../notices.ts');
  const { csvTable, formatTable, markdownTable } = await import('../table.ts');
  const { study, codings } = await codeStudy(paths, flags);
  const table = countCodings(study, codings, flags.by);
  const { head, rows } = countCells(table, flags.unit, study.codebook.language);
  if (flags.format === 'json') io.out(`${JSON.stringify(countRecord(table), undefined, 2)}\n`);
  else if (flags.format === 'md') io.out(markdownTable(head, rows));
  else if (flags.format === 'csv') {
    const names = ['theme', 'label', table.by, 'quotes', 'people', 'people_of', 'interviews', 'interviews_of', 'words', 'words_of'];
    io.out(csvTable(names, tidyRows(table)));
  } else io.out(formatTable(head, rows, io.width));
  return printNotices(study, io);
}

export const count: CommandDefinition = {
  name: 'count',
  define(command, start) {
    withCodings(command.description('count who speaks of what: themes by role or by another property of the people'));
    withFormat(command, ['table', 'csv', 'json', 'md']);
    command.option('--by <what>', 'role, participant, transcript, or an attribute of the participants', 'role');
    command.addOption(
      new Option('--unit <unit>', 'what a cell shows').choices(['people', 'quotes', 'interviews', 'words']).default('people'),
    );
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
