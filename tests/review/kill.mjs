// SIGKILL at any moment of a review loses at most the key being pressed: `node tests/review/kill.mjs [RUNS] [SEED]`.
// Each run presses keys by chance, says after each that it is done, and is killed somewhere among them. What stands in
// the file then must hold all that was done, and nothing but the beginning of what the same keys write when nobody kills.
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';

// As the command does; before react is loaded.
process.env.NODE_ENV ??= 'production';
const nothing = () => {};
const DIST = resolve(import.meta.dirname, '../../dist');
const load = async (module) => await import(join(DIST, module));
const RIGHT = '\u001b[C';
const KEYS = ['f', 'd', 's', 'a', ' ', 'j', 'k', 'u', '.', ',', ':', 'p', 'b', '\t', RIGHT, 'w', '4', '0'];
const PRESSED = 40;
const SAID = ['Vi har travlt her.', 'Der er tillid i huset.', 'Det er travlt hver dag.', 'Sådan er det.', 'Naboerne har tillid til os.'];

/** Numbers by chance, the same for the same seed (mulberry32). */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const keysOf = (seed) => {
  const draw = chance(seed);
  return Array.from({ length: PRESSED }, () => KEYS[draw(KEYS.length)]);
};

function writeStudy(folder) {
  mkdirSync(join(folder, 'interview'));
  const themes = ['travlt', '*tillid*', 'naboerne'].map((term, i) => `  - { id: tema-${i}, label: Tema ${i}, terms: ["${term}"] }\n`);
  writeFileSync(
    join(folder, 'bog.yaml'),
    `title: Bog\nlanguage: da\nroles: { chef: { article: en, plural: chefer, definite: cheferne } }\nthemes:\n${themes.join('')}`,
  );
  writeFileSync(join(folder, 'codify.yaml'), 'codebook: bog.yaml\ntranscripts: [interview]\n');
  for (const [i, name] of ['01', '02', '03'].entries()) {
    const turns = Array.from(
      { length: 6 },
      (_, at) => `I: Og så?\n\nR${i} (chef): ${[0, 1, 2, 3].map((n) => SAID[(n + at + i) % SAID.length]).join(' ')}\n`,
    );
    writeFileSync(join(folder, 'interview', `${name}.md`), turns.join('\n'));
  }
}

/** The review on a study, with keys that are fed to it and frames nobody sees. */
async function review(folder, write) {
  const { codeStudy } = await load('cli/coded.js');
  const { sitDown } = await load('cli/sitting.js');
  const { begin } = await load('review/state.js');
  const { showReview } = await load('review/views/show.js');
  const path = join(folder, 'decisions', 'AB.jsonl');
  const { desk, said } = await sitDown(await codeStudy([folder], { column: {} }), { coder: 'AB', path, lines: 0 }, { seed: 1 });
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: nothing, ref: nothing, unref: nothing });
  const display = Object.assign(new EventEmitter(), { columns: 80, rows: 24, write: () => true });
  const end = showReview(begin(desk, said, 'undecided', {}), { keys, display, marked: true }, write);
  const press = async (key) => {
    keys.write(key);
    for (let i = 0; i < 3; i += 1) await new Promise((resolve) => void setImmediate(resolve));
  };
  await press('');
  return { press, end };
}

/** The run that is killed: real keys, real file. */
async function child(folder, seed) {
  const { hold } = await load('files/append.js');
  const { lineOf } = await load('review/deciding.js');
  const file = hold(join(folder, 'decisions', 'AB.jsonl'), { coder: 'AB', tell: nothing });
  const { press } = await review(folder, (decisions) => file.append(decisions.map(lineOf)));
  writeSync(1, '.');
  for (const key of keysOf(seed)) {
    await press(key);
    writeSync(1, '.');
  }
  await new Promise(nothing);
}

/** What stands in the file after each key when nobody kills. */
async function unharmed(folder, seed) {
  const { lineOf } = await load('review/deciding.js');
  let text = '';
  const { press, end } = await review(folder, (decisions) => {
    text += decisions.map((one) => `${lineOf(one)}\n`).join('');
  });
  const after = [text];
  for (const key of keysOf(seed)) {
    await press(key);
    after.push(text);
  }
  await press('q');
  await end;
  return after;
}

/** Kills a run once it has done so many keys, and a moment more. @returns how many keys it said were done */
function killed(folder, seed, keys, moment) {
  const run = spawn(process.execPath, [import.meta.filename, 'child', folder, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let done = -1;
  run.stdout.on('data', (chunk) => {
    const before = done;
    done += chunk.length;
    if (before < keys && done >= keys) setTimeout(() => run.kill('SIGKILL'), moment);
  });
  return new Promise((resolve) => void run.on('close', () => resolve(done)));
}

/** Kills so many reviews. @returns what was lost or damaged, a sentence each, and how often a key was cut off */
export async function killReviews(runs, seed) {
  const { hold } = await load('files/append.js');
  const draw = chance(seed);
  const faults = [];
  let cut = 0;
  for (let run = 0; run < runs; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'codify-kill-'));
    try {
      writeStudy(folder);
      const own = draw(1e9);
      const expected = await unharmed(folder, own);
      const done = await killed(folder, own, draw(PRESSED), draw(12));
      const path = join(folder, 'decisions', 'AB.jsonl');
      const text = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
      if (!text.startsWith(expected[done])) faults.push(`run ${run} (seed ${own}): of ${done} keys something is lost`);
      if (!expected.at(-1).startsWith(text)) faults.push(`run ${run} (seed ${own}): there is something nobody decided`);
      if (text !== expected[done]) cut += 1;
      // The next session goes on: from a lock that was left, and a line that may be torn.
      const file = hold(path, { coder: 'AB', tell: nothing });
      file.close();
      if (!text.startsWith(file.text)) faults.push(`run ${run} (seed ${own}): the next session reads something else`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { faults, cut };
}

const [, script, first = '200', ...rest] = process.argv;
if (script === import.meta.filename) {
  if (first === 'child') await child(rest[0], Number(rest[1]));
  else {
    const { faults, cut } = await killReviews(Number(first), Number(rest[0] ?? 1));
    for (const fault of faults) console.log(fault);
    console.log(`${first} reviews killed, ${cut} of them after a key that was not yet said to be done: ${faults.length} faults`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
