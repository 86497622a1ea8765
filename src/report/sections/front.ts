import { paragraphs, type Section } from './section.ts';

/** Title, subtitle, who made it for whom, when, and that it is a draft. */
export const front: Section = {
  name: 'front',
  write({ study: { plan }, words, analyst }) {
    const title = `# ${plan.title ?? analyst.gap('title', 'front', words.headings.front)}`;
    const text = paragraphs(
      title,
      plan.subtitle && `*${plan.subtitle}*`,
      words.by(plan.author, plan.client),
      plan.date,
      `**${words.words.draft}**`,
    );
    return [{ name: 'front', text }];
  },
};
