import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/analysis/choose.ts';
import type { Decision, Transcript } from '../../src/model.ts';
import { closingLine } from '../../src/review/closing.ts';
import { KEYS } from '../../src/review/keys.ts';
import { allSaid, bySentence } from '../../src/review/said.ts';
import { begin, press, QUEUES, type QueueName, type ReviewState } from '../../src/review/state.ts';
import { ThemeSearch } from '../../src/review/themes.ts';
import { queueOf, type Filter } from '../../src/review/queues.ts';
import { transcriptOf } from '../coding/make.ts';
import { codebook, interview, noted, shown, tableOf } from './make.ts';
import { runs } from '../chance.ts';

const report: readonly Choice[] = [];
const second = transcriptOf(['I: Og du?', 'R3: Vi har travlt. Naboen hjælper.'], 'b');

/** A session of AB's on two interviews, in which the rules propose six quotes. */
function session(
  name: QueueName = 'undecided',
  filter: Filter = {},
  { decisions = [], transcripts = [interview, second] }: { decisions?: readonly Decision[]; transcripts?: readonly Transcript[] } = {},
): ReviewState {
  const { interviews, said, judgements } = tableOf(transcripts, decisions);
  const others = bySentence(judgements.filter(({ coder }) => coder !== 'AB'));
  const desk = { interviews, others, report, sample: { size: 3, seed: 7 }, themes: new ThemeSearch(codebook) };
  return begin(desk, said, name, filter);
}

/** The session after these keys, and the verdicts that were to be written for each. */
function after(state: ReviewState, ...keys: string[]): { state: ReviewState; written: string[] } {
  const written: string[] = [];
  let latest = state;
  for (const key of keys) {
    const pressed = press(latest, key);
    latest = pressed.state;
    written.push(
      ...pressed.decisions.map(({ verdict, theme, to, stance, print, memo }) =>
        [verdict, theme, to, stance, print, memo].filter(Boolean).join(' '),
      ),
    );
  }
  return { state: latest, written };
}

const onScreen = ({ shown: item }: ReviewState): string => (item ? shown([item])[0]! : '');
const inFocus = ({ focus }: ReviewState): string => (focus ? shown([focus])[0]! : '');
const all = ({ said }: ReviewState): string[] => noted(allSaid(said)).sort();

describe('the queue of what is undecided', () => {
  it('begins at the first quote, with it in focus', () => {
    const state = session();
    expect(shown(state.queue.items)).toEqual([
      'tid 0–1: Vi har travlt her. Det er travlt hver dag.',
      'tillid 3: Jeg har tillid til det.',
      'nabo 0–1: Naboen har tillid til os. Naboerne kommer tit.',
      'tid 0: Vi har travlt.',
      'nabo 1: Naboen hjælper.',
    ]);
    expect(inFocus(state)).toBe('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
  });
});

describe('a verdict', () => {
  it.each([
    ['f', 'accept tid supports', 'støtter: tid'],
    ['d', 'accept tid qualifies', 'nuancerer: tid'],
    ['s', 'accept tid contradicts', 'modsiger: tid'],
    ['a', 'reject tid', 'afvist: tid'],
  ])('%s is written for each sentence, and the next quote comes up', (key, line, message) => {
    const { state, written } = after(session(), key);
    expect(written).toEqual([line, line]);
    expect(state.message).toBe(message);
    expect(onScreen(state)).toBe('tillid 3: Jeg har tillid til det.');
    expect(state.queue.decided).toBe(1);
  });

  it('stays at the last quote', () => {
    const { state } = after(session(), 'f', 'f', 'f', 'f', 'f');
    expect(onScreen(state)).toBe('nabo 1: Naboen hjælper.');
    expect(state.queue.decided).toBe(5);
  });

  it('is given to another theme by g and a few letters', () => {
    const { state, written } = after(session(), 'g', 'n', 'a', 'b', 'enter');
    expect(written).toEqual(['move tid nabo', 'move tid nabo']);
    expect(state.message).toBe('flyttet til nabo: tid');
    expect(onScreen(state)).toBe('tillid 3: Jeg har tillid til det.');
  });

  it('is kept for the first theme while t adds a second', () => {
    const { state, written } = after(session(), 't', 'r', 'o', 'enter');
    expect(written).toEqual(['add ro', 'add ro']);
    expect(inFocus(state)).toBe('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
    expect(state.message).toBe('sat på: ro');
  });

  it('on another theme of the place, which tab goes to, comes back to the first one', () => {
    const added = after(session(), 't', 'r', 'o', 'enter', 'tab').state;
    expect(inFocus(added)).toBe('ro 0–1: Vi har travlt her. Det er travlt hver dag.');
    const { state, written } = after(added, 'f');
    expect(written).toEqual(['add ro supports', 'add ro supports']);
    expect(inFocus(state)).toBe('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
    expect(after(state, 'tab', 'tab').state.focus?.theme?.id).toBe('tid');
  });
});

describe('going on', () => {
  it('says of a quote that it was seen when it is passed over, by space or enter', () => {
    for (const key of ['space', 'enter']) {
      const { state, written } = after(session(), key);
      expect(written).toEqual(['seen tid', 'seen tid']);
      expect(onScreen(state)).toBe('tillid 3: Jeg har tillid til det.');
    }
  });

  it('by j and k or the arrows only looks', () => {
    for (const [on, back] of [
      ['j', 'k'],
      ['down', 'up'],
    ] as const) {
      const next = after(session(), on);
      expect(next.written).toEqual([]);
      expect(onScreen(next.state)).toBe('tillid 3: Jeg har tillid til det.');
      expect(onScreen(after(next.state, back).state)).toBe('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
    }
  });

  it('ends at both ends, and says so', () => {
    expect(after(session(), 'k').state.message).toBe('det er den første');
    expect(after(session(), 'j', 'j', 'j', 'j', 'j').state.message).toBe('det var den sidste');
  });
});

describe('undo', () => {
  it('takes back one choice after another, each where it was made', () => {
    const start = session();
    const { state } = after(start, 'f', 'a', 't', 'r', 'o', 'enter', 'space');
    const once = after(state, 'u');
    expect(once.written).toEqual(['undo nabo', 'undo nabo']);
    expect(onScreen(once.state)).toBe('nabo 0–1: Naboen har tillid til os. Naboerne kommer tit.');
    const { state: whole } = after(once.state, 'u', 'u', 'u');
    expect(all(whole)).toEqual([]);
    expect(onScreen(whole)).toBe(onScreen(start));
    expect(whole.queue.decided).toBe(0);
    expect(after(whole, 'u').state.message).toBe('der er ikke mere at fortryde');
  });

  it('shows what it was about also where the queue no longer has it', () => {
    const decided = after(session(), 'f', '4').state;
    expect(shown(decided.queue.items)).not.toContain('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
    const { state } = after(decided, 'u');
    expect(inFocus(state)).toBe('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
    expect(after(state, 'j').state.shown).toBe(state.queue.items[state.at]);
    expect(after(state, 'k').state.shown).toBe(state.queue.items[state.at]);
  });
});

describe('how much of the turn the quote is', () => {
  it.each([
    [['.'], 'add tid', 'tid 0–2: Vi har travlt her. Det er travlt hver dag. Der mangler folk.'],
    [['right'], 'add tid', 'tid 0–2: Vi har travlt her. Det er travlt hver dag. Der mangler folk.'],
    [[','], 'reject tid', 'tid 0: Vi har travlt her.'],
    [['left'], 'reject tid', 'tid 0: Vi har travlt her.'],
    [[':'], 'reject tid', 'tid 1: Det er travlt hver dag.'],
    [['shift+right'], 'reject tid', 'tid 1: Det er travlt hver dag.'],
  ])('%s', (keys, line, expected) => {
    const { state, written } = after(session(), ...keys);
    expect(written).toEqual([line]);
    expect(inFocus(state)).toBe(expected);
    expect(onScreen(state)).toBe(expected);
  });

  it('grows at the beginning too', () => {
    for (const key of [';', 'shift+left']) {
      const { state, written } = after(session(), 'j', key);
      expect(written).toEqual(['add tillid']);
      expect(inFocus(state)).toBe('tillid 2–3: Der mangler folk. Jeg har tillid til det.');
    }
  });

  it('is decided as a whole', () => {
    const { written } = after(session(), '.', 'f');
    expect(written).toEqual(['add tid', 'accept tid supports', 'accept tid supports', 'add tid supports']);
  });

  it('says why it cannot be longer or shorter', () => {
    expect(after(session(), ';').state.message).toBe('turen har ikke flere sætninger den vej');
    expect(after(session(), ',', ',').state.message).toBe('citatet er kun én sætning; afvis det med a');
  });
});

describe('what the report is told', () => {
  it('is pinned, and no longer', () => {
    const pinned = after(session(), 'p');
    expect(pinned.written).toEqual(['seen tid pin', 'seen tid pin']);
    expect(pinned.state.message).toBe('skal med');
    expect(onScreen(pinned.state)).toBe('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
    expect(after(pinned.state, 'p').written).toEqual(['seen tid', 'seen tid']);
    expect(after(pinned.state, 'f').written).toEqual(['accept tid supports pin', 'accept tid supports pin']);
  });

  it('is banned', () => {
    expect(after(session(), 'b').written).toEqual(['seen tid ban', 'seen tid ban']);
  });

  it('is a memo, written on a line', () => {
    const typing = after(session(), 'm', 'h', 'u', 'n', 'space', 'a', 'backspace', 'å', 'b', 'ctrl+w', 'l', 'e', 'r');
    expect(typing.state.prompt).toEqual({ kind: 'memo', text: 'hun ler' });
    const { state, written } = after(typing.state, 'enter');
    expect(written).toEqual(['seen tid hun ler']);
    expect(after(state, 'm').state.prompt).toEqual({ kind: 'memo', text: 'hun ler' });
    expect(after(state, 'm', 'ctrl+u', 'enter').written).toEqual(['seen tid']);
    expect(after(state, 'm', 'x', 'escape').written).toEqual([]);
  });
});

describe('what is shown', () => {
  it('is one theme and those under it', () => {
    const { state } = after(session(), '1', 't', 'i', 'l', 'enter');
    expect(shown(state.queue.items).map((item) => item.split(' ')[0])).toEqual(['tillid', 'nabo', 'nabo']);
    expect(shown(after(state, '1', 'enter').state.queue.items)).toHaveLength(5);
  });

  it('is one role, or one interview', () => {
    expect(after(session(), '2', 'u', 'o', 'p', 'enter').state.filter.role).toBe('uoplyst');
    const { state } = after(session(), '3', 'down', 'down', 'enter');
    expect(state.filter.transcript).toBe('b');
    expect(shown(state.queue.items)).toEqual(['tid 0: Vi har travlt.', 'nabo 1: Naboen hjælper.']);
    expect(shown(after(state, '0').state.queue.items)).toHaveLength(5);
  });

  it('is only what is undecided, and everything again', () => {
    const { state } = after(session('theme', { theme: 'tid' }), 'f', '4');
    expect(shown(state.queue.items)).toEqual(['tid 0: Vi har travlt.']);
    expect(shown(after(state, '4').state.queue.items)).toHaveLength(2);
  });

  it('is another queue, at the same place if that has it', () => {
    const { state } = after(session(), 'j', 'c', 'down', 'down', 'enter');
    expect(state.name).toBe('theme');
    expect(onScreen(state)).toBe('tillid 3: Jeg har tillid til det.');
    expect(after(session(), 'c', 's', 't', 'i', 'k', 'enter').state.name).toBe('sample');
    expect(after(session(), 'c', 'x', 'q', 'enter').state.prompt).toBeDefined();
  });

  it('is nothing where the queue is empty, and no key falls', () => {
    const empty = session('disagreements');
    for (const key of KEYS.flatMap(({ keys }) => keys)) expect(() => after(empty, key, 'enter')).not.toThrow();
    expect(empty.shown).toBeUndefined();
  });

  it('is scrolled, until another quote comes up', () => {
    expect(after(session(), 'page down', 'page down', 'page up').state.scroll).toBe(1);
    expect(after(session(), 'page down', 'j').state.scroll).toBe(0);
  });
});

describe('walking through an interview', () => {
  const walking = (): ReviewState => after(session(), 'w').state;

  it('shows stretch after stretch with nothing in focus', () => {
    const state = walking();
    expect(shown(state.queue.items)).toEqual([
      '– 0–4: Vi har travlt her. Det er travlt hver dag. Der mangler folk. Jeg har tillid til det. Sådan er det.',
      '– 0–1: Naboen har tillid til os. Naboerne kommer tit.',
    ]);
    expect(state.focus).toBeUndefined();
    expect(after(state, 'f').state.message).toBe('her er intet tema at afgøre; sæt et på med t');
    expect(after(state, 't').state.message).toBe('vælg først en sætning med ← og →');
  });

  it('moves the cursor, and takes in more', () => {
    expect(inFocus(after(walking(), 'right', 'right').state)).toBe('– 1: Det er travlt hver dag.');
    expect(inFocus(after(walking(), 'right', 'right', 'left').state)).toBe('– 0: Vi har travlt her.');
    expect(inFocus(after(walking(), 'left').state)).toBe('– 4: Sådan er det.');
    expect(inFocus(after(walking(), 'right', 'right', 'shift+right', 'shift+right').state)).toBe(
      '– 1–3: Det er travlt hver dag. Der mangler folk. Jeg har tillid til det.',
    );
    expect(inFocus(after(walking(), 'right', 'right', 'right', 'shift+left').state)).toBe(
      '– 1–2: Det er travlt hver dag. Der mangler folk.',
    );
    expect(inFocus(after(walking(), 'left', 'right', 'shift+right').state)).toBe('– 4: Sådan er det.');
  });

  it('puts a theme on the chosen sentences, which is then decided about', () => {
    const { state, written } = after(walking(), 'right', 'right', 'right', 't', 'r', 'o', 'enter', 'd');
    expect(written).toEqual(['add ro', 'add ro qualifies']);
    expect(inFocus(state)).toBe('ro 2: Der mangler folk.');
    expect(state.shown).toBe(state.queue.items[0]);
  });

  it('goes to what the rules propose there with tab', () => {
    expect(inFocus(after(walking(), 'tab').state)).toBe('tid 0–1: Vi har travlt her. Det er travlt hver dag.');
    const { state, written } = after(walking(), 'tab', 'tab', 'a');
    expect(written).toEqual(['reject tillid']);
    expect(inFocus(state)).toBe('tillid 3: Jeg har tillid til det.');
  });

  it('says what was shown as it goes on, by whatever key, and only once', () => {
    for (const key of ['j', 'space']) {
      const { state, written } = after(walking(), key);
      expect(written).toEqual(['seen', 'seen', 'seen', 'seen', 'seen']);
      expect(after(state, 'k', key).written).toEqual([]);
    }
    const { state, written } = after(walking(), 'j', 'j');
    expect(written).toHaveLength(7);
    expect(state.queue.decided).toBe(2);
  });

  it('takes back what was put on, and what was shown', () => {
    const { state } = after(walking(), 'right', 't', 'r', 'o', 'enter', 'j', 'u');
    expect(onScreen(state)).toMatch(/^– 0–4/);
    const { state: before } = after(state, 'u');
    expect(inFocus(before)).toBe('– 0: Vi har travlt her.');
    expect(all(before)).toEqual([]);
  });
});

describe('the session', () => {
  it('is helped with h or ?, until any key', () => {
    for (const key of ['h', '?']) {
      const { state } = after(session(), key);
      expect(state.help).toBe(true);
      const back = after(state, 'f');
      expect(back.state.help).toBe(false);
      expect(back.written).toEqual([]);
    }
  });

  it('is ended with q', () => {
    expect(after(session(), 'q').state.ended).toBe(true);
    expect(after(session(), 'ctrl+c').state.ended).toBe(true);
    expect(after(session(), 'g', 'ctrl+c').state).toMatchObject({ ended: false, prompt: undefined });
  });

  it('does nothing for other keys', () => {
    for (const key of ['x', 'A', 'B', 'C', 'D', '[', 'escape', 'ctrl+z']) expect(after(session(), key).written).toEqual([]);
  });

  it('closes with how much is decided and what is left', () => {
    const { state } = after(session(), 'f', 'a', 'space', 'f', 'u');
    expect(closingLine(state)).toBe(
      '3 sætninger afgjort nu, 3 i alt · de står i decisions/AB.jsonl · næste: 3 uafgjorte tilbage i køen (uafgjorte)',
    );
  });
});

describe('the table of keys', () => {
  it('has each key once, and none that needs AltGr on a Danish keyboard or is left of a torn arrow key', () => {
    const keys = KEYS.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).not.toMatch(/^[@£$€{}[\]|~\\^A-DFHPQRSZO]$/);
  });
});

describe('any keys', () => {
  const keys = KEYS.flatMap((entry) => entry.keys).filter((key) => !['q', 'ctrl+c'].includes(key));
  const any = fc.array(fc.constantFrom(...keys, 'r', 'o', 'escape', 'enter', 'enter'), { maxLength: 60 });

  it('leave the count of what is decided as it would be counted anew, and can all be taken back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUEUES), any, (queue, pressed) => {
        let { state } = after(session(queue), ...pressed, 'escape', 'escape');
        expect(state.queue.decided).toBe(queueOf(state.queue.items, state.said).decided);
        expect(state.focus === undefined || state.shown !== undefined).toBe(true);
        if (state.help) state = after(state, 'x').state;
        for (let undone = 0; undone <= pressed.length; undone += 1) state = after(state, 'u').state;
        expect(all(state)).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });
});
