import type { YamlPath } from '../../codebook/load.ts';
import type { Rule } from './rule.ts';

const LISTS: ReadonlySet<string | number> = new Set(['terms', 'unless', 'aliases']);
const isTerm = (path: YamlPath): boolean => path.some((step) => LISTS.has(step));

export const foldedTerm: Rule = {
  id: 'folded-term',
  severity: 'warn',
  why: 'Where a comma or a dash is forgotten at the end of a line, YAML folds two lines into one term, which then finds neither.',
  passing: `
terms: [
  travlt,
  presset,
]`,
  failing: `
terms: [
  travlt
  presset,
]`,
  check(book) {
    return book.texts
      .filter(({ path, scalar }) => isTerm(path) && scalar.source.includes('\n'))
      .map(({ path, value }) => ({
        path,
        message: `"${value}" is one term over two lines`,
        hint: 'write a comma between them, or put it on one line',
      }));
  },
};
