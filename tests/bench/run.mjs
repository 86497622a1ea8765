// Prints one table of whole-process medians, as ratios within this run: `npm run bench`. Machines and moments vary too
// much for absolute times. ripgrep is compared with where it is installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sampleWords, writeCodebook, writeCorpus } from './corpus.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = 5;
const codify = join(ROOT, 'bin/codify.js');
const folder = mkdtempSync(join(tmpdir(), 'codify-bench-'));
const at = (name) => join(folder, name);
const words = sampleWords(join(ROOT, 'samples/fra-myndighed-til-partner/interview'));
writeCorpus(at('1mb'), 1e6, words, 1);
writeCorpus(at('10mb'), 1e7, words, 2);
for (const [terms, share] of [
  [20, 0.01],
  [200, 0.05],
  [2000, 0.32],
]) {
  writeCodebook(at(`${terms}.yaml`), terms, share, words, terms);
}

// Tells how much memory a process of node took at most, in MB.
const PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+Math.round(process.resourceUsage().maxRSS/1024)))`;
const node = (...args) => [process.execPath, ['--import', PEAK, ...args]];
const count = (size, terms) => node(codify, 'count', at(size), '-c', at(`${terms}.yaml`), '--format', 'csv');
const rg = (terms, ...flags) => ['rg', ['-o', '-i', '-w', '-F', '-I', '-N', ...flags, '-f', at(`${terms}.txt`), at('10mb')]];
const hasRipgrep = spawnSync('rg', ['--version']).status === 0;

const cases = {
  'bare node': node('-e', '0'),
  '--version': node(codify, '--version'),
  '--help': node(codify, '--help'),
  'check 200 terms': node(codify, 'check', at('200.yaml')),
  'check, main codebook': node(codify, 'check', join(ROOT, 'codebooks/fra-myndighed-til-partner.yaml')),
  'explain, main codebook': node(codify, 'explain', '-c', join(ROOT, 'codebooks/fra-myndighed-til-partner.yaml'), 'Vi har travlt.'),
  'read and decode 10 MB': node(join(import.meta.dirname, 'floor.mjs'), at('10mb')),
  'count 10 MB x 20': count('10mb', 20),
  'count 10 MB x 200': count('10mb', 200),
  'count 10 MB x 2000': count('10mb', 2000),
  'whole job 1 MB x 200': node(codify, at('1mb'), '-c', at('200.yaml'), '-o', at('r.md'), '--force'),
  ...(hasRipgrep ? { 'rg -o -j1, 200': rg(200, '-j1'), 'rg -o, 200': rg(200), 'rg -o, 2000': rg(2000) } : {}),
};

const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
const peaks = {};
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, [command, args]] of Object.entries(cases)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'ignore', 'pipe'] });
    times[name].push(performance.now() - start);
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    peaks[name] = Math.max(peaks[name] ?? 0, Number(/peak (\d+)$/.exec(stderr)?.[1] ?? 0));
  }
}
rmSync(folder, { recursive: true });

const median = (name) => times[name].toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)];
const ratio = (name, to) => (cases[name] && cases[to] ? (median(name) / median(to)).toFixed(2).padStart(7) : '      –');
console.log(`${'case'.padEnd(24)}     ms  / node  / read  / rg -j1   peak MB`);
for (const name of Object.keys(cases)) {
  const columns = [ratio(name, 'bare node'), ratio(name, 'read and decode 10 MB'), ratio(name, 'rg -o -j1, 200').padStart(9)];
  console.log(`${name.padEnd(24)} ${median(name).toFixed(0).padStart(6)} ${columns.join(' ')} ${String(peaks[name] || '–').padStart(9)}`);
}
console.log(
  `\n2,000 terms to 20: ${ratio('count 10 MB x 2000', 'count 10 MB x 20').trim()}; rg -o to codify at 2,000: ${ratio('rg -o, 2000', 'count 10 MB x 2000').trim()}`,
);
console.log(`peak memory above bare node at 10 MB x 200: ${peaks['count 10 MB x 200'] - peaks['bare node']} MB`);
