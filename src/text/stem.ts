import type { Language } from '../model.ts';
import { languages } from './languages/index.ts';

// Endings that follow an abbreviation behind an apostrophe: KL's, DSB'er, pc'en.
const AFTER_APOSTROPHE = /'(?:s|er|erne|en|et|ere|ens|ers)?$/;

/** The stem of a word form (Snowball): what a plain term is compared by. It is coarse: leder, ledelse and ledig are one. */
export function stem(form: string, language: Language): string {
  return languages[language].stem(form.includes("'") ? form.replace(AFTER_APOSTROPHE, '') : form);
}
