import type { Language, Theme } from '../model.ts';
import { stem } from '../text/stem.ts';
import { wordForms } from '../text/words.ts';
import { singleWord } from './patterns.ts';

const LEAST_SHARED = 4;

function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** For an example that was missed: the word of it that is most like a term of the theme, and what would find it. */
export function nearestTerm(theme: Theme, example: string, language: Language): string | undefined {
  let best: { form: string; term: string; length: number } | undefined;
  for (const term of theme.terms) {
    const word = singleWord(term.pattern);
    if (!word || word.kind === 'end' || word.kind === 'part') continue;
    for (const form of wordForms(example)) {
      const length = shared(form, word.text);
      const isNear = length >= LEAST_SHARED && length >= Math.max(form.length, word.text.length) / 2;
      if (!isNear || stem(form, language) === stem(word.text, language) || length <= (best?.length ?? 0)) continue;
      best = { form, term: term.written, length };
    }
  }
  return best && `"${best.form}" is not an inflection of "${best.term}": add ${best.form.slice(0, best.length)}*`;
}
