import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../scenarios/run.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
if (!hasTmux) console.warn('tmux is not installed: the review is not tried in a real terminal');

// A server of its own for each session: one that has just been told to end may not have ended.
let sessions = 0;
const socket = (): string => `codify-${process.pid}-${sessions}`;
const tmux = (...args: string[]): string => execFileSync('tmux', ['-L', socket(), '-f', '/dev/null', ...args], { encoding: 'utf8' });
const open: string[] = [];

afterEach(() => {
  spawnSync('tmux', ['-L', socket(), 'kill-server']);
  for (const folder of open.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the sample study whose only decisions are those made here. */
function studyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'codify-terminal-'));
  open.push(folder);
  cpSync(join(ROOT, 'samples/faelles-om-opgaven'), folder, { recursive: true });
  rmSync(join(folder, 'decisions'), { recursive: true });
  const plan = readFileSync(join(folder, 'codify.yaml'), 'utf8');
  writeFileSync(join(folder, 'codify.yaml'), plan.replaceAll('../../codebooks', join(ROOT, 'codebooks')));
  return folder;
}

/** A shell in a terminal of 80×24, with a command of codify started in it. */
function start(folder: string, args: string): void {
  const shell = `cd ${folder}; echo before; node ${join(ROOT, 'bin/codify.js')} ${args}; echo "status $?"; exec cat`;
  const env = { ...process.env, NO_COLOR: '1' };
  delete (env as NodeJS.ProcessEnv)['CI'];
  sessions += 1;
  execFileSync('tmux', ['-L', socket(), '-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '24', `bash -c '${shell}'`], { env });
}

const screen = (): string => tmux('capture-pane', '-p');
/** Without the breaks that the width of the terminal makes, wherever they fall. */
const inOneLine = (text: string): string => text.replaceAll(/\s/g, '');
const keys = (...sent: string[]): void => {
  for (const key of sent) tmux('send-keys', '--', key);
};
const until = async (text: string | RegExp): Promise<string> =>
  await vi.waitFor(
    () => {
      const shown = screen();
      expect(shown).toMatch(text);
      return shown;
    },
    { timeout: 60_000, interval: 100 },
  );
const linesOf = (folder: string): { verdict: string; stance?: string; theme?: string }[] =>
  readFileSync(join(folder, 'decisions/eva.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { verdict: string });
const lockOf = (folder: string): string => join(folder, 'decisions/eva.jsonl.lock');

describe.skipIf(!hasTmux)('the review in a real terminal', () => {
  it('is gone through by keys, and leaves the terminal as it was', { timeout: 120_000 }, async () => {
    const folder = studyFolder();
    start(folder, 'review --coder eva');
    const first = await until('1/');
    expect(first.split('\n')[0]).toMatch(/^kan komme i rapporten .* 0 afgjort {2}eva$/);
    expect(first).not.toContain('before');
    keys('f');
    await until(' 1 afgjort');
    const [line] = linesOf(folder);
    expect(line).toMatchObject({ verdict: 'accept', stance: 'supports' });
    keys('Right', 'a');
    await until(/── afvist: /);
    keys('t', 'tillid');
    await until('Sæt temaet på: tillid');
    keys('Enter');
    await until(/── sat på: Tillid/);
    keys('m', 'æøå', 'Enter');
    await until('notat gemt');
    expect(linesOf(folder).some((one) => 'memo' in one && one.memo === 'æøå')).toBe(true);
    keys('q');
    const last = await until('status 0');
    expect(last).toMatch(/^before\n\d sætninger afgjort nu, \d i alt · de står i decisions\/eva\.jsonl · næste: /);
    expect(existsSync(lockOf(folder))).toBe(false);
  });

  it('goes on after a kill, and takes over what was held; while it runs nobody else decides as eva', { timeout: 120_000 }, async () => {
    const folder = studyFolder();
    start(folder, 'review --coder eva');
    await until('1/');
    keys('f');
    await until(' 1 afgjort');
    const { pid } = JSON.parse(readFileSync(lockOf(folder), 'utf8')) as { pid: number };
    tmux('new-window', `bash -c 'cd ${folder}; node ${join(ROOT, 'bin/codify.js')} review --coder eva; echo "status $?"; exec cat'`);
    expect(inOneLine(await until('status 2'))).toContain(`process${pid}`);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 30_000 });
    const before = readFileSync(join(folder, 'decisions/eva.jsonl'), 'utf8');
    tmux('kill-server');
    start(folder, 'review --coder eva');
    await until(' 1 afgjort');
    expect(readFileSync(join(folder, 'decisions/eva.jsonl'), 'utf8')).toBe(before);
    keys('q');
    expect(inOneLine(await until('status 0'))).toContain('whichrunsnomore,andistakenover');
  });

  it('gives the terminal back when it is told to stop', { timeout: 120_000 }, async () => {
    const folder = studyFolder();
    start(folder, 'review --coder eva');
    await until('1/');
    process.kill((JSON.parse(readFileSync(lockOf(folder), 'utf8')) as { pid: number }).pid, 'SIGTERM');
    expect(await until('status 143')).toMatch(/^before\nstatus 143/);
    expect(existsSync(lockOf(folder))).toBe(false);
  });

  it('opens on what two coders disagree on from the agreement of these two', { timeout: 120_000 }, async () => {
    const folder = studyFolder();
    cpSync(join(ROOT, 'samples/faelles-om-opgaven/decisions'), join(folder, 'decisions'), { recursive: true });
    start(folder, 'agree mette decisions/jonas.jsonl --review eva');
    expect((await until('1/')).split('\n')[0]).toMatch(/^uenighed .* 0 afgjort {2}eva$/);
    expect(screen()).toMatch(/De andre: jonas: .*mette: /);
    keys('q');
    await until('status 0');
    tmux('kill-server');
    start(folder, 'agree mette --review eva');
    await until(/^uenighed .* 0\/0 /);
    keys('q');
    await until('status 0');
  });

  it('says what is missing for a folder without a study file', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codify-terminal-'));
    open.push(folder);
    start(folder, 'review --coder eva');
    expect(inOneLine(await until('status 2'))).toContain('makeonewithcodifyinit');
  });
});
