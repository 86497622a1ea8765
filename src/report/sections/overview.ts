import { shownPeople } from '../../analysis/small-cells.ts';
import { UNKNOWN } from '../../analysis/unknown.ts';
import type { Column, CountRow } from '../../model.ts';
import { figureParts } from './figures.ts';
import { paragraphs, type Section } from './section.ts';

/** The table of themes and roles that closes the working draft. */
export const overview: Section = {
  name: 'overview',
  write(facts) {
    const { words, table, figuresIn } = facts;
    const cell = (people: number | undefined, column: Column): string =>
      people === undefined ? words.words.hidden : people === 0 ? words.words.notFound : `${people} ${words.words.of} ${column.people}`;
    // A report with pictures is one to show: what a picture hides, the table beside it hides too.
    const isShown = figuresIn === undefined;
    const names = table.columns.map((column) => (column.id === UNKNOWN ? words.words.unknownRole : column.id));
    const hasPeople = table.total.people > 0;
    names.push(...(hasPeople ? [words.words.total] : []), ...(table.documents ? [words.words.documents] : []));
    const written = ({ documents }: CountRow): string[] =>
      documents && table.documents
        ? [documents.interviews === 0 ? words.words.notFound : `${documents.interviews} ${words.words.of} ${table.documents.interviews}`]
        : [];
    const rows = table.rows.map((row) => {
      const { theme, cells, total } = row;
      const people = isShown ? cells.map((one) => one.people) : shownPeople(row, table.columns);
      const all = hasPeople ? [cell(total.people, table.total)] : [];
      const label = `${'&emsp;'.repeat(theme.path.length - 1)}${theme.label.replaceAll('|', '\\|')}`;
      return `| ${[label, ...people.map((one, i) => cell(one, table.columns[i]!)), ...all, ...written(row)].join(' | ')} |`;
    });
    const lines = [`| ${[words.words.theme, ...names].join(' | ')} |`, `|---${'|---:'.repeat(names.length)}|`, ...rows];
    const note = !hasPeople ? undefined : isShown ? words.overviewNote : `${words.overviewNote} ${words.hiddenNote}`;
    return [
      { name: 'overview', text: paragraphs(`## ${words.headings.overview}`, note, lines.join('\n')) },
      ...figureParts('roles', facts),
    ];
  },
};
