import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOf, SourceFile } from '../../../src/transcript/formats/index.ts';
import { excel } from '../../files/excel.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const asCsv = (rows: readonly (readonly string[])[], separator: string): Uint8Array =>
  Buffer.from(`\ufeff${rows.map((row) => row.map(quoted).join(separator)).join('\r\n')}\r\n`);

/** Who says what in a table written in each of the ways tables come. */
async function saidIn(rows: readonly (readonly string[])[], text: readonly string[]): Promise<string[][][]> {
  const written: [string, Uint8Array][] = [
    ['a.csv', asCsv(rows, ';')],
    ['a.csv', asCsv(rows, ',')],
    ['a.tsv', asCsv(rows, '\t')],
    ['a.xlsx', excel({ Ark1: rows })],
  ];
  return await Promise.all(
    written.map(async ([name, bytes]) => {
      const source = new SourceFile(name, bytes, { text }, new Set());
      const readings = await formatOf(source)!.read(source);
      return readings.flatMap((reading) => reading.turns.map(({ speaker, span }) => [speaker, reading.text.slice(span.start, span.end)]));
    }),
  );
}

const words = fc
  .array(fc.constantFrom('Tid', 'penge;', 'og, ja', '"ro"', 'æblet', '<b>', '&', 'nej\nda', '=1+1', '😀'), { minLength: 1, maxLength: 4 })
  .map((some) => some.join(' '));

test('every word of a transcript in a table comes out once, in order, with its speaker', async () => {
  const turns = fc.array(fc.tuple(fc.constantFrom('I', 'R05', 'Mette'), words), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(turns, async (rows) => {
      for (const said of await saidIn([['Taler', 'Tekst'], ...rows], ['Tekst'])) expect(said).toEqual(rows);
    }),
  );
});

test('every answer in a survey comes out once, under its question, from its respondent', async () => {
  const answer = fc.option(words, { nil: '' });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 5 }), async (answers) => {
      const rows = answers.map((pair, i) => [`P${i + 1}`, ...pair, 'x']);
      const questions = ['Hvad?', 'Hvorfor?'];
      const expected = rows.flatMap(([id, ...cells]) =>
        questions.flatMap((question, i) =>
          cells[i] === ''
            ? []
            : [
                ['I', question],
                [id, cells[i]],
              ],
        ),
      );
      for (const said of await saidIn([['id', ...questions, 'by'], ...rows], questions)) expect(said).toEqual(expected);
    }),
  );
});
