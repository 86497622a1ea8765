import type { Coding, Decision, Stance } from '../../model.ts';

/** What coders say of a theme on a sentence, one of them or all together; undefined is nothing. */
export interface Verdict {
  readonly status: 'accepted' | 'rejected' | undefined;
  readonly stance: Stance | undefined;
  readonly edit: string | undefined;
  readonly print: Coding['print'];
  readonly approved: readonly string[];
  readonly memos: readonly string[];
  /** What they do not agree on. */
  readonly open: ReadonlySet<'verdict' | 'stance' | 'edit'>;
}

/** A decision as it bears on one theme: a move rejects one and accepts another. */
export interface Remark {
  readonly decision: Decision;
  readonly theme: string;
  readonly status: Verdict['status'];
}

/** What a decision says, theme by theme. */
export function remarksOf(decision: Decision): Remark[] {
  const { verdict, theme, to } = decision;
  const remark = (theme: string, status: Verdict['status']): Remark => ({ decision, theme, status });
  if (theme === undefined) return [];
  if (verdict === 'move' && to !== undefined && to !== theme) return [remark(theme, 'rejected'), remark(to, 'accepted')];
  if (verdict === 'seen') return [remark(theme, undefined)];
  return [remark(theme, verdict === 'reject' ? 'rejected' : 'accepted')];
}

const given = <T>(values: readonly (T | undefined)[]): Set<T> => new Set(values.filter((value) => value !== undefined));

/** What one coder says of a theme on a sentence. Decisions of hers that differ are rivals, and leave it open. */
export function ownVerdict(remarks: readonly Remark[], contested: { has(decision: Decision): boolean }): Verdict {
  const statuses = given(remarks.map((one) => one.status));
  // Of a sentence that is moved away, its stance and how it is printed are about the theme it is moved to.
  const about = remarks.filter(({ decision, status }) => !(decision.verdict === 'move' && status === 'rejected'));
  const stances = given(about.map(({ decision, status }) => (status === 'accepted' ? decision.stance : undefined)));
  const edits = given(about.map(({ decision }) => decision.edit));
  const prints = given(about.map(({ decision }) => decision.print));
  const isOpen = statuses.size > 1 || stances.size > 1 || edits.size > 1 || remarks.some(({ decision }) => contested.has(decision));
  return {
    status: isOpen ? undefined : [...statuses][0],
    stance: isOpen ? undefined : [...stances][0],
    edit: isOpen ? undefined : [...edits][0],
    print: prints.has('ban') ? 'ban' : [...prints][0],
    approved: [...given(about.map(({ decision }) => decision.approved))].sort(),
    memos: [...given(about.map(({ decision }) => decision.memo))].sort(),
    open: new Set(isOpen ? (['verdict'] as const) : []),
  };
}

/**
 * What the coders together say: what all who say something say, else what the one who ranks highest says, else nothing.
 * A stance and an edit are asked of those alone who accept. Nothing is printed that anyone has banned.
 * @param verdicts by coder
 * @param rank coders, the first ranking highest
 */
export function commonVerdict(verdicts: ReadonlyMap<string, Verdict>, rank: readonly string[]): Verdict {
  const all = [...verdicts];
  const open = new Set<'verdict' | 'stance' | 'edit'>();
  const settle = <T>(what: 'verdict' | 'stance' | 'edit', said: readonly (readonly [string, T | undefined])[]): T | undefined => {
    const values = given(said.map(([, value]) => value));
    if (values.size < 2) return [...values][0];
    const first = rank.find((coder) => said.some(([name, value]) => name === coder && value !== undefined));
    if (first !== undefined) return said.find(([name]) => name === first)![1];
    open.add(what);
    return undefined;
  };
  const settled = settle(
    'verdict',
    all.map(([coder, one]) => [coder, one.open.has('verdict') ? 'open' : one.status] as const),
  );
  if (settled === 'open') open.add('verdict');
  const status = settled === 'open' ? undefined : settled;
  const agreeing = all.filter(([, one]) => one.status === status || one.status === undefined);
  const prints = given(all.map(([, one]) => one.print));
  return {
    status,
    stance:
      status === 'accepted'
        ? settle(
            'stance',
            agreeing.map(([coder, one]) => [coder, one.stance] as const),
          )
        : undefined,
    edit: settle(
      'edit',
      agreeing.map(([coder, one]) => [coder, one.edit] as const),
    ),
    print: prints.has('ban') ? 'ban' : [...prints][0],
    approved: all.flatMap(([, one]) => one.approved),
    memos: all.flatMap(([, one]) => one.memos),
    open,
  };
}
