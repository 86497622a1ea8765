import { Option } from 'commander';
import type { CrossTable, Language } from '../../model.ts';
import { requestOf, withFormat, withStudy, type StudyFlags } from '../options.ts';
import type { CommandDefinition } from '../program.ts';
import { cliWords } from '../words.ts';

/** What a cell of the table shows. */
export type Unit = 'people' | 'quotes' | 'interviews' | 'words';

/** The cross-table as head and rows of text: people and interviews of how many, quotes and words as they are. */
export function countCells(table: CrossTable, unit: Unit, language: Language): { head: string[]; rows: string[][] } {
  const words = cliWords[language];
  const all = [...table.columns, { ...table.total, id: words.total }];
  const head = [words.theme, ...all.map((column) => `${column.id} (${column.people})`)];
  const rows = table.rows.map(({ theme, cells, total }) => {
    const shown = [...cells, total].map((cell, i) => {
      if (cell[unit] === 0) return '–';
      return unit === 'people' || unit === 'interviews' ? `${cell[unit]} ${words.of} ${all[i]![unit]}` : String(cell[unit]);
    });
    return ['  '.repeat(theme.path.length - 1) + theme.label, ...shown];
  });
  return { head, rows };
}

export const count: CommandDefinition = {
  name: 'count',
  define(command, run) {
    withFormat(withStudy(command.description('count who speaks of what: themes by role or by another property of the people')), [
      'table',
      'csv',
      'json',
      'md',
    ])
      .option('--by <what>', 'role, participant, transcript, or an attribute of the participants', 'role')
      .addOption(new Option('--unit <unit>', 'what a cell shows').choices(['people', 'quotes', 'interviews', 'words']).default('people'))
      .action((paths: string[], flags: StudyFlags & { format: string; by: string; unit: Unit }) =>
        run(async (io) => {
          const [
            { loadStudy },
            { codeTranscripts },
            { countCodings },
            { countRecord },
            { csvTable, formatTable, markdownTable },
            { printNotices },
          ] = await Promise.all([
            import('../../study/load.ts'),
            import('../../coding/code.ts'),
            import('../../analysis/count.ts'),
            import('../records.ts'),
            import('../table.ts'),
            import('../notices.ts'),
          ]);
          const study = await loadStudy(requestOf(paths, flags));
          const { codings } = codeTranscripts(study.codebook, study.transcripts);
          const table = countCodings(study, codings, flags.by);
          if (flags.format === 'json') io.out(`${JSON.stringify(countRecord(table), undefined, 2)}\n`);
          else if (flags.format === 'csv') {
            const all = [...table.columns, { ...table.total, id: 'total' }];
            const head = ['theme', 'label', table.by, 'quotes', 'people', 'people_of', 'interviews', 'interviews_of', 'words', 'words_of'];
            const rows = table.rows.flatMap(({ theme, cells, total }) =>
              [...cells, total].map((cell, i) => {
                const column = all[i]!;
                return [
                  theme.path.join('/'),
                  theme.label,
                  column.id,
                  cell.quotes,
                  cell.people,
                  column.people,
                  cell.interviews,
                  column.interviews,
                  cell.words,
                  column.words,
                ];
              }),
            );
            io.out(csvTable(head, rows));
          } else {
            const { head, rows } = countCells(table, flags.unit, study.codebook.language);
            io.out(flags.format === 'md' ? markdownTable(head, rows) : formatTable(head, rows, io.width));
          }
          return printNotices(study, io);
        }),
      );
  },
};
