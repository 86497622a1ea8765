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

/** What the analyst claims of themes under a factor, as bullets of their own. */
function findingsBelow(theme: Theme, facts: ReportFacts): string[] {
  return theme.themes.flatMap((one) => {
    const finding = facts.study.plan.findings[one.id];
    return [...(finding === undefined ? [] : [`- **${one.label}.** ${finding}`]), ...findingsBelow(one, facts)];
  });
}

function factor(theme: Theme, facts: ReportFacts): string | undefined {
  const quotes = quoteParagraphs(theme, facts.codings, 'factor', facts);
  // Where nothing can be quoted, all of it stands elsewhere in the report, or those who said it do not want it printed.
  const said = quotes.length > 0 ? quotes : [openingOf(theme, facts)].filter((opening) => opening !== undefined);
  const finding = facts.study.plan.findings[theme.id];
  const [first, ...rest] = [...(finding === undefined ? [] : [finding]), ...said];
  const deeper = findingsBelow(theme, facts);
  if (first === undefined && deeper.length === 0) return undefined;
  return paragraphs(`- **${theme.label}.** ${first ?? ''}`.trimEnd(), ...[...rest, ...deeper].map(indent));
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
