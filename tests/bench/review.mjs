// How long a key of the review takes: pressed, on the disk, and on the screen. More than three hundred quotes are gone
// through; the coder looks at the first one for as long as it takes to read a line.
import { EventEmitter } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PassThrough } from 'node:stream';
import { codeStudy } from '../../dist/cli/coded.js';
import { sitDown } from '../../dist/cli/sitting.js';
import { hold } from '../../dist/files/append.js';
import { lineOf } from '../../dist/review/deciding.js';
import { begin } from '../../dist/review/state.js';

// As the command does, before react is loaded.
process.env.NODE_ENV = 'production';
const { showReview } = await import('../../dist/review/views/show.js');

const KEYS = ['f', 'd', 'a', '.', 's', ' ', 'u', 'f', 'p', 'f'];
const PRESSED = 600;
const READING = 2000;

class Display extends EventEmitter {
  columns = 80;
  rows = 24;
  drawn = 0;
  write = () => {
    this.drawn = performance.now();
    return true;
  };
}

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'codify-review-'));
const nothing = () => {};
try {
  // The interviews of both samples: one alone has too few quotes.
  for (const study of ['fra-myndighed-til-partner', 'faelles-om-opgaven'])
    cpSync(join(root, 'samples', study, 'interview'), join(folder, study), { recursive: true });
  const coded = await codeStudy([folder], {
    codebook: join(root, 'codebooks/fra-myndighed-til-partner.yaml'),
    column: {},
  });
  const path = join(folder, 'bench.jsonl');
  const file = hold(path, { coder: 'bench', tell: nothing });
  const { desk, said } = await sitDown(coded, { coder: 'bench', path, lines: 0 }, { seed: 1 });
  const state = begin(desk, said, 'undecided', {});
  const display = new Display();
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: nothing, ref: nothing, unref: nothing });
  const end = showReview(state, { keys, display, marked: false }, (decisions) => file.append(decisions.map(lineOf)));
  await new Promise((resolve) => void setTimeout(resolve, READING));
  const times = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < PRESSED; i += 1) {
    const start = performance.now();
    keys.write(KEYS[i % KEYS.length]);
    while (display.drawn < start && performance.now() - start < 1000) await new Promise((resolve) => void setImmediate(resolve));
    times.push(display.drawn - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  keys.write('q');
  await end;
  file.close();
  times.sort((a, b) => a - b);
  const at = (share) => `${times[Math.floor(share * (times.length - 1))].toFixed(1)} ms`;
  console.log(
    `review: ${state.queue.items.length} quotes, ${PRESSED} keys: median ${at(0.5)}, 95 % ${at(0.95)}, slowest ${at(1)}; ${((user + system) / 1000 / PRESSED).toFixed(1)} ms of work a key`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
