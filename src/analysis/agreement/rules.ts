import type { Codebook, Coding, Judgement, Study, Theme } from '../../model.ts';
import { coderOf, family, isWhole, ratingOf, rulesAsRater, unitsOf, type Unit, type UnitKind } from './units.ts';

/** How good the rules are at a theme, or at several taken together, held against a person. */
export interface RuleFigures {
  /** Units the rules propose it for and the person was shown. */
  readonly proposed: number;
  /** Of these, those she put it on. */
  readonly right: number;
  /** Units she was shown as a whole and put it on. */
  readonly borne: number;
  /** Of these, those the rules propose. */
  readonly found: number;
  /** right / proposed; undefined where nothing was proposed. */
  readonly precision: number | undefined;
  /** found / borne; undefined where she put it on nothing she was shown as a whole. */
  readonly recall: number | undefined;
  /** The harmonic mean of the two. */
  readonly f1: number | undefined;
}

/** How good the rules are, held against a person. */
export interface RuleScore {
  readonly unit: UnitKind;
  readonly coder: string;
  /** Units she was shown, as a whole or with a theme proposed. */
  readonly units: number;
  /** Of these, those she was shown as a whole: only there is it known what the rules miss. */
  readonly whole: number;
  readonly themes: readonly { readonly theme: Theme; readonly figures: RuleFigures }[];
  /** All themes, each by itself. */
  readonly all: RuleFigures;
  /** The themes at the top of the codebook, each with those under it. */
  readonly top: RuleFigures;
}

type Counts = Pick<RuleFigures, 'proposed' | 'right' | 'borne' | 'found'>;

function countsOf(units: readonly Unit[], themes: readonly string[]): Counts {
  const counts = { proposed: 0, right: 0, borne: 0, found: 0 };
  for (const { said } of units) {
    const [person, rules] = said.map((own) => ratingOf(own, themes));
    if (person === undefined) continue;
    if (rules) counts.proposed += 1;
    if (rules && person) counts.right += 1;
    if (!person || !isWhole(said[0]!)) continue;
    counts.borne += 1;
    if (rules) counts.found += 1;
  }
  return counts;
}

function figuresOf(all: readonly Counts[]): RuleFigures {
  const sum = (what: keyof Counts): number => all.reduce((total, one) => total + one[what], 0);
  const [proposed, right, borne, found] = [sum('proposed'), sum('right'), sum('borne'), sum('found')];
  const precision = proposed === 0 ? undefined : right / proposed;
  const recall = borne === 0 ? undefined : found / borne;
  const isKnown = precision !== undefined && recall !== undefined;
  const f1 = !isKnown ? undefined : precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { proposed, right, borne, found, precision, recall, f1 };
}

/**
 * Holds what the rules propose against what a person says, over the units she was shown. How much they miss is counted
 * only on those she was shown as a whole.
 * @returns undefined when she was shown none
 */
export function scoreRules(
  { codebook, transcripts }: Pick<Study, 'codebook' | 'transcripts'>,
  proposed: readonly Coding[],
  judgements: readonly Judgement[],
  coder: string,
  unit: UnitKind = 'sentences',
): RuleScore | undefined {
  const units = unitsOf(transcripts, [coderOf(coder, judgements), rulesAsRater('', proposed)], unit, codebook.language);
  if (units.length === 0) return undefined;
  const counted = (themes: Codebook['themes'], ids: (theme: Theme) => string[]): Counts[] =>
    themes.map((theme) => countsOf(units, ids(theme)));
  const withUnder = counted(codebook.allThemes, family);
  return {
    unit,
    coder,
    units: units.length,
    whole: units.filter(({ said }) => isWhole(said[0]!)).length,
    themes: codebook.allThemes.map((theme, i) => ({ theme, figures: figuresOf([withUnder[i]!]) })),
    all: figuresOf(counted(codebook.allThemes, ({ id }) => [id])),
    top: figuresOf(withUnder.filter((_, i) => codebook.allThemes[i]!.path.length === 1)),
  };
}
