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
// So many of its own words make a sentence known without its neighbours, and so many of theirs make up for few of its own.
const OWN_WORDS = 5;
const NEIGHBOUR_WORDS = 3;

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

interface Candidate {
  readonly sentences: readonly SpokenSentence[];
  /** How many words of its neighbours are those of the anchor. */
  readonly neighbours: number;
  readonly distance: number;
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

  /** The words of the anchor's neighbours that still stand there, from the sentence outwards; enough of them make it known. */
  #neighbours({ prefix, suffix }: Anchor, { start, end }: Span): { count: number; enough: boolean } {
    const sides: [string[], string[]][] = [
      [wordForms(prefix).reverse(), wordForms(this.#text.slice(Math.max(0, start - 2 * NEIGHBOURS - prefix.length), start)).reverse()],
      [wordForms(suffix), wordForms(this.#text.slice(end, end + 2 * NEIGHBOURS + suffix.length))],
    ];
    const same = sides.map(([remembered, there]) => ({ words: sameWords(remembered, there), of: remembered.length }));
    return {
      count: same.reduce((sum, { words }) => sum + words, 0),
      enough: same.some(({ words, of }) => words > 0 && words >= Math.min(NEIGHBOUR_WORDS, of)),
    };
  }

  /**
   * The sentence with the anchor's words, however they are punctuated; of several the one with its neighbours, then the
   * nearest to its place. A short one must have kept its neighbours or its place. Undefined when it is lost.
   */
  find(anchor: Anchor): readonly SpokenSentence[] | undefined {
    const words = wordForms(anchor.exact);
    const unchanged = this.#unchanged(anchor, words);
    if (unchanged) return unchanged;
    const candidates: Candidate[] = [];
    for (const from of this.#sentences.keys()) {
      const sentences = this.#sentencesFrom(from, words);
      if (!sentences) continue;
      const span = { start: sentences[0]!.span.start, end: sentences.at(-1)!.span.end };
      const { count, enough } = this.#neighbours(anchor, span);
      const distance = Math.abs(this.#starts[from]! - anchor.start);
      if (enough || distance === 0 || words.length >= OWN_WORDS) candidates.push({ sentences, neighbours: count, distance });
    }
    return candidates.sort((a, b) => b.neighbours - a.neighbours || a.distance - b.distance)[0]?.sentences;
  }
}
