import type { Codebook, Hit, Span, Theme } from '../model.ts';
import { bearing, counts, isCompany } from './bearing.ts';
import { Matcher, type MatchedSentence, type RuleHit } from './matcher.ts';
import { nearest, NearMatcher, type NearMiss, wordsOf } from './nearly.ts';

/** Other evidence of a theme that a weak term leans on. */
export interface Company extends Hit {
  /** Where it stands: -1 in the sentence before, 0 in the same, 1 in the next. */
  readonly beside: -1 | 0 | 1;
}

/** A term found in a sentence, and what became of it. */
export interface Evidence extends Hit {
  readonly theme: Theme;
  /** Strong: enough by itself. Supported: weak, but in company. Alone: weak and without. Blocked: inside an exception. */
  readonly outcome: 'strong' | 'supported' | 'alone' | 'blocked';
  /** What a weak term leans on, from left to right; empty for all others. */
  readonly company: readonly Company[];
  readonly blockedBy: Span | undefined;
}

export interface ExplainedSentence {
  readonly span: Span;
  /** The themes the sentence bears, in the order of the codebook. */
  readonly themes: readonly Theme[];
  readonly evidence: readonly Evidence[];
  /** What nearly matched, of the themes the sentence does not bear. */
  readonly nearly: readonly NearMiss[];
}

function companyOf(hit: RuleHit, number: number, sentences: readonly MatchedSentence[]): Company[] {
  return ([-1, 0, 1] as const).flatMap((beside) =>
    (sentences[number + beside]?.hits ?? [])
      .filter((other) => isCompany(hit, other))
      .map(({ term, span }): Company => ({ term, span, beside })),
  );
}

function evidenceOf(hit: RuleHit, theme: Theme, number: number, sentences: readonly MatchedSentence[]): Evidence {
  const { term, span, blockedBy } = hit;
  const outcome = blockedBy ? 'blocked' : !term.weak ? 'strong' : counts(hit, number, sentences) ? 'supported' : 'alone';
  return { theme, term, span, outcome, company: outcome === 'supported' ? companyOf(hit, number, sentences) : [], blockedBy };
}

/** Which themes the sentences of a text bear and why, read as one turn of a respondent. */
export function explainWith(matcher: Matcher, text: string): Omit<ExplainedSentence, 'nearly'>[] {
  const all = matcher.rules.themes;
  const sentences = matcher.match(text, { start: 0, end: text.length });
  const borne = bearing(sentences);
  return sentences.map(({ span, hits }, number) => ({
    span,
    themes: borne.filter((one) => one.sentences.includes(number)).map((one) => all[one.theme]!),
    evidence: hits.map((hit) => evidenceOf(hit, all[hit.rule.theme]!, number, sentences)),
  }));
}

/** Why a text bears the themes it does, and nearly others. */
export function explainText(codebook: Codebook, text: string): ExplainedSentence[] {
  const nearMatchers = codebook.allThemes.map((theme) => new NearMatcher(theme, codebook.language));
  return explainWith(new Matcher(codebook), text).map((sentence) => {
    const { span, themes, evidence } = sentence;
    const words = wordsOf(text, span);
    const nearly = nearMatchers
      .filter(({ theme }) => !themes.includes(theme))
      .flatMap((near) => {
        const own = evidence.filter(({ theme }) => theme === near.theme);
        return near.find(words, own);
      });
    return { ...sentence, nearly: nearest(nearly) };
  });
}
