import type { Remark } from '../files/remarks.ts';
import type { ReportBlock, ReportDocument } from '../model.ts';
import { plainText } from './document.ts';

/** A line of the report that a remark can be about. */
interface Stretch {
  readonly line: number;
  readonly words: readonly string[];
  readonly headings: readonly string[];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

// How much alike paragraphs must be where one was changed: under the same heading, and anywhere.
const ALIKE_HERE = 0.4;
const ALIKE_ANYWHERE = 0.7;

function stretchesOf(report: ReportDocument): Stretch[] {
  const stretches: Stretch[] = [];
  const headings: { depth: number; text: string }[] = [];
  const put = (line: number, text: string): void =>
    void stretches.push({ line, words: wordsOf(text), headings: headings.map((heading) => wordsOf(heading.text).join(' ')) });
  const walk = (block: ReportBlock): void => {
    switch (block.kind) {
      case 'heading': {
        const text = plainText(block.inlines);
        while ((headings.at(-1)?.depth ?? 0) >= block.depth) headings.pop();
        // The title stands above no chapter.
        if (block.depth > 1) headings.push({ depth: block.depth, text });
        put(block.line, text);
        break;
      }
      case 'paragraph':
        put(block.line, plainText(block.inlines));
        break;
      case 'quote':
        block.blocks.forEach(walk);
        break;
      case 'list':
        block.items.flat().forEach(walk);
        break;
      case 'figure':
        put(block.line, plainText(block.caption));
        break;
      case 'table':
        // Below the head stands a line of dashes.
        block.rows.forEach((row, i) => put(block.line + (i === 0 ? 0 : i + 1), row.map(plainText).join(' ')));
        break;
      case 'code':
        put(block.line, block.text);
        break;
      case 'contents':
      case 'rule':
        break;
    }
  };
  [...report.blocks, ...report.notes.flat()].forEach(walk);
  return stretches;
}

/** How much two runs of words have in common: from 0, nothing, to 1, all. */
function alike(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  const shared = b.filter((word) => {
    const times = left.get(word) ?? 0;
    left.set(word, times - 1);
    return times > 0;
  }).length;
  return (2 * shared) / Math.max(1, a.length + b.length);
}

/**
 * The line of the report in Markdown that each remark is about: where its paragraph stands, else the one most like it,
 * else its heading. Undefined where the report has none of them.
 */
export function placeRemarks(report: ReportDocument, remarks: readonly Remark[]): (number | undefined)[] {
  const stretches = stretchesOf(report);
  return remarks.map(({ paragraph, words, headings }) => {
    const own = wordsOf(paragraph);
    const asked = wordsOf(words).join(' ');
    const above = headings.map((heading) => wordsOf(heading).join(' ')).join('\n');
    const ranked = stretches
      .map((stretch) => {
        const isHere = stretch.headings.join('\n') === above;
        const likeness = alike(own, stretch.words);
        const holds = asked !== '' && stretch.words.join(' ').includes(asked);
        return { stretch, isHere, likeness, rank: likeness + (isHere ? 0.5 : 0) + (holds ? 0.25 : 0) };
      })
      .filter(({ isHere, likeness }) => likeness >= (isHere ? ALIKE_HERE : ALIKE_ANYWHERE));
    const best = ranked.reduce<(typeof ranked)[number] | undefined>((most, one) => (!most || one.rank > most.rank ? one : most), undefined);
    return best?.stretch.line ?? stretches.find((stretch) => above !== '' && stretch.headings.join('\n') === above)?.line;
  });
}
