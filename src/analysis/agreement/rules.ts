import type { Codebook, Coding, Judgement, Study, Theme } from '../../model.ts';
import { coderOf, codedWith, family, isWhole, ratingOf, rulesAsRater, unitsOf, type Unit, type UnitKind } from './units.ts';

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

/**
 * Where the rules put what a published report has under a theme and they do not find under it or below it: under another
 * theme of the same theme at the top, only elsewhere, or nowhere.
 */
interface Misplaced {
  readonly near: number;
  readonly elsewhere: number;
  readonly nowhere: number;
}

/** How good the rules are, held against a person, or against a published report. */
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
  /**
   * Held against a report, which says of a quote where it stands and not what else it bears: recall is over all that it
   * has placed, precision is unknown. Undefined for a person.
   */
  readonly misplaced: Misplaced | undefined;
}

/** Does a published report say so? */
const isPlacing = ({ decisions }: Judgement): boolean => decisions.some(({ report }) => report !== undefined);

/** Is it a published report that has placed what this coder says? */
export const isReport = (coder: string, judgements: readonly Judgement[]): boolean =>
  judgements.some((one) => one.coder === coder && isPlacing(one));

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

/** Of what a report has put under some themes, what the rules find under some. */
function placedCounts(units: readonly Unit[], themes: readonly string[], found: readonly string[] = themes): Counts {
  const placed = units.filter(({ said }) => ratingOf(said[0]!, themes));
  return { proposed: 0, right: 0, borne: placed.length, found: placed.filter(({ said }) => ratingOf(said[1]!, found)).length };
}

/** Where the rules put what they do not find under the theme the report has given it. */
function misplacedIn(units: readonly Unit[], { allThemes }: Codebook): Misplaced {
  const misplaced = { near: 0, elsewhere: 0, nowhere: 0 };
  for (const theme of allThemes) {
    const own = family(theme);
    const besides = allThemes.filter(({ path }) => path[0] === theme.path[0]).map(({ id }) => id);
    for (const { said } of units) {
      const [report, rules] = said;
      if (!ratingOf(report!, [theme.id]) || ratingOf(rules!, own)) continue;
      misplaced[ratingOf(rules!, besides) ? 'near' : codedWith(rules!).size > 0 ? 'elsewhere' : 'nowhere'] += 1;
    }
  }
  return misplaced;
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
 * only on those she was shown as a whole; held against a published report, on all that it has placed.
 * @returns undefined when she was shown none
 */
export function scoreRules(
  { codebook, transcripts }: Pick<Study, 'codebook' | 'transcripts'>,
  proposed: readonly Coding[],
  judgements: readonly Judgement[],
  coder: string,
  unit: UnitKind = 'sentences',
): RuleScore | undefined {
  const isPlaced = isReport(coder, judgements);
  const person = coderOf(coder, isPlaced ? judgements.filter(isPlacing) : judgements);
  const units = unitsOf(transcripts, [person, rulesAsRater('', proposed)], unit, codebook.language);
  if (units.length === 0) return undefined;
  const { allThemes } = codebook;
  const countIn = isPlaced ? placedCounts : countsOf;
  const withUnder = allThemes.map((theme) => countIn(units, family(theme)));
  const alone = allThemes.map((theme) => (isPlaced ? placedCounts(units, [theme.id], family(theme)) : countsOf(units, [theme.id])));
  return {
    unit,
    coder,
    units: units.length,
    whole: units.filter(({ said }) => isWhole(said[0]!)).length,
    themes: allThemes.map((theme, i) => ({ theme, figures: figuresOf([withUnder[i]!]) })),
    all: figuresOf(alone),
    top: figuresOf(withUnder.filter((_, i) => allThemes[i]!.path.length === 1)),
    misplaced: isPlaced ? misplacedIn(units, codebook) : undefined,
  };
}
