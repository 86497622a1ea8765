import type { Screen } from './screen.ts';

/** Where a command's words go: data to standard output, everything else to standard error. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<string>;
  /** How many columns the terminal has; undefined in a pipe or file, where nothing is cut. */
  readonly width: number | undefined;
  /** The terminal a person sits at, both ends of it; undefined in pipes, and where it can show no screen. */
  readonly screen: Screen | undefined;
}

export const terminal: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  async input() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    const { decode } = await import('../files/decode.ts');
    return decode(Buffer.concat(chunks), 'standard input').text;
  },
  get width() {
    return process.stdout.isTTY ? process.stdout.columns : undefined;
  },
  get screen() {
    const { stdin, stdout, env } = process;
    return stdin.isTTY && stdout.isTTY && env['TERM'] !== 'dumb' ? { keys: stdin, display: stdout } : undefined;
  },
};
