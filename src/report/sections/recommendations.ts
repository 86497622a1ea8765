import type { Recommendation } from '../../model.ts';
import { nounOf, type ReportFacts } from '../facts.ts';
import { paragraphs, type Section } from './section.ts';

function basis({ basis: written }: Recommendation, { study, words }: ReportFacts): string {
  if (written.length === 0) return words.gap(words.gaps.basis);
  const found = written.map((name) => ({
    name,
    theme: study.codebook.allThemes.find((theme) => theme.id === name.slice(name.lastIndexOf('/') + 1)),
  }));
  const themes = found.flatMap(({ theme }) => (theme ? [nounOf(theme, words)] : []));
  return words.basis(
    themes,
    found.filter(({ theme }) => !theme).map(({ name }) => name),
  );
}

/** The analyst's recommendations, each with what it rests on. */
export const recommendations: Section = {
  name: 'recommendations',
  write(facts) {
    const { words, study } = facts;
    const blocks = study.plan.recommendations.map((one) => paragraphs(`### ${one.title}`, one.text, basis(one, facts)));
    return [
      {
        name: 'recommendations',
        text: paragraphs(`## ${words.headings.recommendations}`, ...(blocks.length > 0 ? blocks : [words.gap(words.gaps.recommendations)])),
      },
    ];
  },
};
