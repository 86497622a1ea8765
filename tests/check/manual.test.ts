import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../src/check/rules/index.ts';
import { MANUAL, withPages } from './manual.mjs';

it('the manual holds a page for each rule, as the rules are now: npm run manual writes them', () => {
  const manual = readFileSync(MANUAL, 'utf8');
  expect(manual).toBe(withPages(manual, rules));
  expect([...manual.matchAll(/^### (\S+) \(/gm)].map((match) => match[1])).toEqual(rules.map((rule) => rule.id));
});
