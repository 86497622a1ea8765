import { describe, expect, it } from 'vitest';
import { standingDecisions } from '../../../src/coding/decisions/standing.ts';
import type { Decision } from '../../../src/model.ts';

/** "2 accept 1" is decision 2, which accepts and replaces 1. */
const decisionsOf = (...written: string[]): Decision[] =>
  written.map((one, line): Decision => {
    const [id = '', verdict = '', replaces] = one.split(' ');
    return {
      id,
      verdict: verdict as Decision['verdict'],
      ...(replaces !== undefined && { replaces }),
      coder: 'AB',
      transcript: 'a',
      theme: 'tid',
      anchor: { exact: 'Tid.', prefix: '', suffix: '', start: 0 },
      place: { path: 'AB.jsonl', line },
    };
  });
const standing = (...written: string[]): string[] => standingDecisions(decisionsOf(...written)).decisions.map(({ id }) => id);
const rivals = (...written: string[]): string[][] =>
  standingDecisions(decisionsOf(...written)).rivals.map((list) => list.map(({ id }) => id));

describe('what stands', () => {
  it('is what nothing replaces, in whatever order it is written', () => {
    expect(standing('1 accept', '2 reject 1', '3 accept 2')).toEqual(['3']);
    expect(standing('3 accept 2', '2 reject 1', '1 accept')).toEqual(['3']);
  });

  it('is what stood before, once a decision is undone', () => {
    expect(standing('1 accept', '2 undo 1')).toEqual([]);
    expect(standing('1 accept', '2 reject 1', '3 undo 2')).toEqual(['1']);
    expect(standing('1 accept', '2 reject 1', '3 undo 2', '4 undo 1')).toEqual([]);
    expect(standing('1 accept', '2 reject 1', '3 undo 2', '4 accept 1')).toEqual(['4']);
  });

  it('is back when the undoing is undone', () => {
    expect(standing('1 accept', '2 reject 1', '3 undo 2', '4 undo 3')).toEqual(['2']);
  });
});

describe('rivals', () => {
  it('replace the same decision and differ, then or later', () => {
    expect(rivals('1 accept', '2 reject 1', '3 move 1')).toEqual([['2', '3']]);
    expect(rivals('1 accept', '2 reject 1', '3 move 1', '4 seen 3')).toEqual([['2', '4']]);
    expect(rivals('1 accept', '2 undo 1', '3 reject 1')).toEqual([['2', '3']]);
  });

  it('are none when they say the same, or one was undone', () => {
    expect(rivals('1 accept', '2 reject 1', '3 reject 1')).toEqual([]);
    expect(rivals('1 accept', '2 reject 1', '3 move 1', '4 reject 3')).toEqual([]);
    expect(rivals('1 accept', '2 reject 1', '3 move 1', '4 undo 3')).toEqual([]);
    expect(rivals('1 accept', '2 undo 1', '3 undo 1')).toEqual([]);
  });
});
