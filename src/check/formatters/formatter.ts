import type { Checked } from '../check.ts';

/** What a formatter may use beside what was found. */
export interface Surroundings {
  /** Colours, where the output has them. */
  readonly paint: Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green', (text: string) => string>>;
  /** Of codify. */
  readonly version: string;
}

/** Turns what was found into the text that is printed. */
export type Formatter = (checked: readonly Checked[], surroundings: Surroundings) => string;
