import { stemmer } from '@orama/stemmers/english';
import type { LanguageRules } from './language.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** English: Porter stems, and the abbreviations whose full stop ends no sentence. */
export const en: LanguageRules = {
  stem: stemmer,
  endings: /^(?:e|y|(?:ing|er|or|ment|ness|i?ty|at?ion|ion|able|ible|ful|ive|al|ance|ence|ant|ent|i?ly|ed|en|t)?(?:s|es)?)$/,
  abbreviations: words(
    'approx apt assoc ave ca cf co dept dr e.g eg esp est ext fig gen gov i.e ie inc jr ltd mr mrs ms mt no p pp ph.d prof rev sr st vol vs',
  ),
  endingAbbreviations: words('etc'),
  wordsOfOneLetter: words('a i'),
  connectors: /^(?:…|\.\.+|–|-|\s)*(?:and|but|so|because|yes|no|well|or|otherwise)(?!\p{L})/iu,
  responses: /^(?:(?:yes|yeah|no|well|okay|ok|right|so|oh|er|erm|haha|exactly|you know)(?!\p{L})[\s,.!?…–—-]*)+$/iu,
  trailers: /^(?:anyway|well then)(?!\p{L})|(?:\.\.|…|:)$/iu,
  pointers:
    /^(?:…|\.\.+|–|-|\s)*(?:(?:and|but|so|because|yes|no|well),? )*(?:it|they|them|that|this|these|those|he|she|him|her)(?!\p{L})/iu,
  fillers: words('ah eh er erm hm hmm like mhm mm oh ok okay so uh uhm um well yeah yes'),
  fillerPhrases: ['you know', 'i mean', 'sort of', 'kind of'].map((phrase) => phrase.split(' ')),
  smallWords: words('and that which who the a an but then there it'),
  negations: words(
    "not no never none nobody nothing neither nor without hardly cannot can't don't doesn't didn't won't isn't wasn't aren't",
  ),
};
