import type { Participant } from '../model.ts';
import { wordForms } from '../text/words.ts';

/**
 * Does a person want to approve these words before they are printed, and has not? What she has approved are words, not
 * sentences: a quote that is widened or cut otherwise since has to be asked for anew.
 * @param approved the quotes she has approved, as they were to be printed
 */
export function awaitsApproval({ consent }: Participant, words: string, approved: readonly string[]): boolean {
  if (consent !== 'godkendes') return false;
  const inWords = (text: string): string => ` ${wordForms(text).join(' ')} `;
  const asked = inWords(words);
  return !approved.some((one) => inWords(one).includes(asked));
}
