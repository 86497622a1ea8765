import { describe, expect, it } from 'vitest';
import { joinParts, readParts, textOf } from '../../src/report/parts.ts';
import { faultsOf } from '../files/faults.ts';

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

  it.each([
    ['as they were written', file],
    ['with CRLF and a byte-order mark', `\uFEFF${file.replaceAll('\n', '\r\n')}`],
    ['with old line ends', file.replaceAll('\n', '\r')],
    ['with blanks around the comments', file.replaceAll('<!--', '  <!--').replaceAll('-->', '--> \t')],
    ['without a line end at the end, and with her own words at both ends', `Forord.\n${file}\nEfterord. `],
  ])('are read %s, and are the file again', (_, text) => {
    const pieces = readParts(text, 'r.md');
    const parts = pieces.filter((piece) => piece.kind === 'part');
    expect(parts.map((part) => [part.name, textOf(part)])).toEqual([
      ['front', '# Titel'],
      ['results/tid', '### Tid\n\n”Citat” (chef)'],
    ]);
    expect(pieces.map((piece) => (piece.kind === 'part' ? piece.begin + piece.body + piece.end : piece.raw)).join('')).toBe(text);
  });

  const end = '<!-- codify end front -->';
  it.each([
    [
      'has no end',
      file.replace(`${end}\n`, ''),
      [6, '"results/tid" begins before "front" of line 3 has ended', `put "${end}" before it, or move it out of that part`],
    ],
    [
      'has no end, and is the last',
      file.replace('<!-- codify end results/tid -->\n', ''),
      [7, 'the part "results/tid" has no end', 'put "<!-- codify end results/tid -->" after its last line'],
    ],
    [
      'has no beginning',
      file.replace(/<!-- codify part front .*\n/, ''),
      [4, 'the part "front" ends here and has not begun', 'take this comment away to make the text above it your own'],
    ],
    [
      'stands there twice',
      file + file.slice(file.indexOf('<!-- codify part'), file.indexOf('\n\n<!-- codify part results') + 1),
      [12, 'the part "front" stands here and in line 3', 'take one of them away with its comments'],
    ],
    [
      'has a damaged hash',
      file.replace(/front [0-9a-f]{4}/, 'front '),
      [3, 'a comment of codify is damaged or shares its line', 'give it'],
    ],
    [
      'has words beside its comment',
      file.replace(end, `Slut. ${end}`),
      [5, 'a comment of codify is damaged or shares its line', 'give it'],
    ],
    [
      'is in no list',
      file.replace(/.*\n/, 'Forord.\n'),
      [undefined, 'the list of parts is missing', 'put this line first: <!-- codify report; parts: front results/tid -->'],
    ],
    ['is in two lists', file + file.split('\n')[0]!, [12, 'the list of parts stands here and in line 1', 'take one of them away']],
    [
      'holds the list',
      file.replace(/(.*\n)\n(.*\n)/, '$2$1'),
      [2, 'the list of parts stands inside the part "front"', 'move it out, to a line of its own'],
    ],
  ])('are refused with the place and the way out when one %s', (_, damaged, [line, message, hint]) => {
    const faults = faultsOf(() => readParts(damaged, 'r.md'));
    const told = faults.find((fault) => fault.message === message);
    expect(told?.place).toEqual({ path: 'r.md', line });
    expect(told?.hint).toContain(hint);
  });
});
