import { hash } from 'node:crypto';
import type { Passage } from '../model.ts';
import { wordForms } from '../text/words.ts';

/**
 * The ids of one interview's codings, given when the first is asked for: counting needs none. An id stays the same
 * while the interview's id, the theme and the words of the quote do, wherever in the file they stand. It is the first
 * 12 hex digits of SHA-256.
 */
export class CodingIds {
  readonly #codings: readonly Passage[];
  #ids: Map<Passage, string> | undefined;

  /** @param codings all of one interview, in their order; may grow until the first id is asked for */
  constructor(codings: readonly Passage[]) {
    this.#codings = codings;
  }

  of(coding: Passage): string {
    this.#ids ??= this.#give();
    return this.#ids.get(coding)!;
  }

  #give(): Map<Passage, string> {
    const seen = new Map<string, number>();
    return new Map(
      this.#codings.map((coding) => {
        const { theme, transcript, span } = coding;
        const words = wordForms(transcript.text.slice(span.start, span.end)).join(' ');
        const key = [transcript.id, theme.path.join('/'), words].join('\0');
        const occurrence = seen.get(key) ?? 0;
        seen.set(key, occurrence + 1);
        return [coding, hash('sha256', `${key}\0${occurrence}`, 'hex').slice(0, 12)];
      }),
    );
  }
}
