import { capital, closed } from './grammar.ts';

/** What a theme is to those who speak of it. */
export type Kind = 'barrier' | 'driver' | 'need' | 'example' | 'other';

/** Ways to say the same. Those with `{who}` stand alone or lead in quotes, those without lead in quotes. */
interface Ways {
  readonly who: readonly string[];
  readonly plain: readonly string[];
}

/**
 * The sentences of a report in one language, with blanks in braces and without the mark that ends them: a colon before
 * quotes and lists, else a full stop. `{noun}` is the theme inside a sentence, `{clause}` a clause in subordinate order.
 */
export interface Sentences {
  /** The only ones that may rest on codings nobody has reviewed: a subject was touched on. */
  readonly touched: Ways & {
    /** Of one person. */
    readonly one: readonly string[];
  };
  /** Lead in quotes right after the sentence that opens their theme. */
  readonly followUps: readonly string[];
  /** Lead in the list of factors. */
  readonly factorLists: readonly string[];
  /** The same, once all the factors rest on accepted codings; `{n}` is how many there are. */
  readonly factorCounts: { readonly one: readonly string[]; readonly many: readonly string[] };
  /** Of one person, when her words have been accepted. */
  readonly one: readonly string[];
  /** People support what the theme says. */
  readonly supported: Readonly<Record<Kind, Ways>>;
  /** The same, with what they say in the analyst's words. */
  readonly supportedClause: Readonly<Record<Kind, Ways>>;
  /** `{a}` and `{b}` are roles, `{x}` and `{y}` what most of each speak of. */
  readonly rolesDiffer: readonly string[];
  /** A concrete example by its name, and what it gives. */
  readonly initiative: readonly string[];
  readonly initiativeClause: readonly string[];
  /** What goes in where a sentence has `{about}`: what theme it is about, or nothing. */
  readonly about: readonly string[];
  readonly qualified: Ways;
  readonly contradicted: readonly string[];
  readonly contradictedClause: readonly string[];
  /** Where nothing stands that is contradicted. */
  readonly contradictedAlone: readonly string[];
  /** So few that nothing can be said of how widespread it is: `{n}` of `{all}` interviews. */
  readonly thin: readonly string[];
  /** What documents say, after what people say. */
  readonly written: readonly string[];
  readonly workshop: readonly string[];
  readonly basis: readonly string[];
}

/** A sentence with its blanks filled: capitals where a sentence starts, commas after what ends in a clause of its own. */
export function fill(sentence: string, blanks: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}(?= ?([^ ]?))/g, (_, name: string, next: string, at: number) => {
    const text = blanks[name] ?? '';
    const starts = at === 0 || sentence.slice(0, at).endsWith('. ');
    const said = /[\p{L}{]/u.test(next) ? closed(text) : text;
    return starts ? capital(said) : said;
  });
}
