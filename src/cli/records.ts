import type { Agreement, Figures } from '../analysis/agreement/agreement.ts';
import type { Interval } from '../analysis/agreement/bootstrap.ts';
import type { Figure } from '../analysis/agreement/coefficients.ts';
import type { RuleFigures, RuleScore } from '../analysis/agreement/rules.ts';
import { strengthOf, type Choice } from '../analysis/choose.ts';
import type { ThemePair, Together, TogetherUnit } from '../analysis/co-occurrence.ts';
import type { Move, RunComparison } from '../analysis/compare.ts';
import { printQuote, type PrintDecisions } from '../analysis/printed.ts';
import type { Quote } from '../analysis/quotes.ts';
import type { CodebookComparison, Difference } from '../codebook/compare.ts';
import type { ListedDecision } from '../coding/decisions/list.ts';
import type { ExplainedSentence } from '../coding/explain.ts';
import { formatPlace } from '../errors.ts';
import type { Coding, CrossTable, Language, Passage, Span, Transcript } from '../model.ts';
import type { CheckedQuotation, SaidPassage } from '../report/verify/verify.ts';
import { lineOf } from '../text/lines.ts';
import { CodePoints } from '../text/spans.ts';

/*
 * What leaves the program as JSON. Its keys are promises (design: commands); positions are code points of the
 * interview's text, lines and turns count from 1, what is not known is null.
 */

/** One turn, for `read`. */
export function turnRecords(transcript: Transcript): object[] {
  return transcript.turns.map(({ speaker, span, line, time }, i) => {
    const participant = transcript.participants.get(speaker)!;
    const interviewer = participant.role === 'interviewer';
    return {
      transcript: transcript.id,
      turn: i + 1,
      line,
      speaker,
      participant: interviewer ? null : participant.id,
      role: interviewer ? null : (participant.role ?? null),
      ...(participant.document !== undefined && { document: participant.document }),
      interviewer,
      time: time ?? null,
      ...(transcript.questions && { questions: transcript.questions.ofTurns[i]! }),
      text: transcript.text.slice(span.start, span.end),
    };
  });
}

const round = (score: number): number => Math.round(score * 1e6) / 1e6;

/** Where words stand and who said them: what codings and quotes have in common. */
interface PlacedRecord {
  readonly theme: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly transcript: string;
  readonly turn: number;
  readonly line: number;
  /** The questions of the interview guide it answers, where there is a guide. */
  readonly questions?: readonly string[];
  readonly participant: string;
  /** What it comes from, where that is no person: "strategi". */
  readonly document?: string;
  readonly role: string | null;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

function placedRecord({ theme, transcript, turn, participant, span }: Passage, points: CodePoints): PlacedRecord {
  return {
    theme: theme.id,
    path: theme.path,
    label: theme.label,
    transcript: transcript.id,
    turn: turn + 1,
    line: lineOf(transcript, turn, span.start),
    ...(transcript.questions && { questions: transcript.questions.ofTurns[turn]! }),
    participant: participant.id,
    role: participant.role ?? null,
    ...(participant.document !== undefined && { document: participant.document }),
    start: points.at(span.start),
    end: points.at(span.end),
    quote: transcript.text.slice(span.start, span.end),
  };
}

/** What `tag` tells of a coding. */
interface CodingRecord extends PlacedRecord {
  readonly id: string;
  readonly hits: readonly {
    readonly term: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly weak: boolean;
  }[];
  readonly score: number | null;
  readonly origin: string;
  readonly status: string;
  readonly stance: string | null;
  readonly print: string | null;
  readonly memos: readonly string[];
}

/** Codings, for `tag`, in the order they come. */
export function codingRecords(codings: readonly Coding[]): CodingRecord[] {
  const counters = new Map<Transcript, CodePoints>();
  return codings.map((coding) => {
    const { id, transcript, hits, score, origin, status, stance, print, memos } = coding;
    const points = counters.get(transcript) ?? new CodePoints(transcript.text);
    counters.set(transcript, points);
    const found = hits.map(({ term, span }) => ({
      term: term.written,
      text: transcript.text.slice(span.start, span.end),
      start: points.at(span.start),
      end: points.at(span.end),
      weak: term.weak,
    }));
    const strength = score === undefined ? null : round(score);
    const decided = { origin, status, stance: stance ?? null, print: print ?? null, memos: memos ?? [] };
    return { id, ...placedRecord(coding, points), hits: found, score: strength, ...decided };
  });
}

/** What `decisions` tells of a decision, or of a proposed quote that waits for one: then there is no coder and no verdict. */
interface DecisionRecord {
  readonly id: string;
  readonly coder: string | null;
  readonly verdict: string | null;
  readonly theme: string | null;
  readonly to: string | null;
  readonly stance: string | null;
  readonly print: string | null;
  readonly edit: string | null;
  readonly memo: string | null;
  readonly transcript: string;
  readonly turn: number | null;
  readonly line: number | null;
  readonly start: number | null;
  readonly end: number | null;
  /** Of a lost one the words it was about. */
  readonly quote: string;
  /** What is not there: interview, theme or words. */
  readonly lost: string | null;
  readonly near: {
    readonly similarity: number;
    readonly turn: number;
    readonly line: number;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  } | null;
  readonly rival: boolean;
  readonly unfound: boolean;
  /** The line of the coder's file. */
  readonly written: string | null;
}

/** A decision, for `decisions`. */
export function decisionRecord({ decision, transcript, sentences, missing, near, rival, unfound }: ListedDecision): DecisionRecord {
  const { id, coder, verdict, theme, to, stance, print, edit, memo, place } = decision;
  const points = new CodePoints(transcript?.text ?? '');
  const placed = (turn: number, { start, end }: Span) => ({
    turn: turn + 1,
    line: lineOf(transcript!, turn, start),
    start: points.at(start),
    end: points.at(end),
    quote: transcript!.text.slice(start, end),
  });
  const first = sentences[0];
  const none = { turn: null, line: null, start: null, end: null, quote: decision.anchor.exact };
  return {
    id,
    coder,
    verdict,
    theme: theme ?? null,
    to: to ?? null,
    stance: stance ?? null,
    print: print ?? null,
    edit: edit ?? null,
    memo: memo ?? null,
    transcript: decision.transcript,
    ...(first ? placed(first.turn, { start: first.span.start, end: sentences.at(-1)!.span.end }) : none),
    lost: missing ?? null,
    near: near ? { similarity: round(near.similarity), ...placed(near.sentence.turn, near.sentence.span) } : null,
    rival,
    unfound,
    written: formatPlace(place),
  };
}

/** A proposed quote that waits for a decision, for `decisions`. */
export function waitingRecord(coding: Coding): DecisionRecord {
  const { theme, transcript, turn, line, start, end, quote } = placedRecord(coding, new CodePoints(coding.transcript.text));
  const said = { id: coding.id, coder: null, verdict: null, theme, to: null, stance: null, print: null, edit: null, memo: null };
  const placed = { transcript, turn, line, start, end, quote };
  return { ...said, ...placed, lost: null, near: null, rival: false, unfound: false, written: null };
}

/** The cross-table, for `count`. */
export function countRecord({ by, columns, total, documents, rows }: CrossTable): object {
  return {
    by: by.length === 1 ? by[0] : by,
    columns,
    total: { people: total.people, interviews: total.interviews, words: total.words },
    ...(documents && { documents: { documents: documents.interviews, words: documents.words } }),
    rows: rows.map(({ theme, cells, total: all, documents: written }) => ({
      theme: theme.id,
      path: theme.path,
      label: theme.label,
      cells,
      total: all,
      ...(written && { documents: { quotes: written.quotes, documents: written.interviews, words: written.words } }),
    })),
  };
}

/** What `count --by theme` tells of two themes: by unit, how many bear the first, the second and both. */
export interface PairRecord extends Readonly<Record<TogetherUnit, Together>> {
  readonly themes: readonly { readonly theme: string; readonly path: readonly string[]; readonly label: string }[];
}

/** Two themes that stand together, for `count --by theme`. */
export function pairRecord({ themes, together }: ThemePair): PairRecord {
  const rounded = (one: Together): Together => ({ ...one, jaccard: round(one.jaccard) });
  const { sentences, turns, people, interviews } = together;
  return {
    themes: themes.map(({ id, path, label }) => ({ theme: id, path, label })),
    sentences: rounded(sentences),
    turns: rounded(turns),
    people: rounded(people),
    interviews: rounded(interviews),
  };
}

/** What `quotes` tells of a quote. */
interface QuoteRecord extends PlacedRecord {
  /** As a report would print it. */
  readonly printed: string;
  readonly score: number;
  readonly codings: readonly string[];
}

/** A quote to read, for `quotes`. */
export function quoteRecord(quote: Quote, language: Language, decided?: PrintDecisions): QuoteRecord {
  return {
    ...placedRecord(quote, new CodePoints(quote.transcript.text)),
    printed: printQuote(quote, language, decided).text,
    score: round(strengthOf(quote)),
    codings: quote.codings.map((coding) => coding.id),
  };
}

/** The quotes a lead-in of the report could lead to, for `quotes --why`: those it prints, numbered, then the others. */
export function choiceRecords({ chosen, passedOver }: Choice): object[] {
  const record = (quote: Quote): PlacedRecord => placedRecord(quote, new CodePoints(quote.transcript.text));
  return [
    ...chosen.map(({ printed, reasons }, i) => ({ ...record(printed.quote), chosen: i + 1, printed: printed.text, reasons, under: null })),
    ...passedOver.map(({ quote, reason, under }) => ({
      ...record(quote),
      chosen: null,
      printed: null,
      reasons: [reason],
      under: under?.path ?? null,
    })),
  ];
}

/** Sentences with their themes, evidence and near misses, for `explain`. */
export function explanationRecords(text: string, sentences: readonly ExplainedSentence[]): object[] {
  const points = new CodePoints(text);
  const place = ({ start, end }: Span): object => ({ text: text.slice(start, end), start: points.at(start), end: points.at(end) });
  return sentences.map(({ span, themes, evidence, nearly }) => ({
    ...place(span),
    themes: themes.map((theme) => theme.path),
    evidence: evidence.map(({ theme, term, span: at, outcome, company, blockedBy }) => ({
      path: theme.path,
      term: term.written,
      ...place(at),
      weak: term.weak,
      outcome,
      company: company.map((other) => ({ term: other.term.written, ...place(other.span), weak: other.term.weak, beside: other.beside })),
      blockedBy: blockedBy ? place(blockedBy) : null,
    })),
    nearly: nearly.map(({ theme, term, kind, found, missing, add }) => ({
      path: theme.path,
      term: term.written,
      weak: term.weak,
      kind,
      found: found.map(place),
      missing: missing ?? null,
      add: add ?? null,
    })),
  }));
}

/** What `verify` tells of a quotation; of one not found the passage is the nearest there is. */
interface CheckedRecord {
  readonly verdict: string;
  readonly line: number;
  readonly quote: string;
  readonly role: string | null;
  readonly said: {
    readonly transcript: string;
    readonly turn: number;
    readonly line: number;
    readonly participant: string | null;
    readonly role: string | null;
    readonly title: string | null;
    readonly interviewer: boolean;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  } | null;
  readonly difference: readonly { readonly kind: string; readonly text: string }[] | null;
}

/** A quotation of a report and what became of it, for `verify`. */
export function checkedRecord({ quotation, verdict, passage, difference }: CheckedQuotation): CheckedRecord {
  const { line, text, role } = quotation;
  const said = passage && saidRecord(passage);
  return { verdict, line, quote: text, role: role ?? null, said: said ?? null, difference: difference ?? null };
}

function saidRecord({ transcript, turn, participant, span }: SaidPassage): CheckedRecord['said'] {
  const points = new CodePoints(transcript.text);
  const interviewer = participant.role === 'interviewer';
  return {
    transcript: transcript.id,
    turn: turn + 1,
    line: lineOf(transcript, turn, span.start),
    participant: interviewer ? null : participant.id,
    role: interviewer ? null : (participant.role ?? null),
    title: participant.title ?? null,
    interviewer,
    start: points.at(span.start),
    end: points.at(span.end),
    quote: transcript.text.slice(span.start, span.end),
  };
}

/** What differs between two codebooks and, where there are interviews, between their codings, for `diff`. */
export function comparisonRecord(
  { differences, roles, themes }: CodebookComparison,
  runs: RunComparison | undefined,
  language: Language,
): object {
  const isOther = ({ before, after, differences: some }: CodebookComparison['themes' | 'roles'][number]): boolean =>
    !before || !after || some.length > 0;
  // What is not known is null.
  const plain = (some: readonly Difference[]): object[] =>
    some.map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, (value as unknown) ?? null])));
  const moves = (some: readonly Move[]): object[] =>
    some.map(({ quote, elsewhere }) => ({ ...quoteRecord(quote, language), elsewhere: elsewhere.map((theme) => theme.path) }));
  return {
    differences: plain(differences),
    roles: roles.filter(isOther).map(({ before, after, differences: some }) => ({
      before: before?.id ?? null,
      after: after?.id ?? null,
      differences: plain(some),
    })),
    themes: themes.filter(isOther).map(({ before, after, differences: some }) => ({
      before: before?.path ?? null,
      after: after?.path ?? null,
      differences: plain(some),
    })),
    codings: runs
      ? {
          people: runs.people,
          columns: runs.columns,
          rows: runs.rows.map(({ before, after, gained, lost, ...counts }) => ({
            before: before?.path ?? null,
            after: after?.path ?? null,
            label: (after ?? before)!.label,
            ...counts,
            gained: moves(gained),
            lost: moves(lost),
          })),
        }
      : null,
  };
}

const orNull = (value: Figure | undefined): number | null => (typeof value === 'number' ? round(value) : null);

/** Alpha with its interval; where it is not defined, why. */
function alphaRecord({ alpha, interval }: { alpha: Figure; interval: Interval | undefined }): object {
  return {
    alpha: orNull(alpha),
    low: orNull(interval?.low),
    high: orNull(interval?.high),
    undefined: typeof alpha === 'string' ? alpha : null,
  };
}

/** How far coders agree, for `agree`. */
export function agreementRecord({ unit, coders, units, whole, interviews, themes, all, top, sets, disagreements }: Agreement): object {
  const byCoder = <T>(values: readonly T[]): object => Object.fromEntries(coders.map((coder, i) => [coder, values[i]]));
  const record = (figures: Figures): object => ({
    units: figures.units,
    coded: byCoder(figures.coded),
    share: orNull(figures.share),
    [coders.length === 2 ? 'kappa' : 'fleiss']: orNull(figures.kappa),
    ...alphaRecord(figures),
    ac1: orNull(figures.ac1),
  });
  return {
    unit,
    coders,
    units,
    whole,
    interviews: interviews.map(({ transcript, units }) => ({ transcript: transcript.id, units })),
    themes: themes.map(({ theme, figures }) => ({ theme: theme.id, path: theme.path, label: theme.label, ...record(figures) })),
    all: record(all),
    top: record(top),
    sets: { units: sets.units, ...alphaRecord(sets) },
    disagreements: disagreements.map(({ transcript, turn, span, said }) => {
      const points = new CodePoints(transcript.text);
      return {
        transcript: transcript.id,
        turn: turn + 1,
        line: lineOf(transcript, turn, span.start),
        start: points.at(span.start),
        end: points.at(span.end),
        quote: transcript.text.slice(span.start, span.end),
        coded: byCoder(said.map((own) => own.map(({ id }) => id))),
      };
    }),
  };
}

/** How good the rules are, for `agree --rules`. */
export function ruleRecord({ unit, coder, units, whole, themes, all, top, misplaced }: RuleScore): object {
  const record = ({ proposed, right, precision, borne, found, recall, f1 }: RuleFigures): object => ({
    proposed: misplaced ? null : proposed,
    right: misplaced ? null : right,
    precision: orNull(precision),
    borne,
    found,
    recall: orNull(recall),
    f1: orNull(f1),
  });
  return {
    unit,
    coder,
    units,
    whole,
    themes: themes.map(({ theme, figures }) => ({ theme: theme.id, path: theme.path, label: theme.label, ...record(figures) })),
    all: record(all),
    top: record(top),
    ...(misplaced && { misplaced }),
  };
}
