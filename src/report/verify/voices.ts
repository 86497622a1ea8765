import type { Participant, Span, Transcript } from '../../model.ts';
import { forms, spokenWords } from '../../text/spoken.ts';
import { WordReader } from '../../text/words.ts';

/** All that one speaker says in an interview, as words `from` up to `to` of `Voices`. */
export interface Voice {
  readonly transcript: Transcript;
  readonly participant: Participant;
  readonly from: number;
  readonly to: number;
}

/** A row of words of one speaker: `from` up to `to`. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const NO_FORM = -1;

/** The words of some turns, to be copied. */
interface Piece {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly form: Int32Array;
  readonly turn: number;
  /** How many words of the interview were said before. */
  readonly before: number;
}

function piecesBySpeaker(transcript: Transcript, reader: WordReader): Map<string, Piece[]> {
  const { text, turns, participants } = transcript;
  const spoken = spokenWords(transcript);
  const pieces = new Map<string, Piece[]>();
  let before = 0;
  for (const [turn, { speaker, span }] of turns.entries()) {
    const isInterviewer = participants.get(speaker)?.role === 'interviewer';
    if (isInterviewer) reader.read(text, span.start, span.end);
    const { start, end, form } = isInterviewer ? reader : spoken;
    const [from, to] = isInterviewer ? [0, reader.count] : [spoken.turns[turn]!, spoken.turns[turn + 1]!];
    // The reader's arrays are used again, those of an interview's respondents stay.
    const part = (of: Int32Array): Int32Array => (isInterviewer ? of.slice(from, to) : of.subarray(from, to));
    const piece = { start: part(start), end: part(end), form: part(form), turn, before };
    const own = pieces.get(speaker);
    if (own) own.push(piece);
    else pieces.set(speaker, [piece]);
    before += to - from;
  }
  return pieces;
}

/**
 * The words of all who speak in a study's interviews, each speaker's in one row, with an index from each form to its
 * places: any quotation is looked for without reading the interviews again.
 */
export class Voices {
  readonly voices: readonly Voice[];
  /** The form of each word; -1 between two voices. */
  readonly form: Int32Array;
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #turn: Int32Array;
  /** How many words of the interview, by anyone, were said before. */
  readonly #order: Int32Array;
  readonly #places: Int32Array;
  readonly #firstPlace: Int32Array;

  constructor(transcripts: readonly Transcript[]) {
    const reader = new WordReader(forms);
    const rows = transcripts.flatMap((transcript) =>
      [...piecesBySpeaker(transcript, reader)].map(([speaker, pieces]) => ({
        transcript,
        participant: transcript.participants.get(speaker)!,
        pieces,
      })),
    );
    const size = rows.reduce((sum, { pieces }) => pieces.reduce((words, { form }) => words + form.length, sum) + 1, 0);
    [this.form, this.#start, this.#end, this.#turn, this.#order] = Array.from({ length: 5 }, () => new Int32Array(size)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    let at = 0;
    this.voices = rows.map(({ transcript, participant, pieces }) => {
      const from = at;
      for (const { start, end, form, turn, before } of pieces) {
        this.form.set(form, at);
        this.#start.set(start, at);
        this.#end.set(end, at);
        this.#turn.fill(turn, at, at + form.length);
        for (let i = 0; i < form.length; i += 1) this.#order[at + i] = before + i;
        at += form.length;
      }
      this.form[at] = NO_FORM;
      at += 1;
      return { transcript, participant, from, to: at - 1 };
    });
    this.#firstPlace = new Int32Array(forms.size + 1);
    const { form } = this;
    const first = this.#firstPlace;
    for (let place = 0; place < size; place += 1) if (form[place] !== NO_FORM) first[form[place]! + 1]! += 1;
    for (let one = 0; one < forms.size; one += 1) first[one + 1]! += first[one]!;
    this.#places = new Int32Array(first[forms.size]!);
    const next = first.slice();
    for (let place = 0; place < size; place += 1) {
      if (form[place] === NO_FORM) continue;
      this.#places[next[form[place]!]!] = place;
      next[form[place]!]! += 1;
    }
  }

  /** The places of a form, from left to right. */
  placesOf(form: number): Int32Array {
    // A form met since the index was made stands nowhere.
    if (form + 1 >= this.#firstPlace.length) return new Int32Array();
    return this.#places.subarray(this.#firstPlace[form], this.#firstPlace[form + 1]);
  }

  voiceAt(place: number): Voice {
    let low = 0;
    let high = this.voices.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.voices[middle]!.from <= place) low = middle;
      else high = middle - 1;
    }
    return this.voices[low]!;
  }

  turnOf(place: number): number {
    return this.#turn[place]!;
  }

  /** Where a word stands in its interview's text. */
  spanOf(place: number): Span {
    return { start: this.#start[place]!, end: this.#end[place]! };
  }

  /** How many words of others stand between a word and the one before it in its row. */
  othersBefore(place: number): number {
    return this.#order[place]! - this.#order[place - 1]! - 1;
  }

  /** Every place where exactly these forms stand in a row, inside a range. */
  occurrences(words: readonly number[], { from, to }: WordRange = { from: 0, to: this.form.length }): number[] {
    let rarest = 0;
    for (const [i, form] of words.entries()) {
      if (this.placesOf(form).length < this.placesOf(words[rarest]!).length) rarest = i;
    }
    const places = this.placesOf(words[rarest] ?? NO_FORM);
    const found: number[] = [];
    for (const place of places) {
      const start = place - rarest;
      if (start < from || start + words.length > to) continue;
      let i = 0;
      while (i < words.length && this.form[start + i] === words[i]) i += 1;
      if (i === words.length) found.push(start);
    }
    return found;
  }
}
