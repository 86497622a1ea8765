import type { Codebook, Span, Term, Theme } from '../model.ts';
import { bearing, counts } from './bearing.ts';
import { Matcher } from './matcher.ts';

/** A term found in a sentence, and what became of it. */
export interface Evidence {
  readonly theme: Theme;
  readonly term: Term;
  readonly span: Span;
  /** Strong: enough by itself. Supported: weak, but in company. Alone: weak and without. Blocked: inside an exception. */
  readonly outcome: 'strong' | 'supported' | 'alone' | 'blocked';
  readonly blockedBy: Span | undefined;
}

export interface ExplainedSentence {
  readonly span: Span;
  /** The themes the sentence bears, in the order of the codebook. */
  readonly themes: readonly Theme[];
  readonly evidence: readonly Evidence[];
}

/** Why a text bears the themes it does, sentence by sentence, read as one turn of a respondent. */
export function explainText(codebook: Codebook, text: string): ExplainedSentence[] {
  return explainWith(new Matcher(codebook), text);
}

/** The same, for many texts and one codebook. */
export function explainWith(matcher: Matcher, text: string): ExplainedSentence[] {
  const { themes } = matcher.rules;
  const sentences = matcher.match(text, { start: 0, end: text.length });
  const borne = bearing(sentences);
  return sentences.map(({ span, hits }, number) => ({
    span,
    themes: borne.filter((one) => one.sentences.includes(number)).map((one) => themes[one.theme]!),
    evidence: hits.map((hit): Evidence => {
      const { term } = hit.rule;
      const outcome = hit.blockedBy ? 'blocked' : !term.weak ? 'strong' : counts(hit, number, sentences) ? 'supported' : 'alone';
      return { theme: themes[hit.rule.theme]!, term, span: hit.span, outcome, blockedBy: hit.blockedBy };
    }),
  }));
}
