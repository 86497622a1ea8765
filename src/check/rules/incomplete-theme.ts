import type { Theme } from '../../model.ts';
import type { Book } from '../book.ts';
import type { Rule } from './rule.ts';

/** What a reader needs to use the theme as its author does; examples only where there are terms to try on them. */
function missing(theme: Theme, book: Book): string[] {
  const isThere = (key: 'definition' | 'include' | 'exclude' | 'examples'): boolean =>
    book.isBroken(book.path(theme, key)) ||
    (key === 'examples' ? theme.terms.length === 0 || theme.examples.length > 0 : theme[key] !== undefined);
  return (['definition', 'include', 'exclude', 'examples'] as const).filter((key) => !isThere(key));
}

export const incompleteTheme: Rule = {
  id: 'incomplete-theme',
  severity: 'warn',
  why: 'Two people agree on a theme when the codebook says what it is, when to use it and when not to, and shows a sentence of it.',
  passing: `
definition: At have for lidt tid.
include: Når der tales om travlhed.
exclude: Mødetider og datoer.
terms: [travlt]
examples: [Vi har for travlt.]`,
  failing: `
definition: At have for lidt tid.
include: Når der tales om travlhed.
terms: [travlt]`,
  check(book) {
    return book.codebook.allThemes.flatMap((theme) => {
      const gone = missing(theme, book);
      const listed = [gone.slice(0, -1).join(', '), gone.at(-1)].filter(Boolean).join(' or ');
      return gone.length === 0 ? [] : [{ path: book.path(theme), message: `the theme "${theme.id}" has no ${listed}` }];
    });
  },
};
