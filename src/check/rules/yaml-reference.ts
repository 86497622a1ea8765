import type { Rule } from './rule.ts';

export const yamlReference: Rule = {
  id: 'yaml-reference',
  severity: 'error',
  why: 'To YAML a star, an ampersand or an exclamation mark at the beginning of a word is a reference or a tag, not a part of the word.',
  passing: 'terms: ["*drift"]',
  failing: 'terms: [*drift]',
};
