import { ENOUGH_UNITS, type Agreement } from '../analysis/agreement/agreement.ts';
import type { ReportLanguage } from './languages/language.ts';

/** What a report says of how far its coders agree; nothing where the figure rests on too little. */
export function agreementSentences(agreement: Agreement | undefined, words: ReportLanguage): string | undefined {
  if (agreement === undefined || agreement.units < ENOUGH_UNITS || typeof agreement.all.alpha !== 'number') return undefined;
  const { coders, units, whole, interviews, all } = agreement;
  return words.agreement({
    coders: coders.length,
    sentences: units,
    whole,
    interviews: interviews.length,
    alpha: agreement.all.alpha,
    interval: all.interval,
  });
}
