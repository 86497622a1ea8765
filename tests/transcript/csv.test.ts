import { describe, expect, test } from 'vitest';
import { faultOf } from '../files/faults.ts';
import { askers, read, readAll, said } from './reading.ts';

const name = 'svar.csv';

describe('a table with a turn a row', () => {
  test('is an interview: the words, the speakers, the lines and the times', () => {
    const transcript = read('tid;taler;tekst\n0:01;I;Hvad er svært?\n0:09;R05;"Det er ""tid""\n\nog penge."\n0:30;I;Tak.\n', { name });
    expect(said(transcript)).toEqual([
      ['I', 'Hvad er svært?'],
      ['R05', 'Det er "tid"\n\nog penge.'],
      ['I', 'Tak.'],
    ]);
    expect(transcript.turns.map((turn) => [turn.line, turn.time])).toEqual([
      [2, '0:01'],
      [3, '0:09'],
      [6, '0:30'],
    ]);
    expect(askers(transcript)).toEqual(['I']);
  });

  test.each([
    ['taler', 'tekst'],
    ['Speaker', 'Text'],
    ['PERSON', 'Udsagn'],
    ['navn', 'replik'],
  ])('is known by the columns %s and %s', (speaker, text) => {
    expect(said(read(`nr,${speaker},${text}\n1,R1,"Ja, da."\n`, { name }))).toEqual([['R1', 'Ja, da.']]);
  });

  test('is read by the columns the user gives', () => {
    const columns = { text: ['hvad'], speaker: 'hvem der taler', role: 'funktion' };
    const transcript = read('hvem der taler;funktion;hvad;tekst\nR1;teamleder;Ja.;x\n', { name, columns });
    expect(said(transcript)).toEqual([['R1', 'Ja.']]);
    expect(transcript.participants.get('R1')?.role).toBe('leder');
  });

  test('takes a role from its column, and interviewer for those who ask', () => {
    const transcript = read('taler;rolle;tekst\nYH;interviewer;Hvad?\nMH;skoleleder;Tid.\n', { name });
    expect(askers(transcript)).toEqual(['YH']);
    expect(transcript.participants.get('MH')?.role).toBe('leder');
  });

  test('may have empty rows, and a colon after the speaker', () => {
    expect(said(read('taler;tekst\nR1:;Ja.\n;\nR1;\nR1;Nej.\n', { name }))).toEqual([
      ['R1', 'Ja.'],
      ['R1', 'Nej.'],
    ]);
  });

  test('has times as minutes and seconds, and as they stand where they are none', () => {
    const times = ['00:00:09.250', '0:12,3 - 0:31,0', '[01:02:15]', '75:10', '#3', ''];
    const rows = times.map((time) => `"${time}";R1;Ja.\n`).join('');
    expect(read(`Timespan;Speaker;Content\n${rows}`, { name }).turns.map((turn) => turn.time)).toEqual([
      '0:09',
      '0:12',
      '1:02:15',
      '1:15:10',
      '#3',
      undefined,
    ]);
  });

  test('says which columns were taken, and which were not', () => {
    expect(read('nr;taler;tekst;sted\n1;R1;Ja.;Ryde\n', { name }).understood).toEqual([
      'a turn a row, separator ";": words in "tekst", speaker in "taler"',
      'not used: "nr", "sted"',
    ]);
  });

  test('is refused where words have no speaker', () => {
    expect(faultOf(() => read('taler;tekst\nR1;Ja.\n;Nej.\n', { name })).place).toEqual({ path: `interview/${name}`, line: 3 });
  });
});

describe('a table with a respondent a row', () => {
  const survey =
    'respondent;stilling;by;Hvad er svært?;Hvad går godt?\n7;skolechef;Ryde;Tiden.;Folkene.\n8;teamleder;Hejlby;;"Havnen;\nog byen."\n';

  test('is an interview for each row, the questions asked by nobody who counts', () => {
    const [first, second] = readAll(survey, { name });
    expect(said(first!)).toEqual([
      ['I', 'Hvad er svært?'],
      ['7', 'Tiden.'],
      ['I', 'Hvad går godt?'],
      ['7', 'Folkene.'],
    ]);
    expect(said(second!)).toEqual([
      ['I', 'Hvad går godt?'],
      ['8', 'Havnen;\nog byen.'],
    ]);
    expect(askers(first!)).toEqual(['I']);
  });

  test('calls each interview by the file and the respondent', () => {
    expect(readAll(survey, { name }).map((transcript) => transcript.id)).toEqual(['svar.csv#7', 'svar.csv#8']);
  });

  test('keeps role and attributes of each respondent', () => {
    const people = readAll(survey, { name }).map((transcript) => [...transcript.participants.values()].at(-1));
    expect(people.map((person) => [person?.role, person?.attributes])).toEqual([
      ['chef', { by: 'Ryde' }],
      ['leder', { by: 'Hejlby' }],
    ]);
  });

  test('numbers respondents who have no column', () => {
    expect(readAll('Hvad er svært?\nTiden.\nAlt.\n', { name }).map((transcript) => transcript.id)).toEqual(['svar.csv#1', 'svar.csv#2']);
  });

  test('finds open answers by their whole sentences when no question mark tells', () => {
    const text = 'id;alder;Kommentar til mødet\n1;44;Vi kunne godt have brugt en time mere\n2;51;Der var alt for lidt tid til at spørge\n';
    expect(said(readAll(text, { name })[0]!)).toEqual([
      ['I', 'Kommentar til mødet'],
      ['1', 'Vi kunne godt have brugt en time mere'],
    ]);
  });

  test('is read by the columns the user gives', () => {
    const columns = { text: ['b', 'c'], participant: 'a', role: 'd' };
    const [transcript] = readAll('a;b;c;d\nP9;ja;nej;chef\n', { name, columns });
    expect(said(transcript!)).toEqual([
      ['I', 'b'],
      ['P9', 'ja'],
      ['I', 'c'],
      ['P9', 'nej'],
    ]);
    expect(transcript!.participants.get('P9')).toMatchObject({ id: 'P9', role: 'chef' });
  });

  test('says which separator and columns were taken', () => {
    expect(readAll(survey, { name })[0]!.understood!.join()).toMatch(/";".*"Hvad er svært\?", "Hvad går godt\?"/);
  });

  test('leaves empty rows out, and says so', () => {
    const [first, ...others] = readAll('id;Hvad?\n;\n7;Tid\n;\n', { name });
    expect([first!.id, others]).toEqual(['svar.csv#7', []]);
    expect(first!.notes).toEqual(['2 empty rows left out']);
  });

  test('is refused when a respondent stands twice, naming both lines', () => {
    const fault = faultOf(() => readAll('id;Hvad?\n1;ja\n2;nej\n1;jo\n', { name }));
    expect(fault.place?.line).toBe(4);
    expect(fault.hint).toMatch(/line 2/);
  });
});

describe('a table nobody can read as interviews is refused', () => {
  test('when no column holds what was said, with the columns there are', () => {
    const fault = faultOf(() => readAll('a;b\n1;2\n', { name }));
    expect(fault.place?.line).toBe(1);
    expect(fault.hint).toMatch(/a, b/);
  });

  test.each([{ text: ['mangler'] }, { speaker: 'mangler' }, { participant: 'mangler' }, { role: 'mangler' }])(
    'when the user names a column that is not there: %j',
    (columns) => {
      const fault = faultOf(() => readAll('a;b\n1;2\n', { name, columns: { text: ['a'], ...columns } }));
      expect(fault.message).toContain('mangler');
      expect(fault.hint).toMatch(/a, b/);
    },
  );

  test('when there is a header and no row', () => {
    expect(faultOf(() => readAll('id;Hvad?\n', { name })).place?.path).toBe(`interview/${name}`);
  });
});

test('a survey in Windows-1252 and one in UTF-16 with tabs are read', () => {
  const survey = 'id\tHvad er svært?\r\n1\tPå Ærø – alt\r\n';
  const ansi = Buffer.from(survey.replaceAll('\t', ';').replace('–', '\x96'), 'latin1');
  const wide = Buffer.from(`\ufeff${survey}`, 'utf16le');
  for (const bytes of [ansi, wide]) {
    const [transcript] = readAll(bytes, { name });
    expect(said(transcript!)).toEqual([
      ['I', 'Hvad er svært?'],
      ['1', 'På Ærø – alt'],
    ]);
  }
});
