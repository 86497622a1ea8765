import { answers } from './answers.ts';
import { contents } from './contents.ts';
import { examples } from './examples.ts';
import { front } from './front.ts';
import { introduction } from './introduction.ts';
import { method } from './method.ts';
import { overview } from './overview.ts';
import { recommendations } from './recommendations.ts';
import { results } from './results.ts';
import { scale } from './scale.ts';
import type { Section } from './section.ts';
import { summary } from './summary.ts';

/** The report, in the order it is read. */
export const sections: readonly Section[] = [
  front,
  contents,
  summary,
  introduction,
  method,
  examples,
  results,
  answers,
  scale,
  recommendations,
  overview,
];
