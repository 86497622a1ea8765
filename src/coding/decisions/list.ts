import type { Coding, Decision, Study, Transcript } from '../../model.ts';
import { AnchorFinder, type NearMatch, type SpokenSentence } from '../../text/anchors.ts';
import type { Coded } from '../code.ts';
import type { Decided, LostDecision } from './decide.ts';

/** A standing decision, and what has become of it. */
export interface ListedDecision {
  readonly decision: Decision;
  /** Undefined when its interview is not there. */
  readonly transcript: Transcript | undefined;
  /** Where it stands: none when it is lost, more than one where its sentence was divided. */
  readonly sentences: readonly SpokenSentence[];
  readonly missing: LostDecision['missing'] | undefined;
  /** What lost words may be now, for a person to confirm. */
  readonly near: NearMatch | undefined;
  /** Another decision on the same sentence and theme differs, and nothing settles which is right. */
  readonly rival: boolean;
  /** It accepted what the rules proposed, and no rule proposes it any more. */
  readonly unfound: boolean;
}

/** What people have decided, and what nobody has decided yet. */
export interface DecisionList {
  /** In the order of the interviews, of the text, of the codebook and of the coders' names; lost ones last. */
  readonly decisions: readonly ListedDecision[];
  /** Proposed quotes of whose sentences nobody has said anything under their theme. */
  readonly waiting: readonly Coding[];
}

/** Lists what stands of all that was decided, with what is lost, contradicted or found by no rule any more. */
export function listDecisions(
  { codebook, transcripts }: Pick<Study, 'codebook' | 'transcripts'>,
  coded: Coded,
  decided: Decided,
): DecisionList {
  const keyOf = (transcript: string, { turn, number }: Pick<SpokenSentence, 'turn' | 'number'>, theme: string | undefined): string =>
    JSON.stringify([transcript, turn, number, theme]);
  const keysOf = ({ theme, transcript, turn, sentences: { first, last } }: Coding): string[] =>
    Array.from({ length: last - first + 1 }, (_, i) => keyOf(transcript.id, { turn, number: first + i }, theme.id));
  const proposed = new Set(coded.codings.flatMap(keysOf));
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));

  // Who has taken back a decision that another one replaces is a rival too, and stands nowhere.
  const placed = new Map(decided.placed);
  const rivals = new Set<Decision>();
  for (const { sentence, decisions } of decided.disputes) {
    for (const decision of decisions) {
      rivals.add(decision);
      if (!placed.has(decision)) placed.set(decision, [sentence]);
    }
  }
  const finders = new Map<Transcript, AnchorFinder>();
  const nearly = ({ transcript: id, anchor }: Decision): NearMatch | undefined => {
    const transcript = byId.get(id)!;
    const finder = finders.get(transcript) ?? new AnchorFinder(transcript, codebook.language);
    finders.set(transcript, finder);
    return finder.nearly(anchor);
  };

  const rank = new Map(transcripts.map(({ id }, i) => [id, i]));
  const themes = new Map(codebook.allThemes.map(({ id }, i) => [id, i]));
  const themeRank = ({ theme }: Decision): number => (theme === undefined ? -1 : themes.get(theme)!);
  const standing = [...placed]
    .map(([decision, sentences]) => ({ decision, sentences, at: sentences[0]!.span.start }))
    .sort(
      (a, b) =>
        rank.get(a.decision.transcript)! - rank.get(b.decision.transcript)! ||
        a.at - b.at ||
        themeRank(a.decision) - themeRank(b.decision) ||
        (a.decision.coder < b.decision.coder ? -1 : Number(a.decision.coder > b.decision.coder)),
    )
    .map(({ decision, sentences }): ListedDecision => ({
      decision,
      transcript: byId.get(decision.transcript),
      sentences,
      missing: undefined,
      near: undefined,
      rival: rivals.has(decision),
      unfound:
        decision.verdict === 'accept' && !sentences.some((sentence) => proposed.has(keyOf(decision.transcript, sentence, decision.theme))),
    }));
  const lost = decided.lost.map(({ decision, missing }): ListedDecision => {
    const near = missing === 'words' ? nearly(decision) : undefined;
    return { decision, transcript: byId.get(decision.transcript), sentences: [], missing, near, rival: false, unfound: false };
  });
  const said = new Set(
    standing.flatMap(({ decision: { transcript, theme, to }, sentences }) =>
      sentences.flatMap((sentence) => [keyOf(transcript, sentence, theme), keyOf(transcript, sentence, to)]),
    ),
  );
  const waiting = decided.codings.filter((coding) => coding.status === 'suggested' && !keysOf(coding).some((key) => said.has(key)));
  return { decisions: [...standing, ...lost], waiting };
}
