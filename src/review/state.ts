import { UNKNOWN } from '../analysis/unknown.ts';
import type { Judgement, Language, Stance } from '../model.ts';
import { choose, undo, type Choice, type Chosen } from './deciding.ts';
import { numbersOf, type ReviewItem, type Sentences } from './items.ts';
import { actOf, type Act } from './keys.ts';
import { afterChoice, filtered, isDecided, itemsOf, queueOf, type Filter, type Grounds, type Pile, type Queue } from './queues.ts';
import { judgementOn, judgementsOn, type Said } from './said.ts';
import type { ThemeSearch } from './themes.ts';
import { reviewWords, type ReviewWords } from './words.ts';

/** The queues a coder can go through, in the order they are offered. */
export const QUEUES = ['report', 'undecided', 'theme', 'sample', 'disagreements', 'walk'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What one session works on, from its first key to its last. */
export interface Desk extends Omit<Grounds, 'said'> {
  /** How many stretches a random sample draws, and the seed they are drawn by. */
  readonly sample: { readonly size: number; readonly seed: number };
  readonly themes: ThemeSearch;
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
  readonly name: QueueName;
  readonly filter: Filter;
  readonly queue: Queue;
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

const languageOf = ({ desk }: ReviewState): Language => desk.interviews.codebook.language;
const wordsOf = (state: ReviewState): ReviewWords => reviewWords[languageOf(state)];
const only = (state: ReviewState): Pressed => ({ state, decisions: [] });

/** What is decided about when an item comes up: a quote; of a stretch nothing yet. */
const focusOn = (item: ReviewItem | undefined): ReviewItem | undefined => (item?.theme ? item : undefined);

/** The session at a place of its queue. */
function standingAt(state: ReviewState, at: number, message = ''): ReviewState {
  const shown = state.queue.items[at];
  return { ...state, at, shown, focus: focusOn(shown), scroll: 0, message };
}

/** What a queue is made of; an interview or a theme is walked through that was asked for, or is on the screen. */
function pileOf({ desk, shown, focus }: Pick<ReviewState, 'desk' | 'shown' | 'focus'>, name: QueueName, filter: Filter): Pile {
  const { codebook, transcripts } = desk.interviews;
  if (name === 'sample') return { kind: name, ...desk.sample };
  if (name === 'walk') return { kind: name, transcript: filter.transcript ?? shown?.transcript.id ?? transcripts[0]?.id ?? '' };
  if (name === 'theme') return { kind: name, theme: filter.theme ?? focus?.theme?.id ?? codebook.allThemes[0]?.id ?? '' };
  return { kind: name };
}

/** The session with another queue or another filter: at the place it was, else at the first that is undecided. */
function queued(state: ReviewState, name: QueueName, filter: Filter, message: string): ReviewState {
  const { desk, said, shown } = state;
  const grounds = { ...desk, said };
  const items = filtered(itemsOf(pileOf(state, name, filter), grounds), filter, grounds);
  const same = shown ? items.findIndex((item) => isAtOnePlace(item, shown)) : -1;
  const open = items.findIndex((item) => !isDecided(item, said));
  return standingAt({ ...state, name, filter, queue: queueOf(items, said) }, same >= 0 ? same : Math.max(0, open), message);
}

/** A session at its beginning. */
export function begin(desk: Desk, said: Said, name: QueueName, filter: Filter): ReviewState {
  const nowhere = { at: 0, shown: undefined, focus: undefined, scroll: 0, message: '', prompt: undefined, help: false, ended: false };
  return queued({ ...nowhere, desk, said, name, filter, queue: queueOf([], said) }, name, filter, '');
}

const meets = (a: Sentences, b: Sentences): boolean => a.first <= b.last && b.first <= a.last;
const isAtOnePlace = (a: ReviewItem, b: ReviewItem): boolean =>
  a.transcript === b.transcript && a.turn === b.turn && a.theme === b.theme && meets(a.sentences, b.sentences);

/** What she says of an item's theme on each of its sentences; without a theme, whether she was shown them. */
function judgementsIn(said: Said, { transcript, turn, sentences, theme }: ReviewItem): (Judgement | undefined)[] {
  return numbersOf(sentences).map((sentence) => judgementOn(said, transcript, turn, sentence, theme?.id));
}

/** How a quote stands with her, in a word or a few. */
export function standingOf(said: Said, item: ReviewItem, words: ReviewWords): string {
  const judgements = judgementsIn(said, item);
  const one = (judgement: Judgement | undefined): string => {
    if (!judgement) return item.theme ? words.undecided : '';
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
  const { desk } = state;
  const { codebook, transcripts } = desk.interviews;
  const words = wordsOf(state);
  const everything: Option = { id: '', label: words.everything, detail: '' };
  const matching = (options: readonly Option[]): Option[] => {
    const parts = query.toLowerCase().split(/\s+/);
    return options.filter(({ id, label }) => parts.every((part) => `${id} ${label}`.toLowerCase().includes(part)));
  };
  if (about === 'queue') return matching(QUEUES.map((id) => ({ id, label: words.queues[id], detail: words.queueDetails[id] })));
  if (about === 'role') {
    const roles = [...codebook.roles.map(({ id }) => id), UNKNOWN];
    return matching([everything, ...roles.map((id) => ({ id, label: id, detail: '' }))]);
  }
  if (about === 'interview') return matching([everything, ...transcripts.map(({ id }) => ({ id, label: id, detail: '' }))]);
  const themes = desk.themes.find(query).map(({ id, label, path, definition }) => ({
    id,
    label: `${'  '.repeat(query === '' ? path.length - 1 : 0)}${label}`,
    detail: definition?.replace(/\s+/g, ' ') ?? '',
  }));
  return about === 'theme' && query === '' ? [everything, ...themes] : themes;
}

/** The session after a choice, or after one was taken back. */
function chose(state: ReviewState, chosen: Chosen): ReviewState {
  return { ...state, said: chosen.said, queue: afterChoice(state.queue, state.said, chosen) };
}

/** What follows from a choice about what is in focus. */
function decided(state: ReviewState, choice: Choice, message: string): Pressed {
  const { desk, said, focus, shown } = state;
  if (!focus) return only({ ...state, message: wordsOf(state).cannot.selection });
  const chosen = choose(desk.interviews, said, focus, choice);
  const { item, decisions } = chosen;
  return { state: { ...chose(state, chosen), focus: item, shown: shown === focus ? item : shown, message }, decisions };
}

/** A verdict on the theme in focus; of a quote that was what she came for, and the next one comes up. */
function judged(state: ReviewState, choice: Choice, message: string): Pressed {
  const { focus, shown } = state;
  if (!focus?.theme) return only({ ...state, message: wordsOf(state).cannot.theme });
  const { state: after, decisions } = decided(state, choice, `${message}: ${focus.theme.label}`);
  if (!shown?.theme) return { state: after, decisions };
  if (focus.theme !== shown.theme) return { state: { ...after, focus: shown }, decisions };
  return { state: after.at + 1 < after.queue.items.length ? standingAt(after, after.at + 1, after.message) : after, decisions };
}

/** On to the next one; of a stretch it is said that it was shown, of a quote only when it is passed over. */
function wentOn(state: ReviewState, isPassing: boolean): Pressed {
  const { desk, said, shown, at } = state;
  const words = wordsOf(state);
  const chosen = shown && (isPassing || !shown.theme) ? choose(desk.interviews, said, shown, { kind: 'seen' }) : undefined;
  const decisions = chosen?.decisions ?? [];
  const after = chosen ? chose(state, chosen) : state;
  const next = shown === state.queue.items[at] ? at + 1 : at;
  const isEnd = next >= after.queue.items.length;
  return { state: isEnd ? { ...after, message: words.end } : standingAt(after, next, decisions.length > 0 ? words.seen : ''), decisions };
}

function wentBack(state: ReviewState): Pressed {
  const { at, shown, queue } = state;
  if (shown !== queue.items[at]) return only(standingAt(state, at));
  return only(at > 0 ? standingAt(state, at - 1) : { ...state, message: wordsOf(state).beginning });
}

/** Takes back the last choice, and shows what it was about, also where the queue no longer has it. */
function undone(state: ReviewState): Pressed {
  const words = wordsOf(state);
  const chosen = undo(state.said);
  if (!chosen) return only({ ...state, message: words.cannot.undo });
  const { item, decisions } = chosen;
  const after = chose(state, chosen);
  const holds = (one: ReviewItem | undefined): boolean =>
    one?.transcript === item.transcript &&
    one.turn === item.turn &&
    meets(one.sentences, item.sentences) &&
    (!one.theme || one.theme === item.theme);
  const { items } = after.queue;
  const at = holds(items[state.at]) ? state.at : items.findIndex(holds);
  const shown = at < 0 ? item : items[at];
  const isStretch = item.theme === undefined && shown !== undefined && sameSentences(item, shown);
  return {
    state: { ...after, at: at < 0 ? state.at : at, shown, focus: isStretch ? undefined : item, scroll: 0, message: words.undone },
    decisions,
  };
}

const sameSentences = (a: ReviewItem, b: ReviewItem): boolean =>
  a.sentences.first === b.sentences.first && a.sentences.last === b.sentences.last;

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
  const next =
    here[
      (here.findIndex((one) => one.theme === focus?.theme && focus !== undefined && meets(one.sentences, focus.sentences)) + 1) %
        here.length
    ];
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
  return only({ ...state, prompt: { kind: 'memo', text: judgementsIn(said, focus)[0]?.memos[0] ?? '' }, message: '' });
}

function printed(state: ReviewState, print: 'pin' | 'ban'): Pressed {
  const words = wordsOf(state);
  const { focus, said } = state;
  if (!focus?.theme) return only({ ...state, message: words.cannot.theme });
  const is = judgementsIn(said, focus).every((one) => one?.print === print);
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
      const undecided = !state.filter.undecided;
      return only(queued(state, state.name, { ...state.filter, undecided }, undecided ? words.undecidedOnly : words.filtersGone));
    }
    case 'no filter':
      return only(queued(state, state.name, {}, words.filtersGone));
    case 'queue':
      return ask(state, 'queue');
    case 'walk':
      return only(queued(state, 'walk', {}, words.queues.walk));
    case 'help':
      return only({ ...state, help: true, message: '' });
    default:
      return only({ ...state, ended: true });
  }
}

/** What was chosen in answer to a question. */
function answered(state: ReviewState, about: Question, id: string): Pressed {
  const words = wordsOf(state);
  const { filter, name } = state;
  const label = (theme: string): string => state.desk.interviews.codebook.allThemes.find((one) => one.id === theme)?.label ?? theme;
  switch (about) {
    case 'move':
      return judged(state, { kind: 'move', to: id }, words.moved(label(id)));
    case 'add':
      return added(state, id);
    case 'theme':
      return only(queued(state, name, { ...filter, theme: id || undefined }, id ? label(id) : words.filtersGone));
    case 'role':
      return only(queued(state, name, { ...filter, role: id || undefined }, id || words.filtersGone));
    case 'interview':
      return only(queued(state, name, { ...filter, transcript: id || undefined }, id || words.filtersGone));
    default:
      return only(queued(state, id as QueueName, filter, words.queues[id as QueueName]));
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
