import { hash } from '../files/report-mark.ts';
import { fill } from './languages/sentences.ts';
import type { ReportLanguage, Who } from './languages/language.ts';

/** A number that follows from a text, and changes with any of its letters. */
const numberOf = (text: string): number => Number.parseInt(hash(text).slice(0, 8), 16);

/**
 * Chooses the sentences of one section: none stands twice while others are left, and neighbours differ. Where a choice
 * begins is settled by what the sentence is about, so that what changes in one section leaves the others as they are.
 */
export class Phrases {
  readonly #words: ReportLanguage;
  readonly #times = new Map<string, number>();
  #last: string | undefined;
  #ofMany: number;
  #ofOne: number;

  /** @param section its name, the same from run to run */
  constructor(words: ReportLanguage, section: string) {
    this.#words = words;
    this.#ofMany = numberOf(section);
    this.#ofOne = numberOf(section);
  }

  /** One of these sentences. @param about what it is about, the same from run to run */
  choose(pool: readonly string[], about: string): string {
    const from = numberOf(about) % pool.length;
    const turned = [...pool.slice(from), ...pool.slice(0, from)];
    const rank = (one: string): number => (this.#times.get(one) ?? 0) + (one === this.#last ? 0.5 : 0);
    const chosen = turned.reduce((best, one) => (rank(one) < rank(best) ? one : best));
    this.#times.set(chosen, (this.#times.get(chosen) ?? 0) + 1);
    this.#last = chosen;
    return chosen;
  }

  /** A sentence with its blanks filled. */
  say(pool: readonly string[], about: string, blanks: Readonly<Record<string, string>>): string {
    return fill(this.choose(pool, about), blanks);
  }

  /** How many, in one of the ways to say it. */
  howMany(who: Who, about: string): string {
    return this.#words.howMany(who, numberOf(about));
  }

  /**
   * Does the next lead-in say how many, or who the one person is? A number every time smells of a machine: every fourth of
   * several people says none, and every second of one person, which with those that follow an opening is about half.
   */
  saysWho(people: number): boolean {
    if (people === 1) {
      this.#ofOne += 1;
      return this.#ofOne % 2 === 0;
    }
    this.#ofMany += 1;
    return this.#ofMany % 4 !== 0;
  }
}
