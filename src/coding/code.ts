import { createHash } from 'node:crypto';
import type { Codebook, Coding, Hit, Theme, Transcript } from '../model.ts';
import { wordForms } from '../text/words.ts';
import { bearing } from './bearing.ts';
import { Matcher, type MatchedSentence, type RuleHit } from './matcher.ts';

/** All that the rules propose for a set of interviews. */
export interface Coded {
  /** In the order of the interviews, of the text, and of the codebook. */
  readonly codings: readonly Coding[];
  /** How many sentences the respondents say. */
  readonly sentences: number;
}

interface Draft {
  readonly coding: Omit<Coding, 'score'>;
  readonly hits: readonly RuleHit[];
}

/**
 * A coding's id: it stays the same while the interview's id, the theme and the words of the quote do, wherever in the
 * file they stand. The first 12 hex digits of SHA-256.
 */
function codingId(transcript: Transcript, theme: Theme, quote: string, seen: Map<string, number>): string {
  const key = [transcript.id, theme.path.join('/'), wordForms(quote).join(' ')].join('\0');
  const occurrence = seen.get(key) ?? 0;
  seen.set(key, occurrence + 1);
  return createHash('sha256').update(`${key}\0${occurrence}`).digest('hex').slice(0, 12);
}

/** Neighbouring sentences as runs: [2, 3, 5] is 2–3 and 5. */
function runs(sentences: readonly number[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const sentence of sentences) {
    const open = found.at(-1);
    if (open && open.last + 1 === sentence) open.last = sentence;
    else found.push({ first: sentence, last: sentence });
  }
  return found;
}

function draftTurn(
  transcript: Transcript,
  turn: number,
  sentences: readonly MatchedSentence[],
  themes: readonly Theme[],
  seen: Map<string, number>,
): Draft[] {
  const borne = bearing(sentences);
  const participant = transcript.participants.get(transcript.turns[turn]!.speaker)!;
  const drafts = borne.flatMap(({ theme: index, sentences: own }) => {
    const theme = themes[index]!;
    // A coding names the deepest theme: where a sub-theme bears the sentence, it speaks for its parents.
    const deeper = new Set(
      borne
        .filter((other) => other.theme !== index && themes[other.theme]!.path[theme.path.length - 1] === theme.id)
        .flatMap((other) => other.sentences),
    );
    return runs(own.filter((sentence) => !deeper.has(sentence))).map((run): Draft => {
      const span = { start: sentences[run.first]!.span.start, end: sentences[run.last]!.span.end };
      const found = sentences
        .slice(run.first, run.last + 1)
        .flatMap((sentence) => sentence.hits.filter((hit) => hit.rule.theme === index && hit.blockedBy === undefined));
      const hits = found.map(({ rule, span: at }): Hit => ({ term: rule.term, span: at }));
      const id = codingId(transcript, theme, transcript.text.slice(span.start, span.end), seen);
      return {
        hits: found,
        coding: {
          id,
          theme,
          transcript,
          turn,
          participant,
          span,
          sentences: run,
          hits,
          origin: 'rule',
          status: 'suggested',
          stance: undefined,
        },
      };
    });
  });
  return drafts.sort((a, b) => a.coding.span.start - b.coding.span.start);
}

/** The strength of a quote's evidence: the sum over its distinct terms of ln((1+S)/(1+s)), weak ones halved. */
function scoreOf(hits: readonly RuleHit[], respondents: number, sentencesWith: Int32Array): number {
  const weights = new Map<number, number>();
  for (const { rule } of hits) weights.set(rule.evidence, Math.max(weights.get(rule.evidence) ?? 0, rule.term.weak ? 0.5 : 1));
  let score = 0;
  for (const [evidence, weight] of weights) score += weight * Math.log((1 + respondents) / (1 + sentencesWith[evidence]!));
  return score;
}

/** What the rules of a codebook propose for these interviews. Interviewers' turns are never coded. */
export function codeTranscripts(codebook: Codebook, transcripts: readonly Transcript[]): Coded {
  const matcher = new Matcher(codebook);
  const sentencesWith = new Int32Array(matcher.rules.evidences);
  const drafts: Draft[] = [];
  let respondents = 0;
  for (const transcript of transcripts) {
    const seen = new Map<string, number>();
    for (const [turn, { speaker, span }] of transcript.turns.entries()) {
      if (transcript.participants.get(speaker)?.role === 'interviewer') continue;
      const sentences = matcher.match(transcript.text, span);
      respondents += sentences.length;
      if (sentences.every((sentence) => sentence.hits.length === 0)) continue;
      for (const { hits } of sentences) {
        for (const evidence of new Set(hits.filter((hit) => hit.blockedBy === undefined).map((hit) => hit.rule.evidence)))
          sentencesWith[evidence]! += 1;
      }
      drafts.push(...draftTurn(transcript, turn, sentences, matcher.rules.themes, seen));
    }
  }
  const codings = drafts.map(({ coding, hits }): Coding => ({ ...coding, score: scoreOf(hits, respondents, sentencesWith) }));
  return { codings, sentences: respondents };
}
