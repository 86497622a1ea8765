import { expect, test } from 'vitest';
import type { Role } from '../../src/model.ts';
import { resolveRole, rolesMeant, titlesMeant } from '../../src/transcript/roles.ts';

const role = (id: string, ...aliases: string[]): Role => ({ id, article: 'en', plural: '', definite: '', aliases });
const roles = [
  role('direktør', '*direktør', 'borgmester'),
  role('chef', '*chef', 'kontorchef*'),
  role('leder', '*leder', '*projektchef', 'stabschef', '*park*'),
  role('medarbejder', '*konsulent', '*medarbejder', '*chefkonsulent'),
];

test.each<[string, string | undefined, string]>([
  ['chef', 'chef', 'the role’s own name'],
  ['centerchef', 'chef', 'a wildcard at the beginning'],
  ['kontorchef for havnen', 'chef', 'a wildcard at the end'],
  ['ansat i parken', 'leder', 'wildcards at both ends'],
  ['stabschef', 'leder', 'an alias written out goes before a wildcard'],
  ['it-projektchef', 'leder', 'the longest wildcard, not the first role'],
  ['chefkonsulent', 'medarbejder', 'the longest wildcard'],
  ['Velfærdsdirektør', 'direktør', 'any case'],
  ['  CHEF ', 'chef', 'blanks around'],
  ['direktör', undefined, 'other letters are other letters'],
  ['chefen', undefined, 'no alias fits'],
  ['astronaut', undefined, 'no alias fits'],
])('the title "%s" means %s: %s', (title, expected) => {
  expect(resolveRole(title, roles)).toBe(expected);
});

test('of two wildcards as long the role that stands first is meant', () => {
  expect(resolveRole('abcxyz', [role('a', 'abc*'), role('b', '*xyz')])).toBe('a');
  expect(resolveRole('abcxyz', [role('b', '*xyz'), role('a', 'abc*')])).toBe('b');
});

test('a role’s own name goes before a wildcard that fits it just as well', () => {
  expect(resolveRole('chef', [role('leder', '*chef'), role('chef')])).toBe('chef');
});

test('a title in decomposed letters means the same', () => {
  expect(resolveRole('a\u030ardirektør', roles)).toBe('direktør');
  expect(resolveRole('åleder', [role('x', 'a\u030aleder')])).toBe('x');
});

test('no title means no role', () => {
  expect(resolveRole(undefined, roles)).toBeUndefined();
});

const inWords: readonly Role[] = [
  { ...role('chef', '*chef'), plural: 'chefer', definite: 'cheferne' },
  { ...role('leder', '*leder', 'rektor'), plural: 'ledere', definite: 'lederne' },
];
const groups = [{ name: 'Ledere på alle niveauer', roles: ['chef', 'leder'] }];

test.each<[string, readonly string[]]>([
  ['leder', ['leder']],
  ['Leder', ['leder']],
  ['ledere', ['leder']],
  ['lederne', ['leder']],
  ['to ledere', ['leder']],
  ['en leder', ['leder']],
  ['teamleder', ['leder']],
  ['rektor', ['leder']],
  ['chef for børn og unge', ['chef']],
  ['kvinde, chef, 45 år', ['chef']],
  ['R05, centerchef', ['chef']],
  ['Leder 3', ['leder']],
  ['ledere på alle niveauer', ['chef', 'leder']],
  ['chefens bil', []],
  ['griner', []],
  ['12', []],
  ['', []],
])('in a report "%s" means %j', (written, meant) => {
  expect(rolesMeant(written, { roles: inWords, groups })).toEqual(meant);
});

test('without a codebook a word means the titles it ends', () => {
  const titles = ['teamleder', 'Centerchef', 'chefkonsulent'];
  expect(['leder', 'Teamleder', 'chef', 'leder for havnen', 'medarbejder', ''].map((written) => titlesMeant(written, titles))).toEqual([
    ['teamleder'],
    ['teamleder'],
    ['Centerchef'],
    ['teamleder'],
    [],
    [],
  ]);
});
