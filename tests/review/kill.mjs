// SIGKILL at any moment of a review loses at most the key being pressed: `node tests/review/kill.mjs [RUNS] [SEED]`, in a
// real terminal (tmux). Each run presses keys by chance and kills the review somewhere among them; what stands in the
// file then is compared with what the pure review says of the same keys, all of them or all but the last.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const KEYS = ['f', 'd', 's', 'a', 'Space', 'j', 'k', 'u', '.', ',', 'p', 'b', 'Right', 'Left', 'Tab', 'w', '4', '0'];

/** Numbers by chance, the same for the same seed (mulberry32). */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const sleep = (ms) => new Promise((resolve) => void setTimeout(resolve, ms));
