import type { Block } from '../../files/document.ts';

/** A paragraph of a report, whatever format it came in. */
export interface Paragraph {
  /** Its words without marks of the format; a line of the file is a line here, so that places can be told. */
  readonly text: string;
  /** The line of the report on which it begins, in a document its paragraph, from 1. */
  readonly line: number;
  /** The format itself says that these are another's words: a block quote, or a paragraph in italics with who said it. */
  readonly quoted: boolean;
  /** How deep it stands as a heading, from 1; undefined where it is none. */
  readonly heading?: number | undefined;
  /** The bold words it opens on, where it is no item of a list. */
  readonly lead?: string | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  amp: '&',
  nbsp: ' ',
  emsp: ' ',
  shy: '',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

/** The characters as they are read, without the marks of Markdown and HTML; line breaks stay. */
function withoutMarks(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>\n]*>/gi, '')
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/!?\[(?![.…])([^\]\n]*)\]\([^)\s]*(?: "[^"\n]*")?\)/g, '$1')
    .replace(/\\(?=\p{P})/gu, '')
    .replace(/[*`]+/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

const withoutLetters = (text: string): string => text.replace(/[^\n]/g, '');

const PAGE_NUMBER = /^\s*(?:[-–—]\s*)?(?:(?:side|s\.|page|p\.)\s*)?\d{1,4}(?:\s*(?:af|of|\/)\s*\d{1,4})?(?:\s*[-–—])?\s*$/i;
const HEADING = /^\s*(#{1,6})\s+/;
const QUOTE_MARK = /^\s*(?:>\s?)+/;
// A box of the writer's own, which Markdown marks as it marks a quotation.
const CALLOUT = /^\s*\[!\w+\]/;
const ROW = /^\s*\|(.*)\|\s*$/;
const BULLET = /^\s*[-+*]\s+/;
const NUMBERED = /^\s*\d{1,3}[.)]\s+/;
const BOLD_LEAD = /^\s*(\*\*|__)(?=\S)([\s\S]+?)\1/;
const IN_ITALICS = /^([*_]{1,3})(?=\S)[\s\S]+\S\1\s*\([^()]+\)\s*\.?$/;
// A paragraph that a page break may have cut: its last sentence has not ended.
const IS_OPEN = /[^\s.!?…:)”"»“]\s*$/;

/** Gathers lines to paragraphs. */
class Gatherer {
  readonly paragraphs: Paragraph[] = [];
  #lines: string[] = [];
  #line = 0;
  #quoted = false;
  #item = false;

  /** A line, as part of the open paragraph if there is one. */
  add(text: string, line: number): void {
    if (this.#lines.length === 0) this.#line = line;
    while (this.#lines.length < line - this.#line) this.#lines.push('');
    this.#lines.push(text);
  }

  /** A line of a block quote or list, which opens a paragraph of its own where it does not go on with one like it. */
  addMarked(text: string, line: number, quoted: boolean): void {
    const isOpen = this.#lines.length > 0;
    const item = BULLET.exec(text) ?? (isOpen && !this.#item && this.#quoted === quoted ? undefined : NUMBERED.exec(text));
    const bare = item ? text.slice(item[0].length) : text;
    if (item || bare.trim() === '' || (quoted && !this.#quoted)) this.close();
    if (bare.trim() === '') return;
    this.add(bare, line);
    this.#quoted ||= quoted;
    this.#item ||= Boolean(item);
  }

  /** @param heading how deep the open paragraph stands as a heading */
  close(heading?: number): void {
    if (this.#lines.length > 0) {
      const written = this.#lines.join('\n');
      const quoted = (this.#quoted && !CALLOUT.test(written)) || IN_ITALICS.test(written.trim());
      const bold = this.#item || heading !== undefined ? undefined : BOLD_LEAD.exec(written)?.[2];
      const lead = bold === undefined ? undefined : withoutMarks(bold);
      this.paragraphs.push({ text: withoutMarks(written), line: this.#line, quoted, heading, lead });
    }
    this.#lines = [];
    this.#quoted = false;
    this.#item = false;
  }

  /** A page ends: a paragraph goes on behind it where its last sentence has not ended. */
  breakPage(): void {
    const last = this.paragraphs.at(-1);
    if (this.#lines.length > 0) {
      if (!IS_OPEN.test(this.#lines.join('\n'))) this.close();
    } else if (last && IS_OPEN.test(last.text)) {
      this.paragraphs.pop();
      this.#lines = last.text.split('\n');
      this.#line = last.line;
      this.#quoted = last.quoted;
    }
  }
}

/**
 * The paragraphs of a report in Markdown or plain text: without comments, front matter, page numbers and marks. A cell
 * of a table is a paragraph, and a paragraph that a page break cuts is one.
 */
export function readParagraphs(report: string): Paragraph[] {
  const text = report.replace(/^---\n[\s\S]*?\n---\n/, withoutLetters).replace(/<!--[\s\S]*?-->/g, withoutLetters);
  const gatherer = new Gatherer();
  let afterBreak = false;
  for (const [i, written] of text.split('\n').entries()) {
    const line = i + 1;
    const said = written.replaceAll('\f', ' ');
    const isNumber = PAGE_NUMBER.test(said);
    afterBreak ||= isNumber || written.includes('\f');
    if (isNumber) continue;
    if (said.trim() === '') {
      if (!written.includes('\f')) gatherer.close();
      continue;
    }
    if (afterBreak) gatherer.breakPage();
    afterBreak = false;
    if (HEADING.test(said)) {
      gatherer.close();
      gatherer.add(said.replace(HEADING, ''), line);
      gatherer.close(HEADING.exec(said)![1]!.length);
    } else if (ROW.test(said)) {
      for (const cell of ROW.exec(said)![1]!.split(/(?<!\\)\|/)) {
        gatherer.close();
        if (!/^[\s:-]*$/.test(cell)) gatherer.add(cell, line);
      }
      gatherer.close();
    } else gatherer.addMarked(said.replace(QUOTE_MARK, ''), line, QUOTE_MARK.test(said));
  }
  gatherer.close();
  return gatherer.paragraphs;
}

/** The paragraphs of a document, those in the cells of its tables among them. */
export function documentParagraphs(blocks: readonly Block[]): Paragraph[] {
  let line = 0;
  const place = (text: string, quoted: boolean, more?: Pick<Paragraph, 'heading' | 'lead'>): Paragraph => {
    line += 1;
    return { text, line, quoted, ...more };
  };
  return blocks.flatMap((block) => {
    if ('rows' in block) return block.rows.flat().map((cell) => place(cell, false));
    const { text, style, bold, depth, item } = block;
    const isHeading = style === 'heading';
    return [
      place(text, style === 'quote', {
        heading: isHeading ? (depth ?? 1) : undefined,
        lead: bold > 0 && !isHeading && !item ? text.slice(0, bold) : undefined,
      }),
    ];
  });
}
