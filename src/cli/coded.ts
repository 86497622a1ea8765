import type { Agreement } from '../analysis/agreement/agreement.ts';
import { codeTranscripts, type Coded } from '../coding/code.ts';
import { decide, type Decided } from '../coding/decisions/decide.ts';
import type { Coding, Study } from '../model.ts';
import { loadStudy } from '../study/load.ts';
import { requestOf, type CodingFlags } from './options.ts';

/** A study and its codings as people have decided them. */
interface CodedStudy {
  readonly study: Study;
  /** Those that people rejected are among them, and with `--only accepted` those that are set aside. */
  readonly codings: readonly Coding[];
  readonly coded: Coded;
  readonly decided: Decided;
}

/** The study behind the arguments and flags, and its codings: what every counting and writing command begins with. */
export async function codeStudy(paths: readonly string[], flags: CodingFlags): Promise<CodedStudy> {
  const study = await loadStudy(requestOf(paths, flags));
  const coded = codeTranscripts(study.codebook, study.transcripts);
  const decided = decide(coded, study, flags.only);
  return { study: { ...study, warnings: [...study.warnings, ...decided.warnings] }, codings: decided.codings, coded, decided };
}

/** How far all coders of the study agree, for its report; undefined when there is one, or nothing all were shown. */
export async function agreementIn(study: Study): Promise<Agreement | undefined> {
  const coders = [...new Set(study.decisions.map(({ coder }) => coder))];
  if (coders.length < 2) return undefined;
  const { judgementsOf } = await import('../coding/decisions/judgements.ts');
  const { agreementOf } = await import('../analysis/agreement/agreement.ts');
  return agreementOf(study, judgementsOf(study), coders);
}
