import { agreementOf, type Agreement } from '../analysis/agreement/agreement.ts';
import { codeTranscripts } from '../coding/code.ts';
import { decide } from '../coding/decisions/decide.ts';
import { judgementsOf } from '../coding/decisions/judgements.ts';
import type { Coding, Study } from '../model.ts';
import { loadStudy } from '../study/load.ts';
import { requestOf, type StudyFlags } from './options.ts';

/** The study behind the arguments and flags, and its codings as people have decided them: what every counting and writing command begins with. */
export async function codeStudy(
  paths: readonly string[],
  flags: StudyFlags,
): Promise<{ study: Study; codings: readonly Coding[]; sentences: number }> {
  const study = await loadStudy(requestOf(paths, flags));
  const coded = codeTranscripts(study.codebook, study.transcripts);
  const { codings, warnings } = decide(coded, study);
  return { study: { ...study, warnings: [...study.warnings, ...warnings] }, codings, sentences: coded.sentences };
}

/** How far all coders of the study agree, for its report; undefined when there is one, or nothing all were shown. */
export function agreementIn(study: Study): Agreement | undefined {
  const coders = [...new Set(study.decisions.map(({ coder }) => coder))];
  return coders.length < 2 ? undefined : agreementOf(study, judgementsOf(study), coders);
}
