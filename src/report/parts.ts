import { createHash } from 'node:crypto';
import { REPORT_MARK } from '../files/report-mark.ts';

/** A piece of a report that codify has written, and writes again on the next run. */
export interface Part {
  /** Letters, digits and hyphens, with slashes between: it stands in the file. */
  readonly name: string;
  readonly text: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const FIRST_LINE = /^<!-- codify report; parts: (?<names>[^>]*) -->\n/;
const PART = /<!-- codify part (?<name>\S+) (?<hash>[0-9a-f]{12}) -->\n(?<text>[\s\S]*?)\n<!-- codify end \k<name> -->/g;

/** A report file: each part between comments with its name and a hash, the names of all in the first line. */
export function joinParts(parts: readonly Part[]): string {
  const names = parts.map((part) => part.name).join(' ');
  const bodies = parts.map(({ name, text }) => `<!-- codify part ${name} ${hash(text)} -->\n${text}\n<!-- codify end ${name} -->\n`);
  return `${REPORT_MARK}; parts: ${names} -->\n\n${bodies.join('\n')}`;
}

/**
 * What a person has changed in a report that codify wrote, in words; nothing when it stands as it was written.
 * Undefined when codify did not write the file.
 */
export function handChanges(file: string): string[] | undefined {
  const first = FIRST_LINE.exec(file);
  if (!first) return undefined;
  const changes: string[] = [];
  const names = (first.groups?.['names'] ?? '').split(' ').filter(Boolean);
  const found = new Set<string>();
  for (const match of file.matchAll(PART)) {
    const { name = '', hash: written, text = '' } = match.groups ?? {};
    found.add(name);
    if (hash(text) !== written) changes.push(`the part "${name}" was edited`);
  }
  for (const name of names) if (!found.has(name)) changes.push(`the part "${name}" was removed or its comments changed`);
  if (file.slice(first[0].length).replace(PART, '').trim() !== '') changes.push('text was written between the parts');
  return changes;
}
