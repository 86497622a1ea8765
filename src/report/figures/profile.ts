import { countStep } from '../../analysis/scale.ts';
import type { FigureKind } from './figure.ts';
import { grid, PADDING } from './grid.ts';
import { linesOf } from './layout.ts';

const COLUMN = 112;

/** How many people speak of each step of each dimension, and a frame around the step where the analyst has placed it. */
export const profile: FigureKind = (facts) => {
  const { scale, study, table, words } = facts;
  const levels = study.codebook.scale?.levels ?? [];
  const of = table.total.people;
  if (scale.length === 0 || of === 0) return undefined;
  const rows = scale.map(({ dimension, steps, placement }) => ({
    label: dimension.label,
    steps: steps.map((step) => ({
      ...countStep(step),
      isEmpty: step.theme === undefined,
      isPlaced: step.level.id === placement?.level,
    })),
  }));
  const numberOf = (people: number, supporting: number): string =>
    people === 0 ? words.words.notFound : `${people}${supporting === 0 ? '' : ` (${supporting})`}`;
  return {
    name: 'profile',
    ...words.figures.profile({ of, levels: levels.map(({ label }) => label), rows }),
    spec: grid(
      levels.map(({ label }, i) => linesOf(`${i + 1}. ${label}`, COLUMN - PADDING, 'bold')),
      rows.map(({ label, steps }) => ({
        label,
        fields: steps.map(({ people, supporting, isEmpty, isPlaced }) => ({
          share: people / of,
          number: numberOf(people, supporting),
          isBlank: isEmpty,
          isFramed: isPlaced,
        })),
      })),
      COLUMN,
    ),
  };
};
