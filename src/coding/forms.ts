import type { Language, WordPattern } from '../model.ts';
import { stem } from '../text/stem.ts';

/** An item that a word matches, by the whole word (-1) or by one of its hyphenated parts (from 0). */
export interface FormItem {
  readonly item: number;
  readonly part: number;
}

/** Finds the items a word form matches. Asked once for each form, so it may take its time. */
export class FormMatcher {
  readonly #language: Language;
  readonly #exact = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #wild: { readonly fits: (form: string) => boolean; readonly item: number }[] = [];

  constructor(items: readonly WordPattern[], language: Language) {
    this.#language = language;
    for (const [item, { kind, text }] of items.entries()) {
      if (kind === 'exact' || kind === 'stem') {
        const map = kind === 'exact' ? this.#exact : this.#stems;
        map.set(text, [...(map.get(text) ?? []), item]);
      } else if (kind === 'start') this.#wild.push({ item, fits: (form) => form.startsWith(text) });
      else if (kind === 'end') this.#wild.push({ item, fits: (form) => form.endsWith(text) });
      else this.#wild.push({ item, fits: (form) => form.includes(text) });
    }
  }

  #itemsOf(word: string): number[] {
    return [
      ...(this.#exact.get(word) ?? []),
      ...(this.#stems.get(stem(word, this.#language)) ?? []),
      ...this.#wild.filter(({ fits }) => fits(word)).map(({ item }) => item),
    ];
  }

  /** The items of a form, each once: by the whole word where that matches, else by the first part that does. */
  match(form: string): FormItem[] {
    const found = this.#itemsOf(form).map((item) => ({ item, part: -1 }));
    if (!form.includes('-')) return found;
    const seen = new Set(found.map(({ item }) => item));
    for (const [part, word] of form.split('-').entries()) {
      for (const item of this.#itemsOf(word)) {
        if (seen.has(item)) continue;
        seen.add(item);
        found.push({ item, part });
      }
    }
    return found;
  }
}
