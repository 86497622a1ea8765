import type { Rule } from './rule.ts';

export const unknownRole: Rule = {
  id: 'unknown-role',
  severity: 'error',
  why: 'A group of roles that names one which is not there would count fewer people than its name promises.',
  passing: `
roles: { chef: { article: en, plural: chefer, definite: cheferne } }
groups: { ledelsen: [chef] }`,
  failing: `
roles: { chef: { article: en, plural: chefer, definite: cheferne } }
groups: { ledelsen: [cheff] }`,
};
