import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCodebook } from '../../src/codebook/load.ts';
import { planStudy, readStudyFile } from '../../src/study/plan.ts';
import { faultOf, faultsOf, faultsOfPromise } from '../files/faults.ts';
import { folderWith } from '../files/folder.ts';
import { BOOK } from './book.ts';

const HEAD = 'codebook: bog.yaml\ntranscripts: [interview]\n';

async function planned(rest: string): Promise<() => ReturnType<typeof planStudy>> {
  const folder = await folderWith({ 'bog.yaml': BOOK, 'codify.yaml': HEAD + rest });
  const file = await readStudyFile(join(folder, 'codify.yaml'));
  const codebook = await loadCodebook(join(folder, 'bog.yaml'));
  return () => planStudy(file, codebook);
}

describe('the plan of a study', () => {
  test('is what the analyst has written', async () => {
    const plan = await planned(`title: Havnen
client: Sundmark Kommune
date: 2026-05
population: { chef: 22 }
materials: [{ kind: workshop, participants: ca. 30 }, { kind: survey, participants: 12, note: digital }]
sections: [{ title: Ønsker, themes: [styring, tid/travlhed] }, { themes: [tid] }]
purpose: Find ud af det.
selection: Valgt.
findings:
  tid: "  Der er ikke tid.  "
  tid/travlhed: { clause: " der løbes ", contradiction: der hviles, workshop: der grines, lead-over: Så videre. }
initiatives: [{ type: tid/travlhed, name: Molen, value: Delt }]
recommendations: [{ title: Begynd før, group: Nu, text: Straks., basis: [tid, workshop] }, { title: Vent }]
report: { language: en, quotes: 5 }
`);
    expect(plan()).toMatchObject({
      title: 'Havnen',
      client: 'Sundmark Kommune',
      date: '2026-05',
      population: { chef: 22 },
      materials: [
        { kind: 'workshop', participants: 'ca. 30', note: undefined },
        { kind: 'survey', participants: '12', note: 'digital' },
      ],
      sections: [
        { title: 'Ønsker', themes: ['styring', 'travlhed'] },
        { title: undefined, themes: ['tid'] },
      ],
      purpose: 'Find ud af det.',
      selection: 'Valgt.',
      findings: {
        tid: { claim: 'Der er ikke tid.', clause: undefined, contradiction: undefined, workshop: undefined, leadOver: undefined },
        travlhed: { claim: undefined, clause: 'der løbes', contradiction: 'der hviles', workshop: 'der grines', leadOver: 'Så videre.' },
      },
      initiatives: [{ type: 'travlhed', name: 'Molen', value: 'Delt' }],
      recommendations: [
        { title: 'Begynd før', group: 'Nu', text: 'Straks.', basis: ['tid', 'workshop'] },
        { title: 'Vent', group: undefined, text: undefined, basis: [] },
      ],
      report: { language: 'en', quotes: 5 },
    });
  });

  test('is in the language of the codebook, with three quotes, when nothing is said', async () => {
    const plan = await planned('');
    expect(plan()).toMatchObject({ report: { language: 'da', quotes: 3 }, sections: [], findings: {}, population: {} });
  });
});

describe('what the codebook does not have is refused with its place and what was meant:', () => {
  test.each([
    ['a theme in a section', 'sections:\n  - themes: [tid, styringg]\n', 4, 19, 'did you mean "styring"?'],
    ['a sub-theme by its path', 'sections:\n  - themes: [tid/travlhedd]\n', 4, 14, 'did you mean "travlhed"?'],
    ['a theme with a finding', 'findings:\n  styrin: x\n', 4, 3, 'did you mean "styring"?'],
    ['a theme of an initiative', 'initiatives:\n  - { type: stid, name: x }\n', 4, 13, 'did you mean "tid"?'],
    ['a role of the population', 'population:\n  cheff: 4\n', 4, 3, 'did you mean "chef"?'],
    ['a role like none', 'population:\n  astronaut: 4\n', 4, 3, 'it has chef, leder'],
  ])('%s', async (_, written, line, column, hint) => {
    const fault = faultOf(await planned(written));
    expect(fault.place).toMatchObject({ path: expect.stringMatching(/codify\.yaml$/) as string, line, column });
    expect(fault.hint).toBe(hint);
  });

  test('all of them at once', async () => {
    const faults = faultsOf(await planned('findings: { a1: x, b2: y }\npopulation: { c3: 1 }\n'));
    expect(faults.map((fault) => [fault.place?.line, fault.place?.column])).toEqual([
      [3, 13],
      [3, 20],
      [4, 15],
    ]);
  });
});

describe('where the analyst places an organisation', () => {
  const SCALE = `scale:
  levels: [{ id: lav, label: Lav }, { id: høj, label: Høj }]
  dimensions: [{ id: ro, label: Ro }, { id: uro, label: Uro }]
`;

  async function placed(rest: string, scale = SCALE): Promise<() => ReturnType<typeof planStudy>> {
    const folder = await folderWith({ 'bog.yaml': BOOK + scale, 'codify.yaml': HEAD + rest });
    const file = await readStudyFile(join(folder, 'codify.yaml'));
    const codebook = await loadCodebook(join(folder, 'bog.yaml'));
    return () => planStudy(file, codebook);
  }

  test('is read, however the names are spelled in Unicode', async () => {
    const plan = await placed(`placements:\n  ro: { level: ${'høj'.normalize('NFD')}, because: " Alle siger det.  " }\n`);
    expect(plan().placements).toEqual({ ro: { level: 'høj', because: 'Alle siger det.' } });
    expect((await placed(''))().placements).toEqual({});
  });

  test.each([
    ['an unknown dimension', 'placements:\n  roo: { level: lav, because: x }\n', 4, 3, 'did you mean "ro"?'],
    ['an unknown level', 'placements:\n  ro: { level: hoj, because: x }\n', 4, 16, 'did you mean "høj"?'],
  ])('is refused for %s, with its place', async (_, written, line, column, hint) => {
    const fault = faultOf(await placed(written));
    expect(fault.place).toMatchObject({ line, column });
    expect(fault.hint).toBe(hint);
  });

  test('is refused without a scale to be placed on', async () => {
    const [fault] = faultsOf(await placed('placements: { ro: { level: lav, because: x } }\n', ''));
    expect(fault).toMatchObject({ message: 'the codebook has no dimension "ro"', hint: 'it has no dimensions at all' });
  });
});

describe('codify.yaml', () => {
  test('names its files as seen from itself', async () => {
    const folder = await folderWith({ 'a/codify.yaml': `${HEAD}participants: folk.csv\ndecisions: valg/\n` });
    const file = await readStudyFile(join(folder, 'a/codify.yaml'));
    expect(file).toMatchObject({
      folder: join(folder, 'a'),
      codebook: join(folder, 'a/bog.yaml'),
      participants: join(folder, 'a/folk.csv'),
      decisions: join(folder, 'a/valg/'),
      transcripts: ['interview'],
    });
  });

  test.each([
    ['an unknown key', `${HEAD}titel: x\n`, 3, 1, /did you mean "title"/],
    ['a date that is a number', `${HEAD}date: 2026\n`, 3, 7, /quotes/],
    ['transcripts that are no list', 'codebook: b.yaml\ntranscripts: interview\n', 2, 14, undefined],
    ['a clause with its "at"', `${HEAD}findings: { tid: { clause: at der løbes } }\n`, 3, 28, undefined],
    ['a clause with a full stop', `${HEAD}findings: { tid: { contradiction: der hviles. } }\n`, 3, 35, undefined],
    ['an unknown key of a finding', `${HEAD}findings: { tid: { claims: x } }\n`, 3, 20, /did you mean "claim"/],
    ['a finding with nothing in it', `${HEAD}findings: { tid: {} }\n`, 3, 18, undefined],
    ['a placement without its why', `${HEAD}placements: { ro: { level: lav } }\n`, 3, 19, undefined],
    ['a star without quotes', 'codebook: b.yaml\ntranscripts: [*.md]\n', 2, 15, /quotes/],
  ])('is refused for %s, with its place', async (_, text, line, column, hint) => {
    const folder = await folderWith({ 'codify.yaml': text });
    const [fault, ...others] = await faultsOfPromise(readStudyFile(join(folder, 'codify.yaml')));
    expect(fault?.place).toEqual({ path: join(folder, 'codify.yaml'), line, column });
    if (hint) expect(fault?.hint).toMatch(hint);
    expect(others).toEqual([]);
  });

  test('is refused when it names no codebook and no transcripts, both at once', async () => {
    const folder = await folderWith({ 'codify.yaml': 'title: x\n' });
    const faults = await faultsOfPromise(readStudyFile(join(folder, 'codify.yaml')));
    expect(faults.map((fault) => fault.message)).toEqual([expect.stringContaining('codebook'), expect.stringContaining('transcripts')]);
  });

  test('is refused when it is not UTF-8, which YAML is', async () => {
    const folder = await folderWith({ 'codify.yaml': Buffer.from(`title: \xc6r\xf8\n${HEAD}`, 'latin1') });
    const [fault] = await faultsOfPromise(readStudyFile(join(folder, 'codify.yaml')));
    expect(fault?.hint).toMatch(/UTF-8/);
  });
});

describe('the interview guide', () => {
  const GUIDE = 'questions: [{ id: råd, label: Dit bedste råd?, asked: [bedste råd, { all: [råd, andre] }] }]\n';
  const ids = (guide: readonly { readonly id: string }[]): string[] => guide.map(({ id }) => id);

  test('is the study’s own, else the codebook’s', async () => {
    const folder = await folderWith({
      'bog.yaml': BOOK + GUIDE,
      'codify.yaml': HEAD,
      'egen.yaml': HEAD + GUIDE.replace('id: råd', 'id: egen'),
    });
    const codebook = await loadCodebook(join(folder, 'bog.yaml'));
    expect(ids(planStudy(await readStudyFile(join(folder, 'codify.yaml')), codebook).questions)).toEqual(['råd']);
    expect(ids(planStudy(await readStudyFile(join(folder, 'egen.yaml')), codebook).questions)).toEqual(['egen']);
  });

  test.each([
    ['an id that stands twice', `${GUIDE.slice(0, -2)}, { id: råd, label: Igen, asked: [igen] }]\n`, 'the question "råd" is there already'],
    ['a term that is never found', GUIDE.replace('[bedste', '[bed*ste'), 'has a star inside'],
    ['a question nobody can put', GUIDE.replace(/asked: .*\] }]/, 'asked: [] }]'), 'should hold at least 1'],
    ['a key that is not there', GUIDE.replace('label', 'lable'), 'unknown key "lable"'],
  ])('is refused with %s, wherever it stands', async (_, guide, message) => {
    const folder = await folderWith({ 'bog.yaml': BOOK + guide, 'codify.yaml': HEAD + guide });
    const messages = [
      await faultsOfPromise(loadCodebook(join(folder, 'bog.yaml'))),
      await faultsOfPromise(readStudyFile(join(folder, 'codify.yaml'))),
    ];
    for (const [i, found] of messages.entries()) {
      expect(found.map((fault) => fault.message).join('\n')).toContain(message);
      expect(found[0]!.place).toMatchObject({ path: join(folder, ['bog.yaml', 'codify.yaml'][i]!), line: [9, 3][i] });
    }
  });

  test('must be there for a report by question', async () => {
    const plan = await planned('report: { by: question }\n');
    expect(faultOf(plan).message).toContain('there are no questions to arrange the report by');
  });
});
