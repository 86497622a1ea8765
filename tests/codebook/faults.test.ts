import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/load.ts';
import { folderWith } from '../files/folder.ts';
import { faultsIn, load } from './book.ts';

const ROLES = `roles:
  leder: { article: en, plural: ledere, definite: lederne }
`;
const HEAD = `title: Bog
language: da
${ROLES}`;
const THEMES = 'themes: [{ id: a, label: A }]\n';
/** A good beginning; what a case adds to its theme begins on line 8, indented by four. */
const THEME = `${HEAD}themes:
  - id: a
    label: A
`;

/** A name, what is written, and each fault as "line:column" and a piece of what is said, in order. */
type Case = [name: string, written: string, ...faults: string[]];

async function expectFaults(written: string, faults: readonly string[]): Promise<void> {
  const found = await faultsIn(written);
  const asExpected = (fault: string, i: number): boolean => {
    const [place, ...words] = faults[i]?.split(' ') ?? [];
    return place !== undefined && fault.startsWith(`${place} `) && fault.includes(words.join(' '));
  };
  expect(found.map((fault, i) => (asExpected(fault, i) ? faults[i] : fault))).toEqual(faults);
}

/** Everything written under the theme of `THEME`. */
const inTheme = (cases: readonly Case[]): Case[] =>
  cases.map(([name, written, ...faults]) => [name, `${THEME}    ${written}\n`, ...faults]);

it('a book made of the pieces below is good', async () => {
  await expect(load(HEAD + THEMES)).resolves.toBeDefined();
  await expect(load(THEME)).resolves.toBeDefined();
});

describe('no codebook at all', () => {
  it.each<Case>([
    ['an empty file', '', '-:- is empty'],
    ['blank lines', '\n \n', '-:- is empty'],
    ['a note and nothing else', '# kommer senere\n', '-:- is empty'],
    ['a list', '- frontfigurer\n- ledelse\n', '1:1 should be keys with values, not a list'],
    ['a text', 'frontfigurer\n', '1:1 should be keys with values, not the text "frontfigurer"'],
    ['nothing', '---\n', '1:4 should be keys with values, not nothing'],
    ['a key alone', 'language: da\n', '1:1 "title" is missing', '1:1 "roles" is missing', '1:1 "themes" is missing'],
  ])('%s', (_, written, ...faults) => expectFaults(written, faults));

  it('a file that is not there', async () => {
    const path = join(await folderWith({}), 'ingen.yaml');
    await expect(loadCodebook(path)).rejects.toMatchObject({ message: 'there is no such file', place: { path } });
  });

  it.each([
    ['Windows-1252', Buffer.from(`${HEAD}${THEMES}# ærø\n`, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${HEAD}${THEMES}`, 'utf16le')],
  ])('a file in %s', async (_, bytes) => {
    expect(await faultsIn(bytes)).toEqual(['-:- is not written in UTF-8 (save it as UTF-8)']);
  });

  it('a file of no characters', async () => {
    expect(await faultsIn(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0x81, 0xff))).toEqual(['-:- is not written in UTF-8 (save it as UTF-8)']);
  });
});

describe('no YAML', () => {
  it.each<Case>([
    ['a tab', `${HEAD}themes:\n\t- id: a\n`, '6:1 a tab is used to indent'],
    ['a bracket left open', `${THEME}    terms: [a, b\n`, '9:1 is not valid YAML'],
    ['a key that stands twice', `${HEAD}title: To\n${THEMES}`, '5:1 the same key stands twice'],
    ['two documents', `${HEAD}${THEMES}---\ntitle: To\n`, '6:1 holds more than one YAML document'],
    ['a merge that was not finished', `${THEME}<<<<<<< HEAD\n`, '8:1 holds the marks of a merge'],
    ['a star without quotes', `${THEME}    terms: [*drift]\n`, '8:13 *drift without quotes is an alias to YAML (write "*drift" in quotes)'],
    ['an anchor', `${THEME}    terms: [&x tid]\n`, '8:16 &x is an anchor'],
    [
      'a merge key and its anchor, and what is missing without them',
      `${HEAD}themes:\n  - &a { id: a, label: A }\n  - { <<: *a, id: b }\n`,
      '6:8 &a is an anchor',
      '7:5 "label" is missing',
      '7:7 << is a merge key',
      '7:11 *a without quotes is an alias',
    ],
    ['a tag', `${THEME}    terms: [!ja]\n`, '8:13 a word that begins with ! is a tag to YAML'],
    ['a list for a key', `${THEME}    ? [a, b]\n    : x\n`, '8:7 a key must be a single word'],
  ])('%s', (_, written, ...faults) => expectFaults(written, faults));
});

describe('keys', () => {
  it.each<Case>([
    ['an unknown one at the top', `${HEAD}${THEMES}rolles: x\n`, '6:1 unknown key "rolles" (did you mean "roles"?)'],
    [
      'a mistyped one',
      `${HEAD}theme:\n  - { id: a, label: A }\n`,
      '1:1 "themes" is missing',
      '5:1 unknown key "theme" (did you mean "themes"?)',
    ],
    ...inTheme([
      ['an unknown one in a theme', 'defintion: x', '8:5 unknown key "defintion" (did you mean "definition"?)'],
      ['one that resembles nothing', 'qqqqqqqq: x', '8:5 unknown key "qqqqqqqq" (known here: id, label, kind'],
      ['one that means something to JavaScript', '__proto__: x', '8:5 unknown key "__proto__"'],
      ['one with signs of its own', '"50% a/b~c": x', '8:5 unknown key "50% a/b~c"'],
      ['a number', '1: x', '8:5 unknown key "1"'],
      ['an unknown one in a sub-theme', 'themes: [{ id: b, label: B, lable: C }]', '8:33 unknown key "lable" (did you mean "label"?)'],
      ['two in one theme', 'termes: []\n    exmples: []', '8:5 unknown key "termes"', '9:5 unknown key "exmples"'],
    ]),
    ['no title', `language: da\n${ROLES}${THEMES}`, '1:1 "title" is missing (add title: …)'],
    ['a theme without id', `${HEAD}themes:\n  - label: A\n`, '6:5 "id" is missing'],
    ['a theme without label', `${HEAD}themes:\n  - id: a\n`, '6:5 "label" is missing'],
  ])('%s', (_, written, ...faults) => expectFaults(written, faults));
});

describe('values of the wrong kind', () => {
  it.each<Case>([
    [
      'a number for a title',
      `title: 2026\nlanguage: da\n${ROLES}${THEMES}`,
      '1:8 "title" should be a text, not the value 2026 (put it in quotes',
    ],
    ['a number for a version', `${HEAD}version: 1.0\n${THEMES}`, '5:10 "version" should be a text, not the value 1 (put it in quotes'],
    ['a text for themes', `${HEAD}themes: frontfigurer\n`, '5:9 "themes" should be a list, not the text "frontfigurer"'],
    ['keys for themes', `${HEAD}themes:\n  a: { label: A }\n`, '6:3 "themes" should be a list, not keys with values'],
    ['a text for a theme', `${HEAD}themes: [frontfigurer]\n`, '5:10 should be keys with values, not the text "frontfigurer"'],
    ['no theme', `${HEAD}themes: []\n`, '5:9 "themes" should hold at least 1, not 0'],
    [
      'an unknown language',
      `title: Bog\nlanguage: dansk\n${ROLES}${THEMES}`,
      '2:11 "language" should be one of da, en, not the text "dansk"',
    ],
    ...inTheme([
      ['true for a term', 'terms: [tid, true]', '8:18 not the value true (put it in quotes'],
      ['a number for a term', 'terms: [112]', '8:13 not the value 112 (put it in quotes'],
      ['nothing for a term', 'terms:\n      - tid\n      -', '10:8 not nothing'],
      ['a list for a term', 'terms: [[tid, penge]]', '8:13 not a list'],
      ['blanks for a term', 'terms: ["  "]', '8:13 "terms" should not be empty'],
      ['nothing for terms', 'terms:', '8:11 "terms" should be a list, not nothing'],
      ['a text for terms', 'terms: tid', '8:12 "terms" should be a list, not the text "tid"'],
      ['an empty definition', 'definition: ""', '8:17 "definition" should not be empty'],
      ['a number for a kind', 'kind: 5', '8:11 "kind" should be a text, not the value 5'],
      ['a colon in an example', 'examples:\n      - Han sagde: det går', '9:9 not keys with values (a colon followed by a blank'],
      ['a word for true', 'terms: [{ term: tid, weak: ja }]', '8:32 "weak" should be true or false, not the text "ja"'],
    ]),
  ])('%s', (_, written, ...faults) => expectFaults(written, faults));
});

describe('ids', () => {
  it.each<Case>([
    ['a blank inside', `${HEAD}themes: [{ id: "a b", label: A }]\n`, '5:16 "id" should be letters and digits, with hyphens between them'],
    ['a hyphen at the edge', `${HEAD}themes: [{ id: -a, label: A }]\n`, '5:16 "id" should be letters and digits'],
    ['nothing', `${HEAD}themes: [{ id: "", label: A }]\n`, '5:16 "id" should be letters and digits'],
    [
      'a number',
      `${HEAD}themes: [{ id: 1.10, label: A }]\n`,
      '5:16 "id" should be a text, not the value 1.1 (put it in quotes to make it a text)',
    ],
    ['a truth', `${HEAD}themes: [{ id: true, label: A }]\n`, '5:16 "id" should be a text, not the value true (put it in quotes'],
    [
      'null',
      `${HEAD}themes: [{ id: null, label: A }]\n`,
      '5:16 "id" should be a text, not nothing (write it out; null and ~ are texts only in quotes)',
    ],
    [
      'one that is taken',
      `${HEAD}themes:\n  - { id: a, label: A }\n  - { id: a, label: B }\n`,
      '7:11 the id "a" is taken (it stands on line 6 too',
    ],
    ['one that is taken above it', `${THEME}    themes: [{ id: a, label: B }]\n`, '8:20 the id "a" is taken (it stands on line 6 too'],
    [
      'one that is taken in other code points',
      `${HEAD}themes:\n  - { id: ål, label: A }\n  - { id: a\u030al, label: B }\n`,
      '7:11 the id "ål" is taken',
    ],
    [
      'one that is taken twice',
      `${HEAD}themes:\n  - { id: a, label: A }\n  - { id: a, label: B }\n  - { id: a, label: C }\n`,
      '7:11 the id "a" is taken (it stands on line 6',
      '8:11 the id "a" is taken (it stands on line 6',
    ],
  ])('%s', (_, written, ...faults) => expectFaults(written, faults));
});

describe('roles and groups', () => {
  it.each<Case>([
    ['no role', `title: Bog\nlanguage: da\nroles: {}\n${THEMES}`, '3:8 "roles" should not be empty'],
    ['a list of roles', `title: Bog\nlanguage: da\nroles: [leder]\n${THEMES}`, '3:8 "roles" should be keys with values, not a list'],
    [
      'a mistyped key of a role',
      `title: Bog\nlanguage: da\nroles:\n  leder: { article: en, plurl: ledere, definite: lederne }\n${THEMES}`,
      '4:10 "plural" is missing',
      '4:25 unknown key "plurl" (did you mean "plural"?)',
    ],
    [
      'aliases that are no titles',
      `title: Bog\nlanguage: da\nroles:\n  leder: { article: en, plural: l, definite: l, aliases: [chef, "*", "le*der"] }\n${THEMES}`,
      '4:65 should be a title, with a star at its beginning or end',
      '4:70 should be a title',
    ],
    [
      'a group of unknown roles',
      `${HEAD}groups:\n  alle: [leder, pedel, ledr]\n${THEMES}`,
      '6:17 the role "pedel" is not in the codebook',
      '6:24 the role "ledr" is not in the codebook (did you mean "leder"?)',
    ],
    ['a group with signs of its own', `${HEAD}groups:\n  "50% a/b~c": []\n${THEMES}`, '6:16 "50% a/b~c" should hold at least 1'],
    ['an empty group', `${HEAD}groups:\n  alle: []\n${THEMES}`, '6:9 "alle" should hold at least 1, not 0'],
    ['a group that is no list', `${HEAD}groups:\n  alle: leder\n${THEMES}`, '6:9 "alle" should be a list, not the text "leder"'],
  ])('%s', (_, written, ...faults) => expectFaults(written, faults));
});

describe('a scale', () => {
  const LEVELS = '{ id: lav, label: Lav }, { id: høj, label: Høj }';
  const SCALE = `${HEAD}scale:\n  levels: [${LEVELS}]\n  dimensions: [{ id: ro, label: Ro }]\n`;
  const themes = (...written: string[]): string => `${SCALE}themes:\n${written.map((one) => `  - ${one}\n`).join('')}`;
  const CELL = 'level: lav, dimension: ro';

  it.each<Case>([
    [
      'a level and a dimension it does not have',
      themes('{ id: a, label: A, level: hoj, dimension: uro }'),
      '9:31 the scale has no level "hoj" (did you mean "høj"?)',
      '9:47 the scale has no dimension "uro" (did you mean "ro"?)',
    ],
    ['a level with no dimension', themes('{ id: a, label: A, level: lav }'), '9:24 "level" needs "dimension" beside it'],
    ['a dimension with no level', themes('{ id: a, label: A, dimension: ro }'), '9:24 "dimension" needs "level" beside it'],
    [
      'two themes in one cell',
      themes(`{ id: a, label: A, ${CELL} }`, `{ id: b, label: B, ${CELL} }`),
      '10:31 "lav" of "ro" is described by "a" already (make them sub-themes of one theme, which stands there)',
    ],
    [
      'a part of a theme that stands there itself',
      themes(`{ id: a, label: A, ${CELL}, themes: [{ id: b, label: B, themes: [{ id: c, label: C, level: høj, dimension: ro }] }] }`),
      '9:114 the theme "c" is a part of "a", which stands on the scale itself',
    ],
    [
      'levels of one name',
      `${HEAD}scale: { levels: [{ id: lav, label: L }, { id: lav, label: M }], dimensions: [{ id: lav, label: R }] }\n${THEMES}`,
      '5:48 the id "lav" is taken (it stands on line 5 too; ids are unique among the levels)',
    ],
    [
      'one level',
      `${HEAD}scale: { levels: [{ id: a, label: A }], dimensions: [{ id: ro, label: R }] }\n${THEMES}`,
      '5:18 "levels" should hold at least 2, not 1',
    ],
    [
      'no scale to stand on',
      `${THEME}    level: lav\n    dimension: ro\n`,
      '8:12 the scale has no level "lav" (give the codebook a scale',
      '9:16 the scale has no dimension',
    ],
  ])('%s', (_, written, ...faults) => expectFaults(written, faults));

  it('is read in its order, with themes in their cells', async () => {
    const { scale, allThemes } = await load(themes('{ id: a, label: A, level: høj, dimension: ro }', '{ id: b, label: B }'));
    expect(scale).toEqual({
      title: undefined,
      levels: [
        { id: 'lav', label: 'Lav', definition: undefined },
        { id: 'høj', label: 'Høj', definition: undefined },
      ],
      dimensions: [{ id: 'ro', label: 'Ro' }],
    });
    expect(allThemes.map(({ cell }) => cell)).toEqual([{ level: 'høj', dimension: 'ro' }, undefined]);
  });
});

it('the role of those who ask cannot be had', async () => {
  const found = await faultsIn(HEAD.replace('leder:', 'interviewer:') + THEMES);
  expect(found).toEqual([expect.stringMatching(/^4:\d+ the role "interviewer" is reserved/)]);
});

describe('terms that could never match', () => {
  it.each<Case>(
    inTheme([
      ['a comma', 'terms: ["tid, penge"]', '8:13 "tid," is not a word'],
      ['a lone star', 'terms: [tid, "*"]', '8:18 "*" has no word in it'],
      ['signs alone', 'terms: ["**", "=", "=*"]', '8:13 "**" has no word', '8:19 "=" has no word', '8:24 "=*" has no word'],
      ['a star inside', 'terms: ["bor*er"]', '8:13 "bor*er" has a star inside'],
      ['exact and open', 'terms: ["=led*", "=*led"]', '8:13 "=led*" is both an exact word', '8:22 "=*led" is both an exact word'],
      ['a full stop', 'terms: [bl.a.]', '8:13 "bl.a." is not a word'],
      ['a fault in near', 'terms: [{ near: [tid, "*"], within: 4 }]', '8:13 "*" has no word in it'],
      ['a fault in all', 'terms: [{ all: ["a,b", tid] }]', '8:13 "a,b" is not a word'],
      ['a fault in unless', 'unless: [tid, "bor*er"]', '8:19 "bor*er" has a star inside'],
      ['a fault in the unless of a term', 'terms:\n      - term: tid\n        unless: ["a,b"]', '9:9 "a,b" is not a word'],
      ['a regex of \\b', "terms: [{ regex: '\\bmål' }]", '8:13 \\b knows no æ, ø and å'],
      ['a regex that fits nothing', "terms: [{ regex: 'a*' }]", '8:13 fits nothing at all'],
      ['a regex that is none', "terms: [{ regex: '(a' }]", '8:13 the regex (a cannot be used'],
      ['a regex that looks ahead', "terms: [{ regex: '(?=a)' }]", '8:13 the regex (?=a) cannot be used'],
    ]),
  )('%s', (_, written, ...faults) => expectFaults(written, faults));
});

describe('mappings of terms', () => {
  it.each<Case>(
    inTheme([
      ['one thing to be near', 'terms: [{ near: [a], within: 5 }]', '8:21 "near" should hold at least 2, not 1'],
      ['three things to be near', 'terms: [{ near: [a, b, c], within: 5 }]', '8:21 "near" should hold at most 2, not 3'],
      ['near without within', 'terms: [{ near: [a, b] }]', '8:15 "near" needs "within" beside it'],
      ['within without near', 'terms: [{ term: a, within: 3 }]', '8:24 "within" needs "near" beside it'],
      ['within nothing', 'terms: [{ near: [a, b], within: 0 }]', '8:37 "within" should be at least 1'],
      ['within too much', 'terms: [{ near: [a, b], within: 99 }]', '8:37 "within" should be at most 50'],
      ['within a word', 'terms: [{ near: [a, b], within: fem }]', '8:37 "within" should be a whole number, not the text "fem"'],
      ['within two and a half', 'terms: [{ near: [a, b], within: 2.5 }]', '8:37 "within" should be a whole number, not the value 2.5'],
      ['all of one', 'terms: [{ all: [a] }]', '8:20 "all" should hold at least 2, not 1'],
      ['two ways at once', 'terms: [{ term: a, regex: b }]', '8:13 should hold exactly one of term, near, all or regex'],
      ['no way', 'terms: [{ weak: true }]', '8:13 should hold exactly one of'],
      ['a mistyped way', 'terms: [{ trm: a }]', '8:13 should hold exactly one of', '8:15 unknown key "trm" (did you mean "term"?)'],
      [
        'a text with a colon',
        'terms: [{ sagt: vi har travlt }]',
        '8:13 should hold exactly one of',
        '8:15 unknown key "sagt" (a colon followed by a blank makes a key: put the text in quotes)',
      ],
      ['a term beside a list of weak ones', 'terms: [{ term: a, weak: [b] }]', '8:15 unknown key "term" (known here: weak)'],
      ['exceptions to a list of weak ones', 'terms: [{ weak: [b], unless: [c] }]', '8:26 unknown key "unless" (known here: weak)'],
      ['a list of no weak ones', 'terms: [{ weak: [] }]', '8:21 "weak" should hold at least 1, not 0'],
      ['a list in a list of weak ones', 'terms: [{ weak: [{ weak: [b] }] }]', '8:22 should hold exactly one of', '8:24 unknown key "weak"'],
      ['an impossible weak term', 'terms: [{ weak: [tid, "pen*ge"] }]', '8:27 "pen*ge" has a star inside'],
      ['a weak exception', 'unless: [{ all: [a, b], weak: true }]', '8:29 unknown key "weak"'],
    ]),
  )('%s', (_, written, ...faults) => expectFaults(written, faults));
});

describe('several faults at once', () => {
  it('come in the order of the file', async () => {
    const written = `title: 5
language: de
roles:
  leder: { plural: ledere, definite: lederne, x: y }
themes:
  - { label: A }
  - { id: b, labl: B, terms: tid }
`;
    await expectFaults(written, [
      '1:8 "title" should be a text',
      '2:11 "language" should be one of',
      '4:10 "article" is missing',
      '4:47 unknown key "x"',
      '6:5 "id" is missing',
      '7:5 "label" is missing',
      '7:14 unknown key "labl"',
      '7:30 "terms" should be a list',
    ]);
  });

  it('come in the order of the file too where no schema sees them', async () => {
    const written = `${HEAD}groups:
  alle: [pedel]
themes:
  - id: a
    label: A
    terms: [tid, "*"]
    unless: ["a,b"]
    themes:
      - { id: a, label: B, terms: ["x*y"] }
`;
    await expectFaults(written, ['6:10 "pedel"', '10:18 "*"', '11:14 "a,b"', '13:15 "a" is taken', '13:36 "x*y"']);
  });

  it('are thrown as one when there is one', async () => {
    await expect(load(`${HEAD}themes: []\n`)).rejects.toMatchObject({ name: 'CodifyError' });
    await expect(load('language: da\n')).rejects.toMatchObject({ name: 'CodifyErrors' });
  });
});

describe('faults of YAML, of the shape and of what no schema sees', () => {
  it('are told in one run', async () => {
    const written = `${HEAD}groups: { alle: [pedel] }
themes:
  - id: a
    labl: A
    terms: [*drift, 10, "*", { near: [tid], within: 3 }, { regex: '(a' }]
  - { id: a, label: A, kind: 5 }
`;
    await expectFaults(written, [
      '5:18 the role "pedel"',
      '7:5 "label" is missing',
      '8:5 unknown key "labl"',
      '9:13 *drift without quotes',
      '9:21 should be',
      '9:25 "*" has no word',
      '9:38 "near" should hold at least 2',
      '9:58 the regex (a cannot be used',
      '10:11 the id "a" is taken',
      '10:30 "kind" should be a text',
    ]);
  });

  it('are told by themselves where the YAML cannot be followed', async () => {
    await expectFaults(`${THEME}    terms: [a, b\n    kind: 5\n`, ['9:5 is not valid YAML']);
  });

  it('are one of a file too large to be a codebook, whatever is in it', async () => {
    expect(await faultsIn(`${THEME}    terms: [${'1,'.repeat(100_000)}]\n`)).toEqual([
      expect.stringMatching(/^-:- holds more than 12,000/),
    ]);
    expect(await faultsIn(`${HEAD}${THEMES}# ${'x'.repeat(500_000)}`)).toEqual([expect.stringMatching(/^-:- is larger than 500 kB/)]);
  });

  it('are told up to a number nobody reads', async () => {
    expect((await faultsIn(`${THEME}    terms: [${'1,'.repeat(11_000)}]\n`)).length).toBe(500);
  });
});

it('columns are those of an editor, whatever the line ends and marks before', async () => {
  const written = `\ufeff${HEAD}themes: [{ label: æøå, id: a, terms: ["*"] }]\n`.replaceAll('\n', '\r\n');
  await expectFaults(written, ['5:39 "*" has no word']);
});

describe('what no schema sees', () => {
  it('comes in the order of the file', async () => {
    const book = `title: Bog\nlanguage: da\nthemes:\n  - id: a\n    label: A\n    terms: ["*"]\n  - { id: a, label: B }\ngroups: { g: [x] }\nroles:\n  interviewer: { article: en, plural: er, definite: ne }\n  2: { article: en, plural: to, definite: ne }\n`;
    const places = (await faultsIn(book)).map((fault) => fault.split(' ')[0]);
    expect(places).toEqual(['6:13', '7:11', '8:15', '10:3', '11:3']);
  });

  it('is told of a character cut in half and of one that cannot be seen', async () => {
    expect(await faultsIn(`${HEAD.replace('Bog', '"\\ud800"')}${THEMES}`)).toEqual([expect.stringContaining('holds half of a character')]);
    expect(await faultsIn(`${HEAD}${THEMES}# \u0000\n`)).toEqual([expect.stringMatching(/^\d+:3 holds a control character/)]);
  });
});
