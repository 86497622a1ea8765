import type { Language, ReportDocument } from '../../model.ts';

/** A file as it was read, and what to call it in messages. */
export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a format needs to know beside the report itself. */
export interface Setting {
  readonly language: Language;
  readonly author: string | undefined;
  /** The pictures of the report, by the source it names them by; one that is missing is told in its words. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** A document of the house, whose look the report takes on. */
  readonly template: GivenFile | undefined;
}

/** Whose a file is: codify's, codify's with changes by another, or another's. */
export type FileState = 'as written' | 'edited' | 'not ours';

/** A format in which a report leaves codify: one file, one line in `index.ts`, one test. */
export interface ReportFormat {
  /** As `--to` takes it, and as its files end. */
  readonly name: string;
  /** The same report and setting give the same bytes. @throws CodifyError for a template that cannot be used */
  write(report: ReportDocument, setting: Setting): Promise<Uint8Array>;
  state(file: GivenFile): Promise<FileState>;
}
