import type { YamlPath } from '../../codebook/load.ts';
import type { Rule } from './rule.ts';

const seen = (id: string): string =>
  id
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();

export const lookalikeId: Rule = {
  id: 'lookalike-id',
  severity: 'error',
  why: 'Ids that differ only by capitals, by how a character is stored or by one that cannot be seen are two to a program and one to people.',
  passing: `
themes:
  - { id: tid, label: Tid }
  - { id: tidspres, label: Tidspres }`,
  failing: `
themes:
  - { id: tid, label: Tid }
  - { id: Tid, label: Tidspres }`,
  check(book) {
    const first = new Map<string, string>();
    return book.codebook.allThemes.flatMap((theme) => {
      const twin = first.get(seen(theme.id));
      first.set(seen(theme.id), twin ?? theme.id);
      if (twin === undefined || twin === theme.id) return [];
      const path: YamlPath = book.path(theme, 'id');
      return [{ path, message: `the id "${theme.id}" looks like "${twin}" above`, hint: 'name one of them by another word' }];
    });
  },
};
