import { dirname, resolve } from 'node:path';
import { CodifyError, formatPlace } from '../errors.ts';
import { exists } from '../files/find.ts';
import { readBytes, readBytesIfThere } from '../files/read.ts';
import { writeWhole } from '../files/write.ts';
import { formats } from '../exchange/formats/index.ts';
import { pictureFacts } from '../exchange/picture.ts';
import type { ReportDocument, Study } from '../model.ts';
import { picturesIn, plainText, readDocument } from '../report/document.ts';
import type { Io } from './io.ts';

/** A report that is to leave codify. */
export interface Delivery {
  /** The report in Markdown. */
  readonly markdown: string;
  readonly format: string;
  /** What it becomes: the same name with another ending. */
  readonly file: string;
  readonly template: string | undefined;
}

/** Where a report and what it becomes stand: beside each other, whichever of them was named. */
export function deliveryOf(named: string, format: string, template: string | undefined): Delivery {
  const stem = named.replace(new RegExp(`\\.(?:md|markdown|${format})$`, 'i'), '');
  const markdown = named.toLowerCase().endsWith(`.${format}`) ? `${stem}.md` : named;
  return { markdown, format, file: `${stem}.${format}`, template };
}

const formatOf = (name: string): (typeof formats)[number] => formats.find((format) => format.name === name)!;

/** Makes sure that nothing of anyone's is lost when the file is written. @throws CodifyError when something else stands there */
export async function allowDelivery({ file, format }: Delivery, force: boolean): Promise<void> {
  if (force || !(await exists(file))) return;
  const state = await formatOf(format).state({ path: file, bytes: readBytes(file) });
  if (state === 'as written') return;
  throw new CodifyError(
    state === 'edited' ? 'was changed since codify wrote it, and is left as it is' : 'was not written by codify, and is left as it is',
    { place: { path: file }, hint: 'choose another name with -o, or --force' },
  );
}

/** The pictures that stand beside the report; those that cannot be shown are told of. */
function readPictures(report: ReportDocument, markdown: string, io: Io): Map<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  for (const { picture, line } of picturesIn(report)) {
    const { source } = picture;
    if (pictures.has(source)) continue;
    const bytes = /^[a-z]{2,}:/i.test(source) ? undefined : readBytesIfThere(resolve(dirname(markdown), decodeURI(source)));
    if (bytes && pictureFacts(bytes)) pictures.set(source, bytes);
    else {
      const fault = bytes ? 'is no picture in SVG, PNG, JPEG or GIF' : 'is not there';
      io.err(`codify: ${formatPlace({ path: markdown, line })}: the picture ${source} ${fault}; its description stands in its place\n`);
    }
  }
  return pictures;
}

/** Does the head of a report, above its first chapter, say this? */
function headSays({ blocks }: ReportDocument, words: string): boolean {
  const chapter = blocks.findIndex((block) => block.kind === 'heading' && block.depth === 2);
  return blocks
    .slice(0, chapter === -1 ? blocks.length : chapter)
    .some((block) => 'inlines' in block && plainText(block.inlines).includes(words));
}

/** Makes the file of a report as it stands in Markdown, the analyst's words included. @param text what stands in it */
export async function deliver({ markdown, format, file, template }: Delivery, text: string, { plan }: Study, io: Io): Promise<void> {
  const report = readDocument(text);
  const { author } = plan;
  const bytes = await formatOf(format).write(report, {
    language: plan.report.language,
    author: author !== undefined && headSays(report, author) ? author : undefined,
    pictures: readPictures(report, markdown, io),
    template: template === undefined ? undefined : { path: template, bytes: readBytes(template) },
  });
  await writeWhole(file, bytes);
  io.err(`codify: ${file} is made of ${markdown}\n`);
}
