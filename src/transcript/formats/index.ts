import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

const formats: readonly Format[] = [text, markdown, csv];

/** The format a file's name promises. */
export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find((format) => format.endings.some((ending) => name.endsWith(ending)));
}
