import type { Move, RunComparison, Shift, ThemeShift } from '../analysis/compare.ts';
import type { CodebookComparison, Difference, Pair } from '../codebook/compare.ts';
import type { Language, Role, Theme } from '../model.ts';
import { placeOf } from './place.ts';
import { cliWords } from './words.ts';
import { roleOrKind } from '../analysis/unknown.ts';

/*
 * A comparison of codebooks in words, the same for the terminal and for Markdown.
 */

/** A line that says what is new (+), gone (-) or otherwise (~). */
export interface Line {
  readonly sign: '+' | '-' | '~';
  readonly text: string;
}

/** What happened to a role or theme, its name, and how. */
export interface Entry {
  readonly happened: string;
  readonly name: string;
  readonly lines: readonly Line[];
}

// Terms and titles are short and many; a sentence has a line of its own.
const TOGETHER = new Set(['terms', 'unless', 'aliases']);

function entryText({ change, text, weak, theme }: Extract<Difference, { change: 'added' | 'removed' }>): string {
  const notes = [weak && 'weak', theme !== undefined && `${change === 'added' ? 'from' : 'to'} ${theme}`].filter(Boolean);
  return notes.length === 0 ? text : `${text} (${notes.join(', ')})`;
}

/** Differences as lines, those of one list and one direction together. */
export function differenceLines(differences: readonly Difference[]): Line[] {
  const lines: { sign: Line['sign']; key: string; texts: string[] }[] = [];
  const add = (sign: Line['sign'], key: string, text: string): void => {
    const open = lines.find((line) => line.sign === sign && line.key === key);
    if (open && TOGETHER.has(key.split(' ')[0]!)) open.texts.push(text);
    else lines.push({ sign, key, texts: [text] });
  };
  for (const one of differences) {
    if (one.change === 'changed') {
      if (one.before !== undefined) add('-', one.key, one.before.trim());
      if (one.after !== undefined) add('+', one.key, one.after.trim());
    } else if (one.change === 'added' || one.change === 'removed') {
      add(one.change === 'added' ? '+' : '-', one.of === undefined ? one.key : `${one.key} of ${one.of}`, entryText(one));
    } else add('~', 'terms', `${one.text} is ${one.change === 'weakened' ? 'weak' : 'strong'} now`);
  }
  return lines.map(({ sign, key, texts }) => ({ sign, text: `${key}: ${texts.join(', ')}` }));
}

function entries<T extends Role | Theme>(pairs: readonly Pair<T>[], nameOf: (one: T) => string): Entry[] {
  return pairs
    .filter(({ before, after, differences }) => !before || !after || differences.length > 0)
    .map(({ before, after, differences }) => {
      const has = (...keys: string[]): boolean => differences.some((one) => one.change === 'changed' && keys.includes(one.key));
      const happened = [has('id', 'label') && 'renamed', has('parent') && 'moved'].filter(Boolean).join(' and ') || 'changed';
      const names = [before && nameOf(before), after && nameOf(after)].filter((name) => name !== undefined);
      // The heading says what these would.
      const told = differences.filter((one) => one.change !== 'changed' || !['id', 'parent'].includes(one.key));
      return {
        happened: before ? (after ? happened : 'removed') : 'added',
        name: [...new Set(names)].join(' → '),
        lines: differenceLines(told),
      };
    });
}

export const themeName = (theme: Theme): string => theme.path.join(' › ');

/** The roles that are not as they were. */
export const roleEntries = ({ roles }: CodebookComparison): Entry[] => entries(roles, (role) => role.id);

/** The themes that are not as they were. */
export const themeEntries = ({ themes }: CodebookComparison): Entry[] => entries(themes, themeName);

/** The people whose role is another. */
export function peopleLines({ people }: RunComparison): Line[] {
  return people.map(({ participant, before, after }) => ({ sign: '~', text: `${participant} is ${after} now, not ${before}` }));
}

/** The themes that gain or lose quotes, in all or in a role. */
export function shiftedThemes({ rows }: RunComparison): readonly ThemeShift[] {
  return rows.filter(({ total, cells }) => [total, ...cells].some(isShifted));
}

/** The themes whose quotes hold more or fewer sentences than before, and how many do; empty where there are none. */
export function resizedText({ rows }: RunComparison): string {
  const themes = rows.filter(({ resized }) => resized > 0).map(({ after, resized }) => `${after!.id} ${resized}`);
  return themes.length === 0 ? '' : `quotes longer or shorter than before: ${themes.join(', ')}`;
}

const isShifted = ({ before, after, gained, lost }: Shift): boolean => gained > 0 || lost > 0 || before.quotes !== after.quotes;

function shiftText({ gained, lost }: Shift): string {
  return [gained > 0 && `+${gained}`, lost > 0 && `-${lost}`].filter(Boolean).join(' ') || '–';
}

/** The table of quotes gained and lost by role, with the quotes and people of before and after. */
export function shiftCells(
  { columns }: RunComparison,
  rows: readonly ThemeShift[],
  language: Language,
): { head: string[]; rows: string[][] } {
  const words = cliWords[language];
  const change = (before: number, after: number): string => (before === after ? String(after) : `${before} → ${after}`);
  return {
    head: [words.theme, ...columns.map(({ id }) => id), words.total, words.quotes, words.people],
    rows: rows.map(({ before, after, cells, total }) => [
      themeName((after ?? before)!),
      ...cells.map(shiftText),
      shiftText(total),
      change(total.before.quotes, total.after.quotes),
      change(total.before.people, total.after.people),
    ]),
  };
}

/** A quote that is gained or lost: its words and who says them, where, the terms it rests on, and what else it bears. */
export interface MovedQuote {
  readonly sign: '+' | '-';
  readonly said: string;
  readonly role: string;
  readonly place: string;
  readonly terms: readonly string[];
  /** `before: tid`, `now: ro`; undefined where the words bear no theme in the other codebook. */
  readonly elsewhere: string | undefined;
}

function movedQuote(sign: '+' | '-', { quote, elsewhere }: Move): MovedQuote {
  const { transcript, turn, span, participant, codings } = quote;
  const terms = new Set(codings.flatMap((coding) => coding.hits.map((hit) => hit.term.written)));
  const others = elsewhere.map((theme) => theme.id).join(', ');
  return {
    sign,
    said: transcript.text.slice(span.start, span.end).replace(/\s+/g, ' '),
    role: roleOrKind(participant),
    place: placeOf(transcript, turn, span),
    terms: [...terms],
    elsewhere: others === '' ? undefined : `${sign === '+' ? 'before' : 'now'}: ${others}`,
  };
}

/** The quotes a theme gains, then those it loses. */
export function movedQuotes({ gained, lost }: ThemeShift): { gained: MovedQuote[]; lost: MovedQuote[] } {
  return { gained: gained.map((move) => movedQuote('+', move)), lost: lost.map((move) => movedQuote('-', move)) };
}
