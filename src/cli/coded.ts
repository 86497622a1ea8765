import { codeTranscripts } from '../coding/code.ts';
import { decide } from '../coding/decisions/decide.ts';
import type { Coding, Study } from '../model.ts';
import { loadStudy } from '../study/load.ts';
import { requestOf, type StudyFlags } from './options.ts';

/** The study behind the arguments and flags, and its codings as people have decided them and as the rules propose them: what every counting and writing command begins with. */
export async function codeStudy(
  paths: readonly string[],
  flags: StudyFlags,
): Promise<{ study: Study; codings: readonly Coding[]; proposed: readonly Coding[]; sentences: number }> {
  const study = await loadStudy(requestOf(paths, flags));
  const coded = codeTranscripts(study.codebook, study.transcripts);
  const { codings, warnings } = decide(coded, study);
  return { study: { ...study, warnings: [...study.warnings, ...warnings] }, codings, proposed: coded.codings, sentences: coded.sentences };
}
