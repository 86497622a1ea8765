import type { Finding } from '../model.ts';
import { KEY_OF_GAP, type Gap, type Unprinted } from '../report/gaps.ts';
import { STUDY_FILE } from '../study/plan.ts';
import type { Io } from './io.ts';

const NEEDS: Readonly<Record<keyof Finding, { readonly key: string; readonly what: string }>> = {
  claim: { key: 'claim', what: 'the theme has no passage in the report' },
  clause: { key: 'clause', what: 'no accepted coding supports the theme, or it has no lead-in of its own' },
  contradiction: { key: 'contradiction', what: 'no accepted coding contradicts the theme where it has a passage of its own' },
  workshop: { key: 'workshop', what: 'there is no workshop among the materials, or no accepted coding of the theme' },
  leadOver: { key: 'lead-over', what: 'the theme has no passage in the report' },
};

/** Each gap once: what is missing in a chapter is missing in the summary too. */
export function distinctGaps(gaps: readonly Gap[]): Gap[] {
  const last = new Map(gaps.map((gap) => [`${gap.kind} ${gap.of ?? ''}`, gap]));
  return gaps.filter((gap) => last.get(`${gap.kind} ${gap.of ?? ''}`) === gap);
}

/**
 * Says on standard error where the analyst has yet to write, in which chapter and under which key of the study file, and
 * what she has written that the report has no use for yet.
 */
export function printGaps(gaps: readonly Gap[], unprinted: readonly Unprinted[], io: Io): void {
  const lines = new Map<string, string[]>();
  const add = (line: string, name: string | undefined): void => {
    const names = lines.get(line) ?? [];
    lines.set(line, name === undefined ? names : [...names, name]);
  };
  for (const { kind, chapter, text, of } of distinctGaps(gaps)) add(`${chapter}: ${text} (${STUDY_FILE}, ${KEY_OF_GAP[kind]})`, of);
  for (const { theme, key } of unprinted) add(`written and not printed: ${NEEDS[key].key} (${NEEDS[key].what})`, theme);
  for (const [line, names] of lines) io.err(`codify: ${line}${names.length > 0 ? `: ${names.join(', ')}` : ''}\n`);
}
