import type { Transcript } from '../model.ts';
import { spokenWords } from '../text/spoken.ts';

/** So many of the same respondent words in a row make two interviews one. */
const SAME_WORDS = 200;
// Every run of 200 words holds a whole block of 100 that begins at a multiple of 100.
const BLOCK = SAME_WORDS / 2;

interface SameInterview {
  readonly transcript: Transcript;
  readonly of: Transcript;
  readonly words: number;
}

/** A block of an interview's words, to be found again in another. */
interface Block {
  readonly transcript: Transcript;
  readonly words: Int32Array;
  readonly at: number;
}

/** How far two texts go on alike, back and forth from a place where they agree. */
function sharedRun(a: Int32Array, b: Int32Array, atA: number, atB: number): { before: number; after: number } {
  let before = 0;
  while (before < atA && before < atB && a[atA - before - 1] === b[atB - before - 1]) before += 1;
  let after = 0;
  while (atA + after < a.length && atB + after < b.length && a[atA + after] === b[atB + after]) after += 1;
  return { before, after };
}

/**
 * Finds interviews that are there twice: 200 or more of the same respondent words, in runs of a hundred or more, which
 * is no chance, and at least half of the shorter one. The later in order is the duplicate.
 */
export function findDuplicates(transcripts: readonly Transcript[]): SameInterview[] {
  const blocks = new Map<number, Block[]>();
  // Says of most hashes that no block has them, faster than a map can.
  const maybe = new Uint8Array(1 << 16);
  const duplicates: SameInterview[] = [];
  for (const transcript of transcripts) {
    const words = spokenWords(transcript).form;
    const shared = sharedWords(words, blocks, maybe);
    const [most] = [...shared].sort((a, b) => b[1] - a[1]);
    if (most && most[1] >= SAME_WORDS && most[1] * 2 >= Math.min(words.length, most[0].words.length)) {
      duplicates.push({ transcript, of: most[0].transcript, words: most[1] });
      continue;
    }
    const first: Block = { transcript, words, at: 0 };
    for (let at = 0; at + BLOCK <= words.length; at += BLOCK) {
      const hash = hashOf(words, at);
      const known = blocks.get(hash) ?? [];
      maybe[hash & 0xffff] = 1;
      // One place of an interview is enough: a text that repeats itself would be compared with all its repetitions.
      if (known.every((block) => block.words !== words)) blocks.set(hash, [...known, { ...first, at }]);
    }
  }
  return duplicates;
}

const BASE = 0x01000193;
const TOP = Array.from({ length: BLOCK }).reduce<number>((power) => Math.imul(power, BASE), 1);

function hashOf(words: Int32Array, from: number): number {
  let hash = 0;
  for (let i = from; i < from + BLOCK; i += 1) hash = (Math.imul(hash, BASE) + words[i]! + 1) | 0;
  return hash;
}

/** How many words of a text stand in each interview before it, in runs of a block or more; each word counts once. */
function sharedWords(words: Int32Array, blocks: ReadonlyMap<number, readonly Block[]>, maybe: Uint8Array): Map<Block, number> {
  const shared = new Map<Int32Array, { block: Block; count: number; upTo: number }>();
  for (let at = 0, hash = 0, known = false; at + BLOCK <= words.length; at += 1) {
    hash = known ? (Math.imul(hash, BASE) + words[at + BLOCK - 1]! + 1 - Math.imul(TOP, words[at - 1]! + 1)) | 0 : hashOf(words, at);
    known = true;
    if (maybe[hash & 0xffff] === 0) continue;
    for (const block of blocks.get(hash) ?? []) {
      const so = shared.get(block.words) ?? { block, count: 0, upTo: 0 };
      if (at < so.upTo) continue;
      const { before, after } = sharedRun(words, block.words, at, block.at);
      if (before + after < BLOCK) continue;
      const from = Math.max(so.upTo, at - before);
      shared.set(block.words, { block, count: so.count + at + after - from, upTo: at + after });
    }
  }
  return new Map([...shared.values()].map(({ block, count }) => [block, count]));
}
