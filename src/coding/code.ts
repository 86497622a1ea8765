import { hash } from 'node:crypto';
import type { Codebook, Coding, Participant, Passage, Span, Theme, Transcript } from '../model.ts';
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

/** What the codings of one run have in common: where their hits and their strength come from. */
class Run {
  readonly matcher: Matcher;
  /** Sentences of respondents. */
  sentences = 0;
  /** Of those, how many hold each piece of evidence. */
  readonly #sentencesWith: Int32Array;
  readonly #lastSentenceWith: Int32Array;
  #turn: { transcript: Transcript; turn: number; sentences: readonly MatchedSentence[] } | undefined;

  constructor(codebook: Codebook) {
    this.matcher = new Matcher(codebook);
    this.#sentencesWith = new Int32Array(this.matcher.rules.evidences);
    this.#lastSentenceWith = new Int32Array(this.matcher.rules.evidences).fill(-1);
  }

  /** Reads a turn for the first time. */
  read(transcript: Transcript, turn: number): readonly MatchedSentence[] {
    const matched = this.matcher.matchTurn(transcript, turn);
    for (const { hits } of matched) {
      for (const { rule, blockedBy } of hits) {
        if (blockedBy !== undefined || this.#lastSentenceWith[rule.evidence] === this.sentences) continue;
        this.#lastSentenceWith[rule.evidence] = this.sentences;
        this.#sentencesWith[rule.evidence]! += 1;
      }
      this.sentences += 1;
    }
    return matched;
  }

  /** The hits of a coding: its turn is matched again, for most codings are counted and never looked into. */
  hitsOf({ transcript, turn, sentences, theme }: RuleCoding): RuleHit[] {
    if (this.#turn?.transcript !== transcript || this.#turn.turn !== turn)
      this.#turn = { transcript, turn, sentences: this.matcher.matchTurn(transcript, turn) };
    const matched = this.#turn.sentences;
    const hits: RuleHit[] = [];
    for (let number = sentences.first; number <= sentences.last; number += 1) {
      for (const hit of matched[number]!.hits)
        if (this.matcher.rules.themes[hit.rule.theme] === theme && counts(hit, number, matched)) hits.push(hit);
    }
    return hits;
  }

  /** The strength of a quote's evidence: the sum over its distinct terms of ln((1+S)/(1+s)), weak ones halved. */
  scoreOf(hits: readonly RuleHit[]): number {
    const weights = new Map<number, number>();
    for (const { rule } of hits) weights.set(rule.evidence, Math.max(weights.get(rule.evidence) ?? 0, rule.term.weak ? 0.5 : 1));
    let score = 0;
    for (const [evidence, weight] of weights) score += weight * Math.log((1 + this.sentences) / (1 + this.#sentencesWith[evidence]!));
    return score;
  }
}

/**
 * The codings of one interview. They get their ids when the first is asked for: counting needs none. An id stays the
 * same while the interview's id, the theme and the words of the quote do, wherever in the file they stand. It is the
 * first 12 hex digits of SHA-256.
 */
class InterviewCodings {
  readonly run: Run;
  readonly list: RuleCoding[] = [];
  #ids: Map<RuleCoding, string> | undefined;

  constructor(run: Run) {
    this.run = run;
  }

  idOf(coding: RuleCoding): string {
    this.#ids ??= this.#give();
    return this.#ids.get(coding)!;
  }

  #give(): Map<RuleCoding, string> {
    const seen = new Map<string, number>();
    return new Map(
      this.list.map((coding) => {
        const { theme, transcript, span } = coding;
        const words = wordForms(transcript.text.slice(span.start, span.end)).join(' ');
        const key = [transcript.id, theme.path.join('/'), words].join('\0');
        const occurrence = seen.get(key) ?? 0;
        seen.set(key, occurrence + 1);
        return [coding, hash('sha256', `${key}\0${occurrence}`, 'hex').slice(0, 12)];
      }),
    );
  }
}

/** A coding the rules propose. What only few are asked for is worked out when it is. */
class RuleCoding implements Coding {
  readonly theme: Theme;
  readonly transcript: Transcript;
  readonly turn: number;
  readonly participant: Participant;
  readonly span: Span;
  readonly sentences: { readonly first: number; readonly last: number };
  readonly #interview: InterviewCodings;
  #score: number | undefined;

  constructor(passage: Passage, interview: InterviewCodings) {
    this.theme = passage.theme;
    this.transcript = passage.transcript;
    this.turn = passage.turn;
    this.participant = passage.participant;
    this.span = passage.span;
    this.sentences = passage.sentences;
    this.#interview = interview;
  }

  get id(): string {
    return this.#interview.idOf(this);
  }

  get hits(): readonly RuleHit[] {
    return this.#interview.run.hitsOf(this);
  }

  get score(): number {
    return (this.#score ??= this.#interview.run.scoreOf(this.hits));
  }

  get origin(): 'rule' {
    return 'rule';
  }

  get status(): 'suggested' {
    return 'suggested';
  }

  get stance(): undefined {
    return undefined;
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

/** The codings of one turn, in the order of its sentences and of the codebook. */
function codeTurn(interview: InterviewCodings, transcript: Transcript, turn: number): RuleCoding[] {
  const { run } = interview;
  const { themes } = run.matcher.rules;
  const matched = run.read(transcript, turn);
  const borne = bearing(matched);
  const participant = transcript.participants.get(transcript.turns[turn]!.speaker)!;
  const codings: RuleCoding[] = [];
  for (const { theme: index, sentences: own } of borne) {
    const theme = themes[index]!;
    // A coding names the deepest theme: where a sub-theme bears the sentence, it speaks for its parents.
    const below =
      theme.themes.length === 0
        ? []
        : borne.filter((other) => other.theme !== index && themes[other.theme]!.path[theme.path.length - 1] === theme.id);
    const deeper = new Set(below.flatMap((other) => other.sentences));
    for (const sentences of runs(deeper.size === 0 ? own : own.filter((sentence) => !deeper.has(sentence)))) {
      const span = { start: matched[sentences.first]!.span.start, end: matched[sentences.last]!.span.end };
      codings.push(new RuleCoding({ theme, transcript, turn, participant, span, sentences }, interview));
    }
  }
  return codings.sort((a, b) => a.span.start - b.span.start);
}

/** What the rules of a codebook propose for these interviews. Interviewers' turns are never coded. */
export function codeTranscripts(codebook: Codebook, transcripts: readonly Transcript[]): Coded {
  const run = new Run(codebook);
  const codings: RuleCoding[] = [];
  for (const transcript of transcripts) {
    const interview = new InterviewCodings(run);
    for (const [turn, { speaker }] of transcript.turns.entries()) {
      if (transcript.participants.get(speaker)?.role === 'interviewer') continue;
      for (const coding of codeTurn(interview, transcript, turn)) {
        interview.list.push(coding);
        codings.push(coding);
      }
    }
  }
  return { codings, sentences: run.sentences };
}
