import type { Coding, Language, Theme, Transcript } from '../model.ts';
import { groupBy } from './group-by.ts';
import { printDecisions, printLines, printQuote, type PrintDecisions, type PrintedLine, type PrintedQuote } from './printed.ts';
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

/** What qualifies or contradicts a theme, in the eyes of those who have read it. */
export function isNuance({ status, stance }: Coding): boolean {
  return status === 'accepted' && (stance === 'qualifies' || stance === 'contradicts');
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

/** What a quote is preferred for, in the order it is asked. */
const MERITS = [
  'pinned',
  'new voice',
  'accepted',
  'strong evidence',
  'stands alone',
  'new role',
  'seldom quoted',
  'strongest',
  'first',
] as const;

/** What a quote has before another: its person or role is heard less here, she is quoted less in the report, it comes first … */
export type Merit = (typeof MERITS)[number];

/**
 * Why a quote is not printed: the person has said no, enough of her own are better, someone has banned words of it, it
 * waits for her approval, its words are printed already, or open her answer, no quotes are printed here, or one that was
 * chosen has a merit it lacks.
 */
export type Obstacle = 'consent' | 'her own' | 'banned' | 'approval' | 'printed' | 'opening' | 'no room' | Merit;

/** A quote that is printed, and all that set it before those left at its turn; nothing when it was the only one left. */
interface Chosen {
  readonly printed: PrintedQuote;
  readonly reasons: readonly Merit[];
}

/** A quote that is not printed, and the first thing in its way when the last one was chosen. */
interface PassedOver {
  readonly quote: Quote;
  readonly reason: Obstacle;
  /** The theme under which its words are printed already. */
  readonly under: Theme | undefined;
}

/** What became of the quotes that a lead-in of the report could lead to. */
export interface Choice {
  readonly theme: Theme;
  /** In the order they were chosen. */
  readonly chosen: readonly Chosen[];
  /** In the order of the interviews. */
  readonly passedOver: readonly PassedOver[];
}

/** Words that are printed, and the theme they stand under; a line that opens an answer stands under none. */
type Taken = Pick<PrintedLine, 'transcript' | 'span' | 'awaitsApproval'> & { readonly under: Theme | undefined };

interface Candidate {
  readonly printed: PrintedQuote;
  readonly strength: number;
  readonly order: number;
}

/** A candidate with a number for each merit; less is better. */
interface Ranked {
  readonly candidate: Candidate;
  readonly rank: readonly number[];
}

/** The best of these, the merits that set it before the others, and for each of the others the first it lacks. */
function best(ranked: readonly Ranked[]): { candidate: Candidate; reasons: Merit[]; outdone: Map<Quote, Merit> } | undefined {
  const reasons: Merit[] = [];
  const outdone = new Map<Quote, Merit>();
  let left = ranked;
  for (const [i, merit] of MERITS.entries()) {
    const least = left.reduce((min, { rank }) => Math.min(min, rank[i]!), Infinity);
    const behind = left.filter(({ rank }) => rank[i]! > least);
    if (behind.length === 0) continue;
    reasons.push(merit);
    for (const { candidate } of behind) outdone.set(candidate.printed.quote, merit);
    left = left.filter(({ rank }) => rank[i] === least);
  }
  return left[0] && { candidate: left[0].candidate, reasons, outdone };
}

/**
 * Chooses the quotes a report prints, theme after theme, and remembers them: no words twice in a report, and nobody
 * twice under a theme while others are left. Pinned quotes come first, banned words never. Then it prefers what people
 * have accepted, strong evidence, roles not yet heard, quotes that stand alone and people little quoted so far. The same interviews always give the same choice.
 */
export class QuoteChooser {
  readonly #language: Language;
  readonly #approvedOnly: boolean;
  readonly #printed: Taken[] = [];
  readonly #timesQuoted = new Map<string, number>();
  readonly #decided: ReadonlyMap<Transcript, PrintDecisions>;
  readonly #choices: Choice[] = [];
  readonly #nuances: ReadonlyMap<Transcript, readonly Coding[]>;

  /**
   * @param codings all there are, for what people have decided about them
   * @param approvedOnly leaves out what a person wants to approve first and has not
   */
  constructor(language: Language, codings: readonly Coding[], approvedOnly = false) {
    this.#language = language;
    this.#approvedOnly = approvedOnly;
    this.#decided = printDecisions(codings);
    this.#nuances = groupBy(codings.filter(isNuance), (coding) => coding.transcript);
  }

  /** All that was chosen, in that order, and what was passed over for it. */
  get choices(): readonly Choice[] {
    return this.#choices;
  }

  /** How many of the quotes that were chosen wait for approval. */
  get waiting(): number {
    return this.#printed.filter(({ awaitsApproval }) => awaitsApproval).length;
  }

  #take(transcript: Transcript, { span, awaitsApproval }: Pick<PrintedLine, 'span' | 'awaitsApproval'>, under?: Theme): void {
    this.#printed.push({ transcript, span, awaitsApproval, under });
  }

  /** What is printed already of these words. */
  #printedOf({ quote, span }: PrintedQuote): Taken | undefined {
    return this.#printed.find((one) => one.transcript === quote.transcript && overlaps(one.span, span));
  }

  #isBanned({ quote, span }: PrintedQuote): boolean {
    return this.#decided.get(quote.transcript)?.banned.some((banned) => overlaps(banned, span)) ?? false;
  }

  #isWithheld({ awaitsApproval }: Pick<PrintedQuote, 'awaitsApproval'>): boolean {
    return this.#approvedOnly && awaitsApproval;
  }

  /**
   * A quote as it would be printed. It is not widened to what qualifies or contradicts a theme, unless that is what it says.
   * @param beside words that are printed already, to which it is not widened either
   */
  #print(quote: Quote, beside: readonly Taken[] = []): PrintedQuote {
    const { transcript, codings } = quote;
    const { banned = [], edits = [], approved = [] } = this.#decided.get(transcript) ?? {};
    const others = (this.#nuances.get(transcript) ?? []).filter((nuance) => !codings.some((coding) => overlaps(coding.span, nuance.span)));
    const spared = [...others, ...beside.filter((one) => one.transcript === transcript)];
    return printQuote(quote, this.#language, { banned: [...banned, ...spared.map(({ span }) => span)], edits, approved });
  }

  /** Those whose words are not printed yet; where there would be no quote at all, those that can be printed beside what is. */
  #left(candidates: readonly Candidate[], chosen: readonly Chosen[]): Candidate[] {
    const isFresh = ({ printed }: Candidate): boolean => !this.#printedOf(printed);
    const fresh = candidates.filter(isFresh);
    if (fresh.length > 0 || chosen.length > 0) return fresh;
    return candidates.map((one) => ({ ...one, printed: this.#print(one.printed.quote, this.#printed) })).filter(isFresh);
  }

  /**
   * The line that opens what a person says to a question: one sentence of it. Pinned words come first, then what stands
   * alone, what people have accepted, and what most terms were found in. What is printed already opens it only where she
   * says nothing else, as one may who answers two questions at once.
   * @param turns in which she answers
   * @param codings hers in these turns
   */
  chooseLine(
    turns: readonly { readonly transcript: Transcript; readonly turn: number }[],
    codings: readonly Coding[],
  ): PrintedLine | undefined {
    const lines = turns
      .flatMap(({ transcript, turn }) => printLines(transcript, turn, this.#language, this.#decided.get(transcript)))
      .filter((line) => line.participant.consent !== 'nej' && !this.#isWithheld(line));
    const ranked = lines.map((line, order) => {
      const own = codings.filter(({ transcript, span }) => transcript === line.transcript && overlaps(span, line.span));
      const terms = new Set(own.flatMap(({ hits }) => hits.flatMap((hit) => (overlaps(hit.span, line.span) ? hit.term.written : []))));
      const isAny = (is: (coding: Coding) => boolean): number => (own.some(is) ? 0 : 1);
      const isPrinted = this.#printed.some((one) => one.transcript === line.transcript && overlaps(one.span, line.span));
      const rank = [
        isPrinted ? 1 : 0,
        isAny(({ print }) => print === 'pin'),
        line.standsAlone ? 0 : 1,
        isAny(({ status }) => status === 'accepted'),
        -terms.size,
        order,
      ];
      return { line, rank };
    });
    const [chosen] = ranked.toSorted((a, b) => compare(a.rank, b.rank));
    if (chosen) this.#take(chosen.line.transcript, chosen.line);
    return chosen?.line;
  }

  /** At most `most` of these quotes of a theme; people who have said no to being quoted are left out. */
  choose(quotes: readonly Quote[], most: number): PrintedQuote[] {
    const willing = quotes.filter((quote) => quote.participant.consent !== 'nej');
    const candidates = strongestOfEach(willing, most).map(({ quote, strength }, order): Candidate => ({
      printed: this.#print(quote),
      strength,
      order,
    }));
    const allowed = candidates.filter(({ printed }) => !this.#isBanned(printed) && !this.#isWithheld(printed));
    const strongest = Math.max(0, ...allowed.map((candidate) => candidate.strength));
    const chosen: Chosen[] = [];
    let outdone: ReadonlyMap<Quote, Merit> = new Map();
    while (chosen.length < most) {
      const next = best(this.#ranked(this.#left(allowed, chosen), strongest, chosen));
      if (!next) break;
      const { printed } = next.candidate;
      chosen.push({ printed, reasons: next.reasons });
      outdone = next.outdone;
      this.#take(printed.quote.transcript, printed, printed.quote.theme);
      this.#timesQuoted.set(printed.quote.participant.id, (this.#timesQuoted.get(printed.quote.participant.id) ?? 0) + 1);
    }
    if (quotes[0])
      this.#choices.push({ theme: quotes[0].theme, chosen, passedOver: this.#passedOver(quotes, candidates, chosen, outdone) });
    return chosen.map(({ printed }) => printed);
  }

  #ranked(candidates: readonly Candidate[], strongest: number, chosen: readonly Chosen[]): Ranked[] {
    const people = new Map<string, number>();
    const roles = new Map<string, number>();
    for (const { participant } of chosen.map(({ printed }) => printed.quote)) {
      people.set(participant.id, (people.get(participant.id) ?? 0) + 1);
      roles.set(participant.role ?? '', (roles.get(participant.role ?? '') ?? 0) + 1);
    }
    return candidates.map((candidate) => {
      const { printed, strength, order } = candidate;
      const { id, role } = printed.quote.participant;
      const values: Readonly<Record<Merit, number>> = {
        pinned: isPinned(printed.quote) ? 0 : 1,
        'new voice': people.get(id) ?? 0,
        accepted: isAccepted(printed.quote) ? 0 : 1,
        'strong evidence': strength * 3 >= strongest ? 0 : 1,
        'stands alone': printed.standsAlone ? 0 : 1,
        'new role': roles.get(role ?? '') ?? 0,
        'seldom quoted': this.#timesQuoted.get(id) ?? 0,
        strongest: -strength,
        first: order,
      };
      return { candidate, rank: MERITS.map((merit) => values[merit]) };
    });
  }

  #passedOver(
    quotes: readonly Quote[],
    candidates: readonly Candidate[],
    chosen: readonly Chosen[],
    outdone: ReadonlyMap<Quote, Merit>,
  ): PassedOver[] {
    const isChosen = new Set(chosen.map(({ printed }) => printed.quote));
    const printedAs = new Map(candidates.map(({ printed }) => [printed.quote, printed]));
    const passed = (quote: Quote): Omit<PassedOver, 'quote'> => {
      if (quote.participant.consent === 'nej') return { reason: 'consent', under: undefined };
      const printed = printedAs.get(quote);
      if (!printed) return { reason: 'her own', under: undefined };
      if (this.#isBanned(printed)) return { reason: 'banned', under: undefined };
      if (this.#isWithheld(printed)) return { reason: 'approval', under: undefined };
      const already = this.#printedOf(printed);
      if (!already) return { reason: outdone.get(quote) ?? 'no room', under: undefined };
      return { reason: already.under ? 'printed' : 'opening', under: already.under };
    };
    return quotes.filter((quote) => !isChosen.has(quote)).map((quote) => ({ quote, ...passed(quote) }));
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
