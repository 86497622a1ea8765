import type { LanguageRules } from '../../text/languages/language.ts';
import { forms } from '../../text/spoken.ts';
import type { Voices, WordRange } from './voices.ts';
import type { Token } from './words.ts';

/** One step in laying a quotation beside what was said. */
export interface Step {
  readonly kind: 'same' | 'left out' | 'added' | 'replaced';
  /** The words of the quotation. */
  readonly tokens: readonly Token[];
  /** The words that were said. */
  readonly places: readonly number[];
  /** How much it changes: 0 a pause or a repetition, 1 a small word or an ending, Infinity what was meant. */
  readonly weight: number;
}

/** A quotation, or a piece of one, beside the words said that are most like it. */
export interface Alignment extends WordRange {
  readonly steps: readonly Step[];
  readonly cost: number;
  /** How many words of the quotation were said. */
  readonly same: number;
}

/** What a word is to the comparison. */
interface Word {
  /** Without hyphens and apostrophes. */
  readonly bare: string;
  readonly kind: 'filler' | 'small' | 'negation' | 'word';
}

// What it costs that a word is missing on one side. A word in place of another costs less than one out and one in, and
// a quotation leaves out more often than it adds.
const LEFT_OUT = { filler: 0.3, small: 0.9, word: 1, negation: 2 } as const;
const ADDED = { filler: 2.5, small: 0.9, word: 2, negation: 2.5 } as const;
const REPLACED = 2.9;
const CHANGED = 1;
const FREE = 0.01;
// A word of the writer's in brackets stands for so many that were said.
const MOST_REPLACED = 3;
const LEAST_TYPO = 6;
// So few words of another do not part what someone says: "mm", "ja, ja".
const OTHERS_WORDS = 2;

/** The ways from one pair of words to the next. */
const MOVES = { same: 1, replace: 2, leaveOut: 3, add: 4, joined: 5, parted: 6 } as const;
type Move = (typeof MOVES)[keyof typeof MOVES];

/** Are two words written as one? */
function isJoined(a: Word, b: Word, both: Word): boolean {
  return a.bare.length + b.bare.length === both.bare.length && both.bare.startsWith(a.bare) && both.bare.endsWith(b.bare);
}

/** Is one word the other with one letter changed, put in, left out or moved by one? */
function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = [a.slice(at), b.slice(at)] as const;
  const [x, y] = rest;
  if (x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)) return true;
  return x.slice(2) === y.slice(2) && x[0] === y[1] && x[1] === y[0];
}

/** Lays quotations beside what was said, word by word, by the rules of a language. */
export class Aligner {
  readonly #voices: Voices;
  readonly #rules: LanguageRules;
  readonly #words = new Map<number, Word>();

  constructor(voices: Voices, rules: LanguageRules) {
    this.#voices = voices;
    this.#rules = rules;
  }

  #word(form: number): Word {
    const before = this.#words.get(form);
    if (before) return before;
    const text = forms.text(form);
    const { fillers, smallWords, negations } = this.#rules;
    const kind = negations.has(text) ? 'negation' : fillers.has(text) ? 'filler' : smallWords.has(text) ? 'small' : 'word';
    const word: Word = { bare: text.replace(/[-']/g, ''), kind };
    this.#words.set(form, word);
    return word;
  }

  /** A word in parentheses or brackets in the interview is a note of who wrote it down, but "(ikke)" may have been said. */
  #isNote(place: number): boolean {
    if (this.#word(this.#voices.form[place]!).kind === 'negation') return false;
    const { text } = this.#voices.voiceAt(place).transcript;
    const { start, end } = this.#voices.spanOf(place);
    return /[([][^()[\]\n]*$/.test(text.slice(Math.max(0, start - 60), start)) && /^[^()[\]\n]*[)\]]/.test(text.slice(end, end + 60));
  }

  /** Which words of a range are notes. */
  #notesIn({ from, to }: WordRange): boolean[] {
    const { text } = this.#voices.voiceAt(from).transcript;
    const hasNotes =
      to > from && /[([]/.test(text.slice(Math.max(0, this.#voices.spanOf(from).start - 60), this.#voices.spanOf(to - 1).end));
    return Array.from({ length: to - from }, (_, j) => hasNotes && this.#isNote(from + j));
  }

  /** Is this a slip or another ending: one letter of a long word, which is neither its first nor a figure's? */
  #isTypo(a: Word, b: Word): boolean {
    if (a.kind !== 'word' || b.kind !== 'word' || Math.min(a.bare.length, b.bare.length) < LEAST_TYPO) return false;
    return a.bare[0] === b.bare[0] && !/\d/.test(a.bare + b.bare) && isOneLetterOff(a.bare, b.bare);
  }

  #replacing(a: Word, b: Word): number {
    return (a.kind === 'small' && b.kind === 'small') || this.#isTypo(a, b) ? CHANGED : REPLACED;
  }

  /**
   * The same alignment with what negates it right before its first word or right behind its last, where nothing but
   * blanks stand between: "det kan vi" was not said by whoever said "det kan vi ikke".
   */
  withNegation(alignment: Alignment, side: 'before' | 'behind'): Alignment {
    const [place, last] = side === 'before' ? [alignment.from - 1, alignment.from] : [alignment.to, alignment.to];
    const form = this.#voices.form[place] ?? -1;
    if (form < 0 || last === 0 || this.#word(form).kind !== 'negation') return alignment;
    const { text } = this.#voices.voiceAt(place).transcript;
    const isNext = this.#voices.othersBefore(last) === 0;
    if (!isNext || !/^[\s*_]*$/.test(text.slice(this.#voices.spanOf(last - 1).end, this.#voices.spanOf(last).start))) return alignment;
    const step: Step = { kind: 'left out', tokens: [], places: [place], weight: Infinity };
    return { ...alignment, steps: side === 'before' ? [step, ...alignment.steps] : [...alignment.steps, step] };
  }

  /** The alignment of these words with the words of a range of one voice, wherever in it they are most alike. */
  align(tokens: readonly Token[], { from, to }: WordRange): Alignment {
    const [rows, columns] = [tokens.length, to - from];
    const said = Array.from({ length: columns }, (_, j) => this.#word(this.#voices.form[from + j]!));
    const notes = this.#notesIn({ from, to });
    const quoted = tokens.map(({ form }) => this.#word(form));
    const width = columns + 1;
    const costs = new Float64Array((rows + 1) * width);
    const moves = new Uint8Array((rows + 1) * width);
    for (let i = 1; i <= rows; i += 1) {
      const word = quoted[i - 1]!;
      const adding = tokens[i - 1]!.isAside ? FREE : ADDED[word.kind];
      const gap = tokens[i]?.afterInsertion === true;
      for (let j = 0; j <= columns; j += 1) {
        let cost = costs[(i - 1) * width + j]! + adding;
        let move: Move = MOVES.add;
        const consider = (other: number, its: Move): void => {
          if (other >= cost) return;
          cost = other;
          move = its;
        };
        if (j > 0) {
          const there = said[j - 1]!;
          const same = there.bare === word.bare;
          consider(costs[(i - 1) * width + j - 1]! + (same ? 0 : this.#replacing(word, there)), same ? MOVES.same : MOVES.replace);
          const free = notes[j - 1]! || (gap && there.kind !== 'negation');
          if (i < rows) consider(costs[i * width + j - 1]! + (free ? FREE : LEFT_OUT[there.kind]), MOVES.leaveOut);
          if (i > 1 && isJoined(quoted[i - 2]!, word, there)) consider(costs[(i - 2) * width + j - 1]!, MOVES.joined);
          if (j > 1 && isJoined(said[j - 2]!, there, word)) consider(costs[(i - 1) * width + j - 2]!, MOVES.parted);
        }
        costs[i * width + j] = cost;
        moves[i * width + j] = move;
      }
    }
    let last = 0;
    for (let j = 1; j <= columns; j += 1) if (costs[rows * width + j]! < costs[rows * width + last]!) last = j;
    const cost = costs[rows * width + last]!;
    const taken: { move: Move; i: number; j: number }[] = [];
    let [i, j] = [rows, last];
    while (i > 0) {
      const move = moves[i * width + j]! as Move;
      taken.unshift({ move, i, j });
      i -= move === MOVES.leaveOut ? 0 : move === MOVES.joined ? 2 : 1;
      j -= move === MOVES.add ? 0 : move === MOVES.parted ? 2 : 1;
    }
    return this.#weigh(tokens, taken, { from: from + j, to: from + last }, from, cost);
  }

  /** Says of each step how much it changes. */
  #weigh(
    tokens: readonly Token[],
    taken: readonly { move: Move; i: number; j: number }[],
    range: WordRange,
    from: number,
    cost: number,
  ): Alignment {
    const steps: Step[] = [];
    let run: number[] = [];
    let same = 0;
    const closeRun = (next: Token): void => {
      if (run.length > 0) {
        const isShown = this.#isShown(run, next);
        steps.push({ kind: isShown ? 'same' : 'left out', tokens: [], places: run, weight: isShown ? 0 : this.#weightLeftOut(run) });
      }
      run = [];
    };
    for (const { move, i, j } of taken) {
      const place = from + j - 1;
      if (move === MOVES.leaveOut) {
        if (this.#isNote(place)) {
          closeRun(tokens[i]!);
          steps.push({ kind: 'same', tokens: [], places: [place], weight: 0 });
        } else run.push(place);
        continue;
      }
      const token = tokens[i - 1]!;
      closeRun(token);
      const [word, there] = [this.#word(token.form), move === MOVES.add ? undefined : this.#word(this.#voices.form[place]!)];
      if (!there) {
        const weight = word.kind === 'filler' || word.kind === 'small' ? 1 : Infinity;
        steps.push(
          token.isAside ? { kind: 'same', tokens: [token], places: [], weight: 0 } : { kind: 'added', tokens: [token], places: [], weight },
        );
      } else if (move === MOVES.replace) {
        const weight = this.#replacing(word, there) === CHANGED ? 1 : Infinity;
        steps.push({ kind: 'replaced', tokens: [token], places: [place], weight });
      } else {
        same += move === MOVES.joined ? 2 : 1;
        const places = move === MOVES.parted ? [place - 1, place] : [place];
        steps.push({ kind: 'same', tokens: move === MOVES.joined ? [tokens[i - 2]!, token] : [token], places, weight: 0 });
      }
    }
    return { ...range, steps: this.#withOthers(steps), cost, same };
  }

  /** Whoever runs two answers together leaves out what another said between them. */
  #withOthers(steps: readonly Step[]): Step[] {
    let before: number | undefined;
    return steps.flatMap((step) => {
      const cut = step.places.some((place, i) => {
        const isNext = i > 0 || before === place - 1;
        return isNext && this.#voices.othersBefore(place) > OTHERS_WORDS;
      });
      before = step.places.at(-1) ?? before;
      return cut ? [{ kind: 'left out' as const, tokens: [], places: [], weight: Infinity }, step] : [step];
    });
  }

  /** Are these words shown to be left out by words in brackets? What negates is not. */
  #isShown(places: readonly number[], next: Token): boolean {
    const negates = places.some((place) => this.#word(this.#voices.form[place]!).kind === 'negation');
    return next.afterInsertion && places.length <= MOST_REPLACED && !negates;
  }

  /** What leaving out words that were said in a row changes. */
  #weightLeftOut(places: readonly number[]): number {
    const { form } = this.#voices;
    const kindOf = (place: number): Word['kind'] => this.#word(form[place]!).kind;
    const real = places.filter((place) => kindOf(place) !== 'filler');
    if (real.length === 0) return 0;
    const spoken = places.map((place) => forms.text(form[place]!));
    if (this.#rules.fillerPhrases.some((phrase) => phrase.join(' ') === spoken.join(' '))) return 0;
    const [first, last] = [real[0]!, real.at(-1)!];
    const isRow = last - first + 1 === real.length;
    const repeats = (by: number): boolean => real.every((place) => form[place] === form[place + by]);
    if (isRow && (repeats(places.at(-1)! + 1 - first) || repeats(-real.length))) return 0;
    if (real.length === 1 && this.#isBrokenOff(first)) return 0;
    return real.every((place) => kindOf(place) === 'small') ? real.length : Infinity;
  }

  /** A word that breaks off and begins anew: "kom- kommunen". */
  #isBrokenOff(place: number): boolean {
    const { text } = this.#voices.voiceAt(place).transcript;
    const { end } = this.#voices.spanOf(place);
    const next = this.#voices.form[place + 1]!;
    return (
      /^[-–—…]/.test(text.slice(end, end + 1)) && next >= 0 && this.#word(next).bare.startsWith(this.#word(this.#voices.form[place]!).bare)
    );
  }
}
