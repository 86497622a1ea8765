import { overlaps } from '../text/spans.ts';
import type { MatchedSentence, RuleHit } from './matcher.ts';

/** A theme and the sentences of a turn that bear it, by number, from left to right. */
export interface Borne {
  readonly theme: number;
  readonly sentences: readonly number[];
}

/** Is this other evidence of the hit's theme, in other words than the hit's own? */
export function isCompany(hit: RuleHit, other: RuleHit): boolean {
  return (
    other.rule.theme === hit.rule.theme &&
    other.blockedBy === undefined &&
    other.rule.evidence !== hit.rule.evidence &&
    !overlaps(other.span, hit.span)
  );
}

/** Does this hit make its sentence bear the theme: by itself, or in the company of other evidence in it or beside it? */
export function counts(hit: RuleHit, sentence: number, sentences: readonly MatchedSentence[]): boolean {
  if (hit.blockedBy !== undefined) return false;
  if (!hit.rule.term.weak) return true;
  return [sentence - 1, sentence, sentence + 1].some((near) => sentences[near]?.hits.some((other) => isCompany(hit, other)));
}

/** Which themes the sentences of one turn bear by their own terms, in the order of the codebook. */
export function bearing(sentences: readonly MatchedSentence[]): Borne[] {
  const borne = new Map<number, number[]>();
  for (const [number, sentence] of sentences.entries()) {
    for (const hit of sentence.hits) {
      const list = borne.get(hit.rule.theme);
      if (list?.at(-1) === number || !counts(hit, number, sentences)) continue;
      if (list) list.push(number);
      else borne.set(hit.rule.theme, [number]);
    }
  }
  return [...borne].sort(([a], [b]) => a - b).map(([theme, numbers]) => ({ theme, sentences: numbers }));
}
