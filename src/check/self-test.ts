import type { Theme } from '../model.ts';
import type { Evidence } from '../coding/explain.ts';
import type { Book } from './book.ts';

const isOf = (book: Book, theme: Theme) => (one: Theme) => one === theme || book.isPartOf(one, theme);

const OUTCOMES: Readonly<Record<Evidence['outcome'], string>> = {
  strong: '',
  supported: '',
  alone: ' is weak and alone',
  blocked: ' stands inside an exception',
};

const list = (words: readonly string[]): string => [...new Set(words)].join(', ');

/** Is a text tagged with a theme or one of its sub-themes, by the book's own terms? */
export function bears(book: Book, theme: Theme, text: string): boolean {
  return book.explain(text).some(({ themes }) => themes.some(isOf(book, theme)));
}

/** The words of a text that tag it with a theme, each with its term. */
export function foundBy(book: Book, theme: Theme, text: string): string {
  const counting = book.explain(text).flatMap(({ evidence }) => evidence.filter(({ outcome }) => OUTCOMES[outcome] === ''));
  const own = counting.filter((one) => isOf(book, theme)(one.theme));
  return list(own.map(({ term, span }) => `"${text.slice(span.start, span.end)}" (${term.written})`));
}

/** What a text holds instead of the theme it should: evidence of it that does not count, and other themes. */
export function foundInstead(book: Book, theme: Theme, text: string): string {
  const sentences = book.explain(text);
  const own = sentences.flatMap(({ evidence }) => evidence.filter((one) => isOf(book, theme)(one.theme)));
  const weak = list(own.map(({ span, outcome }) => `"${text.slice(span.start, span.end)}"${OUTCOMES[outcome]}`));
  const others = list(sentences.flatMap(({ themes }) => themes.map((one) => one.id)));
  if (weak === '' && others === '') return 'nothing was found';
  return [weak, others && `found ${others} instead`].filter(Boolean).join('; ');
}
