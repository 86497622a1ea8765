import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTable } from '../../src/files/table.ts';
import { faultOf } from './faults.ts';

const cells = (text: string): readonly Readonly<Record<string, string>>[] => parseTable(text, 'a.csv').rows.map((row) => row.cells);

describe('a table', () => {
  test.each([';', ',', '\t', '|'])('is divided by "%s" when that divides its header', (separator) => {
    const table = parseTable(['taler', 'tekst'].join(separator) + '\n' + ['R1', 'ja'].join(separator) + '\n', 'a.csv');
    expect(table.separator).toBe(separator);
    expect(table.rows[0]?.cells).toEqual({ taler: 'R1', tekst: 'ja' });
  });

  test('is not divided by a separator that stands in quotation marks', () => {
    const table = parseTable('"taler, nr., navn; alt";tekst\nR1;"ja; nej"\n', 'a.csv');
    expect(table.separator).toBe(';');
    expect(table.rows[0]?.cells).toEqual({ 'taler, nr., navn; alt': 'R1', tekst: 'ja; nej' });
  });

  test('may hold quotation marks, line breaks and empty cells', () => {
    expect(cells('a;b\n"Hun sagde ""nej""";"en\n\nto"\n;\n')).toEqual([
      { a: 'Hun sagde "nej"', b: 'en\n\nto' },
      { a: '', b: '' },
    ]);
  });

  test('tells the line each row begins on, past line breaks in cells and blank lines', () => {
    const { rows } = parseTable('a;b\n\n"en\n\nto";2\n3;4\n\n5;6', 'a.csv');
    expect(rows.map((row) => row.line)).toEqual([3, 6, 8]);
  });

  test('makes no rows of blank lines at its end', () => {
    expect(cells('a;b\n1;2\n\n\n')).toHaveLength(1);
  });

  test('calls its columns in NFC and without blanks around', () => {
    expect(parseTable(' a\u030ar ;b\n1;2\n', 'a.csv').columns).toEqual(['år', 'b']);
  });

  test('fills a short row up, and lets a row be longer by empty cells', () => {
    expect(cells('a;b\n1\n1;2;;\n')).toEqual([
      { a: '1', b: '' },
      { a: '1', b: '2' },
    ]);
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
    ['two columns of one name', 'a;b;a\n1;2;3\n', 1],
    ['a column with values and no name', 'a;\n1;2\n', 1],
  ])('by %s is refused with the line', (_, text, line) => {
    expect(faultOf(() => parseTable(text, 'svar.csv')).place).toEqual({ path: 'svar.csv', line });
  });

  test('by being empty is refused', () => {
    expect(faultOf(() => parseTable('\n', 'svar.csv')).message).toMatch(/empty/);
  });
});

test('whatever stands in the cells, the same cells and lines come back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ø', ' ', '"', ';', ',', '\t', '|', '\n'), maxLength: 8 });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), fc.constantFrom(';', ',', '\t', '|'), (rows, separator) => {
      const written = [['taler', 'tekst'], ...rows].map((row) => row.map(quoted).join(separator) + '\n');
      const table = parseTable(written.join(''), 'a.csv');
      expect(table.rows.map((row) => [row.cells['taler'], row.cells['tekst']])).toEqual(rows);
      const lines = rows.map(
        (_, i) =>
          written
            .slice(0, i + 1)
            .join('')
            .split('\n').length,
      );
      expect(table.rows.map((row) => row.line)).toEqual(lines);
    }),
  );
});
