import type { Theme } from '../../model.ts';
import type { ReportFacts } from '../facts.ts';
import type { Part } from '../parts.ts';
import { isExample } from './examples.ts';
import type { Section } from './section.ts';
import { headingOf, themeText } from './theme.ts';

interface Group {
  readonly title: string | undefined;
  readonly themes: readonly Theme[];
}

/** The study's sections, then every theme they leave out: nothing that was found goes unsaid. */
function groups({ study, words }: ReportFacts): Group[] {
  const byId = new Map(study.codebook.allThemes.map((theme) => [theme.id, theme]));
  const planned = study.plan.sections.map((section): Group => ({
    title: section.title,
    themes: section.themes.map((id) => byId.get(id)!),
  }));
  const placed = new Set(planned.flatMap((group) => group.themes));
  const left = study.codebook.themes.filter(
    (theme) => !placed.has(theme) && !theme.themes.some((child) => placed.has(child)) && !isExample(theme, study),
  );
  const others: Group[] =
    planned.length > 0 && left.length > 1
      ? [{ title: words.words.otherThemes, themes: left }]
      : left.map((theme) => ({ title: undefined, themes: [theme] }));
  return [...planned, ...others];
}

function writeGroup(group: Group, facts: ReportFacts): Part {
  facts.phrases.startSection();
  const { title, themes } = group;
  const single = themes.length === 1;
  const texts = themes.map((theme) => {
    if (single) return themeText(theme, `### ${title ?? headingOf(theme, facts)}`, facts);
    return themeText(theme, `${title === undefined ? '###' : '####'} ${headingOf(theme, facts)}`, facts);
  });
  const heading = title !== undefined && !single ? [`### ${title}`] : [];
  return { name: `results/${themes.map((theme) => theme.id).join('+')}`, text: [...heading, ...texts].join('\n\n') };
}

/** The main results, in the study's sections. */
export const results: Section = {
  name: 'results',
  write(facts) {
    const [first, ...rest] = groups(facts);
    const heading = { name: 'results', text: `## ${facts.words.headings.results}` };
    return first === undefined ? [] : [heading, ...[first, ...rest].map((group) => writeGroup(group, facts))];
  },
};
