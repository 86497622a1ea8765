import type { Codebook, Hit, Span } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import { liesInside } from '../text/spans.ts';
import { comparable, isComparable } from '../text/comparable.ts';
import { FormTable } from '../text/form-table.ts';
import { partsOf, WordReader } from '../text/words.ts';
import { FormMatcher, type FormItem } from './forms.ts';
import { compileRules, type Rule, type Rules } from './patterns.ts';

/** A rule's term found in a sentence. */
export interface RuleHit extends Hit {
  readonly rule: Rule;
  /** The words of an exception around it: then it does not count. */
  readonly blockedBy: Span | undefined;
}

/** A sentence and all that was found in it, in the order of the text. */
export interface MatchedSentence {
  readonly span: Span;
  readonly hits: readonly RuleHit[];
}

/** A pattern found in a sentence: its words, as positions among the words read, and its span. */
interface Occurrence extends Span {
  readonly first: number;
  readonly last: number;
}

const NONE: readonly RuleHit[] = [];
const UNSEEN = -1;
const NOTHING = 0;

/**
 * Looks for all terms of a codebook at once. Words are read once and looked up by form; only a form never met before
 * is stemmed and tested, so the time hardly depends on the size of the codebook.
 */
export class Matcher {
  readonly rules: Rules;
  readonly #words: WordReader;
  readonly #forms: FormMatcher;
  /** By form: UNSEEN, NOTHING, or the position of its items in `#groups`. */
  #groupOf: Int32Array = new Int32Array(1 << 12).fill(UNSEEN);
  readonly #groups: FormItem[][] = [[]];
  #text = '';
  #isComparable = true;

  constructor(codebook: Codebook) {
    this.rules = compileRules(codebook);
    this.#words = new WordReader(new FormTable());
    this.#forms = new FormMatcher(this.rules.items, codebook.language);
  }

  #newForm(form: number): number {
    if (form >= this.#groupOf.length) {
      const grown = new Int32Array(Math.max(this.#groupOf.length * 2, form + 1)).fill(UNSEEN);
      grown.set(this.#groupOf);
      this.#groupOf = grown;
    }
    const known = this.#groupOf[form]!;
    if (known !== UNSEEN) return known;
    const items = this.#forms.match(this.#words.forms.text(form));
    const group = items.length === 0 ? NOTHING : this.#groups.push(items) - 1;
    this.#groupOf[form] = group;
    return group;
  }

  #group(word: number): number {
    const form = this.#words.form[word]!;
    const group = form < this.#groupOf.length ? this.#groupOf[form]! : UNSEEN;
    return group === UNSEEN ? this.#newForm(form) : group;
  }

  /** Reads the words of a stretch, in positions of the original text even where that is not in NFC. */
  #read(text: string, span: Span): void {
    if (text !== this.#text) {
      this.#text = text;
      this.#isComparable = isComparable(text);
    }
    const words = this.#words;
    if (this.#isComparable) {
      words.read(text, span.start, span.end);
      return;
    }
    const { text: said, starts, ends } = comparable(text.slice(span.start, span.end));
    words.read(said, 0, said.length);
    for (let i = 0; i < words.count; i += 1) {
      words.start[i] = span.start + starts[words.start[i]!]!;
      words.end[i] = span.start + ends[words.end[i]! - 1]!;
    }
  }

  /** Matches the sentences of one turn. */
  match(text: string, turn: Span): MatchedSentence[] {
    const sentences = splitSentences(text, turn, this.rules.language);
    this.#read(text, turn);
    const words = this.#words;
    let word = 0;
    return sentences.map((span) => {
      const first = word;
      let any = this.rules.regexesEverywhere.length > 0;
      for (; word < words.count && words.start[word]! < span.end; word += 1) if (this.#group(word) !== NOTHING) any = true;
      return { span, hits: any ? this.#matchSentence(text, span, first, word) : NONE };
    });
  }

  #wordSpan(text: string, word: number, part: number): Span {
    const start = this.#words.start[word]!;
    const end = this.#words.end[word]!;
    return part < 0 ? { start, end } : partsOf(text, { start, end })[part]!;
  }

  /** The phrase from a word on, undefined when the words after do not go on with it. */
  #phraseAt(text: string, phrase: readonly number[], word: number, from: FormItem, to: number): Occurrence | undefined {
    const { start, end } = this.#wordSpan(text, word, from.part);
    if (phrase.length === 1) return { start, end, first: word, last: word };
    const last = word + phrase.length - 1;
    if (last >= to) return undefined;
    let part = -1;
    for (let i = 1; i < phrase.length; i += 1) {
      if (this.#words.joined[word + i] === 0) return undefined;
      const found = this.#groups[this.#group(word + i)]!.find(({ item }) => item === phrase[i]);
      if (!found) return undefined;
      part = found.part;
    }
    return { start, end: this.#wordSpan(text, last, part).end, first: word, last };
  }

  #occurrences(text: string, sentence: Span, from: number, to: number): Map<number, Occurrence[]> {
    const { phrases, phrasesFrom, nearOf, allOf, regexesOf, regexesEverywhere } = this.rules;
    const regexes = new Set(regexesEverywhere);
    const found = new Map<number, Occurrence[]>();
    const add = (pattern: number, occurrence: Occurrence): void => {
      const list = found.get(pattern);
      if (list) list.push(occurrence);
      else found.set(pattern, [occurrence]);
    };
    for (let word = from; word < to; word += 1) {
      for (const formItem of this.#groups[this.#group(word)]!) {
        for (const regex of regexesOf.get(formItem.item) ?? []) regexes.add(regex);
        for (const pattern of phrasesFrom[formItem.item]!) {
          const occurrence = this.#phraseAt(text, phrases[pattern]!, word, formItem, to);
          if (occurrence) add(pattern, occurrence);
        }
      }
    }
    // The combinations found are added behind the phrases; they are part of none themselves.
    for (const phrase of found.keys()) {
      for (const near of nearOf.get(phrase) ?? []) {
        for (const a of found.get(near.phrases[0])!) {
          for (const b of found.get(near.phrases[1]) ?? []) {
            if (a.first > b.first && near.phrases[0] === near.phrases[1]) continue;
            const apart = a.first < b.first ? b.first - a.last : a.first - b.last;
            if (apart >= 1 && apart <= near.within) add(near.pattern, union(a, b));
          }
        }
      }
      for (const all of allOf.get(phrase) ?? []) {
        const firsts = all.phrases.map((one) => found.get(one)?.[0]);
        if (firsts.every((one) => one !== undefined)) add(all.pattern, firsts.reduce(union));
      }
    }
    if (regexes.size > 0) {
      const original = text.slice(sentence.start, sentence.end);
      const {
        text: said,
        starts,
        ends,
      } = this.#isComparable ? { text: original, starts: undefined, ends: undefined } : comparable(original);
      for (const { pattern, regex } of regexes) {
        for (const { start, end } of regex.find(said)) {
          const begin = sentence.start + (starts ? starts[start]! : start);
          const close = sentence.start + (ends ? ends[end - 1]! : end);
          add(pattern, { start: begin, end: close, first: from, last: from });
        }
      }
    }
    return found;
  }

  #matchSentence(text: string, sentence: Span, from: number, to: number): readonly RuleHit[] {
    const found = this.#occurrences(text, sentence, from, to);
    if (found.size === 0) return NONE;
    const hits: RuleHit[] = [];
    for (const [pattern, occurrences] of found) {
      for (const rule of this.rules.rulesOf[pattern]!) {
        for (const { start, end } of occurrences) {
          const around = rule.unless
            .flatMap((exception) => found.get(exception) ?? [])
            .find((exception) => liesInside({ start, end }, exception));
          hits.push({ rule, term: rule.term, span: { start, end }, blockedBy: around && { start: around.start, end: around.end } });
        }
      }
    }
    return hits.sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.theme - b.rule.theme || a.rule.evidence - b.rule.evidence,
    );
  }
}

function union(a: Occurrence, b: Occurrence): Occurrence {
  return {
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  };
}
