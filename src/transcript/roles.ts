import type { Role, RoleGroup } from '../model.ts';

const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();

function fits(title: string, alias: string): boolean {
  const starts = alias.startsWith('*');
  const ends = alias.endsWith('*');
  const core = alias.slice(starts ? 1 : 0, ends ? -1 : undefined);
  if (starts && ends) return title.includes(core);
  if (starts) return title.endsWith(core);
  if (ends) return title.startsWith(core);
  return title === core;
}

/**
 * The role behind a title: the role's own name or an alias written out, else the alias with the longest wildcard that
 * fits. Of two as long, the role that stands first. Undefined when none does (*uoplyst*).
 */
export function resolveRole(title: string | undefined, roles: readonly Role[]): string | undefined {
  if (title === undefined) return undefined;
  const wanted = fold(title);
  let best: { role: string; length: number } | undefined;
  for (const role of roles) {
    for (const alias of [role.id, ...role.aliases]) {
      const folded = fold(alias);
      if (!fits(wanted, folded)) continue;
      const length = folded.includes('*') ? folded.replaceAll('*', '').length : Infinity;
      if (!best || length > best.length) best = { role: role.id, length };
    }
  }
  return best?.role;
}

/** The word for people in what is written of one of them: "chef for børn og unge", "kvinde, leder", "Leder 3". */
function titlesIn(written: string): string[] {
  const numberless = fold(written).replace(/\s*\d+$/, '');
  const parts = [numberless, ...numberless.split(/\s*[,;/|–—]\s*/)];
  return parts.filter(Boolean).flatMap((part) => [part, part.replace(/\s(?:for|i|på|ved|fra|hos|med|in|of|at|from)\s.*$/, '')]);
}

/**
 * The roles that a report means by a word for people: a role in the singular, plural or definite form, a title, or the
 * name of a group of roles; none when it means none of the codebook's.
 */
export function rolesMeant(
  written: string,
  { roles, groups }: { roles: readonly Role[]; groups: readonly RoleGroup[] },
): readonly string[] {
  for (const title of titlesIn(written)) {
    const group = groups.find(({ name }) => fold(name) === title);
    if (group) return group.roles;
    const form = roles.find(({ plural, definite }) => [plural, definite].some((one) => ` ${title}`.endsWith(` ${fold(one)}`)));
    const role = form?.id ?? resolveRole(title, roles);
    if (role !== undefined) return [role];
  }
  return [];
}

/** The same without a codebook: the titles in the interviews that are this one, or end on it as teamleder does on leder. */
export function titlesMeant(written: string, titles: readonly string[]): readonly string[] {
  const wanted = titlesIn(written);
  return titles.filter((title) => wanted.some((one) => fold(title).endsWith(one)));
}
