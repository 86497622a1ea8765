import type { PrintedQuote } from '../../analysis/printed.ts';
import type { Coding, Theme } from '../../model.ts';
import { contrastOf } from '../contrast.ts';
import { nounOf, type ReportFacts } from '../facts.ts';
import { groundsOf } from '../grounds.ts';
import { ownKind } from '../kinds.ts';
import type { Phrases } from '../phrases.ts';
import { hasNuances, isThin, nuancesOf, saidOf, statementOf, writtenOf } from '../said.ts';
import { paragraphs } from './section.ts';

/** Only barriers carry their kind in the heading. */
export function headingOf(theme: Theme, { words }: ReportFacts): string {
  return ownKind(theme) === 'barrier' ? words.barrier(theme.label) : theme.label;
}

/** Where a theme stands in the report. */
export interface ThemePlace {
  readonly part: string;
  readonly chapter: string;
  /** Its own heading, and the depth of it: `##` is 2. */
  readonly heading: string;
  readonly depth: number;
}

const bullets = (lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : lines.map((line) => `- ${line}`).join('\n');

function initiatives(theme: Theme, { study, words }: ReportFacts): string | undefined {
  const own = study.plan.initiatives.filter((initiative) => initiative.type === theme.id);
  const list = bullets(own.map(({ name, value }) => `**${name}**${value === undefined ? '' : `: ${value}`}`));
  return list === undefined ? undefined : paragraphs(words.words.initiatives, list);
}

/** What the analyst claims of themes under a factor. */
function claimsBelow(theme: Theme, facts: ReportFacts): string[] {
  return theme.themes.flatMap((one) => {
    const claim = facts.analyst.take(one.id, 'claim');
    return [...(claim === undefined ? [] : [`**${one.label}.** ${claim}`]), ...claimsBelow(one, facts)];
  });
}

/** What a workshop among the materials added to a theme of which people's words have been accepted. */
function workshop(theme: Theme, { study, words, analyst, under }: ReportFacts, phrases: Phrases): string | undefined {
  const isGrounded =
    study.plan.materials.some(({ kind }) => /workshop/i.test(kind)) && under(theme).some((coding) => coding.status === 'accepted');
  const clause = isGrounded ? analyst.take(theme.id, 'workshop') : undefined;
  return clause && `${phrases.say(words.sentences.workshop, theme.id, { noun: nounOf(theme, words), clause })}.`;
}

/** Something said of a theme or factor, in the paragraphs of which what qualifies or contradicts it belongs. */
interface Passage {
  readonly theme: Theme;
  readonly codings: readonly Coding[];
  readonly printed: readonly PrintedQuote[];
  readonly before: string;
  readonly after: string;
}

/** A factor: its name, the analyst's claim, what leads in its quotes, and the quotes. */
function factorPassage(theme: Theme, facts: ReportFacts, phrases: Phrases): Passage | undefined {
  const codings = facts.under(theme);
  const said = saidOf(theme, codings, false, facts, phrases);
  const grounds = groundsOf(theme, codings);
  // Where nothing can be quoted, all of it stands elsewhere in the report, or those who said it do not want it printed.
  const isSilent = said.paragraphs.length === 0 && grounds.touched.length > 0;
  const [lead, ...quotes] = isSilent ? [statementOf(theme, grounds, facts, phrases)] : said.paragraphs;
  const claim = facts.analyst.take(theme.id, 'claim');
  const below = bullets(claimsBelow(theme, facts));
  if (grounds.touched.length === 0 && claim === undefined && below === undefined) return undefined;
  const line = (...sentences: readonly (string | undefined)[]): string => sentences.filter((one) => one !== undefined).join(' ');
  const name = `**${theme.label}.**`;
  const opening = below === undefined ? line(name, claim, lead) : paragraphs(line(name, claim), below, lead);
  return {
    theme,
    codings,
    printed: said.printed,
    before: paragraphs(opening, ...quotes),
    after: paragraphs(workshop(theme, facts, phrases), facts.analyst.take(theme.id, 'leadOver')),
  };
}

/** Two roles that speak of different factors. */
function contrast(theme: Theme, facts: ReportFacts, phrases: Phrases): string | undefined {
  const found = contrastOf(theme, facts);
  if (!found) return undefined;
  const { words } = facts;
  const { first, second } = found;
  return `${phrases.say(words.sentences.rolesDiffer, theme.id, {
    a: first.role.definite,
    x: nounOf(first.factor, words),
    b: second.role.definite,
    y: nounOf(second.factor, words),
  })}.`;
}

/** The factors that something is told of, as a list, and the sentence that leads it in. */
function factorList(theme: Theme, factors: readonly Passage[], { words }: ReportFacts, phrases: Phrases): string | undefined {
  if (factors.length === 0) return undefined;
  const { factorCounts, factorLists } = words.sentences;
  const isRead = factors.every(({ codings }) => codings.some((coding) => coding.status === 'accepted'));
  const lead = isRead
    ? phrases.say(factors.length === 1 ? factorCounts.one : factorCounts.many, theme.id, { n: words.count(factors.length) })
    : phrases.choose(factorLists, theme.id);
  return paragraphs(`${lead}:`, bullets(factors.map(({ theme: factor }) => factor.label)));
}

/** What opens a theme with factors: who speaks of it, and what is said of it under none of its factors. */
function openingOf(theme: Theme, facts: ReportFacts, phrases: Phrases): Passage {
  const grounds = groundsOf(theme, facts.under(theme));
  const statement = [statementOf(theme, grounds, facts, phrases), contrast(theme, facts, phrases)].filter((one) => one !== undefined);
  const own = facts.under(theme).filter((coding) => coding.theme === theme);
  // Quotes that support nothing cannot follow a sentence that says what people think.
  const follows = isThin(grounds, facts) || grounds.supporting.length === 0 || groundsOf(theme, own).supporting.length > 0;
  const said = follows ? saidOf(theme, own, true, facts, phrases) : { paragraphs: [], printed: [] };
  return {
    theme,
    codings: own,
    printed: said.printed,
    before: paragraphs(statement.join(' '), initiatives(theme, facts), ...said.paragraphs),
    after: '',
  };
}

/** A theme without factors: who speaks of it, and their words. */
function plainPassage(theme: Theme, facts: ReportFacts, phrases: Phrases): Passage {
  const codings = facts.under(theme);
  const grounds = groundsOf(theme, codings);
  const thin = isThin(grounds, facts) ? statementOf(theme, grounds, facts, phrases) : undefined;
  const said = saidOf(theme, codings, thin !== undefined, facts, phrases);
  const isSilent = thin === undefined && said.paragraphs.length === 0;
  const told = isSilent ? [statementOf(theme, grounds, facts, phrases)] : said.paragraphs;
  return { theme, codings, printed: said.printed, before: paragraphs(initiatives(theme, facts), thin, ...told), after: '' };
}

/** Where the analyst says of the theme itself what contradicts it, that covers the factors of which she says nothing. */
function sharedContradictions([opening, ...factors]: readonly Passage[], { study: { plan } }: ReportFacts): readonly Passage[] {
  const has = ({ theme }: Passage): boolean => plan.findings[theme.id]?.contradiction !== undefined;
  if (!opening || !has(opening)) return [opening, ...factors].filter((one) => one !== undefined);
  const contradicts = (coding: Coding): boolean => coding.stance === 'contradicts';
  const shared = factors.filter((factor) => !has(factor)).flatMap(({ codings }) => codings.filter(contradicts));
  return [
    { ...opening, codings: [...opening.codings, ...shared] },
    ...factors.map((factor) => ({ ...factor, codings: factor.codings.filter((coding) => has(factor) || !contradicts(coding)) })),
  ];
}

/**
 * Passages, each with what qualifies or contradicts it; where that is several, it is gathered at the end.
 * @param closing what stands below the passages
 */
function withNuances(all: readonly Passage[], closing: string | undefined, depth: number, facts: ReportFacts, phrases: Phrases): string[] {
  const passages = sharedContradictions(all, facts);
  const apart = passages.filter(({ codings }) => hasNuances(codings)).length > 1;
  const nuances = ({ theme, codings, printed }: Passage): string[] =>
    nuancesOf(theme, codings, { above: apart ? [] : printed, apart }, facts, phrases);
  if (!apart) return [...passages.map((one) => paragraphs(one.before, ...nuances(one), one.after)), closing ?? ''];
  const gathered = passages.flatMap(nuances);
  return [
    ...passages.map(({ before, after }) => paragraphs(before, after)),
    closing ?? '',
    `${'#'.repeat(depth)} ${facts.words.headings.nuances}`,
    ...gathered,
  ];
}

/**
 * A theme: the analyst's claim or the gap for it, who speaks of it, its factors, quotes, what qualifies or contradicts
 * it, what the workshop added, and the sentence that leads over to the next.
 */
export function themeText(theme: Theme, { part, chapter, heading, depth }: ThemePlace, facts: ReportFacts, phrases: Phrases): string {
  const { words, analyst, under, sources } = facts;
  const top = paragraphs(
    `${'#'.repeat(depth)} ${heading}`,
    analyst.take(theme.id, 'claim') ?? analyst.gap('finding', part, chapter, theme.id),
  );
  const leadOver = analyst.take(theme.id, 'leadOver');
  const isTouched = groundsOf(theme, under(theme)).touched.length > 0;
  if (!isTouched) {
    const written = writtenOf(theme, facts, phrases);
    // Where nobody was asked, what documents say is all there is.
    const isAsked = sources.interviews + sources.articles > 0;
    const notFound = isAsked || written === undefined ? words.notFound(nounOf(theme, words), sources) : undefined;
    return paragraphs(top, initiatives(theme, facts), notFound, written, leadOver);
  }
  if (theme.themes.length === 0) {
    const plain = plainPassage(theme, facts, phrases);
    return paragraphs(
      top,
      ...withNuances([plain], workshop(theme, facts, phrases), depth + 1, facts, phrases),
      writtenOf(theme, facts, phrases),
      leadOver,
    );
  }
  const opening = openingOf(theme, facts, phrases);
  const factors = theme.themes.map((one) => factorPassage(one, facts, phrases)).filter((one) => one !== undefined);
  const list = factorList(theme, factors, facts, phrases);
  const [first, ...rest] = withNuances([opening, ...factors], workshop(theme, facts, phrases), depth + 1, facts, phrases);
  return paragraphs(top, first, list, ...rest, writtenOf(theme, facts, phrases), leadOver);
}
