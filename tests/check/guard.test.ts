import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../files/folder.ts';
import { ROOT } from '../scenarios/run.ts';
import { spawnSync } from 'node:child_process';

const HEAD = 'title: Bog\nlanguage: da\nroles:\n  leder: { article: en, plural: ledere, definite: lederne }\n';
const THEME = `${HEAD}themes:\n  - id: a\n    label: A\n`;
const many = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join('');

const bombs = Array.from({ length: 100 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`);

/** Files that would have a trusting reader run for minutes, run out of memory, or fall over. */
const bad: readonly (readonly [name: string, contents: string | Uint8Array])[] = [
  ['an alias bomb', `a0: &a0 lol\n${bombs.join('')}`],
  ['a cycle', 'a: &a [*a, *a]\n'],
  ['100,000 brackets', `a: ${'['.repeat(100_000)}`],
  ['100,000 dashes', '- '.repeat(100_000)],
  [
    'hundreds of sub-themes in sub-themes',
    THEME + many(300, (i) => `${'  '.repeat(i + 2)}themes:\n${'  '.repeat(i + 2)}- id: b${i}\n${'  '.repeat(i + 3)}label: B\n`),
  ],
  ['20 MB of themes', HEAD + 'themes:\n' + '  - { id: a, label: A }\n'.repeat(850_000)],
  ['20 MB in one line', `a: ${'x'.repeat(20_000_000)}`],
  ['100,000 terms', `${THEME}    terms: [${many(100_000, (i) => `ord${i}, `)}]\n`],
  ['as many terms as may be', `${THEME}    terms: [${many(11_000, (i) => `ord${i}*, `)}]\n`],
  ['as many themes as may be, with one term', `${HEAD}themes:\n${many(3_900, (i) => `  - { id: t${i}, label: T, terms: [ord] }\n`)}`],
  [
    'as many examples as may be',
    `${HEAD}themes:\n${many(2_900, (i) => `  - id: t${i}\n    label: T\n    terms: [ord${i}]\n    examples: [Et ord${i} her.]\n`)}`,
  ],
  ...[1000, 1001].flatMap((n): [string, string][] => [
    [
      `${n} themes that share their term and example`,
      `${HEAD}themes:\n${many(n, (i) => `  - { id: t${i}, label: T, terms: [ord], examples: [Et ord her.] }\n`)}`,
    ],
    [`${n} regexes that are long to compile`, `${THEME}    terms:\n${many(n, (i) => `      - regex: 'ord${i}(\\p{L}{1,30} ){1,30}'\n`)}`],
  ]),
  ['as many unknown keys as may be', THEME + many(11_900, (i) => `    kee${i}: x\n`)],
  ['as many comments as may be', '# codify-ignore\n'.repeat(11_000) + THEME],
  ['a word of 400,000 letters', `${THEME}    terms: [${'k'.repeat(400_000)}]\n`],
  ['a key of 400,000 letters', `${THEME}    ${'k'.repeat(400_000)}: x\n`],
  ['a letter with 200,000 accents', `${THEME}    terms: [a${'\u0301'.repeat(200_000)}]\n`],
  ['a sentence of 80,000 words', `${THEME}    terms: [ord]\n    examples: ["${'ord nej '.repeat(40_000)}"]\n`],
  ['an endless exclude', `${THEME}    exclude: "brug ${'a, '.repeat(10_000)}!"\n`],
  [
    'the bundled codebook with a slip',
    readFileSync(join(ROOT, 'codebooks/fra-myndighed-til-partner.yaml'), 'utf8').replace(/^ {4}terms:/m, '    tems:'),
  ],
  ['bytes of no text', Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256)],
  ['a million zeros', new Uint8Array(1_000_000)],
];

// Two seconds on an idle machine are three of work, as the engine works on several threads, and up to four beside other tests.
const SECONDS = 4;
// How long the work below took on the machine that was measured.
const STANDARD = 0.5;

/** How many times slower than that machine this one is, at least 1. */
function slowness(): number {
  const before = process.cpuUsage();
  const words = Array.from({ length: 50_000 }, (_, i) => `ord${(i * 7919) % 50_000}`);
  for (let i = 0; i < 3; i += 1) {
    const copy = JSON.parse(JSON.stringify(words)) as string[];
    expect([...new Map(copy.map((word) => [word, word.split('r')])).keys()].sort()).toHaveLength(words.length);
  }
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1e6 / STANDARD);
}
const MEGABYTES = 300;

describe('a bad codebook ends soon, within bounds, in words:', () => {
  it.each(bad)('%s', async (_, contents) => {
    const folder = await folderWith({});
    writeFileSync(join(folder, 'bog.yaml'), contents);
    const script = `
      import { main } from ${JSON.stringify(join(ROOT, 'dist/cli/main.js'))};
      const status = await main(['check', 'bog.yaml']);
      const used = process.cpuUsage();
      const { maxRSS } = process.resourceUsage();
      process.stderr.write('\\n' + JSON.stringify({ status, seconds: (used.user + used.system) / 1e6, megabytes: maxRSS / 1024 }));`;
    const check = () => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      return { stdout, stderr, ...(JSON.parse(stderr.split('\n').at(-1)!) as { status: number; seconds: number; megabytes: number }) };
    };
    const once = check();
    const { stdout, stderr, status, megabytes } = once;
    // Tests that run beside it take the machine's caches: a second try tells which of the two it was.
    const seconds = once.seconds < SECONDS ? once.seconds : Math.min(once.seconds, check().seconds);
    expect(stderr).not.toContain('fault in codify');
    expect(stdout).toMatch(/(errors?|warnings?) in 1 codebook\n$/);
    expect(status).toBe(stdout.includes(': error: ') ? 1 : 0);
    expect(seconds).toBeLessThan(seconds < SECONDS ? SECONDS : SECONDS * slowness());
    expect(megabytes).toBeLessThan(MEGABYTES);
  });
});
