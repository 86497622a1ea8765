import type { Rule } from './rule.ts';

export const impossibleTerm: Rule = {
  id: 'impossible-term',
  severity: 'error',
  why: 'A term of no word, with a comma or with a star inside is never found: a term is words divided by blanks, a star stands at either end of one.',
  passing: 'terms: [bor*]',
  failing: 'terms: ["bor*er"]',
};
