import type { TableSheet } from '../annex.ts';

/** A form in which the team's tables leave codify. */
export interface ExportFormat {
  readonly name: string;
  /** The file's bytes: the same for the same tables. */
  write(sheets: readonly TableSheet[]): Promise<Uint8Array>;
}
