import { countStep, type DimensionEvidence, type Step, type StepCount } from '../analysis/scale.ts';
import { UNKNOWN } from '../analysis/unknown.ts';
import type { Codebook, CrossTable, Participant } from '../model.ts';
import { cliWords } from './words.ts';

/** Everybody, and each role: how many were interviewed, and who belongs to it. */
function groupsOf({ columns, total }: CrossTable): { id: string; people: number; isAmong(participant: Participant): boolean }[] {
  return [
    { id: 'total', people: total.people, isAmong: () => true },
    ...columns.map(({ id, people }) => ({ id, people, isAmong: ({ role }: Participant) => (role ?? UNKNOWN) === id })),
  ];
}

const isPlaced = ({ placement }: DimensionEvidence, { level }: Step): boolean => placement?.level === level.id;

/** The evidence as text: a row for each dimension, and under it one for each role; a star where it is placed. */
export function stepCells(
  { scale, language }: Codebook,
  all: readonly DimensionEvidence[],
  table: CrossTable,
  unit: 'people' | 'quotes',
): { head: string[]; rows: string[][] } {
  const { steps: words } = cliWords[language];
  const shown = (count: StepCount): string => {
    if (count.people === 0) return '–';
    const sides = (['supporting', 'contradicting'] as const)
      .filter((side) => count[side] > 0)
      .map((side) => `${count[side]} ${words[side]}`);
    return sides.length === 0 ? String(count[unit]) : `${count[unit]} (${sides.join(', ')})`;
  };
  const rows = all.flatMap((evidence) =>
    groupsOf(table).map(({ id, people, isAmong }, i) => [
      i === 0 ? evidence.dimension.label : `  ${id} (${people})`,
      ...evidence.steps.map((step) => {
        const cell = step.theme ? shown(countStep(step, isAmong)) : '';
        return i === 0 && isPlaced(evidence, step) ? `* ${cell}`.trimEnd() : cell;
      }),
    ]),
  );
  return { head: [`${words.dimension} (${table.total.people})`, ...scale!.levels.map(({ label }, i) => `${i + 1} ${label}`)], rows };
}

/** A row for each dimension, level the scale describes, and role or all: what statistics programs want. */
export function tidySteps(all: readonly DimensionEvidence[], table: CrossTable): (string | number)[][] {
  return all.flatMap((evidence) =>
    evidence.steps.flatMap((step) =>
      groupsOf(table).flatMap(({ id, people: of, isAmong }) => {
        if (!step.theme) return [];
        const { people, quotes, supporting, contradicting } = countStep(step, isAmong);
        const placed = isPlaced(evidence, step) ? 1 : 0;
        return [[evidence.dimension.id, step.level.id, step.theme.id, placed, id, of, people, quotes, supporting, contradicting]];
      }),
    ),
  );
}

/** The evidence as data; `theme` is null where the scale says nothing. */
export function stepRecords(all: readonly DimensionEvidence[], table: CrossTable): object[] {
  return all.map((evidence) => ({
    dimension: evidence.dimension.id,
    label: evidence.dimension.label,
    placement: evidence.placement ?? null,
    levels: evidence.steps.map((step) => ({
      level: step.level.id,
      label: step.level.label,
      theme: step.theme?.id ?? null,
      ...(step.theme && {
        total: countStep(step),
        roles: groupsOf(table)
          .slice(1)
          .map(({ id, people, isAmong }) => ({ role: id, of: people, ...countStep(step, isAmong) })),
      }),
    })),
  }));
}
