import { CodifyError, type Place } from '../errors.ts';
import type { Participant } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';

const CONSENTS = ['ja', 'nej', 'godkendes'] as const;

/** May this person be quoted? @throws CodifyError for any other word than ja, nej and godkendes */
export function readConsent(written: string | undefined, place: Place): Participant['consent'] {
  if (written === undefined || written === '') return undefined;
  const consent = CONSENTS.find((one) => one === written.toLowerCase());
  if (consent === undefined) {
    throw new CodifyError(`consent "${written}" is not one of ${CONSENTS.join(', ')}`, { place, hint: didYouMean(written, CONSENTS) });
  }
  return consent;
}
