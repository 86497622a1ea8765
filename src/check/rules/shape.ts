import type { Rule } from './rule.ts';

export const shape: Rule = {
  id: 'shape',
  severity: 'error',
  why: 'Something is missing, or is not of the kind it should be: YAML reads `1.10` as the number 1.1, `true` as a truth and `null` as nothing.',
  passing: 'version: "1.10"',
  failing: 'version: 1.10',
};
