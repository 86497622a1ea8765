/*
 * The text layer of a PDF, read in a thread of its own that `pdf.ts` may end at any moment. It is given the bytes, and
 * answers with a message for each page.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { PdfLine, PdfMessage } from './pdf.ts';

// Many times what the largest interview needs.
const MOST_PAGES = 1000;
const MOST_CHARACTERS = 10_000_000;
// A page of small print has ten thousand characters and two hundred pieces; a drawing inside a drawing inside a drawing
// may make as many as it likes.
const MOST_ON_PAGE = 100_000;
const PIECE = 200;

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

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
const send = (message: PdfMessage): void => parentPort!.postMessage(message);

/** Sends the pages one by one, and what is too much for an interview in words. */
async function sendPages(bytes: Uint8Array): Promise<void> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: true });
  if (pdf.numPages > MOST_PAGES) return send({ tooMuch: `holds more than ${MOST_PAGES} pages`, hint: 'divide it' });
  let all = 0;
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
      if (amount > MOST_ON_PAGE) {
        return send({
          tooMuch: `holds more on page ${number} than a page of text can`,
          hint: 'no interview does; is it the right file?',
        });
      }
    }
    lines.end();
    all += amount;
    if (all > MOST_CHARACTERS) return send({ tooMuch: 'holds more text than a hundred interviews', hint: 'divide it' });
    const [, lower = 0, , upper = 0] = page.view;
    send({ page: { height: upper - lower, lines: lines.done } });
    page.cleanup();
  }
  send({ whole: true });
}

send({ ready: true });
try {
  await sendPages(workerData as Uint8Array);
} catch (error) {
  send({ isLocked: error instanceof Error && error.name === 'PasswordException' });
}
// What is still under way ends with it.
process.exit();
