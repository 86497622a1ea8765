import { createHash } from 'node:crypto';

/** What codify's own comments in a report begin with, so that it is never read as an interview nor written over unseen. */
export const REPORT_MARK = '<!-- codify ';

/** How a text or a file is known again: the start of its SHA-256. */
export const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 12);

/** A text of codify's own, with a first line that says of which kind it is and whether it was changed since. */
export const seal = (kind: string, text: string): string => `${REPORT_MARK}${kind} ${hash(text)} -->\n${text}`;

/** Is a text of that kind, and still as codify wrote it? */
export function sealState(kind: string, text: string): 'other' | 'edited' | 'as written' {
  const [first = '', ...rest] = text.split('\n');
  if (!first.startsWith(`${REPORT_MARK}${kind} `)) return 'other';
  return seal(kind, rest.join('\n')) === text ? 'as written' : 'edited';
}

/** The property by which a Word file is known to be codify's; its value is a hash of the rest of the file. */
export const REPORT_PROPERTY = 'codify';
