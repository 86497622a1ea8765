import type { ReportFacts } from '../facts.ts';
import type { Part } from '../parts.ts';
import { resultGroups, type ResultGroup } from '../order.ts';
import { Phrases } from '../phrases.ts';
import { figureParts } from './figures.ts';
import type { Section } from './section.ts';
import { headingOf, themeText } from './theme.ts';

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
    if (facts.study.plan.report.by === 'question') return [];
    const [first, ...rest] = resultGroups(facts);
    const heading = { name: 'results', text: `## ${facts.words.headings.results}` };
    return first === undefined
      ? []
      : [heading, ...figureParts('themes', facts), ...[first, ...rest].map((group) => writeGroup(group, facts))];
  },
};
