import { lazily } from '../lazy.ts';

interface Distances {
  DamerauLevenshteinDistance(source: string, target: string): number;
}

// natural is large, and its other doors print and open databases.
const distances = lazily<Distances>('natural/lib/natural/distance/index.js');

// Of more nobody remembers one and mistypes it; a longer word is no slip.
const MOST_CANDIDATES = 200;
const LONGEST = 100;

/**
 * The candidate a mistyped word most likely means, for "did you mean": at most a third of its letters may differ.
 * Undefined when nothing is near enough.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length > MOST_CANDIDATES || word.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = distances().DamerauLevenshteinDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** "did you mean …?", when something is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `did you mean "${near}"?`;
}
