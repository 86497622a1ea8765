import type { Recommendation } from '../../model.ts';
import { nounOf, type ReportFacts } from '../facts.ts';
import { Phrases } from '../phrases.ts';
import { paragraphs, type Section } from './section.ts';

const NAME = 'recommendations';

interface RecommendationGroup {
  readonly name: string | undefined;
  readonly recommendations: readonly Recommendation[];
}

/** Recommendations by group, in order of first mention; those without one first, lest they stand under another's name. */
export function recommendationGroups(all: readonly Recommendation[]): RecommendationGroup[] {
  const names = new Set([undefined, ...all.map(({ group }) => group)]);
  return [...names]
    .map((name) => ({ name, recommendations: all.filter(({ group }) => group === name) }))
    .filter(({ recommendations }) => recommendations.length > 0);
}

function basis({ title, basis: written }: Recommendation, { study, words, analyst }: ReportFacts, phrases: Phrases): string {
  if (written.length === 0) return analyst.gap('basis', NAME, words.headings.recommendations, title);
  const found = written.map((name) => ({
    name,
    theme: study.codebook.allThemes.find((theme) => theme.id === name.slice(name.lastIndexOf('/') + 1)),
  }));
  const themes = found.flatMap(({ theme }) => (theme ? [nounOf(theme, words)] : []));
  const sources = found.filter(({ theme }) => !theme).map(({ name }) => name);
  return `${phrases.say(words.sentences.basis, title, { basis: words.basis(themes, sources) })}.`;
}

/** The analyst's recommendations, each with what it rests on. */
export const recommendations: Section = {
  name: NAME,
  write(facts) {
    const { words, study, analyst } = facts;
    const phrases = new Phrases(words, NAME);
    const groups = recommendationGroups(study.plan.recommendations);
    const named = groups.flatMap(({ name }) => (name === undefined ? [] : [name]));
    const blocks = groups.map(({ name, recommendations: own }) =>
      paragraphs(
        name && `### ${name}`,
        ...own.map((one) => paragraphs(`${name === undefined ? '###' : '####'} ${one.title}`, one.text, basis(one, facts, phrases))),
      ),
    );
    const text = paragraphs(
      `## ${words.headings.recommendations}`,
      named.length > 1 ? words.recommendationGroups(named.map((name) => `*${name}*`)) : undefined,
      ...(blocks.length > 0 ? blocks : [analyst.gap('recommendations', NAME, words.headings.recommendations)]),
    );
    return [{ name: NAME, text }];
  },
};
