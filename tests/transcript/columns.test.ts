import { describe, expect, test } from 'vitest';
import { faultOf } from '../files/faults.ts';
import { readAll, said } from './reading.ts';

const name = 'svar.csv';

/** How the columns of a survey with these cells in one column are taken. */
function taken(column: string, cells: readonly string[]): 'answers' | 'attributes' | 'personal' | 'empty' {
  const rows = cells.map((cell, i) => `${i};"${cell.replaceAll('"', '""')}";Vi skal have tid nok til at lytte ${i}\n`).join('');
  const [first] = readAll(`id;"${column}";Det sidste ord\n${rows}`, { name });
  const kinds = { answers: /: answers in/, attributes: /^attributes/, personal: /^personal data/, empty: /^nobody answers/ } as const;
  const kind = Object.entries(kinds).find(([, start]) =>
    first!.understood!.some((note) => start.test(note) && note.includes(`"${column}"`)),
  );
  return kind![0] as keyof typeof kinds;
}

describe('an open answer is found by its question and its words:', () => {
  test.each<[string, string, string[]]>([
    ['a question', 'Hvad er svært?', ['Tiden.', 'Folkene.', 'Tiden.']],
    ['sentences', 'G01Q05', ['Vi kunne godt have brugt en time mere', 'Det synes jeg ikke']],
    ['one that tells a long story', 'G01Q05', ['Nej', 'Nej', 'Nej', 'Vi har brug for at mødes oftere og på tværs af husene']],
    ['a free text beside a choice', 'Andet, uddyb gerne', ['Gåture', 'Kaffe']],
    ['the other answer in question codes', 'G01Q03[other]', ['Ro']],
    ['a question that few answer alike', 'Hvad er svært?', ['Tid', 'Tid']],
    ['a comment', 'Kommentar', ['Fint', 'Tak']],
    ['a column called what was said', 'Svar', ['Fint', 'Tak']],
    [
      'a choice to which someone added words of her own',
      'Hvad fylder?',
      ['Tid', 'Penge', 'Tid, Penge', 'Penge', 'Tid, og at ingen ved hvem der bestemmer', 'Tid'],
    ],
    ['a question about mail', 'Hvad er svært ved mail?', ['Mængden', 'Tonen']],
  ])('%s', (_, column, cells) => {
    expect(taken(column, cells)).toBe('answers');
  });
});

describe('an attribute is', () => {
  test.each<[string, string, string[]]>([
    ['a number, also below a question', 'Hvor længe har du været ansat?', ['3', '12,5', '1.200']],
    ['a date', 'Tidsstempel', ['12/03/2024 09.14.22', '2024-03-12 10:14:55', '2024/03/12 9:14:22 AM GMT+1', '12-03-2024']],
    ['a code', 'Hvilket hus?', ['A1', 'B2', '8f14e45f-ceea-467f']],
    ['a yes or no', 'Har du været med før?', ['Ja', 'Nej']],
    ['a choice that returns', 'Hvor ofte?', ['Hver dag', 'Af og til', 'Hver dag', 'Af og til']],
    ['several choices of one question, as Google Forms joins them', 'Hvad bruger I?', ['Tid, Penge', 'Penge', 'Tid, Penge']],
    ['several, as Microsoft Forms joins them', 'Hvad bruger I?', ['Tid;Penge;', 'Penge;', 'Tid;']],
    ['a long choice that returns', 'G02', Array.from({ length: 4 }, () => 'I meget høj grad; det har jeg gjort længe')],
    ['a word or two', 'Afdeling', ['Ryde', 'Hejlby nord']],
  ])('%s', (_, column, cells) => {
    expect(taken(column, cells)).toBe('attributes');
  });

  test('not a column nobody fills', () => {
    expect(taken('Hvad mere?', ['', ''])).toBe('empty');
  });
});

describe('who a person is, is not used unless the user says so:', () => {
  test.each<[string, string, string[]]>([
    ['her name', 'Navn', ['Karen Juhl', 'Bo Lind']],
    ['her name asked for', 'Hvad er dit fulde navn?', ['Karen Juhl', 'Bo Lind']],
    ['her mail address', 'Mailadresse', ['hemmelig', 'ukendt']],
    ['her mail address wherever it stands', 'Må vi kontakte dig?', ['karen@eksempel.dk', 'nej tak', 'bo.lind@eksempel.dk']],
    ['her CPR number', 'nummeret', ['010170-1234', '311299-4321']],
    ['the address of her machine', 'ipaddr', ['10.0.0.1', '10.0.0.2']],
  ])('%s', (_, column, cells) => {
    expect(taken(column, cells)).toBe('personal');
    const [first] = readAll(`respondent;${column};Hvad?\n${cells.map((cell, i) => `${i};${cell};Tid\n`).join('')}`, { name });
    expect(first!.participants.get('0')?.attributes).toEqual({});
  });

  test('nor to name her by, though the column is called respondent', () => {
    const text = 'respondent;Hvad?\nkaren@eksempel.dk;Tid\nbo@eksempel.dk;Alt\n';
    expect(readAll(text, { name }).map(({ id }) => id)).toEqual(['svar.csv#1', 'svar.csv#2']);
    const chosen = readAll(text, { name, columns: { participant: 'respondent' } });
    expect(chosen.map(({ id }) => id)).toEqual(['svar.csv#karen@eksempel.dk', 'svar.csv#bo@eksempel.dk']);
  });

  test('and a form with a name column is no transcript', () => {
    const text = 'Tidsstempel;Navn;Svar\n12/03/2024 09.14.22;Karen Juhl;Tid\n12/03/2024 09.40.01;Bo Lind;Alt\n';
    expect(readAll(text, { name }).map((transcript) => said(transcript)[1])).toEqual([
      ['1', 'Tid'],
      ['2', 'Alt'],
    ]);
    const talk = 'Tidspunkt;Navn;Svar\n12/03/2024 09.14.22;Karen;Tid?\n12/03/2024 09.15.22;Bo;Alt.\n12/03/2024 09.16.22;Karen;Nå.\n';
    expect(readAll(talk, { name })).toHaveLength(1);
  });
});

describe('a role is in a column', () => {
  test.each(['Stilling', 'Hvad er din stilling?', 'Hvilken stilling har du?', 'Din nuværende rolle:'])('called %s', (column) => {
    const [first] = readAll(`id;${column};Hvad?\n1;Centerchef;Tid\n`, { name });
    expect(first!.participants.get('1')).toMatchObject({ role: 'chef', title: 'Centerchef' });
  });
});

test('open answers beside those the user chose are left out, and told of', () => {
  const [first] = readAll('id;by;Hvad?;Hvorfor?\n1;Ryde;Tid;Derfor\n', { name, columns: { text: ['Hvad?'] } });
  expect(said(first!)).toEqual([
    ['I', 'Hvad?'],
    ['1', 'Tid'],
  ]);
  expect(first!.participants.get('1')?.attributes).toEqual({ by: 'Ryde' });
  expect(first!.understood).toContain('open answers that were not chosen: "Hvorfor?"');
});

test('a second column of a name is a question as the first is', () => {
  expect(readAll('id;Hvad mere?;Hvad mere?\n1;Tid;Ro\n', { name }).flatMap(said)).toEqual([
    ['I', 'Hvad mere?'],
    ['1', 'Tid'],
    ['I', 'Hvad mere? (2)'],
    ['1', 'Ro'],
  ]);
});

test('a cell without end is looked at in no time', () => {
  const long = ['1'.repeat(300_000), '@'.repeat(300_000), '1 '.repeat(150_000), '1, '.repeat(100_000)];
  const [first] = readAll(`id;Hvad?\n${long.map((cell, i) => `${i};"${cell} x"\n`).join('')}`, { name });
  expect(first!.turns).toHaveLength(2);
});

test('of hundreds of columns the first are named', () => {
  const names = Array.from({ length: 40 }, (_, i) => `q${i + 1}`).join(';');
  const fault = faultOf(() => readAll(`${names}\n${'1;'.repeat(39)}1\n`, { name }));
  expect(fault.hint).toMatch(/q12 and 28 more\)$/);
});

describe('codes stand for words', () => {
  const labels = { stilling: { 1: 'leder', 2: 'chef' }, 'a\u030ar': { 9: 'ved ikke' }, mangler: { 1: 'x' } };
  const [first, second] = readAll('id;stilling;år;Hvad?\n1;1;9;Tid\n2;3;2024;Alt\n3;leder;;Alt\n', { name, columns: { labels } });

  test('as codify.yaml tells, in roles and attributes', () => {
    expect(first!.participants.get('1')).toMatchObject({ role: 'leder', attributes: { år: 'ved ikke' } });
  });

  test('and stay where it tells nothing, which is noted', () => {
    expect(second!.participants.get('2')).toMatchObject({ role: undefined, title: '3', attributes: { år: '2024' } });
    expect(second!.notes).toEqual([]);
    expect(first!.notes).toEqual([
      'no words for "3" in "stilling": kept as they stand',
      'no words for "2024" in "år": kept as they stand',
      'labels for "mangler": there is no such column',
    ]);
  });
});
