import { isPinned, QuoteChooser } from '../analysis/choose.ts';
import { countCodings } from '../analysis/count.ts';
import type { PrintedQuote } from '../analysis/printed.ts';
import { quotesOf, type Quote } from '../analysis/quotes.ts';
import type { Coding, CrossTable, Role, Study, Theme } from '../model.ts';
import { reportLanguages } from './languages/index.ts';
import type { ReportLanguage, Who } from './languages/language.ts';

/** All that the sections of a report are written from. */
export interface ReportFacts {
  readonly study: Study;
  readonly codings: readonly Coding[];
  /** Themes by role. */
  readonly table: CrossTable;
  readonly words: ReportLanguage;
  readonly quotes: QuoteChooser;
  readonly phrases: Phrases;
}

/** Gathers what a report says of a study, once. */
export function gatherFacts(study: Study, codings: readonly Coding[]): ReportFacts {
  const words = reportLanguages[study.plan.report.language];
  return {
    study,
    codings,
    table: countCodings(study, codings),
    words,
    quotes: new QuoteChooser(study.codebook.language, codings),
    phrases: new Phrases(words),
  };
}

/** The theme as it is named inside a sentence. */
export function nounOf(theme: Theme, words: ReportLanguage): string {
  return theme.noun ?? words.nounOf(theme.label);
}

/** The role of the codebook that an id means. */
export function roleOf(id: string | undefined, study: Study): Role | undefined {
  return study.codebook.roles.find((role) => role.id === id);
}

/** How many people stand behind these quotes, and the role they share if they share one. */
function whoSays(quotes: readonly Quote[], { study, table }: ReportFacts): Who {
  const people = new Set(quotes.map((quote) => quote.participant.id)).size;
  const roles = new Set(quotes.map((quote) => quote.participant.role));
  const role = roles.size === 1 ? roleOf([...roles][0], study) : undefined;
  return {
    people,
    of: table.total.people,
    role: role && { role, of: table.columns.find((column) => column.id === role.id)?.people ?? people },
  };
}

/**
 * Chooses among sentences so that neighbours differ and none stands twice in a section while others are left; about
 * every second says how many. The order alone decides, so the same study gives the same words.
 */
class Phrases {
  readonly #words: ReportLanguage;
  #turn = 0;
  #leads = 0;
  #used = new Set<unknown>();

  constructor(words: ReportLanguage) {
    this.#words = words;
  }

  /** A new section may use every sentence again. */
  startSection(): void {
    this.#used = new Set();
  }

  #next<T>(pool: readonly T[]): T {
    this.#turn += 1;
    const fresh = pool.filter((one) => !this.#used.has(one));
    const from = fresh.length > 0 ? fresh : pool;
    const chosen = from[this.#turn % from.length]!;
    this.#used.add(chosen);
    return chosen;
  }

  opening(who: Who, noun: string): string {
    return this.#next(this.#words.openings)(this.#words.howMany(who), noun);
  }

  factorList(): string {
    return this.#next(this.#words.factorLists);
  }

  /** What leads in quotes right after the opening of their theme. */
  followUp(): string {
    return this.#next(this.#words.followUps);
  }

  /** What leads in quotes and says how many; of one person, who it is. */
  counted(who: Who, role: Role | undefined, noun: string): string {
    if (who.people === 1) return this.#next(this.#words.single)(this.#words.onePerson(role), noun);
    return this.#next(this.#words.counted)(this.#words.howMany(who), noun);
  }

  /** About every second lead-in says how many; a number every time smells of a machine. */
  leadIn(who: Who, role: Role | undefined, noun: string): string {
    this.#leads += 1;
    return who.people > 1 && this.#leads % 2 === 0 ? this.#next(this.#words.uncounted)(noun) : this.counted(who, role, noun);
  }
}

/** The people behind a theme, in a sentence of its own; undefined when nothing was found. */
export function openingOf(theme: Theme, facts: ReportFacts): string | undefined {
  const quotes = quotesOf(theme, facts.codings);
  return quotes.length === 0 ? undefined : facts.phrases.opening(whoSays(quotes, facts), nounOf(theme, facts.words));
}

function paragraph({ quote, text }: PrintedQuote, { words, study }: ReportFacts): string {
  const { role, consent } = quote.participant;
  return words.quote(text, words.roleName(roleOf(role, study)?.id), consent === 'godkendes');
}

/** One to three quotes: more where more people speak of it, and where more are pinned. */
function howManyQuotes(people: number, pinned: number, most: number): number {
  return Math.min(most, Math.max(pinned, people < 3 ? 1 : people < 6 ? 2 : 3));
}

/** Where a lead-in stands: right after the sentence that opens its theme, first of its theme, or at a factor. */
export type LeadIn = 'following' | 'first' | 'factor';

/** A lead-in and the quotes it leads to, a paragraph each; nothing when there is nothing to print. */
export function quoteParagraphs(theme: Theme, codings: readonly Coding[], kind: LeadIn, facts: ReportFacts): string[] {
  const quotes = quotesOf(theme, codings);
  const who = whoSays(quotes, facts);
  const printed = facts.quotes.choose(quotes, howManyQuotes(who.people, quotes.filter(isPinned).length, facts.study.plan.report.quotes));
  if (printed.length === 0) return [];
  const noun = nounOf(theme, facts.words);
  const role = roleOf(quotes[0]?.participant.role, facts.study);
  const { phrases } = facts;
  const lead =
    kind === 'following' ? phrases.followUp() : kind === 'first' ? phrases.counted(who, role, noun) : phrases.leadIn(who, role, noun);
  return [lead, ...printed.map((one) => paragraph(one, facts))];
}
