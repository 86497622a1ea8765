/*
 * What the words around quotations tell of who speaks: whose a verb of speech is, whom a sentence is about.
 */

import type { Span } from '../../model.ts';
import { findPeople, resolvePronouns, type Grammar, type Mention, type Person, type Prose } from './people.ts';

/** What stands in narrative text for each letter of what is quoted in it. */
export const LETTER = '一';

/** Who a verb of speech or "ifølge" belongs to: a person, someone without a name, or nothing that was understood. */
type Subject = Person | 'unnamed' | undefined;

/** The number of the first of these for which it is so; from there on it is. */
function firstWhere<T>(all: readonly T[], isSo: (one: T) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(all[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Reads who speaks from narrative text. */
export class Narrative {
  readonly prose: Prose;
  readonly mentions: readonly Mention[];
  readonly #grammar: Grammar;
  readonly #fragments: RegExp;

  constructor(prose: Prose, grammar: Grammar) {
    this.prose = prose;
    this.#grammar = grammar;
    this.#fragments = new RegExp(LETTER, 'u');
    this.mentions = findPeople(prose, grammar).mentions;
    resolvePronouns(prose, grammar, this.mentions, (sentence) => this.#speakerOf(sentence));
  }

  #speakerOf(sentence: number): Person | undefined {
    const { start, end } = this.prose.sentences[sentence]!;
    const subjects = this.#verbs({ start, end }, this.#grammar.verb).map((verb) => this.subjectOf(verb, start));
    return subjects.find((subject) => subject !== undefined && subject !== 'unnamed');
  }

  #verbs({ start, end }: Span, pattern: RegExp): Span[] {
    return [...this.prose.text.slice(start, end).matchAll(pattern)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    }));
  }

  /** The number of the first mention that begins here or later. */
  #firstFrom(at: number): number {
    return firstWhere(this.mentions, ({ start }) => start >= at);
  }

  /** The number of the sentence that holds this place, or the one before it. */
  sentenceAt(at: number): number {
    return firstWhere(this.prose.sentences, ({ start }) => start > at) - 1;
  }

  #in({ start, end }: Span): Mention[] {
    const found: Mention[] = [];
    for (let at = this.#firstFrom(start); (this.mentions[at]?.end ?? Infinity) <= end; at += 1) found.push(this.mentions[at]!);
    return found;
  }

  /** The one mentioned right behind a verb, a "fra" or an "ifølge" that ends here. */
  mentionedAfter(at: number, end: number): Mention | undefined {
    const next = this.mentions[this.#firstFrom(at)];
    if (!next || next.end > end) return undefined;
    return this.#grammar.betweenVerbAndSubject.test(this.prose.text.slice(at, next.lead)) ? next : undefined;
  }

  /** Who speaks by a verb: who stands right behind it, else who its clause begins with. */
  subjectOf(verb: Span, from: number): Subject {
    const end = this.prose.sentences[this.sentenceAt(verb.start)]?.end ?? verb.end;
    const behind = this.mentionedAfter(verb.end, end);
    if (behind) return this.#subject(behind);
    const before = this.#in({ start: from, end: verb.start });
    const nearest = before.at(-1);
    if (!nearest) return undefined;
    if (this.#grammar.betweenSubjectAndVerb.test(this.prose.text.slice(nearest.tail, verb.start)))
      return this.#goesOn(before.at(-2), nearest) ? 'unnamed' : (nearest.person ?? 'unnamed');
    return this.#one(before) ?? (before[0]!.lead <= from + 1 ? before[0]!.person : undefined);
  }

  /** Two people with "og" between them say nothing that one of them says; behind a comma it opens a clause. */
  #goesOn(one: Mention | undefined, next: Mention | undefined): boolean {
    return one !== undefined && next !== undefined && /^\s(?:og|and)\s$/u.test(this.prose.text.slice(one.tail, next.lead));
  }

  #subject(mention: Mention): Subject {
    if (this.#goesOn(mention, this.mentions[this.#firstFrom(mention.start) + 1])) return 'unnamed';
    return mention.person ?? 'unnamed';
  }

  /** The one person all these mean. */
  #one(mentions: readonly Mention[]): Person | undefined {
    const [first, ...others] = [...new Set(mentions.map(({ person }) => person))];
    return others.length === 0 ? first : undefined;
  }

  /** Who says what ends here, by the words up to the next quotation or the sentence's end. */
  behind(at: number, end: number): Subject {
    const text = this.prose.text.slice(at, end);
    const { accordingTo, thus } = this.#grammar;
    const direct = this.#grammar.behind.exec(text);
    if (direct) {
      const verb = { start: at, end: at + direct[0].length };
      const after = this.mentionedAfter(verb.end, end);
      if (after) return this.#subject(after);
      const rest = text.slice(direct[0].length);
      // "siger en af deltagerne", "siger de": someone, but who?
      if (/^\s\p{L}/u.test(rest) && !/^\s(?:og|om|til|at|and|to|that)\s/u.test(rest)) return 'unnamed';
    }
    const according = [...text.matchAll(accordingTo)][0];
    if (according) {
      const after = this.mentionedAfter(at + according.index + according[0].length - 1, end);
      return after?.person ?? 'unnamed';
    }
    const by = /^[\s,–—-]*(?:som|sådan|således|as)\s/iu.exec(text);
    if (by || thus.test(text)) {
      const [verb] = this.#verbs({ start: at, end }, this.#grammar.framing);
      if (verb) return this.subjectOf(verb, at);
    }
    for (const verb of this.#verbs({ start: at, end }, this.#grammar.verb)) {
      // The rest of the sentence may stand between: ”…” for alle, siger X.
      if (!/[,–—]\s*$/.test(this.prose.text.slice(at, verb.start))) continue;
      const after = this.mentionedAfter(verb.end, end);
      if (after) return this.#subject(after);
    }
    return undefined;
  }

  /** Who says what begins at the end of this stretch, by its words. */
  before({ start, end }: Span): Subject {
    const text = this.prose.text.slice(start, end);
    const { accordingTo, verb, framing } = this.#grammar;
    const introduces = /:\s*$/.test(text);
    const verbs = this.#verbs({ start, end }, introduces ? verb : framing);
    // "…,” siger Jens, inden Ida tager over: ”…"
    const last = introduces ? this.#in({ start, end }).at(-1) : undefined;
    const leads =
      last && this.#grammar.clause.test(this.prose.text.slice(start, last.lead)) && /\p{L}/u.test(this.prose.text.slice(last.tail, end));
    if (last && leads) return last.person ?? 'unnamed';
    for (const one of verbs.reverse()) {
      const subject = this.subjectOf(one, start);
      if (subject !== undefined) return subject;
    }
    for (const match of [...text.matchAll(accordingTo)].reverse()) {
      const after = this.mentionedAfter(start + match.index + match[0].length - 1, end);
      return after?.person ?? 'unnamed';
    }
    if (!introduces) return undefined;
    const { possessives } = this.#grammar.rules;
    const all = this.#in({ start, end });
    // "Hans lærer, Birthe Kold, kan se det: ”…”"
    const named = all.filter((one) => !possessives.includes(this.prose.text.slice(one.start, one.end).toLowerCase()));
    return this.#one(named.length > 0 ? named : all);
  }

  /** A sentence that points back: "Sådan siger X", "Ordene kommer fra X". */
  pointsBack(sentence: number): Subject {
    const span = this.prose.sentences[sentence];
    if (!span) return undefined;
    const text = this.prose.text.slice(span.start, span.end);
    if (!this.#grammar.thus.test(text) || this.#fragments.test(text) || /:\s*$/.test(text)) return undefined;
    const [verb] = this.#verbs(span, this.#grammar.verb);
    const is = /^\s*\p{L}+\s(?:er|kommer|kom|var|stammer|is|are|came|come)\s(?:fra\s|from\s)?/u.exec(text);
    if (!verb && !is) return undefined;
    return this.#one(this.#in(span));
  }

  /** The one person of these words. */
  alone(span: Span): Person | undefined {
    return this.#one(this.#in(span));
  }

  isSomebodyIn(span: Span): boolean {
    return this.#in(span).length > 0;
  }

  /** Where a verb of speech with the one who speaks begins and how far it goes, in words no mark sets off. */
  findTag(from: number, end: number): Span | undefined {
    for (const verb of this.#verbs({ start: from, end }, this.#grammar.verb)) {
      if (!/[,!?.…]\s*$/.test(this.prose.text.slice(from, verb.start))) continue;
      const after = this.mentionedAfter(verb.end, end) ?? this.#fromAfter(verb.end, end);
      if (after) return { start: verb.start, end: after.tail };
    }
    return undefined;
  }

  #fromAfter(at: number, end: number): Mention | undefined {
    const from = this.#grammar.from.exec(this.prose.text.slice(at, end));
    return from ? this.mentionedAfter(at + from[0].length, end) : undefined;
  }
}
