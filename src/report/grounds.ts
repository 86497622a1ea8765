import { quotesOf, type Quote } from '../analysis/quotes.ts';
import type { Coding, Role, Study, Theme } from '../model.ts';
import type { ReportFacts } from './facts.ts';
import type { Who } from './languages/language.ts';

/** What a report may say of a theme, and whose words it rests on. */
export interface Grounds {
  /** All that stands, read or not. */
  readonly touched: readonly Quote[];
  /** Accepted codings by their stance. */
  readonly supporting: readonly Quote[];
  readonly qualifying: readonly Quote[];
  readonly contradicting: readonly Quote[];
  /** What stands and neither qualifies nor contradicts. */
  readonly neutral: readonly Quote[];
  readonly accepted: readonly Quote[];
}

/** @param codings the theme's and those of the themes under it, or its own alone */
export function groundsOf(theme: Theme, codings: readonly Coding[]): Grounds {
  const accepted = codings.filter((coding) => coding.status === 'accepted');
  const by = (stance: Coding['stance']): Quote[] =>
    quotesOf(
      theme,
      accepted.filter((coding) => coding.stance === stance),
    );
  return {
    touched: quotesOf(theme, codings),
    supporting: by('supports'),
    qualifying: by('qualifies'),
    contradicting: by('contradicts'),
    neutral: quotesOf(
      theme,
      codings.filter((coding) => coding.stance !== 'qualifies' && coding.stance !== 'contradicts'),
    ),
    accepted: quotesOf(theme, accepted),
  };
}

/** The same grounds for one who says no more than that a subject was touched on, whatever people have accepted. */
export const asTouched = (grounds: Grounds): Grounds => ({ ...grounds, supporting: [], qualifying: [], contradicting: [], accepted: [] });

/** The role of the codebook that an id means. */
export function roleOf(id: string | undefined, study: Study): Role | undefined {
  return study.codebook.roles.find((role) => role.id === id);
}

/** How many people stand behind these quotes or other words, and the role they share if they share one, else the group if they are three or more. */
export function whoSays(quotes: readonly Pick<Quote, 'participant'>[], { study, table }: Pick<ReportFacts, 'study' | 'table'>): Who {
  const people = new Set(quotes.map((quote) => quote.participant.id)).size;
  const roles = [...new Set(quotes.map((quote) => quote.participant.role))];
  const interviewed = (id: string): number => table.columns.find((column) => column.id === id)?.people ?? 0;
  const role = roles.length === 1 ? roleOf(roles[0], study) : undefined;
  const group =
    roles.length > 1 && people > 2
      ? study.codebook.groups.find((one) => roles.every((id) => id !== undefined && one.roles.includes(id)))
      : undefined;
  return {
    people,
    of: table.total.people,
    role: role && { role, of: interviewed(role.id) },
    group: group && { name: group.name, of: group.roles.reduce((sum, id) => sum + interviewed(id), 0) },
  };
}

/** Do these quotes come from every role of the group their people share? */
export function isWholeGroup(quotes: readonly Quote[], { group }: Who, study: Study): boolean {
  const roles = new Set(quotes.map((quote) => quote.participant.role));
  return study.codebook.groups.some(({ name, roles: all }) => name === group?.name && all.every((id) => roles.has(id)));
}
