import { standingDecisions } from '../coding/decisions/standing.ts';
import type { Codebook, Decision, Transcript } from '../model.ts';
import type { DeclaredEdit, ReportNames } from '../report/verify/verify.ts';
import { rolesMeant, titlesMeant } from '../transcript/roles.ts';

/** What a report's words mean: roles by the codebook; without one by the titles that stand in the interviews. */
export function namesOf(codebook: Codebook | undefined, transcripts: readonly Transcript[]): ReportNames {
  if (codebook) {
    const labels = codebook.allThemes.map(({ label }) => label);
    return { meant: (written) => rolesMeant(written, codebook), of: ({ role }) => role, labels };
  }
  const titles = transcripts.flatMap(({ participants }) => [...participants.values()].flatMap(({ title }) => title ?? []));
  return { meant: (written) => titlesMeant(written, titles), of: ({ title }) => title, labels: [] };
}

/** The sentences that people have decided to print in other words than they were said in. */
export function declaredEdits(decisions: readonly Decision[]): DeclaredEdit[] {
  return standingDecisions(decisions).decisions.flatMap(({ anchor, edit }) =>
    edit === undefined ? [] : [{ said: anchor.exact, printed: edit }],
  );
}
