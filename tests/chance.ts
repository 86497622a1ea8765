import fc from 'fast-check';

// HUNT=20 npx vitest run tests/text tries twenty times as much there, with seeds nobody has seen; without it every run is the same.
const hunt = process.env['HUNT'];

/** How many times a property is tried: as many as written, or when hunting as many times more. */
export const runs = (written: number): number => written * Number(hunt ?? 1);

fc.configureGlobal({ numRuns: runs(100), ...(hunt === undefined && { seed: 7 }) });
