import type { ReportFacts } from '../facts.ts';
import { placingInBrief } from './scale.ts';
import { recommendationGroups } from './recommendations.ts';
import { resultGroups, type ResultGroup } from '../order.ts';
import { paragraphs, type Section } from './section.ts';
import { headingOf } from './theme.ts';

const NAME = 'summary';

/** The claims of a section: of each theme a paragraph, of each factor a bullet. */
function claims({ title, themes }: ResultGroup, { analyst, words }: ReportFacts, heading: string): string {
  const single = themes.length === 1;
  const blocks = themes.map((theme) => {
    const claim = analyst.take(theme.id, 'claim') ?? analyst.gap('finding', NAME, words.headings.summary, theme.id);
    const factors = theme.themes.flatMap((factor) => {
      const own = analyst.take(factor.id, 'claim');
      return own === undefined ? [] : [`- ${own}`];
    });
    const name = single ? (title ?? heading) : theme.label;
    return paragraphs(`**${name}.** ${claim}`, factors.join('\n'));
  });
  return paragraphs(...blocks);
}

/** The main results and the recommendations in brief, in the analyst's words and without a count. */
export const summary: Section = {
  name: NAME,
  write(facts) {
    const { words, study, analyst } = facts;
    const results = resultGroups(facts).map((group) => claims(group, facts, headingOf(group.themes[0]!, facts)));
    const placings = facts.scale.map((evidence) => placingInBrief(evidence, NAME, words.headings.summary, facts));
    const groups = recommendationGroups(study.plan.recommendations);
    const brief = groups.map(({ name, recommendations }) => {
      const titles = recommendations.map(({ title }) => title);
      return name === undefined ? titles.map((title) => `- ${title}`).join('\n') : `- **${name}:** ${titles.join(' · ')}`;
    });
    const text = paragraphs(
      `## ${words.headings.summary}`,
      ...results,
      ...placings,
      brief.length === 0
        ? analyst.gap('recommendations', NAME, words.headings.summary)
        : paragraphs(words.recommendationsInBrief, brief.join('\n')),
    );
    return [{ name: NAME, text }];
  },
};
