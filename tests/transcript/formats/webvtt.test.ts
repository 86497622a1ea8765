import { describe, expect, test } from 'vitest';
import { faultOf } from '../../files/faults.ts';
import { parseBlocks, webvtt } from '../../../src/transcript/formats/webvtt.ts';
import { read, said } from '../reading.ts';

const name = 'optagelse.vtt';
const vtt = (...blocks: string[]): string => `WEBVTT\n\n${blocks.join('\n\n')}\n`;

/** The cues that the specification takes from a file: id, times and text. */
function cuesOf(file: string): string[] {
  return parseBlocks(file.replace(/\r\n?/g, '\n'))
    .filter(({ valid }) => valid)
    .map(({ id, start, end, text }) => `${id}|${start}-${end}|${text}`);
}
const timesOf = (times: string): string[] => cuesOf(vtt(`${times}\ntekst`));

describe('the file-parsing cases of the web-platform tests', () => {
  test.each(['WEBVTT', 'WEBVTT\n', 'WEBVTT \n', 'WEBVTT\t\n', 'WEBVTT ', 'WEBVTT\t', 'WEBVTT et ord', '\ufeffWEBVTT\n'])(
    'signature: %j is one',
    (head) => {
      expect(read(`${head}\n\n00:00.000 --> 00:01.000\ntekst`, { name }).format).toBe('webvtt');
    },
  );

  test.each(['', 'WEBVT', 'WEBVTTx', 'WEBVTT\u00a0', 'WEBVTT\f', 'WEBVTT:', 'webvtt', ' WEBVTT', '\nWEBVTT', '\ufeff\ufeffWEBVTT'])(
    'signature: %j is none',
    (head) => {
      expect(webvtt.recognises!({ head: `${head}\n`.replace(/^\ufeff/, ''), bytes: Buffer.of() })).toBe(false);
    },
  );

  test.each([
    ['WEBVTT\nsludder\n\n00:00.000 --> 00:01.000\ntekst', ['|0-1|tekst']],
    ['WEBVTT\nKind: captions\nSprog: da\n\nnavn\n00:00.000 --> 00:01.000\ntekst', ['navn|0-1|tekst']],
    ['WEBVTT\n00:00:00.000 --> 00:00:01.000\ntekst', ['|0-1|tekst']],
    ['WEBVTT\nsludder\n00:00:00.000 --> 00:00:01.000\ntekst', ['|0-1|tekst']],
    ['WEBVTT 00:00:00.000 --> 00:00:01.000\ntekst\n', []],
    ['WEBVTT\n\n\n\n00:00.000 --> 00:01.000\ntekst\n\n\n', ['|0-1|tekst']],
  ])('header: %j', (file, cues) => {
    expect(cuesOf(file)).toEqual(cues);
  });

  test.each(['\r', '\n', '\r\n'])('line ends: %j', (end) => {
    const file = ['WEBVTT', '', 'et', '00:00.000 --> 00:01.000', 'a', 'b', '', '', 'to', '00:00.000 --> 00:01.000', 'c'].join(end);
    expect(cuesOf(file)).toEqual(['et|0-1|a\nb', 'to|0-1|c']);
  });

  test('line ends: LF and CR are two', () => {
    expect(cuesOf('WEBVTT\n\rid\n\r00:00.000 --> 00:01.000\na\n\rb')).toEqual(['|0-1|a']);
  });

  test('NUL: codify refuses the file, as no quote may hold what stands for it', () => {
    expect(faultOf(() => read(vtt('00:00.000 --> 00:01.000\ntek\0st'), { name })).message).toMatch(/not a text file/);
  });

  test.each([
    ['00:00:00.000 --> 00:00:01.000', '0-1'],
    ['00:00.000 --> 00:00:01.000', '0-1'],
    ['00:00:00.000 --> 00:01.000', '0-1'],
    ['00:00.000 --> 00:01.000', '0-1'],
    ['0:00:00.000 --> 0:00:01.000', '0-1'],
    ['000:00:00.000 --> 00000000000:00:01.000', '0-1'],
    ['123:59:59.999 --> 1000:00:00.000', '446399.999-3600000'],
    ['60:00:00.000 --> 99:00:00.000', '216000-356400'],
    ['00:00:01.000 --> 00:00:00.999', '1-0.999'],
    ['01:00:00.000 --> 00:59:59.999', '3600-3599.999'],
    ['   00:00:00.000    -->  00:00:01.000 ', '0-1'],
    ['\t\t00:00:00.000\t\t-->\t\t00:00:01.000\t', '0-1'],
    ['\f\f00:00:00.000\f\f-->\f\f00:00:01.000\f', '0-1'],
    ['00:00:00.000-->00:00:01.000', '0-1'],
    ['00:00:00.000 --> 00:00:01.000align:end', '0-1'],
    ['00:00:00.000 --> 00:00:01.000 align:start line:0% position:x size:200% vertical:rl region:bund sludder', '0-1'],
    ['00:00:00.000 --> 00:00:01.000 align:start --> sludder', '0-1'],
  ])('times: %j are valid', (times, expected) => {
    expect(timesOf(times)).toEqual([`|${expected}|tekst`]);
  });

  const start = (
    '0000:00.000 00:0:00.000 00:0000.000 00:00:0.000 00:00:00000 00:00:00.00 00:00:00.0 00:00:00. 00:00:00 00:00:0 00:00: 00:00 00:0 00: 00 0 ' +
    '0:00.000 0000.000 00:0.000 00:00000 00:00.00 00:00.0 00:00. 0:00. :00. 00. 0. . 00::00:00.000 00:000:00.000 00:00::00.000 00:00:000.000 ' +
    '00:00:00..000 00:00:00.0000 00:00.0000 000:00.000 00::00.000 00:000.000 00:00..000 00:60:00.000 00:00:60.000 60:00.000 00:60.000 ' +
    '-00:00:00.000 00:00:00,000 x00:00:00.000 00:00:00.000x 00:00:00:000 \v00:00:00.000 ٠٠:00:00.000'
  ).split(' ');
  test.each([
    ...['', ...start].map((time) => `${time} --> 00:00:01.000`),
    ...['', ...start].filter((time) => !time.endsWith('0000') && !time.endsWith('x')).map((time) => `00:00:00.000 --> ${time}`),
    '00:00:00.000 --> 00:00:01.0000',
    '00:00:00.000 -- > 00:00:01.000',
    '00:00:00.000 -> 00:00:01.000',
    '00:00:00.000 00:00:01.000',
    '00:00:00.000 ---> 00:00:01.000',
    '00:00:00.000 -->> 00:00:01.000',
    '00:00:00.000\v-->\v00:00:01.000',
    '00:00:00.000 -->',
  ])('times: %j are not', (times) => {
    expect(timesOf(times)).toEqual([]);
  });

  test('arrows on any other line begin a new block', () => {
    const times = '00:00:00.000 --> 00:00:01.000';
    const file = `WEBVTT\n\n-->\n${times}\na\nfoo-->\n${times}\nb\n-->foo\n${times}\nc\n--->\n${times}\nd\n-->-->\n${times}\ne\n${times}\nf\n\n00:00:00.000 -a -->\n\n00:00:00.000 - -->\n`;
    expect(cuesOf(file)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((text) => `|0-1|${text}`));
  });

  test.each([' foran', 'efter ', '-- >', '->', ' ', 'NOTE', 'STYLE', 'REGION', 'WEBVTT'])('the id %j', (id) => {
    expect(cuesOf(vtt(`${id}\n00:00.000 --> 00:01.000\ntekst`))).toEqual([`${id}|0-1|tekst`]);
  });

  test.each([
    ['NOTE\nom\nalt', '00:00.000 --> 00:01.000\ntekst'],
    ['NOTE om alt', '00:00.000 --> 00:01.000\ntekst'],
    ['STYLE\n::cue(#a) {\n  width: 2px;\n} /*\nNOTE hej\n00:00:00.000 -- > 00:00:01.000\n*/', '00:00.000 --> 00:01.000\ntekst'],
    ['REGION\nid:bund\nwidth:40%', '00:00.000 --> 00:01.000\ntekst'],
    ['a\nb\nc', '00:00.000 --> 00:01.000\ntekst'],
  ])('the block %j is no cue', (...blocks) => {
    expect(cuesOf(vtt(...blocks))).toEqual(['|0-1|tekst']);
  });

  test('a file may end in the middle of times, or without words', () => {
    expect(timesOf('00:00:00.000')).toEqual([]);
    expect(cuesOf('WEBVTT\n\n00:00:00.000 -->')).toEqual([]);
    expect(cuesOf('WEBVTT\n\n00:00:00.000 --> 00:00:01.000')).toEqual(['|0-1|']);
  });
});

describe('words that the specification would drop', () => {
  const cue = (time: string, text: string): string => `${time} --> 00:09.000\n${text}`;

  test('for times that are not quite valid are read, with the times', () => {
    const transcript = read(vtt(cue('00:00:61.000', '<v Bo>Ja.'), cue('0:1:2.5', '<v Åse>Nej.')), { name });
    expect(said(transcript)).toEqual([
      ['Bo', 'Ja.'],
      ['Åse', 'Nej.'],
    ]);
    expect(transcript.turns.map(({ time }) => time)).toEqual(['1:01', '1:02']);
    expect(transcript.notes).toEqual([]);
  });

  test('for times nobody can read are read without, and told of', () => {
    const transcript = read(vtt(cue('00:01.000', '<v Bo>Ja.'), `3\n${cue('00:0x', '<v Åse>Nej.')}`), { name });
    expect(said(transcript)).toEqual([
      ['Bo', 'Ja.'],
      ['Åse', 'Nej.'],
    ]);
    expect(transcript.turns.map(({ time, line }) => [time, line])).toEqual([
      ['0:01', 4],
      [undefined, 8],
    ]);
    expect(transcript.notes).toEqual(['read without a time: line 8']);
  });

  test.each([
    ['below an empty line', 'Ja.\n\nOg nej.', 'Ja. Og nej.'],
    ['with an arrow among them', 'Ja.\nFra A --> B gik\ndet godt.', 'Ja. Fra A --> B gik det godt.'],
  ])('%s are those of who spoke before', (_, words, expected) => {
    for (const form of [`<v Bo>${words}`, `Bo: ${words}`]) {
      const transcript = read(
        vtt(cue('00:01.000', 'Bo: Hej.').replace('Bo: Hej.', form.startsWith('<') ? '<v Bo>Hej.' : 'Bo: Hej.'), cue('00:02.000', form)),
        { name },
      );
      expect(said(transcript)).toEqual([['Bo', `Hej. ${expected}`]]);
      expect(transcript.notes[0]).toMatch(/^read without a time: line \d+$/);
    }
  });

  test('before the first cue are nobody’s, and told of', () => {
    const transcript = read(vtt('Møde om havnen', cue('00:01.000', '<v Bo>Ja.')), { name });
    expect(said(transcript)).toEqual([['Bo', 'Ja.']]);
    expect(transcript.notes).toEqual(['left out before the first cue: line 3']);
  });

  test('are not the number of a cue that no empty line divides from the one before', () => {
    const dense = `1\n${cue('00:01.000', '<v Bo>Ja.')}\n2\n${cue('00:02.000', '<v Bo>I')}\n1999\n  \n3\n${cue('00:03.000', '<v Bo>Nej.')}`;
    expect(said(read(vtt(dense), { name }))).toEqual([['Bo', 'Ja. I 1999 Nej.']]);
  });
});
