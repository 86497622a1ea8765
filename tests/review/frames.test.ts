import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { codeStudy } from '../../src/cli/coded.ts';
import { sitDown } from '../../src/cli/sitting.ts';
import { begin, type QueueName, type ReviewState } from '../../src/review/state.ts';
import { columnsOf } from '../../src/text/width.ts';
import { ROOT } from '../scenarios/run.ts';
import { endAll, onScreen, type Session } from './screen.ts';

const coded = await codeStudy([join(ROOT, 'samples/faelles-om-opgaven')], { column: {} });

/** A session of a new coder on the sample study. */
async function session(queue: QueueName, wishes: { theme?: string; transcript?: string } = {}, coder = 'ida'): Promise<ReviewState> {
  const { desk, said, filter } = await sitDown(coded, { coder, path: `decisions/${coder}.jsonl`, lines: 0 }, { ...wishes, seed: 1 });
  return begin(desk, said, queue, filter);
}

const SMALL = { columns: 80, rows: 24 };
const WIDE = { columns: 120, rows: 40 };
const KEYS: Readonly<Record<string, string>> = {
  space: ' ',
  enter: '\r',
  esc: '\u001b',
  tab: '\t',
  '→': '\u001b[C',
  '←': '\u001b[D',
  '↓': '\u001b[B',
  '⇧→': '\u001b[1;2C',
};

/** "f . d" as a terminal sends it. */
const typing = (keys: string): string[] => (keys === '' ? [] : keys.split(' ').map((key) => KEYS[key] ?? key));

async function shown(state: ReviewState, size: { columns: number; rows: number }, keys: string): Promise<Session> {
  const screen = await onScreen(state, size);
  await screen.send(...typing(keys));
  return screen;
}

function expectToFit(frame: string, { columns, rows }: { columns: number; rows: number }): void {
  const lines = frame.split('\n');
  expect(lines).toHaveLength(rows);
  for (const line of lines) expect(columnsOf(line), line).toBeLessThanOrEqual(columns);
}

afterEach(endAll);

describe('the keys that are rehearsed while the first quote is read', () => {
  it('decide nothing and show nothing, and her own keys act on the quote she sees', async () => {
    const screen = await onScreen(await session('report'), SMALL);
    const first = screen.frame();
    // As many turns of the event loop as all rehearsed keys take.
    for (let i = 0; i < 200; i += 1) await new Promise((resolve) => void setImmediate(resolve));
    expect(screen.written).toEqual([]);
    expect(screen.frame()).toBe(first);
    await screen.send('f');
    expect(screen.written.length).toBeGreaterThan(0);
    const early = await shown(await session('report'), SMALL, 'f');
    expect(screen.frame()).toBe(early.frame());
    expect(screen.written).toEqual(early.written);
  });
});

describe('a frame', () => {
  it.each([
    ['quote', 'report', ''],
    ['decided', 'report', 'f d'],
    ['chooser', 'report', 'j t t i l'],
    ['memo', 'report', 'm H u n space l e r'],
    ['help', 'report', 'h'],
    ['walk', 'walk', '→ ⇧→'],
    ['disagreement', 'disagreements', ''],
  ] as const)('%s is as it was, at 80×24 and at 120×40', async (name, queue, keys) => {
    const coder = queue === 'disagreements' ? 'mette' : 'ida';
    for (const size of [SMALL, WIDE]) {
      const screen = await shown(await session(queue, {}, coder), size, keys);
      expectToFit(screen.frame(), size);
      await expect(`${screen.frame()}\n`).toMatchFileSnapshot(`frames/${name}-${size.columns}x${size.rows}.txt`);
    }
  });

  it('fits whatever size the terminal has, whatever the quote', async () => {
    const screen = await onScreen(await session('undecided'), SMALL);
    for (const [columns, rows] of [
      [60, 16],
      [61, 23],
      [109, 24],
      [110, 17],
      [200, 60],
      [80, 24],
    ] as const) {
      await screen.resize(columns, rows);
      for (let i = 0; i < 8; i += 1) {
        expectToFit(screen.frame(), { columns, rows });
        await screen.send(i % 5 === 0 ? '\u001b[6~' : 'j');
      }
    }
    await screen.resize(59, 24);
    expect(screen.frame()).toContain('Vinduet er for lille');
  });

  it('says how much of a long turn is left out on each side', async () => {
    const screen = await shown(await session('walk', { transcript: 'interview/06.md' }), { columns: 60, rows: 16 }, 'j');
    const seen = new Set<string>();
    for (let i = 0; i < 40; i += 1) {
      for (const [, side = ''] of screen.frame().matchAll(/… \d+ ord (før|efter)/g)) seen.add(side);
      await screen.send('j');
    }
    expect([...seen].sort()).toEqual(['efter', 'før']);
  });

  it('marks hits by characters where there are no colours, and not where there are', async () => {
    const state = await session('report');
    expect((await onScreen(state, { ...SMALL, marked: true })).frame()).toContain('»et ben i hver«');
    expect((await onScreen(state, { ...SMALL, marked: false })).frame()).toContain('Jeg står med et ben i hver verden');
  });
});

describe('keys', () => {
  it('that come together are pressed one after another, each written before the next', async () => {
    const screen = await onScreen(await session('undecided'), SMALL);
    await screen.send('ffa');
    expect(screen.frame()).toMatch(/4\/\d+/);
    expect(screen.written.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['accept', 'reject']));
  });

  it('end the session with what was said', async () => {
    const screen = await shown(await session('undecided'), SMALL, 'f q');
    const { said, ended } = await screen.end;
    expect(ended).toBe(true);
    expect(said.lines).toBe(screen.written.length);
  });

  it('of which nothing can be written end it with the reason', async () => {
    const screen = await onScreen(await session('undecided'), SMALL, () => {
      throw new Error('no room on the disk');
    });
    const ended = expect(screen.end).rejects.toThrow('no room on the disk');
    await screen.send('f');
    await ended;
  });
});

describe('the README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```review\n(.*)\n\n([\s\S]*?)^```$/gm)];

  it('shows the review', () => expect(blocks.length).toBeGreaterThan(2));

  it.each(blocks.map(([, command = '', frame = '']) => [command, frame]))('shows the screen after: %s', async (command, frame) => {
    const [, queue = 'report', keys = ''] = /--coder ida(?: --queue (\w+))?(?: {2}(.*))?$/.exec(command)!;
    const screen = await shown(await session(queue as QueueName), SMALL, keys);
    const plain = (text: string): string => text.replace(/[^\S\n]+$/gm, '').trimEnd();
    expect(plain(screen.frame())).toBe(plain(frame));
  });
});
