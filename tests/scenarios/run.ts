import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/*
 * A scenario is a whole terminal session in one readable file:
 *
 *   What it shows, in a line or two.
 *
 *   === a-file.md            a file, up to the next line that begins with === or $
 *   I: Hej
 *   $ codify read a-file.md  a command; what it prints on standard output follows
 *   …                        any lines; inside a line, any characters
 *   --- stderr               what it prints on standard error, when it prints anything
 *   codify: …
 *   --- status 1             its exit status, when it is not 0
 */

export const ROOT = resolve(import.meta.dirname, '../..');

interface Step {
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

export interface Scenario {
  readonly title: string;
  /** Files and commands in the order they stand. */
  readonly acts: readonly ({ readonly file: string; readonly text: string } | Step)[];
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export function parseScenario(source: string): Scenario {
  const [title = '', ...blocks] = source.split(/^(?==== |\$ )/m);
  const acts = blocks.map((block) => {
    const end = block.indexOf('\n');
    const [head, body] = [block.slice(0, end), block.slice(end + 1)];
    if (head.startsWith('=== ')) return { file: head.slice(4).trim(), text: body };
    const status = /^--- status (\d)\n?/m.exec(body);
    const [stdout = '', stderr = ''] = body.replace(/^--- status \d\n?/m, '').split(/^--- stderr\n/m);
    return { command: head.slice(2), stdout: stdout.trimEnd(), stderr: stderr.trimEnd(), status: Number(status?.[1] ?? 0) };
  });
  return { title: title.trim().replace(/\s+/g, ' '), acts };
}

/** A folder of its own for a session, in which the project's samples and codebooks stand as in a clone. */
export function makeFolder(): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'codify-scenario-')));
  for (const name of ['samples', 'codebooks']) symlinkSync(join(ROOT, name), join(path, name));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function writeInto(folder: string, file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Runs the real command through a shell, as a person would type it. */
export function runCommand(command: string, cwd: string): Outcome {
  const typed = command.replace(
    /(^|[|&;(]\s*)codify(?=\s|$)/g,
    (_, before: string) => `${before}"${process.execPath}" "${join(ROOT, 'bin/codify.js')}"`,
  );
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', LC_ALL: 'C' };
  delete env['FORCE_COLOR'];
  const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', typed], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 27 });
  return { stdout, stderr, status };
}

/** What was expected as a pattern: … stands for anything in a line, alone on a line for any lines. */
export function pattern(expected: string): RegExp {
  const lines = expected.split('\n').map((line) =>
    line.trim() === '…'
      ? '[\\s\\S]*?'
      : line
          .split('…')
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*?'),
  );
  return new RegExp(`^${lines.join('\n').replaceAll('\n[\\s\\S]*?\n', '\n(?:[\\s\\S]*?\n)?')}$`);
}
