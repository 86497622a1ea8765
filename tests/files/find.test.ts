import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exists, findFiles, findUpwards } from '../../src/files/find.ts';
import { faultsOfPromise } from './faults.ts';
import { folderWith } from './folder.ts';

const names = async (given: readonly string[], folder: string, inside = false): Promise<string[]> =>
  (await findFiles(given, folder, inside)).map((file) => file.name);

describe('the files behind what the user gave', () => {
  test('are all files of a folder, in the order of their names, called as seen from it', async () => {
    const folder = await folderWith({ 'b/02.md': '', 'a.md': '', 'b/01.md': '', 'Å.md': '', 'Z.md': '' });
    expect(await names(['.'], folder)).toEqual(['Z.md', 'a.md', 'b/01.md', 'b/02.md', 'Å.md']);
    expect(await names(['b'], folder)).toEqual(['01.md', '02.md']);
  });

  test('are called as seen from the study when they are inside one', async () => {
    const folder = await folderWith({ 'interview/01.md': '', 'interview/dyb/02.md': '' });
    expect(await names(['interview'], folder, true)).toEqual(['interview/01.md', 'interview/dyb/02.md']);
    expect(await names(['interview/01.md'], folder, true)).toEqual(['interview/01.md']);
  });

  test('are what fits a pattern', async () => {
    const folder = await folderWith({ 'iv/01.md': '', 'iv/02.txt': '', 'iv/03.csv': '', 'iv/04.docx': '' });
    expect(await names(['iv/**/*.{md,csv}'], folder)).toEqual(['iv/01.md', 'iv/03.csv']);
  });

  test('come once, however often they were given', async () => {
    const folder = await folderWith({ 'iv/01.md': '' });
    expect(await names(['iv/01.md', 'iv', 'iv/*.md', './iv/../iv/01.md'], folder)).toEqual(['01.md']);
  });

  test('are told apart from links to them, and from what lies behind a link that leads back', async () => {
    const folder = await folderWith({ 'iv/b.md': 'x', 'iv/c.md': 'y' });
    symlinkSync('b.md', join(folder, 'iv/a.md'));
    linkSync(join(folder, 'iv/b.md'), join(folder, 'iv/z.md'));
    symlinkSync('.', join(folder, 'iv/aa'));
    const files = await findFiles(['iv'], folder, false);
    expect(files.filter(({ sameAs }) => sameAs === undefined).map(({ name }) => name)).toEqual(['b.md', 'c.md']);
    expect(new Set(files.filter(({ name }) => /a\.md|z\.md|b\.md$/.test(name)).map(({ sameAs }) => sameAs))).toEqual(
      new Set([undefined, join(folder, 'iv/b.md')]),
    );
  });

  test('are marked as named only when the user named them one by one', async () => {
    const folder = await folderWith({ '01.md': '', 'iv/02.md': '', 'mm/03.md': '' });
    const files = await findFiles(['01.md', 'iv', 'mm/*.md'], folder, true);
    expect(files.map((file) => file.named)).toEqual([true, false, false]);
  });

  test('may have the signs of a pattern in their names', async () => {
    const folder = await folderWith({ 'runde [1]/01 (ny).md': '' });
    expect(await names(['runde [1]'], folder)).toEqual(['01 (ny).md']);
    expect(await names(['runde [1]/01 (ny).md'], folder)).toEqual(['01 (ny).md']);
  });

  test('are called in NFC, and opened by the name they have', async () => {
    const folder = await folderWith({ 'a\u030arsmøde.md': '' });
    const [file] = await findFiles(['.'], folder, false);
    expect(file).toEqual({ name: 'årsmøde.md', path: join(folder, 'a\u030arsmøde.md'), named: false });
  });

  test('are none of the hidden ones, nor those of node_modules', async () => {
    const folder = await folderWith({ '.DS_Store': '', '.git/x.md': '', 'node_modules/x/README.md': '', '01.md': '' });
    expect(await names(['.'], folder)).toEqual(['01.md']);
  });

  test.each([['mangler.md'], ['mangler'], ['iv/*.odt']])('are asked for again when there is none behind %s', async (given) => {
    const folder = await folderWith({ 'iv/01.md': '' });
    const [fault, ...others] = await faultsOfPromise(findFiles(['iv', given], folder, false));
    expect(fault?.place?.path).toBe(given);
    expect(others).toEqual([]);
  });

  test('may be none, in an empty folder', async () => {
    expect(await names(['.'], await folderWith({}))).toEqual([]);
  });
});

describe('a file looked for by name', () => {
  test('is found in the folder or the nearest above it', async () => {
    const folder = await folderWith({ 'codify.yaml': '', 'a/codify.yaml': '', 'a/b/c/x.md': '' });
    expect(await findUpwards('codify.yaml', join(folder, 'a/b/c'))).toBe(join(folder, 'a/codify.yaml'));
    expect(await findUpwards('codify.yaml', folder)).toBe(join(folder, 'codify.yaml'));
    expect(await findUpwards('mangler-helt.yaml', join(folder, 'a'))).toBeUndefined();
  });

  test('exists when it is a file, not a folder', async () => {
    const folder = await folderWith({ 'a/b.md': '' });
    expect(await Promise.all(['a/b.md', 'a', 'c'].map((path) => exists(join(folder, path))))).toEqual([true, false, false]);
  });
});
