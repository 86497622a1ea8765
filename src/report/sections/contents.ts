import type { Part, Piece } from '../parts.ts';
import { headingsOf, type Section } from './section.ts';

/** The anchor that readers of Markdown give a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

const NAME = 'contents';

/** A list with links, two levels deep. */
function listOf(texts: readonly { readonly text: string }[]): string {
  const taken = new Map<string, number>();
  const headings = headingsOf(texts).filter(({ depth }) => depth === 2 || depth === 3);
  const lines = headings.map(({ depth, heading }) => {
    const base = anchor(heading);
    const times = taken.get(base) ?? 0;
    taken.set(base, times + 1);
    return `${'  '.repeat(depth - 2)}- [${heading}](#${times === 0 ? base : `${base}-${times}`})`;
  });
  return lines.join('\n');
}

/** A table of contents. */
export const contents: Section = {
  name: NAME,
  write({ words }, following) {
    return [{ name: NAME, text: `## ${words.headings.contents}\n\n${listOf(following)}` }];
  },
};

/** These parts with a table of contents of the report as it stands in a file: her headings and her order. */
export function relistContents(parts: readonly Part[], pieces: readonly Piece[]): Part[] {
  const texts = pieces.flatMap((piece) => {
    if (piece.kind === 'own') return [{ text: piece.raw }];
    return piece.kind === 'part' && piece.name !== NAME ? [{ text: piece.body }] : [];
  });
  return parts.map((part) => (part.name === NAME ? { name: NAME, text: `${part.text.split('\n', 1)[0]}\n\n${listOf(texts)}` } : part));
}
