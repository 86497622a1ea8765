import { join, relative } from 'node:path';
import { readdir } from 'node:fs/promises';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { readStudy, type ReadStudy } from '../../src/study/load.ts';
import { folderWith } from '../files/folder.ts';
import { p, word } from '../transcript/formats/word.ts';

const interview = (label: string): Uint8Array => strToU8(`I: Hvad?\n\n${label}: Vi mangler tid i ${label}.\n`);
const document = (label: string): Uint8Array => word(p('I: Hvad?') + p(`${label}: Vi mangler tid i ${label}.`));
// Word files are packed already: what they hold stands in the archive as it is.
const STORED = { level: 0 } as const;

async function read(folder: string, ...paths: string[]): Promise<ReadStudy> {
  return readStudy({ paths: paths.map((path) => join(folder, path)), codebook: undefined, columns: {} });
}
const ids = ({ transcripts }: ReadStudy): string[] => transcripts.map(({ id }) => id);
const told = (left: ReadStudy['unread'], folder: string): string[] =>
  left.map(({ path, reason }) => `${relative(folder, path)}: ${reason}`);

test('an archive is read like the folder that was packed', async () => {
  const files: Zippable = {
    'runde 1/01.docx': [document('R1'), STORED],
    'runde 1/02.txt': interview('R2'),
    'A\u030ase.md': interview('R3'),
    'runde 1/README.md': interview('R4'),
    'foto.jpg': new Uint8Array(9),
    'lyd.m4a': new Uint8Array(9),
    '.DS_Store': new Uint8Array(9),
    '__MACOSX/runde 1/._02.txt': interview('R5'),
  };
  const folder = await folderWith({ 'alle.zip': zipSync(files), '03.txt': interview('R6') });
  const named = await read(folder, 'alle.zip');
  expect(ids(named)).toEqual(['runde 1/01.docx', 'runde 1/02.txt', 'Åse.md']);
  expect(named.transcripts.map(({ format }) => format)).toEqual(['docx', 'text', 'markdown']);
  expect(told(named.skipped, folder).sort()).toEqual([
    'alle.zip/.DS_Store: a hidden file',
    'alle.zip/__MACOSX/runde 1/._02.txt: a hidden file',
    'alle.zip/foto.jpg: not a format of transcripts',
    'alle.zip/lyd.m4a: a recording, not a transcript',
    'alle.zip/runde 1/README.md: a readme',
  ]);
  expect(ids(await read(folder, '.'))).toEqual(['03.txt', 'alle.zip/runde 1/01.docx', 'alle.zip/runde 1/02.txt', 'alle.zip/Åse.md']);
  expect(await readdir(folder)).toEqual(['03.txt', 'alle.zip']);
});

test('an archive of Word files alone is no Word file', async () => {
  const folder = await folderWith({ 'a.zip': zipSync({ '01.docx': [document('R1'), STORED], '02.docx': [document('R2'), STORED] }) });
  expect(ids(await read(folder, 'a.zip'))).toEqual(['01.docx', '02.docx']);
});

test('what may not be unpacked is told of, and the rest is read', async () => {
  const packed = Buffer.from(
    zipSync({
      '01.txt': interview('R1'),
      '02.txt': interview('R2'),
      '../03.txt': interview('R3'),
      '04.txt': [interview('R4'), { os: 3, attrs: 0o120777 << 16 }],
      'flere.zip': zipSync({ '05.txt': interview('R5') }),
      '06.docx': strToU8('x'),
      '07.txt': interview('R7'),
      '08.txt': interview('R8'),
    }),
  );
  // The mark of a locked file, in the list of the archive.
  const listed = packed.lastIndexOf('02.txt') - 46;
  packed.writeUInt16LE(packed.readUInt16LE(listed + 8) | 1, listed + 8);
  packed.write('07.txt', packed.lastIndexOf('08.txt'));
  const folder = await folderWith({ 'a.zip': packed });
  const study = await read(folder, 'a.zip');
  expect(ids(study)).toEqual(['01.txt']);
  expect(told(study.unread, folder)).toEqual([
    // A path on a disk has no room for `..`.
    expect.stringMatching(/^03\.txt: has a name that leads out of the archive/),
    expect.stringMatching(/^a\.zip\/02\.txt: is protected by a password/),
    expect.stringMatching(/^a\.zip\/04\.txt: is a link/),
    expect.stringMatching(/^a\.zip\/06\.docx: is no Word document/),
    expect.stringMatching(/^a\.zip\/07\.txt: stands twice/),
    expect.stringMatching(/^a\.zip\/flere\.zip: is an archive inside an archive \(unpack it/),
  ]);
});

test('Danish letters in names are read as Windows packs them', async () => {
  const packed = Buffer.from(zipSync({ 'Saxx.txt': interview('R1') }));
  for (let at = packed.indexOf('Saxx'); at >= 0; at = packed.indexOf('Saxx', at + 1)) packed.set([0x91, 0x9b, 0x86, 0x9d], at);
  expect(ids(await read(await folderWith({ 'a.zip': packed }), 'a.zip'))).toEqual(['æøåØ.txt']);
});

test.each<[string, Uint8Array, RegExp]>([
  ['is cut off', zipSync({ '01.txt': interview('R1') }).subarray(0, -30), /damaged or cut off/],
  ['is empty', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), /no interview could be read/],
  ['is a bomb', zipSync({ '01.txt': new Uint8Array(60_000_000) }), /more than 50 MB when unpacked/],
  [
    'is a bomb of many files',
    zipSync(Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`${i}.txt`, new Uint8Array(45_000_000)]))),
    /beyond the 60 MB/,
  ],
  [
    'has files without number',
    zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.txt`, new Uint8Array()]))),
    /more than 10000 files/,
  ],
])('an archive that %s is told of', async (_, bytes, sentence) => {
  const folder = await folderWith({ 'a.zip': bytes });
  await expect(read(folder, 'a.zip')).rejects.toThrow(sentence);
});
