import { UNKNOWN } from '../analysis/unknown.ts';
import { CodifyError } from '../errors.ts';
import type { Codebook } from '../model.ts';

const SHOWN = 12;

const shown = (names: readonly string[]): string =>
  names.length <= SHOWN ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;

/** Refuses a name that is not there. @param what what it should be, with what should have it: `the codebook has no theme` */
export async function refuseUnknown(what: string, name: string | undefined, known: readonly string[]): Promise<void> {
  if (name === undefined || known.includes(name)) return;
  const { didYouMean } = await import('../text/nearest.ts');
  throw new CodifyError(`${what} "${name}"`, { hint: didYouMean(name, known) ?? `it has ${shown(known)}` });
}

/**
 * The id of the theme the user means.
 * @param kinds what the study's documents are, where they may be asked for in the place of a role
 * @throws CodifyError where the codebook has no such theme, or no such role
 */
export async function themeAsked(
  { allThemes, roles }: Codebook,
  { theme, role }: { readonly theme?: string; readonly role?: string },
  kinds: readonly string[] = [],
): Promise<string | undefined> {
  const id = theme?.slice(theme.lastIndexOf('/') + 1).normalize('NFC');
  const themes = allThemes.map((one) => one.id);
  await refuseUnknown('the codebook has no theme', id, themes);
  await refuseUnknown('the codebook has no role', role, [...roles.map((one) => one.id), UNKNOWN, ...kinds]);
  return id;
}
