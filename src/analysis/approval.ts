import type { Participant } from '../model.ts';
import { wordForms } from '../text/words.ts';

const inWords = (text: string): string => ` ${wordForms(text).join(' ')} `;

/** Are these words, or more with them, among the quotes that those who said them have approved as they are to be printed? */
export function isApproved(words: string, approved: readonly string[]): boolean {
  return approved.some((one) => inWords(one).includes(inWords(words)));
}

/**
 * Does a person want to approve these words before they are printed, and has not? What she has approved are words, not
 * sentences: a quote that is widened or cut otherwise since has to be asked for anew.
 */
export function awaitsApproval({ consent }: Participant, words: string, approved: readonly string[]): boolean {
  return consent === 'godkendes' && !isApproved(words, approved);
}
