import { describe, expect, it } from 'vitest';
import { lineOf, timeOf } from '../../src/text/lines.ts';
import { readFile } from '../transcript/reading.ts';

/** The line and the time of these words in the first turn of a file. */
async function placeOf(words: string, file: string, name: string): Promise<[number, string | undefined]> {
  const [transcript] = await readFile(Buffer.from(file), name);
  const at = transcript!.text.indexOf(words);
  return [lineOf(transcript!, 0, at), timeOf(transcript!, 0, at)];
}

describe('where words stand inside a turn', () => {
  const cues = [
    '1',
    '00:00:01,000 --> 00:00:03,000',
    'Karen: Det var i',
    'foråret,',
    '',
    '2',
    '00:00:03,000 --> 00:00:05,000',
    'Karen: og vi havde travlt.',
    '',
    '3',
    '00:00:05,000 --> 00:00:07,000',
    'Bo: Ja.',
  ].join('\n');

  it.each<[string, number, string]>([
    ['Det var', 3, '0:01'],
    ['foråret', 3, '0:01'],
    ['og vi', 8, '0:03'],
    ['travlt', 8, '0:03'],
  ])('is its cue: %s', async (words, line, time) => {
    expect(await placeOf(words, cues, 'a.srt')).toEqual([line, time]);
  });

  it('is its line where nothing divides the turn', async () => {
    const text = 'R1 [00:01:02]: Det var i\nforåret.\n\nVi havde travlt.\n\nI: Ja.\n\nR1: Nå.\n';
    expect(await placeOf('Det var', text, 'a.txt')).toEqual([1, '1:02']);
    expect(await placeOf('travlt', text, 'a.txt')).toEqual([4, '1:02']);
  });
});
