import type { Language, Stance } from '../model.ts';
import type { KeyGroup } from './keys.ts';
import type { Pile } from './queues.ts';

/** The queues of quotes and stretches to go through. */
type QueueNames = Readonly<Record<Pile['kind'], string>>;

/** The words of the review's screen. Help texts of the command line are English; here the codebook's language is spoken. */
export interface ReviewWords {
  readonly queues: QueueNames;
  readonly groups: Readonly<Record<KeyGroup, string>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly accepted: string;
  readonly rejected: string;
  readonly seen: string;
  readonly undecided: string;
  readonly pinned: string;
  readonly banned: string;
  readonly memo: string;
  readonly withoutRole: string;
  readonly include: string;
  readonly exclude: string;
  readonly here: string;
  /** What to do where no sentence has been chosen. */
  readonly stretch: string;
  readonly noTheme: string;
  readonly step: string;
  readonly noneLeft: string;
  readonly end: string;
  readonly beginning: string;
  readonly decided: string;
  readonly undecidedOnly: string;
  readonly othersSay: string;
  /** She was shown the sentence and did not put the theme on it. */
  readonly withoutIt: string;
  readonly tooSmall: string;
  readonly anyKey: string;
  readonly nothingFound: string;
  readonly choose: Readonly<Record<'move' | 'add' | 'theme' | 'role' | 'interview' | 'queue', string>>;
  readonly chooseHint: string;
  readonly memoHint: string;
  readonly cannot: Readonly<Record<'theme' | 'selection' | 'longer' | 'shorter' | 'undo', string>>;
  readonly undone: string;
  readonly nothingElse: string;
  readonly everything: string;
  readonly noLonger: (name: string) => string;
  readonly queueDetails: QueueNames;
  readonly memoKept: string;
  readonly filtersGone: string;
  readonly moved: (label: string) => string;
  readonly added: (label: string) => string;
  readonly before: (words: number) => string;
  readonly after: (words: number) => string;
  readonly sentences: (count: number) => string;
  /** The line at the end of the session. */
  readonly closing: (facts: { now: number; all: number; file: string; left: number; queue: string }) => string;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const reviewWords: Readonly<Record<Language, ReviewWords>> = {
  da: {
    queues: {
      report: 'kan komme i rapporten',
      undecided: 'uafgjorte',
      theme: 'ét tema',
      sample: 'stikprøve',
      disagreements: 'uenighed',
      walk: 'hele interviewet',
    },
    groups: {
      verdict: 'Afgør · venstre hånd på a s d f',
      on: 'Videre og tilbage · højre hånd',
      extent: 'Hvor meget · uden tema: markøren',
      report: 'Til rapporten',
      choice: 'Hvad du ser',
      session: 'Andet',
    },
    stances: { supports: 'støtter', qualifies: 'nuancerer', contradicts: 'modsiger' },
    accepted: 'godtaget',
    rejected: 'afvist',
    seen: 'set',
    undecided: 'uafgjort',
    pinned: 'skal med',
    banned: 'må ikke trykkes',
    memo: 'notat',
    withoutRole: 'uden rolle',
    include: 'Brug',
    exclude: 'Ikke',
    here: 'Her er også',
    stretch: 'Vælg sætninger med ← og →, tag flere med med skift, og sæt et tema på med t. Tab går til det, der allerede er her.',
    noTheme: 'uden tema',
    step: 'trin',
    noneLeft: 'Her er intet. Vælg en anden kø (c), eller fjern filtrene (0).',
    end: 'det var den sidste',
    beginning: 'det er den første',
    decided: 'afgjort',
    undecidedOnly: 'kun uafgjorte',
    othersSay: 'De andre',
    withoutIt: 'uden temaet',
    tooSmall: 'Vinduet er for lille: gør det mindst 60 tegn bredt og 16 linjer højt.',
    anyKey: 'en tast for at komme tilbage',
    nothingFound: 'intet hedder sådan',
    choose: {
      move: 'Flyt til temaet',
      add: 'Sæt temaet på',
      theme: 'Kun temaet',
      role: 'Kun rollen',
      interview: 'Kun interviewet',
      queue: 'Kø',
    },
    chooseHint: 'skriv for at søge · ↑ ↓ vælg · retur tag · esc fortryd',
    memoHint: 'retur gem · esc fortryd',
    cannot: {
      theme: 'her er intet tema at afgøre; sæt et på med t',
      selection: 'vælg først en sætning med ← og →',
      longer: 'turen har ikke flere sætninger den vej',
      shorter: 'citatet er kun én sætning; afvis det med a',
      undo: 'der er ikke mere at fortryde',
    },
    undone: 'fortrudt',
    nothingElse: 'her er intet andet tema',
    everything: 'alle',
    noLonger: (name) => `ikke længere: ${name}`,
    queueDetails: {
      report: 'det, der kan blive trykt, først',
      undecided: 'alt, du ikke har afgjort, interview for interview',
      theme: 'temaet på skærmen og dem under det, også det afgjorte',
      sample: 'tilfældige steder, også uden tema: hvad overser reglerne?',
      disagreements: 'der, hvor to kodere siger noget forskelligt',
      walk: 'alt, hvad der siges, sted for sted',
    },
    memoKept: 'notat gemt',
    filtersGone: 'alt igen',
    moved: (label) => `flyttet til ${label}`,
    added: (label) => `sat på: ${label}`,
    before: (words) => `… ${count(words, 'ord', 'ord')} før`,
    after: (words) => `… ${count(words, 'ord', 'ord')} efter`,
    sentences: (n) => count(n, 'sætning', 'sætninger'),
    closing: ({ now, all, file, left, queue }) =>
      [
        `${count(now, 'sætning', 'sætninger')} afgjort nu, ${all} i alt`,
        `de står i ${file}`,
        left > 0 ? `næste: ${left} uafgjorte tilbage i køen (${queue})` : `næste: køen (${queue}) er færdig; vælg en anden med --queue`,
      ].join(' · '),
  },
  en: {
    queues: {
      report: 'could be printed',
      undecided: 'undecided',
      theme: 'one theme',
      sample: 'random sample',
      disagreements: 'disagreements',
      walk: 'whole interview',
    },
    groups: {
      verdict: 'Decide · left hand on a s d f',
      on: 'On and back · right hand',
      extent: 'How much · without a theme: the cursor',
      report: 'For the report',
      choice: 'What you see',
      session: 'Other',
    },
    stances: { supports: 'supports', qualifies: 'qualifies', contradicts: 'contradicts' },
    accepted: 'accepted',
    rejected: 'rejected',
    seen: 'seen',
    undecided: 'undecided',
    pinned: 'pinned',
    banned: 'never printed',
    memo: 'memo',
    withoutRole: 'no role',
    include: 'Use',
    exclude: 'Not',
    here: 'Also here',
    stretch: 'Choose sentences with ← and →, take in more with shift, and put a theme on with t. Tab goes to what is here already.',
    noTheme: 'no theme',
    step: 'step',
    noneLeft: 'Nothing here. Choose another queue (c), or take away the filters (0).',
    end: 'that was the last',
    beginning: 'this is the first',
    decided: 'decided',
    undecidedOnly: 'undecided only',
    othersSay: 'The others',
    withoutIt: 'without the theme',
    tooSmall: 'The window is too small: make it at least 60 columns wide and 16 lines high.',
    anyKey: 'any key to go back',
    nothingFound: 'nothing is called so',
    choose: {
      move: 'Move to the theme',
      add: 'Add the theme',
      theme: 'Only the theme',
      role: 'Only the role',
      interview: 'Only the interview',
      queue: 'Queue',
    },
    chooseHint: 'type to search · ↑ ↓ choose · enter take · esc cancel',
    memoHint: 'enter keep · esc cancel',
    cannot: {
      theme: 'no theme here to decide about; add one with t',
      selection: 'first choose a sentence with ← and →',
      longer: 'the turn has no more sentences that way',
      shorter: 'the quote is one sentence only; reject it with a',
      undo: 'nothing more to undo',
    },
    undone: 'undone',
    nothingElse: 'no other theme here',
    everything: 'all',
    noLonger: (name) => `no longer: ${name}`,
    queueDetails: {
      report: 'what could be printed, first',
      undecided: 'all you have not decided, interview by interview',
      theme: 'the theme on the screen and those under it, decided ones too',
      sample: 'places by chance, with no theme too: what do the rules miss?',
      disagreements: 'where two coders say different things',
      walk: 'all that is said, place by place',
    },
    memoKept: 'memo kept',
    filtersGone: 'everything again',
    moved: (label) => `moved to ${label}`,
    added: (label) => `added: ${label}`,
    before: (words) => `… ${count(words, 'word', 'words')} before`,
    after: (words) => `… ${count(words, 'word', 'words')} after`,
    sentences: (n) => count(n, 'sentence', 'sentences'),
    closing: ({ now, all, file, left, queue }) =>
      [
        `${count(now, 'sentence', 'sentences')} decided now, ${all} in all`,
        `they stand in ${file}`,
        left > 0
          ? `next: ${left} undecided left in the queue (${queue})`
          : `next: the queue (${queue}) is done; choose another with --queue`,
      ].join(' · '),
  },
};

const KEY_NAMES: Readonly<Record<string, string | Readonly<Record<Language, string>>>> = {
  space: { da: 'mellemrum', en: 'space' },
  enter: { da: 'retur', en: 'enter' },
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  'shift+left': '⇧←',
  'shift+right': '⇧→',
  'page up': 'PgUp',
  'page down': 'PgDn',
  tab: 'tab',
  'ctrl+c': 'ctrl-c',
};

/** How a key is called where people read. */
export function nameOfKey(key: string, language: Language): string {
  const name = KEY_NAMES[key] ?? key;
  return typeof name === 'string' ? name : name[language];
}
