import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scenarios/run.ts';

const FOLDER = join(ROOT, 'samples/formats');
const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');

describe('the samples of formats', () => {
  it('are told of in their readme, each once, and no others', () => {
    const rows = readFileSync(join(FOLDER, 'README.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(told.toSorted()).toEqual(files.toSorted());
  });

  it('are all read, and what is said in each is there', () => {
    const { status, stdout } = spawnSync(process.execPath, ['bin/codify.js', 'read', 'samples/formats', '--format', 'jsonl'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const turns = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { transcript: string; interviewer: boolean; text: string });
    const heard = new Set(
      turns.filter(({ interviewer, text }) => !interviewer && text.length > 0).map(({ transcript }) => transcript.replace(/[#/].*$/, '')),
    );
    expect([...heard].toSorted()).toEqual(files.toSorted());
  });
});
