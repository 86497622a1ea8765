import { describe, expect, it } from 'vitest';
import { codeTranscripts } from '../../../src/coding/code.ts';
import type { Decision } from '../../../src/model.ts';
import { codebookOf, transcriptOf } from '../make.ts';
import { decided, decisionOn, noted } from './make.ts';

const codebook = codebookOf([
  { id: 'tid', terms: ['travlt', '=tid'] },
  { id: 'ro', terms: ['ro'] },
]);
const interview = transcriptOf([
  'I: Har I travlt?',
  'R1: Vi har travlt. Der mangler tid. Altid travlt her. Sådan er det.',
  'R2: Der er ro.',
]);
const on = (exact: string, rest: Partial<Decision> & Pick<Decision, 'verdict'>): Decision =>
  decisionOn(interview, exact, { id: `${rest.coder ?? 'AB'}-${exact}-${rest.verdict}`, theme: 'tid', ...rest });
const result = (decisions: readonly Decision[], coders?: readonly string[]): string[] =>
  noted(decided(codebook, [interview], decisions, coders).codings);
const warnings = (decisions: readonly Decision[], coders?: readonly string[]): readonly string[] =>
  decided(codebook, [interview], decisions, coders).warnings;
const R2 = 'ro rule suggested: Der er ro.';

describe('what people have decided', () => {
  it('is nothing without decisions: the codings are those of the rules', () => {
    const coded = codeTranscripts(codebook, [interview]);
    expect(noted(coded.codings)).toEqual(['tid rule suggested: Vi har travlt. Der mangler tid. Altid travlt her.', R2]);
    expect(result([])).toEqual(noted(coded.codings));
  });

  it('accepts a sentence, with its stance, and leaves its neighbours as they were', () => {
    expect(result([on('Vi har travlt.', { verdict: 'accept', stance: 'supports' })])).toEqual([
      'tid rule accepted supports: Vi har travlt.',
      'tid rule suggested: Der mangler tid. Altid travlt her.',
      R2,
    ]);
  });

  it('puts neighbours of which the same was decided together again', () => {
    const decisions = [on('Der mangler tid.', { verdict: 'accept' }), on('Vi har travlt.', { verdict: 'accept' })];
    expect(result(decisions)).toEqual(['tid rule accepted: Vi har travlt. Der mangler tid.', 'tid rule suggested: Altid travlt her.', R2]);
    const [first, second] = decisions as [Decision, Decision];
    expect(
      result([
        { ...first, stance: 'supports' },
        { ...second, stance: 'qualifies' },
      ]),
    ).toEqual([
      'tid rule accepted qualifies: Vi har travlt.',
      'tid rule accepted supports: Der mangler tid.',
      'tid rule suggested: Altid travlt her.',
      R2,
    ]);
  });

  it('splits a quote where one of its sentences is rejected', () => {
    expect(result([on('Der mangler tid.', { verdict: 'reject' })])).toEqual([
      'tid rule suggested: Vi har travlt.',
      'tid rule rejected: Der mangler tid.',
      'tid rule suggested: Altid travlt her.',
      R2,
    ]);
  });

  it('adds what the rules did not find, and lengthens what they did', () => {
    const all = ['Vi har travlt.', 'Der mangler tid.', 'Altid travlt her.'].map((exact) => on(exact, { verdict: 'accept' }));
    expect(result([...all, on('Sådan er det.', { verdict: 'add' })])).toEqual([
      'tid rule accepted: Vi har travlt. Der mangler tid. Altid travlt her. Sådan er det.',
      R2,
    ]);
    expect(result([on('Der er ro.', { verdict: 'add', stance: 'contradicts' })])).toContain('tid person accepted contradicts: Der er ro.');
  });

  it('moves a sentence to another theme, in the order of the codebook', () => {
    expect(result([on('Vi har travlt.', { verdict: 'move', to: 'ro', stance: 'qualifies' })])).toEqual([
      'tid rule rejected: Vi har travlt.',
      'ro person accepted qualifies: Vi har travlt.',
      'tid rule suggested: Der mangler tid. Altid travlt her.',
      R2,
    ]);
  });

  it('keeps an accepted sentence that no rule finds any more', () => {
    expect(result([on('Sådan er det.', { verdict: 'accept' })])).toContain('tid person accepted: Sådan er det.');
  });

  it('changes nothing where a sentence was only seen, but for how it is printed', () => {
    expect(result([on('Vi har travlt.', { verdict: 'seen' })])).toEqual(result([]));
    expect(result([on('Der er ro.', { verdict: 'seen', theme: 'ro', print: 'ban' })])).toContain('ro rule suggested ban: Der er ro.');
    expect(warnings([on('Sådan er det.', { verdict: 'seen', print: 'pin' })])[0]).toMatch(/nothing to print here.*:2 tid/);
  });

  it('keeps memos, edits and pins with their coding', () => {
    const { codings } = decided(
      codebook,
      [interview],
      [on('Der er ro.', { verdict: 'accept', theme: 'ro', memo: 'Kort.', edit: 'Der er [nu] ro.', print: 'pin' })],
    );
    expect(codings.at(-1)).toMatchObject({ memos: ['Kort.'], print: 'pin', edits: [{ text: 'Der er [nu] ro.' }] });
  });

  it('gives each coding the hits and the strength of its own sentences, and an id by its words', () => {
    const { codings } = decided(codebook, [interview], [on('Der mangler tid.', { verdict: 'reject' })]);
    expect(codings.map(({ hits }) => hits.map(({ term }) => term.written).join())).toEqual(['travlt', '=tid', 'travlt', 'ro']);
    const coded = codeTranscripts(codebook, [interview]).codings;
    expect(codings[3]).toMatchObject({ id: coded[1]!.id, score: coded[1]!.score });
    expect(new Set(codings.map(({ id }) => id)).size).toBe(4);
    const alone = codeTranscripts(codebook, [transcriptOf(['R1: Vi har travlt.'])]).codings[0]!;
    expect(codings[0]!.id).toBe(alone.id);
  });
});

describe('two coders', () => {
  const accept = on('Der er ro.', { verdict: 'accept', theme: 'ro', stance: 'supports' });
  const reject = on('Der er ro.', { coder: 'CD', verdict: 'reject', theme: 'ro' });

  it('who agree decide', () => {
    expect(result([accept, { ...accept, id: 'x', coder: 'CD', stance: 'supports' }])).toContain('ro rule accepted supports: Der er ro.');
    expect(warnings([accept, { ...accept, id: 'x', coder: 'CD' }])).toEqual([]);
  });

  it('who disagree leave it undecided, and are named', () => {
    expect(result([accept, reject])).toContain(R2);
    expect(warnings([accept, reject])).toEqual([
      'decisions differ in one place, which is left open: interview.md:3 ro (AB accepted, CD rejected) (codify decisions --rivals lists them; coders: in codify.yaml ranks coders)',
    ]);
  });

  it('are ranked by the study: the first of them who decided is right', () => {
    expect(result([accept, reject], ['CD', 'AB'])).toContain('ro rule rejected: Der er ro.');
    expect(result([accept, reject], ['EF', 'AB'])).toContain('ro rule accepted supports: Der er ro.');
    expect(warnings([accept, reject], ['CD', 'AB'])).toEqual([]);
  });

  it('leave a coding undecided that one of them added', () => {
    const add = on('Der er ro.', { verdict: 'add' });
    const not = on('Der er ro.', { coder: 'CD', verdict: 'reject' });
    expect(result([add, not])).toContain('tid person suggested: Der er ro.');
  });

  it('who accept with two stances accept without one', () => {
    const other: Decision = { ...accept, id: 'x', coder: 'CD', stance: 'contradicts' };
    expect(result([accept, other])).toContain('ro rule accepted: Der er ro.');
    expect(warnings([accept, other])[0]).toMatch(/one place.*:3 ro \(AB supports, CD contradicts\)/);
    expect(result([accept, other], ['CD'])).toContain('ro rule accepted contradicts: Der er ro.');
  });

  it('print nothing that either has banned', () => {
    const [pin, ban] = [
      { ...accept, print: 'pin' as const },
      { ...accept, id: 'x', coder: 'CD', print: 'ban' as const },
    ];
    expect(result([pin, ban], ['AB', 'CD'])).toContain('ro rule accepted supports ban: Der er ro.');
  });
});

describe('rivals', () => {
  const first = on('Der er ro.', { id: '1', verdict: 'accept', theme: 'ro' });
  const say = (id: string, verdict: Decision['verdict'], replaces?: string): Decision => ({
    ...first,
    id,
    verdict,
    ...(replaces !== undefined && { replaces }),
  });

  it('are two open decisions of one coder that differ: undecided, and named with their lines', () => {
    const both = [first, { ...say('2', 'reject'), place: { path: 'decisions/AB.jsonl', line: 999 } }];
    expect(result(both)).toContain(R2);
    expect(warnings(both)[0]).toMatch(/one place.*: interview\.md:3 ro \(AB in decisions\/AB\.jsonl:\d+, decisions\/AB\.jsonl:999\)/);
    expect(result(both, ['AB'])).toContain(R2);
  });

  it('are no rivals when they say the same', () => {
    expect(result([first, say('2', 'accept')])).toContain('ro rule accepted: Der er ro.');
    expect(warnings([first, say('2', 'accept')])).toEqual([]);
  });

  it('are two decisions that replace the same one', () => {
    const fork = [first, say('2', 'reject', '1'), say('3', 'undo', '1')];
    expect(result(fork)).toContain(R2);
    expect(warnings(fork)[0]).toMatch(/one place.*:3 ro \(AB in /);
    expect(result([...fork, say('4', 'undo', '3')])).toContain('ro rule rejected: Der er ro.');
    expect(warnings([...fork, say('4', 'undo', '3')])).toEqual([]);
  });
});

describe('what is not there', () => {
  it('is named: interviews, themes, and words that are lost', () => {
    const elsewhere = transcriptOf(['R9: Helt andre ord.'], 'væk');
    const decisions = [
      decisionOn(elsewhere, 'Helt andre ord.', { id: '1', verdict: 'accept', theme: 'tid' }),
      on('Der er ro.', { id: '2', verdict: 'accept', theme: 'roo' }),
      on('Der er ro.', { id: '3', verdict: 'move', theme: 'ro', to: 'tidd' }),
      { ...on('Der er ro.', { id: '4', verdict: 'accept' }), anchor: { exact: 'Her er stille.', prefix: '', suffix: '', start: 0 } },
    ];
    expect(warnings(decisions).map((one) => one.replace(/^decisions\/AB\.jsonl:\d+: /, ''))).toEqual([
      'there is no interview "væk", so nothing is decided by it',
      'there is no theme "roo", so nothing is decided by it (did you mean "ro"?)',
      'there is no theme "tidd", so nothing is decided by it (did you mean "tid"?)',
      expect.stringMatching(/^a decision has lost its words: decisions\/AB\.jsonl:\d+ "Her er stille\." \(codify decisions --lost /),
    ]);
    expect(result(decisions)).toEqual(result([]));
  });

  it('is told in one line, the first three by name', () => {
    const lost = [1, 2, 3, 4, 5].map((id) => ({
      ...on('Der er ro.', { id: String(id), verdict: 'accept' as const }),
      anchor: { exact: `Ord ${id}.`, prefix: '', suffix: '', start: 0 },
    }));
    const told = warnings(lost);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^5 decisions have lost their words: .*"Ord 1\."; .*"Ord 2\."; .*"Ord 3\." and 2 more \(/);
    const differ = ['Vi har travlt.', 'Der mangler tid.', 'Altid travlt her.', 'Sådan er det.'].flatMap((words) => [
      on(words, { verdict: 'accept' }),
      on(words, { verdict: 'reject', coder: 'CD' }),
    ]);
    expect(warnings(differ)).toEqual([
      expect.stringMatching(/^decisions differ in 4 places, which are left open: .*; .*; .* and 1 more \(/),
    ]);
  });

  it('is nothing where words were only shown, and a loss where something is to be printed', () => {
    const seen = { ...on('Der er ro.', { verdict: 'seen' }), anchor: { exact: 'Her er stille.', prefix: '', suffix: '', start: 0 } };
    expect(warnings([seen])).toEqual([]);
    expect(warnings([{ ...seen, print: 'ban' }])).toHaveLength(1);
  });

  it('is what the interviewer says', () => {
    expect(warnings([on('Har I travlt?', { verdict: 'add' })])).toHaveLength(1);
  });
});
