import { patternKey } from '../patterns.ts';
import type { Theme } from '../../model.ts';
import type { Rule } from './rule.ts';

const fold = (text: string | undefined): string | undefined => text?.normalize('NFC').trim().toLowerCase();
const termsOf = (theme: Theme): string => [...new Set(theme.terms.map((term) => patternKey(term.pattern)))].sort().join('\n');

/** What of a sub-theme is word for word its parent's. */
function same(theme: Theme, parent: Theme): string | undefined {
  if (fold(theme.label) === fold(parent.label)) return 'label';
  if (theme.definition !== undefined && fold(theme.definition) === fold(parent.definition)) return 'definition';
  return theme.terms.length > 0 && termsOf(theme) === termsOf(parent) ? 'terms' : undefined;
}

export const sameAsParent: Rule = {
  id: 'same-as-parent',
  severity: 'warn',
  why: 'A sub-theme that is its parent over again takes all the parent’s quotes and says nothing new.',
  passing: `
terms: [tid]
themes: [{ id: travlhed, label: Travlhed, terms: [travlt] }]`,
  failing: `
terms: [tid]
themes: [{ id: travlhed, label: Travlhed, terms: [tid] }]`,
  check(book) {
    return book.codebook.allThemes.flatMap((theme) => {
      const parent = book.above(theme).at(-1);
      const what = parent && same(theme, parent);
      if (!parent || what === undefined) return [];
      const message = `the ${what} of "${theme.id}" ${what === 'terms' ? 'are those' : 'is that'} of its parent "${parent.id}"`;
      return [{ path: book.path(theme, what), message, hint: 'say what sets it apart, or make them one theme' }];
    });
  },
};
