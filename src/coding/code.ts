import type { Codebook, Coding, Hit, Participant, Passage, Span, Theme, Transcript } from '../model.ts';
import { bearing, counts } from './bearing.ts';
import { CodingIds } from './ids.ts';
import { Matcher, type MatchedSentence, type RuleHit } from './matcher.ts';

/** All that the rules propose for a set of interviews. */
export interface Coded {
  /** In the order of the interviews, of the text, and of the codebook. */
  readonly codings: readonly Coding[];
  /** How many sentences the respondents say. */
  readonly sentences: number;
  /** The hits of a passage's theme that count in its sentences, and their strength. */
  evidenceIn(passage: Passage): { readonly hits: readonly Hit[]; readonly score: number };
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

  /** The hits of a passage: its turn is matched again, for most codings are counted and never looked into. */
  hitsOf({ transcript, turn, sentences, theme }: Passage): RuleHit[] {
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

/** A coding the rules propose. What only few are asked for is worked out when it is. */
class RuleCoding implements Coding {
  readonly theme: Theme;
  readonly transcript: Transcript;
  readonly turn: number;
  readonly participant: Participant;
  readonly span: Span;
  readonly sentences: { readonly first: number; readonly last: number };
  readonly #run: Run;
  readonly #ids: CodingIds;
  #score: number | undefined;

  constructor(passage: Passage, run: Run, ids: CodingIds) {
    this.theme = passage.theme;
    this.transcript = passage.transcript;
    this.turn = passage.turn;
    this.participant = passage.participant;
    this.span = passage.span;
    this.sentences = passage.sentences;
    this.#run = run;
    this.#ids = ids;
  }

  get id(): string {
    return this.#ids.of(this);
  }

  get hits(): readonly RuleHit[] {
    return this.#run.hitsOf(this);
  }

  get score(): number {
    return (this.#score ??= this.#run.scoreOf(this.hits));
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
function codeTurn(run: Run, ids: CodingIds, transcript: Transcript, turn: number): RuleCoding[] {
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
      codings.push(new RuleCoding({ theme, transcript, turn, participant, span, sentences }, run, ids));
    }
  }
  return codings.sort((a, b) => a.span.start - b.span.start);
}

/** What the rules of a codebook propose for these interviews. Interviewers' turns are never coded. */
export function codeTranscripts(codebook: Codebook, transcripts: readonly Transcript[]): Coded {
  const run = new Run(codebook);
  const codings: RuleCoding[] = [];
  for (const transcript of transcripts) {
    const own: RuleCoding[] = [];
    const ids = new CodingIds(own);
    for (const [turn, { speaker }] of transcript.turns.entries()) {
      if (transcript.participants.get(speaker)?.role === 'interviewer') continue;
      for (const coding of codeTurn(run, ids, transcript, turn)) {
        own.push(coding);
        codings.push(coding);
      }
    }
  }
  const evidenceIn: Coded['evidenceIn'] = (passage) => {
    const hits = run.hitsOf(passage);
    return { hits, score: run.scoreOf(hits) };
  };
  return { codings, sentences: run.sentences, evidenceIn };
}
