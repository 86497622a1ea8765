import { singleWord } from '../patterns.ts';
import type { Language, WordPattern } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// The words of which every page is full; a term that is one of them tells of nothing.
const EVERYWHERE: Readonly<Record<Language, ReadonlySet<string>>> = {
  da: words(
    'af alle alt at blev bliver da de dem den der deres det dig din disse du efter eller en er et for fra få får før han har havde ham hende her ' +
      'hos hun hvad hvis hvor i ikke ind jeg jo kan kom kommer kunne man mange med meget men mig min mod må noget nogle nok nu når og også om op ' +
      'os over på sig sin skal skulle som så til ud under var ved vi vil ville være været',
  ),
  en: words(
    'a about all also am an and are as at be because been but by can could did do for from get got had has have he her him his how i if in into ' +
      'is it its just like me more my no not of on one or our out she so some that the their them then there they this to up us was we were what ' +
      'when which who will with would you your',
  ),
};
const LEAST_LETTERS = 3;

function isBroad({ kind, text }: WordPattern, language: Language): boolean {
  return kind === 'stem' || kind === 'exact' ? EVERYWHERE[language].has(text) : text.length < LEAST_LETTERS;
}

export const broadTerm: Rule = {
  id: 'broad-term',
  severity: 'warn',
  why: 'A word that stands in every other sentence, or a wildcard of two letters, puts the theme everywhere, and as weak evidence is company for anything.',
  passing: 'terms: [forank*]',
  failing: 'terms: [fo*]',
  check(book) {
    return book.terms.flatMap(({ term, path }): Finding[] => {
      const word = singleWord(term.pattern);
      if (!word || !isBroad(word, book.codebook.language)) return [];
      return [
        { path, message: `"${term.written}" finds something nearly everywhere`, hint: 'write more of the word, or a phrase it stands in' },
      ];
    });
  },
};
