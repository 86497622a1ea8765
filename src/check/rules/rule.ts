import type { YamlPath } from '../../codebook/load.ts';
import type { Book } from '../book.ts';

/** What a rule has found, at a YAML path. */
export interface Finding {
  readonly path: YamlPath;
  /** Does it stand at the key, not at its value? */
  readonly atKey?: boolean;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** One rule of `codify check`. Its examples are its tests and its page of the manual. */
export interface Rule {
  readonly id: string;
  /** Error only for what is surely broken. */
  readonly severity: 'error' | 'warn';
  /** What goes wrong otherwise, in a sentence or two for a researcher. */
  readonly why: string;
  /** A piece of a codebook, or of a theme, that is in order. */
  readonly passing: string;
  /** One in which the rule finds one thing. */
  readonly failing: string;
  /** What is said in the interviews, for a rule that needs some; one person's words. */
  readonly said?: string;
  /** A rule without it is kept by what reads the codebook or its comments, and cannot be turned off. */
  check?(book: Book): Finding[];
}
