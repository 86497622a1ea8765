import { UNKNOWN } from '../analysis/unknown.ts';
import { CodifyError } from '../errors.ts';
import type { Codebook } from '../model.ts';

/** Refuses a name that is not there. @param what what it should be, with what should have it: `the codebook has no theme` */
export async function refuseUnknown(what: string, name: string | undefined, known: readonly string[]): Promise<void> {
  if (name === undefined || known.includes(name)) return;
  const { didYouMean } = await import('../text/nearest.ts');
  throw new CodifyError(`${what} "${name}"`, { hint: didYouMean(name, known) ?? `it has ${known.join(', ')}` });
}

/** The id of the theme the user means. @throws CodifyError where the codebook has no such theme, or no such role */
export async function themeAsked(
  { allThemes, roles }: Codebook,
  { theme, role }: { readonly theme?: string; readonly role?: string },
): Promise<string | undefined> {
  const id = theme?.slice(theme.lastIndexOf('/') + 1).normalize('NFC');
  const themes = allThemes.map((one) => one.id);
  await refuseUnknown('the codebook has no theme', id, themes);
  await refuseUnknown('the codebook has no role', role, [...roles.map((one) => one.id), UNKNOWN]);
  return id;
}
