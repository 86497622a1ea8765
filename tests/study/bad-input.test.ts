import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../files/folder.ts';
import { ROOT } from '../scenarios/run.ts';
import { p, word, zip } from '../transcript/formats/word.ts';

const BOOK =
  'title: Bog\nlanguage: da\nroles:\n  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef"] }\nthemes:\n  - { id: tid, label: Tid, terms: [travlt] }\n';
const SOUND = 'I: Hvad fylder?\n\nR1 (chef): Vi har travlt.\n';
const document = word(p('I: Hvad?') + p('R05: Vi har travlt.'));

/** What codify says of a folder in which this file stands beside a sound interview. */
async function said(
  name: string,
  contents: string | Uint8Array,
): Promise<{ heard: string[]; stderr: string; status: number | null; seconds: number; megabytes: number }> {
  const cwd = await folderWith({ 'bog.yaml': BOOK, 'iv/sound.md': SOUND, [`iv/${name}`]: contents });
  return read(cwd);
}

function read(cwd: string): { heard: string[]; stderr: string; status: number | null; seconds: number; megabytes: number } {
  const script = `
    import { main } from ${JSON.stringify(join(ROOT, 'dist/cli/main.js'))};
    process.exitCode = await main(['read', 'iv', '-c', 'bog.yaml', '--format', 'jsonl']);
    const { user, system } = process.cpuUsage();
    process.stderr.write('\\n' + JSON.stringify([(user + system) / 1e6, process.resourceUsage().maxRSS / 1024]));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  const [seconds, megabytes] = JSON.parse(run.stderr.split('\n').at(-1)!) as [number, number];
  const turns = run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { transcript: string });
  return { heard: [...new Set(turns.map(({ transcript }) => transcript))], stderr: run.stderr, status: run.status, seconds, megabytes };
}

describe('a bad file among the interviews is told of in a sentence, soon, and the others are read:', () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['cut off', 'x.docx', document.subarray(0, document.length - 50), /x\.docx: is damaged or cut off/],
    ['empty', 'x.docx', '', /x\.docx: is (?:empty|no Word document)/],
    ['a header only', 'x.csv', 'taler;tekst\n', /x\.csv: holds a header and no rows/],
    ['protected by a password', 'x.docx', Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex'), /x\.docx: .*(?:password|old)/],
    ['a bomb', 'x.docx', zip({ 'word/document.xml': new Uint8Array(60_000_000) }), /x\.docx: holds more than 50 MB/],
    ['300,000 paragraphs', 'x.docx', word(p('R05: Ja.').repeat(300_000)), /x\.docx: holds more than 50,000 paragraphs/],
    ['zeros', 'x.txt', 'R05: Ja.\0\0\0', /x\.txt: is not a text file/],
    ['a picture', 'x.txt', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), /x\.txt: is not a text file/],
  ])('%s', async (_, name, contents, sentence) => {
    const { heard, stderr, status, seconds, megabytes } = await said(name, contents);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain('    at ');
    expect(heard).toEqual(['sound.md']);
    expect(status).toBe(1);
    expect(seconds).toBeLessThan(4);
    expect(megabytes).toBeLessThan(300);
  });

  it('a PDF file called .docx is read for what it is', async () => {
    const pdf = readFileSync(join(ROOT, 'samples/formats/interview.pdf'));
    const { heard, status } = await said('x.docx', pdf);
    expect(heard).toEqual(['sound.md', 'x.docx']);
    expect(status).toBe(0);
  });

  it.each<[string, string]>([
    ['a label of 200,000 characters', `I: Hej?\n\nR${'x'.repeat(200_000)}: Ja, det er rigtigt.\n\nI: Nå.\n`],
    ['10,000 speakers', Array.from({ length: 10_000 }, (_, i) => `R${i}: Ja, det er rigtigt nok.\n`).join('\n')],
  ])('%s', async (_, text) => {
    const { stderr, seconds, megabytes } = await said('x.txt', text);
    expect(stderr).toContain('codify: note: ');
    expect(stderr.length).toBeLessThan(20_000);
    expect(seconds).toBeLessThan(4);
    expect(megabytes).toBeLessThan(300);
  });

  it('a folder called x.txt is a folder, and what is there under two names or behind a link that leads back is read once', async () => {
    const cwd = await folderWith({ 'bog.yaml': BOOK, 'iv/sound.md': SOUND });
    mkdirSync(join(cwd, 'iv/x.txt'));
    symlinkSync('.', join(cwd, 'iv/again'));
    linkSync(join(cwd, 'iv/sound.md'), join(cwd, 'iv/z.md'));
    const { heard, stderr } = read(cwd);
    expect(heard).toEqual(['sound.md']);
    expect(stderr).toContain('iv/z.md (the same file as iv/sound.md)');
  });

  it.skipIf(process.getuid?.() === 0)('a file nobody may open (not as root, who may open all)', async () => {
    const cwd = await folderWith({ 'bog.yaml': BOOK, 'iv/sound.md': SOUND, 'iv/x.md': SOUND });
    chmodSync(join(cwd, 'iv/x.md'), 0);
    const { heard, stderr } = read(cwd);
    expect(heard).toEqual(['sound.md']);
    expect(stderr).toContain('iv/x.md: may not be opened (no permission)');
  });
});
