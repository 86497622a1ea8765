import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswerTable, readLetter, type WrittenAnswer } from '../../src/exchange/answers.ts';
import { letterText, quoteId, type Letter } from '../../src/exchange/letter.ts';
import { parseTable } from '../../src/files/table.ts';
import { readParagraphs } from '../../src/report/verify/paragraphs.ts';
import { runs } from '../chance.ts';

const TEXT = 'Vi har travlt […] og min kalender er fuld.';
const LETTER: Letter = {
  participant: 'P05',
  language: 'da',
  study: 'Hallen',
  author: 'Lis Holm',
  client: 'Lillekommunen',
  wantsApproval: true,
  quotes: [
    { text: TEXT, role: 'chef', heading: 'Barriere: Tid', sentence: 'En chef siger det sådan:' },
    { text: 'Ja, det gør vi.', role: 'chef', heading: undefined, sentence: undefined },
  ],
};

/** The letter as it came back, each pair of words replaced in it. */
function answered(...changes: [string, string][]): WrittenAnswer[] {
  const letter = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, letterText(LETTER));
  return readLetter(readParagraphs(letter), 'brev.md')!;
}

const told = ({ answer, changed, unclear }: WrittenAnswer): unknown[] => [answer, changed, unclear];

describe('the letter', () => {
  it('says who asks, about what, where it stands and what follows', () => {
    const text = letterText(LETTER);
    for (const words of [
      '*Hallen*, som Lis Holm laver for Lillekommunen',
      '2 citater',
      '*Barriere: Tid*',
      '*En chef siger det sådan:*',
      `”${TEXT}” (chef)`,
    ])
      expect(text).toContain(words);
    expect(text).toContain('Et citat, vi ikke får svar på, bliver ikke trykt.');
    expect(letterText({ ...LETTER, wantsApproval: false })).not.toContain('Et citat, vi ikke får svar på');
    expect(letterText({ ...LETTER, language: 'en' })).toContain('Dear participant');
  });

  it('comes back without an answer as it was sent', () => {
    expect(answered().map(({ participant, id, quote }) => [participant, id, quote])).toEqual([
      ['P05', quoteId('P05', TEXT), TEXT],
      ['P05', quoteId('P05', 'Ja, det gør vi.'), 'Ja, det gør vi.'],
    ]);
    expect(answered().map(told)).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it.each([
    ['☐ Ja, citatet', 'x Ja, citatet', 'yes'],
    ['☐ Ja, citatet', '☒ Ja, citatet', 'yes'],
    ['☐ Ja, citatet', '[X] Ja, citatet', 'yes'],
    ['☐ Ja, citatet må trykkes, som det står', 'Ja X', 'yes'],
    ['☐ Nej, citatet', '☑ Nej, citatet', 'no'],
    ['☐ Nej, citatet må ikke trykkes', '☐ Nej, citatet må ikke trykkes x', 'no'],
  ])('takes a cross however it is put: %s as %s', (from, to, answer) => {
    expect(answered([from, to]).map((one) => one.answer)).toEqual([answer, undefined]);
  });

  it.each([
    ['☐ Ændret til: ____________', '☐ Ændret til: Min kalender er fuld.'],
    ['☐ Ændret til: ____________', 'x Ændret til:\n\n”Min kalender\ner fuld.”'],
    ['____________', '__Min kalender er fuld.__________'],
  ])('takes what is written in place of a quote: %s as %j', (from, to) => {
    expect(told(answered([from, to])[0]!)).toEqual(['changed', 'Min kalender er fuld.', undefined]);
  });

  it.each([
    ['two answers', ['☐ Ja', 'x Ja'], ['☐ Nej', 'x Nej'], 'has more than one answer'],
    [
      'a condition',
      ['☐ Ja, citatet må trykkes, som det står', 'x Ja, men kun uden navn'],
      undefined,
      'says ", men kun uden navn", which is none of the three answers',
    ],
    [
      'a remark',
      ['☐ Nej, citatet', 'Ring lige til mig.\n\n☐ Nej, citatet'],
      undefined,
      'says "Ring lige til mig.", which is none of the three answers',
    ],
    ['no new words', ['☐ Ændret', 'x Ændret'], undefined, 'is to be changed, and nothing is written in its place'],
    [
      'another quote',
      ['min kalender er', 'din kalender er'],
      ['☐ Ja', 'x Ja'],
      'is no longer what was asked: the quote itself, its number or the reference was changed',
    ],
  ] as const)('takes no answer from %s', (_, first, second, unclear) => {
    const changes = second === undefined ? [first] : [first, second];
    expect(told(answered(...changes.map(([from, to]): [string, string] => [from, to]))[0]!).slice(0, 1)).toEqual([undefined]);
    expect(answered(...changes.map(([from, to]): [string, string] => [from, to]))[0]!.unclear).toBe(unclear);
  });

  it('is told from other texts', () => {
    expect(readLetter(readParagraphs('# Noget andet\n\nReference: P05\n'), 'a.md')).toBeUndefined();
  });

  it('asks for any words and knows them again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zæøå]{1,8}(?: [a-zæøå[\]<]{1,8}){2,9}[.!?]$/), { minLength: 1, maxLength: 4 }),
        (texts) => {
          const quotes = [...new Set(texts)].map((text) => ({ text, role: 'chef', heading: 'H', sentence: undefined }));
          const back = readLetter(readParagraphs(letterText({ ...LETTER, quotes }).replaceAll('☐ Ja', 'x Ja')), 'a.md')!;
          expect(back.map(({ answer }) => answer)).toEqual(quotes.map(() => 'yes'));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('a table of answers', () => {
  const table = (rows: string): WrittenAnswer[] | undefined =>
    readAnswerTable(parseTable(`nr;person;citat;svar;ændret til\n${rows}`, 'a.csv'), 'a.csv');
  const row = (answer: string, changed = ''): string => `${quoteId('P05', TEXT)};P05;${TEXT};${answer};${changed}\n`;

  it('is taken row by row', () => {
    const rows = [row('Ja'), row('nej'), row('', 'Min kalender er fuld.'), row('ændret til', 'Min kalender er fuld.'), row('')];
    expect(table(rows.join(''))!.map(told)).toEqual([
      ['yes', undefined, undefined],
      ['no', undefined, undefined],
      ['changed', 'Min kalender er fuld.', undefined],
      ['changed', 'Min kalender er fuld.', undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it.each([
    [row('måske'), 'says "måske", which is none of ja, nej, ændret til'],
    [row('ja', 'Min kalender er fuld.'), 'has more than one answer'],
    [row('ændret til'), 'is to be changed, and nothing is written in its place'],
    [row('ja').replace('P05', 'P06'), 'is no longer what was asked: the quote itself, its number or the reference was changed'],
  ])('says what is unclear in %j', (rows, unclear) => {
    expect(table(rows)!.map((one) => [one.answer, one.unclear])).toEqual([[undefined, unclear]]);
  });

  it('is told from other tables', () => {
    expect(readAnswerTable(parseTable('a,b\n1,2\n', 'a.csv'), 'a.csv')).toBeUndefined();
  });
});
