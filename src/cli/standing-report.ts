import { resolve } from 'node:path';
import { decode } from '../files/decode.ts';
import { exists } from '../files/find.ts';
import { readBytes } from '../files/read.ts';
import type { Coding, Study } from '../model.ts';
import { readParagraphs } from '../report/verify/paragraphs.ts';
import { verifyReport, type CheckedQuotation } from '../report/verify/verify.ts';
import { writeReport } from '../report/write.ts';
import { declaredEdits, namesOf } from './names.ts';
import { reportFile } from './options.ts';

/** A report as it stands, and what became of its quotations in the interviews. */
interface StandingReport {
  readonly path: string;
  /** Whether it stands there: else it is the one codify would write. */
  readonly isWritten: boolean;
  readonly text: string;
  readonly checked: readonly CheckedQuotation[];
}

/** The report of a study as it stands on the disk, words written by hand among it; where there is none yet, as codify would write it. */
export async function standingReport(study: Study, codings: readonly Coding[], named: string | undefined): Promise<StandingReport> {
  const path = reportFile(study, { ...(named !== undefined && { output: named }) });
  const isWritten = named !== undefined || (await exists(path));
  const { text } = isWritten ? decode(readBytes(path), path) : writeReport(study, codings);
  const { codebook, decisions } = study;
  const transcripts = study.transcripts.filter((transcript) => resolve(transcript.path) !== resolve(path));
  const names = namesOf(codebook, transcripts);
  const checked = verifyReport(readParagraphs(text), transcripts, codebook.language, names, declaredEdits(decisions));
  return { path, isWritten, text, checked };
}
