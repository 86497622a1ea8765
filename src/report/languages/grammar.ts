import type { Role } from '../../model.ts';

/** What the languages of a report build alike, each with its own words. */

// Nouns are in the study's language, not the report's.
const INNER_CLAUSE = /, (?:der|som|at|hvor|hvis|når|hvad|hvem|which|who|that|where|if|when|what) /;

/** What ends in a clause of its own takes a comma before the sentence goes on. */
export function closed(text: string): string {
  return INNER_CLAUSE.test(text) ? `${text},` : text;
}

/** "a, b og c". */
export function enumerate(items: readonly string[], and: string): string {
  return items.length < 2 ? (items[0] ?? '') : `${[...items.slice(0, -2), closed(items.at(-2)!)].join(', ')} ${and} ${items.at(-1)}`;
}

/** Upper case at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number in digits, its thousands divided. */
export function groupDigits(n: number, separator: string): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** People of one role: one with its article, several with their number. */
export function countRole(people: number, role: Role, one: string, number: (n: number) => string): string {
  return people === 1 ? `${one} ${role.id}` : `${number(people)} ${role.plural}`;
}
