import { UNKNOWN } from '../../analysis/unknown.ts';
import type { Amounts, Column } from '../../model.ts';
import { paragraphs, type Section } from './section.ts';

/** The table of themes and roles that closes the working draft. */
export const overview: Section = {
  name: 'overview',
  write({ words, table }) {
    const cell = ({ people }: Amounts, column: Column): string =>
      people === 0 ? words.words.notFound : `${people} ${words.words.of} ${column.people}`;
    const names = table.columns.map((column) => (column.id === UNKNOWN ? words.words.unknownRole : column.id));
    const rows = table.rows.map(({ theme, cells, total }) => {
      const label = `${'&emsp;'.repeat(theme.path.length - 1)}${theme.label.replaceAll('|', '\\|')}`;
      return `| ${[label, ...cells.map((one, i) => cell(one, table.columns[i]!)), cell(total, table.total)].join(' | ')} |`;
    });
    const lines = [
      `| ${[words.words.theme, ...names, words.words.total].join(' | ')} |`,
      `|---${'|---:'.repeat(names.length + 1)}|`,
      ...rows,
    ];
    return [{ name: 'overview', text: paragraphs(`## ${words.headings.overview}`, words.overviewNote, lines.join('\n')) }];
  },
};
