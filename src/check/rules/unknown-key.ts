import type { Rule } from './rule.ts';

export const unknownKey: Rule = {
  id: 'unknown-key',
  severity: 'error',
  why: 'What stands under a mistyped key is read by nobody.',
  passing: 'counterexamples: [Der var tre mål i kampen.]',
  failing: 'counterexampels: [Der var tre mål i kampen.]',
};
