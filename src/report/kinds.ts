import type { Codebook, Theme } from '../model.ts';
import type { Kind } from './languages/sentences.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  barriere: 'barrier',
  barrier: 'barrier',
  drivkraft: 'driver',
  driver: 'driver',
  behov: 'need',
  need: 'need',
  eksempel: 'example',
  example: 'example',
};

/** The kind a theme itself is given; every word the report has no sentences for is another kind. */
export function ownKind({ kind }: Theme): Kind | undefined {
  return kind === undefined ? undefined : (KINDS[kind.toLowerCase()] ?? 'other');
}

/** What a theme is: its own kind, else that of the theme above it. A step of a scale is a practice people tell of. */
export function kindOf(theme: Theme, { allThemes }: Pick<Codebook, 'allThemes'>): Kind {
  const own = ownKind(theme);
  if (theme.cell && (own === undefined || own === 'other')) return 'example';
  if (own !== undefined) return own;
  const above = theme.path
    .slice(0, -1)
    .map((id) => allThemes.find((one) => one.id === id))
    .findLast((one) => one?.kind !== undefined);
  return above === undefined ? 'other' : ownKind(above)!;
}

/**
 * The kind of the sentences that name a theme by its noun: they say that it hinders, helps or is wished for. Nobody wishes
 * for "the subject X", as a theme without a noun is named; and a factor of a need may be what is missing, unless it is
 * called a need itself.
 */
export function kindByNoun(theme: Theme, codebook: Pick<Codebook, 'allThemes'>): Kind {
  const kind = kindOf(theme, codebook);
  return theme.noun === undefined || (kind === 'need' && ownKind(theme) !== 'need') ? 'other' : kind;
}
