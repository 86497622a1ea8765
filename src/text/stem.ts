import type { Language } from '../model.ts';
import { languages } from './languages/index.ts';

/** The stem of a word form (Snowball): what a plain term is compared by. It is coarse: leder, ledelse and ledig are one. */
export function stem(form: string, language: Language): string {
  return languages[language].stem(form);
}
