import { inflateSync } from 'node:zlib';
import { CodifyError } from '../errors.ts';

/** A line of a page as it is set, its place in points from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly height: number;
  /** In the order they are written in the file. */
  readonly lines: readonly PdfLine[];
}

// Many times what the largest interview needs.
const MOST_PAGES = 2000;
// A page of small print has ten thousand characters and two hundred pieces; a drawing inside a drawing inside a drawing
// may make as many as it likes.
const MOST_ON_PAGE = 100_000;
const PIECE = 200;
const MOST_BYTES = 50_000_000;
const DAMAGED_HINT = 'copy it again from where it came from, or open it in its own program and save it anew';

/** Do these bytes begin as a PDF does? */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** Is some part of the file, pictures aside, a bomb when unpacked? What a file says of its parts may be a lie. */
function isBomb(file: Buffer): boolean {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const about = file.subarray(Math.max(0, at - 500), at).toString('latin1');
    const own = about.slice(about.lastIndexOf(' obj') + 1);
    if (/FlateDecode\s*\/FlateDecode/.test(own)) return true;
    if (file[start] === undefined || (file[start] & 0x0f) !== 8 || /\/Subtype\s*\/Image/.test(own)) continue;
    try {
      inflateSync(file.subarray(start), { maxOutputLength: MOST_BYTES });
    } catch (error) {
      if (error instanceof RangeError) return true;
    }
  }
  return false;
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

/** Puts the pieces in which text is set together into lines; what stands at a slant is stamped on the page. */
class Lines {
  readonly done: PdfLine[] = [];
  #open: { text: string; left: number; right: number; bottom: number; size: number } | undefined;

  add({ str, transform, width, hasEOL }: Item): void {
    const [, slant = 0, , size = 0, left = 0, bottom = 0] = transform;
    if (Math.abs(slant) > 0.01) return;
    if (this.#open && Math.abs(bottom - this.#open.bottom) > Math.max(size, this.#open.size) / 2) this.end();
    this.#open ??= { text: '', left, right: left, bottom, size };
    // A gap as wide as letters is a column's.
    this.#open.text += str === ' ' && width > 2 * this.#open.size ? '\t' : str;
    this.#open.right = Math.max(this.#open.right, left + width);
    if (hasEOL) this.end();
  }

  end(): void {
    if (this.#open && this.#open.text.trim() !== '') {
      const { text, left, right, bottom } = this.#open;
      this.done.push({ text: text.trim(), left, right, bottom });
    }
    this.#open = undefined;
  }
}

/**
 * The text layer of a PDF, page by page.
 * @throws CodifyError for what is damaged, protected by a password, or absurdly large
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<PdfPage[]> {
  const refuse = (message: string, hint: string): never => {
    throw new CodifyError(message, { place: { path }, hint });
  };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Where the end is missing pages would be missing in silence.
  if (!isPdf(bytes) || !file.subarray(-2048).includes('%%EOF')) refuse('is damaged or cut off: it is no whole PDF', DAMAGED_HINT);
  if (isBomb(file)) refuse(`holds more than ${MOST_BYTES / 1_000_000} MB when unpacked`, 'no interview is so large; is it the right file?');
  const { getDocumentProxy } = await import('unpdf');
  const pages: PdfPage[] = [];
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>> | undefined;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: true });
    if (pdf.numPages > MOST_PAGES) refuse(`holds more than ${MOST_PAGES} pages`, 'divide it');
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const reader = (page.streamTextContent() as ReadableStream<{ items: readonly (Item | object)[] }>).getReader();
      const lines = new Lines();
      let amount = 0;
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        amount += PIECE;
        for (const item of piece.value.items) {
          if (!('str' in item)) continue;
          amount += item.str.length;
          lines.add(item);
        }
        if (amount > MOST_ON_PAGE)
          refuse(`holds more on page ${number} than a page of text can`, 'no interview does; is it the right file?');
      }
      lines.end();
      const [, lower = 0, , upper = 0] = page.view;
      pages.push({ height: upper - lower, lines: lines.done });
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof CodifyError) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      refuse('is protected by a password', 'open it with the password, and save it without one');
    refuse('is damaged: its pages cannot be read', DAMAGED_HINT);
  } finally {
    // What is still under way ends with it.
    await pdf?.destroy();
  }
  return pages;
}
