import { describe, expect, it } from 'vitest';
import { QuoteChooser } from '../../src/analysis/choose.ts';
import { quotesOf } from '../../src/analysis/quotes.ts';
import type { Decision, Transcript } from '../../src/model.ts';
import { choose, undo } from '../../src/review/deciding.ts';
import { hitsOf, questionTo, type ReviewItem } from '../../src/review/items.ts';
import {
  afterChoice,
  filtered,
  isDecided,
  itemsOf,
  othersOn,
  queueOf,
  type Filter,
  type Grounds,
  type Pile,
} from '../../src/review/queues.ts';
import { bySentence } from '../../src/review/said.ts';
import { transcriptOf } from '../coding/make.ts';
import { decided, decisionOn } from '../coding/decisions/make.ts';
import { codebook, interview, noted, shown, tableOf } from './make.ts';

function groundsOf(decisions: readonly Decision[] = [], transcripts: readonly Transcript[] = [interview]): Grounds {
  const { interviews, proposed, judgements, said } = tableOf(transcripts, decisions);
  const chooser = new QuoteChooser('da', proposed);
  for (const theme of codebook.themes) chooser.choose(quotesOf(theme, proposed), 1);
  return { interviews, said, others: bySentence(judgements.filter(({ coder }) => coder !== 'AB')), report: chooser.choices };
}

const on = (exact: string, theme: string, rest: Partial<Decision> & Pick<Decision, 'id' | 'verdict'>): Decision =>
  decisionOn(interview, exact, { theme, ...rest });
const pile = (chosen: Pile, decisions: readonly Decision[] = []): string[] => shown(itemsOf(chosen, groundsOf(decisions)));

describe('what to review', () => {
  it('is all the rules propose that she has not decided on, in the order of the text and of the codebook', () => {
    expect(pile({ kind: 'undecided' })).toEqual([
      'tid 0–1: Vi har travlt her. Det er travlt hver dag.',
      'tillid 3: Jeg har tillid til det.',
      'nabo 0–1: Naboen har tillid til os. Naboerne kommer tit.',
    ]);
    expect(
      pile({ kind: 'undecided' }, [
        on('Vi har travlt her.', 'tid', { id: 'a', verdict: 'accept' }),
        on('Jeg har tillid til det.', 'tillid', { id: 'b', verdict: 'move', to: 'ro' }),
        on('Naboerne kommer tit.', 'nabo', { id: 'c', verdict: 'seen', print: 'pin' }),
        on('Naboen har tillid til os.', 'nabo', { id: 'd', verdict: 'accept', coder: 'CD' }),
      ]),
    ).toEqual(['tid 1: Det er travlt hver dag.', 'nabo 0–1: Naboen har tillid til os. Naboerne kommer tit.']);
  });

  it('is a theme with those under it, what she added and rejected among it', () => {
    expect(
      pile({ kind: 'theme', theme: 'tillid' }, [
        on('Der mangler folk.', 'tillid', { id: 'a', verdict: 'add', stance: 'supports' }),
        on('Jeg har tillid til det.', 'tillid', { id: 'b', verdict: 'accept', stance: 'supports' }),
        on('Naboen har tillid til os.', 'nabo', { id: 'c', verdict: 'reject' }),
        on('Sådan er det.', 'tillid', { id: 'd', verdict: 'add', coder: 'CD' }),
      ]),
    ).toEqual([
      'tillid 2–3: Der mangler folk. Jeg har tillid til det.',
      'nabo 0: Naboen har tillid til os.',
      'nabo 1: Naboerne kommer tit.',
    ]);
    expect(pile({ kind: 'theme', theme: 'nabo' })).toEqual(['nabo 0–1: Naboen har tillid til os. Naboerne kommer tit.']);
  });

  it('is what the report would print before what is next in strength, each theme in its order', () => {
    const talk = transcriptOf(['R1: Tilliden er her.', 'R2: Travlt er det.', 'R3: Naboen er god.', 'R4: Travlt, travlt.'], 'b');
    const chosen = new QuoteChooser('da', []);
    const { proposed, interviews, said } = tableOf([talk]);
    const [tid, tillid] = codebook.themes;
    chosen.choose(quotesOf(tillid!, proposed), 1);
    chosen.choose(quotesOf(tid!, proposed), 1);
    const items = itemsOf({ kind: 'report' }, { interviews, said, others: new Map(), report: chosen.choices });
    const [first, second] = chosen.choices.map((choice) => choice.chosen[0]!.printed.quote.codings[0]!);
    expect(items.map(({ theme }) => theme!.id)).toEqual([first!.theme.id, 'tid', first!.theme.id === 'nabo' ? 'tillid' : 'nabo', 'tid']);
    expect([items[0]!.span, items[1]!.span]).toEqual([first!.span, second!.span]);
  });

  it('leaves out of the report’s queue what cannot be printed, and shows no quote twice', () => {
    const ban = on('Vi har travlt her.', 'tid', { id: 'a', verdict: 'seen', print: 'ban' });
    const banned = decided(codebook, [interview], [ban]).codings;
    const quotes = quotesOf(codebook.themes[0]!, banned);
    const chooser = new QuoteChooser('da', banned);
    chooser.choose(quotes, 1);
    expect(itemsOf({ kind: 'report' }, { ...groundsOf(), report: chooser.choices })).toEqual([]);
    const grounds = groundsOf();
    expect(itemsOf({ kind: 'report' }, { ...grounds, report: [...grounds.report, ...grounds.report] })).toHaveLength(3);
  });

  it('is an interview from end to end, in stretches of a turn as even as can be', () => {
    const long = transcriptOf(['I: Fortæl.', `R1: ${Array.from({ length: 13 }, (_, i) => `Sætning ${i}.`).join(' ')}`, 'R2: Ja.'], 'lang');
    const items = itemsOf({ kind: 'walk', transcript: 'lang' }, groundsOf([], [interview, long]));
    expect(items.map(({ turn, sentences }) => [turn, sentences.first, sentences.last])).toEqual([
      [1, 0, 3],
      [1, 4, 7],
      [1, 8, 12],
      [2, 0, 0],
    ]);
    expect(itemsOf({ kind: 'walk', transcript: 'nej' }, groundsOf())).toEqual([]);
  });

  it('is a sample that is the same for everyone, of stretches with and without theme, and more of it when more is asked for', () => {
    const talks = Array.from({ length: 30 }, (_, i) =>
      transcriptOf([`R1: ${i % 3 === 0 ? 'Vi har travlt' : 'Det går'} nummer ${i}.`], `t${i}`),
    );
    const draw = (size: number, seed: number, decisions: readonly Decision[] = []): readonly ReviewItem[] =>
      itemsOf({ kind: 'sample', size, seed }, groundsOf(decisions, talks));
    const ten = draw(10, 7).map(({ transcript }) => transcript.id);
    expect(new Set(ten).size).toBe(10);
    expect(
      draw(10, 7, [decisionOn(talks[0]!, 'Vi har travlt nummer 0.', { id: 'a', theme: 'tid', verdict: 'accept' })]).map(
        ({ transcript }) => transcript.id,
      ),
    ).toEqual(ten);
    expect(
      draw(20, 7)
        .slice(0, 10)
        .map(({ transcript }) => transcript.id),
    ).toEqual(ten);
    expect(draw(10, 8).map(({ transcript }) => transcript.id)).not.toEqual(ten);
    expect(
      draw(99, 7)
        .map(({ codings }) => codings.length)
        .filter((count) => count > 0),
    ).toHaveLength(10);
    expect(draw(99, 7).every(({ theme }) => theme === undefined)).toBe(true);
  });
});

describe('disagreements', () => {
  const between = (...decisions: Decision[]): string[] => pile({ kind: 'disagreements' }, decisions);
  const travlt = 'Vi har travlt her.';

  it('are where one says yes and another no, or both yes with another stance', () => {
    const hers = on(travlt, 'tid', { id: 'a', verdict: 'accept', stance: 'supports' });
    expect(between(hers, on(travlt, 'tid', { id: 'b', verdict: 'reject', coder: 'CD' }))).toEqual([`tid 0: ${travlt}`]);
    expect(between(hers, on(travlt, 'tid', { id: 'b', verdict: 'accept', stance: 'contradicts', coder: 'CD' }))).toEqual([
      `tid 0: ${travlt}`,
    ]);
    expect(between(hers, on(travlt, 'tid', { id: 'b', verdict: 'accept', coder: 'CD' }))).toEqual([]);
    expect(between(hers)).toEqual([]);
  });

  it('are also where another was shown it, by theme or as a whole, and put no theme there; not where she was not', () => {
    const hers = on('Der mangler folk.', 'tid', { id: 'a', verdict: 'add' });
    const { theme: _, ...whole } = on('Der mangler folk.', 'tid', { id: 'b', verdict: 'seen', coder: 'CD' });
    expect(between(hers, whole)).toEqual(['tid 2: Der mangler folk.']);
    expect(between(hers, { ...whole, theme: 'tid' })).toEqual(['tid 2: Der mangler folk.']);
    expect(between(hers, { ...whole, theme: 'ro' })).toEqual([]);
    // What she says of the theme counts before what she was shown.
    expect(between(hers, whole, on('Der mangler folk.', 'tid', { id: 'c', verdict: 'add', coder: 'CD' }))).toEqual([]);
  });

  it('are one quote where the same coders differ in the same way', () => {
    const both = (id: string, exact: string): Decision[] => [
      on(exact, 'tid', { id, verdict: 'accept' }),
      on(exact, 'tid', { id: `${id}2`, verdict: 'reject', coder: 'CD' }),
    ];
    expect(between(...both('a', travlt), ...both('b', 'Det er travlt hver dag.'))).toEqual([
      'tid 0–1: Vi har travlt her. Det er travlt hver dag.',
    ]);
  });

  it('come with what the others say', () => {
    const grounds = groundsOf([
      on(travlt, 'tid', { id: 'a', verdict: 'accept' }),
      on(travlt, 'tid', { id: 'b', verdict: 'reject', coder: 'CD' }),
      on(travlt, 'ro', { id: 'c', verdict: 'add', coder: 'CD' }),
    ]);
    expect(noted(othersOn(grounds.others, itemsOf({ kind: 'disagreements' }, grounds)[0]!))).toEqual(['tid 0 rejected']);
  });
});

describe('a filter', () => {
  const rest = transcriptOf(['R1: Ro og naboer.', 'R2: Stille.'], 'b');
  const left = (filter: Filter, kind: 'undecided' | 'sample' = 'undecided', decisions: readonly Decision[] = []): string[] => {
    const grounds = groundsOf(decisions, [interview, rest]);
    return shown(filtered(itemsOf(kind === 'sample' ? { kind, size: 9, seed: 1 } : { kind }, grounds), filter, grounds)).sort();
  };

  it('leaves in a theme with those under it, an interview, a role, and all of them together', () => {
    expect(left({ theme: 'tillid' }).map((one) => one.split(' ')[0])).toEqual(['nabo', 'nabo', 'tillid']);
    expect(left({ theme: 'tillid', transcript: 'b' })).toEqual(['nabo 0: Ro og naboer.']);
    expect(left({ role: 'uoplyst', transcript: 'b' })).toHaveLength(2);
    expect(left({ role: 'chef' })).toEqual([]);
    expect(left({})).toEqual(left({ undecided: true }));
  });

  it('leaves in stretches on which the theme is proposed or hers', () => {
    expect(left({ theme: 'nabo' }, 'sample')).toEqual(['– 0: Ro og naboer.', '– 0–1: Naboen har tillid til os. Naboerne kommer tit.']);
    const added = decisionOn(rest, 'Stille.', { id: 'a', theme: 'nabo', verdict: 'add' });
    expect(left({ theme: 'nabo', transcript: 'b' }, 'sample', [added])).toEqual(['– 0: Ro og naboer.', '– 0: Stille.']);
  });
});

describe('a queue', () => {
  it('tells how many are decided, after each choice and undo', () => {
    const grounds = groundsOf([on('Jeg har tillid til det.', 'tillid', { id: 'a', verdict: 'reject' })]);
    const items = [...itemsOf({ kind: 'theme', theme: 'tid' }, grounds), ...itemsOf({ kind: 'theme', theme: 'tillid' }, grounds)];
    let queue = queueOf(items, grounds.said);
    expect(queue.decided).toBe(1);
    let { said } = grounds;
    const kept: number[] = [];
    for (const choice of [{ kind: 'accept', stance: undefined }, { kind: 'lengthen', end: 'last' }, { kind: 'seen' }] as const) {
      const chosen = choose(grounds.interviews, said, queue.items[0]!, choice);
      queue = afterChoice(queue, said, chosen);
      ({ said } = chosen);
      kept.push(queue.decided);
      expect(queueOf(queue.items, said).decided).toBe(queue.decided);
    }
    expect(kept).toEqual([2, 2, 2]);
    expect(shown(queue.items)[0]).toBe('tid 0–2: Vi har travlt her. Det er travlt hver dag. Der mangler folk.');
    for (let back = undo(said); back; back = undo(said)) {
      queue = afterChoice(queue, said, back);
      ({ said } = back);
    }
    expect(queue).toEqual(queueOf(items, grounds.said));
  });

  it('counts a stretch as decided once all of it was shown', () => {
    const { interviews, said } = groundsOf();
    const stretch = interviews.item(interview, 1, { first: 0, last: 4 }, undefined);
    expect(isDecided(stretch, choose(interviews, said, stretch, { kind: 'add', theme: 'tid' }).said)).toBe(false);
    expect(isDecided(stretch, choose(interviews, said, stretch, { kind: 'seen' }).said)).toBe(true);
  });
});

describe('an item', () => {
  it('shows where the rules found its theme, and the question it answers', () => {
    const { interviews } = groundsOf();
    const words = (item: ReviewItem): string[] => hitsOf(item).map(({ start, end }) => interview.text.slice(start, end));
    const turn = { first: 0, last: 3 };
    expect(words(interviews.item(interview, 1, turn, codebook.themes[0]))).toEqual(['travlt', 'travlt']);
    expect(words(interviews.item(interview, 1, turn, undefined))).toEqual(['travlt', 'travlt', 'tillid']);
    expect(words(interviews.item(interview, 1, { first: 1, last: 2 }, undefined))).toEqual(['travlt']);
    expect(interview.text.slice(questionTo(interview, 3)!.span.start, questionTo(interview, 3)!.span.end)).toBe('Og naboen?');
    expect(questionTo(interview, 0)).toBeUndefined();
  });
});
