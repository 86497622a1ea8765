import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBytes, readText } from '../../src/files/read.ts';
import { writeNew, writeWhole } from '../../src/files/write.ts';
import { faultsOf, faultsOfPromise } from './faults.ts';
import { folderWith } from './folder.ts';

describe('writing a file', () => {
  test('makes the folders it stands in and leaves nothing else behind', async () => {
    const folder = await folderWith({});
    await writeWhole(join(folder, 'ud/rapport/udkast.md'), 'Æblegrød\n');
    expect(await readFile(join(folder, 'ud/rapport/udkast.md'), 'utf8')).toBe('Æblegrød\n');
    expect(await readdir(join(folder, 'ud/rapport'))).toEqual(['udkast.md']);
  });

  test('replaces the whole of what was there', async () => {
    const folder = await folderWith({ 'a.md': 'en lang gammel tekst' });
    await writeWhole(join(folder, 'a.md'), 'ny');
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('ny');
  });

  test('over a folder is refused and leaves nothing behind', async () => {
    const folder = await folderWith({ 'a.md/x.txt': 'ja' });
    expect(await faultsOfPromise(writeWhole(join(folder, 'a.md'), 'ny'))).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['a.md']);
    expect(await readdir(join(folder, 'a.md'))).toEqual(['x.txt']);
  });
});

describe('reading a file', () => {
  test('decodes it', async () => {
    const folder = await folderWith({ 'a.txt': Buffer.from('bl\xe5b\xe6r\r\n', 'latin1') });
    expect(readText(join(folder, 'a.txt'))).toEqual({ text: 'blåbær\n', encoding: 'windows-1252' });
  });

  test.each([['mangler.md'], ['iv'], ['iv/01.md/x']])('that cannot be opened (%s) is a fault with its path', async (name) => {
    const folder = await folderWith({ 'iv/01.md': '' });
    const [fault] = faultsOf(() => readBytes(join(folder, name)));
    expect(fault?.place).toEqual({ path: join(folder, name) });
  });
});

describe('writing new files', () => {
  test('writes all or none: what is there stays, and where one fails the others go', async () => {
    const folder = await folderWith({ fil: 'gammel', 'mappe/x': '' });
    const at = (...names: string[]) => names.map((name) => ({ path: join(folder, name), text: 'ny' }));
    await expect(writeNew(at('a', 'fil', 'mappe'))).rejects.toMatchObject({ errors: [{ place: { path: join(folder, 'fil') } }, {}] });
    await expect(writeNew(at('b', 'fil/c'))).rejects.toThrow('goes through something that is not a folder');
    expect((await readdir(folder)).sort()).toEqual(['fil', 'mappe']);
    await writeNew(at('a', 'b/c'));
    expect(await readFile(join(folder, 'b/c'), 'utf8')).toBe('ny');
  });
});
