import { standing } from '../analysis/standing.ts';
import type { Coding, Role, Theme } from '../model.ts';
import type { ReportFacts } from './facts.ts';

/** Two roles, and the factor most of each speak of. */
export interface Contrast {
  readonly first: { readonly role: Role; readonly factor: Theme };
  readonly second: { readonly role: Role; readonly factor: Theme };
}

/** How many people of a role stand behind these codings. */
function peopleOf(role: Role, codings: readonly Coding[]): number {
  return new Set(codings.filter(({ participant }) => participant.role === role.id).map(({ participant }) => participant.id)).size;
}

/**
 * The first two roles that speak of different factors of a theme: of each role at least two people, and more than half of
 * those interviewed, have accepted codings of the one factor, and no more than half of them speak of the other one, read
 * or not.
 */
export function contrastOf(theme: Theme, { study, table, under }: ReportFacts): Contrast | undefined {
  const columns = new Map(table.columns.map((column) => [column.id, column.people]));
  const roles = study.codebook.roles.filter((role) => (columns.get(role.id) ?? 0) >= 2);
  const isMost = (role: Role, codings: readonly Coding[]): boolean => peopleOf(role, codings) * 2 > columns.get(role.id)!;
  const factors = theme.themes.map((factor) => {
    const counted = standing(under(factor));
    const accepted = counted.filter((coding) => coding.status === 'accepted');
    return {
      factor,
      most: new Set(roles.filter((role) => isMost(role, accepted) && peopleOf(role, accepted) >= 2)),
      few: new Set(roles.filter((role) => !isMost(role, counted))),
    };
  });
  for (const x of factors) {
    for (const y of factors) {
      const a = [...x.most].find((role) => y.few.has(role));
      const b = [...y.most].find((role) => x.few.has(role));
      if (a && b) return { first: { role: a, factor: x.factor }, second: { role: b, factor: y.factor } };
    }
  }
  return undefined;
}
