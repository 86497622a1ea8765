import type { Codebook, Judgement, Span, Study, Theme, Transcript } from '../../model.ts';
import { krippendorffsAlpha, masi } from './alpha.ts';
import { intervals, type Interval } from './bootstrap.ts';
import {
  coefficient,
  cohensKappa,
  fleissKappa,
  gwetsAc1,
  pooled,
  share,
  type Figure,
  type NoFigure,
  type Parts,
  type Ratings,
} from './coefficients.ts';
import { codedWith, coderOf, family, isWhole, ratingOf, unitsOf, type Unit, type UnitKind } from './units.ts';

/** On fewer units a figure is too uncertain to be printed in a report. */
export const ENOUGH_UNITS = 30;

/** How far coders agree on a theme, or on several taken together. */
export interface Figures {
  /** How many units all coders were shown for it. */
  readonly units: number;
  /** On how many of them each coder put it, in the order of the coders. */
  readonly coded: readonly number[];
  /** The share of pairs of coders who agree, from 0 to 1. */
  readonly share: Figure;
  /** Of two coders Cohen's kappa, of more than two Fleiss'. */
  readonly kappa: Figure;
  readonly alpha: Figure;
  readonly interval: Interval | undefined;
  readonly ac1: Figure;
}

/** A unit on which the coders do not all say the same. */
export interface Disagreement {
  readonly transcript: Transcript;
  readonly turn: number;
  readonly span: Span;
  /** By coder: the themes she put on it and not all did. */
  readonly said: readonly (readonly Theme[])[];
}

/** How far coders agree. */
export interface Agreement {
  readonly unit: UnitKind;
  readonly coders: readonly string[];
  /** Units that all coders were shown for at least one theme. */
  readonly units: number;
  /** Of these, those all coders were shown as a whole: uncoded ones are among them. */
  readonly whole: number;
  /** Where the units are, in the order of the interviews. */
  readonly interviews: readonly { readonly transcript: Transcript; readonly units: number }[];
  /** By theme, in the order of the codebook: what is under a theme counts as the theme. */
  readonly themes: readonly { readonly theme: Theme; readonly figures: Figures }[];
  /** All themes, each by itself. */
  readonly all: Figures;
  /** The themes at the top of the codebook, each with those under it. */
  readonly top: Figures;
  /** Alpha over the sets of themes on each unit that all were shown as a whole, near sets counting as near (MASI). */
  readonly sets: { readonly units: number; readonly alpha: Figure; readonly interval: Interval | undefined };
  readonly disagreements: readonly Disagreement[];
}

/** What each coder says of some themes, unit by unit; only the units all were shown for them are rated. */
function ratingsFor(units: readonly Unit[], themes: readonly string[]): Ratings<boolean> {
  return units.map(({ said }) => {
    const row = said.map((own) => ratingOf(own, themes));
    return row.includes(undefined) ? row.map(() => undefined) : row;
  });
}

/**
 * The set of themes each coder put on each unit; only units all were shown as a whole, and of which nobody says two
 * things, are rated. The same set is the same object.
 */
function setsOf(units: readonly Unit[]): Ratings<ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  return units.map(({ said }) => {
    const isKnown = said.every((own) => isWhole(own) && own.every(({ themes }) => ![...themes.values()].includes(undefined)));
    return said.map((own) => {
      if (!isKnown) return undefined;
      const set = codedWith(own);
      const key = JSON.stringify([...set].sort());
      return known.get(key) ?? known.set(key, set).get(key);
    });
  });
}

/** What is counted of a theme, and its alpha for any weights of the units. */
interface Measured {
  readonly figures: Omit<Figures, 'alpha' | 'interval'>;
  readonly kappa: Parts | NoFigure;
  readonly ac1: Parts | NoFigure;
  readonly alpha: (weights?: Float64Array) => Parts | NoFigure;
}

function measure(ratings: Ratings<boolean>, coders: number): Measured {
  const kappa = (coders === 2 ? cohensKappa : fleissKappa)(ratings);
  const ac1 = gwetsAc1(ratings);
  const rated = ratings.filter((row) => !row.includes(undefined));
  const coded = Array.from({ length: coders }, (_, coder) => rated.filter((row) => row[coder]).length);
  const figures = { units: rated.length, coded, share: share(ratings), kappa: coefficient(kappa), ac1: coefficient(ac1) };
  return { figures, kappa, ac1, alpha: krippendorffsAlpha(ratings) };
}

/** What is counted of several themes together. Themes nobody used have no say. */
function together(themes: readonly Measured[], units: number, coders: number): Measured['figures'] {
  const used = themes.map(({ figures }) => figures).filter(({ coded }) => coded.some((n) => n > 0));
  const rated = used.reduce((sum, one) => sum + one.units, 0);
  const agreed = used.reduce((sum, one) => sum + one.units * Number(one.share), 0);
  return {
    units,
    coded: Array.from({ length: coders }, (_, coder) => used.reduce((sum, one) => sum + one.coded[coder]!, 0)),
    share: rated === 0 ? 'no units' : agreed / rated,
    kappa: coefficient(pooled(themes.map((one) => one.kappa))),
    ac1: coefficient(pooled(themes.map((one) => one.ac1))),
  };
}

function disagreementsIn(units: readonly Unit[], { allThemes }: Codebook): Disagreement[] {
  return units.flatMap(({ transcript, turn, span, said }) => {
    const differing = allThemes.filter(({ id }) => {
      const row = said.map((own) => ratingOf(own, [id]));
      return !row.includes(undefined) && new Set(row).size > 1;
    });
    if (differing.length === 0) return [];
    return [{ transcript, turn, span, said: said.map((own) => differing.filter(({ id }) => codedWith(own).has(id))) }];
  });
}

/**
 * How far coders agree on which themes stand where, over the sentences or turns that all of them were shown.
 * @param coders two or more
 * @returns undefined when there is no unit all were shown for one and the same theme
 */
export function agreementOf(
  { codebook, transcripts }: Pick<Study, 'codebook' | 'transcripts'>,
  judgements: readonly Judgement[],
  coders: readonly string[],
  unit: UnitKind = 'sentences',
): Agreement | undefined {
  const raters = coders.map((coder) => coderOf(coder, judgements));
  const met = unitsOf(transcripts, raters, unit, codebook.language);
  const shown = met.map(({ said }) => codebook.allThemes.some((theme) => said.every((own) => ratingOf(own, family(theme)) !== undefined)));
  const units = met.filter((_, i) => shown[i]);
  if (units.length === 0) return undefined;
  const alone = codebook.allThemes.map((theme) => measure(ratingsFor(units, [theme.id]), coders.length));
  const withUnder = codebook.allThemes.map((theme, i) =>
    theme.themes.length === 0 ? alone[i]! : measure(ratingsFor(units, family(theme)), coders.length),
  );
  const top = withUnder.filter((_, i) => codebook.allThemes[i]!.path.length === 1);
  const setRatings = setsOf(units);
  const sets = krippendorffsAlpha(setRatings, masi);
  const alphas = (weights?: Float64Array): Figure[] => {
    const parts = new Map([...new Set([...alone, ...withUnder])].map((one) => [one, one.alpha(weights)]));
    const of = (themes: readonly Measured[]): (Parts | NoFigure)[] => themes.map((one) => parts.get(one)!);
    return [...of(withUnder), pooled(of(alone)), pooled(of(top)), sets(weights)].map(coefficient);
  };
  const alpha = alphas();
  const bounds = intervals(units.length, alphas);
  const finish = (figures: Measured['figures'], i: number): Figures => ({ ...figures, alpha: alpha[i]!, interval: bounds[i] });
  const last = withUnder.length;
  const whole = units.filter(({ said }) => said.every(isWhole)).length;
  return {
    unit,
    coders,
    units: units.length,
    whole,
    interviews: transcripts
      .map((transcript) => ({ transcript, units: units.filter((one) => one.transcript === transcript).length }))
      .filter((one) => one.units > 0),
    themes: codebook.allThemes.map((theme, i) => ({ theme, figures: finish(withUnder[i]!.figures, i) })),
    all: finish(together(alone, units.length, coders.length), last),
    top: finish(together(top, units.length, coders.length), last + 1),
    sets: { units: setRatings.filter((row) => !row.includes(undefined)).length, alpha: alpha[last + 2]!, interval: bounds[last + 2] },
    disagreements: disagreementsIn(units, codebook),
  };
}
