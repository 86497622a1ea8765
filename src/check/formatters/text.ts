import { formatPlace } from '../../errors.ts';
import type { Problem } from '../../model.ts';
import type { Checked } from '../check.ts';
import type { Formatter, Surroundings } from './formatter.ts';

const WIDEST = 100;
const BEFORE = 60;

const plural = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

/** The line of the file with a mark under the place; of a long line, what stands around it. */
function quoted({ place }: Problem, lines: readonly string[], { paint }: Surroundings): string {
  const line = place.line === undefined ? undefined : lines[place.line - 1];
  if (line === undefined || place.column === undefined) return '';
  const at = place.column - 1;
  const from = line.length > WIDEST ? Math.max(0, at - BEFORE) : 0;
  const shown = `${from > 0 ? '…' : ''}${line.slice(from, from + WIDEST)}${from + WIDEST < line.length ? '…' : ''}`;
  // As wide as what stands before it: tabs stay, marks above a letter take no room.
  const blanks = `${from > 0 ? ' ' : ''}${line.slice(from, at).replace(/\p{M}/gu, '').replace(/[^\t]/gu, ' ')}`;
  return `${paint.dim('  | ')}${shown}\n${paint.dim('  | ')}${blanks}${paint.bold('^')}\n`;
}

function described(problem: Problem, lines: readonly string[], surroundings: Surroundings): string {
  const { rule, severity, message, place, hint } = problem;
  const { paint } = surroundings;
  const colour = severity === 'error' ? paint.red : paint.yellow;
  const advice = hint === undefined ? '' : `  ${paint.dim('→')} ${hint}\n`;
  const head = `${paint.bold(formatPlace(place))}: ${colour(severity === 'error' ? 'error' : 'warning')}: ${message} ${paint.dim(`[${rule}]`)}\n`;
  return `${head}${quoted(problem, lines, surroundings)}${advice}\n`;
}

function summary(checked: readonly Checked[], { paint }: Surroundings): string {
  const problems = checked.flatMap((one) => one.problems);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const books = `in ${plural(checked.length, 'codebook')}`;
  if (problems.length === 0) return `${paint.green('nothing to mend')} ${books}\n`;
  const counts = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')].filter((one) => one !== false);
  return `${(errors > 0 ? paint.red : paint.yellow)(counts.join(', '))} ${books}\n`;
}

/** For people: each problem with its place and line, and how many there are. */
export const text: Formatter = (checked, surroundings) => {
  const problems = checked.flatMap((one) => {
    const lines = one.text.split('\n');
    return one.problems.map((problem) => described(problem, lines, surroundings));
  });
  return `${problems.join('')}${summary(checked, surroundings)}`;
};
