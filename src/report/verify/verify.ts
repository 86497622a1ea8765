import { UNKNOWN } from '../../analysis/unknown.ts';
import type { Language, Participant, Span, Transcript } from '../../model.ts';
import { languages } from '../../text/languages/index.ts';
import { splitSentences } from '../../text/sentences.ts';
import { wordForms } from '../../text/words.ts';
import { reportLanguages } from '../languages/index.ts';
import { Aligner, type Alignment, type Step } from './align.ts';
import type { Paragraph } from './paragraphs.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { Voices, type Voice, type WordRange } from './voices.ts';
import { isCutAt, piecesOf, type Token } from './words.ts';

export type Verdict = 'found' | 'edited' | 'wrong role' | 'not found';

/** A stretch of a quotation laid beside what was said: in both, only said, or only in the report. */
export interface Difference {
  readonly kind: 'same' | 'left out' | 'added';
  readonly text: string;
}

/** Where a quotation was said, or the words that come nearest to it. */
export interface SaidPassage {
  readonly transcript: Transcript;
  /** Index into `transcript.turns`. */
  readonly turn: number;
  readonly participant: Participant;
  readonly span: Span;
  /** Its pieces, where the quotation has left something out between them. */
  readonly pieces: readonly Span[];
}

/** What became of one quotation. */
export interface CheckedQuotation {
  readonly quotation: Quotation;
  readonly verdict: Verdict;
  /** Where it was said; of one not found, the nearest passage if any is near. */
  readonly passage: SaidPassage | undefined;
  /** How the quotation and the passage differ; undefined when they do not, or have too little in common. */
  readonly difference: readonly Difference[] | undefined;
}

/** A sentence somebody has decided to print in other words than it was said in. */
export interface DeclaredEdit {
  readonly said: string;
  readonly printed: string;
}

/** What the words of a report mean in the study. */
export interface ReportNames {
  /** The roles a word of the report means; none when it means none of the study's. */
  readonly meant: (written: string) => readonly string[];
  /** The role a person has in the study, undefined when it is not known. */
  readonly of: (participant: Participant) => string | undefined;
  /** What the study gives names to: a theme's label between marks is no quotation. */
  readonly labels: readonly string[];
}

/** Of ten words one small word may differ. */
const WORDS_PER_CHANGE = 10;
// So many places of a quotation's rarest words are looked at.
const MOST_PLACES = 5000;
const LEAST_RARE = 2;
const MOST_WINDOWS = 6;
const MOST_ANCHORS = 200;
/** Wide enough for what a quotation has left out. */
const MARGIN = 30;
// Where the pieces of a quotation with cuts are looked for around its longest one.
const REACH = 400;
const BUCKET = 16;

// The last of the ranks of a candidate.
const NOT_FOUND = 6;

/** A quotation laid beside the words of one voice. */
interface Candidate {
  readonly voice: Voice;
  readonly alignments: readonly Alignment[];
  readonly cost: number;
  readonly same: number;
  /** What the words in common tell: rare ones more. */
  readonly shared: number;
  readonly verdict: 'found' | 'edited' | 'not found';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function judge(steps: readonly Step[], words: number): Candidate['verdict'] {
  if (steps.every(({ kind }) => kind === 'same')) return 'found';
  return sum(steps.map(({ weight }) => weight)) <= Math.ceil(words / WORDS_PER_CHANGE) ? 'edited' : 'not found';
}

function sentenceAround({ text, turns }: Transcript, turn: number, place: number, language: Language): Span {
  const { span } = turns[turn]!;
  return splitSentences(text, span, language).find(({ end }) => place < end) ?? span;
}

/** Looks quotations up in a study's interviews. */
class Verifier {
  readonly #voices: Voices;
  readonly #aligner: Aligner;
  readonly #names: ReportNames;
  readonly #language: Language;

  constructor(transcripts: readonly Transcript[], language: Language, names: ReportNames) {
    this.#language = language;
    this.#voices = new Voices(transcripts);
    this.#aligner = new Aligner(this.#voices, languages[language]);
    this.#names = names;
  }

  /** How much it tells that two texts have a word in common. */
  #tells(form: number): number {
    return Math.log(1 + this.#voices.form.length / this.#voices.placesOf(form).length);
  }

  /** Stretches of the interviews that share the quotation's rarest words, in about their order; the best first. */
  #windows(tokens: readonly Token[]): WordRange[] {
    const places = tokens.map(({ form }) => this.#voices.placesOf(form));
    const byRarity = [...places.keys()].filter((i) => places[i]!.length > 0).sort((a, b) => places[a]!.length - places[b]!.length);
    const votes = new Map<number, { weight: number; place: number }>();
    let looked = 0;
    for (const [rank, i] of byRarity.entries()) {
      looked += places[i]!.length;
      if (looked > MOST_PLACES && rank >= LEAST_RARE) break;
      const weight = this.#tells(tokens[i]!.form);
      for (const place of places[i]!) {
        const bucket = Math.floor((place - i) / BUCKET);
        const vote = votes.get(bucket);
        if (vote) vote.weight += weight;
        else votes.set(bucket, { weight, place });
      }
    }
    const margin = Math.max(MARGIN, tokens.length >> 1);
    return [...votes]
      .map(([bucket, { weight, place }]) => ({ bucket, place, weight: weight + (votes.get(bucket + 1)?.weight ?? 0) }))
      .sort((a, b) => b.weight - a.weight || a.bucket - b.bucket)
      .slice(0, MOST_WINDOWS)
      .filter(({ weight }, _, [best]) => weight * 2 >= best!.weight)
      .map(({ bucket, place }) => {
        const voice = this.#voices.voiceAt(place);
        const start = bucket * BUCKET;
        return { from: Math.max(voice.from, start - margin), to: Math.min(voice.to, start + 2 * BUCKET + tokens.length + margin) };
      });
  }

  /** Where else a piece of a cut quotation stands: nearest to the piece beside it, as exactly as it can be had. */
  #beside(tokens: readonly Token[], range: WordRange, side: 'before' | 'after'): Alignment {
    const exact = this.#voices.occurrences(
      tokens.map(({ form }) => form),
      range,
    );
    const start = side === 'before' ? exact.at(-1) : exact[0];
    if (start !== undefined) return this.#aligner.align(tokens, { from: start, to: start + tokens.length });
    return this.#aligner.align(
      tokens,
      side === 'before'
        ? { from: Math.max(range.from, range.to - REACH), to: range.to }
        : { from: range.from, to: Math.min(range.to, range.from + REACH) },
    );
  }

  /** All pieces of a quotation around one of them, in their order and by the same voice. */
  #around(pieces: readonly (readonly Token[])[], anchor: number, found: Alignment, { text }: Quotation): Candidate {
    const voice = this.#voices.voiceAt(found.from);
    const alignments = [found];
    for (let i = anchor - 1; i >= 0; i -= 1)
      alignments.unshift(this.#beside(pieces[i]!, { from: voice.from, to: alignments[0]!.from }, 'before'));
    for (let i = anchor + 1; i < pieces.length; i += 1)
      alignments.push(this.#beside(pieces[i]!, { from: alignments.at(-1)!.to, to: voice.to }, 'after'));
    if (!isCutAt(text, 'before')) alignments[0] = this.#aligner.withNegation(alignments[0]!, 'before');
    if (!isCutAt(text, 'behind')) alignments.push(this.#aligner.withNegation(alignments.pop()!, 'behind'));
    const common = alignments.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.tokens.length > 0 && step.kind === 'same' ? step.places : [])),
    );
    return {
      voice,
      alignments,
      shared: sum(common.map((place) => this.#tells(this.#voices.form[place]!))),
      cost: sum(alignments.map(({ cost }) => cost)),
      same: sum(alignments.map(({ same }) => same)),
      verdict: judge(
        alignments.flatMap(({ steps }) => steps),
        sum(pieces.map((piece) => piece.length)),
      ),
    };
  }

  /** The better a candidate, the lower: said by the right one, by another, by who asks; or not said. */
  #rank({ voice, verdict }: Candidate, quotation: Quotation): number {
    if (verdict === 'not found') return NOT_FOUND;
    const edited = verdict === 'edited' ? 1 : 0;
    if (voice.participant.role === 'interviewer') return 4 + edited;
    return (this.#isRole(voice.participant, quotation) ? 0 : 2) + edited;
  }

  /** Is a person one of those the report says? Where nothing is said of her on either side there is nothing to compare. */
  #isRole(participant: Participant, { role }: Quotation): boolean {
    if (role === undefined) return true;
    const own = this.#names.of(participant);
    if (isUnknownRole(role)) return own === undefined;
    return own === undefined || this.#names.meant(role).includes(own);
  }

  #best(pieces: readonly (readonly Token[])[], quotation: Quotation): Candidate | undefined {
    const anchor = pieces.reduce((longest, piece, i) => (piece.length > pieces[longest]!.length ? i : longest), 0);
    const tokens = pieces[anchor]!;
    const better = (a: Candidate | undefined, b: Candidate): Candidate => {
      if (!a) return b;
      const rank = this.#rank(a, quotation);
      const by = rank - this.#rank(b, quotation) || (rank === NOT_FOUND ? b.shared - a.shared : 0) || a.cost - b.cost;
      return by <= 0 ? a : b;
    };
    const exact = this.#voices.occurrences(tokens.map(({ form }) => form));
    let best: Candidate | undefined;
    const byRole = [...exact.filter((place) => this.#isRole(this.#voices.voiceAt(place).participant, quotation)), ...exact];
    for (const from of byRole.slice(0, MOST_ANCHORS)) {
      best = better(best, this.#around(pieces, anchor, this.#aligner.align(tokens, { from, to: from + tokens.length }), quotation));
      if (this.#rank(best, quotation) === 0) return best;
    }
    for (const window of this.#windows(tokens)) {
      const found = this.#aligner.align(tokens, window);
      if (found.same > 0) best = better(best, this.#around(pieces, anchor, found, quotation));
    }
    return best;
  }

  #passage({ voice, alignments }: Candidate, isNear: boolean): SaidPassage {
    const placesOf = ({ steps }: Alignment): number[] => steps.flatMap((step) => (step.tokens.length > 0 ? step.places : []));
    const places = alignments.flatMap(placesOf);
    const { transcript, participant } = voice;
    if (!isNear) {
      // The few words in common are shown in the sentence of the one that tells most.
      const telling = (place: number): number => this.#tells(this.#voices.form[place]!);
      const place = places.reduce((most, one) => (telling(one) > telling(most) ? one : most));
      const turn = this.#voices.turnOf(place);
      const span = sentenceAround(transcript, turn, this.#voices.spanOf(place).start, this.#language);
      return { transcript, turn, participant, span, pieces: [span] };
    }
    const spanOf = (some: readonly number[]): Span => ({
      start: this.#voices.spanOf(some[0]!).start,
      end: this.#voices.spanOf(some.at(-1)!).end,
    });
    const pieces = alignments
      .map(placesOf)
      .filter((some) => some.length > 0)
      .map(spanOf);
    return { transcript, turn: this.#voices.turnOf(places[0]!), participant, span: spanOf(places), pieces };
  }

  /** The quotation with what was said and is not in it, and what is in it and was not said, marked. */
  #difference({ voice, alignments }: Candidate, { text }: Quotation): Difference[] {
    const parts: Difference[] = [];
    const put = (kind: Difference['kind'], part: string): void => {
      const [before, last] = [parts.at(-2), parts.at(-1)];
      // Words with no more than a comma between them are one stretch.
      const isOneStretch = kind === 'added' && before?.kind === kind && last?.kind === 'same' && !/[\p{L}\p{N}]/u.test(last.text);
      if (isOneStretch) parts.splice(-2, 2, { kind, text: before.text + last.text + part });
      else if (last?.kind === kind) parts[parts.length - 1] = { kind, text: `${last.text}${kind === 'left out' ? ' ' : ''}${part}` };
      else if (part !== '') parts.push({ kind, text: part });
    };
    let at = 0;
    for (const { kind, tokens, places } of alignments.flatMap(({ steps }) => steps)) {
      if (kind === 'left out' || kind === 'replaced') {
        const [first, last] = [places[0], places.at(-1)];
        const said =
          first === undefined
            ? '…'
            : voice.transcript.text.slice(this.#voices.spanOf(first).start, this.#voices.spanOf(last!).end).replace(/\s+/g, ' ');
        if (tokens.length > 0) {
          put('same', text.slice(at, tokens[0]!.start));
          at = tokens[0]!.start;
        }
        put('left out', said);
      }
      if (tokens.length === 0) continue;
      const isSame = kind === 'same';
      put('same', text.slice(at, isSame ? tokens.at(-1)!.end : tokens[0]!.start));
      if (!isSame) put('added', text.slice(tokens[0]!.start, tokens.at(-1)!.end));
      at = tokens.at(-1)!.end;
    }
    put('same', text.slice(at));
    return parts;
  }

  check(quotation: Quotation): CheckedQuotation {
    const pieces = piecesOf(quotation.text);
    const best = pieces.length === 0 ? undefined : this.#best(pieces, quotation);
    if (!best) return { quotation, verdict: 'not found', passage: undefined, difference: undefined };
    const isByInterviewer = best.voice.participant.role === 'interviewer';
    const isWrongRole = best.verdict !== 'not found' && !isByInterviewer && !this.#isRole(best.voice.participant, quotation);
    const isNear = best.same * 2 >= sum(pieces.map((piece) => piece.length));
    return {
      quotation,
      verdict: isByInterviewer ? 'not found' : isWrongRole ? 'wrong role' : best.verdict,
      passage: this.#passage(best, isNear),
      difference: best.verdict === 'found' || !isNear ? undefined : this.#difference(best, quotation),
    };
  }
}

const oneBlank = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The quotation as it was said, where it holds sentences that are printed otherwise; undefined where it holds none. */
function unedited(quotation: Quotation, edits: readonly DeclaredEdit[]): Quotation | undefined {
  const printed = oneBlank(quotation.text);
  const said = edits.reduce((text, edit) => text.replace(oneBlank(edit.printed), () => oneBlank(edit.said)), printed);
  return said === printed ? undefined : { ...quotation, text: said };
}

const UNKNOWN_ROLES: ReadonlySet<string> = new Set([UNKNOWN, ...Object.values(reportLanguages).map(({ words }) => words.unknownRole)]);
const inWords = (text: string): string => wordForms(text).join(' ');
const isUnknownRole = (written: string): boolean => UNKNOWN_ROLES.has(written.trim().toLowerCase());

/**
 * Looks every quotation of a report up in the interviews: found word for word, lightly edited (pauses, repetitions and
 * at most one small word of ten), said by someone of another role, or not found, as what an interviewer says is too.
 * @param edits what the coders have decided to print otherwise: it is edited, however many words are left out
 */
export function verifyReport(
  paragraphs: readonly Paragraph[],
  transcripts: readonly Transcript[],
  language: Language,
  names: ReportNames,
  edits: readonly DeclaredEdit[] = [],
): CheckedQuotation[] {
  const labels = new Set(names.labels.map(inWords));
  const quotations = findQuotations(paragraphs, (written) => isUnknownRole(written) || names.meant(written).length > 0).filter(
    ({ text, role }) => role !== undefined || !labels.has(inWords(text)),
  );
  return checkQuotations(quotations, transcripts, language, names, edits);
}

/** The same for quotations that are known already. */
export function checkQuotations(
  quotations: readonly Quotation[],
  transcripts: readonly Transcript[],
  language: Language,
  names: ReportNames,
  edits: readonly DeclaredEdit[] = [],
): CheckedQuotation[] {
  const verifier = new Verifier(transcripts, language, names);
  return quotations.map((quotation) => {
    const checked = verifier.check(quotation);
    const original = checked.verdict === 'not found' ? unedited(quotation, edits) : undefined;
    if (!original) return checked;
    const { verdict, passage } = verifier.check(original);
    return verdict === 'not found' ? checked : { ...checked, passage, verdict: verdict === 'found' ? 'edited' : verdict };
  });
}
