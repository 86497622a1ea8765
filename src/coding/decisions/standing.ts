import type { Decision } from '../../model.ts';

/** What counts of all that was decided. */
export interface Standing {
  /** The decisions that nothing has replaced or taken back, those of rivals among them. */
  readonly decisions: readonly Decision[];
  /** Decisions that replace the same one and differ, each group until one of it is undone. */
  readonly rivals: readonly (readonly Decision[])[];
}

/** What a decision says, apart from who says it and how it came about. */
function saying({ verdict, theme, to, stance, print, edit }: Decision): string {
  return JSON.stringify([verdict, theme, to, stance, print, edit]);
}

/**
 * What stands of these decisions, in whatever order their lines come: only `replaces` puts one in the place of another,
 * and what is undone is as if it had never been written.
 */
export function standingDecisions(decisions: readonly Decision[]): Standing {
  const replacers = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (decision.replaces === undefined) continue;
    const list = replacers.get(decision.replaces);
    if (list) list.push(decision);
    else replacers.set(decision.replaces, [decision]);
  }
  const isUndone = ({ id }: Decision): boolean => (replacers.get(id) ?? []).some((one) => one.verdict === 'undo' && !isUndone(one));
  const replacersOf = ({ id }: Decision): Decision[] => (replacers.get(id) ?? []).filter((one) => !isUndone(one));
  /** What a decision has led to: itself, or what stands in its place. */
  const headsOf = (decision: Decision): Decision[] => {
    const later = replacersOf(decision);
    return later.length === 0 || decision.verdict === 'undo' ? [decision] : later.flatMap(headsOf);
  };
  const there = decisions.filter((decision) => !isUndone(decision));
  return {
    decisions: there.filter((decision) => decision.verdict !== 'undo' && replacersOf(decision).length === 0),
    rivals: [...replacers.values()]
      .map((list) => list.filter((one) => !isUndone(one)))
      .filter((list) => list.length > 1)
      .map((list) => list.flatMap(headsOf))
      .filter((heads) => new Set(heads.map(saying)).size > 1),
  };
}
