import type { Finding, Rule } from './rule.ts';

const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|n|yes|no|on|off|true|false)$/i, 'true or false'],
  [/^(?:null|nil|nan|inf)$/i, 'nothing, or no number'],
  [/^\d{4}-\d{1,2}(?:-\d{1,2})?$|^\d{1,2}-\d{1,2}(?:-\d{2,4})?$/, 'a date'],
  [/^\d+(?:e\d+)?$|^0[xob][\da-f]+$/i, 'a number'],
  [/^(?:ja|nej)$/i, 'an answer'],
];

export const misreadId: Rule = {
  id: 'misread-id',
  severity: 'warn',
  why: 'Other readers of YAML and spreadsheets take `no`, `on`, `2026-05-01` or `1e3` for a truth, a date or a number, and `nej` is an answer, not a theme.',
  passing: 'themes: [{ id: norge, label: Norge }]',
  failing: 'themes: [{ id: no, label: Norge }]',
  check(book) {
    const { allThemes, roles, scale } = book.codebook;
    const ids = [
      ...allThemes.map((theme) => ({ id: theme.id, path: book.path(theme, 'id'), atKey: false })),
      ...(['levels', 'dimensions'] as const).flatMap((list) =>
        (scale?.[list] ?? []).map(({ id }, i) => ({ id, path: ['scale', list, i, 'id'], atKey: false })),
      ),
      ...roles.map(({ id }) => ({ id, path: ['roles', id], atKey: true })),
    ];
    return ids.flatMap(({ id, path, atKey }): Finding[] => {
      const meant = MISREAD.find(([pattern]) => pattern.test(id))?.[1];
      return meant === undefined ? [] : [{ path, atKey, message: `"${id}" is read as ${meant} by others`, hint: 'use a longer word' }];
    });
  },
};
