import type { Rule } from './rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  why: 'Findings, sections and decisions call a theme by its id; two themes with one id would be mixed up in all of them.',
  passing: `
themes:
  - { id: tid, label: Tid }
  - { id: tidspres, label: Tidspres }`,
  failing: `
themes:
  - { id: tid, label: Tid }
  - { id: tid, label: Tidspres }`,
};
