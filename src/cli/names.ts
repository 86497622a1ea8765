import { standingDecisions } from '../coding/decisions/standing.ts';
import type { Codebook, Decision, Transcript } from '../model.ts';
import type { DeclaredEdit, ReportNames } from '../report/verify/verify.ts';
import { rolesMeant, titlesMeant } from '../transcript/roles.ts';

/** What a report's words mean: roles by the codebook; without one by the titles that stand in the interviews. */
export function namesOf(codebook: Codebook | undefined, transcripts: readonly Transcript[]): ReportNames {
  const kinds = new Set(transcripts.flatMap(({ participants }) => [...participants.values()].flatMap(({ document }) => document ?? [])));
  // A document is told by its kind, as a person is by her role.
  const kindOr = (written: string, roles: (written: string) => readonly string[]): readonly string[] => {
    const kind = [...kinds].find((one) => one.toLowerCase() === written.trim().toLowerCase());
    return kind === undefined ? roles(written) : [kind];
  };
  if (codebook) {
    const labels = codebook.allThemes.map(({ label }) => label);
    return {
      meant: (written) => kindOr(written, (one) => rolesMeant(one, codebook)),
      of: ({ role, document }) => document ?? role,
      labels,
    };
  }
  const titles = transcripts.flatMap(({ participants }) => [...participants.values()].flatMap(({ title }) => title ?? []));
  return {
    meant: (written) => kindOr(written, (one) => titlesMeant(one, titles)),
    of: ({ title, document }) => document ?? title,
    labels: [],
  };
}

/** The sentences that people have decided to print in other words than they were said in. */
export function declaredEdits(decisions: readonly Decision[]): DeclaredEdit[] {
  return standingDecisions(decisions).decisions.flatMap(({ anchor, edit }) =>
    edit === undefined ? [] : [{ said: anchor.exact, printed: edit }],
  );
}
