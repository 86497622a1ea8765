import { strengthOf, type Choice } from '../analysis/choose.ts';
import { groupBy } from '../analysis/group-by.ts';
import type { Quote } from '../analysis/quotes.ts';
import { shuffled } from '../analysis/random.ts';
import { UNKNOWN } from '../analysis/unknown.ts';
import type { Judgement, Theme, Transcript, Turn } from '../model.ts';
import type { Chosen } from './deciding.ts';
import { isInterviewers, numbersOf, type Interviews, type ReviewItem, type Sentences } from './items.ts';
import { allSaid, bySentence, judgementOn, judgementsOn, sentenceKey, type Said } from './said.ts';

/** What to go through, and in which order. */
export type Pile =
  /** What could be printed: first the quotes the report would print now, then the next in strength, theme by theme. */
  | { readonly kind: 'report' }
  /** What the rules propose and she has not decided on, in the order of the interviews. */
  | { readonly kind: 'undecided' }
  /** All of a theme and of those under it, decided or not. */
  | { readonly kind: 'theme'; readonly theme: string }
  /** Stretches drawn by chance from all that respondents say, so that what the rules miss is seen too. */
  | { readonly kind: 'sample'; readonly size: number; readonly seed: number }
  /** Where two coders were shown the same and do not say the same. */
  | { readonly kind: 'disagreements' }
  /** One interview from beginning to end. */
  | { readonly kind: 'walk'; readonly transcript: string };

/** What piles are made of. */
export interface Grounds {
  readonly interviews: Interviews;
  readonly said: Said;
  /** What the other coders say, by sentence. The coder is shown it in no pile but that of disagreements. */
  readonly others: ReadonlyMap<string, readonly Judgement[]>;
  /** What the report would print, in its order. */
  readonly report: readonly Choice[];
}

/** As much as is read at a glance when no theme says where to look. */
const STRETCH = 6;

/** The sentences of a turn in stretches as even as can be. */
function stretchesOf(sentences: number): Sentences[] {
  const count = Math.ceil(sentences / STRETCH);
  const begin = (stretch: number): number => Math.floor((stretch * sentences) / count);
  return Array.from({ length: count }, (_, i) => ({ first: begin(i), last: begin(i + 1) - 1 }));
}

/** All that the respondents of an interview say, in order, in stretches of a turn. */
function walk(interviews: Interviews, transcript: Transcript): ReviewItem[] {
  return [...transcript.turns.keys()]
    .filter((turn) => !isInterviewers(transcript, turn))
    .flatMap((turn) =>
      stretchesOf(interviews.sentencesOf(transcript, turn).length).map((sentences) =>
        interviews.item(transcript, turn, sentences, undefined),
      ),
    );
}

/** Numbers in a row that have the same sign: [1, 2, 4] is 1–2 and 4. Those without a sign are left out. */
function runs(signs: ReadonlyMap<number, string>): Sentences[] {
  const found: { first: number; last: number }[] = [];
  for (const number of [...signs.keys()].sort((a, b) => a - b)) {
    const open = found.at(-1);
    if (open?.last === number - 1 && signs.get(open.last) === signs.get(number)) open.last = number;
    else found.push({ first: number, last: number });
  }
  return found;
}

/** The quotes of one turn: neighbouring sentences for which signs of a theme are given and the same. */
function quotesOfTurn(
  interviews: Interviews,
  transcript: Transcript,
  turn: number,
  signs: ReadonlyMap<string, ReadonlyMap<number, string>>,
): ReviewItem[] {
  return interviews.codebook.allThemes
    .filter(({ id }) => signs.has(id))
    .flatMap((theme) => runs(signs.get(theme.id)!).map((sentences) => interviews.item(transcript, turn, sentences, theme)))
    .sort((a, b) => a.sentences.first - b.sentences.first);
}

/**
 * All quotes: sentences the rules propose or she has put a theme on, as far as she says the same of them. In the order
 * of the interviews, of the text and of the codebook.
 */
function quotes({ interviews, said }: Grounds): ReviewItem[] {
  const accepted = groupBy(
    allSaid(said).filter(({ status, theme }) => status === 'accepted' && theme !== undefined),
    ({ transcript, turn }) => transcript.turns[turn],
  );
  return interviews.transcripts.flatMap((transcript) =>
    [...transcript.turns.entries()].flatMap(([turn, key]) => {
      const signs = new Map<string, Map<number, string>>();
      const note = (theme: string, sentence: number): void => {
        const judgement = judgementOn(said, transcript, turn, sentence, theme);
        const own = signs.get(theme) ?? new Map<number, string>();
        signs.set(theme, own.set(sentence, `${judgement?.status} ${judgement?.stance}`));
      };
      for (const { theme, sentences } of interviews.proposedIn(transcript, turn))
        for (const sentence of numbersOf(sentences)) note(theme.id, sentence);
      for (const { theme, sentence } of accepted.get(key) ?? []) note(theme!, sentence);
      return signs.size === 0 ? [] : quotesOfTurn(interviews, transcript, turn, signs);
    }),
  );
}

/** What could be printed, the quotes that would be printed now before all others. */
function forReport({ interviews, report }: Grounds): ReviewItem[] {
  const chosen = report.flatMap((choice) => choice.chosen.map(({ printed }) => printed.quote));
  const next = [...groupBy(report, ({ theme }) => theme).values()].flatMap((choices) =>
    choices
      .flatMap(({ passedOver }) => passedOver)
      .filter(({ reason }) => reason !== 'consent' && reason !== 'banned')
      .map(({ quote }) => ({ quote, strength: strengthOf(quote) }))
      .sort((a, b) => b.strength - a.strength)
      .map(({ quote }) => quote),
  );
  // A quote may be led to from several places, and under a theme as well as under the one above it.
  const items = new Map<string, ReviewItem>();
  for (const { codings } of [...chosen, ...next] satisfies Quote[]) {
    for (const { transcript, turn, sentences, theme } of codings) {
      const key = `${sentenceKey(transcript.id, turn, sentences.first)} ${theme.id}`;
      if (!items.has(key)) items.set(key, interviews.item(transcript, turn, sentences, theme));
    }
  }
  return [...items.values()];
}

/** What each coder makes of a theme on a sentence; of those who were not shown it, nothing. */
function voicesOn(judgements: readonly Judgement[], theme: string): Map<string, Judgement> {
  const shown = judgements.filter((one) => one.theme === undefined || one.theme === theme);
  return new Map(shown.sort((a, b) => Number(b.theme === undefined) - Number(a.theme === undefined)).map((one) => [one.coder, one]));
}

/** Does one say that the theme is there and another that it is not, or do they see it differently? */
function differ(voices: readonly Judgement[]): boolean {
  const yes = voices.filter(({ status }) => status === 'accepted');
  const stances = new Set(yes.flatMap(({ stance }) => stance ?? []));
  return (yes.length > 0 && yes.length < voices.length) || stances.size > 1;
}

/** The quotes on which coders differ, in the order of the interviews. */
function disagreements({ interviews, said, others }: Grounds): ReviewItem[] {
  const all = bySentence([...allSaid(said), ...[...others.values()].flat()]);
  const contested = new Map<Turn, Map<string, Map<number, string>>>();
  for (const judgements of all.values()) {
    const { transcript, turn, sentence } = judgements[0]!;
    const key = transcript.turns[turn]!;
    for (const theme of new Set(judgements.flatMap((one) => (one.status === 'accepted' ? (one.theme ?? []) : [])))) {
      const voices = voicesOn(judgements, theme);
      if (!differ([...voices.values()])) continue;
      const sign = [...voices].map(([coder, { status, stance }]) => `${coder} ${status} ${stance}`).sort();
      const signs = contested.get(key) ?? new Map<string, Map<number, string>>();
      contested.set(key, signs.set(theme, (signs.get(theme) ?? new Map<number, string>()).set(sentence, sign.join(', '))));
    }
  }
  return interviews.transcripts.flatMap((transcript) =>
    [...transcript.turns.entries()].flatMap(([turn, key]) =>
      contested.has(key) ? quotesOfTurn(interviews, transcript, turn, contested.get(key)!) : [],
    ),
  );
}

const isUnder = (theme: Theme, id: string): boolean => theme.path.includes(id);

/** What to go through, in order. */
export function itemsOf(pile: Pile, grounds: Grounds): ReviewItem[] {
  const { interviews, said } = grounds;
  switch (pile.kind) {
    case 'report':
      return forReport(grounds);
    case 'undecided':
      return quotes(grounds).filter((item) => !isDecided(item, said));
    case 'theme':
      return quotes(grounds).filter(({ theme }) => isUnder(theme!, pile.theme));
    case 'sample':
      return shuffled(
        interviews.transcripts.flatMap((transcript) => walk(interviews, transcript)),
        pile.seed,
      ).slice(0, pile.size);
    case 'disagreements':
      return disagreements(grounds);
    case 'walk':
      return interviews.transcripts.filter(({ id }) => id === pile.transcript).flatMap((transcript) => walk(interviews, transcript));
  }
}

/** What the other coders say of an item: of its theme, or of any theme where it has none. */
export function othersOn(others: Grounds['others'], { transcript, turn, sentences, theme }: ReviewItem): Judgement[] {
  const all = numbersOf(sentences).flatMap((sentence) => others.get(sentenceKey(transcript.id, turn, sentence)) ?? []);
  return theme === undefined ? all : all.filter((one) => one.theme === undefined || one.theme === theme.id);
}

/** Has she said yes or no to the item's theme on all of it, or, where it has none, gone on from it? */
export function isDecided({ transcript, turn, sentences, theme }: ReviewItem, said: Said): boolean {
  return numbersOf(sentences).every((sentence) => {
    const judgement = judgementOn(said, transcript, turn, sentence, theme?.id);
    return theme === undefined ? judgement !== undefined : judgement?.status !== undefined;
  });
}

/** What to leave in a queue; what is not given leaves all in. */
export interface Filter {
  /** The theme, or one it is under; of an item without theme, one that is proposed or accepted on it. */
  readonly theme?: string | undefined;
  /** A role of the codebook, or `uoplyst`. */
  readonly role?: string | undefined;
  /** An interview's id. */
  readonly transcript?: string | undefined;
  readonly undecided?: boolean | undefined;
}

/** The items that all parts of a filter leave in, in their order. */
export function filtered(items: readonly ReviewItem[], filter: Filter, { interviews, said }: Grounds): ReviewItem[] {
  const ids = new Set(
    interviews.codebook.allThemes.filter((theme) => filter.theme !== undefined && isUnder(theme, filter.theme)).map(({ id }) => id),
  );
  const themesOn = ({ transcript, turn, sentences, theme, codings }: ReviewItem): string[] => {
    if (theme) return [theme.id];
    const own = numbersOf(sentences).flatMap((sentence) => judgementsOn(said, transcript, turn, sentence));
    return [...codings.map((coding) => coding.theme.id), ...own.flatMap((one) => (one.status === 'accepted' ? (one.theme ?? []) : []))];
  };
  return items.filter(
    (item) =>
      (filter.transcript === undefined || item.transcript.id === filter.transcript) &&
      (filter.role === undefined || (item.participant.role ?? UNKNOWN) === filter.role) &&
      (filter.theme === undefined || themesOn(item).some((id) => ids.has(id))) &&
      (filter.undecided !== true || !isDecided(item, said)),
  );
}

/** Items in their order, and how many of them she has decided on. */
export interface Queue {
  readonly items: readonly ReviewItem[];
  readonly decided: number;
  /** Where the items of each turn stand. */
  readonly places: ReadonlyMap<Turn | undefined, readonly number[]>;
}

/** A queue of these items. */
export function queueOf(items: readonly ReviewItem[], said: Said): Queue {
  return {
    items,
    decided: items.filter((item) => isDecided(item, said)).length,
    places: groupBy([...items.keys()], (at) => items[at]!.transcript.turns[items[at]!.turn]),
  };
}

/** The queue once she has made a choice, or taken one back. Only the turn it was about is looked at again. */
export function afterChoice(queue: Queue, before: Said, { said, item, instead }: Chosen): Queue {
  const places = queue.places.get(item.transcript.turns[item.turn]) ?? [];
  const now = (one: ReviewItem): ReviewItem => (one === instead ? item : one);
  const decided = (said: Said, as: (one: ReviewItem) => ReviewItem): number =>
    places.filter((at) => isDecided(as(queue.items[at]!), said)).length;
  return {
    ...queue,
    items: item === instead ? queue.items : queue.items.map(now),
    decided: queue.decided - decided(before, (one) => one) + decided(said, now),
  };
}
