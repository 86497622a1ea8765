import { CodifyError } from '../errors.ts';
import type { Block, Paragraph, TableBlock } from './document.ts';
import { refuseEndless } from './document.ts';
import { isZip, unzip } from './unzip.ts';
import { readXml, type XmlReader } from './xml.ts';

/** A paragraph under way. */
interface Open {
  text: string;
  bold: number;
  /** Nothing but bold characters so far. */
  leads: boolean;
  style: Paragraph['style'];
}

// Deleted and moved away, as others show it, and the older of two ways in which a text box is written.
const SKIPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText']);

const STYLES = [
  [/^(?:Heading|Overskrift|Title|Titel)/i, 'heading'],
  [/^(?:Intense)?(?:Quote|Citat)|^Strktcitat/i, 'quote'],
] as const;

const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off' || value === 'none';

/**
 * Reads the main part of a Word document (ECMA-376, WordprocessingML): what a reader sees once all changes are accepted.
 * Tabs and line breaks inside a paragraph are kept.
 */
class WordReader implements XmlReader {
  readonly blocks: Block[] = [];
  readonly #path: string;
  #count = 0;
  /** How many footnotes, comments and pieces of hidden text were left out. */
  leftOut = 0;
  readonly #paragraphs: Open[] = [];
  readonly #tables: string[][][] = [];
  #cells: string[][] = [];
  #skipping = 0;
  #inText = false;
  #inRun = false;
  #bold = false;
  #hidden = false;

  constructor(path: string) {
    this.#path = path;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipping > 0 || SKIPPED.has(name)) {
      this.#skipping += 1;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    const value = attributes['w:val'];
    switch (name) {
      case 'w:p':
        this.#paragraphs.push({ text: '', bold: 0, leads: true, style: undefined });
        break;
      case 'w:pStyle':
        if (paragraph) paragraph.style = STYLES.find(([pattern]) => pattern.test(value ?? ''))?.[1];
        break;
      case 'w:r':
        this.#inRun = true;
        this.#bold = false;
        this.#hidden = false;
        break;
      // The marks of a paragraph's end look like a run's.
      case 'w:b':
        if (this.#inRun) this.#bold = !isOff(value);
        break;
      case 'w:rStyle':
        if (/^(?:Strong|Strk|Fed)/i.test(value ?? '')) this.#bold = true;
        break;
      case 'w:vanish':
        if (this.#inRun) this.#hidden = !isOff(value);
        break;
      case 'w:t':
        this.#inText = true;
        break;
      case 'w:tab':
        // Where tabs stand is told in the properties of a paragraph, outside of runs.
        if (this.#inRun) this.#say('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#say('\n');
        break;
      case 'w:noBreakHyphen':
        this.#say('-');
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
      case 'w:commentReference':
        this.leftOut += 1;
        break;
      case 'w:tbl':
        this.#tables.push([]);
        break;
      case 'w:tr':
        this.#tables.at(-1)?.push([]);
        break;
      case 'w:tc':
        this.#cells.push([]);
        break;
    }
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    switch (name) {
      case 'w:p':
        this.#endParagraph(this.#paragraphs.pop()!);
        break;
      case 'w:r':
        this.#inRun = false;
        break;
      case 'w:t':
        this.#inText = false;
        break;
      case 'w:tc':
        this.#tables
          .at(-1)
          ?.at(-1)
          ?.push((this.#cells.pop() ?? []).join('\n'));
        break;
      case 'w:tbl':
        this.#endTable({ rows: this.#tables.pop()! });
        break;
    }
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#say(text);
  }

  #say(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    if (this.#hidden) {
      if (text.trim() !== '') this.leftOut += 1;
      return;
    }
    paragraph.text += text;
    if (paragraph.leads && (this.#bold || text.trim() === '')) paragraph.bold = paragraph.text.length;
    else paragraph.leads = false;
  }

  /** What stands in a text box or a cell is a paragraph inside another, or inside a cell. */
  #endParagraph({ text, bold, style }: Open): void {
    this.#count += 1;
    refuseEndless(this.#count, this.#path);
    const cell = this.#cells.at(-1);
    if (cell) cell.push(text);
    else this.blocks.push({ text, bold: text.slice(0, bold).trimEnd().length, style });
  }

  #endTable(table: TableBlock): void {
    const cell = this.#cells.at(-1);
    if (cell) cell.push(...table.rows.map((row) => row.join('\t')));
    else this.blocks.push(table);
  }
}

const DOCUMENT = /^word\/document\d*\.xml$/;

/** Does the file hold a Word document, whatever its name says? */
export function isWord(bytes: Uint8Array): boolean {
  return isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document');
}

/**
 * What stands in a Word document, from front to back, and how many footnotes, comments and pieces of hidden text do not.
 * @throws CodifyError for what is no Word document, or a damaged one
 */
export async function readWord(bytes: Uint8Array, path: string): Promise<{ readonly blocks: readonly Block[]; readonly leftOut: number }> {
  const refuse = (message: string, hint: string): never => {
    throw new CodifyError(message, { place: { path }, hint });
  };
  if (!isZip(bytes)) refuse('is no Word document, whatever its name says', 'open it in its own program and save it as .docx');
  const parts = await unzip(bytes, path, (name) => DOCUMENT.test(name) || name === '_rels/.rels');
  let main = 'word/document.xml';
  const relations = parts.get('_rels/.rels');
  if (relations)
    readXml(relations, path, {
      open(_, { Type = '', Target = '' }) {
        if (Type.endsWith('/officeDocument')) main = Target.replace(/^\//, '');
      },
      close() {},
      text() {},
    });
  const document = parts.get(main) ?? refuse('is damaged: it holds no document', 'open it in Word and save it anew');
  const reader = new WordReader(path);
  readXml(document, path, reader);
  return reader;
}
