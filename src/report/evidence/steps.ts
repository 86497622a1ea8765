import { countStep, rolesApart, type DimensionEvidence, type Step } from '../../analysis/scale.ts';
import { UNKNOWN } from '../../analysis/unknown.ts';
import type { Participant } from '../../model.ts';
import { paragraphs } from '../sections/section.ts';
import { columnName, themeAnchor, type EvidenceFacts } from './facts.ts';
import { escapeMarkdown, link, tableOf } from './markdown.ts';

/** The evidence on one dimension: a row for all and for each role, a column for each step; each number leads to its quotes. */
function dimensionText(evidence: DimensionEvidence, facts: EvidenceFacts): string {
  const { study, table, words, reportWords } = facts;
  const { dimension, steps, placement } = evidence;
  const cell = (step: Step, isAmong: (participant: Participant) => boolean, column?: number): string => {
    if (!step.theme) return '';
    const { people, supporting, contradicting } = countStep(step, isAmong);
    if (people === 0) return reportWords.words.notFound;
    const sides = [
      supporting > 0 ? `${words.stances.supports} ${supporting}` : undefined,
      contradicting > 0 ? `${words.stances.contradicts} ${contradicting}` : undefined,
    ].filter((side) => side !== undefined);
    return link(`${people}${sides.length === 0 ? '' : ` (${sides.join(', ')})`}`, themeAnchor(step.theme, column));
  };
  const head = steps.map(({ number, level }) => {
    const name = `${number}. ${escapeMarkdown(level.label)}`;
    return level.id === placement?.level ? `**${name}**` : name;
  });
  const rows = [
    [`${reportWords.words.total} (${table.total.people})`, ...steps.map((step) => cell(step, () => true))],
    ...table.columns.map(({ id, people }, i) => [
      `${columnName(id, facts)} (${people})`,
      ...steps.map((step) => cell(step, ({ role }) => (role ?? UNKNOWN) === id, i)),
    ]),
  ];
  const apart = rolesApart(evidence, study.codebook.roles, table.columns);
  return paragraphs(
    `### ${escapeMarkdown(dimension.label)}`,
    tableOf(['', ...head], rows, ['text', ...steps.map(() => 'number' as const)]),
    apart && reportWords.steps.differ(apart.first, apart.second),
  );
}

/** The evidence on the codebook's scale, by step and role; nothing without a scale. */
export function stepsText(facts: EvidenceFacts): string | undefined {
  const { scale, words } = facts;
  return scale.length === 0 ? undefined : paragraphs(words.stepsNote, ...scale.map((one) => dimensionText(one, facts)));
}
