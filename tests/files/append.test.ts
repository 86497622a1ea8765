import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hold, untorn, type HeldFile } from '../../src/files/append.ts';
import { findFiles } from '../../src/files/find.ts';
import { ROOT } from '../scenarios/run.ts';
import { faultOf } from './faults.ts';
import { folderWith } from './folder.ts';
import { runs } from '../chance.ts';

/** Holds AB's file in this process until the test is over; `told` are the notes. */
function held(path: string): HeldFile & { readonly told: readonly string[] } {
  const told: string[] = [];
  const file = hold(path, { coder: 'AB', tell: (note) => told.push(note) });
  onTestFinished(file.close);
  return { ...file, told };
}

/** Another process that holds AB's file, and then does what this script says with `file`. */
async function otherHolding(path: string, script: string): Promise<ChildProcess> {
  const append = JSON.stringify(join(ROOT, 'dist/files/append.js'));
  const code = `import { hold } from ${append};
const file = hold(${JSON.stringify(path)}, { coder: 'AB', tell: () => {} });
process.stdout.write('held');
${script}`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void other.kill('SIGKILL'));
  await new Promise((resolve, reject) => other.stdout.once('data', resolve).once('close', reject));
  return other;
}

const ended = async (other: ChildProcess): Promise<void> => {
  if (other.exitCode === null && other.signalCode === null) await new Promise((resolve) => other.once('exit', resolve));
};
const WAIT = 'setInterval(() => {}, 1000);';

describe('a file held for appending', () => {
  it('is made, grows by whole lines, and leaves no lock behind', async () => {
    const folder = await folderWith({});
    const path = join(folder, 'decisions/AB.jsonl');
    const file = held(path);
    expect(file.text).toBe('');
    file.append(['{"a":"æ"}', '{"b":1}']);
    file.append(['{"c":1}']);
    expect(await readFile(path, 'utf8')).toBe('{"a":"æ"}\n{"b":1}\n{"c":1}\n');
    expect(await findFiles([folder], '.', false)).toMatchObject([{ name: 'decisions/AB.jsonl' }]);
    file.close();
    expect(await readdir(join(folder, 'decisions'))).toEqual(['AB.jsonl']);
    expect(held(path).text).toBe('{"a":"æ"}\n{"b":1}\n{"c":1}\n');
  });

  it('is refused to a second run, which is told who has it', async () => {
    const path = join(await folderWith({ 'AB.jsonl': '' }), 'AB.jsonl');
    const other = await otherHolding(path, WAIT);
    const fault = faultOf(() => held(path));
    expect(fault.message).toBe(`AB is deciding already: process ${other.pid} on this machine holds the file`);
    expect(fault.hint).toContain(`${path}.lock`);
    other.kill('SIGTERM');
    await ended(other);
    expect(await readdir(join(path, '..'))).toEqual(['AB.jsonl']);
    const file = held(path);
    expect(faultOf(() => held(path)).message).toContain(`process ${process.pid} on this machine`);
    file.append(['{}']);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is let go by %s, which ends the run as ever', async (signal) => {
    const path = join(await folderWith({}), 'AB.jsonl');
    const other = await otherHolding(path, `file.append(['{}']);${WAIT}`);
    other.kill(signal);
    await ended(other);
    expect(other.signalCode).toBe(signal);
    expect(await readdir(join(path, '..'))).toEqual(['AB.jsonl']);
  });

  it('keeps all that was appended before the run was killed, and is taken over', async () => {
    const path = join(await folderWith({}), 'AB.jsonl');
    const other = await otherHolding(
      path,
      `for (let i = 0; ; i += 1) { file.append([JSON.stringify({ i })]); process.stdout.write('.'); }`,
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    other.kill('SIGKILL');
    let said = 0;
    other.stdout!.on('data', (dots: Buffer) => (said += dots.length));
    await ended(other);
    const file = held(path);
    expect(file.told[0]).toBe(`${path}.lock: was left by process ${other.pid}, which runs no more, and is taken over`);
    const lines = file.text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(lines.map((_, i) => ({ i })));
    expect(lines.length).toBeGreaterThanOrEqual(said);
    file.append(['{"more":1}']);
    expect(await readFile(path, 'utf8')).toBe(`${file.text}{"more":1}\n`);
  });

  it('is refused while it is held on another machine, or by a lock that tells nothing', async () => {
    const folder = await folderWith({
      'AB.jsonl.lock': JSON.stringify({ pid: 7, host: `not-${hostname()}` }),
      'CD.jsonl.lock': '',
    });
    expect(faultOf(() => held(join(folder, 'AB.jsonl'))).message).toContain(`process 7 on not-${hostname()} holds the file`);
    expect(faultOf(() => held(join(folder, 'CD.jsonl'))).hint).toContain('CD.jsonl.lock');
  });

  it('is not written to when another run took it, or another program changed it', async () => {
    const path = join(await folderWith({}), 'AB.jsonl');
    const file = held(path);
    file.append(['{}']);
    await writeFile(path, '{}\n{"from":"git"}\n');
    expect(faultOf(() => file.append(['{"mine":1}'])).message).toContain('changed by another program');
    await writeFile(path, '{}\n');
    await writeFile(`${path}.lock`, JSON.stringify({ pid: 1, host: hostname() }));
    expect(faultOf(() => file.append(['{"mine":1}'])).message).toContain('no longer held');
    file.close();
    expect(await readFile(path, 'utf8')).toBe('{}\n');
    expect(await readdir(join(path, '..'))).toEqual(['AB.jsonl', 'AB.jsonl.lock']);
  });

  it('is left alone when it is no UTF-8', async () => {
    const utf16 = Buffer.from('\ufeff{"a":1}', 'utf16le');
    const path = join(await folderWith({ 'AB.jsonl': utf16 }), 'AB.jsonl');
    expect(faultOf(() => held(path)).message).toBe('is not written in UTF-8');
    expect(await readFile(path)).toEqual(utf16);
    expect(await readdir(join(path, '..'))).toEqual(['AB.jsonl']);
  });
});

describe('a torn last line', () => {
  it('is taken out, wherever it was torn, and told with its words; a whole one only gets its line end', async () => {
    const folder = await folderWith({});
    const path = join(folder, 'AB.jsonl');
    const lines = fc.array(fc.record({ exact: fc.string({ unit: 'grapheme' }), start: fc.nat() }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lines, async (decisions) => {
        const written = decisions.map((one) => JSON.stringify(one));
        const bytes = Buffer.from(written.map((line) => `${line}\n`).join(''));
        for (let length = 0; length <= bytes.length; length += 1) {
          const there = bytes.subarray(0, length);
          await writeFile(path, there);
          const file = held(path);
          file.close();
          const ends = bytes.subarray(0, length + 1).filter((byte) => byte === 0x0a).length;
          expect(file.text).toBe(
            written
              .slice(0, ends)
              .map((line) => `${line}\n`)
              .join(''),
          );
          expect(await readFile(path, 'utf8')).toBe(file.text);
          const torn = there.subarray(Buffer.byteLength(file.text)).toString('utf8');
          expect(file.told).toEqual(torn === '' ? [] : [expect.stringContaining(`${path}:${ends + 1}: was torn`)]);
          expect(file.told.join('')).toContain(torn);
        }
      }),
      { numRuns: runs(4) },
    );
  });

  it('is no other line: what git left of a merge, or a word, is not cut off', () => {
    for (const text of ['{"a":1}\n>>>>>>> her', '{"a":1}', '{"a":1}\nord', '', '\n'])
      expect(untorn(Buffer.from(text))).toEqual({ whole: Buffer.from(text), torn: undefined });
  });
});
