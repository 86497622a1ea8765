import type { Codebook, Hit, Span, Transcript } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import { liesInside } from '../text/spans.ts';
import { comparable, isComparable } from '../text/comparable.ts';
import { forms, spokenWords, type SpokenWords } from '../text/spoken.ts';
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

type Words = Omit<SpokenWords, 'turns'>;

/** A pattern found in a sentence: its words, as positions among the words read, and its span. */
interface Occurrence extends Span {
  readonly first: number;
  readonly last: number;
}

/** What a form means to a codebook. */
interface FormMeaning {
  /** The rules it is a hit of by itself, in the order of hits, each by the whole word (-1) or one of its parts. */
  readonly rules: readonly { readonly rule: Rule; readonly part: number }[];
  /** The items other patterns are made of. */
  readonly items: readonly FormItem[];
}

const NONE: readonly RuleHit[] = [];
const UNSEEN = -1;
const NOTHING = 0;

/**
 * Looks for all terms of a codebook at once. Only a form never met before is stemmed and tested, so the time hardly
 * depends on the size of the codebook.
 */
export class Matcher {
  readonly rules: Rules;
  readonly #forms: FormMatcher;
  /** By form: UNSEEN, NOTHING, or the position of its meaning in `#meanings`. */
  #meaningOf: Int32Array = new Int32Array(1 << 12).fill(UNSEEN);
  readonly #meanings: FormMeaning[] = [{ rules: [], items: [] }];
  readonly #reader = new WordReader(forms);
  #words: Words = this.#reader;

  constructor(codebook: Pick<Codebook, 'language' | 'allThemes'>) {
    this.rules = compileRules(codebook);
    this.#forms = new FormMatcher(this.rules.items, codebook.language);
  }

  #newForm(form: number): number {
    if (form >= this.#meaningOf.length) {
      const grown = new Int32Array(Math.max(this.#meaningOf.length * 2, form + 1)).fill(UNSEEN);
      grown.set(this.#meaningOf);
      this.#meaningOf = grown;
    }
    const items = this.#forms.match(forms.text(form));
    const rules = items
      .flatMap(({ item, part }) => this.rules.rulesOfItem[item]!.map((rule) => ({ rule, part })))
      .sort((a, b) => a.rule.theme - b.rule.theme || a.rule.evidence - b.rule.evidence);
    const others = items.filter(({ item }) => this.rules.isPart[item]);
    const meaning = rules.length + others.length === 0 ? NOTHING : this.#meanings.push({ rules, items: others }) - 1;
    this.#meaningOf[form] = meaning;
    return meaning;
  }

  #meaning(word: number): number {
    const form = this.#words.form[word]!;
    const meaning = form < this.#meaningOf.length ? this.#meaningOf[form]! : UNSEEN;
    return meaning === UNSEEN ? this.#newForm(form) : meaning;
  }

  /** Matches the sentences of a stretch of text, read as one turn. */
  match(text: string, turn: Span): MatchedSentence[] {
    this.#reader.read(text, turn.start, turn.end);
    this.#words = this.#reader;
    return this.#match(text, turn, 0, this.#reader.count);
  }

  /** Matches the sentences of a respondent's turn. */
  matchTurn(transcript: Transcript, turn: number): MatchedSentence[] {
    const words = spokenWords(transcript);
    this.#words = words;
    return this.#match(transcript.text, transcript.turns[turn]!.span, words.turns[turn]!, words.turns[turn + 1]!);
  }

  #match(text: string, turn: Span, from: number, to: number): MatchedSentence[] {
    const words = this.#words;
    let word = from;
    return splitSentences(text, turn, this.rules.language).map((span) => {
      const first = word;
      let any = this.rules.regexesEverywhere.length > 0;
      for (; word < to && words.start[word]! < span.end; word += 1) if (this.#meaning(word) !== NOTHING) any = true;
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
      const found = this.#meanings[this.#meaning(word + i)]!.items.find(({ item }) => item === phrase[i]);
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
      for (const formItem of this.#meanings[this.#meaning(word)]!.items) {
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
      } = isComparable(original) ? { text: original, starts: undefined, ends: undefined } : comparable(original);
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
    const hits: RuleHit[] = [];
    let simple = this.rules.regexesEverywhere.length === 0;
    for (let word = from; word < to; word += 1) {
      const { rules, items } = this.#meanings[this.#meaning(word)]!;
      if (items.length > 0) simple = false;
      if (rules.length === 0) continue;
      const whole = this.#wordSpan(text, word, -1);
      for (const { rule, part } of rules) {
        const span = part < 0 ? whole : this.#wordSpan(text, word, part);
        hits.push({ rule, term: rule.term, span, blockedBy: undefined });
      }
    }
    if (simple) return hits;
    const found = this.#occurrences(text, sentence, from, to);
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
    return hits.sort(inOrder);
  }
}

function inOrder(a: RuleHit, b: RuleHit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.rule.theme - b.rule.theme || a.rule.evidence - b.rule.evidence;
}

function union(a: Occurrence, b: Occurrence): Occurrence {
  return {
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  };
}
