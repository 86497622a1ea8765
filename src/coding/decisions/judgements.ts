import type { Decision, Judgement, Study, Transcript } from '../../model.ts';
import { AnchorFinder, type SpokenSentence } from '../../text/anchors.ts';
import { standingDecisions } from './standing.ts';
import { ownVerdict, remarksOf, type Remark } from './verdicts.ts';

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

/** One coder's remarks on one theme of one sentence. */
interface Place {
  readonly coder: string;
  readonly theme: string | undefined;
  readonly sentence: SpokenSentence;
  readonly remarks: Remark[];
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
    const place = places.get(key) ?? { coder, theme, sentence, remarks: [], decisions: [] };
    places.set(key, place);
    return place;
  };
  for (const decision of decisions) {
    for (const sentence of finder.find(decision.anchor) ?? []) {
      const remarks = remarksOf(decision);
      for (const remark of remarks) {
        const place = placeOf(decision.coder, remark.theme, sentence);
        place.remarks.push(remark);
        place.decisions.push(decision);
      }
      if (remarks.length === 0) placeOf(decision.coder, undefined, sentence).decisions.push(decision);
    }
  }
  const rank = new Map(allThemes.map(({ id }, i) => [id, i]));
  const rankOf = ({ theme }: Place): number => (theme === undefined ? -1 : (rank.get(theme) ?? rank.size));
  return [...places.values()]
    .sort(
      (a, b) =>
        a.sentence.span.start - b.sentence.span.start || rankOf(a) - rankOf(b) || (a.coder < b.coder ? -1 : Number(a.coder > b.coder)),
    )
    .map(({ coder, theme, sentence, remarks, decisions }) => {
      const { status, stance, print, edit, memos } = ownVerdict(remarks, contested);
      const { turn, number, span } = sentence;
      return { coder, transcript, turn, sentence: number, span, theme, status, stance, print, edit, memos, decisions };
    });
}
