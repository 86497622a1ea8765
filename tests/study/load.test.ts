import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LeftOut } from '../../src/model.ts';
import { findCodebook, loadStudy, readStudy, type ReadStudy } from '../../src/study/load.ts';
import { excel } from '../files/excel.ts';
import { faultsOfPromise } from '../files/faults.ts';
import { folderWith } from '../files/folder.ts';
import { BOOK } from './book.ts';

type Read = Pick<ReadStudy, 'transcripts'>;

const interview = (label: string, words = 'Vi mangler tid.'): string => `I: Hvad?\n\n${label}: ${words}\n`;
const many = (count: number): string =>
  Array.from({ length: count }, (_, i) => `ord${'abcdefghij'[i % 10]}${'abcdefghijklmnopqrstuvwxyzæøå'[Math.floor(i / 10)]}`).join(' ');
const study = (more = ''): Record<string, string> => ({
  'codify.yaml': `codebook: bog.yaml\ntranscripts: [interview]\n${more}`,
  'bog.yaml': BOOK,
});

const given = (folder: string, paths: readonly string[] = ['.'], codebook?: string): Parameters<typeof readStudy>[0] => ({
  paths: paths.map((path) => join(folder, path)),
  codebook: codebook === undefined ? undefined : join(folder, codebook),
  columns: {},
});
const ids = (read: Read): string[] => read.transcripts.map((transcript) => transcript.id);
const paths = (left: readonly LeftOut[], folder: string): string[] => left.map((one) => relative(folder, one.path));
const people = (read: Read): [string, string, string | undefined][] =>
  read.transcripts.flatMap((transcript) =>
    [...transcript.participants]
      .filter(([label]) => label !== 'I')
      .map(([label, person]): [string, string, string | undefined] => [label, person.id, person.role]),
  );

describe('the tables of a folder', () => {
  const dataset = 'stilling;s_2\n1;Vi mangler tid.\n2;Vi mangler ro.\n';

  test('have the words for their codes from the files beside them, which are no interviews', async () => {
    const folder = await folderWith({
      'bog.yaml': BOOK,
      'dataset.csv': dataset,
      'labels.csv': 'stilling;1;chef\nstilling;2;leder\n',
      'structure.csv': 'variableName;questionText;questionType\ns_2;Hvad mangler I?;Open\n',
    });
    for (const files of [['.'], ['dataset.csv']]) {
      const read = await readStudy(given(folder, files, 'bog.yaml'));
      expect(people(read).map(([, , role]) => role)).toEqual(['chef', 'leder']);
      expect(read.unread).toEqual([]);
      const told = read.skipped.filter(({ path }) => path.endsWith('.csv')).map(({ reason }) => reason);
      expect(told).toEqual(files[0] === '.' ? ['tells of dataset.csv', 'tells of dataset.csv'] : []);
    }
  });

  test('have them from the study file before that', async () => {
    const folder = await folderWith({
      ...study('columns: { text: [s_2] }\nlabels: { stilling: { 1: leder, 2: chef } }\n'),
      'interview/dataset.csv': dataset,
      'interview/labels.csv': 'stilling;1;chef\n',
    });
    expect(people(await readStudy(given(folder))).map(([, , role]) => role)).toEqual(['leder', 'chef']);
  });

  test('may be workbooks, of which a participants table is none of the interviews', async () => {
    const folder = await folderWith({
      'svar.xlsx': excel({
        Ark1: [
          ['id', 'Hvad mangler I?'],
          [7, 'Vi mangler tid.'],
        ],
      }),
      'deltagere.xlsx': excel({
        Ark1: [
          ['transcript', 'speaker', 'role'],
          ['01', 'R1', 'chef'],
        ],
      }),
      'omdøbt.csv': excel({
        Ark1: [
          ['Taler', 'Tekst'],
          ['R1', 'Ja.'],
        ],
      }),
      'gammel.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    });
    const read = await readStudy(given(folder));
    expect(ids(read)).toEqual(['omdøbt.csv', 'svar.xlsx#7']);
    expect(read.transcripts.map(({ format, encoding }) => [format, encoding])).toEqual([
      ['xlsx', 'utf-8'],
      ['xlsx', 'utf-8'],
    ]);
    expect(read.skipped.map(({ reason }) => reason)).toEqual(['a participants table']);
    expect(read.unread.map(({ reason }) => reason)).toEqual([expect.stringMatching(/old kind .*save it in Excel as \.xlsx/)]);
  });
});

describe('the interviews of a folder', () => {
  test('are all that can be read, in the order of their names', async () => {
    const folder = await folderWith({ 'b.txt': interview('R1'), 'a.md': interview('R2'), 'c/d.csv': 'taler;tekst\nI;Hvad?\nR3;Tid.\n' });
    const read = await readStudy(given(folder));
    expect(ids(read)).toEqual(['a.md', 'b.txt', 'c/d.csv']);
    expect(read.transcripts.map((transcript) => transcript.format)).toEqual(['markdown', 'text', 'csv']);
  });

  test('are without what is no transcript, which is listed with the reason', async () => {
    const folder = await folderWith({
      '01.md': interview('R1'),
      'README.md': 'R1: læs mig',
      readme: 'x',
      'participants.csv': 'transcript,speaker,participant\n01,R1,P1\n',
      'rapport.md': '<!-- codify report: front overview -->\n\nR1: et citat\n',
      'decisions/MH.jsonl': '{}\n',
      'foto.png': '\x89PNG',
    });
    const read = await readStudy(given(folder));
    expect(ids(read)).toEqual(['01.md']);
    expect(paths(read.skipped, folder)).toEqual([
      'README.md',
      'decisions/MH.jsonl',
      'foto.png',
      'participants.csv',
      'rapport.md',
      'readme',
    ]);
    expect(read.skipped.every((one) => one.reason !== '')).toBe(true);
    expect(read.unread).toEqual([]);
  });

  test('are told of when nothing here can read them: no person is left out in silence', async () => {
    const others = ['03.doc', '04.pdf', '05.vtt', '06.rtf', '07.odt', '08.xlsx', '09.srt'];
    const folder = await folderWith({ '01.md': interview('R1'), ...Object.fromEntries(others.map((name) => [name, 'x'])) });
    const read = await readStudy(given(folder));
    expect(paths(read.unread, folder)).toEqual(others);
    expect(read.unread.every(({ reason }) => reason !== '')).toBe(true);
  });

  test('are read though one of them is broken, which is told with its line', async () => {
    const folder = await folderWith({
      '01.md': interview('R1'),
      '02.md': Buffer.from('R1: \0\x01\x02'),
      '03.csv': 'taler;tekst\nR1;"ja\n',
      '04.md': `---\nid: x\nid: y\n---\n${interview('R1')}`,
    });
    const read = await readStudy(given(folder));
    expect(ids(read)).toEqual(['01.md']);
    expect(paths(read.unread, folder)).toEqual(['02.md', '03.csv', '04.md']);
    expect(read.unread.map((one) => one.line)).toEqual([undefined, 2, 3]);
  });

  test.each([
    ['nothing', {}],
    ['nothing but a readme', { 'README.md': 'R1: hej' }],
    ['nothing but Word files', { '01.docx': 'PK' }],
  ])('are asked for when there is %s', async (_, files: Record<string, string>) => {
    const folder = await folderWith(files);
    const faults = await faultsOfPromise(readStudy(given(folder)));
    expect(faults.at(-1)!.message).toMatch(/no interview/);
    expect(faults.at(-1)!.place?.path).toBe(folder);
    expect(faults.slice(0, -1).map((fault) => fault.place?.path)).toEqual('01.docx' in files ? [join(folder, '01.docx')] : []);
  });

  test('are refused when two have one id, naming both files', async () => {
    const folder = await folderWith({ 'a/01.md': `---\nid: x\n---\n${interview('R1')}`, 'b/02.md': `---\nid: x\n---\n${interview('R2')}` });
    const [fault] = await faultsOfPromise(readStudy(given(folder)));
    expect(`${fault!.place!.path} ${fault!.message}`).toMatch(/b\/02\.md.*"x".*a\/01\.md/);
  });

  test('are refused when two folders given side by side hold files of one name', async () => {
    const folder = await folderWith({ 'a/01.md': interview('R1'), 'b/01.md': interview('R2') });
    const [fault] = await faultsOfPromise(readStudy(given(folder, ['a', 'b'])));
    expect(`${fault!.place!.path} ${fault!.message}`).toMatch(/b\/01\.md.*a\/01\.md/);
    expect(ids(await readStudy(given(folder)))).toEqual(['a/01.md', 'b/01.md']);
  });
});

describe('a file the user names', () => {
  test('is read whatever it is called and wherever it comes from', async () => {
    const folder = await folderWith({ 'README.md': interview('R1') });
    expect(ids(await readStudy(given(folder, ['README.md'])))).toEqual(['README.md']);
  });

  test('is told of when it cannot be read', async () => {
    const folder = await folderWith({ '01.md': interview('R1'), 'foto.png': 'x' });
    expect(paths((await readStudy(given(folder, ['01.md', 'foto.png']))).unread, folder)).toEqual(['foto.png']);
  });

  test('is a fault when it is not there', async () => {
    const folder = await folderWith({ '01.md': interview('R1') });
    const [fault] = await faultsOfPromise(readStudy(given(folder, ['01.md', '02.md'])));
    expect(fault?.place?.path).toBe(join(folder, '02.md'));
  });
});

describe('the same interview twice', () => {
  test('is named and counted once, also as .md and .csv with other labels', async () => {
    const folder = await folderWith({
      '01.md': `**I:** Hvad?\n\n**R1 (chef):** ${many(200)}\n`,
      '02.csv': `taler;tekst\nInterviewer;Fortæl\nMette;"${many(200)}"\n`,
    });
    const read = await readStudy(given(folder));
    expect(ids(read)).toEqual(['01.md']);
    expect(read.duplicates).toEqual([{ path: join(folder, '02.csv'), of: join(folder, '01.md'), words: 200 }]);
    expect(read.unread).toEqual([]);
  });

  test('is two interviews at 199 words', async () => {
    const folder = await folderWith({ '01.md': interview('R1', many(199)), '02.md': interview('R2', many(199)) });
    const read = await readStudy(given(folder));
    expect(ids(read)).toEqual(['01.md', '02.md']);
    expect(read.duplicates).toEqual([]);
  });
});

describe('a study', () => {
  test('is read by the folder of its codify.yaml', async () => {
    const folder = await folderWith({
      ...study('participants: folk.csv\ndecisions: interview/valg\n'),
      'folk.csv': 'transcript;speaker;participant;role\ninterview/01;R1;P1;afdelingsleder\n02;R1;P2;chef\n',
      'interview/01.md': interview('R1'),
      'interview/02.md': interview('R1'),
      'interview/valg/noter.md': 'R1: ikke et interview',
      'andet/03.md': interview('R3'),
    });
    const read = await loadStudy(given(folder));
    expect(ids(read)).toEqual(['interview/01.md', 'interview/02.md']);
    expect(people(read)).toEqual([
      ['R1', 'P1', 'leder'],
      ['R1', 'P2', 'chef'],
    ]);
    expect(paths(read.skipped, folder)).toEqual(['interview/valg/noter.md']);
    expect([read.folder, read.codebook.title, read.plan.report.quotes]).toEqual([folder, 'Bogen', 3]);
    expect(read.warnings).toEqual([]);
  });

  test('does not take its own files for interviews', async () => {
    const folder = await folderWith({
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: ["**/*.{md,csv,yaml}"]\nparticipants: hvem.csv\n',
      'bog.yaml': BOOK,
      'hvem.csv': 'transcript,speaker,role\n01,R1,chef\n',
      '01.md': interview('R1'),
    });
    const read = await readStudy(given(folder));
    expect(ids(read)).toEqual(['01.md']);
    expect(paths(read.skipped, folder)).toEqual(['bog.yaml', 'codify.yaml', 'hvem.csv']);
  });

  test('gives its columns to the tables', async () => {
    const folder = await folderWith({
      ...study('columns: { text: [b], speaker: a }\n'),
      'interview/01.csv': 'a;b\nI;Hvad?\nR1;Tid.\n',
    });
    expect(people(await readStudy(given(folder)))).toEqual([['R1', 'interview/01.csv/R1', undefined]]);
  });

  test.each([
    ['its codebook is not there', { 'codify.yaml': 'codebook: mangler.yaml\ntranscripts: [.]\n' }, /mangler\.yaml$/],
    ['its table of people is not there', study('participants: mangler.csv\n'), /mangler\.csv$/],
    ['its folder is not there', study(), /interview$/],
    ['no file fits its pattern', { ...study(), 'codify.yaml': 'codebook: bog.yaml\ntranscripts: ["iv/*.md"]\n' }, /iv\/\*\.md$/],
  ])('is refused when %s', async (_, files, path) => {
    const [fault] = await faultsOfPromise(readStudy(given(await folderWith(files))));
    expect(fault?.place?.path).toMatch(path);
  });

  test('is refused for every row of its table of people that is wrong', async () => {
    const folder = await folderWith({
      ...study('participants: p.csv\n'),
      'p.csv': 'transcript,speaker,participant\n01,R1,P1\n01,R1,P2\n,R1,P3\n',
      'interview/01.md': interview('R1'),
    });
    const faults = await faultsOfPromise(readStudy(given(folder)));
    expect(new Set(faults.map((fault) => fault.place?.line))).toEqual(new Set([3, 4]));
  });

  test('needs a codebook for the whole job, and none for a look at the files', async () => {
    const folder = await folderWith({ '01.md': interview('R1'), 'bog.yaml': BOOK });
    expect((await readStudy(given(folder, ['01.md']))).codebook).toBeUndefined();
    expect((await faultsOfPromise(loadStudy(given(folder, ['01.md']))))[0]?.hint).toMatch(/-c/);
    expect((await loadStudy(given(folder, ['01.md'], 'bog.yaml'))).codebook.title).toBe('Bogen');
    expect((await findCodebook(join(folder, 'bog.yaml'))).title).toBe('Bogen');
  });

  test('may be read with another codebook than its own', async () => {
    const folder = await folderWith({ ...study(), 'ny.yaml': BOOK.replace('Bogen', 'Den nye'), 'interview/01.md': interview('R1') });
    expect((await loadStudy(given(folder, ['.'], 'ny.yaml'))).codebook.title).toBe('Den nye');
  });
});

describe('one person in several interviews', () => {
  const front = (facts: string): string => `---\nparticipants: { R1: { participant: P1, ${facts} } }\n---\n`;

  test('has all the facts each of them tells', async () => {
    const folder = await folderWith({
      'bog.yaml': BOOK,
      '01.md': front('by: Ryde') + interview('R1', 'Et.'),
      '02.md': front('role: chef, alder: 45') + interview('R1', 'To.'),
    });
    const read = await readStudy(given(folder, ['01.md', '02.md'], 'bog.yaml'));
    for (const { participants } of read.transcripts) {
      expect(participants.get('R1')).toMatchObject({ id: 'P1', role: 'chef', attributes: { by: 'Ryde', alder: '45' } });
    }
  });

  test('is refused with two roles, naming both files', async () => {
    const folder = await folderWith({
      'bog.yaml': BOOK,
      '01.md': front('role: chef') + interview('R1', 'Et.'),
      '02.md': front('role: leder') + interview('R1', 'To.'),
    });
    const [fault] = await faultsOfPromise(readStudy(given(folder, ['01.md', '02.md'], 'bog.yaml')));
    expect(`${fault!.place!.path} ${fault!.message}`).toMatch(/02\.md.*P1.*leder.*chef.*01\.md/);
  });
});

describe('the user is warned', () => {
  test('of a label that recurs: named, and never one person', async () => {
    const folder = await folderWith({ '01.md': interview('R1'), '02.md': interview('R1'), '03.md': interview('R3') });
    const read = await readStudy(given(folder));
    expect(new Set(people(read).map(([, id]) => id)).size).toBe(3);
    const [warning, ...others] = read.warnings.filter((one) => one.includes('participants.csv') && one.includes('counted as'));
    expect(warning).toMatch(/^R1 .*01\.md.*02\.md.*2 people/);
    expect(others).toEqual([]);
  });

  test('of a speaker without a known role, with her title', async () => {
    const folder = await folderWith({ '01.md': interview('R1 (astronaut)'), '02.md': interview('R2 (centerchef)'), 'bog.yaml': BOOK });
    const { warnings } = await readStudy(given(folder, ['01.md', '02.md'], 'bog.yaml'));
    expect(warnings).toEqual([expect.stringMatching(/R1 in .*01\.md \("astronaut"\)/)]);
    expect(warnings[0]).not.toContain('R2');
  });

  test('of a row of the table that is about nobody who speaks', async () => {
    const folder = await folderWith({
      ...study('participants: p.csv\n'),
      'p.csv': 'transcript,speaker,participant,role\n01,R1,P1,chef\n01,R9,P9,chef\n',
      'interview/01.md': interview('R1'),
    });
    expect((await readStudy(given(folder))).warnings).toEqual([expect.stringMatching(/p\.csv:3: .*R9.*01/)]);
  });

  test('of an interview in which no respondent says a word', async () => {
    const folder = await folderWith({ '01.md': 'I: Hallo?\n', '02.md': 'En tekst om havnen.\n', '03.md': '', '04.md': interview('R4') });
    const { warnings } = await readStudy(given(folder));
    expect(warnings.slice(0, 3).map((one) => /0\d\.md: .*/.exec(one)?.[0])).toEqual([
      expect.stringMatching(/^01\.md: no respondent/),
      expect.stringMatching(/^02\.md: no speaker/),
      expect.stringMatching(/^03\.md: .*empty/),
    ]);
    expect(warnings.join('\n')).not.toMatch(/04\.md: /);
  });
});

test('nothing given and no study file is a fault with advice', async () => {
  const [fault] = await faultsOfPromise(readStudy({ paths: [], codebook: undefined, columns: {} }));
  expect(fault?.hint).toMatch(/codify\.yaml/);
});
