import { hash } from 'node:crypto';
import type { Codebook, Coding, Theme, Transcript } from '../model.ts';
import { wordForms } from '../text/words.ts';
import { bearing, counts } from './bearing.ts';
import { Matcher, type MatchedSentence, type RuleHit } from './matcher.ts';

/** All that the rules propose for a set of interviews. */
export interface Coded {
  /** In the order of the interviews, of the text, and of the codebook. */
  readonly codings: readonly Coding[];
  /** How many sentences the respondents say. */
  readonly sentences: number;
}

/**
 * Gives the codings of one interview their ids, when the first is asked for: counting needs none. An id stays the same
 * while the interview's id, the theme and the words of the quote do, wherever in the file they stand. It is the first
 * 12 hex digits of SHA-256.
 */
class CodingIds {
  readonly #codings: Coding[] = [];
  #ids: Map<Coding, string> | undefined;

  add(coding: Coding): void {
    this.#codings.push(coding);
  }

  of(coding: Coding): string {
    this.#ids ??= this.#give();
    return this.#ids.get(coding)!;
  }

  #give(): Map<Coding, string> {
    const seen = new Map<string, number>();
    const ids = this.#codings.map((coding): [Coding, string] => {
      const { theme, transcript, span } = coding;
      const words = wordForms(transcript.text.slice(span.start, span.end)).join(' ');
      const key = [transcript.id, theme.path.join('/'), words].join('\0');
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      return [coding, hash('sha256', `${key}\0${occurrence}`, 'hex').slice(0, 12)];
    });
    return new Map(ids);
  }
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

/** A coding whose score is still to be set: it depends on all that is yet to be read. */
type Unscored = Omit<Coding, 'score' | 'hits'> & { score: number; readonly hits: readonly RuleHit[] };

function codeTurn(
  transcript: Transcript,
  turn: number,
  sentences: readonly MatchedSentence[],
  themes: readonly Theme[],
  ids: CodingIds,
): Unscored[] {
  const borne = bearing(sentences);
  const participant = transcript.participants.get(transcript.turns[turn]!.speaker)!;
  const codings: Unscored[] = [];
  for (const { theme: index, sentences: own } of borne) {
    const theme = themes[index]!;
    // A coding names the deepest theme: where a sub-theme bears the sentence, it speaks for its parents.
    const below = borne.filter((other) => other.theme !== index && themes[other.theme]!.path[theme.path.length - 1] === theme.id);
    const deeper = new Set(below.flatMap((other) => other.sentences));
    for (const run of runs(own.filter((sentence) => !deeper.has(sentence)))) {
      const hits: RuleHit[] = [];
      for (let number = run.first; number <= run.last; number += 1) {
        for (const hit of sentences[number]!.hits) if (hit.rule.theme === index && counts(hit, number, sentences)) hits.push(hit);
      }
      const coding: Unscored = {
        get id() {
          return ids.of(coding);
        },
        theme,
        transcript,
        turn,
        participant,
        span: { start: sentences[run.first]!.span.start, end: sentences[run.last]!.span.end },
        sentences: run,
        hits,
        score: 0,
        origin: 'rule',
        status: 'suggested',
        stance: undefined,
      };
      codings.push(coding);
    }
  }
  codings.sort((a, b) => a.span.start - b.span.start);
  for (const coding of codings) ids.add(coding);
  return codings;
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
  const codings: Unscored[] = [];
  let respondents = 0;
  for (const transcript of transcripts) {
    const ids = new CodingIds();
    for (const [turn, { speaker, span }] of transcript.turns.entries()) {
      if (transcript.participants.get(speaker)?.role === 'interviewer') continue;
      const sentences = matcher.match(transcript.text, span);
      respondents += sentences.length;
      if (sentences.every((sentence) => sentence.hits.length === 0)) continue;
      for (const { hits } of sentences) {
        for (const evidence of new Set(hits.filter((hit) => hit.blockedBy === undefined).map((hit) => hit.rule.evidence)))
          sentencesWith[evidence]! += 1;
      }
      codings.push(...codeTurn(transcript, turn, sentences, matcher.rules.themes, ids));
    }
  }
  for (const coding of codings) coding.score = scoreOf(coding.hits, respondents, sentencesWith);
  return { codings, sentences: respondents };
}
