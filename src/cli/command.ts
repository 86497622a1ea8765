import type { Command } from 'commander';
import type { Io } from './io.ts';

/** 0 done · 1 done, and something was found or could not be read · 2 could not do the job. */
export type ExitStatus = 0 | 1 | 2;

/** Hands a command its streams and keeps its exit status. */
export type Start = (action: (io: Io) => Promise<ExitStatus>) => Promise<void>;

/** A command: its flags are declared when codify starts, what it needs is loaded when it runs. */
export interface CommandDefinition {
  readonly name: string;
  /** Declares arguments and flags on the command, and what it does. */
  define(command: Command, start: Start): void;
}
