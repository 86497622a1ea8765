import type { Figure, FigureFacts, FigureKind } from './figure.ts';
import { roles } from './roles.ts';
import { themes } from './themes.ts';

/** The pictures, in the order they are numbered. */
const kinds: readonly FigureKind[] = [themes, roles];

/** The pictures of a study. */
export function figuresOf(facts: FigureFacts): Figure[] {
  return kinds.flatMap((kind) => kind(facts) ?? []);
}
