import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { csvTable, formatColumns, formatTable, markdownTable } from '../../src/cli/table.ts';

const HEAD = ['tema', 'chef (4)', 'i alt (18)'];
const ROWS = [
  ['Frontfigurer som en drivende kraft', '4 af 4', '18 af 18'],
  ['  Na\u030ar a\u030a er skrevet i to tegn', '–', '1 af 18'],
];
// oxlint reads the escape below as what it is: the colours of a terminal.
const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

describe('a table on the terminal', () => {
  it('is aligned by what is seen, not by how it is spelled', () => {
    const lines = plain(formatTable(HEAD, ROWS, undefined))
      .trimEnd()
      .split('\n');
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
  });

  it('cuts the first column where the terminal is narrow', () => {
    const lines = plain(formatTable(HEAD, ROWS, 46))
      .trimEnd()
      .split('\n');
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(46);
    expect(lines[1]).toMatch(/^Frontfigurer som en.*…\s+4 af 4\s+18 af 18$/);
  });

  it('becomes a list where even that is not enough', () => {
    expect(plain(formatTable(HEAD, ROWS, 30))).toContain(
      'Frontfigurer som en drivende kraft\n  chef (4): 4 af 4\n  i alt (18): 18 af 18\n',
    );
  });
});

describe('text in columns', () => {
  const rows = [
    ['å', 'a long term that says much', 'strong'],
    ['a\u030ab', 'short', ''],
  ];

  it('stands under each other, with nothing behind the last', () => {
    expect(formatColumns(rows, Infinity, [1])).toEqual(['å   a long term that says much  strong', 'a\u030ab  short']);
    expect(formatColumns([], 80, [0])).toEqual([]);
  });

  it('is cut where it may be, and not below what can be read', () => {
    expect(formatColumns(rows, 31, [1])[0]).toBe('å   a long term that s…  strong');
    expect(formatColumns(rows, 5, [1])[0]).toBe('å   a long term tha…  strong');
    expect(formatColumns(rows, 5, [0])[0]).toBe('å   a long term that says much  strong');
  });

  it('puts numbers behind the texts to the right, and cuts two texts alike to keep them in sight', () => {
    const lines = formatColumns(
      [
        ['tema', 'sammen med', 'begge'],
        ['t'.repeat(60), 's'.repeat(50), '3'],
      ],
      80,
      [0, 1],
      2,
    );
    expect(lines[0]).toMatch(/ begge$/);
    expect(lines[1]).toMatch(/^t{34,35}…\s+s{34,35}…\s+3$/);
    for (const line of lines) expect(stringWidth(line)).toBe(80);
  });
});

describe('a table in a file', () => {
  it('is Markdown with sub-themes set in', () => {
    expect(markdownTable(HEAD, [['  a | b', '1', '2']])).toBe(
      '| tema | chef (4) | i alt (18) |\n|---|---:|---:|\n| &emsp;a \\| b | 1 | 2 |\n',
    );
  });

  it('is CSV with quotes where they are needed', () => {
    expect(
      csvTable(
        ['a', 'b'],
        [
          ['x, "y"', null],
          ['to\nlinjer', 3],
        ],
      ),
    ).toBe('a,b\n"x, ""y""",\n"to\nlinjer",3\n');
  });
});
