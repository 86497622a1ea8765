import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTable } from '../../src/files/table.ts';
import { faultOf } from './faults.ts';

const cells = (text: string): readonly Readonly<Record<string, string>>[] => parseTable(text, 'a.csv').rows.map((row) => row.cells);

describe('a table', () => {
  test.each([';', ',', '\t', '|'])('is divided by "%s" when that divides its header', (separator) => {
    const table = parseTable(['taler', 'tekst'].join(separator) + '\n' + ['R1', 'ja'].join(separator) + '\n', 'a.csv');
    expect(table.layout).toBe(separator === '\t' ? 'separator tab' : `separator "${separator}"`);
    expect(table.rows[0]?.cells).toEqual({ taler: 'R1', tekst: 'ja' });
  });

  test('is not divided by a separator that stands in quotation marks', () => {
    const table = parseTable('"taler, nr., navn; alt";tekst\nR1;"ja; nej"\n', 'a.csv');
    expect(table.layout).toBe('separator ";"');
    expect(table.rows[0]?.cells).toEqual({ 'taler, nr., navn; alt': 'R1', tekst: 'ja; nej' });
  });

  test('is divided by what divides its rows too, as the commas of a header do not', () => {
    const table = parseTable('id;Hvad, om noget, er svært?;Andet, uddyb, gerne\n1;Tiden;\n2;Alt;Ja, da\n', 'a.csv');
    expect(table.columns).toEqual(['id', 'Hvad, om noget, er svært?', 'Andet, uddyb, gerne']);
    expect(parseTable('"Hvad\ner svært; nu?",b\n"Tid; penge",2\n', 'a.csv').columns).toEqual(['Hvad er svært; nu?', 'b']);
  });

  test('may hold quotation marks, line breaks and empty cells', () => {
    expect(cells('a;b\n"Hun sagde ""nej""";"en\n\nto"\n;\n')).toEqual([{ a: 'Hun sagde "nej"', b: 'en\n\nto' }]);
  });

  test('tells the line each row begins on, past line breaks in cells and blank lines', () => {
    const { rows } = parseTable('a;b\n\n"en\n\nto";2\n3;4\n\n5;6', 'a.csv');
    expect(rows.map((row) => row.line)).toEqual([3, 6, 8]);
  });

  test('makes no rows of blank lines, and tells of the empty rows it leaves out', () => {
    expect(parseTable('a;b\n1;2\n\n\n', 'a.csv')).toMatchObject({ rows: [{ line: 2 }], notes: [] });
    expect(parseTable('a;b\n;\n1;2\n ;\n', 'a.csv')).toMatchObject({ rows: [{ line: 3 }], notes: ['2 empty rows left out'] });
  });

  test("calls a column otherwise that has no name or another one's, and tells of it", () => {
    const table = parseTable('Andet;;Andet;Andet (2);;Andet\n1;2;3;4;;5\n', 'a.csv');
    expect(table.columns).toEqual(['Andet', 'column 2', 'Andet (3)', 'Andet (2)', 'Andet (4)']);
    expect(table.rows[0]?.cells).toEqual({ Andet: '1', 'column 2': '2', 'Andet (3)': '3', 'Andet (2)': '4', 'Andet (4)': '5' });
    expect(table.notes).toEqual([
      'column 2 has no name: called "column 2" here',
      'two columns are called "Andet": called "Andet (3)" here',
      'two columns are called "Andet": called "Andet (4)" here',
    ]);
  });

  test('calls its columns in NFC and without blanks around', () => {
    expect(parseTable(' a\u030ar ;b\n1;2\n', 'a.csv').columns).toEqual(['år', 'b']);
  });

  test('may have rows that are shorter, and longer by empty cells', () => {
    expect(cells('a;b\n1\n1;2;;\n')).toEqual([{ a: '1' }, { a: '1', b: '2' }]);
  });

  test('takes any name for a column', () => {
    expect(Object.entries(cells('__proto__;constructor\n1;2\n')[0]!)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('a table that is broken', () => {
  test.each([
    ['a quotation mark that is never closed', 'a;b\n1;2\n1;"to\n', 3],
    ['a quotation mark in the middle of a cell', 'a;b\n1;to "tre"\n', 2],
    ['a row longer than the header', 'a;b\n1;2\n1;2;3\n', 3],
  ])('by %s is refused with the line', (_, text, line) => {
    expect(faultOf(() => parseTable(text, 'svar.csv')).place).toEqual({ path: 'svar.csv', line });
  });

  test('by being empty is refused', () => {
    expect(faultOf(() => parseTable('\n', 'svar.csv')).message).toMatch(/empty/);
  });
});

test.each([
  ['many rows below many columns', `${'a;'.repeat(4000)}\n${'1\n'.repeat(1000)}`, /1000 rows and 4001 columns/],
  ['more rows than any survey', `a;b\n${'1;2\n'.repeat(20_000)}`, /more than 20000 rows/],
  ['too many columns', `${'a;'.repeat(6000)}\n1\n`, /1 rows and 6001 columns/],
  ['a row without end', `a;b\n1;"${'x'.repeat(2_000_000)}`, /a row of more than 1 million/],
])('a table of %s is refused before it fills the memory', (_, text, message) => {
  const fault = faultOf(() => parseTable(text, 'svar.csv'));
  expect(fault.message).toMatch(message);
  expect(fault.place?.path).toBe('svar.csv');
});

test('whatever stands in the cells, the same cells and lines come back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ø', ' ', '"', ';', ',', '\t', '|', '\n'), maxLength: 8 });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), fc.constantFrom(';', ',', '\t', '|'), (rows, separator) => {
      const written = [['taler', 'tekst'], ...rows].map((row) => row.map(quoted).join(separator) + '\n');
      const table = parseTable(written.join(''), 'a.csv');
      const isFilled = (text: string): boolean => text.trim() !== '';
      const expected = rows.flatMap((row, i) => {
        const line = written
          .slice(0, i + 1)
          .join('')
          .split('\n').length;
        return row.some(isFilled) ? [[line, ...row.map((text) => (isFilled(text) ? text : undefined))]] : [];
      });
      expect(table.rows.map(({ line, cells: found }) => [line, found['taler'], found['tekst']])).toEqual(expected);
    }),
  );
});
