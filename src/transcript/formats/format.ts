import type { Decoded } from '../../files/decode.ts';
import type { Table } from '../../files/table.ts';
import type { Participant, Turn } from '../../model.ts';

/** What a file says of one of its speakers; the participants table goes before it, the label's title after. */
export interface SpeakerFacts {
  readonly participant?: string | undefined;
  readonly title?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly consent?: Participant['consent'];
  /** What she wrote, where the file is a document: "strategi". */
  readonly document?: string | undefined;
}

/** What a text is that is no interview but its author's: "strategi". */
export interface Authored {
  readonly author: string | undefined;
  readonly kind: string;
}

/** Which columns of a table hold what, where the user has said so. */
export interface ColumnChoice {
  readonly text?: readonly string[] | undefined;
  readonly speaker?: string | undefined;
  readonly participant?: string | undefined;
  readonly role?: string | undefined;
  /** Which sheet of a workbook the table is on. */
  readonly sheet?: string | undefined;
  /** What codes in a column stand for. */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

/** A file, and what is known of it before it is read. */
export interface Source {
  /** For messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Its characters. @throws CodifyError when it is no text */
  readonly decoded: Decoded;
  /** How its characters begin, empty when it is no text. */
  readonly head: string;
  readonly columns: ColumnChoice;
  /** Labels that are known to be speakers'. */
  readonly declared: ReadonlySet<string>;
  /** What the study says it is, where it is no interview. */
  readonly document?: Authored | undefined;
  /** The bytes of a file of this name in the same folder, where there is one. */
  readonly beside: (name: string) => Uint8Array | undefined;
}

/** One interview as its file tells it. A file of answers holds several. */
export interface Reading {
  /** How its characters are written, where that is not told by how the whole file is. */
  readonly encoding?: string;
  /** The interview's own id, where the file gives one. */
  readonly id?: string | undefined;
  /** What is added to the file's id where a file holds several interviews. */
  readonly part?: string | undefined;
  readonly text: string;
  readonly isArticle?: boolean;
  readonly turns: readonly Turn[];
  /** By label. */
  readonly speakers: ReadonlyMap<string, SpeakerFacts>;
  readonly interviewers: ReadonlySet<string>;
  /** What is in doubt or left out, to be told before anyone trusts the numbers. */
  readonly notes: readonly string[];
  /** What was decided about its form, and why, for who asks how it was read. */
  readonly understood?: readonly string[];
}

/** A file format. A new one is a file beside this, a line in `index.ts` and a pair of fixtures. */
export interface Format {
  readonly name: string;
  readonly endings: readonly string[];
  /**
   * Does the file hold what only this format would, whatever its name ends in? Asked of every file, so it looks at the
   * beginning alone. Without it the ending decides.
   */
  recognises?(source: Pick<Source, 'bytes' | 'head'>): boolean;
  /** Is a file with this ending no transcript at all, as most files of JSON are? In a folder it is skipped then. */
  isOther?(source: Source): boolean;
  /** The table in the file, for formats that hold one. */
  table?(source: Source): Table | Promise<Table>;
  /** @throws CodifyError when the file is not what it seems, with what to do */
  read(source: Source): readonly Reading[] | Promise<readonly Reading[]>;
}
