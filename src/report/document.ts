import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { ContentsEntry, Inline, Picture, ReportBlock, ReportDocument } from '../model.ts';
import { headingAnchors } from './anchors.ts';
import { isQuotation } from './verify/quotations.ts';

/** The words of a stretch, without how they are set. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return ' ';
      if (inline.kind === 'picture') return inline.picture.alt;
      if (inline.kind === 'note') return '';
      return 'text' in inline ? inline.text : plainText(inline.inlines);
    })
    .join('');
}

/** A picture, and the line on which what it stands in begins. */
export interface PlacedPicture {
  readonly picture: Picture;
  readonly line: number;
}

const inlinePictures = (inlines: readonly Inline[]): Picture[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'picture') return [inline.picture];
    return 'inlines' in inline ? inlinePictures(inline.inlines) : [];
  });

const blockPictures = (block: ReportBlock): PlacedPicture[] => {
  const placed = (pictures: readonly Picture[]): PlacedPicture[] => pictures.map((picture) => ({ picture, line: block.line }));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return placed(inlinePictures(block.inlines));
    case 'figure':
      return placed([block.picture, ...inlinePictures(block.caption)]);
    case 'table':
      return placed(block.rows.flat().flatMap(inlinePictures));
    case 'quote':
      return block.blocks.flatMap(blockPictures);
    case 'list':
      return block.items.flat().flatMap(blockPictures);
    default:
      return [];
  }
};

/** Every picture of a report, in order, those in its notes last. */
export function picturesIn({ blocks, notes }: ReportDocument): PlacedPicture[] {
  return [...blocks, ...notes.flat()].flatMap(blockPictures);
}

const parse = (markdown: string): Nodes & Parents => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const TAG = /<\/?[a-z][^<>]*>/gi;
const LINE_BREAK = /^<br\b/i;
const ANCHOR = /^<a\s[^>]*\b(?:id|name)="([^"]+)"/i;
const CAPTION = /^Figure?\s+\d/i;

/** The anchors that HTML in a heading sets. */
const anchorsIn = (nodes: readonly PhrasingContent[]): string[] =>
  nodes.flatMap((node) => (node.type === 'html' ? (ANCHOR.exec(node.value)?.[1] ?? []) : []));

const isBlank = (inline: Inline): boolean => inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === '');

/** What is left of a stretch without the blanks and line breaks it begins and ends with. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const first = inlines.findIndex((one) => !isBlank(one));
  const last = inlines.findLastIndex((one) => !isBlank(one));
  return inlines.slice(first === -1 ? inlines.length : first, last + 1).map((one, i, all) => {
    if (one.kind !== 'text') return one;
    const text = i === 0 ? one.text.replace(/^[ \t]+/, '') : one.text;
    return { ...one, text: i === all.length - 1 ? text.replace(/[ \t]+$/, '') : text };
  });
}

class Reader {
  readonly notes: ReportBlock[][] = [];
  readonly #anchorOf = headingAnchors();
  readonly #definitions = new Map<string, string>();
  readonly #noteTexts = new Map<string, readonly RootContent[]>();
  readonly #noteNumbers = new Map<string, number>();
  #fragmentLine: number | undefined;

  blocks(nodes: readonly RootContent[]): ReportBlock[] {
    const blocks: ReportBlock[] = [];
    for (const node of nodes) {
      for (const block of this.#block(node)) {
        const before = blocks.at(-1);
        const isCaption =
          block.kind === 'paragraph' && before?.kind === 'figure' && before.caption.length === 0 && CAPTION.test(plainText(block.inlines));
        if (isCaption) blocks[blocks.length - 1] = { ...before, caption: block.inlines };
        else blocks.push(block);
      }
    }
    return blocks;
  }

  /** What links and notes lead to may stand behind them. */
  gather(node: Nodes): void {
    if (node.type === 'definition') this.#definitions.set(node.identifier, node.url);
    if (node.type === 'footnoteDefinition') this.#noteTexts.set(node.identifier, node.children);
    if ('children' in node) for (const child of node.children) this.gather(child);
  }

  #block(node: RootContent): ReportBlock[] {
    const line = this.#fragmentLine ?? node.position?.start.line ?? 1;
    switch (node.type) {
      case 'heading': {
        const inlines = trimmed(this.#inlines(node.children));
        const anchors = [this.#anchorOf(plainText(inlines)), ...anchorsIn(node.children)];
        return [{ kind: 'heading', line, depth: node.depth, inlines, anchors }];
      }
      case 'paragraph':
        return this.#paragraph(trimmed(this.#inlines(node.children)), line);
      case 'blockquote':
        return [{ kind: 'quote', line, blocks: this.blocks(node.children) }];
      case 'list': {
        const items = node.children.map(({ checked, children }) => {
          const [first, ...rest] = this.blocks(children);
          if (typeof checked !== 'boolean' || first?.kind !== 'paragraph') return first ? [first, ...rest] : [];
          const box: Inline = { kind: 'text', text: checked ? '☒ ' : '☐ ' };
          return [{ ...first, inlines: [box, ...first.inlines] }, ...rest];
        });
        const entries = contentsOf(items, 1);
        if (entries) return [{ kind: 'contents', line, entries }];
        return [{ kind: 'list', line, start: node.ordered ? (node.start ?? 1) : undefined, items }];
      }
      case 'table': {
        const rows = node.children.map((row) => row.children.map((cell) => trimmed(this.#inlines(cell.children))));
        const right = (node.align ?? []).map((align) => align === 'right');
        return [{ kind: 'table', line, rows, right }];
      }
      case 'code':
        return [{ kind: 'code', line, text: node.value }];
      case 'thematicBreak':
        return [{ kind: 'rule', line }];
      case 'html':
        return this.#fragment(node.value, line);
      default:
        return [];
    }
  }

  /** Words between the tags of a block of HTML. */
  #fragment(html: string, line: number): ReportBlock[] {
    const words = html
      .replace(COMMENT, '')
      .replace(TAG, '')
      .replace(/^[ \t]+/gm, '');
    if (words.trim() === '') return [];
    const outer = this.#fragmentLine;
    this.#fragmentLine = line;
    const blocks = this.blocks(parse(words).children as RootContent[]);
    this.#fragmentLine = outer;
    return blocks;
  }

  #paragraph(inlines: readonly Inline[], line: number): ReportBlock[] {
    const [first, ...rest] = inlines;
    if (first === undefined) return [];
    if (first.kind === 'picture') {
      const caption = trimmed(rest);
      if (caption.length === 0 || CAPTION.test(plainText(caption))) return [{ kind: 'figure', line, picture: first.picture, caption }];
    }
    const paragraph: ReportBlock = { kind: 'paragraph', line, inlines };
    return [isQuotation(plainText(inlines)) ? { kind: 'quote', line, blocks: [paragraph] } : paragraph];
  }

  #inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node): Inline | Inline[] => {
      switch (node.type) {
        case 'text':
          return { kind: 'text', text: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') };
        case 'inlineCode':
          return { kind: 'code', text: node.value };
        case 'strong':
          return { kind: 'bold', inlines: this.#inlines(node.children) };
        case 'emphasis':
          return { kind: 'italic', inlines: this.#inlines(node.children) };
        case 'delete':
          return { kind: 'struck', inlines: this.#inlines(node.children) };
        case 'break':
          return { kind: 'break' };
        case 'link':
          return { kind: 'link', target: node.url, inlines: this.#inlines(node.children) };
        case 'linkReference':
          return { kind: 'link', target: this.#definitions.get(node.identifier) ?? '', inlines: this.#inlines(node.children) };
        case 'image':
          return { kind: 'picture', picture: { source: node.url, alt: node.alt ?? '' } };
        case 'imageReference':
          return { kind: 'picture', picture: { source: this.#definitions.get(node.identifier) ?? '', alt: node.alt ?? '' } };
        case 'footnoteReference':
          return { kind: 'note', number: this.#note(node.identifier) };
        case 'html':
          return LINE_BREAK.test(node.value) ? { kind: 'break' } : [];
        default:
          return [];
      }
    });
  }

  /** Notes are numbered as they are first referred to. */
  #note(identifier: string): number {
    const known = this.#noteNumbers.get(identifier);
    if (known !== undefined) return known;
    const number = this.notes.push([]);
    this.#noteNumbers.set(identifier, number);
    this.notes[number - 1] = this.blocks(this.#noteTexts.get(identifier) ?? []);
    return number;
  }
}

/** The entries of a list in which every item is a link to a heading, and lists of such; undefined for any other list. */
function contentsOf(items: readonly (readonly ReportBlock[])[], depth: number): ContentsEntry[] | undefined {
  const entries: ContentsEntry[] = [];
  for (const [first, below, ...rest] of items) {
    const [link, ...more] = first?.kind === 'paragraph' ? first.inlines : [];
    if (link?.kind !== 'link' || !link.target.startsWith('#') || more.length > 0 || rest.length > 0) return undefined;
    if (below !== undefined && below.kind !== 'contents') return undefined;
    entries.push({ depth, target: link.target, inlines: link.inlines });
    if (below) entries.push(...below.entries.map((entry) => ({ ...entry, depth: entry.depth + depth })));
  }
  return entries.length > 0 ? entries : undefined;
}

/**
 * Reads a report as it stands in Markdown (CommonMark, with GitHub's tables and notes): the analyst's words and codify's
 * alike. Comments are left out, and of HTML only the words are kept.
 */
export function readDocument(markdown: string): ReportDocument {
  const tree = parse(markdown);
  const reader = new Reader();
  reader.gather(tree);
  const blocks = reader.blocks(tree.children as RootContent[]);
  const title = blocks.find((block) => block.kind === 'heading' && block.depth === 1);
  return { title: title?.kind === 'heading' ? plainText(title.inlines) : undefined, blocks, notes: reader.notes };
}
