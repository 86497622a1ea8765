import { countStep } from '../../analysis/scale.ts';
import type { FigureKind } from './figure.ts';
import { INK, LABELS, LINE, linesOf, mark, MARGIN, STRONG } from './layout.ts';

const COLUMN = 112;
const PADDING = 8;
const FRAME = 3;

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
  const left = MARGIN + LABELS + PADDING;
  const heads = levels.map(({ label }, i) => ({
    x: left + (i + 0.5) * COLUMN,
    lines: linesOf(`${i + 1}. ${label}`, COLUMN - PADDING, 'bold'),
  }));
  let height = MARGIN + Math.max(...heads.map(({ lines }) => lines.length)) * LINE + PADDING;
  const top = height;
  const labels = rows.map(({ label }) => {
    const lines = linesOf(label, LABELS, 'normal');
    const row = { y: height, lines, height: lines.length * LINE + 2 * PADDING };
    height += row.height;
    return row;
  });
  const fields = rows.flatMap(({ steps }, r) =>
    steps.map(({ people, supporting, isEmpty, isPlaced }, i) => ({
      x: left + i * COLUMN,
      y: labels[r]!.y,
      height: labels[r]!.height,
      share: people / of,
      number: isEmpty ? '' : people === 0 ? words.words.notFound : `${people}${supporting === 0 ? '' : ` (${supporting})`}`,
      isEmpty,
      isPlaced,
    })),
  );
  const box = {
    x: { field: 'x', offset: 1 },
    y: { field: 'y', offset: 1 },
    width: { value: COLUMN - 2 },
    height: { field: 'height', offset: -2 },
  };
  return {
    name: 'profile',
    ...words.figures.profile({ of, levels: levels.map(({ label }) => label), rows }),
    spec: {
      width: left + levels.length * COLUMN + MARGIN,
      height: height + MARGIN,
      data: [
        { name: 'heads', values: heads.map((head) => ({ ...head, y: top - PADDING - head.lines.length * LINE + LINE / 2 })) },
        { name: 'labels', values: labels.map((row) => ({ ...row, y: row.y + PADDING + LINE / 2 })) },
        { name: 'fields', values: fields.filter(({ isEmpty }) => !isEmpty) },
        { name: 'placed', values: fields.filter(({ isPlaced }) => isPlaced) },
      ],
      scales: [{ name: 'shade', type: 'linear', domain: [0, 1], range: ['#ffffff', STRONG] }],
      marks: [
        mark('text', 'heads', {
          x: { field: 'x' },
          y: { field: 'y' },
          text: { field: 'lines' },
          align: { value: 'center' },
          fontWeight: { value: 'bold' },
          fill: { value: INK },
        }),
        mark('text', 'labels', { x: { value: MARGIN }, y: { field: 'y' }, text: { field: 'lines' }, fill: { value: INK } }),
        mark('rect', 'fields', { ...box, fill: { scale: 'shade', field: 'share' }, stroke: { value: '#8a8a8a' } }),
        mark('rect', 'placed', { ...box, fill: { value: 'transparent' }, stroke: { value: INK }, strokeWidth: { value: FRAME } }),
        mark('text', 'fields', {
          x: { field: 'x', offset: COLUMN / 2 },
          y: { signal: 'datum.y + datum.height / 2' },
          text: { field: 'number' },
          align: { value: 'center' },
          // Where black and white stand out alike, by 4.5 to 1.
          fill: [{ test: 'datum.share > 0.76', value: '#ffffff' }, { value: INK }],
        }),
      ],
    },
  };
};
