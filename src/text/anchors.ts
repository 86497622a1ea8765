import type { Anchor, Language, Span, Transcript } from '../model.ts';
import { splitSentences } from './sentences.ts';
import { CodePoints } from './spans.ts';
import { wordForms } from './words.ts';

/** A sentence a respondent says. */
export interface SpokenSentence {
  readonly turn: number;
  /** Its number in the turn, from 0. */
  readonly number: number;
  readonly span: Span;
}

/** So many characters of its neighbours an anchor keeps on each side. */
const NEIGHBOURS = 40;
/** So many words beside it on one side must still stand there for its neighbours to be the same. */
const NEIGHBOUR_WORDS = 3;
/**
 * How alike a sentence must be to be shown as what a lost one has become. In the two sample studies 12 of 1,940
 * sentences are so like another one of their interview; one whose slips were mended keeps more of its words.
 */
const NEARLY = 0.6;

/** The anchor of a sentence: its words, what stands around it, and where it begins. */
export function anchorOf(text: string, { start, end }: Span): Anchor {
  // Half a character is no text.
  const whole = (at: number): number => (at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(whole(Math.max(0, start - NEIGHBOURS)), start),
    suffix: text.slice(end, whole(Math.min(text.length, end + NEIGHBOURS))),
    start: new CodePoints(text).at(start),
  };
}

/** How many words two texts have in common at their beginning. */
function sameWords(a: readonly string[], b: readonly string[]): number {
  const differ = a.findIndex((word, i) => word !== b[i]);
  return differ < 0 ? a.length : differ;
}

/** How many words two texts have in common, in the order they are said (longest common subsequence). */
function commonWords(a: readonly string[], b: readonly string[]): number {
  const row = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    let before = 0;
    for (const [i, other] of b.entries()) {
      const above = row[i + 1]!;
      row[i + 1] = word === other ? before + 1 : Math.max(above, row[i]!);
      before = above;
    }
  }
  return row[b.length]!;
}

/** How alike two texts are, from 0 to 1: the words they have in common, in their order, of those of the longer one. */
function similarity(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length);
  // No more words can be common than the shorter one has.
  return Math.min(a.length, b.length) < NEARLY * longer ? 0 : commonWords(a, b) / longer;
}

/** What a sentence that is not found any more may have become, for a person to confirm. */
export interface NearMatch {
  readonly sentence: SpokenSentence;
  /** The words both have in common, in their order, of those of the longer one: from 0.6 to 1. */
  readonly similarity: number;
}

/** Finds the sentences of an interview again by their anchors, though its text was edited. */
export class AnchorFinder {
  readonly #text: string;
  /** Where each sentence begins, in code points. */
  readonly #starts: readonly number[];
  readonly #startingAt: ReadonlyMap<number, number>;
  /** All that respondents say, turn by turn. */
  readonly turns: ReadonlyMap<number, readonly SpokenSentence[]>;
  readonly #sentences: readonly SpokenSentence[];
  readonly #forms: readonly (readonly string[])[];

  constructor({ text, turns, participants }: Transcript, language: Language) {
    this.#text = text;
    this.turns = new Map(
      [...turns.entries()]
        .filter(([, { speaker }]) => participants.get(speaker)?.role !== 'interviewer')
        .map(([turn, { span }]) => [turn, splitSentences(text, span, language).map((span, number) => ({ turn, number, span }))]),
    );
    this.#sentences = [...this.turns.values()].flat();
    const points = new CodePoints(text);
    this.#starts = this.#sentences.map(({ span }) => points.at(span.start));
    this.#startingAt = new Map(this.#starts.map((start, sentence) => [start, sentence]));
    this.#forms = this.#sentences.map(({ span }) => wordForms(text.slice(span.start, span.end)));
  }

  /** The sentences from one on that together are just these words; more than one where a sentence was divided. */
  #sentencesFrom(from: number, words: readonly string[]): readonly SpokenSentence[] | undefined {
    let said = 0;
    for (let at = from; at < this.#sentences.length && this.#sentences[at]!.turn === this.#sentences[from]!.turn; at += 1) {
      for (const form of this.#forms[at]!) {
        if (form !== words[said]) return undefined;
        said += 1;
      }
      if (said === words.length) return said === 0 ? undefined : this.#sentences.slice(from, at + 1);
    }
    return undefined;
  }

  /** The sentence, when nothing has changed around it: nearly always. */
  #unchanged({ exact, prefix, suffix, start }: Anchor, words: readonly string[]): readonly SpokenSentence[] | undefined {
    const sentence = this.#startingAt.get(start);
    if (sentence === undefined) return undefined;
    const isThere = this.#text.startsWith(`${prefix}${exact}${suffix}`, this.#sentences[sentence]!.span.start - prefix.length);
    return isThere ? this.#sentencesFrom(sentence, words) : undefined;
  }

  /** The words of the anchor's neighbours that still stand there, and on how many sides enough of them do. */
  #neighbours({ prefix, suffix }: Anchor, { start, end }: Span): { words: number; sides: number } {
    const [before, after] = [
      this.#text.slice(Math.max(0, start - 2 * NEIGHBOURS - prefix.length), start),
      this.#text.slice(end, end + 2 * NEIGHBOURS + suffix.length),
    ];
    const both = [
      { length: prefix.length, remembered: wordForms(prefix).reverse(), there: wordForms(before).reverse() },
      { length: suffix.length, remembered: wordForms(suffix), there: wordForms(after) },
    ].map(({ length, remembered, there }) => {
      const words = sameWords(remembered, there);
      // The outermost word may be cut, and a few long ones fill the room; a side that is short for an end of the text must be one.
      const isFull = length >= NEIGHBOURS - 1 && words >= remembered.length - 1;
      const isEnd = words === remembered.length && words === there.length;
      return { words, isAll: words === remembered.length, isSame: words >= NEIGHBOUR_WORDS || (words > 0 && (isFull || isEnd)) };
    });
    const words = both.reduce((sum, one) => sum + one.words, 0);
    const isWhole = words >= NEIGHBOUR_WORDS && both.every(({ isAll }) => isAll);
    return { words, sides: isWhole ? 2 : both.filter(({ isSame }) => isSame).length };
  }

  /**
   * The sentence with the anchor's words, however they are punctuated, at its place, or between its neighbours, or beside
   * one of them. Undefined when it is lost, and when two sentences may be it: it is never another one.
   */
  find(anchor: Anchor): readonly SpokenSentence[] | undefined {
    const words = wordForms(anchor.exact);
    const unchanged = this.#unchanged(anchor, words);
    if (unchanged) return unchanged;
    const beside: (readonly SpokenSentence[])[][] = [[], [], []];
    for (const from of this.#sentences.keys()) {
      const sentences = this.#sentencesFrom(from, words);
      if (!sentences) continue;
      const { sides } = this.#neighbours(anchor, { start: sentences[0]!.span.start, end: sentences.at(-1)!.span.end });
      beside[sides]!.push(sentences);
    }
    const [, one, two] = beside;
    const likeliest = two!.length > 0 ? two! : one!;
    return likeliest.length === 1 ? likeliest[0] : undefined;
  }

  /** Of the sentences most like the anchor's the one with most of its neighbours, then the nearest to its place. */
  nearly(anchor: Anchor): NearMatch | undefined {
    const words = wordForms(anchor.exact);
    const matches = this.#sentences
      .map((sentence, i) => ({
        sentence,
        similarity: similarity(words, this.#forms[i]!),
        distance: Math.abs(this.#starts[i]! - anchor.start),
      }))
      .filter((one) => one.similarity >= NEARLY)
      .map((one) => ({ ...one, neighbours: this.#neighbours(anchor, one.sentence.span).words }))
      .sort((a, b) => b.similarity - a.similarity || b.neighbours - a.neighbours || a.distance - b.distance);
    return matches[0] && { sentence: matches[0].sentence, similarity: matches[0].similarity };
  }
}
