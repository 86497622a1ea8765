import { describe, expect, it } from 'vitest';
import { load } from './book.ts';

const BOOK = `title: Samarbejde på tværs
version: "1.0"
language: da
roles:
  direktør: { article: en, plural: direktører, definite: direktørerne, aliases: ["*direktør"] }
  leder: { article: en, plural: ledere, definite: lederne }
groups:
  ledelsen: [direktør, leder]
themes:
  - id: ildsjæle
    label: Ildsjæle driver værket
    kind: drivkraft
    noun: ildsjæle
    definition: De mennesker, der bærer det hele.
    include: Når nogen gør mere, end de skal.
    exclude: no
    terms: [ildsjæl, { near: [tid, penge], within: 4, weak: true }, { weak: [brænde, { all: [ro, mag] }] }]
    unless: [{ regex: 'ildsjæl i natten' }]
    examples: [Hun er en rigtig ildsjæl.]
    counterexamples: [Jeg cykler på arbejde.]
    themes:
      - id: sårbarhed
        label: Sårbarhed
        terms: [{ all: [alene, sårbar], unless: [{ near: [ikke, alene], within: 2 }] }]
        themes:
          - { id: afløser-24, label: Ingen afløser }
  - id: kultur
    label: Kultur
`;

describe('a good codebook', () => {
  it('is read with everything its author wrote', async () => {
    const book = await load(BOOK);
    expect(book).toMatchObject({ title: 'Samarbejde på tværs', version: '1.0', language: 'da' });
    expect(book.path).toMatch(/kodebog\.yaml$/);
    expect(book.themes[0]).toMatchObject({
      id: 'ildsjæle',
      label: 'Ildsjæle driver værket',
      kind: 'drivkraft',
      noun: 'ildsjæle',
      definition: 'De mennesker, der bærer det hele.',
      include: 'Når nogen gør mere, end de skal.',
      exclude: 'no',
      examples: ['Hun er en rigtig ildsjæl.'],
      counterexamples: ['Jeg cykler på arbejde.'],
    });
  });

  it('keeps the roles in order of rank, and the groups', async () => {
    const { roles, groups } = await load(BOOK);
    expect(roles).toEqual([
      { id: 'direktør', article: 'en', plural: 'direktører', definite: 'direktørerne', aliases: ['*direktør'] },
      { id: 'leder', article: 'en', plural: 'ledere', definite: 'lederne', aliases: [] },
    ]);
    expect(groups).toEqual([{ name: 'ledelsen', roles: ['direktør', 'leder'] }]);
  });

  it('has its terms ready, with what weakens and excepts them', async () => {
    const [ildsjæle] = (await load(BOOK)).themes;
    expect(ildsjæle!.terms.map(({ written, weak, pattern }) => [written, weak, pattern.kind])).toEqual([
      ['ildsjæl', false, 'phrase'],
      ['tid … penge (within 4)', true, 'near'],
      ['brænde', true, 'phrase'],
      ['ro + mag', true, 'all'],
    ]);
    expect(ildsjæle!.unless).toEqual([{ kind: 'regex', source: 'ildsjæl i natten' }]);
    expect(ildsjæle!.themes[0]!.terms[0]!.unless.map(({ kind }) => kind)).toEqual(['near']);
  });

  it('lists every theme before its sub-themes, each with the way to it', async () => {
    const { allThemes, themes } = await load(BOOK);
    expect(allThemes.map(({ path }) => path.join('/'))).toEqual([
      'ildsjæle',
      'ildsjæle/sårbarhed',
      'ildsjæle/sårbarhed/afløser-24',
      'kultur',
    ]);
    expect(allThemes[2]).toBe(themes[0]!.themes[0]!.themes[0]);
  });

  it('gives empty lists where nothing is written', async () => {
    const { version, groups, themes } = await load(`title: Lille
language: en
roles: { leader: { article: a, plural: leaders, definite: the leaders } }
themes: [{ id: a, label: A }]
`);
    expect({ version, groups }).toEqual({ version: undefined, groups: [] });
    expect(themes[0]).toMatchObject({
      kind: undefined,
      noun: undefined,
      terms: [],
      unless: [],
      examples: [],
      counterexamples: [],
      themes: [],
    });
  });

  it('may have a byte-order mark, Windows line ends and composed ids', async () => {
    const book = await load(`\ufeff${BOOK.replace('id: sårbarhed', 'id: sa\u030arbarhed').replaceAll('\n', '\r\n')}`);
    expect(book.allThemes[1]!.id).toBe('sårbarhed');
    expect(book.themes[0]!.definition).toBe('De mennesker, der bærer det hele.');
  });

  it('may have roles whose names mean something to JavaScript', async () => {
    const { roles } = await load(BOOK.replace('  leder:', '  __proto__:').replace('[direktør, leder]', '[direktør, __proto__]'));
    expect(roles.map(({ id }) => id)).toEqual(['direktør', '__proto__']);
  });
});
