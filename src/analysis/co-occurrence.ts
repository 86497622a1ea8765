import type { Coding, Theme } from '../model.ts';
import { underThemes } from './count.ts';
import { standing } from './standing.ts';

/** What can bear two themes at once: each sentence, turn, person or interview is counted once. */
export type TogetherUnit = 'sentences' | 'turns' | 'people' | 'interviews';

/** How many units bear each of two themes, and how many both. */
export interface Together {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Of the units that bear one of them, the share that bears both (Jaccard's index): 0 to 1. */
  readonly jaccard: number;
}

/** Two themes, the first being the one that stands before the other in the codebook. */
export interface ThemePair {
  readonly themes: readonly [Theme, Theme];
  readonly together: Readonly<Record<TogetherUnit, Together>>;
}

/** What these codings stand on, by names of their own. */
function unitsOf(codings: readonly Coding[]): Record<TogetherUnit, ReadonlySet<string>> {
  const units = { sentences: new Set<string>(), turns: new Set<string>(), people: new Set<string>(), interviews: new Set<string>() };
  for (const { transcript, turn, sentences, participant } of codings) {
    if (participant.document === undefined) {
      units.interviews.add(transcript.id);
      units.people.add(participant.id);
    }
    units.turns.add(JSON.stringify([transcript.id, turn]));
    for (let one = sentences.first; one <= sentences.last; one += 1) units.sentences.add(JSON.stringify([transcript.id, turn, one]));
  }
  return units;
}

function togetherOf(a: ReadonlySet<string>, b: ReadonlySet<string>): Together {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const unit of few) if (many.has(unit)) both += 1;
  return { first: a.size, second: b.size, both, jaccard: both === 0 ? 0 : both / (a.size + b.size - both) };
}

/**
 * Which themes stand together, for every two that share anything; a theme and one under it are no pair. What bears a
 * sub-theme bears the themes above it. A document has sentences and turns, but is no person and no interview. Rejected
 * codings count for nothing. In the order of the codebook.
 */
export function coOccurrence(themes: readonly Theme[], codings: readonly Coding[]): ThemePair[] {
  const under = underThemes(standing(codings));
  const units = new Map([...under].map(([id, own]) => [id, unitsOf(own)]));
  return themes.flatMap((first, i) =>
    themes.slice(i + 1).flatMap((second): ThemePair[] => {
      const [a, b] = [units.get(first.id), units.get(second.id)];
      if (!a || !b || second.path.includes(first.id)) return [];
      const of = (unit: TogetherUnit): Together => togetherOf(a[unit], b[unit]);
      const together = { sentences: of('sentences'), turns: of('turns'), people: of('people'), interviews: of('interviews') };
      return Object.values(together).every(({ both }) => both === 0) ? [] : [{ themes: [first, second], together }];
    }),
  );
}

/** The pairs that share such a unit, the strongest first. */
export function strongestPairs(pairs: readonly ThemePair[], unit: TogetherUnit): ThemePair[] {
  return pairs
    .filter(({ together }) => together[unit].both > 0)
    .toSorted((a, b) => b.together[unit].jaccard - a.together[unit].jaccard || b.together[unit].both - a.together[unit].both);
}
