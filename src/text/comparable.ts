import { ALL_UNSEEN, HAS_UNSEEN } from './characters.ts';

/** Text as it is compared, with the way back to where each of its units begins and ends in the original. */
export interface Comparable {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Is the text in NFC and without invisible characters, as nearly all text is? */
export function isComparable(text: string): boolean {
  return !HAS_UNSEEN.test(text) && text === text.normalize('NFC');
}

/** The text in NFC and without invisible characters. */
export function comparable(text: string): Comparable {
  let result = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const cluster of text.match(/[^\p{M}]\p{M}*|\p{M}+/gsu) ?? []) {
    const short = cluster.normalize('NFC').replace(ALL_UNSEEN, '');
    const same = short === cluster;
    for (let i = 0; i < short.length; i += 1) {
      starts.push(same ? at + i : at);
      ends.push(same ? at + i + 1 : at + cluster.length);
    }
    result += short;
    at += cluster.length;
  }
  return { text: result, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
