import type { Theme } from '../../model.ts';
import { wordForms } from '../../text/words.ts';
import type { HowManyWords } from './languages/language.ts';

// Words that begin with fewer of the same letters are not one by that.
const LEAST_SHARED = 3;

/** Finds which themes a text names, by their label or noun in any form. */
export class ThemeNames {
  readonly #names: readonly { readonly theme: Theme; readonly forms: readonly string[] }[];
  readonly #inflections: RegExp;

  constructor(themes: readonly Theme[], words: HowManyWords) {
    this.#inflections = words.inflections;
    this.#names = themes.flatMap((theme) =>
      [theme.label, theme.noun].flatMap((name) => {
        const forms = wordForms(name ?? '');
        while (forms.length > 1 && words.articles.has(forms[0]!)) forms.shift();
        return forms.length === 0 ? [] : [{ theme, forms }];
      }),
    );
  }

  /** Are two words forms of one? *krydspres* and *krydspresset* are, *ledelse* and *ledere* are not. */
  #areForms(a: string, b: string): boolean {
    if (a === b) return true;
    let shared = 0;
    while (shared < a.length && a[shared] === b[shared]) shared += 1;
    const fits = (form: string): boolean =>
      this.#inflections.test(form.slice(shared)) || (form[shared] === a[shared - 1] && this.#inflections.test(form.slice(shared + 1)));
    return shared >= LEAST_SHARED && fits(a) && fits(b);
  }

  /** The themes a text names, those named nearest to a place of it first; of names that overlap the longest. */
  namedIn(text: string, near = 0): Theme[] {
    const words = wordForms(text);
    const found = this.#names.flatMap(({ theme, forms }) =>
      words.flatMap((_, from) =>
        forms.every((form, i) => this.#areForms(form, words[from + i] ?? '')) ? [{ theme, from, to: from + forms.length }] : [],
      ),
    );
    const longest = found.filter(
      (one) => !found.some((other) => other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from),
    );
    const place = wordForms(text.slice(0, near)).length;
    const distance = ({ from, to }: { from: number; to: number }): number => Math.max(from - place, place - to);
    return [...new Set(longest.toSorted((a, b) => distance(a) - distance(b)).map(({ theme }) => theme))];
  }

  /** Do these words stand in the name of a theme? Then they say nothing of people. */
  holds(words: string): boolean {
    const looked = ` ${wordForms(words).join(' ')} `;
    return this.#names.some(({ forms }) => ` ${forms.join(' ')} `.includes(looked));
  }
}
