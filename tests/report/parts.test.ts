import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handChanges, joinParts } from '../../src/report/parts.ts';

const file = joinParts([
  { name: 'front', text: '# Titel' },
  { name: 'results/tid', text: '### Tid\n\n”Citat” (chef)' },
]);

describe('the generated parts of a report', () => {
  it('stand between comments with their name and a hash, all names in the first line', () => {
    expect(file).toMatch(
      /^<!-- codify report; parts: front results\/tid -->\n\n<!-- codify part front [0-9a-f]{12} -->\n# Titel\n<!-- codify end front -->\n/,
    );
  });

  it('are as they were written', () => {
    expect(handChanges(file)).toEqual([]);
  });

  it.each([
    ['an edited part', file.replace('Titel', 'Overskrift'), 'the part "front" was edited'],
    [
      'a part taken away',
      file.replace(/<!-- codify part front[\s\S]*end front -->\n/, ''),
      'the part "front" was removed or its comments changed',
    ],
    ['a changed hash', file.replace(/front [0-9a-f]{12}/, 'front 000000000000'), 'the part "front" was edited'],
    [
      'words between the parts',
      file.replace('<!-- codify end front -->', '<!-- codify end front -->\n\nMin egen overgang.'),
      'text was written between the parts',
    ],
    ['words at the end', `${file}\nEfterskrift.`, 'text was written between the parts'],
  ])('show %s', (_, changed, said) => {
    expect(handChanges(changed)).toContain(said);
  });

  it('are not claimed in a file codify did not write', () => {
    expect(handChanges('# Min rapport')).toBeUndefined();
  });

  it('show any change of a character that is not blank', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.constantFrom('x', 'æ', '-', '”'), (at, char) => {
        if (/\s/.test(file.charAt(at)) || file.charAt(at) === char) return;
        const changes = handChanges(file.slice(0, at) + char + file.slice(at + 1));
        expect(changes === undefined || changes.length > 0).toBe(true);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
