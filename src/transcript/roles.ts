import type { Role } from '../model.ts';

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
