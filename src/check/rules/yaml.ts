import type { Rule } from './rule.ts';

export const yaml: Rule = {
  id: 'yaml',
  severity: 'error',
  why: 'A file that is no YAML, or that other programs would read another way, cannot be trusted to say what its author meant.',
  passing: 'definition: "Tid: at have den, og at få den"',
  failing: 'definition: Tid: at have den, og at få den',
};
