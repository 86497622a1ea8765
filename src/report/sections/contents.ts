import type { Part, Piece } from '../parts.ts';
import { headingAnchors } from '../anchors.ts';
import { headingsOf, type Section } from './section.ts';

const NAME = 'contents';

/** A list with links, two levels deep. */
function listOf(texts: readonly { readonly text: string }[]): string {
  const anchorOf = headingAnchors();
  const lines = headingsOf(texts)
    .map(({ depth, heading }) => ({ depth, heading, anchor: anchorOf(heading) }))
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(({ depth, heading, anchor }) => `${'  '.repeat(depth - 2)}- [${heading}](#${anchor})`);
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
