import { CodifyError } from '../../errors.ts';
import { decode, type Decoded } from '../../files/decode.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { elan } from './elan.ts';
import { foreignFormats } from './foreign.ts';
import type { ColumnChoice, Format, Source } from './format.ts';
import { markdown } from './markdown.ts';
import { odt } from './odt.ts';
import { otranscribe } from './otranscribe.ts';
import { pdf } from './pdf.ts';
import { rtf } from './rtf.ts';
import { subrip } from './subrip.ts';
import { text } from './text.ts';
import { webvtt } from './webvtt.ts';
import { whisper, whisperTable } from './whisper.ts';
import { xlsx } from './xlsx.ts';

const formats: readonly Format[] = [
  ...foreignFormats,
  text,
  markdown,
  docx,
  webvtt,
  subrip,
  whisper,
  whisperTable,
  elan,
  otranscribe,
  odt,
  rtf,
  pdf,
  csv,
  xlsx,
];

const HEAD = 2000;

/** A file as formats are asked about it and read it; it is decoded when first needed. */
export class SourceFile implements Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly columns: ColumnChoice;
  readonly declared: ReadonlySet<string>;
  readonly beside: Source['beside'];
  readonly document: Source['document'];
  #decoded: Decoded | CodifyError | undefined;

  constructor(
    path: string,
    bytes: Uint8Array,
    columns: ColumnChoice,
    declared: ReadonlySet<string>,
    beside: Source['beside'] = () => undefined,
    document?: Source['document'],
  ) {
    this.path = path;
    this.bytes = bytes;
    this.columns = columns;
    this.declared = declared;
    this.beside = beside;
    this.document = document;
  }

  get decoded(): Decoded {
    const decoded = this.#decode();
    if (decoded instanceof CodifyError) throw decoded;
    return decoded;
  }

  get head(): string {
    const decoded = this.#decode();
    return decoded instanceof CodifyError ? '' : decoded.text.slice(0, HEAD);
  }

  #decode(): Decoded | CodifyError {
    try {
      return (this.#decoded ??= decode(this.bytes, this.path));
    } catch (error) {
      if (error instanceof CodifyError) return (this.#decoded = error);
      throw error;
    }
  }
}

/** The format a file's name promises. */
export function promisedFormat(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find((format) => format.endings.some((ending) => name.endsWith(ending)));
}

/** The format of a file: by what it holds, else by what its name promises. */
export function formatOf(source: Source): Format | undefined {
  return formats.find((format) => format.recognises?.(source)) ?? promisedFormat(source.path);
}
