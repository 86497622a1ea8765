import type { Language } from '../model.ts';

/** What a key does. */
export type Act =
  | 'supports'
  | 'qualifies'
  | 'contradicts'
  | 'reject'
  | 'move'
  | 'add'
  | 'skip'
  | 'next'
  | 'previous'
  | 'undo'
  | 'end on'
  | 'end back'
  | 'start back'
  | 'start on'
  | 'other theme'
  | 'scroll on'
  | 'scroll back'
  | 'pin'
  | 'ban'
  | 'memo'
  | 'filter theme'
  | 'filter role'
  | 'filter interview'
  | 'filter undecided'
  | 'no filter'
  | 'queue'
  | 'walk'
  | 'help'
  | 'quit';

/** The parts of the help: what stands together there. */
export type KeyGroup = 'verdict' | 'on' | 'extent' | 'report' | 'choice' | 'session';

/** A key of the review: its first name is the one that is shown, the others do the same. */
export interface KeyEntry {
  readonly act: Act;
  readonly keys: readonly [string, ...string[]];
  readonly group: KeyGroup;
  /** What it does, for the help. */
  readonly does: Readonly<Record<Language, string>>;
  /** One or two words for the foot of the screen; absent, it stands in the help alone. */
  readonly short?: Readonly<Record<Language, string>>;
}

/**
 * All keys of the review. The four verdicts lie under the left hand's resting fingers, the two searches for a theme
 * beside them; the right hand goes on, back and takes back, and its lower row widens the quote. None needs AltGr on
 * a Danish keyboard, none lies at the end of an arrow key's escape sequence (A–D), and no capital decides anything.
 */
export const KEYS: readonly KeyEntry[] = [
  {
    act: 'supports',
    keys: ['f'],
    group: 'verdict',
    does: { da: 'citatet støtter temaet', en: 'it supports the theme' },
    short: { da: 'støtter', en: 'supports' },
  },
  {
    act: 'qualifies',
    keys: ['d'],
    group: 'verdict',
    does: { da: 'citatet nuancerer temaet', en: 'it qualifies the theme' },
    short: { da: 'nuancerer', en: 'qualifies' },
  },
  {
    act: 'contradicts',
    keys: ['s'],
    group: 'verdict',
    does: { da: 'citatet modsiger temaet', en: 'it contradicts the theme' },
    short: { da: 'modsiger', en: 'contradicts' },
  },
  {
    act: 'reject',
    keys: ['a'],
    group: 'verdict',
    does: { da: 'det handler ikke om temaet', en: 'it is not about the theme' },
    short: { da: 'afvis', en: 'reject' },
  },
  {
    act: 'move',
    keys: ['g'],
    group: 'verdict',
    does: { da: 'flyt til et andet tema', en: 'move to another theme' },
    short: { da: 'flyt', en: 'move' },
  },
  {
    act: 'add',
    keys: ['t'],
    group: 'verdict',
    does: { da: 'sæt et tema mere på', en: 'add a theme' },
    short: { da: 'tema til', en: 'add theme' },
  },
  {
    act: 'skip',
    keys: ['space', 'enter'],
    group: 'on',
    does: { da: 'gå forbi uden at afgøre', en: 'pass over, undecided' },
    short: { da: 'forbi', en: 'pass' },
  },
  {
    act: 'next',
    keys: ['j', 'down'],
    group: 'on',
    does: { da: 'næste', en: 'next' },
    short: { da: 'næste', en: 'next' },
  },
  {
    act: 'previous',
    keys: ['k', 'up'],
    group: 'on',
    does: { da: 'forrige', en: 'previous' },
    short: { da: 'forrige', en: 'previous' },
  },
  {
    act: 'undo',
    keys: ['u'],
    group: 'on',
    does: { da: 'fortryd, så langt du vil', en: 'undo, as far as you like' },
    short: { da: 'fortryd', en: 'undo' },
  },
  {
    act: 'end on',
    keys: ['.', 'right'],
    group: 'extent',
    does: { da: 'en sætning mere til sidst', en: 'one sentence more, end' },
    short: { da: 'længere', en: 'longer' },
  },
  {
    act: 'end back',
    keys: [',', 'left'],
    group: 'extent',
    does: { da: 'en sætning mindre til sidst', en: 'one sentence less, end' },
    short: { da: 'kortere', en: 'shorter' },
  },
  {
    act: 'start back',
    keys: [';', 'shift+left'],
    group: 'extent',
    does: { da: 'en sætning mere forrest', en: 'one sentence more, start' },
  },
  {
    act: 'start on',
    keys: [':', 'shift+right'],
    group: 'extent',
    does: { da: 'en sætning mindre forrest', en: 'one sentence less, start' },
  },
  {
    act: 'other theme',
    keys: ['tab'],
    group: 'extent',
    does: { da: 'næste tema på stedet', en: 'the next theme here' },
  },
  { act: 'scroll on', keys: ['page down'], group: 'extent', does: { da: 'læs videre i turen', en: 'read on in the turn' } },
  { act: 'scroll back', keys: ['page up'], group: 'extent', does: { da: 'læs tilbage i turen', en: 'read back in the turn' } },
  { act: 'pin', keys: ['p'], group: 'report', does: { da: 'skal med i rapporten', en: 'pin: printed before others' } },
  { act: 'ban', keys: ['b'], group: 'report', does: { da: 'må ikke trykkes', en: 'ban: never printed' } },
  { act: 'memo', keys: ['m'], group: 'report', does: { da: 'skriv et notat', en: 'write a memo' }, short: { da: 'notat', en: 'memo' } },
  { act: 'filter theme', keys: ['1'], group: 'choice', does: { da: 'kun ét tema', en: 'one theme only' } },
  { act: 'filter role', keys: ['2'], group: 'choice', does: { da: 'kun én rolle', en: 'one role only' } },
  { act: 'filter interview', keys: ['3'], group: 'choice', does: { da: 'kun ét interview', en: 'one interview only' } },
  {
    act: 'filter undecided',
    keys: ['4'],
    group: 'choice',
    does: { da: 'kun det, du ikke har afgjort', en: 'only what is undecided' },
  },
  { act: 'no filter', keys: ['0'], group: 'choice', does: { da: 'alt igen', en: 'everything again' } },
  { act: 'queue', keys: ['c'], group: 'choice', does: { da: 'vælg en anden kø', en: 'choose another queue' } },
  { act: 'walk', keys: ['w'], group: 'choice', does: { da: 'gå interviewet igennem', en: 'walk this interview' } },
  { act: 'help', keys: ['h', '?'], group: 'session', does: { da: 'denne hjælp', en: 'this help' }, short: { da: 'hjælp', en: 'help' } },
  {
    act: 'quit',
    keys: ['q', 'ctrl+c'],
    group: 'session',
    does: { da: 'slut; alt er gemt', en: 'quit; everything is saved' },
    short: { da: 'slut', en: 'quit' },
  },
];

const BY_KEY = new Map(KEYS.flatMap(({ act, keys }) => keys.map((key) => [key, act] as const)));

/** What a key does; undefined for a key that does nothing. */
export function actOf(key: string): Act | undefined {
  return BY_KEY.get(key);
}
