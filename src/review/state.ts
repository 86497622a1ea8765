import type { Judgement, Language, Stance, Theme } from '../model.ts';
import { choose, undo, type Choice, type Chosen } from './deciding.ts';
import type { Interviews, ReviewItem, Sentences } from './items.ts';
import { actOf, type Act } from './keys.ts';
import { judgementsOn, type Said } from './said.ts';
import { reviewWords, type ReviewWords } from './words.ts';

/** The queues a coder can go through. */
export const QUEUES = ['report', 'undecided', 'sample', 'disagreements', 'walk'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What of a queue is shown; undefined is everything. */
export interface Filters {
  readonly theme: string | undefined;
  readonly role: string | undefined;
  readonly transcript: string | undefined;
  readonly undecided: boolean;
}

/** What one session works on, from its first key to its last. */
export interface Desk {
  readonly interviews: Interviews;
  /** The quotes and stretches of a queue, in its order. @param transcript the interview to walk through */
  queueOf(queue: QueueName, filters: Filters, said: Said, transcript: string): readonly ReviewItem[];
  /** Themes by what was typed, the best first; all of them where nothing was. */
  search(query: string): readonly Theme[];
  /** What the other coders say of a theme on a quote, in the queue that is about that. */
  othersOn(item: ReviewItem): readonly Judgement[];
}

/** What a question on the screen is about. */
export type Question = 'move' | 'add' | 'theme' | 'role' | 'interview' | 'queue';

/** A question that is answered by choosing, or by a line of text. */
export type Prompt =
  | { readonly kind: 'choose'; readonly about: Question; readonly query: string; readonly selected: number }
  | { readonly kind: 'memo'; readonly text: string };

/** One of the things to choose between. */
export interface Option {
  readonly id: string;
  readonly label: string;
  /** What it is, beside its label. */
  readonly detail: string;
}

/** All there is to know about a session at one moment. */
export interface ReviewState {
  readonly desk: Desk;
  readonly said: Said;
  readonly queue: QueueName;
  readonly filters: Filters;
  readonly items: readonly ReviewItem[];
  /** The place in the queue. */
  readonly at: number;
  /** What is on the screen: the queue's item, or after an undo the one it was about. Undefined in an empty queue. */
  readonly shown: ReviewItem | undefined;
  /** What is decided about: what is shown, longer or shorter, another theme on it, or sentences chosen in it. */
  readonly focus: ReviewItem | undefined;
  /** So many half pages the turn is scrolled. */
  readonly scroll: number;
  /** What the last key did. */
  readonly message: string;
  readonly prompt: Prompt | undefined;
  readonly help: boolean;
  readonly ended: boolean;
}

/** What follows from a key: the session after it, and what is to be written before the next one. */
export interface Pressed {
  readonly state: ReviewState;
  readonly decisions: Chosen['decisions'];
}

export const ALL: Filters = { theme: undefined, role: undefined, transcript: undefined, undecided: false };

const languageOf = ({ desk }: ReviewState): Language => desk.interviews.codebook.language;
const wordsOf = (state: ReviewState): ReviewWords => reviewWords[languageOf(state)];
const only = (state: ReviewState): Pressed => ({ state, decisions: [] });

/** What is decided about when an item comes up: a quote; of a stretch nothing yet. */
const focusOn = (item: ReviewItem | undefined): ReviewItem | undefined => (item?.theme ? item : undefined);

/** The session at a place of its queue. */
function standingAt(state: ReviewState, at: number, message = ''): ReviewState {
  const shown = state.items[at];
  return { ...state, at, shown, focus: focusOn(shown), scroll: 0, message };
}

/** The session with another queue or other filters, at the first that is undecided, or where it was. */
function queued(state: ReviewState, queue: QueueName, filters: Filters, message: string): ReviewState {
  const transcript = filters.transcript ?? state.shown?.transcript.id ?? state.desk.interviews.transcripts[0]?.id ?? '';
  const items = state.desk.queueOf(queue, filters, state.said, transcript);
  const { shown } = state;
  const same = shown ? items.findIndex((item) => isAtOnePlace(item, shown)) : -1;
  const open = items.findIndex((item) => !isDone(state.said, item));
  return standingAt({ ...state, queue, filters, items }, same >= 0 ? same : Math.max(0, open), message);
}

/** A session at its beginning. */
export function begin(desk: Desk, said: Said, queue: QueueName, filters: Filters): ReviewState {
  const empty = { desk, said, queue, filters, items: [], at: 0, shown: undefined, focus: undefined, scroll: 0, message: '' };
  return queued({ ...empty, prompt: undefined, help: false, ended: false }, queue, filters, '');
}

const meets = (a: Sentences, b: Sentences): boolean => a.first <= b.last && b.first <= a.last;
const isAtOnePlace = (a: ReviewItem, b: ReviewItem): boolean =>
  a.transcript === b.transcript && a.turn === b.turn && a.theme === b.theme && meets(a.sentences, b.sentences);

const numbersOf = ({ first, last }: Sentences): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** What she says of an item's theme on each of its sentences; without a theme, whether she was shown them. */
export function judgementsOf(said: Said, { transcript, turn, sentences, theme }: ReviewItem): (Judgement | undefined)[] {
  return numbersOf(sentences).map((sentence) => judgementsOn(said, transcript, turn, sentence).find((one) => one.theme === theme?.id));
}

/** Has she given a verdict on every sentence of a quote, or been shown every sentence of a stretch? */
export function isDone(said: Said, item: ReviewItem): boolean {
  return judgementsOf(said, item).every((one) => (item.theme ? one?.status !== undefined : one !== undefined));
}

/** How a quote stands with her, in a word or a few. */
export function standingOf(said: Said, item: ReviewItem, words: ReviewWords): string {
  const judgements = judgementsOf(said, item);
  const one = (judgement: Judgement | undefined): string => {
    if (!judgement) return words.undecided;
    if (judgement.status === undefined) return words.seen;
    return judgement.status === 'rejected' ? words.rejected : judgement.stance ? words.stances[judgement.stance] : words.accepted;
  };
  const prints = new Set(judgements.map((judgement) => judgement?.print));
  return [
    [...new Set(judgements.map(one))].join(' / '),
    prints.has('pin') && words.pinned,
    prints.has('ban') && words.banned,
    judgements.some((judgement) => judgement && judgement.memos.length > 0) && words.memo,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The themes on what is shown: what the rules propose and what she has accepted, each with its sentences. */
export function themesOn({ desk: { interviews }, said }: ReviewState, shown: ReviewItem): ReviewItem[] {
  const { transcript, turn, sentences } = shown;
  const found = shown.theme ? [shown] : [];
  const add = (item: ReviewItem): void => {
    if (!found.some((one) => one.theme === item.theme && meets(one.sentences, item.sentences))) found.push(item);
  };
  for (const coding of shown.codings) {
    if (coding.theme !== shown.theme) add(interviews.item(transcript, turn, coding.sentences, coding.theme));
  }
  for (const first of numbersOf(sentences)) {
    for (const { theme: id, status } of judgementsOn(said, transcript, turn, first)) {
      const theme = status === 'accepted' && interviews.codebook.allThemes.find((one) => one.id === id);
      if (!theme) continue;
      const bears = (sentence: number): boolean =>
        judgementsOn(said, transcript, turn, sentence).some((one) => one.theme === id && one.status === 'accepted');
      let last = first;
      while (last < sentences.last && bears(last + 1)) last += 1;
      add(interviews.item(transcript, turn, { first, last }, theme));
    }
  }
  return found;
}

/** What there is to choose between, best first. */
export function optionsOf(state: ReviewState, about: Question, query: string): readonly Option[] {
  const { desk, said, filters } = state;
  const { codebook, transcripts } = desk.interviews;
  const words = wordsOf(state);
  const everything: Option = { id: '', label: words.everything, detail: '' };
  const matching = (options: readonly Option[]): Option[] => {
    const parts = query.toLowerCase().split(/\s+/);
    return options.filter(({ id, label }) => parts.every((part) => `${id} ${label}`.toLowerCase().includes(part)));
  };
  if (about === 'queue') return matching(QUEUES.map((id) => ({ id, label: words.queues[id], detail: words.queueDetails[id] })));
  if (about === 'role') {
    const roles = codebook.roles.map(({ id }) => ({ id, label: id, detail: '' }));
    return matching([everything, ...roles]);
  }
  if (about === 'interview') {
    const detail = (id: string): string => {
      const items = desk.queueOf(state.queue === 'walk' ? 'walk' : state.queue, { ...filters, transcript: id }, said, id);
      return words.itemsLeft(items.filter((item) => !isDone(said, item)).length, items.length);
    };
    return matching([everything, ...transcripts.map(({ id }) => ({ id, label: id, detail: detail(id) }))]);
  }
  const themes = desk.search(query).map(({ id, label, path, definition }) => ({
    id,
    label: `${'  '.repeat(query === '' ? path.length - 1 : 0)}${label}`,
    detail: definition?.replace(/\s+/g, ' ') ?? '',
  }));
  return about === 'theme' && query === '' ? [everything, ...themes] : themes;
}

/** What follows from a choice about what is in focus. */
function decided(state: ReviewState, choice: Choice, message: string): Pressed {
  const { desk, said, focus } = state;
  if (!focus) return only({ ...state, message: wordsOf(state).cannot.selection });
  const chosen = choose(desk.interviews, said, focus, choice);
  return { state: { ...state, said: chosen.said, focus: chosen.item, message }, decisions: chosen.decisions };
}

/** A verdict on the theme in focus; of a quote that was what she came for, and the next one comes up. */
function judged(state: ReviewState, choice: Choice, message: string): Pressed {
  const { focus, shown } = state;
  if (!focus?.theme) return only({ ...state, message: wordsOf(state).cannot.theme });
  const { state: after, decisions } = decided(state, choice, `${message}: ${focus.theme.label}`);
  if (!shown?.theme) return { state: after, decisions };
  if (focus.theme !== shown.theme) return { state: { ...after, focus: shown }, decisions };
  return { state: after.at + 1 < after.items.length ? standingAt(after, after.at + 1, after.message) : after, decisions };
}

/** On to the next one; of a stretch it is said that it was shown, of a quote only when it is passed over. */
function wentOn(state: ReviewState, isPassing: boolean): Pressed {
  const { desk, said, shown, at, items } = state;
  const words = wordsOf(state);
  const chosen = shown && (isPassing || !shown.theme) ? choose(desk.interviews, said, shown, { kind: 'seen' }) : undefined;
  const message = chosen && chosen.decisions.length > 0 ? words.seen : '';
  const after = { ...state, said: chosen?.said ?? said };
  const next = shown === items[at] ? at + 1 : at;
  return {
    state: next < items.length ? standingAt(after, next, message) : { ...after, message: words.end },
    decisions: chosen?.decisions ?? [],
  };
}

function wentBack(state: ReviewState): Pressed {
  const { at, shown, items } = state;
  if (shown !== items[at]) return only(standingAt(state, at));
  return only(at > 0 ? standingAt(state, at - 1) : { ...state, message: wordsOf(state).beginning });
}

/** Takes back the last choice, and shows what it was about. */
function undone(state: ReviewState): Pressed {
  const words = wordsOf(state);
  const taken = undo(state.said);
  if (!taken) return only({ ...state, message: words.cannot.undo });
  const { said, item, decisions } = taken;
  const held = (one: ReviewItem): boolean =>
    one.transcript === item.transcript && one.turn === item.turn && meets(one.sentences, item.sentences) && (!one.theme || one.theme === item.theme);
  // Where it was last seen, if the queue has it twice.
  const at = state.shown && held(state.shown) && state.shown === state.items[state.at] ? state.at : state.items.findIndex(held);
  const place = at < 0 ? { shown: item } : { at, shown: state.items[at] };
  const isWhole = item.theme === undefined && place.shown?.sentences.first === item.sentences.first && place.shown.sentences.last === item.sentences.last;
  return { state: { ...state, ...place, said, focus: isWhole ? undefined : item, scroll: 0, message: words.undone }, decisions };
}

/** The cursor of a stretch: a sentence is chosen, or more are taken in. */
function moved(state: ReviewState, act: Act): ReviewState {
  const { desk, shown, focus } = state;
  if (!shown) return state;
  const { first, last } = shown.sentences;
  const choose = (from: number, to: number): ReviewState => {
    const sentences = { first: Math.max(first, Math.min(from, last)), last: Math.max(first, Math.min(to, last)) };
    if (sentences.first > sentences.last) return state;
    return { ...state, focus: desk.interviews.item(shown.transcript, shown.turn, sentences, undefined), scroll: 0, message: '' };
  };
  if (!focus) return act === 'end back' || act === 'start back' ? choose(last, last) : choose(first, first);
  const { sentences } = focus;
  if (act === 'end on') return choose(sentences.last + 1, sentences.last + 1);
  if (act === 'end back') return choose(sentences.first - 1, sentences.first - 1);
  if (act === 'start on') return choose(sentences.first, sentences.last + 1);
  return choose(sentences.first - 1, sentences.last);
}

/** A quote longer or shorter by a sentence. */
function resized(state: ReviewState, act: Act): Pressed {
  const words = wordsOf(state);
  const { focus } = state;
  if (!focus?.theme) return only(moved(state, act));
  const kind = act === 'end on' || act === 'start back' ? 'lengthen' : 'shorten';
  const end = act === 'end on' || act === 'end back' ? 'last' : 'first';
  const pressed = decided(state, { kind, end }, '');
  const { focus: after } = pressed.state;
  const isSame = after === focus;
  const message = isSame ? words.cannot[kind === 'lengthen' ? 'longer' : 'shorter'] : words.sentences(numbersOf(after!.sentences).length);
  return { ...pressed, state: { ...pressed.state, message } };
}

/** The next theme on the place. */
function onOtherTheme(state: ReviewState): ReviewState {
  const { shown, focus } = state;
  if (!shown) return state;
  const here = themesOn(state, shown);
  const next = here[(here.findIndex((one) => one.theme === focus?.theme && focus !== undefined && meets(one.sentences, focus.sentences)) + 1) % here.length];
  return next ? { ...state, focus: next, scroll: 0, message: next.theme!.label } : { ...state, message: wordsOf(state).nothingElse };
}

const ask = (state: ReviewState, about: Question): Pressed =>
  only({ ...state, prompt: { kind: 'choose', about, query: '', selected: 0 }, message: '' });

/** What a question needs before it can be asked. */
function askTheme(state: ReviewState, about: 'move' | 'add'): Pressed {
  const { focus } = state;
  const words = wordsOf(state);
  if (!focus) return only({ ...state, message: words.cannot.selection });
  if (about === 'move' && !focus.theme) return only({ ...state, message: words.cannot.theme });
  return ask(state, about);
}

function askMemo(state: ReviewState): Pressed {
  const { focus, said } = state;
  if (!focus?.theme) return only({ ...state, message: wordsOf(state).cannot.theme });
  return only({ ...state, prompt: { kind: 'memo', text: judgementsOf(said, focus)[0]?.memos[0] ?? '' }, message: '' });
}

function printed(state: ReviewState, print: 'pin' | 'ban'): Pressed {
  const words = wordsOf(state);
  const { focus, said } = state;
  if (!focus?.theme) return only({ ...state, message: words.cannot.theme });
  const is = judgementsOf(said, focus).every((one) => one?.print === print);
  const name = print === 'pin' ? words.pinned : words.banned;
  return decided(state, { kind: 'print', print: is ? undefined : print }, is ? words.noLonger(name) : name);
}

const STANCES: Readonly<Partial<Record<Act, Stance>>> = { supports: 'supports', qualifies: 'qualifies', contradicts: 'contradicts' };

function done(state: ReviewState, act: Act): Pressed {
  const words = wordsOf(state);
  const stance = STANCES[act];
  if (stance) return judged(state, { kind: 'accept', stance }, words.stances[stance]);
  switch (act) {
    case 'reject':
      return judged(state, { kind: 'reject' }, words.rejected);
    case 'move':
    case 'add':
      return askTheme(state, act);
    case 'skip':
      return wentOn(state, true);
    case 'next':
      return wentOn(state, false);
    case 'previous':
      return wentBack(state);
    case 'undo':
      return undone(state);
    case 'end on':
    case 'end back':
    case 'start on':
    case 'start back':
      return resized(state, act);
    case 'other theme':
      return only(onOtherTheme(state));
    case 'scroll on':
    case 'scroll back':
      return only({ ...state, scroll: state.scroll + (act === 'scroll on' ? 1 : -1) });
    case 'pin':
    case 'ban':
      return printed(state, act);
    case 'memo':
      return askMemo(state);
    case 'filter theme':
      return ask(state, 'theme');
    case 'filter role':
      return ask(state, 'role');
    case 'filter interview':
      return ask(state, 'interview');
    case 'filter undecided': {
      const undecided = !state.filters.undecided;
      return only(queued(state, state.queue, { ...state.filters, undecided }, undecided ? words.undecidedOnly : words.filtersGone));
    }
    case 'no filter':
      return only(queued(state, state.queue, ALL, words.filtersGone));
    case 'queue':
      return ask(state, 'queue');
    case 'walk':
      return only(queued(state, 'walk', ALL, words.queues.walk));
    case 'help':
      return only({ ...state, help: true, message: '' });
    default:
      return only({ ...state, ended: true });
  }
}

/** What was chosen in answer to a question. */
function answered(state: ReviewState, about: Question, id: string): Pressed {
  const words = wordsOf(state);
  const { filters, queue } = state;
  const label = (theme: string): string => state.desk.interviews.codebook.allThemes.find((one) => one.id === theme)?.label ?? theme;
  switch (about) {
    case 'move':
      return judged(state, { kind: 'move', to: id }, words.moved(label(id)));
    case 'add':
      return added(state, id);
    case 'theme':
      return only(queued(state, queue, { ...filters, theme: id || undefined }, id ? label(id) : words.filtersGone));
    case 'role':
      return only(queued(state, queue, { ...filters, role: id || undefined }, id || words.filtersGone));
    case 'interview':
      return only(queued(state, queue, { ...filters, transcript: id || undefined }, id || words.filtersGone));
    default:
      return only(queued(state, id as QueueName, filters, words.queues[id as QueueName]));
  }
}

/** A theme more on what is in focus; in a stretch it is what is decided about next. */
function added(state: ReviewState, id: string): Pressed {
  const { desk, focus, shown } = state;
  const theme = desk.interviews.codebook.allThemes.find((one) => one.id === id)!;
  const { state: after, decisions } = decided(state, { kind: 'add', theme: id }, wordsOf(state).added(theme.label));
  if (shown?.theme || !focus) return { state: after, decisions };
  return { state: { ...after, focus: desk.interviews.item(focus.transcript, focus.turn, focus.sentences, theme) }, decisions };
}

/** What a line of text is after a key. */
function typed(text: string, key: string): string {
  if (key === 'backspace' || key === 'delete') return [...text].slice(0, -1).join('');
  if (key === 'ctrl+u') return '';
  if (key === 'ctrl+w') return text.replace(/\S*\s*$/, '');
  if (key === 'space') return `${text} `;
  return [...key].length === 1 ? text + key : text;
}

/** A key while a question is open. */
function answering(state: ReviewState, prompt: Prompt, key: string): Pressed {
  const closed = { ...state, prompt: undefined };
  if (key === 'escape' || key === 'ctrl+c') return only(closed);
  if (prompt.kind === 'memo') {
    if (key === 'enter') return decided(closed, { kind: 'memo', memo: prompt.text }, wordsOf(state).memoKept);
    return only({ ...state, prompt: { ...prompt, text: typed(prompt.text, key) } });
  }
  const options = optionsOf(state, prompt.about, prompt.query);
  if (key === 'enter' || key === 'tab') {
    const chosen = options[prompt.selected];
    return chosen ? answered(closed, prompt.about, chosen.id) : only(state);
  }
  const step = { up: -1, down: 1, 'page up': -10, 'page down': 10 }[key];
  if (step !== undefined) {
    const selected = Math.max(0, Math.min(prompt.selected + step, options.length - 1));
    return only({ ...state, prompt: { ...prompt, selected } });
  }
  const query = typed(prompt.query, key);
  return only({ ...state, prompt: { ...prompt, query, selected: query === prompt.query ? prompt.selected : 0 } });
}

/** What follows from a key. Pure: what is returned to be written must be on the disk before the next key is pressed. */
export function press(state: ReviewState, key: string): Pressed {
  if (state.prompt) return answering(state, state.prompt, key);
  if (state.help) return only({ ...state, help: false });
  const act = actOf(key);
  return act === undefined ? only({ ...state, message: '' }) : done(state, act);
}
