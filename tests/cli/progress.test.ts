import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../files/folder.ts';
import { ROOT } from '../scenarios/run.ts';

const BOOK =
  'title: Bog\nlanguage: da\nroles:\n  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef"] }\nthemes:\n  - { id: tid, label: Tid, terms: [travlt] }\n';
const interviews = Object.fromEntries(
  Array.from({ length: 300 }, (_, i) => [`iv/${i}.md`, `I: Hvad?\n\nR${i} (chef): Vi er nummer ${i}, og vi har travlt.\n`]),
);
const command = `${process.execPath} ${join(ROOT, 'bin/codify.js')} count iv -c bog.yaml`;
const { CI: _, ...env } = process.env;
const hasTerminals = spawnSync('script', ['--version']).status === 0;

describe('while many files are read', () => {
  it.skipIf(!hasTerminals)('a terminal shows how far it is, and nothing of it stays (needs the program script)', async () => {
    const cwd = await folderWith({ 'bog.yaml': BOOK, ...interviews });
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, env, encoding: 'utf8' });
    const shown = [...stdout.matchAll(/\r\u001b\[Kreading (\d+) of 300 files/g)].map(([, done]) => Number(done));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    const left = stdout.split('\r\u001b[K').at(-1)!;
    expect(left).toMatch(/^\S*Tid/);
    expect(left).not.toContain('reading');
    const inCi = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, env: { ...env, CI: 'true' }, encoding: 'utf8' });
    expect(inCi.stdout).not.toContain('reading');
  });

  it('a pipe shows nothing', async () => {
    const cwd = await folderWith({ 'bog.yaml': BOOK, ...interviews });
    expect(spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' }).stderr).not.toContain('reading');
  });
});
