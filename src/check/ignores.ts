import type { Problem } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
import { rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';

/** A comment that silences a rule: on the line it ends, or on a line of its own above one. */
interface Ignore {
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly reason: string;
  /** The line it is about. */
  readonly about: number;
}

const COMMENT = /(?:^|\s)(#\s*codify-ignore\b[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*))$/;

function ignoresIn(text: string): Ignore[] {
  const lines = text.split('\n');
  const isComment = lines.map((line) => line.trimStart().startsWith('#'));
  // Several may stand above one line.
  const abouts = lines.map((_, i) => i);
  for (let i = lines.length - 2; i >= 0; i -= 1) if (isComment[i]) abouts[i] = abouts[i + 1]!;
  return lines.flatMap((line, i): Ignore[] => {
    const match = COMMENT.exec(line);
    if (!match) return [];
    const [, comment = '', rule = '', reason = ''] = match;
    return [{ line: i + 1, column: line.length - comment.length + 1, rule, reason: reason.trim(), about: abouts[i]! + 1 }];
  });
}

/** What is wrong with the comment itself. */
function faultOf({ rule, reason }: Ignore): { message: string; hint?: string | undefined } | undefined {
  const ids = rules.map((one) => one.id);
  const known = rules.find((one) => one.id === rule);
  if (rule === '') return { message: 'this silences no rule', hint: 'it is written # codify-ignore RULE: reason' };
  if (!known) return { message: `there is no rule "${rule}" to silence`, hint: didYouMean(rule, ids) };
  if (!known.check) return { message: `the rule "${rule}" cannot be silenced`, hint: 'mend what it tells of' };
  if (reason === '') return { message: 'this gives no reason, and silences nothing', hint: `write # codify-ignore ${rule}: and why` };
  return undefined;
}

/**
 * Leaves out what the comments of a file silence, and tells of comments that silence nothing.
 * @param asked the rules that were asked; a comment about another has nothing to silence this time
 */
export function silence(problems: readonly Problem[], path: string, text: string, asked: readonly Rule[]): Problem[] {
  const kept = new Set(problems);
  const onLine = new Map<number, Problem[]>();
  for (const problem of problems) {
    const line = onLine.get(problem.place.line ?? 0);
    if (line) line.push(problem);
    else onLine.set(problem.place.line ?? 0, [problem]);
  }
  for (const ignore of ignoresIn(text)) {
    const { line, column, rule } = ignore;
    let fault = faultOf(ignore);
    const silenced = fault ? [] : (onLine.get(ignore.about) ?? []).filter((problem) => problem.rule === rule);
    for (const problem of silenced) kept.delete(problem);
    if (!fault && silenced.length === 0 && asked.some((one) => one.id === rule))
      fault = { message: `"${rule}" finds nothing here to silence`, hint: 'delete the comment' };
    if (fault) kept.add({ rule: 'ignore', severity: 'warn', message: fault.message, place: { path, line, column }, hint: fault.hint });
  }
  return [...kept];
}
