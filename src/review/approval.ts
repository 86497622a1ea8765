import { groupBy } from '../analysis/group-by.ts';
import type { Coding, Decision, Span, Transcript } from '../model.ts';
import { unfaithful } from '../text/edits.ts';
import { overlaps } from '../text/spans.ts';
import { wordForms } from '../text/words.ts';
import { contentOf, seen, Writing } from './deciding.ts';
import type { Interviews } from './items.ts';
import type { Said } from './said.ts';

/** What a person has answered when she was asked whether a quote of hers may be printed. */
export type Answer = { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'changed'; readonly text: string };

/** A quote that was answered for, and where its words were said. */
export interface AnsweredQuote {
  /** As she was asked to approve it. */
  readonly text: string;
  readonly transcript: Transcript;
  readonly participant: string;
  readonly pieces: readonly Span[];
  readonly answer: Answer;
}

/** What to note with a decision that comes of an answer, where nothing is noted yet. */
export type AnswerMemos = Readonly<Record<Answer['kind'], string>>;

/** A sentence of the quote, and the theme under which something can be decided of it. */
interface Asked {
  readonly turn: number;
  readonly sentence: number;
  readonly said: string;
  readonly theme: string;
  /** Does it bear the theme itself, or does it stand beside what does? */
  readonly bears: boolean;
}

function askedOf(interviews: Interviews, codings: readonly Coding[], { transcript, participant, pieces }: AnsweredQuote): Asked[] {
  return [...transcript.turns.entries()].flatMap(([turn, { speaker, span }]) => {
    if (transcript.participants.get(speaker)?.id !== participant || !pieces.some((piece) => overlaps(piece, span))) return [];
    const own = codings.filter((coding) => coding.transcript === transcript && coding.turn === turn && coding.status !== 'rejected');
    const themeOn = (at: Span): string | undefined => own.find((coding) => overlaps(coding.span, at))?.theme.id;
    const shown = [...interviews.sentencesOf(transcript, turn).entries()].filter(([, at]) => pieces.some((piece) => overlaps(piece, at)));
    const first = shown.map(([, at]) => themeOn(at)).find((theme) => theme !== undefined);
    if (first === undefined) return [];
    return shown.map(([sentence, at]) => {
      const theme = themeOn(at);
      const said = transcript.text.slice(at.start, at.end);
      return { turn, sentence, said, theme: theme ?? first, bears: theme !== undefined };
    });
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where these words stand in others, in their order, from one on; undefined where they do not. @returns behind the last */
function behind(words: readonly string[], forms: readonly string[], from: number): number | undefined {
  let at = from;
  for (const form of forms) {
    const found = words.indexOf(form, at);
    if (found < 0) return undefined;
    at = found + 1;
  }
  return at;
}

/** A stretch of text that ends where a sentence does. */
const SENTENCE = /(?:\[[^[\]]*\]|[^[.!?…]|\[)+[.!?…]*[”’)]*\s*|[.!?…]+\s*/g;
/** A word and what is written with it; what stands in brackets goes with the words around it. */
const WORD = /(?:\[[^[\]]*\]|[^\s[])+|\[/g;

/** A changed quote, sentence by sentence; undefined where a word of it stands in none. */
function divide(text: string, sentences: readonly string[]): string[] | undefined {
  const words = sentences.map(wordForms);
  const parts = sentences.map((): string[] => []);
  let [current, at] = [0, 0];
  /** Puts a piece to the first sentence that has all its words. */
  const put = (piece: string): boolean => {
    const forms = wordForms(piece.replace(/\[[^[\]]*\]/g, ' '));
    const end = (i: number): number | undefined => behind(words[i]!, forms, i === current ? at : 0);
    const next = [...words.keys()].find((i) => i >= current && end(i) !== undefined);
    if (next === undefined) return false;
    at = end(next)!;
    current = next;
    parts[current]!.push(piece.trim());
    return true;
  };
  const isWhole = oneLine(text)
    .match(SENTENCE)
    ?.every((sentence) => put(sentence) || (sentence.match(WORD) ?? []).every(put));
  return isWhole ? parts.map((part) => part.join(' ')) : undefined;
}

const LEFT_OUT = '[…]';

/** What is to be printed of each sentence, undefined where it is as it was said; or why that cannot be. */
function editsOf(text: string, sentences: readonly string[]): readonly (string | undefined)[] | { readonly refused: string } {
  const strange = unfaithful(text, sentences.join(' '));
  if (strange === 'empty' || wordForms(text).length === 0) return { refused: 'leaves nothing of what was said' };
  if (strange) return { refused: `has "${strange.word}", which is not said there: words may be left out, and put in between [ and ]` };
  const parts = divide(text, sentences);
  if (!parts) return { refused: 'puts words of two sentences into one' };
  return parts.map((part, i) => {
    if (wordForms(part).length === 0) return LEFT_OUT;
    return part === oneLine(sentences[i]!) ? undefined : part;
  });
}

/**
 * What follows from an answer, for the file of the coder who takes it in: a quote that is approved is noted as it may be
 * printed, one that is not is banned, and one that was changed is edited sentence by sentence, where it says nothing but
 * what was said. What the coder has decided before stays.
 * @param codings as people have decided them
 * @returns the lines to write, none where all of it is decided already; or why it cannot be done
 */
export function takeAnswer(
  interviews: Interviews,
  before: Said,
  codings: readonly Coding[],
  quote: AnsweredQuote,
  memos: AnswerMemos,
): { readonly said: Said; readonly decisions: readonly Decision[] } | { readonly refused: string } {
  const { transcript, answer } = quote;
  const asked = askedOf(interviews, codings, quote);
  if (asked.length === 0)
    return { refused: 'no theme stands on any of its sentences, so there is nothing to decide on: put one on it first' };
  const said = asked.map((one) => one.said);
  const edits = answer.kind === 'changed' ? editsOf(answer.text, said) : said.map(() => undefined);
  if ('refused' in edits) return edits;
  const noted = asked.findIndex(({ bears }) => bears);
  const decisions: Decision[] = [];
  let after = before;
  for (const [turn, own] of groupBy([...asked.entries()], ([, one]) => one.turn)) {
    const sentences = { first: own[0]![1].sentence, last: own.at(-1)![1].sentence };
    const item = interviews.item(transcript, turn, sentences, undefined);
    const writing = new Writing(after, interviews, item);
    for (const [i, { sentence, theme }] of own) {
      const edit = edits[i];
      const isChanged = answer.kind === 'changed' && edit !== writing.on(sentence, theme)?.edit;
      if (answer.kind !== 'no' && !isChanged && i !== noted) continue;
      writing.say(sentence, theme, (old) => {
        const content = contentOf(old ?? seen(theme));
        const isAnswers = content.memo === undefined || Object.values(memos).includes(content.memo);
        return {
          ...content,
          ...(answer.kind === 'no' && { print: 'ban' as const, approved: undefined }),
          ...(answer.kind === 'changed' && { edit }),
          ...(i === noted && {
            ...(answer.kind !== 'no' && { approved: answer.kind === 'changed' ? oneLine(answer.text) : quote.text }),
            ...(isAnswers && { memo: memos[answer.kind] }),
          }),
        };
      });
    }
    const done = writing.done(item);
    after = done.said;
    decisions.push(...done.decisions);
  }
  return { said: after, decisions };
}
