import { Worker } from 'node:worker_threads';
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

/** What the reading thread says: that it begins, a page, that there are no more, or why it stops. */
export type PdfMessage =
  | { readonly ready: true }
  | { readonly page: PdfPage }
  | { readonly whole: true }
  | { readonly tooMuch: string; readonly hint: string }
  | { readonly isLocked: boolean };

// Node runs no TypeScript, so that it is the built one under test too.
const WORKER = new URL('../../dist/files/pdf-worker.js', import.meta.url);
const MOST_BYTES = 30_000_000;
/*
 * What is packed in a PDF, and packed again, what is drawn inside what is drawn, and what is encrypted all tells its size
 * when it is too late; so reading is stopped when it takes more than reading does. Time is the processor's, in
 * microseconds, that a busy machine refuses nothing: a page of text takes some 6,000, a thousand of them 120 MB.
 */
const TIME = 1_000_000;
const TIME_OF_PAGE = 2_500;
const TIME_OF_CHARACTER = 5;
const MEMORY = 150_000_000;
const LOOK_EVERY = 10;
const DAMAGED_HINT = 'copy it again from where it came from, or open it in its own program and save it anew';

/** Do these bytes begin as a PDF does? */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * The text layer of a PDF, page by page.
 * @throws CodifyError for what is damaged, protected by a password, or takes far more time or memory than an interview
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<PdfPage[]> {
  const refusal = (message: string, hint: string): CodifyError => new CodifyError(message, { place: { path }, hint });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Where the end is missing pages would be missing in silence.
  if (!isPdf(bytes) || !file.subarray(-2048).includes('%%EOF')) throw refusal('is damaged or cut off: it is no whole PDF', DAMAGED_HINT);
  if (bytes.length > MOST_BYTES) throw refusal(`is larger than ${MOST_BYTES / 1_000_000} MB`, 'save it without its pictures');
  const damaged = refusal('is damaged: its pages cannot be read', DAMAGED_HINT);
  const endless = refusal('takes far more time or memory to read than an interview does', 'is it the right file? if so, save it as text');
  const own = new Uint8Array(bytes);
  const memory = process.memoryUsage.rss();
  const worker = new Worker(WORKER, {
    workerData: own,
    execArgv: [],
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY / 1_000_000 },
  });
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PdfPage[]>((give, refuse) => {
      const pages: PdfPage[] = [];
      let allowed = TIME;
      let begun: NodeJS.CpuUsage | undefined;
      watch = setInterval(() => {
        const { user, system } = process.cpuUsage(begun);
        if (begun && user + system > allowed) refuse(endless);
        if (process.memoryUsage.rss() - memory > MEMORY) refuse(endless);
      }, LOOK_EVERY);
      worker.on('message', (message: PdfMessage) => {
        if ('ready' in message) begun = process.cpuUsage();
        else if ('page' in message) {
          pages.push(message.page);
          allowed += TIME_OF_PAGE + message.page.lines.reduce((sum, { text }) => sum + text.length, 0) * TIME_OF_CHARACTER;
        } else if ('whole' in message) give(pages);
        else if ('tooMuch' in message) refuse(refusal(message.tooMuch, message.hint));
        else
          refuse(message.isLocked ? refusal('is protected by a password', 'open it with the password, and save it without one') : damaged);
      });
      worker.on('error', (error: NodeJS.ErrnoException) => refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? endless : error));
      worker.on('exit', () => refuse(damaged));
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
