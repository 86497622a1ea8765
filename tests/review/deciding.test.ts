import { describe, expect, it } from 'vitest';
import { judgementsOf } from '../../src/coding/decisions/judgements.ts';
import { standingDecisions } from '../../src/coding/decisions/standing.ts';
import type { Decision, Transcript } from '../../src/model.ts';
import { choose, lineOf, undo, type Choice } from '../../src/review/deciding.ts';
import type { ReviewItem, Sentences } from '../../src/review/items.ts';
import { judgementsOn, type Said } from '../../src/review/said.ts';
import { transcriptOf } from '../coding/make.ts';
import { decisionOn } from '../coding/decisions/make.ts';
import { codebook, interview, noted, tableOf } from './make.ts';

/** A coder at work: what she writes, and what her file says of it when it is read again. */
class Coder {
  readonly lines: Decision[];
  readonly #transcript: Transcript;
  #table: ReturnType<typeof tableOf>;
  #item: ReviewItem | undefined;

  constructor(before: readonly Decision[] = [], transcript = interview) {
    this.lines = [...before];
    this.#transcript = transcript;
    this.#table = tableOf([transcript], before);
  }

  /** The item before her. @param turn of the interview, R1's unless told */
  at(first: number, last: number, theme: string | undefined, turn = 1): this {
    this.#item = this.#table.interviews.item(
      this.#transcript,
      turn,
      { first, last },
      codebook.allThemes.find(({ id }) => id === theme),
    );
    return this;
  }

  get sentences(): Sentences {
    return this.#item!.sentences;
  }

  /** "accept tid supports" for each line that the choice gives. */
  press(choice: Choice): string[] {
    const { said, item, decisions } = choose(this.#table.interviews, this.#table.said, this.#item!, choice);
    return this.#take(said, item, decisions);
  }

  undo(): string[] {
    const before = undo(this.#table.said);
    return before ? this.#take(before.said, before.item, before.decisions) : ['nothing left'];
  }

  #take(said: Said, item: ReviewItem, decisions: readonly Decision[]): string[] {
    this.#table = { ...this.#table, said };
    this.#item = item;
    this.lines.push(...decisions);
    return decisions.map(({ verdict, theme, to, stance, print, edit, memo, replaces }) =>
      [verdict, theme, to, stance, print, edit, memo, replaces !== undefined && 'in place']
        .filter((part) => part !== undefined && part !== false)
        .join(' '),
    );
  }

  /** What she says of R1's turn by her file, which is what she is shown. */
  get says(): string[] {
    const read = judgementsOf({ codebook, transcripts: [this.#transcript], decisions: this.lines });
    const all = noted(read);
    const kept = [...this.#transcript.turns.keys()].flatMap((turn) =>
      [0, 1, 2, 3, 4].flatMap((sentence) => judgementsOn(this.#table.said, this.#transcript, turn, sentence)),
    );
    expect(noted(kept).sort()).toEqual(all.toSorted());
    return all;
  }
}

const yes = { kind: 'accept', stance: 'supports' } as const;
const no = { kind: 'reject' } as const;

describe('a choice in the review', () => {
  it('is a line for each sentence', () => {
    const coder = new Coder().at(0, 1, 'tid');
    expect(coder.press(yes)).toEqual(['accept tid supports', 'accept tid supports']);
    expect(coder.says).toEqual(['tid 0 accepted supports', 'tid 1 accepted supports']);
    expect(coder.lines.map(({ anchor }) => anchor.exact)).toEqual(['Vi har travlt her.', 'Det er travlt hver dag.']);
  });

  it('takes the place of what she said before, and keeps what she noted', () => {
    const coder = new Coder().at(0, 0, 'tid');
    coder.press({ kind: 'memo', memo: ' Se igen ' });
    expect(coder.press({ kind: 'print', print: 'pin' })).toEqual(['seen tid pin Se igen in place']);
    expect(coder.press(yes)).toEqual(['accept tid supports pin Se igen in place']);
    expect(coder.press(no)).toEqual(['reject tid pin Se igen in place']);
    expect(coder.says).toEqual(['tid 0 rejected pin Se igen']);
    expect(coder.press({ kind: 'print', print: undefined })).toEqual(['reject tid Se igen in place']);
    expect(coder.press({ kind: 'memo', memo: '' })).toEqual(['reject tid in place']);
  });

  it('keeps an edited sentence as it was edited', () => {
    const edited = decisionOn(interview, 'Vi har travlt her.', { id: 'e', theme: 'tid', verdict: 'accept', edit: 'Vi har travlt.' });
    expect(new Coder([edited]).at(0, 0, 'tid').press(yes)).toEqual(['accept tid supports Vi har travlt. in place']);
  });

  it('writes nothing where nothing changes', () => {
    const coder = new Coder().at(0, 1, 'tid');
    expect(coder.press({ kind: 'print', print: undefined })).toEqual([]);
    expect(coder.press({ kind: 'memo', memo: ' ' })).toEqual([]);
    expect(coder.press({ kind: 'move', to: 'tid' })).toEqual([]);
    coder.press(yes);
    expect(coder.press(yes)).toEqual([]);
    coder.undo();
    expect(coder.undo()).toEqual(['nothing left']);
  });

  it('moves a quote with its stance, and back when she says yes to it after all', () => {
    const coder = new Coder().at(0, 0, 'tid');
    coder.press(yes);
    expect(coder.press({ kind: 'move', to: 'ro' })).toEqual(['move tid ro supports in place']);
    expect(coder.says).toEqual(['tid 0 rejected', 'ro 0 accepted supports']);
    expect(coder.press({ kind: 'move', to: 'tillid' })).toEqual(['move tid tillid supports in place']);
    expect(coder.press({ kind: 'move', to: 'nabo', stance: 'qualifies' })).toEqual(['move tid nabo qualifies in place']);
    expect(coder.says).toEqual(['tid 0 rejected', 'nabo 0 accepted qualifies']);
    coder.press(yes);
    expect(coder.says).toEqual(['tid 0 accepted supports']);
  });

  it('decides on a theme that something was moved to without moving it back', () => {
    const coder = new Coder().at(0, 0, 'tid');
    coder.press({ kind: 'move', to: 'ro' });
    coder.at(0, 0, 'ro');
    expect(coder.press({ kind: 'accept', stance: 'contradicts' })).toEqual(['move tid ro contradicts in place']);
    expect(coder.press(no)).toEqual(['reject ro in place', 'reject tid']);
    expect(coder.says).toEqual(['tid 0 rejected', 'ro 0 rejected']);
  });

  it('moves what was moved back to where it came from', () => {
    const coder = new Coder().at(0, 0, 'tid');
    coder.press({ kind: 'move', to: 'ro', stance: 'supports' });
    coder.at(0, 0, 'ro');
    expect(coder.press({ kind: 'move', to: 'tid' })).toEqual(['move ro tid supports in place']);
    expect(coder.says).toEqual(['tid 0 accepted supports', 'ro 0 rejected']);
  });

  it('moves to a theme she has already decided on by deciding on both', () => {
    const coder = new Coder().at(0, 0, 'tid');
    coder.press({ kind: 'add', theme: 'ro', stance: 'qualifies' });
    expect(coder.press({ kind: 'move', to: 'ro', stance: 'supports' })).toEqual(['reject tid', 'add ro supports in place']);
    expect(coder.says).toEqual(['tid 0 rejected', 'ro 0 accepted supports']);
  });

  it('adds a second theme, and a first one where the item has none', () => {
    const coder = new Coder().at(2, 3, undefined);
    expect(coder.press({ kind: 'add', theme: 'tillid', stance: 'supports' })).toEqual(['add tillid supports', 'accept tillid supports']);
    expect(coder.says).toEqual(['tillid 2 accepted supports', 'tillid 3 accepted supports']);
    expect(coder.press(yes)).toEqual([]);
  });

  it('tells what was shown: a proposal she passed over, or all that was read', () => {
    const coder = new Coder().at(0, 1, 'tid');
    expect(coder.press({ kind: 'seen' })).toEqual(['seen tid', 'seen tid']);
    coder.at(1, 2, undefined);
    expect(coder.press({ kind: 'seen' })).toEqual(['seen', 'seen']);
    expect(coder.press({ kind: 'seen' })).toEqual([]);
    expect(coder.at(2, 2, 'tid').press({ kind: 'seen' })).toEqual([]);
    expect(coder.says).toEqual(['tid 0 shown', '– 1 shown', 'tid 1 shown', '– 2 shown']);
  });

  it('lengthens a quote by its neighbour, with the same stance', () => {
    const coder = new Coder().at(1, 1, 'tid');
    coder.press({ kind: 'accept', stance: 'qualifies' });
    expect(coder.press({ kind: 'lengthen', end: 'last' })).toEqual(['add tid qualifies']);
    expect(coder.press({ kind: 'lengthen', end: 'first' })).toEqual(['accept tid qualifies']);
    expect(coder.sentences).toEqual({ first: 0, last: 2 });
    expect(coder.press({ kind: 'lengthen', end: 'first' })).toEqual([]);
    coder.press(no);
    expect(coder.press({ kind: 'lengthen', end: 'last' })).toEqual([]);
    expect(coder.sentences).toEqual({ first: 0, last: 2 });
  });

  it('shortens it: what a rule proposed is rejected, what she added is no longer hers', () => {
    const coder = new Coder().at(0, 1, 'tid');
    coder.press(yes);
    coder.press({ kind: 'lengthen', end: 'last' });
    expect(coder.press({ kind: 'shorten', end: 'last' })).toEqual(['seen tid in place']);
    expect(coder.press({ kind: 'shorten', end: 'last' })).toEqual(['reject tid in place']);
    expect(coder.sentences).toEqual({ first: 0, last: 0 });
    expect(coder.press({ kind: 'shorten', end: 'last' })).toEqual([]);
    expect(coder.says).toEqual(['tid 0 accepted supports', 'tid 1 rejected', 'tid 2 shown']);
  });

  it('lengthens and shortens a stretch without theme, and writes nothing', () => {
    const coder = new Coder().at(1, 2, undefined);
    expect(coder.press({ kind: 'lengthen', end: 'first' })).toEqual([]);
    expect(coder.press({ kind: 'shorten', end: 'last' })).toEqual([]);
    expect(coder.sentences).toEqual({ first: 0, last: 1 });
    coder.undo();
    expect(coder.sentences).toEqual({ first: 0, last: 2 });
  });

  it('is taken back, one after the other', () => {
    const coder = new Coder().at(0, 1, 'tid');
    coder.press(yes);
    coder.press({ kind: 'lengthen', end: 'last' });
    coder.press({ kind: 'move', to: 'ro' });
    expect(coder.undo()).toEqual(['undo tid in place', 'undo tid in place', 'undo tid in place']);
    expect(coder.says).toEqual(['tid 0 accepted supports', 'tid 1 accepted supports', 'tid 2 accepted supports']);
    coder.undo();
    expect(coder.sentences).toEqual({ first: 0, last: 1 });
    coder.undo();
    expect(coder.says).toEqual([]);
    expect(coder.undo()).toEqual(['nothing left']);
  });
});

describe('the lines of a choice', () => {
  it('have ids of their own, also when the same is decided again', () => {
    const coder = new Coder().at(0, 0, 'tid');
    coder.press(yes);
    coder.undo();
    coder.press(yes);
    const [first, , again] = coder.lines;
    expect(first!.id).toMatch(/^[0-9a-f]{12}$/);
    expect(again!.id).not.toBe(first!.id);
  });

  it('are the same each time, and stand as in a coder’s file', () => {
    const written = (): string => {
      const coder = new Coder().at(0, 0, 'tid');
      coder.press(yes);
      return lineOf(coder.lines[0]!);
    };
    expect(written()).toBe(written());
    expect(JSON.parse(written())).toEqual({
      id: expect.any(String),
      coder: 'AB',
      transcript: 'a',
      theme: 'tid',
      verdict: 'accept',
      stance: 'supports',
      anchor: { exact: 'Vi har travlt her.', prefix: expect.any(String), suffix: expect.any(String), start: 21 },
    });
  });
});

describe('decisions a file was merged of', () => {
  const on = (id: string, rest: Partial<Decision> & Pick<Decision, 'verdict'>): Decision =>
    decisionOn(interview, 'Vi har travlt her.', { id, theme: 'tid', ...rest });
  const rivals = [
    on('a', { verdict: 'accept' }),
    on('b', { verdict: 'reject', replaces: 'a' }),
    on('c', { verdict: 'accept', replaces: 'a' }),
  ];

  it('are settled by a verdict, which takes the place of each', () => {
    const coder = new Coder(rivals).at(0, 0, 'tid');
    expect(coder.press(yes)).toEqual(['accept tid supports in place', 'accept tid supports in place']);
    expect(coder.says).toEqual(['tid 0 accepted supports']);
    expect(standingDecisions(coder.lines).rivals).toEqual([]);
    coder.undo();
    expect(coder.says).toEqual(['tid 0 shown']);
  });

  it('are left open by a pin', () => {
    const coder = new Coder(rivals).at(0, 0, 'tid');
    expect(coder.press({ kind: 'print', print: 'pin' })).toEqual(['reject tid pin in place', 'accept tid pin in place']);
    expect(coder.says).toEqual(['tid 0 shown pin']);
  });
});

describe('a sentence that was divided since she decided on it', () => {
  const before = transcriptOf(['R1: Vi har travlt her hver eneste dag og ro om natten, det er sådan.'], 'a');
  const after = transcriptOf(['R1: Vi har travlt her hver eneste dag. Og ro om natten, det er sådan.'], 'a');
  const whole = 'Vi har travlt her hver eneste dag og ro om natten, det er sådan.';

  it('keeps what she says of its other part', () => {
    const old = decisionOn(before, whole, {
      id: 'a',
      theme: 'tid',
      verdict: 'move',
      to: 'nabo',
      stance: 'supports',
      memo: 'hm',
      edit: 'Vi har travlt.',
    });
    const coder = new Coder([old], after).at(0, 0, 'tid', 0);
    expect(coder.says).toEqual(['tid 0 rejected', 'nabo 0 accepted supports hm', 'tid 1 rejected', 'nabo 1 accepted supports hm']);
    expect(coder.press(yes)).toEqual(['accept tid supports Vi har travlt. hm in place', 'move tid nabo supports hm']);
    expect(coder.says).toEqual(['tid 0 accepted supports hm', 'tid 1 rejected', 'nabo 1 accepted supports hm']);
    coder.undo();
    expect(coder.says).toHaveLength(4);
  });
});
