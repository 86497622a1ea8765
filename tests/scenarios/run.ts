import { spawn, spawnSync } from 'node:child_process';
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

const REAL = `"${process.execPath}" "${join(ROOT, 'bin/codify.js')}"`;

function runShell(script: string, cwd: string): Outcome {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', LC_ALL: 'C' };
  delete env['FORCE_COLOR'];
  const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
  return { stdout, stderr, status };
}

/** Runs the real command through a shell, as a person would type it. */
export function runCommand(command: string, cwd: string): Outcome {
  return runShell(`codify() { ${REAL} "$@"; }\n${command}`, cwd);
}

let port: string | undefined;

/** The file in which a codify that stays, and ends with this process, leaves its port. */
function portOfWarm(): string {
  if (port === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'codify-warm-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    port = join(folder, 'port');
    spawn(process.execPath, [join(import.meta.dirname, 'warm.mjs'), port], { stdio: ['pipe', 'ignore', 'inherit'] }).unref();
  }
  return port;
}

/** As `runCommand`, by a codify that stays: many times faster, and the same but for how it starts and ends. */
export function runWarm(command: string, cwd: string): Outcome {
  // What reads a stream of the shell's has a process of its own there.
  const codify = `codify() (
  case " $* " in *" - "*|*" /dev/fd/"*) ${REAL} "$@"; exit;; esac
  trap '' PIPE
  for _ in {1..999}; do [ -s '${portOfWarm()}' ] && break; sleep 0.02; done
  # Where it cannot be reached, as where a machine has no network even to itself, the real one does.
  { exec 3<>/dev/tcp/127.0.0.1/"$(<'${portOfWarm()}')"; } 2>/dev/null || { ${REAL} "$@"; exit; }
  printf '%s\\0' "$PWD" "$#" "$@" >&3 && eval "$(cat <&3)"
)`;
  return runShell(`${codify}\n${command}`, cwd);
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
