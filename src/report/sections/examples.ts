import type { Study, Theme } from '../../model.ts';
import { paragraphs, type Section } from './section.ts';
import { themeText } from './theme.ts';

/** Types of concrete examples stand in a chapter of their own, unless the study puts them among the results. */
export function isExample(theme: Theme, study: Study): boolean {
  return (
    (theme.kind === 'eksempel' || theme.kind === 'example') && !study.plan.sections.some((section) => section.themes.includes(theme.id))
  );
}

/** The concrete examples by type, with the initiatives the analyst has named. */
export const examples: Section = {
  name: 'examples',
  write(facts) {
    const themes = facts.study.codebook.themes.filter((theme) => isExample(theme, facts.study));
    if (themes.length === 0) return [];
    facts.phrases.startSection();
    const texts = themes.map((theme) => themeText(theme, `### ${theme.label}`, facts));
    return [{ name: 'examples', text: paragraphs(`## ${facts.words.headings.examples}`, ...texts) }];
  },
};
