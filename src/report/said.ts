import { isNuance, isPinned } from '../analysis/choose.ts';
import type { PrintedQuote } from '../analysis/printed.ts';
import { quotesOf, type Quote } from '../analysis/quotes.ts';
import type { Coding, Theme } from '../model.ts';
import { nounOf, type ReportFacts } from './facts.ts';
import { groundsOf, isWholeGroup, roleOf, whoSays, type Grounds } from './grounds.ts';
import { kindByNoun, kindOf } from './kinds.ts';
import type { Who } from './languages/language.ts';
import type { Sentences } from './languages/sentences.ts';
import type { Phrases } from './phrases.ts';

/** What is told of a theme: a lead-in, the quotes it leads to, a paragraph each, and which quotes they are. */
export interface Said {
  readonly paragraphs: readonly string[];
  readonly printed: readonly PrintedQuote[];
}

const THIN = 2;

function paragraph({ quote, text, awaitsApproval }: PrintedQuote, { words, study }: ReportFacts): string {
  const { role, document } = quote.participant;
  return words.quote(text, document ?? words.roleName(roleOf(role, study)?.id), awaitsApproval);
}

/** One to three quotes: more where more people speak of it, and where more are pinned. */
function howManyQuotes(people: number, quotes: readonly Quote[], most: number): number {
  return Math.min(most, Math.max(quotes.filter(isPinned).length, people < 3 ? 1 : people < 6 ? 2 : 3));
}

/** The sentences that may be said of a theme: what its accepted codings support, else that it was touched on. */
function waysOf(theme: Theme, grounds: Grounds, who: Who, clause: string | undefined, { words, study }: ReportFacts): Sentences['touched'] {
  const { touched, supported, supportedClause, one } = words.sentences;
  const read = grounds.accepted.length > 0 ? one : [];
  if (grounds.supporting.length === 0)
    return { ...touched, who: who.people === 1 ? touched.one : touched.who, one: [...touched.one, ...read] };
  const ways = clause === undefined ? supported[kindByNoun(theme, study.codebook)] : supportedClause[kindOf(theme, study.codebook)];
  return { ...ways, one: clause === undefined ? [...ways.who, ...read] : ways.who };
}

/** How many people stand behind a theme, in a sentence of its own. */
export function statementOf(theme: Theme, grounds: Grounds, facts: ReportFacts, phrases: Phrases): string {
  const { words, table, analyst } = facts;
  const { sentences } = words;
  const noun = nounOf(theme, words);
  if (isThin(grounds, facts)) {
    const interviews = new Set(grounds.touched.map((quote) => quote.transcript)).size;
    return `${phrases.say(sentences.thin, theme.id, { noun, n: words.count(interviews), all: words.number(table.total.interviews) })}.`;
  }
  const supported = grounds.supporting.length > 0;
  const who = whoSays(supported ? grounds.supporting : grounds.touched, facts);
  const clause = supported ? analyst.take(theme.id, 'clause') : undefined;
  const pool = waysOf(theme, grounds, who, clause, facts).who;
  return `${phrases.say(pool, theme.id, { who: phrases.howMany(who, theme.id), noun, clause: clause ?? '' })}.`;
}

/** So few people, some of whose words are accepted, that nothing can be said of how widespread it is. */
export function isThin(grounds: Grounds, { table }: ReportFacts): boolean {
  const people = new Set(grounds.touched.map((quote) => quote.participant.id)).size;
  return grounds.accepted.length > 0 && people <= THIN && people * 4 < table.total.people;
}

/** The sentence that leads in a theme's quotes, before its colon. */
function leadIn(theme: Theme, grounds: Grounds, facts: ReportFacts, phrases: Phrases): string {
  const { words, study, analyst } = facts;
  const supported = grounds.supporting.length > 0;
  const quotes = supported ? grounds.supporting : grounds.touched;
  const who = whoSays(quotes, facts);
  const clause = supported ? analyst.take(theme.id, 'clause') : undefined;
  const ways = waysOf(theme, grounds, who, clause, facts);
  const blanks = { noun: nounOf(theme, words), clause: clause ?? '' };
  if (phrases.saysWho(who.people)) {
    if (who.people === 1) return phrases.say(ways.one, theme.id, { ...blanks, who: words.onePerson(who.role?.role) });
    return phrases.say(ways.who, theme.id, { ...blanks, who: phrases.howMany(who, theme.id) });
  }
  if (who.group && isWholeGroup(quotes, who, study)) return phrases.say(ways.who, theme.id, { ...blanks, who: who.group.name });
  return phrases.say(ways.plain, theme.id, blanks);
}

/** What leads in quotes right after the sentence that opened their theme. */
function followUp(theme: Theme, printed: readonly PrintedQuote[], { words, study }: ReportFacts, phrases: Phrases): string {
  const [only, ...others] = printed.map(({ quote }) => quote);
  const isRead = others.length === 0 && only?.codings.some((coding) => coding.status === 'accepted');
  if (!isRead) return phrases.choose(words.sentences.followUps, theme.id);
  return phrases.say(words.sentences.one, theme.id, { who: words.onePerson(roleOf(only?.participant.role, study)) });
}

/** Those of the quotes in which one of the theme's concrete examples stands by its name, led in by it. */
function initiativeQuotes(theme: Theme, printed: readonly PrintedQuote[], facts: ReportFacts, phrases: Phrases): Said {
  const { initiative: plain, initiativeClause } = facts.words.sentences;
  const own = facts.study.plan.initiatives.filter((initiative) => initiative.type === theme.id);
  const names = (text: string, name: string): boolean => text.toLowerCase().includes(name.toLowerCase());
  const named = own.find(({ name }) => printed.some(({ text }) => names(text, name)));
  if (!named) return { paragraphs: [], printed: [] };
  const { name, value = '' } = named;
  // A value that begins in lower case is a clause.
  const clause = /^\p{Ll}/u.test(value) ? value.replace(/\.$/, '') : undefined;
  const quotes = printed.filter(({ text }) => names(text, name));
  const lead = phrases.say(clause === undefined ? plain : initiativeClause, theme.id, { initiative: name, clause: clause ?? '' });
  return { paragraphs: [`${lead}:`, ...quotes.map((one) => paragraph(one, facts))], printed: quotes };
}

/**
 * A lead-in and the quotes it leads to; nothing when there is nothing to print. Where accepted codings support the theme
 * it speaks of them alone, else of all who touch on it. What qualifies or contradicts is printed elsewhere.
 * @param codings the theme's and those of the themes under it, or its own alone
 * @param follows does it stand right after the sentence that opened the theme?
 */
export function saidOf(theme: Theme, codings: readonly Coding[], follows: boolean, facts: ReportFacts, phrases: Phrases): Said {
  return saidOn(groundsOf(theme, codings), theme, follows, facts, phrases);
}

/** The same on grounds that are given. */
export function saidOn(grounds: Grounds, theme: Theme, follows: boolean, facts: ReportFacts, phrases: Phrases): Said {
  const quotes = grounds.supporting.length > 0 ? grounds.supporting : grounds.neutral;
  const { people } = whoSays(quotes, facts);
  const most = howManyQuotes(people, quotes, facts.study.plan.report.quotes);
  const printed = facts.quotes.choose(quotes, most);
  if (printed.length === 0) return { paragraphs: [], printed };
  const named = grounds.supporting.length > 0 ? initiativeQuotes(theme, printed, facts, phrases) : { paragraphs: [], printed: [] };
  const others = printed.filter((one) => !named.printed.includes(one));
  if (others.length === 0) return named;
  const lead = follows ? followUp(theme, others, facts, phrases) : leadIn(theme, grounds, facts, phrases);
  return { paragraphs: [`${lead}:`, ...others.map((one) => paragraph(one, facts)), ...named.paragraphs], printed };
}

/** What documents say of a theme, each with its kind: told apart from what people say, and counted nowhere among them. */
export function writtenOf(theme: Theme, facts: ReportFacts, phrases: Phrases): string | undefined {
  const { quotes, study, words, written } = facts;
  const printed = quotes.choose(quotesOf(theme, written(theme)), study.plan.report.quotes);
  if (printed.length === 0) return undefined;
  const lead = phrases.say(words.sentences.written, theme.id, { noun: nounOf(theme, words) });
  return [`${lead}:`, ...printed.map((one) => paragraph(one, facts))].join('\n\n');
}

/** Is there anything accepted that qualifies or contradicts the theme? */
export function hasNuances(codings: readonly Coding[]): boolean {
  return codings.some(isNuance);
}

/** Who qualifies or contradicts: *another chief* where a chief is quoted above; undefined where it is she herself. */
function dissenter(
  quotes: readonly Quote[],
  above: readonly PrintedQuote[],
  theme: Theme,
  facts: ReportFacts,
  phrases: Phrases,
): string | undefined {
  const who = whoSays(quotes, facts);
  if (who.people > 1) return phrases.howMany(who, theme.id);
  const { participant } = quotes[0]!;
  if (above.some(({ quote }) => quote.participant.id === participant.id)) return undefined;
  const role = who.role?.role;
  const isAnother = role !== undefined && above.some(({ quote }) => quote.participant.role === role.id);
  return isAnother ? facts.words.another(role) : facts.words.onePerson(role);
}

/**
 * The reservations and contradictions of a theme, each with its lead-in and a quote or two.
 * @param above the quotes it stands under
 * @param apart does it stand away from the theme, so that it must name it?
 */
export function nuancesOf(
  theme: Theme,
  codings: readonly Coding[],
  { above, apart }: { above: readonly PrintedQuote[]; apart: boolean },
  facts: ReportFacts,
  phrases: Phrases,
): string[] {
  const { words, study, analyst } = facts;
  const { sentences } = words;
  const { supporting, qualifying, contradicting } = groundsOf(theme, codings);
  // It is named once, where it stands away from the quotes that are about it.
  let isNamed = !apart && above.length > 0;
  const name = (): string => {
    if (isNamed) return '';
    isNamed = true;
    return phrases.say(sentences.about, theme.id, { noun: nounOf(theme, words) });
  };
  const print = (quotes: readonly Quote[]): string[] => {
    const most = Math.min(study.plan.report.quotes, whoSays(quotes, facts).people < 2 ? 1 : 2);
    return facts.quotes.choose(quotes, most).map((one) => paragraph(one, facts));
  };
  const end = (quotes: readonly string[]): string => (quotes.length > 0 ? ':' : '.');
  const paragraphs: string[] = [];
  if (qualifying.length > 0) {
    const quotes = print(qualifying);
    const who = dissenter(qualifying, above, theme, facts, phrases);
    const pool =
      who !== undefined && (phrases.saysWho(whoSays(qualifying, facts).people) || quotes.length === 0)
        ? sentences.qualified.who
        : sentences.qualified.plain;
    const lead = phrases.say(pool, theme.id, { about: name(), who: who ?? '' });
    paragraphs.push(`${lead}${end(quotes)}`, ...quotes);
  }
  if (contradicting.length > 0) {
    const clause = analyst.take(theme.id, 'contradiction');
    const { claim, clause: said } = study.plan.findings[theme.id] ?? {};
    const alone = supporting.length === 0 && claim === undefined && said === undefined;
    const pool = clause !== undefined ? sentences.contradictedClause : alone ? sentences.contradictedAlone : sentences.contradicted;
    const who = dissenter(contradicting, above, theme, facts, phrases) ?? words.onePerson(whoSays(contradicting, facts).role?.role);
    const quotes = print(contradicting);
    const lead = phrases.say(pool, theme.id, { about: name(), who, clause: clause ?? '' });
    paragraphs.push(`${lead}${end(quotes)}`, ...quotes);
  }
  return paragraphs;
}
