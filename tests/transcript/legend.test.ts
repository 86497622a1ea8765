import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/files/decode.ts';
import { csv } from '../../src/transcript/formats/csv.ts';
import type { Reading } from '../../src/transcript/formats/format.ts';
import { SourceFile } from '../../src/transcript/formats/index.ts';
import { legendNames } from '../../src/transcript/legend.ts';
import { faultOf } from '../files/faults.ts';

const DATASET = 'stilling;s_2;s_3_1;s_3_9;s_4;s_5\r\n1;Ro på – også mandag.;1;;4;Nej\r\n2;"Tid; og ""mere""";0;Gåtur;5;Ja\r\n';
const LABELS = 'stilling;1;Leder \r\nstilling;2;Kunst, design\r\ns_3_1;0;Ikke valgt\r\ns_3_1;1;Valgt\r\n';
const STRUCTURE =
  'questionName;variableName;questionType;subType;questionText;choiceValue;choiceText\r\n' +
  's_2;s_2;Open;String;Hvad er den vigtigste opgave lige nu? ;;\r\n' +
  's_3;s_3_1;Closed;Multiple;Hvilke møder har I?;1;Morgenmøde \r\n' +
  's_3;s_3_9;Open;Multiple;Hvilke møder har I?;9;Andet, skriv:\r\n' +
  's_4;s_4;Open;Number;Hvor mange er I?;;\r\n' +
  's_5;s_5;Closed;Single;Hvorfor?;;\r\n';

type Encode = (text: string) => Uint8Array;
const ansi: Encode = (text) => Buffer.from(text.replaceAll('–', '\x96'), 'latin1');
const wide: Encode = (text) => Buffer.from(`\ufeff${text.replaceAll(';;', '\t\t').replaceAll(/;(?! )/g, '\t')}`, 'utf16le');

function read(files: Readonly<Record<string, Uint8Array>>, text?: readonly string[]): readonly Reading[] {
  return csv.read(
    new SourceFile('x/dataset.csv', files['dataset.csv']!, { text }, new Set(), (other) => files[other]),
  ) as readonly Reading[];
}

describe('a SurveyXact dataset with its labels and structure', () => {
  test.each<[string, Encode]>([
    ['with semicolons in ANSI', ansi],
    ['with tabs in UTF-16, called .csv', wide],
  ])('%s is read with its questions and words', (_, encode) => {
    const [first, second] = read({ 'dataset.csv': encode(DATASET), 'labels.csv': encode(LABELS), 'structure.csv': encode(STRUCTURE) });
    expect(first).toMatchObject({
      part: '1',
      text: 'Hvad er den vigtigste opgave lige nu?\n\nRo på – også mandag.',
      speakers: new Map([['1', { title: 'Leder', attributes: { s_3_1: 'Valgt', s_4: '4', s_5: 'Nej' } }]]),
    });
    expect(second!.text).toContain('Tid; og "mere"\n\nHvilke møder har I? – Andet, skriv:\n\nGåtur');
    expect(second!.speakers.get('2')?.title).toBe('Kunst, design');
    expect(first!.understood).toContain('questions and the words for codes from labels.csv and structure.csv');
    expect(first!.understood!.join('\n')).toContain('"s_2" is "Hvad er den vigtigste opgave lige nu?"');
  });

  test('is read without them too', () => {
    const [first] = read({ 'dataset.csv': ansi(DATASET) }, ['s_2']);
    expect(first!.speakers.get('1')?.title).toBe('1');
  });

  test('has them under names like its own', () => {
    expect(legendNames('Trivsel_Dataset 2026.csv').map(({ name }) => name)).toEqual([
      'Trivsel_Labels 2026.csv',
      'Trivsel_Structure 2026.csv',
    ]);
    expect(legendNames('svar.csv')).toEqual([]);
  });

  test('is refused when one of them cannot be read, by its name', () => {
    const fault = faultOf(() => read({ 'dataset.csv': ansi(DATASET), 'labels.csv': ansi('a;1;"x\n') }));
    expect(fault.message).toMatch(/labels\.csv beside it, which is not a table/);
    expect(fault.place?.path).toBe('x/dataset.csv');
  });
});

test('the UTF-16 above is what it seems', () => {
  expect(decodeUtf8(wide('æ;b'))).toBeUndefined();
});
