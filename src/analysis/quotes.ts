import { standing } from './standing.ts';
import type { Coding, Language, Passage, Span, Theme, Transcript } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import { groupBy } from './group-by.ts';

/**
 * The unit that is counted: neighbouring sentences of one turn that bear a theme or any theme under it. A theme
 * without sub-themes has a quote for each coding.
 */
export interface Quote extends Passage {
  /** What the quote rests on. */
  readonly codings: readonly Coding[];
}

/** Does a coding belong to a theme, by itself or through a sub-theme? */
function isUnder(coding: Coding, theme: Theme): boolean {
  return coding.theme.path[theme.path.length - 1] === theme.id;
}

/** Do the codings stand in the order of the interviews and of their sentences, as they come from the rules? */
function areInOrder(codings: readonly Coding[]): boolean {
  const left = new Set<Transcript>();
  return codings.every((coding, i) => {
    const before = codings[i - 1];
    if (!before) return true;
    if (before.transcript !== coding.transcript) {
      left.add(before.transcript);
      return !left.has(coding.transcript);
    }
    return before.turn < coding.turn || (before.turn === coding.turn && before.sentences.first <= coding.sentences.first);
  });
}

/**
 * The codings behind each quote: those of one turn whose sentences touch. Rejected codings are behind none.
 * @param codings of one theme and the themes under it
 */
export function quoteRuns(codings: readonly Coding[]): Coding[][] {
  const counted = standing(codings);
  const ordered = areInOrder(counted)
    ? counted
    : [...groupBy(counted, (coding) => coding.transcript).values()].flatMap((list) =>
        list.toSorted((a, b) => a.turn - b.turn || a.sentences.first - b.sentences.first),
      );
  const quotes: Coding[][] = [];
  let last = -1;
  for (const coding of ordered) {
    const open = quotes.at(-1);
    if (open && open[0]!.transcript === coding.transcript && open[0]!.turn === coding.turn && coding.sentences.first <= last + 1) {
      open.push(coding);
      last = Math.max(last, coding.sentences.last);
    } else {
      quotes.push([coding]);
      last = coding.sentences.last;
    }
  }
  return quotes;
}

/** The stretch of text from the first to the last sentence of these codings. */
export function spanOf(codings: readonly Coding[]): Span {
  if (codings.length === 1) return codings[0]!.span;
  return { start: codings[0]!.span.start, end: Math.max(...codings.map((coding) => coding.span.end)) };
}

/** The quotes of a theme, with those of its sub-themes run together where they touch. Rejected codings are no quotes. */
export function quotesOf(theme: Theme, codings: readonly Coding[]): Quote[] {
  return quoteRuns(codings.filter((coding) => isUnder(coding, theme))).map((run) => {
    const { transcript, turn, participant, sentences } = run[0]!;
    const last = Math.max(...run.map((coding) => coding.sentences.last));
    return { theme, transcript, turn, participant, span: spanOf(run), sentences: { first: sentences.first, last }, codings: run };
  });
}

/** What is left of a quote without one of the sentences of its turn: what follows it, else what comes before; undefined when nothing is. */
export function withoutSentence(quote: Quote, sentence: number, language: Language): Quote | undefined {
  const { first, last } = quote.sentences;
  if (sentence < first || sentence > last) return quote;
  const left = sentence < last ? { first: sentence + 1, last } : { first, last: sentence - 1 };
  if (left.first > left.last) return undefined;
  const { text, turns } = quote.transcript;
  const spans = splitSentences(text, turns[quote.turn]!.span, language);
  return { ...quote, sentences: left, span: { start: spans[left.first]!.start, end: spans[left.last]!.end } };
}
