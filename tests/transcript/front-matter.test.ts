import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/transcript/front-matter.ts';
import { faultOf } from '../files/faults.ts';
import { askers, read, said } from './reading.ts';

describe('front matter', () => {
  test('names the interview', () => {
    expect(read('---\nid: interview-02\ndate: 2026-02-11\n---\nI: Hvad?\n\nR1: Tid.\n').id).toBe('interview-02');
    expect(read('---\nid: 7\n---\nR1: Tid.\n').id).toBe('7');
  });

  test('without an id leaves the interview its path', () => {
    expect(read('---\ndate: 2026-02-11\n---\nR1: Tid.\n', { name: 'runde/07.md' }).id).toBe('runde/07.md');
    expect(read('R1: Tid.\n', { name: 'runde/07.md' }).id).toBe('runde/07.md');
  });

  test.each(['I', '[I]', '[I, Mette Holm]'])('says who asks: %s', (written) => {
    const transcript = read(`---\ninterviewer: ${written}\n---\nMette Holm: Hvad?\n\nR1: Tid.\n\nMette Holm: Og?\n\nI: Ja?\n`);
    expect(askers(transcript)).toEqual(written.includes('Mette') ? ['Mette Holm', 'I'] : ['I']);
  });

  test('says who a label is, with role, consent and attributes', () => {
    const front = '---\nparticipants:\n  R05: {participant: P05, role: centerchef, consent: ja, alder: 45, udvalg: true}\n---\n';
    const person = read(`${front}I: Hvad?\n\nR05: Tid.\n`).participants.get('R05');
    expect(person).toEqual({ id: 'P05', role: 'chef', title: 'centerchef', consent: 'ja', attributes: { alder: '45', udvalg: 'true' } });
  });

  test('finds its label though the file writes it in other Unicode letters', () => {
    expect(read('---\nparticipants: {A\u030ase: {role: chef}}\n---\nÅse: Ja.\n').participants.get('Åse')?.role).toBe('chef');
  });

  test('is nobody’s words, and the interview begins after it', () => {
    const text = '---\nid: x\n---\nR1: Ja.\n';
    expect(readFrontMatter(text, '01.md')?.end).toBe(text.indexOf('R1'));
    expect(said(read(text))).toEqual([['R1', 'Ja.']]);
  });

  test('may stand in a plain text file, after blank lines, and end in three dots', () => {
    const transcript = read('\n---\nid: x\n...\nR1: Ja.\n', { name: '01.txt' });
    expect([transcript.id, transcript.turns[0]?.line]).toEqual(['x', 5]);
  });

  test('with nothing in it is none', () => {
    expect(read('---\n---\nR1: Ja.\n').id).toBe('01.md');
  });

  test('warns of a key that nobody reads, with what was meant', () => {
    expect(read('---\nparticipant: {}\nemne: havnen\n---\nR1: Ja.\n').notes).toEqual([
      expect.stringMatching(/"participant" is not used.*did you mean "participants"/),
      expect.stringMatching(/"emne" is not used$/),
    ]);
  });

  test.each([
    ['a file that begins with a rule', '---\n\nR1: Ja.\n\nR1: Nej: altså.\n'],
    ['a rule with prose up to the next', '---\nEn samtale om havnen.\n---\n\nR1: Ja.\n'],
    ['a rule further down', 'R1: Ja.\n\n---\nid: x\n---\n'],
  ])('is not what %s has', (_, text) => {
    expect(readFrontMatter(text, '01.md')).toBeUndefined();
  });
});

describe('front matter that is broken is refused with its place in the file:', () => {
  test.each([
    ['a tab', '---\nid: x\nparticipants:\n\tR1: {}\n---\n', 4, 1],
    ['a key twice', '---\nid: x\nid: y\n---\n', 3, 1],
    ['a star without quotes', '---\nid: *x\n---\n', 2, 5],
    ['a key twice, after blank lines', '\n\n---\nid: x\nid: y\n---\n', 5, 1],
    ['participants that are a list', '---\nid: x\nparticipants: [R1]\n---\n', 3, 15],
    ['a participant that is a text', '---\nparticipants:\n  R1: chef\n---\n', 3, 7],
    ['a role that is a list', '---\nparticipants:\n  R1: {role: [chef]}\n---\n', 3, 14],
  ])('%s', (_, text, line, column) => {
    expect(faultOf(() => readFrontMatter(text, '01.md')).place).toEqual({ path: '01.md', line, column });
  });
});
