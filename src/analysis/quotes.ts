import type { Coding, Passage, Theme } from '../model.ts';
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

/** The quotes of a theme, with those of its sub-themes run together where they touch. Rejected codings are no quotes. */
export function quotesOf(theme: Theme, codings: readonly Coding[]): Quote[] {
  const quotes: Quote[] = [];
  const own = codings.filter((coding) => coding.status !== 'rejected' && isUnder(coding, theme));
  const turns = groupBy(own, (coding) => coding.transcript);
  for (const [transcript, inTranscript] of turns) {
    const ordered = inTranscript.toSorted(
      (a, b) => a.turn - b.turn || a.sentences.first - b.sentences.first || a.sentences.last - b.sentences.last,
    );
    for (const coding of ordered) {
      const { turn, span, sentences, participant } = coding;
      const open = quotes.at(-1);
      if (open && open.transcript === transcript && open.turn === turn && sentences.first <= open.sentences.last + 1) {
        quotes[quotes.length - 1] = {
          ...open,
          span: { start: open.span.start, end: Math.max(open.span.end, span.end) },
          sentences: { first: open.sentences.first, last: Math.max(open.sentences.last, sentences.last) },
          codings: [...open.codings, coding],
        };
      } else quotes.push({ theme, transcript, turn, participant, span, sentences, codings: [coding] });
    }
  }
  return quotes;
}
