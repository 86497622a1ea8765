import { isExample } from '../order.ts';
import { Phrases } from '../phrases.ts';
import { paragraphs, type Section } from './section.ts';
import { themeText } from './theme.ts';

/** The concrete examples by type, with the initiatives the analyst has named. */
export const examples: Section = {
  name: 'examples',
  write(facts) {
    if (facts.study.plan.report.by === 'question') return [];
    const themes = facts.study.codebook.themes.filter((theme) => isExample(theme, facts.study));
    if (themes.length === 0) return [];
    const part = 'examples';
    const chapter = facts.words.headings.examples;
    const phrases = new Phrases(facts.words, part);
    const texts = themes.map((theme) => themeText(theme, { part, chapter, heading: theme.label, depth: 3 }, facts, phrases));
    return [{ name: part, text: paragraphs(`## ${chapter}`, ...texts) }];
  },
};
