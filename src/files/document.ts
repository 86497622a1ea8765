import { CodifyError } from '../errors.ts';

/** A paragraph as a word processor keeps it: tabs and line breaks are characters of its text. */
export interface Paragraph {
  readonly text: string;
  /** How many characters at its front are bold. */
  readonly bold: number;
  /** What its style makes of it: a heading, or another's words. */
  readonly style: 'heading' | 'quote' | undefined;
  /** How deep it stands as a heading, from 1, where its style tells. */
  readonly depth?: number | undefined;
  /** It is an item of a list. */
  readonly item?: boolean | undefined;
}

/** A table: rows of cells, each the text of its paragraphs. */
export interface TableBlock {
  readonly rows: readonly (readonly string[])[];
}

/** What a document is made of, in its order. */
export type Block = Paragraph | TableBlock;

/** A document as its reader sees it. */
export interface Document {
  readonly blocks: readonly Block[];
  /** How many footnotes, comments and pieces of hidden text were left out. */
  readonly leftOut: number;
}

const MOST_PARAGRAPHS = 50_000;

/** How characters look. */
export interface Look {
  readonly bold: boolean;
  readonly hidden: boolean;
}

export const PLAIN: Look = { bold: false, hidden: false };

/** A paragraph under way. */
class OpenParagraph {
  text = '';
  style: Paragraph['style'];
  depth: Paragraph['depth'];
  item = false;
  #bold = 0;
  #leads = true;

  say(text: string, bold: boolean): void {
    this.text += text;
    if (this.#leads && (bold || text.trim() === '')) this.#bold = this.text.length;
    else this.#leads = false;
  }

  get bold(): number {
    return this.text.slice(0, this.#bold).trimEnd().length;
  }
}

/** Puts a document together as it is read from front to back. A paragraph inside another is one in a box on the page. */
export class DocumentBuilder implements Document {
  readonly blocks: Block[] = [];
  leftOut = 0;
  readonly #path: string;
  #count = 0;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: string[][][] = [];
  readonly #cells: string[][] = [];

  constructor(path: string) {
    this.#path = path;
  }

  /** The words so far of the paragraph under way, undefined where there is none. */
  get said(): string | undefined {
    return this.#paragraphs.at(-1)?.text;
  }

  openParagraph(): void {
    this.#paragraphs.push(new OpenParagraph());
  }

  /** Says what the style of the paragraph under way makes of it. */
  setStyle(style: Paragraph['style'], depth?: number): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) Object.assign(paragraph, { style, depth });
  }

  /** Says that the paragraph under way is an item of a list. */
  setItem(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.item = true;
  }

  /** What stands outside of paragraphs is nobody's. */
  say(text: string, { bold, hidden }: Look): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!hidden) paragraph?.say(text, bold);
    else if (paragraph && text.trim() !== '') this.leftOut += 1;
  }

  /** @throws CodifyError for more paragraphs than twenty interviews have */
  closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    this.#count += 1;
    if (this.#count > MOST_PARAGRAPHS)
      throw new CodifyError(`holds more than ${MOST_PARAGRAPHS / 1000},000 paragraphs`, {
        place: { path: this.#path },
        hint: 'no interview is so long; is it the right file?',
      });
    const cell = this.#cells.at(-1);
    if (cell) cell.push(paragraph.text);
    else {
      const { text, bold, style, depth, item } = paragraph;
      this.blocks.push({ text, bold, style, depth, item });
    }
  }

  openTable(): void {
    this.#tables.push([]);
  }

  openRow(): void {
    this.#tables.at(-1)?.push([]);
  }

  openCell(): void {
    this.#cells.push([]);
  }

  closeCell(): void {
    const cell = this.#cells.pop() ?? [];
    this.#tables.at(-1)?.at(-1)?.push(cell.join('\n'));
  }

  /** A table inside a cell is lines of that cell. */
  closeTable(): void {
    const rows = this.#tables.pop() ?? [];
    const cell = this.#cells.at(-1);
    if (cell) cell.push(...rows.map((row) => row.join('\t')));
    else this.blocks.push({ rows });
  }
}
