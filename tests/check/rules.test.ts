import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/check/rules/index.ts';
import { check, completeBook } from './books.ts';

describe('the shelf of rules', () => {
  it('has a file for each, of its name', () => {
    const folder = join(import.meta.dirname, '../../src/check/rules');
    const files = readdirSync(folder).filter((file) => file !== 'index.ts' && file !== 'rule.ts');
    expect(files.sort()).toEqual(rules.map(({ id }) => `${id}.ts`).sort());
  });

  it('says why in a sentence or two', () => {
    for (const { why } of rules) expect(why).toMatch(/^[“A-Z].{30,220}\.$/su);
  });
});

describe.each(rules)('the rule $id', ({ id, severity, passing, failing, said, check: own }) => {
  const problemsIn = async (piece: string): Promise<readonly { rule: string; severity: string; message: string; place: object }[]> =>
    (await check(completeBook(piece), [], said)).problems;

  it('finds one thing in what is failing', async () => {
    const found = (await problemsIn(failing)).filter((problem) => problem.rule === id);
    expect(found).toMatchObject([{ severity, place: { path: expect.any(String), line: expect.any(Number) } }]);
  });

  it('finds nothing in what is passing', async () => {
    expect((await problemsIn(passing)).filter((problem) => problem.rule === id)).toEqual([]);
  });

  it('shows pieces in which no command would find a fault, unless it is the one shown', async () => {
    const hard = new Set(rules.filter((rule) => rule.check === undefined && rule.id !== 'ignore').map((rule) => rule.id));
    for (const piece of own || id === 'ignore' ? [passing, failing] : [passing]) {
      expect((await problemsIn(piece)).filter((problem) => hard.has(problem.rule))).toEqual([]);
    }
  });
});
