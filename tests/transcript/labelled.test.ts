import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/transcript/formats/labelled.ts';
import { askers, read, said } from './reading.ts';
import { runs } from '../chance.ts';

describe('a text with labelled turns', () => {
  test.each(['01.txt', '01.md', '01.markdown', '01.TXT'])('is read from %s', (name) => {
    expect(said(read('I: Hvad?\n\nR1: Tid.\n', { name }))).toEqual([
      ['I', 'Hvad?'],
      ['R1', 'Tid.'],
    ]);
  });

  test('lets paragraphs without a label go on with the speaker before', () => {
    expect(said(read('I: Hvad?\n\nR1: Det ene.\n\nDet andet\npå to linjer.\n\nDet tredje.\n'))[1]).toEqual([
      'R1',
      'Det ene.\n\nDet andet\npå to linjer.\n\nDet tredje.',
    ]);
  });

  test('gives every turn the line it begins on', () => {
    const lines = read('---\nid: x\n---\n\nI: Hvad?\n\nR1: Det ene.\n\nDet andet.\n\n\nI:\nOg?\n').turns.map((turn) => turn.line);
    expect(lines).toEqual([5, 7, 12]);
  });

  test('is kept as it was written, and turns are places in it', () => {
    const transcript = read('\ufeffI: A\u030arhus?\r\n\r\nR1: Sam\u00adskabelse – ja\u2028nej.\r\n');
    expect(transcript.text).toBe('I: A\u030arhus?\n\nR1: Sam\u00adskabelse – ja\u2028nej.\n');
    expect(said(transcript)[1]).toEqual(['R1', 'Sam\u00adskabelse – ja\u2028nej.']);
  });

  test('is one person for a label in composed and in decomposed letters', () => {
    expect(said(read('Åse: Ja.\n\nA\u030ase: Nej.\n\nBo: Hm.\n\nBo: Jo.\n')).map((turn) => turn[0])).toEqual(['Åse', 'Åse', 'Bo', 'Bo']);
  });

  test('may hold a turn without words', () => {
    expect(said(read('I: Hvad?\n\nR1:\n\nI: Hallo?\n\nR1: Ja.\n'))).toContainEqual(['R1', '']);
  });

  test('tells how much before the first speaker was left out', () => {
    const transcript = read('Mødet begyndte sent.\n\nAlle var trætte.\n\nI: Hvad?\n\nR1: Tid.\n');
    expect(said(transcript)).toHaveLength(2);
    expect(transcript.notes).toEqual([expect.stringMatching(/^2 lines before the first speaker/)]);
  });

  test('without a speaker has no turns', () => {
    const transcript = read('Vi gik en tur på havnen.\n\nDet blæste.\n');
    expect(transcript.turns).toEqual([]);
  });

  test('that is empty has no turns', () => {
    expect(read('').turns).toEqual([]);
    expect(read('\n \n').turns).toEqual([]);
  });
});

describe('headings and rules are nobody’s words', () => {
  test.each(['# Ledelse', '### Spørgsmål 2: Ledelse', '---', '***', '___', '====', '  ---  '])('%s', (line) => {
    expect(said(read(`I: Hvad?\n\nR1: Det ene.\n\n${line}\n\nDet andet.\n\nI: Tak.\n`))).toEqual([
      ['I', 'Hvad?'],
      ['R1', 'Det ene.'],
      ['R1', 'Det andet.'],
      ['I', 'Tak.'],
    ]);
  });

  test('and a name right under a heading is a label when it returns', () => {
    const text = '## Start\nBirthe: Hej.\n\nI: Hej.\n\n## Slut\nBirthe: Farvel.\n';
    expect(said(read(text)).map((turn) => turn[0])).toEqual(['Birthe', 'I', 'Birthe']);
  });

  test.each(['#hashtag er ikke en overskrift', '#1 på listen', '--- sagde han'])('but %s is said by someone', (line) => {
    expect(said(read(`R1: Ja.\n\n${line}\n`))).toEqual([['R1', `Ja.\n\n${line}`]]);
  });
});

describe('the same dialogue in every style of labels, encoding and line end', () => {
  const styles: readonly [string, string, string][] = [
    ['I:', 'R05:', 'R05'],
    ['I:', 'IP:', 'IP'],
    ['Interviewer:', 'Informant 2 (afdelingsleder):', 'Informant 2'],
    ['**I:**', '**R05:**', 'R05'],
    ['**Interviewer**:', '**R05 (chef)**:', 'R05'],
    ['I\u00a0:', '\u200bR05\u00a0(chef):', 'R05'],
    ['Moderator:\t', 'Mette Holm:\t', 'Mette Holm'],
    ['**I:**\n', '**Anne-Marie K.:**\n', 'Anne-Marie K.'],
  ];
  const encodings: readonly ((text: string) => Uint8Array)[] = [
    (text) => Buffer.from(text),
    (text) => Buffer.from(`\ufeff${text}`),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  ];
  const word = fc.constantFrom(
    'vi',
    'når',
    'aldrig',
    'frem.',
    'Ærø',
    'a\u030ar',
    '–',
    '“nej”,',
    'kl. 10:30',
    'http://a.dk/b',
    '(griner)',
    '3:',
    '**nu**',
    '😀',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
  const opening = fc.constantFrom('og', 'Bemærk:', 'Altså:', 'kl. 9:15', 'Han sagde:', '–', 'http://a.dk', '(pause)');
  const goesOn = fc.tuple(opening, words).map((parts) => parts.join(' '));
  const turn = fc
    .tuple(words, fc.array(goesOn, { maxLength: 2 }))
    .map(([first, others]) => ['Jo,', first, ...others.map((one) => `\n\n${one}`)]);
  const turns = fc.array(fc.tuple(turn, turn), { minLength: 2, maxLength: 6 });
  const wordsOf = (text: string): string[] => text.split(/\s+/).filter((one) => one !== '');

  test('gives the same speakers and words back', () => {
    fc.assert(
      fc.property(
        turns,
        fc.constantFrom(...styles),
        fc.constantFrom(...encodings),
        fc.constantFrom('\n', '\r\n', '\r'),
        (dialogue, [asks, answers, speaker], encode, lineEnd) => {
          const spoken = dialogue.flatMap(([question, answer]) => [
            { label: asks, words: question.join(' ') },
            { label: answers, words: answer.join(' ') },
          ]);
          const written = spoken
            .map((one) => `${one.label} ${one.words}`)
            .join('\n\n')
            .replaceAll('\n', lineEnd);
          const transcript = read(encode(written));
          const asker = asks.replace(/[:*\s]/g, '');
          expect(said(transcript).map(([who, what]) => [who, wordsOf(what)])).toEqual(
            spoken.map((one, i) => [i % 2 === 0 ? asker : speaker, wordsOf(one.words)]),
          );
          expect(askers(transcript)).toEqual([asker]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('the lines of a document', () => {
  interface Paragraph {
    readonly text: string;
    readonly lead?: number;
    readonly heading?: boolean;
  }

  function readDocument(...paragraphs: Paragraph[]): [string, string | undefined, string][] {
    let end = -1;
    const lines = paragraphs.map((paragraph, i) => {
      const start = end + 1;
      end = start + paragraph.text.length;
      return { ...paragraph, opens: true, number: i + 1, span: { start, end } };
    });
    const text = paragraphs.map((one) => one.text).join('\n');
    return readLines(text, lines, { declared: new Set() }).turns.map(({ speaker, time, span }) => [
      speaker,
      time,
      text.slice(span.start, span.end),
    ]);
  }

  test('name who speaks by a bold beginning with a time', () => {
    expect(
      readDocument({ text: 'Mette Holm   0:03', lead: 17 }, { text: 'Hej.' }, { text: 'Ole Dam   0:05', lead: 14 }, { text: 'Jo.' }),
    ).toEqual([
      ['Mette Holm', '0:03', 'Hej.'],
      ['Ole Dam', '0:05', 'Jo.'],
    ]);
  });

  test('name who speaks by a bold beginning without a colon', () => {
    expect(readDocument({ text: 'Interviewer Hvad?', lead: 12 }, { text: 'R1 (chef) Tid.', lead: 9 }, { text: 'Og mere.' })).toEqual([
      ['Interviewer', undefined, 'Hvad?'],
      ['R1', undefined, 'Tid.\nOg mere.'],
    ]);
  });

  test('are nobody’s words where they are headings', () => {
    expect(readDocument({ text: 'I: Hvad?' }, { text: 'R1: Tid.' }, { text: 'Ledelse', heading: true }, { text: 'Og mere.' })).toEqual([
      ['I', undefined, 'Hvad?'],
      ['R1', undefined, 'Tid.'],
      ['R1', undefined, 'Og mere.'],
    ]);
  });
});
