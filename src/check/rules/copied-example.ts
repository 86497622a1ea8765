import type { Theme } from '../../model.ts';
import { wordForms } from '../../text/words.ts';
import type { Finding, Rule } from './rule.ts';

export const copiedExample: Rule = {
  id: 'copied-example',
  severity: 'warn',
  why: 'An example that two themes share shows no reader what sets them apart.',
  passing: `
themes:
  - { id: tid, label: Tid, examples: [Vi har for travlt.] }
  - { id: penge, label: Penge, examples: [Pengene er brugt.] }`,
  failing: `
themes:
  - { id: tid, label: Tid, examples: [Vi har for travlt.] }
  - { id: penge, label: Penge, examples: [Vi har for travlt.] }`,
  check(book) {
    const first = new Map<string, Theme>();
    const themes = book.codebook.allThemes.filter((theme) => !book.isBroken(book.path(theme, 'examples')));
    return themes.flatMap((theme) =>
      theme.examples.flatMap((example, i): Finding[] => {
        const key = wordForms(example).join(' ');
        const other = first.get(key);
        first.set(key, other ?? theme);
        if (other === undefined || book.areRelated(theme, other)) return [];
        return [
          {
            path: book.path(theme, 'examples', i),
            message: `the same example stands in "${other.id}"`,
            hint: 'find one that is this theme and no other',
          },
        ];
      }),
    );
  },
};
