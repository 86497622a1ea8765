import type { Rule } from './rule.ts';

export const regex: Rule = {
  id: 'regex',
  severity: 'error',
  why: 'A pattern that cannot be compiled, that fits nothing at all, or that uses \\b and \\w, which know no æ, ø and å, finds nothing or everything.',
  passing: "terms: [{ regex: 'mål(er|t) på' }]",
  failing: "terms: [{ regex: 'mål(er|t på' }]",
};
