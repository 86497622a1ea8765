import { codeTranscripts, type Coded } from '../coding/code.ts';
import { decide, type Decided } from '../coding/decisions/decide.ts';
import type { Coding, Study } from '../model.ts';
import { loadStudy } from '../study/load.ts';
import { requestOf, type StudyFlags } from './options.ts';

/** A study and its codings as people have decided them. */
interface CodedStudy {
  readonly study: Study;
  /** Those that people rejected are among them. */
  readonly codings: readonly Coding[];
  readonly coded: Coded;
  readonly decided: Decided;
}

/** The study behind the arguments and flags, and its codings: what every counting and writing command begins with. */
export async function codeStudy(paths: readonly string[], flags: StudyFlags): Promise<CodedStudy> {
  const study = await loadStudy(requestOf(paths, flags));
  const coded = codeTranscripts(study.codebook, study.transcripts);
  const decided = decide(coded, study);
  return { study: { ...study, warnings: [...study.warnings, ...decided.warnings] }, codings: decided.codings, coded, decided };
}
