import type { Codebook, Coding, Column, Dimension, Level, Participant, Placement, Role, StudyPlan, Theme } from '../model.ts';
import { underThemes } from './count.ts';
import { quotesOf, type Quote } from './quotes.ts';

/** What people say of one level of a dimension. */
export interface Step {
  readonly level: Level;
  /** Its place in the scale, from 1: a name for it, and no number to reckon with. */
  readonly number: number;
  /** The theme of the cell; undefined where the scale says nothing. */
  readonly theme: Theme | undefined;
  /** All that stands, read or not: a mention, which places nobody. */
  readonly touched: readonly Quote[];
  /** What a person has accepted as supporting the theme, and as contradicting it. */
  readonly supporting: readonly Quote[];
  readonly contradicting: readonly Quote[];
}

/** The evidence on a dimension by step, and where the analyst places the organisation. */
export interface DimensionEvidence {
  readonly dimension: Dimension;
  /** Every level of the scale, the lowest first. */
  readonly steps: readonly Step[];
  readonly placement: Placement | undefined;
}

/** A placing and the people whose accepted words speak for or against a step. */
export interface WeighedPlacing {
  readonly step: Step;
  /** Those who support the step she has chosen. */
  readonly supporting: ReadonlySet<string>;
  /** Those who support any step, or contradict the one she has chosen. */
  readonly heard: ReadonlySet<string>;
  /** Nobody supports it; or fewer than half of those who are heard do. */
  readonly doubt: 'no evidence' | 'against most' | undefined;
}

/** Two roles of which most support different steps. */
export interface RolesApart {
  readonly first: { readonly role: Role; readonly step: Step };
  readonly second: { readonly role: Role; readonly step: Step };
}

const isSpoken = ({ participant }: Coding): boolean => participant.document === undefined;

/**
 * Lays out, for each dimension of the codebook's scale, what people say of each level, and where the analyst has placed
 * the organisation. It places nobody itself. Nothing for a codebook without a scale; documents are no people.
 */
export function scaleEvidence(
  { scale, allThemes }: Pick<Codebook, 'scale' | 'allThemes'>,
  { placements }: Pick<StudyPlan, 'placements'>,
  codings: readonly Coding[],
): DimensionEvidence[] {
  const under = underThemes(codings.filter(isSpoken));
  const stepOf = (level: Level, i: number, dimension: Dimension): Step => {
    const theme = allThemes.find(({ cell }) => cell?.level === level.id && cell.dimension === dimension.id);
    const quotes = (fits: (coding: Coding) => boolean): Quote[] => (theme ? quotesOf(theme, (under.get(theme.id) ?? []).filter(fits)) : []);
    const by = (stance: Coding['stance']): Quote[] => quotes((one) => one.status === 'accepted' && one.stance === stance);
    return { level, number: i + 1, theme, touched: quotes(() => true), supporting: by('supports'), contradicting: by('contradicts') };
  };
  return (scale?.dimensions ?? []).map((dimension) => ({
    dimension,
    steps: scale!.levels.map((level, i) => stepOf(level, i, dimension)),
    placement: placements[dimension.id],
  }));
}

/** The ids of those who say these quotes. */
const peopleIn = (quotes: readonly Quote[]): Set<string> => new Set(quotes.map(({ participant }) => participant.id));

/**
 * Holds a placing against the evidence: people are counted on either side of it, and steps are never averaged. Undefined
 * where the analyst has not placed.
 */
export function weighPlacing({ steps, placement }: DimensionEvidence): WeighedPlacing | undefined {
  const step = steps.find(({ level }) => level.id === placement?.level);
  if (!step) return undefined;
  const supporting = peopleIn(step.supporting);
  const heard = peopleIn([...steps.flatMap((one) => one.supporting), ...step.contradicting]);
  const doubt = supporting.size === 0 ? 'no evidence' : supporting.size * 2 < heard.size ? 'against most' : undefined;
  return { step, supporting, heard, doubt };
}

/** The next step above one that the scale says something of in this dimension. */
export function stepAbove({ steps }: DimensionEvidence, { number }: Step): (Step & { readonly theme: Theme }) | undefined {
  return steps.find((step): step is Step & { theme: Theme } => step.number > number && step.theme !== undefined);
}

/**
 * The first two roles that support different steps: at least two people of each role, and more than half of those
 * interviewed, support the one, and no more than half of them touch on the other, read or not.
 * @param columns how many were interviewed of each role
 */
export function rolesApart({ steps }: DimensionEvidence, roles: readonly Role[], columns: readonly Column[]): RolesApart | undefined {
  const people = (role: Role, quotes: readonly Quote[]): number =>
    peopleIn(quotes.filter(({ participant }) => participant.role === role.id)).size;
  const interviewed = (role: Role): number => columns.find(({ id }) => id === role.id)?.people ?? 0;
  const isMost = (role: Role, quotes: readonly Quote[]): boolean => people(role, quotes) * 2 > interviewed(role);
  const candidates = roles.filter((role) => interviewed(role) >= 2);
  const leaning = candidates.flatMap((role) =>
    steps.filter(({ supporting }) => people(role, supporting) >= 2 && isMost(role, supporting)).map((step) => ({ role, step })),
  );
  for (const first of leaning) {
    const second = leaning.find(
      ({ role, step }) => step !== first.step && !isMost(role, first.step.touched) && !isMost(first.role, step.touched),
    );
    if (second) return { first, second };
  }
  return undefined;
}

/** How much is said of a step, by all or by some: what stands, and how many people support and contradict it. */
export interface StepCount {
  readonly quotes: number;
  readonly people: number;
  readonly supporting: number;
  readonly contradicting: number;
}

/** Counts the evidence on a step among those people. */
export function countStep(step: Step, isAmong: (participant: Participant) => boolean = () => true): StepCount {
  const among = (quotes: readonly Quote[]): Quote[] => quotes.filter(({ participant }) => isAmong(participant));
  const touched = among(step.touched);
  return {
    quotes: touched.length,
    people: peopleIn(touched).size,
    supporting: peopleIn(among(step.supporting)).size,
    contradicting: peopleIn(among(step.contradicting)).size,
  };
}
