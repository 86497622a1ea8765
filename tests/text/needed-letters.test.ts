import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededLetters } from '../../src/text/needed-letters.ts';
import { WordRegex } from '../../src/text/regex.ts';
import { runs } from '../chance.ts';

describe('the letters a pattern cannot do without', () => {
  it.each([
    ['mål', ['mål']],
    ['mål(er|t) på', ['mål']],
    ['(bære|bærer|båret)', ['bære', 'bærer', 'båret']],
    ['ude i (marken|felten)', ['marken', 'felten']],
    ['tillids(fuld|bånd)\\p{L}*', ['tillids']],
    ['stoler? på (mig|dig)', ['stole']],
    ['ab?c', ['a']],
    ['a{0,2}bc', ['bc']],
    ['(?:sam|fælles)skab', ['skab']],
    ['[æø]kse', ['kse']],
  ])('%s', (source, letters) => expect(neededLetters(source)).toEqual(letters));

  it.each(['\\p{L}+', '.*', '(a|\\d)', '(a|)', 'x*', '(?i:a)', '\\Qa\\E', '[a'])('%s promises none', (source) =>
    expect(neededLetters(source)).toBeUndefined(),
  );

  it('stand in every match of random patterns', () => {
    const letter = fc.constantFrom('a', 'b', 'å');
    const { pattern } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
      atom: fc.oneof(
        { maxDepth: 3 },
        letter,
        fc.constantFrom('[ab]', '.', '\\pL', ' '),
        tie('pattern').map((inner) => `(${inner})`),
      ),
      pattern: fc
        .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{0,2}', '{2}')), { minLength: 1, maxLength: 4 })
        .chain((parts) =>
          fc.tuple(fc.constant(parts.map(([atom, times]) => atom + times).join('')), fc.option(tie('atom'), { nil: undefined })),
        )
        .map(([one, other]) => (other === undefined ? one : `${one}|${other}`)),
    }));
    const text = fc.array(fc.constantFrom('a', 'b', 'å', 'ab', ' ', 'ba '), { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(pattern, text, (source, said) => {
        const needed = neededLetters(source);
        if (needed === undefined) return;
        for (const { start, end } of new WordRegex(source).find(said)) {
          expect(needed.some((letters) => said.slice(start, end).includes(letters))).toBe(true);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
