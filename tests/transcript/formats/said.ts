import { CodifyError } from '../../../src/errors.ts';
import { formatOf, SourceFile } from '../../../src/transcript/formats/index.ts';
import type { Reading } from '../../../src/transcript/formats/format.ts';

/** The interviews in a file of this name and content, read by the format it is found to be. */
export async function readAs(name: string, content: Uint8Array | string): Promise<readonly Reading[]> {
  const source = new SourceFile(name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content, {}, new Set());
  return formatOf(source)!.read(source);
}

/** Who says what, turn by turn: `R05 | Ja.` */
export async function saidIn(name: string, content: Uint8Array | string): Promise<string[]> {
  const readings = await readAs(name, content);
  return readings.flatMap(({ text, turns }) => turns.map(({ speaker, span }) => `${speaker} | ${text.slice(span.start, span.end)}`));
}

/** Why it cannot be read, and what to do. */
export async function refusalOf(name: string, content: Uint8Array | string): Promise<string> {
  try {
    await readAs(name, content);
  } catch (error) {
    if (error instanceof CodifyError) return `${error.message} (${error.hint})`;
    throw error;
  }
  return 'read';
}
