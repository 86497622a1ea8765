import type { Rule } from './rule.ts';

export const roleName: Rule = {
  id: 'role-name',
  severity: 'error',
  why: 'The role `interviewer` belongs to those who ask, and roles that are numbers would lose their order of rank.',
  passing: 'roles: { chef: { article: en, plural: chefer, definite: cheferne } }',
  failing: 'roles: { 1: { article: en, plural: chefer, definite: cheferne } }',
};
