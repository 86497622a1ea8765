import { performance } from 'node:perf_hooks';

/** Tells how far a long work is, of how many. */
export type Progress = (done: number, all: number) => void;

const EVERY_MS = 100;
// So few are read before anyone looks.
const FEW = 50;
const ERASE = '\r\u001b[K';

/**
 * A line on standard error that counts the files read, where somebody sits before a terminal; it is gone when the work
 * is done. Undefined in pipes and CI.
 */
export function fileProgress(): Progress | undefined {
  const { stderr, env } = process;
  if (!stderr.isTTY || 'CI' in env) return undefined;
  let last = -EVERY_MS;
  let shown = false;
  return (done, all) => {
    const now = performance.now();
    if (all <= FEW || (done < all && now - last < EVERY_MS)) return;
    if (done < all) stderr.write(`${ERASE}reading ${done} of ${all} files`);
    else if (shown) stderr.write(ERASE);
    shown = done < all;
    last = now;
  };
}
