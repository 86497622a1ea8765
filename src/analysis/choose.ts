import type { Coding, Language, Transcript } from '../model.ts';
import { groupBy } from './group-by.ts';
import { printDecisions, printQuote, type PrintDecisions, type PrintedQuote } from './printed.ts';
import type { Quote } from './quotes.ts';
import { overlaps } from '../text/spans.ts';

const SPARE = 5;

/** The rank of a quote: the strength of all the evidence it rests on. */
export function strengthOf(quote: Quote): number {
  return quote.codings.reduce((sum, coding) => sum + (coding.score ?? 0), 0);
}

/** Does someone want this quote in the report? */
export function isPinned(quote: Quote): boolean {
  return quote.codings.some((coding) => coding.print === 'pin');
}

function isAccepted(quote: Quote): boolean {
  return quote.codings.some((coding) => coding.status === 'accepted');
}

/**
 * Of each person the quotes that may be chosen, in the order they came: those that are pinned, those that are
 * accepted and her strongest, and some to spare for those whose words are printed already. A study of many interviews has more quotes than anyone could print.
 */
function strongestOfEach(quotes: readonly Quote[], most: number): { quote: Quote; strength: number }[] {
  const kept = new Set<Quote>();
  const strengths = new Map(quotes.map((quote) => [quote, strengthOf(quote)]));
  for (const own of groupBy(quotes, (quote) => quote.participant.id).values()) {
    const rank = (quote: Quote): number[] => [isPinned(quote) ? 0 : 1, isAccepted(quote) ? 0 : 1, -strengths.get(quote)!];
    const ranked = own.toSorted((a, b) => compare(rank(a), rank(b)));
    for (const quote of ranked.slice(0, most + SPARE)) kept.add(quote);
  }
  return quotes.filter((quote) => kept.has(quote)).map((quote) => ({ quote, strength: strengths.get(quote)! }));
}

interface Candidate {
  readonly printed: PrintedQuote;
  readonly strength: number;
  readonly order: number;
}

/**
 * Chooses the quotes a report prints, theme after theme, and remembers them: no words twice in a report, and nobody
 * twice under a theme while others are left. Pinned quotes come first, banned words never. Then it prefers what people
 * have accepted, strong evidence, roles not yet heard, quotes that stand alone and people little quoted so far. The same interviews always give the same choice.
 */
export class QuoteChooser {
  readonly #language: Language;
  readonly #printed: PrintedQuote[] = [];
  readonly #timesQuoted = new Map<string, number>();
  readonly #decided: ReadonlyMap<Transcript, PrintDecisions>;

  /** @param codings all there are, for what people have decided about printing them */
  constructor(language: Language, codings: readonly Coding[]) {
    this.#language = language;
    this.#decided = printDecisions(codings);
  }

  #isPrinted(printed: PrintedQuote): boolean {
    return this.#printed.some((one) => one.quote.transcript === printed.quote.transcript && overlaps(one.span, printed.span));
  }

  #isBanned({ quote, span }: PrintedQuote): boolean {
    return this.#decided.get(quote.transcript)?.banned.some((banned) => overlaps(banned, span)) ?? false;
  }

  /** At most `most` of these quotes; people who have said no to being quoted are left out. */
  choose(quotes: readonly Quote[], most: number): PrintedQuote[] {
    const candidates = strongestOfEach(
      quotes.filter((quote) => quote.participant.consent !== 'nej'),
      most,
    )
      .map(({ quote, strength }, order): Candidate => ({
        printed: printQuote(quote, this.#language, this.#decided.get(quote.transcript)),
        strength,
        order,
      }))
      .filter(({ printed }) => !this.#isBanned(printed));
    const strongest = Math.max(0, ...candidates.map((candidate) => candidate.strength));
    const chosen: PrintedQuote[] = [];
    while (chosen.length < most) {
      const people = new Map<string, number>();
      const roles = new Map<string, number>();
      for (const { quote } of chosen) {
        people.set(quote.participant.id, (people.get(quote.participant.id) ?? 0) + 1);
        roles.set(quote.participant.role ?? '', (roles.get(quote.participant.role ?? '') ?? 0) + 1);
      }
      const rank = ({ printed, strength, order }: Candidate): readonly number[] => {
        const { id, role } = printed.quote.participant;
        return [
          isPinned(printed.quote) ? 0 : 1,
          people.get(id) ?? 0,
          isAccepted(printed.quote) ? 0 : 1,
          strength * 3 >= strongest ? 0 : 1,
          printed.standsAlone ? 0 : 1,
          roles.get(role ?? '') ?? 0,
          this.#timesQuoted.get(id) ?? 0,
          -strength,
          order,
        ];
      };
      const [next] = candidates
        .filter((candidate) => !this.#isPrinted(candidate.printed))
        .map((candidate) => ({ candidate, rank: rank(candidate) }))
        .sort((a, b) => compare(a.rank, b.rank));
      if (!next) break;
      const { printed } = next.candidate;
      chosen.push(printed);
      this.#printed.push(printed);
      this.#timesQuoted.set(printed.quote.participant.id, (this.#timesQuoted.get(printed.quote.participant.id) ?? 0) + 1);
    }
    return chosen;
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
