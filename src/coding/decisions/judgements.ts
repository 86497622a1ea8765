import type { Decision, Judgement, Study, Transcript } from '../../model.ts';
import { AnchorFinder, type SpokenSentence } from '../../text/anchors.ts';
import { standingDecisions } from './standing.ts';
import { ownVerdict, remarksOf } from './verdicts.ts';

/**
 * What each coder says, sentence by sentence and theme by theme: what agreement is measured on and what the review
 * goes on from. Decisions whose words are no longer there say nothing.
 * @returns in the order of the interviews, of their text, then of themes and coders
 */
export function judgementsOf(study: Pick<Study, 'codebook' | 'transcripts' | 'decisions'>): Judgement[] {
  const { decisions, rivals } = standingDecisions(study.decisions);
  const contested = new Set(rivals.flat());
  const byTranscript = new Map<string, Decision[]>();
  for (const decision of decisions) byTranscript.set(decision.transcript, [...(byTranscript.get(decision.transcript) ?? []), decision]);
  return study.transcripts.flatMap((transcript) => {
    const own = byTranscript.get(transcript.id);
    return own === undefined ? [] : ofInterview(transcript, own, contested, study.codebook);
  });
}

/** What a coder's decisions about one sentence say of a theme, or of the sentence as a whole. */
export function sayingOf(
  decisions: readonly Decision[],
  theme: string | undefined,
  contested: ReadonlySet<Decision> = new Set(),
): Pick<Judgement, 'status' | 'stance' | 'print' | 'edit' | 'memos'> {
  const remarks = decisions.flatMap(remarksOf).filter((remark) => remark.theme === theme);
  const { status, stance, print, edit, memos } = ownVerdict(remarks, contested);
  return { status, stance, print, edit, memos };
}

/** One coder's decisions on one theme of one sentence. */
interface Place {
  readonly coder: string;
  readonly theme: string | undefined;
  readonly sentence: SpokenSentence;
  readonly decisions: Decision[];
}

function ofInterview(
  transcript: Transcript,
  decisions: readonly Decision[],
  contested: ReadonlySet<Decision>,
  { language, allThemes }: Study['codebook'],
): Judgement[] {
  const finder = new AnchorFinder(transcript, language);
  const places = new Map<string, Place>();
  const placeOf = (coder: string, theme: string | undefined, sentence: SpokenSentence): Place => {
    const key = JSON.stringify([coder, theme, sentence.turn, sentence.number]);
    const place = places.get(key) ?? { coder, theme, sentence, decisions: [] };
    places.set(key, place);
    return place;
  };
  for (const decision of decisions) {
    for (const sentence of finder.find(decision.anchor) ?? []) {
      const themes = decision.theme === undefined ? [undefined] : remarksOf(decision).map(({ theme }) => theme);
      for (const theme of themes) placeOf(decision.coder, theme, sentence).decisions.push(decision);
    }
  }
  const rank = new Map(allThemes.map(({ id }, i) => [id, i]));
  const rankOf = ({ theme }: Place): number => (theme === undefined ? -1 : (rank.get(theme) ?? rank.size));
  return [...places.values()]
    .sort(
      (a, b) =>
        a.sentence.span.start - b.sentence.span.start || rankOf(a) - rankOf(b) || (a.coder < b.coder ? -1 : Number(a.coder > b.coder)),
    )
    .map(({ coder, theme, sentence, decisions }) => {
      const { turn, number, span } = sentence;
      return { coder, transcript, turn, sentence: number, span, theme, ...sayingOf(decisions, theme, contested), decisions };
    });
}
