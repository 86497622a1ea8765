import type { Hit, Language, Span, Term, Theme, WordPattern } from '../model.ts';
import { familyOf, isEnding } from '../text/family.ts';
import { forms } from '../text/spoken.ts';
import { overlaps } from '../text/spans.ts';
import { stem } from '../text/stem.ts';
import { WordReader } from '../text/words.ts';
import { FormMatcher } from './forms.ts';

/** A term that nearly matched, and what stood in its way. */
export interface NearMiss {
  readonly theme: Theme;
  readonly term: Term;
  /**
   * Form: the text has another form of the word. Family: another word of its family, by another stem. Compound: a longer
   * word it begins or ends. Missing: all parts of the term but one. Apart: all its parts, too far from each other or in
   * another order.
   */
  readonly kind: 'form' | 'family' | 'compound' | 'missing' | 'apart';
  /** The words of the text that are nearly the term, or the parts of it that are there. */
  readonly found: readonly Span[];
  /** The part that is not there, as it would be written in the codebook. */
  readonly missing: string | undefined;
  /** A term that would match the word. */
  readonly add: string | undefined;
}

/** What was found of the theme in the sentence, and what lies inside an exception. */
interface Found extends Hit {
  readonly blockedBy: Span | undefined;
}

/** A word of the text, as it is compared and where it stands. */
interface Word extends Span {
  readonly form: string;
}

/** A part of a term, its words and their numbers among the word patterns of the theme. */
interface Part {
  readonly words: readonly WordPattern[];
  readonly items: readonly number[];
}

/** What a word form is to the terms of a theme. */
interface FormFacts {
  /** The word patterns it matches, by number. */
  readonly items: ReadonlySet<number>;
  /** The terms of one word that it nearly matches. */
  readonly near: ReadonlyMap<Term, Pick<NearMiss, 'kind' | 'add'>>;
}

interface KnownWord extends Span {
  readonly facts: FormFacts;
}

// A word of fewer letters is inside too many others, and a wildcard on it would find too much.
const TELLING = 5;
// The part of a pair that is there must say what the pair is about.
const TELLING_PART = 6;
// A codebook of thousands of terms has many that miss a word of any sentence.
const MOST_INCOMPLETE = 2;

const reader = new WordReader(forms);

/** The words of a sentence, ready to be looked through theme by theme. */
export function wordsOf(text: string, { start, end }: Span): Word[] {
  reader.read(text, start, end);
  return Array.from({ length: reader.count }, (_, i) => ({
    form: forms.text(reader.form[i]!),
    start: reader.start[i]!,
    end: reader.end[i]!,
  }));
}

const WRITTEN = { stem: ['', ''], exact: ['=', ''], start: ['', '*'], end: ['*', ''], part: ['*', '*'] } as const;

function written({ kind, text }: WordPattern): string {
  return WRITTEN[kind].join(text);
}

/** The parts that must all be there: the words of a phrase, the phrases of a combination. */
function partsOf({ pattern }: Term): readonly (readonly WordPattern[])[] {
  if (pattern.kind === 'regex') return [];
  return pattern.kind === 'phrase' ? pattern.words.map((word) => [word]) : pattern.items;
}

const nameOf = ({ words }: Part): string => words.map(written).join(' ');

const lettersOf = ({ words }: Part): number => Math.max(...words.map(({ text }) => text.length));

/** How a word form nearly matches a pattern that it does not match, and a term that would match it. */
function nearly({ kind, text }: WordPattern, form: string, language: Language): Pick<NearMiss, 'kind' | 'add'> | undefined {
  // A stem begins as its word does: what begins otherwise need not be stemmed.
  if (kind === 'exact')
    return form[0] === text[0] && stem(form, language) === stem(text, language) ? { kind: 'form', add: `=${form}` } : undefined;
  if (kind === 'end') {
    const at = form.lastIndexOf(text);
    return at >= 0 && isEnding(form.slice(at + text.length), language) ? { kind: 'form', add: `*${text}*` } : undefined;
  }
  if (kind !== 'stem') return undefined;
  const shared = familyOf(text, form, language);
  if (shared !== undefined) return { kind: 'family', add: shared.length >= TELLING ? `${shared}*` : form };
  if (text.length < TELLING) return undefined;
  if (form.startsWith(text)) return { kind: 'compound', add: `${text}*` };
  return form.endsWith(text) ? { kind: 'compound', add: `*${text}` } : undefined;
}

/** Looks for what nearly matched of one theme. A regex matches or does not; nothing is nearly one. */
export class NearMatcher {
  readonly theme: Theme;
  readonly #language: Language;
  readonly #parts: ReadonlyMap<Term, readonly Part[]>;
  /** How many terms of the theme a part stands in. */
  readonly #termsWith = new Map<string, number>();
  readonly #matcher: FormMatcher;
  readonly #facts = new Map<string, FormFacts>();

  constructor(theme: Theme, language: Language) {
    const items: WordPattern[] = [];
    const partOf = (words: readonly WordPattern[]): Part => ({ words, items: words.map((word) => items.push(word) - 1) });
    this.theme = theme;
    this.#language = language;
    this.#parts = new Map(theme.terms.map((term) => [term, partsOf(term).map(partOf)]));
    for (const parts of this.#parts.values())
      for (const name of new Set(parts.map(nameOf))) this.#termsWith.set(name, (this.#termsWith.get(name) ?? 0) + 1);
    this.#matcher = new FormMatcher(
      items.map(({ kind, text }) => ({ kind, text: kind === 'stem' ? stem(text, language) : text })),
      language,
    );
  }

  #factsOf(form: string): FormFacts {
    const known = this.#facts.get(form);
    if (known) return known;
    const items = new Set(this.#matcher.match(form).map(({ item }) => item));
    const near = new Map<Term, Pick<NearMiss, 'kind' | 'add'>>();
    for (const [term, [part, ...others]] of this.#parts) {
      if (!part || others.length > 0 || items.has(part.items[0]!)) continue;
      const how = nearly(part.words[0]!, form, this.#language);
      if (how) near.set(term, how);
    }
    const facts = { items, near };
    this.#facts.set(form, facts);
    return facts;
  }

  /** Where a part of a term first stands. */
  #place({ items }: Part, words: readonly KnownWord[]): Span | undefined {
    const at = words.findIndex((_, from) => items.every((item, i) => words[from + i]?.facts.items.has(item)));
    return at < 0 ? undefined : { start: words[at]!.start, end: words[at + items.length - 1]!.end };
  }

  #incomplete(parts: readonly Part[], words: readonly KnownWord[]): Pick<NearMiss, 'kind' | 'found' | 'missing'> | undefined {
    const placed = parts.map((part) => ({ part, place: this.#place(part, words) }));
    const there = placed.filter(({ place }) => place);
    const [gone, ...more] = placed.filter(({ place }) => !place);
    const telling = Math.max(0, ...there.map(({ part }) => lettersOf(part)));
    if (more.length > 0 || telling < TELLING_PART) return undefined;
    // Of a pair the longer half must be there: "afhænger" is nearly "afhæng* … person*", "på" is not nearly "brænder på".
    if (gone && parts.length === 2 && telling < lettersOf(gone.part)) return undefined;
    // Where many of a theme's terms are "frivillig* …", the word tells nothing of any of them.
    if (gone && there.every(({ part }) => this.#termsWith.get(nameOf(part))! > 1)) return undefined;
    return {
      kind: gone ? 'missing' : 'apart',
      found: there.map(({ place }) => place!),
      missing: gone && nameOf(gone.part),
    };
  }

  /**
   * What nearly made a sentence bear the theme, in the order of the codebook. Words that are evidence of it already are
   * passed over; weak terms are named only where they would have company.
   * @param evidence what was found of this theme in the sentence
   */
  find(sentence: readonly Word[], evidence: readonly Found[]): NearMiss[] {
    const words = sentence
      .filter((word) => !evidence.some(({ span }) => overlaps(span, word)))
      .map(({ form, start, end }): KnownWord => ({ facts: this.#factsOf(form), start, end }));
    if (words.every(({ facts }) => facts.items.size === 0 && facts.near.size === 0)) return [];
    const hasCompany = evidence.some(({ blockedBy }) => blockedBy === undefined);
    const misses: NearMiss[] = [];
    for (const [term, parts] of this.#parts) {
      if ((term.weak && !hasCompany) || evidence.some((one) => one.term === term)) continue;
      const miss = { theme: this.theme, term, missing: undefined, add: undefined };
      if (parts.length > 1) {
        const incomplete = this.#incomplete(parts, words);
        if (incomplete) misses.push({ ...miss, ...incomplete });
        continue;
      }
      for (const { facts, start, end } of words) {
        const near = facts.near.get(term);
        if (near) misses.push({ ...miss, ...near, found: [{ start, end }] });
      }
    }
    return misses;
  }
}

/** Of terms that miss a part, the few that are nearest: those most of whose letters are there. The rest stay as they are. */
export function nearest(misses: readonly NearMiss[]): NearMiss[] {
  const letters = ({ found }: NearMiss): number => found.reduce((sum, { start, end }) => sum + end - start, 0);
  const incomplete = misses.filter(({ kind }) => kind === 'missing').sort((a, b) => letters(b) - letters(a));
  const left = new Set(incomplete.slice(MOST_INCOMPLETE));
  return misses.filter((miss) => !left.has(miss));
}
