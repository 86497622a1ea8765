import type { Rule } from './rule.ts';

export const unknownLevel: Rule = {
  id: 'unknown-level',
  severity: 'error',
  why: 'A theme at a level or in a dimension that the scale does not have stands nowhere on it, and its quotes are evidence of no step.',
  passing: `
scale: { levels: [{ id: lukket, label: Lukket }, { id: åben, label: Åben }], dimensions: [{ id: borgere, label: Borgerne }] }
themes: [{ id: spørger, label: Vi spørger, level: åben, dimension: borgere, definition: Borgerne bliver spurgt. }]`,
  failing: `
scale: { levels: [{ id: lukket, label: Lukket }, { id: åben, label: Åben }], dimensions: [{ id: borgere, label: Borgerne }] }
themes: [{ id: spørger, label: Vi spørger, level: åbne, dimension: borgere, definition: Borgerne bliver spurgt. }]`,
};
