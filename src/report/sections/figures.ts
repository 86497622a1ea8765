import type { ReportFacts } from '../facts.ts';
import type { FigureName } from '../figures/figure.ts';
import { figuresOf } from '../figures/index.ts';
import { figureMarkdown } from '../figures/markdown.ts';
import type { Part } from '../parts.ts';

/** A picture as a part of its own, where the report has pictures and there is something to show. */
export function figureParts(name: FigureName, facts: ReportFacts): Part[] {
  const { figuresIn } = facts;
  if (figuresIn === undefined) return [];
  const all = figuresOf(facts);
  return all
    .filter((figure) => figure.name === name)
    .map((figure) => ({ name: `figures/${name}`, text: figureMarkdown(figure, all, figuresIn, facts) }));
}
