import type { Codebook, Theme } from '../model.ts';

/** Letters and digits as they are searched: small, without marks, and æ, ø, å as they are typed where a keyboard lacks them. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well letters fit a name; less is better. */
const FIT = { beginning: 0, word: 1, beginnings: 2, inside: 3, inOrder: 4, none: 5 } as const;
type Fit = (typeof FIT)[keyof typeof FIT];

/** Do the letters begin words one after another: "koi" and "kultinc" kultur og incitamenter? */
function beginWords(letters: string, words: readonly string[], from = 0): boolean {
  if (letters === '') return true;
  return words.some((word, at) => {
    if (at < from) return false;
    for (let count = 1; count <= letters.length && word.startsWith(letters.slice(0, count)); count += 1)
      if (beginWords(letters.slice(count), words, at + 1)) return true;
    return false;
  });
}

function areInOrder(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function fitOf(letters: string, words: readonly string[]): Fit {
  const text = words.join('');
  if (text.startsWith(letters)) return FIT.beginning;
  // Most names are told apart by this, at little cost.
  if (!areInOrder(letters, text)) return FIT.none;
  if (words.some((word) => word.startsWith(letters))) return FIT.word;
  if (beginWords(letters, words)) return FIT.beginnings;
  return text.includes(letters) ? FIT.inside : FIT.inOrder;
}

/**
 * Finds the themes of a codebook by a few letters of their label, id or noun, or of the themes above them. Those whose
 * name begins with the letters come first, then those with a word that does, words that each begin with some of them, the letters
 * together, the letters in order; of equals the theme's own name goes before that of one above it, then the codebook's order.
 */
export class ThemeSearch {
  readonly #themes: readonly { theme: Theme; own: string[][]; path: string[] }[];

  constructor({ allThemes }: Pick<Codebook, 'allThemes'>) {
    const byId = new Map(allThemes.map((theme) => [theme.id, theme]));
    this.#themes = allThemes.map((theme) => ({
      theme,
      own: [theme.label, theme.id, ...(theme.noun === undefined ? [] : [theme.noun])].map(wordsOf),
      path: theme.path.flatMap((id) => wordsOf(byId.get(id)!.label)),
    }));
  }

  /** The themes that fit, the best first; all in the codebook's order where nothing is typed. */
  find(typed: string): Theme[] {
    const letters = wordsOf(typed).join('');
    return this.#themes
      .map(({ theme, own, path }) => {
        const best = Math.min(...own.map((words) => fitOf(letters, words)));
        const above = fitOf(letters, path);
        return { theme, fit: Math.min(best, above), isAbove: best > above };
      })
      .filter(({ fit }) => fit !== FIT.none)
      .sort((a, b) => a.fit - b.fit || Number(a.isAbove) - Number(b.isAbove))
      .map(({ theme }) => theme);
  }
}
