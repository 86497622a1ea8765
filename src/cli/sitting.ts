import { judgementsOf, sayingOf } from '../coding/decisions/judgements.ts';
import { writeReport } from '../report/write.ts';
import { Interviews } from '../review/items.ts';
import type { Filter } from '../review/queues.ts';
import { bySentence, saidBy, type Said } from '../review/said.ts';
import type { Desk } from '../review/state.ts';
import { ThemeSearch } from '../review/themes.ts';
import type { codeStudy } from './coded.ts';
import { refuseUnknown, themeAsked } from './named.ts';

/** What of the study a coder wants to see. */
interface Wishes {
  readonly theme?: string;
  readonly role?: string;
  readonly transcript?: string;
  readonly sample?: number;
  readonly seed: number;
  readonly among?: readonly string[];
}

/** So many stretches a random sample has unless another number is given. */
const SAMPLE = 50;

/**
 * What a session of the review works on, what the coder has said so far, and what of a queue she wants to see.
 * @throws CodifyError for a theme, a role or an interview that is not there
 */
export async function sitDown(
  { study, codings, coded }: Awaited<ReturnType<typeof codeStudy>>,
  file: Pick<Said, 'coder' | 'path' | 'lines'>,
  wishes: Wishes,
): Promise<{ desk: Desk; said: Said; filter: Filter }> {
  const { codebook, transcripts } = study;
  const theme = await themeAsked(codebook, wishes);
  const transcript = wishes.transcript?.normalize('NFC');
  const ids = transcripts.map(({ id }) => id);
  await refuseUnknown('the study has no interview', transcript, ids);
  const judgements = judgementsOf(study);
  const desk: Desk = {
    interviews: new Interviews(study, coded.codings),
    others: bySentence(judgements.filter(({ coder }) => coder !== file.coder && (wishes.among?.includes(coder) ?? true))),
    report: writeReport(study, codings).choices,
    sample: { size: wishes.sample ?? SAMPLE, seed: wishes.seed },
    themes: new ThemeSearch(codebook),
  };
  return { desk, said: saidBy({ ...file, reader: sayingOf }, judgements), filter: { theme, role: wishes.role, transcript } };
}
