import { describe, expect, it } from 'vitest';
import { judgementsOf } from '../../../src/coding/decisions/judgements.ts';
import type { Decision } from '../../../src/model.ts';
import { codebookOf, transcriptOf } from '../make.ts';
import { decisionOn } from './make.ts';

const codebook = codebookOf([
  { id: 'tid', terms: ['travlt'] },
  { id: 'ro', terms: ['ro'] },
]);
const interview = transcriptOf(['I: Har I travlt?', 'R1: Vi har travlt. Der mangler tid. Sådan er det.']);
const on = (exact: string, id: string, rest: Partial<Decision> & Pick<Decision, 'verdict'>): Decision =>
  decisionOn(interview, exact, { id, theme: 'tid', ...rest });
/** "AB tid 0 accepted supports" for each. */
const said = (decisions: readonly Decision[]): string[] =>
  judgementsOf({ codebook, transcripts: [interview], decisions }).map(({ coder, theme, sentence, status, stance }) =>
    [coder, theme ?? '–', sentence, status ?? 'shown', stance].filter((part) => part !== undefined).join(' '),
  );

describe('what each coder says', () => {
  it('is told by sentence, theme and coder, each apart', () => {
    expect(
      said([
        on('Der mangler tid.', 'c', { verdict: 'reject' }),
        on('Vi har travlt.', 'b', { verdict: 'accept', stance: 'supports', coder: 'CD' }),
        on('Vi har travlt.', 'a', { verdict: 'reject' }),
      ]),
    ).toEqual(['AB tid 0 rejected', 'CD tid 0 accepted supports', 'AB tid 1 rejected']);
  });

  it('is her last word: what was replaced or taken back is gone', () => {
    const first = on('Vi har travlt.', 'a', { verdict: 'accept' });
    expect(said([first, on('Vi har travlt.', 'b', { verdict: 'reject', replaces: 'a' })])).toEqual(['AB tid 0 rejected']);
    expect(said([first, on('Vi har travlt.', 'b', { verdict: 'undo', replaces: 'a' })])).toEqual([]);
  });

  it('is two things of a move: no to one theme, yes to the other', () => {
    expect(said([on('Vi har travlt.', 'a', { verdict: 'move', to: 'ro', stance: 'supports' })])).toEqual([
      'AB tid 0 rejected',
      'AB ro 0 accepted supports',
    ]);
  });

  it('tells what was shown and passed over, for a theme and as a whole', () => {
    const { theme: _, ...whole } = on('Sådan er det.', 'b', { verdict: 'seen' });
    expect(said([on('Vi har travlt.', 'a', { verdict: 'seen' }), whole])).toEqual(['AB tid 0 shown', 'AB – 2 shown']);
  });

  it('is nothing where the words are gone', () => {
    const elsewhere = { exact: 'Det blev aldrig sagt af nogen her.', prefix: '', suffix: '', start: 0 };
    expect(said([{ ...on('Vi har travlt.', 'a', { verdict: 'accept' }), anchor: elsewhere }])).toEqual([]);
  });
});
