import type { Rule } from './rule.ts';

export const ignore: Rule = {
  id: 'ignore',
  severity: 'warn',
  why: 'A comment that silences a rule must name the rule and say why, and goes when there is nothing left to silence.',
  passing: 'terms: [leder, ledelse] # codify-ignore same-stem: both are written for those who read the book',
  failing: 'terms: [leder, chefer] # codify-ignore same-stem: both are written for those who read the book',
};
