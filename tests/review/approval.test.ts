import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Coding, Decision, Span, Study } from '../../src/model.ts';
import { takeAnswer, type Answer } from '../../src/review/approval.ts';
import { Interviews } from '../../src/review/items.ts';
import { saidBy } from '../../src/review/said.ts';
import { sayingOf } from '../../src/coding/decisions/judgements.ts';
import { unfaithful } from '../../src/text/edits.ts';
import { wordForms } from '../../src/text/words.ts';
import { studyOf } from '../study-of.ts';
import { runs } from '../chance.ts';

const SENTENCES = ['Det er mandag i dag.', 'Vi har altid meget travlt.', 'Der er mange møder.', 'Der er ingen pauser at få.'];
const TEXT = SENTENCES.join(' ');
const MEMOS = { yes: 'ja', no: 'nej', changed: 'ændret' };

let study: Study;
let codings: readonly Coding[];

beforeAll(async () => {
  ({ study, codings } = await studyOf({ 'interview/a.md': `R1 (chef): ${TEXT}\n` }));
});

function take(answer: Answer, shown = TEXT): readonly Decision[] | string {
  const [transcript] = study.transcripts;
  const start = transcript!.text.indexOf(shown);
  const pieces: Span[] = [{ start, end: start + shown.length }];
  const said = saidBy({ coder: 'AB', path: 'AB.jsonl', lines: 0, reader: (some, theme) => sayingOf(some, theme) }, []);
  const { id } = [...transcript!.participants.values()][0]!;
  const taken = takeAnswer(
    new Interviews(study, codings),
    said,
    codings,
    { text: shown, transcript: transcript!, participant: id, pieces, answer },
    MEMOS,
  );
  return 'refused' in taken ? taken.refused : taken.decisions;
}

const told = (decisions: readonly Decision[] | string): unknown =>
  typeof decisions === 'string'
    ? decisions
    : decisions.map(({ anchor, theme, print, edit, approved, memo }) => [anchor.exact, theme, { print, edit, approved, memo }]);

const none = { print: undefined, edit: undefined, approved: undefined, memo: undefined };

describe('an answer', () => {
  it('that is yes notes the quote on the sentence that bears a theme', () => {
    expect(told(take({ kind: 'yes' }))).toEqual([[SENTENCES[1], 'tid', { ...none, approved: TEXT, memo: 'ja' }]]);
  });

  it('that is no bans every sentence that was shown', () => {
    expect(told(take({ kind: 'no' }, SENTENCES.slice(0, 2).join(' ')))).toEqual([
      [SENTENCES[0], 'tid', { ...none, print: 'ban' }],
      [SENTENCES[1], 'tid', { ...none, print: 'ban', memo: 'nej' }],
    ]);
  });

  it('with changes edits sentence by sentence, and cuts what is left out', () => {
    const text = 'Vi har [i hallen] travlt. Der er ingen pauser at få.';
    expect(told(take({ kind: 'changed', text }))).toEqual([
      [SENTENCES[0], 'tid', { ...none, edit: '[…]' }],
      [SENTENCES[1], 'tid', { ...none, edit: 'Vi har [i hallen] travlt.', approved: text, memo: 'ændret' }],
      [SENTENCES[2], 'tid', { ...none, edit: '[…]' }],
    ]);
  });

  it.each([
    ['Vi har aldrig travlt.', 'has "aldrig", which is not said there: words may be left out, and put in between [ and ]'],
    ['[…]', 'leaves nothing of what was said'],
    ['travlt Vi har', 'has "vi", which is not said there: words may be left out, and put in between [ and ]'],
  ])('is refused when it says what was not said: %s', (text, refused) => {
    expect(take({ kind: 'changed', text })).toBe(refused);
  });

  it('is refused where no theme stands', async () => {
    ({ study, codings } = await studyOf({ 'interview/a.md': `R1 (chef): ${TEXT}\n` }));
    const before = codings;
    codings = [];
    expect(take({ kind: 'yes' })).toContain('no theme stands on any of its sentences');
    codings = before;
  });

  it('with any words left out is edits that are faithful and say just that', () => {
    const words = TEXT.split(' ');
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: words.length, maxLength: words.length }), (kept) => {
        fc.pre(kept.some(Boolean));
        const text = words.filter((_, i) => kept[i]).join(' ');
        const decisions = take({ kind: 'changed', text });
        if (typeof decisions === 'string') throw new Error(decisions);
        for (const { edit, anchor } of decisions) if (edit !== undefined) expect(unfaithful(edit, anchor.exact)).toBeUndefined();
        const printed = SENTENCES.map((one) => decisions.find(({ anchor }) => anchor.exact === one)?.edit ?? one).join(' ');
        expect(wordForms(printed)).toEqual(wordForms(text));
      }),
      { numRuns: runs(300) },
    );
  });
});
