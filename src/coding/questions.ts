import type { Language, PutQuestion, PutQuestions, Question, Span, Theme, Transcript } from '../model.ts';
import { counts } from './bearing.ts';
import { Matcher } from './matcher.ts';

/** A question, as what its terms are looked for by. */
const asTheme = ({ id, label, asked }: Question): Theme => ({
  id,
  path: [id],
  label,
  kind: undefined,
  noun: undefined,
  definition: undefined,
  include: undefined,
  exclude: undefined,
  terms: asked,
  unless: [],
  examples: [],
  counterexamples: [],
  themes: [],
});

const isAsking = (text: string, { start, end }: Span): boolean => /\?["”“»’)\]*_\s]*$/.test(text.slice(start, end));

/** Finds the questions of an interview guide in interviews. */
export class QuestionFinder {
  readonly #questions: readonly Question[];
  readonly #matcher: Matcher;

  constructor(questions: readonly Question[], language: Language) {
    this.#questions = questions;
    this.#matcher = new Matcher({ language, allThemes: questions.map(asTheme) });
  }

  /**
   * The questions an interviewer's turn puts, in the order of the guide: those whose terms stand in one of its sentences
   * that ask; where none such asks, those of the others.
   */
  #putIn({ text, turns }: Transcript, turn: number): PutQuestion[] {
    const { span, line } = turns[turn]!;
    const sentences = this.#matcher.match(text, span);
    const found = sentences.flatMap((sentence, i) =>
      sentence.hits.filter((hit) => counts(hit, i, sentences)).map((hit) => ({ hit, asks: isAsking(text, sentence.span) })),
    );
    const asks = found.some((one) => one.asks);
    return this.#questions.flatMap((question, number) => {
      const words = found.flatMap((one) => (one.hit.rule.theme === number && one.asks === asks ? [one.hit.span] : []));
      return words.length === 0 ? [] : [{ question, turn, line, words, unmarked: !asks }];
    });
  }

  /**
   * Which questions are put in an interview, and which each turn belongs to. A turn of an interviewer that puts none
   * follows up on the one before; one that puts two is answered on both.
   */
  find(transcript: Transcript): PutQuestions {
    const puts: PutQuestion[] = [];
    let open: readonly string[] = [];
    const ofTurns = transcript.turns.map(({ speaker }, turn) => {
      if (transcript.participants.get(speaker)?.role !== 'interviewer') return open;
      const own = this.#putIn(transcript, turn);
      puts.push(...own);
      if (own.length > 0) open = own.map(({ question }) => question.id);
      return open;
    });
    return { puts, ofTurns };
  }
}
