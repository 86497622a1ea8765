import type { Role } from '../../model.ts';

/** What the languages of a report build alike, each with its own words. */

/** "a, b og c". */
export function enumerate(items: readonly string[], and: string): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
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
