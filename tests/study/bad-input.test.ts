import { spawnSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../files/folder.ts';
import { ROOT } from '../scenarios/run.ts';
import { blanksInLzw, drawings, encrypted, objectStream, pageOf, rawStream, stream } from '../transcript/formats/pdf-of.ts';
import { p, word, zip } from '../transcript/formats/word.ts';

const BOOK =
  'title: Bog\nlanguage: da\nroles:\n  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef"] }\nthemes:\n  - { id: tid, label: Tid, terms: [travlt] }\n';
const SOUND = 'I: Hvad fylder?\n\nR1 (chef): Vi har travlt.\n';
const document = word(p('I: Hvad?') + p('R05: Vi har travlt.'));

interface Said {
  readonly heard: readonly string[];
  readonly stderr: string;
  readonly status: number | null;
  /** Of the processor. */
  readonly seconds: number;
  readonly megabytes: number;
}

// Two seconds on a machine that has nothing else to do, and twice that on one that has.
const SECONDS = 4;
const MEGABYTES = 300;

function expectRefusal({ heard, stderr, status, seconds, megabytes }: Said, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toContain('    at ');
  expect(heard).toEqual(['sound.md']);
  expect(status).toBe(1);
  expect(seconds).toBeLessThan(SECONDS);
  expect(megabytes).toBeLessThan(MEGABYTES);
}

/** Bytes without order, the same each time. */
const noise = (length: number): Uint8Array =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length));

/** What codify says of a folder in which this file stands beside a sound interview. */
async function said(name: string, contents: string | Uint8Array): Promise<Said> {
  const cwd = await folderWith({ 'bog.yaml': BOOK, 'iv/sound.md': SOUND, [`iv/${name}`]: contents });
  return read(cwd);
}

function read(cwd: string): Said {
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
    ['empty', 'x.docx', '', /x\.docx: is empty \(copy it again/],
    ['empty, of LibreOffice', 'x.odt', '', /x\.odt: is empty \(copy it again/],
    ['a header only', 'x.csv', 'taler;tekst\n', /x\.csv: holds a header and no rows/],
    ['protected by a password', 'x.docx', Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex'), /x\.docx: .*(?:password|old)/],
    ['a bomb', 'x.docx', zip({ 'word/document.xml': new Uint8Array(60_000_000) }), /x\.docx: holds more than 50 MB/],
    ['300,000 paragraphs', 'x.docx', word(p('R05: Ja.').repeat(300_000)), /x\.docx: holds more than 50,000 paragraphs/],
    ['zeros', 'x.txt', 'R05: Ja.\0\0\0', /x\.txt: is not a text file/],
    ['a picture', 'x.txt', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), /x\.txt: is not a text file/],
  ])('%s', async (_, name, contents, sentence) => {
    expectRefusal(await said(name, contents), sentence);
  });

  const blanks = deflateSync(Buffer.alloc(300_000_000, 0x20));
  const runs = Buffer.alloc(4_000_000, Buffer.from([129, 0x20]));
  const ENDLESS = /x\.pdf: takes far more time or memory to read than an interview does \(is it the right file/;
  it.each<[string, Uint8Array, RegExp]>([
    ['300 MB of blanks', pageOf(rawStream(blanks, '/Filter /FlateDecode')), ENDLESS],
    ['the same packed twice', pageOf(rawStream(deflateSync(blanks), '/Filter [/FlateDecode /FlateDecode]')), ENDLESS],
    ['the same in digits', pageOf(rawStream(Buffer.from(`${blanks.toString('hex')}>`), '/Filter [/ASCIIHexDecode /FlateDecode]')), ENDLESS],
    ['the same in run lengths', pageOf(rawStream(deflateSync(runs), '/Filter [/FlateDecode /RunLengthDecode]')), ENDLESS],
    ['the same by LZW', pageOf(rawStream(blanksInLzw(300_000_000), '/Filter /LZWDecode')), ENDLESS],
    ['the same encrypted', encrypted(blanks), ENDLESS],
    ['the same behind objects', objectStream(300_000_000), ENDLESS],
    ['80 MB of commands', pageOf(stream(Buffer.alloc(80_000_000, 'q '))), ENDLESS],
    ['noise', Buffer.concat([Buffer.from('%PDF-1.7'), noise(25_000_000), Buffer.from('%%EOF')]), /x\.pdf: (?:is damaged|takes far more)/],
    [
      'more than any',
      Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(40_000_000), Buffer.from('%%EOF')]),
      /x\.pdf: is larger than 30 MB/,
    ],
    ['drawings in drawings', drawings('BT /F1 11 Tf (ha) Tj ET'), /x\.pdf: (?:holds more on page 1 than a page|takes far more)/],
  ])('a PDF of %s', async (_, contents, sentence) => {
    expectRefusal(await said('x.pdf', contents), sentence);
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
    expect(seconds).toBeLessThan(SECONDS);
    expect(megabytes).toBeLessThan(MEGABYTES);
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
