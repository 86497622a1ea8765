import type { Transcript } from '../model.ts';
import { FormTable, WordReader } from '../text/words.ts';

/** So many of the same respondent words in a row make two interviews one. */
const SAME_WORDS = 200;
// Every run of 200 words holds a whole block of 100 that begins at a multiple of 100.
const BLOCK = SAME_WORDS / 2;

interface SameInterview {
  readonly transcript: Transcript;
  readonly of: Transcript;
  readonly words: number;
}

function respondentWords(transcript: Transcript, reader: WordReader): Int32Array {
  const words: number[] = [];
  for (const turn of transcript.turns) {
    if (transcript.participants.get(turn.speaker)?.role === 'interviewer') continue;
    const said = transcript.text.slice(turn.span.start, turn.span.end).normalize('NFC');
    reader.read(said, 0, said.length);
    for (let i = 0; i < reader.count; i += 1) words.push(reader.form[i]!);
  }
  return Int32Array.from(words);
}

/** How long the run is that two texts share around a place where they agree. */
function sharedRun(a: Int32Array, b: Int32Array, atA: number, atB: number): number {
  let before = 0;
  while (before < atA && before < atB && a[atA - before - 1] === b[atB - before - 1]) before += 1;
  let after = 0;
  while (atA + after < a.length && atB + after < b.length && a[atA + after] === b[atB + after]) after += 1;
  return before + after;
}

/**
 * Finds interviews that are there twice: 200 or more of the same respondent words in a row, which is no chance, and at
 * least half of the shorter one. The later in order is the duplicate.
 */
export function findDuplicates(transcripts: readonly Transcript[]): SameInterview[] {
  const reader = new WordReader(new FormTable());
  const blocks = new Map<number, { transcript: Transcript; words: Int32Array; at: number }[]>();
  const duplicates: SameInterview[] = [];
  for (const transcript of transcripts) {
    const words = respondentWords(transcript, reader);
    const found = findShared(words, blocks);
    if (found && found.run >= SAME_WORDS && found.run * 2 >= Math.min(words.length, found.length)) {
      duplicates.push({ transcript, of: found.transcript, words: found.run });
      continue;
    }
    for (let at = 0; at + BLOCK <= words.length; at += BLOCK) {
      const hash = hashOf(words, at);
      blocks.set(hash, [...(blocks.get(hash) ?? []), { transcript, words, at }]);
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

type Blocks = ReadonlyMap<number, readonly { transcript: Transcript; words: Int32Array; at: number }[]>;

function findShared(words: Int32Array, blocks: Blocks): { transcript: Transcript; run: number; length: number } | undefined {
  if (words.length < SAME_WORDS || blocks.size === 0) return undefined;
  let best: { transcript: Transcript; run: number; length: number } | undefined;
  let hash = hashOf(words, 0);
  for (let at = 0; ; at += 1) {
    for (const block of blocks.get(hash) ?? []) {
      const run = sharedRun(words, block.words, at, block.at);
      if (run > (best?.run ?? 0)) best = { transcript: block.transcript, run, length: block.words.length };
    }
    if (at + BLOCK >= words.length) return best;
    hash = (Math.imul(hash, BASE) + words[at + BLOCK]! + 1 - Math.imul(TOP, words[at]! + 1)) | 0;
  }
}
