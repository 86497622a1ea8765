import type { Coding, Judgement, Language, Span, Theme, Transcript } from '../../model.ts';
import { splitSentences } from '../../text/sentences.ts';
import { groupBy } from '../group-by.ts';

/** What is compared: each sentence, or each turn with what is said of its sentences. */
export type UnitKind = 'sentences' | 'turns';

/** What a rater says of one sentence. */
interface Said {
  /** She was shown it as a whole, and could have put any theme on it. */
  readonly whole: boolean;
  /** Of these themes she was asked: has she put it on the sentence? Undefined where she says two things. */
  readonly themes: ReadonlyMap<string, boolean | undefined>;
}

/** Who says which themes a sentence bears: a coder, or the rules. */
export interface Rater {
  readonly name: string;
  /** Undefined where she has said nothing. */
  said(transcript: Transcript, turn: number, sentence: number): Said | undefined;
}

/** A stretch that all raters have said something of. */
export interface Unit {
  readonly transcript: Transcript;
  readonly turn: number;
  readonly span: Span;
  /** By rater, then by sentence. */
  readonly said: readonly (readonly Said[])[];
}

const placeOf = (transcript: Transcript, turn: number, sentence: number): string => JSON.stringify([transcript.id, turn, sentence]);

/** A coder, by what she has judged. */
export function coderOf(name: string, judgements: readonly Judgement[]): Rater {
  const own = judgements.filter((one) => one.coder === name);
  const bySentence = groupBy(own, ({ transcript, turn, sentence }) => placeOf(transcript, turn, sentence));
  const said = new Map(
    [...bySentence].map(([place, all]): [string, Said] => {
      const themes = all.flatMap(({ theme, status, decisions }): [string, boolean | undefined][] => {
        if (theme === undefined) return [];
        const saysTwoThings = status === undefined && decisions.some(({ verdict }) => verdict !== 'seen');
        return [[theme, saysTwoThings ? undefined : status === 'accepted']];
      });
      return [place, { whole: all.some(({ theme }) => theme === undefined), themes: new Map(themes) }];
    }),
  );
  return { name, said: (transcript, turn, sentence) => said.get(placeOf(transcript, turn, sentence)) };
}

/** The rules as a rater: they were shown every sentence, and say what they propose. */
export function rulesAsRater(name: string, proposed: readonly Coding[]): Rater {
  const themes = new Map<string, Map<string, boolean>>();
  for (const { transcript, turn, sentences, theme } of proposed) {
    for (let sentence = sentences.first; sentence <= sentences.last; sentence += 1) {
      const place = placeOf(transcript, turn, sentence);
      themes.set(place, (themes.get(place) ?? new Map<string, boolean>()).set(theme.id, true));
    }
  }
  const nothing = new Map<string, boolean>();
  return {
    name,
    said: (transcript, turn, sentence) => ({ whole: true, themes: themes.get(placeOf(transcript, turn, sentence)) ?? nothing }),
  };
}

/** The units all of these have said something of; a turn, where they have of each of its sentences. */
export function unitsOf(transcripts: readonly Transcript[], raters: readonly Rater[], kind: UnitKind, language: Language): Unit[] {
  return transcripts.flatMap((transcript) =>
    transcript.turns.flatMap(({ speaker, span }, turn): Unit[] => {
      if (transcript.participants.get(speaker)?.role === 'interviewer') return [];
      const sentences = splitSentences(transcript.text, span, language);
      const said = sentences.map((_, number) => raters.map((rater) => rater.said(transcript, turn, number)));
      const unit = (first: number, last: number): Unit[] => {
        const own = raters.map((_, rater) => said.slice(first, last + 1).map((all) => all[rater]));
        if (own.some((all) => all.length === 0 || all.includes(undefined))) return [];
        const span = { start: sentences[first]!.start, end: sentences[last]!.end };
        return [{ transcript, turn, span, said: own as readonly (readonly Said[])[] }];
      };
      return kind === 'turns' ? unit(0, sentences.length - 1) : sentences.flatMap((_, number) => unit(number, number));
    }),
  );
}

/** Was a rater shown all of a unit, so that nothing she left out was kept from her? */
export const isWhole = (said: readonly Said[]): boolean => said.every(({ whole }) => whole);

/**
 * Has a rater put one of these themes on a unit? Undefined where she was not shown it for them: neither as a whole nor
 * with one of them proposed.
 */
export function ratingOf(said: readonly Said[], themes: readonly string[]): boolean | undefined {
  const answers = said.map(({ whole, themes: asked }) => {
    const own = themes.filter((theme) => asked.has(theme)).map((theme) => asked.get(theme));
    if (own.includes(true)) return true;
    return own.includes(undefined) || (own.length === 0 && !whole) ? undefined : false;
  });
  return answers.some((answer) => answer === undefined) ? undefined : answers.some((answer) => answer === true);
}

/** The themes a rater has put on a unit. */
export const codedWith = (said: readonly Said[]): ReadonlySet<string> =>
  new Set(said.flatMap(({ themes }) => [...themes].flatMap(([theme, coded]) => (coded === true ? [theme] : []))));

/** The ids of a theme and of all under it. */
export const family = (theme: Theme): string[] => [theme.id, ...theme.themes.flatMap(family)];
