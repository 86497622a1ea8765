import { lazily } from '../lazy.ts';

interface Distances {
  DamerauLevenshteinDistance(source: string, target: string): number;
}

// natural is large, and its other doors print and open databases.
const distances = lazily<Distances>('natural/lib/natural/distance/index.js');

/**
 * The candidate a mistyped word most likely means, for "did you mean": at most a third of its letters may differ.
 * Undefined when nothing is near enough.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
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
