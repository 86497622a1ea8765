import type { Language } from '../model.ts';
import { languages } from './languages/index.ts';

// Words that begin with fewer of the same letters are not one by that.
const LEAST_SHARED = 3;

/** Can this follow the stem of a word, as an ending of a form or of a derivation of it? Nothing at all can. */
export function isEnding(rest: string, language: Language): boolean {
  return languages[language].endings.test(rest);
}

/**
 * The beginning two word forms share when they part only in their endings, as *forankring* and *forankret* do, or *måle*
 * and *målt*. Undefined when they are not of one family; two compounds of one word are not.
 */
export function familyOf(a: string, b: string, language: Language): string | undefined {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  const shared = a.slice(0, length);
  // A consonant may be doubled before an ending: bygge, bygning.
  const endsHere = (form: string): boolean =>
    isEnding(form.slice(length), language) || (form[length] === shared.at(-1) && isEnding(form.slice(length + 1), language));
  return length >= LEAST_SHARED && endsHere(a) && endsHere(b) ? shared : undefined;
}
