import { figureMarkdown } from '../../figures/markdown.ts';
import { paragraphs } from '../../sections/section.ts';
import { columnName, themeAnchor } from '../facts.ts';
import { escapeMarkdown, link, tableOf } from '../markdown.ts';
import { stepsText } from '../steps.ts';
import type { EvidenceSection } from './section.ts';

/** People by theme and role; each number leads to the quotes behind it. */
export const overview: EvidenceSection = {
  name: 'overview',
  write(facts) {
    const { table, words, reportWords, figures, figuresIn } = facts;
    const { notFound, of, theme: themeWord, total: totalWord, documents: documentsWord } = reportWords.words;
    const rows = table.rows.map(({ theme, cells, total, documents }) => {
      const cell = (people: number, all: number, anchor: string): string =>
        people === 0 ? notFound : link(`${people} ${of} ${all}`, anchor);
      return [
        `${'&emsp;'.repeat(theme.path.length - 1)}${link(escapeMarkdown(theme.label), themeAnchor(theme))}`,
        ...cells.map(({ people }, i) => cell(people, table.columns[i]!.people, themeAnchor(theme, i))),
        cell(total.people, table.total.people, themeAnchor(theme)),
        ...(documents && table.documents
          ? [cell(documents.interviews, table.documents.interviews, themeAnchor(theme, table.columns.length))]
          : []),
      ];
    });
    const head = [
      themeWord,
      ...table.columns.map(({ id }) => columnName(id, facts)),
      totalWord,
      ...(table.documents ? [documentsWord] : []),
    ];
    return paragraphs(
      words.overviewNote,
      tableOf(
        head,
        rows,
        head.map((_, i) => (i === 0 ? 'text' : 'number')),
      ),
      stepsText(facts),
      ...figures.map((figure) => figureMarkdown(figure, figures, figuresIn, { words: reportWords })),
    );
  },
};
