import type { Theme } from '../../model.ts';
import type { ReportFacts } from '../facts.ts';
import type { Part } from '../parts.ts';
import { Phrases } from '../phrases.ts';
import { isExample } from './examples.ts';
import type { Section } from './section.ts';
import { headingOf, themeText } from './theme.ts';

/** A section of the results: a theme, or several under a title. */
export interface ResultGroup {
  readonly title: string | undefined;
  readonly themes: readonly Theme[];
}

/** The study's sections, then every theme they leave out: nothing that was found goes unsaid. */
export function resultGroups({ study, words }: Pick<ReportFacts, 'study' | 'words'>): ResultGroup[] {
  const byId = new Map(study.codebook.allThemes.map((theme) => [theme.id, theme]));
  const planned = study.plan.sections.map((section): ResultGroup => ({
    title: section.title,
    themes: section.themes.map((id) => byId.get(id)!),
  }));
  const placed = new Set(planned.flatMap((group) => group.themes));
  const left = study.codebook.themes.filter(
    (theme) => !placed.has(theme) && !theme.themes.some((child) => placed.has(child)) && !isExample(theme, study),
  );
  const others: ResultGroup[] =
    planned.length > 0 && left.length > 1
      ? [{ title: words.words.otherThemes, themes: left }]
      : left.map((theme) => ({ title: undefined, themes: [theme] }));
  return [...planned, ...others];
}

function writeGroup(group: ResultGroup, facts: ReportFacts): Part {
  const { title, themes } = group;
  const part = `results/${themes.map((theme) => theme.id).join('+')}`;
  const phrases = new Phrases(facts.words, part);
  const single = themes.length === 1;
  const texts = themes.map((theme) => {
    const heading = (single ? title : undefined) ?? headingOf(theme, facts);
    const chapter = facts.words.headings.results;
    return themeText(theme, { part, chapter, heading, depth: title === undefined || single ? 3 : 4 }, facts, phrases);
  });
  const heading = title !== undefined && !single ? [`### ${title}`] : [];
  return { name: part, text: [...heading, ...texts].join('\n\n') };
}

/** The main results, in the study's sections. */
export const results: Section = {
  name: 'results',
  write(facts) {
    const [first, ...rest] = resultGroups(facts);
    const heading = { name: 'results', text: `## ${facts.words.headings.results}` };
    return first === undefined ? [] : [heading, ...[first, ...rest].map((group) => writeGroup(group, facts))];
  },
};
