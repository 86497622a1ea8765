import type { Theme } from '../../model.ts';
import { nounOf, openingOf, quoteParagraphs, type ReportFacts } from '../facts.ts';
import { indent, paragraphs } from './section.ts';

/** Only barriers carry their kind in the heading. */
export function headingOf(theme: Theme, { words }: ReportFacts): string {
  return theme.kind === 'barriere' || theme.kind === 'barrier' ? words.barrier(theme.label) : theme.label;
}

function initiatives(theme: Theme, { study, words }: ReportFacts): string | undefined {
  const own = study.plan.initiatives.filter((initiative) => initiative.type === theme.id);
  if (own.length === 0) return undefined;
  const lines = own.map(({ name, value }) => `- **${name}**${value === undefined ? '' : `: ${value}`}`);
  return paragraphs(words.words.initiatives, lines.join('\n'));
}

function factor(theme: Theme, facts: ReportFacts): string | undefined {
  const opening = openingOf(theme, facts);
  const finding = facts.study.plan.findings[theme.id];
  if (opening === undefined && finding === undefined) return undefined;
  const quotes = quoteParagraphs(theme, facts.codings, 'factor', facts);
  // All its words may stand elsewhere in the report, or be of people who are not to be quoted.
  const said = quotes.length > 0 || opening === undefined ? quotes : [opening];
  const [first = '', ...rest] = finding === undefined ? said : [finding, ...said];
  return paragraphs(`- **${theme.label}.** ${first}`, ...rest.map(indent));
}

/** A theme: the analyst's claim or the gap for it, who touches on it, its factors as bullets, and quotes. */
export function themeText(theme: Theme, heading: string, facts: ReportFacts): string {
  const { words, study, codings } = facts;
  const claim = study.plan.findings[theme.id] ?? words.gap(words.gaps.finding);
  const opening = openingOf(theme, facts);
  if (opening === undefined) return paragraphs(heading, claim, initiatives(theme, facts), words.notFound(nounOf(theme, words)));
  if (theme.themes.length === 0)
    return paragraphs(heading, claim, initiatives(theme, facts), ...quoteParagraphs(theme, codings, 'first', facts));
  // What was said of the theme itself, under none of its factors.
  const own = codings.filter((coding) => coding.theme === theme);
  const factors = theme.themes.map((one) => factor(one, facts)).filter((one) => one !== undefined);
  const list = factors.length > 0 ? [facts.phrases.factorList(), ...factors] : [];
  return paragraphs(heading, claim, opening, initiatives(theme, facts), ...quoteParagraphs(theme, own, 'following', facts), ...list);
}
