import { expect, it } from 'vitest';
import { killReviews } from './kill.mjs';

// Two hundred of them: node tests/review/kill.mjs
it('a review that is killed at any moment loses at most the key being pressed', { timeout: 300_000 }, async () => {
  const { faults } = await killReviews(3, 20);
  expect(faults).toEqual([]);
});
