import type { Finding, Rule } from './rule.ts';

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
    const { allThemes, roles } = book.codebook;
    const themeIds = allThemes.map((theme) => ({ id: theme.id, path: book.path(theme, 'id'), atKey: false }));
    const roleIds = roles.map(({ id }) => ({ id, path: ['roles', id], atKey: true }));
    return [themeIds, roleIds].flatMap((ids) => {
      const first = new Map<string, string>();
      return ids.flatMap(({ id, path, atKey }): Finding[] => {
        const twin = first.get(seen(id)) ?? id;
        first.set(seen(id), twin);
        return twin === id
          ? []
          : [{ path, atKey, message: `"${id}" looks like "${twin}" above`, hint: 'name one of them by another word' }];
      });
    });
  },
};
