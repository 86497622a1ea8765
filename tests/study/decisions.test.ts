import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../src/errors.ts';
import { loadStudy } from '../../src/study/load.ts';
import { faultsOfPromise } from '../files/faults.ts';
import { folderWith } from '../files/folder.ts';
import { BOOK } from './book.ts';

const PLAN = 'codebook: bog.yaml\ntranscripts: [interview]\n';
const ANCHOR = { exact: 'Vi mangler tid.', prefix: '', suffix: '', start: 4 };
const line = (more: object): string =>
  `${JSON.stringify({ id: '1', coder: 'AB', transcript: 'interview/a.md', anchor: ANCHOR, theme: 'tid', verdict: 'accept', ...more })}\n`;

async function studyWith(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ folder: string; load: ReturnType<typeof loadStudy> }> {
  const folder = await folderWith({ 'codify.yaml': PLAN, 'bog.yaml': BOOK, 'interview/a.md': 'R1 (leder): Vi mangler tid.\n', ...files });
  return { folder, load: loadStudy({ paths: [folder] }) };
}
async function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<Awaited<ReturnType<typeof loadStudy>>> {
  return await (
    await studyWith(files)
  ).load;
}
async function faults(text: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { folder, load } = await studyWith({ 'decisions/AB.jsonl': text, ...more });
  return (await faultsOfPromise(load)).map(
    ({ place, message }) => `${formatPlace(place!).replace(`${join(folder, 'decisions')}/`, '')} ${message}`,
  );
}

describe('the decisions of a study', () => {
  test('are the lines of a file for each coder, with their places', async () => {
    const { decisions } = await read({
      'decisions/AB.jsonl': `${line({})}\n${line({ id: '2', theme: 'tid/travlhed', stance: 'supports', memo: '' })}`,
      'decisions/ÅB.jsonl': `\ufeff${line({ id: '3', coder: 'A\u030aB' }).replace('\n', '\r\n')}`,
    });
    expect(decisions.map(({ id, coder, theme, place }) => [id, coder, theme, place.line])).toEqual([
      ['1', 'AB', 'tid', 1],
      ['2', 'AB', 'travlhed', 3],
      ['3', 'ÅB', 'tid', 1],
    ]);
  });

  test('stand where codify.yaml says, else in decisions/; a folder that is not there is named', async () => {
    const named = { 'codify.yaml': `${PLAN}decisions: kodning\n` };
    expect((await read({ ...named, 'kodning/AB.jsonl': line({}) })).decisions).toHaveLength(1);
    expect((await read(named)).warnings).toEqual([expect.stringMatching(/codify\.yaml:3:12: there is no folder kodning/)]);
    expect((await read({})).warnings).toEqual([]);
    const { load } = await studyWith({ ...named, kodning: 'x' });
    expect((await faultsOfPromise(load)).map(({ message }) => message)).toEqual(['is a file, not a folder']);
  });

  test('leave what else stands in their folder, and list it', async () => {
    const { decisions, skipped } = await read({
      'decisions/AB.jsonl': line({}),
      'decisions/noter.txt': 'R1: ikke et interview',
      'decisions/old/AB.jsonl': 'ikke json',
    });
    expect(decisions).toHaveLength(1);
    expect(skipped.map(({ reason }) => reason)).toEqual(Array(2).fill("no decisions: a coder's file is CODER.jsonl"));
  });

  test('about interviews that are not read are no matter where only some are', async () => {
    const folder = await folderWith({
      'codify.yaml': PLAN,
      'bog.yaml': BOOK,
      'interview/a.md': 'R1 (leder): Vi mangler tid.\n',
      'interview/b.md': 'R2 (leder): Vi mangler tid.\n',
      'decisions/AB.jsonl': line({}),
    });
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect((await loadStudy({ paths: ['interview/b.md'] })).decisions).toEqual([]);
      expect((await loadStudy({ paths: ['interview/a.md'] })).decisions).toHaveLength(1);
      expect((await loadStudy({ paths: [] })).decisions).toHaveLength(1);
    } finally {
      process.chdir(before);
    }
  });

  test('are one where git brought the same line twice', async () => {
    expect((await read({ 'decisions/AB.jsonl': line({ memo: 'x' }) + line({ memo: 'x' }) })).decisions).toHaveLength(1);
  });

  test('rank coders who have decided something', async () => {
    const files = { 'codify.yaml': `${PLAN}coders: [CD, AB]\n`, 'decisions/AB.jsonl': line({}) };
    expect((await read(files)).warnings).toEqual([expect.stringMatching(/codify\.yaml:3:10: CD has decided nothing \(there are AB\)/)]);
    expect((await read(files)).plan.coders).toEqual(['CD', 'AB']);
  });

  test('but for a last line that was torn when a run was stopped: it is named and left out, be it torn inside a letter', async () => {
    const torn = Buffer.from(line({ id: '2', memo: 'æ' }));
    const { decisions, warnings } = await read({ 'decisions/AB.jsonl': Buffer.concat([Buffer.from(line({})), torn.subarray(0, -4)]) });
    expect(decisions.map(({ id }) => id)).toEqual(['1']);
    expect(warnings).toEqual([expect.stringMatching(/AB\.jsonl:2: was torn when a run was stopped, and is left out$/)]);
  });

  test('are read while a coder is at work: her lock is no file of theirs', async () => {
    const { skipped } = await read({ 'decisions/AB.jsonl': line({}), 'decisions/AB.jsonl.lock': '{}' });
    expect(skipped).toEqual([]);
  });

  test('that replace what is not there are named', async () => {
    expect((await read({ 'decisions/AB.jsonl': line({ replaces: '9' }) })).warnings).toEqual([
      expect.stringMatching(/AB\.jsonl:1: replaces "9", which is not there/),
    ]);
  });
});

/** "AB.jsonl:1:7 …" for what is wrong at the first place where these words stand. */
const at = (text: string, words: string, message: string): string => {
  const before = text.slice(0, text.indexOf(words));
  return `AB.jsonl:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')} ${message}`;
};

describe('a line that is no decision is refused with its place', () => {
  test.each([
    [`${line({})}<<<<<<< HEAD\n`, '<<<<', 'holds the marks of a merge that was not finished'],
    [line({ id: 7 }), '7,', '"id" should be a text, not the value 7'],
    [
      `\n${line({ verdict: 'accpet' })}`,
      '"accpet',
      '"verdict" should be one of accept, reject, add, move, seen, undo, not the text "accpet"',
    ],
    [line({ verdcit: 'x' }), '"verdcit"', 'unknown key "verdcit"'],
    [line({ theme: undefined }), '{', '"theme" is missing'],
    [line({ verdict: 'move' }), '{', '"to" is missing'],
    [line({ verdict: 'undo' }), '{', '"replaces" is missing'],
    [line({ verdict: 'seen', theme: undefined, print: 'pin' }), '"print"', '"print" needs "theme" beside it'],
    [line({ anchor: { ...ANCHOR, start: -1 } }), '-1', '"start" should be at least 0'],
    [line({ anchor: { exact: 'Tid.' } }), '{"exact', '"prefix" is missing'],
    [line({ coder: 'CD' }), '"CD"', 'a decision of CD stands in the file of AB'],
    [line({ edit: 'Vi har ikke tid.' }), '"Vi har', '"edit" has "har", which is not said there'],
    [line({ edit: '[Tid mangler.]' }), '"[Tid', '"edit" leaves nothing of what was said'],
    [line({}) + line({ verdict: 'reject' }).replace('"1"', '"\\u0031"'), '"\\u0031"', 'the id "1" is taken'],
    [line({ replaces: '1' }).replace('"id":"1"', '"id":"\\u0031"'), '"1"', '"1" replaces itself'],
  ])('%s at %s: %s', async (text, words, message) => {
    expect(await faults(text)).toContain(at(text, words, message));
  });

  test('where it breaks off', async () => {
    expect(await faults(`${line({})}{"id": "2",\n`)).toEqual(['AB.jsonl:2:12 is no JSON here']);
    expect(await faults('{"id" "2"}\n[1]\n')).toEqual(['AB.jsonl:1:7 is no JSON here']);
  });

  test('all at once, in every file', async () => {
    expect(await faults(line({ id: 7 }), { 'decisions/CD.jsonl': 'x\n' })).toHaveLength(2);
  });

  test('when decisions replace each other in a circle', async () => {
    expect(await faults(line({ replaces: '2' }) + line({ id: '2', replaces: '1' }))).toEqual([
      expect.stringMatching(/^AB\.jsonl:1:\d+ "1" replaces itself, by way of "2"$/),
      expect.stringMatching(/^AB\.jsonl:2:\d+ "2" replaces itself, by way of "1"$/),
    ]);
  });

  test("when it replaces another coder's", async () => {
    expect(await faults(line({}), { 'decisions/CD.jsonl': line({ id: '2', coder: 'CD', replaces: '1' }) })).toEqual([
      expect.stringMatching(/^CD\.jsonl:1:\d+ CD cannot replace "1", a decision of AB$/),
    ]);
  });
});
