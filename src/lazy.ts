import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A library that is loaded when it is first needed, and never when it is not: start-up is part of every command.
 * @returns a function that gives the library
 */
export function lazily<T>(name: string): () => T {
  let library: T | undefined;
  return () => (library ??= require(name) as T);
}
