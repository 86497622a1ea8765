import type { Figure, FigureFacts, FigureKind } from './figure.ts';
import { profile } from './profile.ts';
import { roles } from './roles.ts';
import { themes } from './themes.ts';

/** The pictures, in the order they are numbered. */
const kinds: readonly FigureKind[] = [themes, profile, roles];

/** The pictures of a study. */
export function figuresOf(facts: FigureFacts): Figure[] {
  return kinds.flatMap((kind) => kind(facts) ?? []);
}
