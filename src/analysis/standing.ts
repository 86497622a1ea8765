import type { Coding } from '../model.ts';

/** The codings that count: those nobody has rejected; where only people's word counts, those that were accepted. */
export function standing(codings: readonly Coding[]): Coding[] {
  return codings.filter(({ status, setAside }) => status !== 'rejected' && setAside !== true);
}
