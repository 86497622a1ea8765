import { headingsOf, type Section } from './section.ts';

/** The anchor that readers of Markdown give a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** A table of contents with links, two levels deep. */
export const contents: Section = {
  name: 'contents',
  write({ words }, following) {
    const taken = new Map<string, number>();
    const headings = headingsOf(following).filter(({ depth }) => depth === 2 || depth === 3);
    const lines = headings.map(({ depth, heading }) => {
      const base = anchor(heading);
      const times = taken.get(base) ?? 0;
      taken.set(base, times + 1);
      return `${'  '.repeat(depth - 2)}- [${heading}](#${times === 0 ? base : `${base}-${times}`})`;
    });
    return [{ name: 'contents', text: `## ${words.headings.contents}\n\n${lines.join('\n')}` }];
  },
};
