import type { Rule } from './rule.ts';

export const sharedCell: Rule = {
  id: 'shared-cell',
  severity: 'error',
  why: 'A step of a dimension is described by one theme, so that it has one definition. What is several things is sub-themes of it, which have no step of their own.',
  passing: `
scale: { levels: [{ id: lukket, label: Lukket }, { id: åben, label: Åben }], dimensions: [{ id: borgere, label: Borgerne }] }
themes:
  - { id: spørger, label: Vi spørger, level: åben, dimension: borgere, definition: Borgerne bliver spurgt. }
  - { id: afgør, label: Vi afgør, level: lukket, dimension: borgere, definition: Borgerne får et brev. }`,
  failing: `
scale: { levels: [{ id: lukket, label: Lukket }, { id: åben, label: Åben }], dimensions: [{ id: borgere, label: Borgerne }] }
themes:
  - { id: spørger, label: Vi spørger, level: åben, dimension: borgere, definition: Borgerne bliver spurgt. }
  - { id: lytter, label: Vi lytter, level: åben, dimension: borgere, definition: Borgerne bliver hørt. }`,
};
