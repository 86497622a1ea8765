import { peopleByRole } from './people.ts';
import { headingsOf, paragraphs, type Section } from './section.ts';

/** What the report rests on and how it is divided; the purpose is the analyst's to write. */
export const introduction: Section = {
  name: 'introduction',
  write(facts, following) {
    const { words, study, sources, analyst } = facts;
    const chapters = headingsOf(following).filter(({ depth }) => depth === 2);
    const text = paragraphs(
      `## ${words.headings.introduction}`,
      study.plan.purpose ?? analyst.gap('purpose', 'introduction', words.headings.introduction),
      words.introduction({
        sources,
        people: peopleByRole(facts),
        client: study.plan.client,
        chapters: chapters.map(({ heading }) => heading),
      }),
    );
    return [{ name: 'introduction', text }];
  },
};
