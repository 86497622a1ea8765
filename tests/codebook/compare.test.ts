import { describe, expect, it } from 'vitest';
import { compareCodebooks, type CodebookComparison } from '../../src/codebook/compare.ts';
import { load } from './book.ts';

const HEAD = 'title: Bog\nlanguage: da\nroles: { chef: { article: en, plural: chefer, definite: cheferne } }\n';

const book = (themes: readonly string[], head = HEAD): string => `${head}themes:\n${themes.map((theme) => `  - ${theme}\n`).join('')}`;

async function compare(before: string, after: string): Promise<CodebookComparison> {
  return compareCodebooks(await load(before), await load(after));
}

/** What differs in the themes: "old → new: key -before +after, …". */
async function themes(before: readonly string[], after: readonly string[]): Promise<string[]> {
  const { themes: pairs } = await compare(book(before), book(after));
  return pairs
    .filter((pair) => !pair.before || !pair.after || pair.differences.length > 0)
    .map((pair) => {
      const told = pair.differences.map((one) => {
        if (one.change === 'changed') return `${one.key} ${one.before ?? '·'} > ${one.after ?? '·'}`;
        if (one.change !== 'added' && one.change !== 'removed') return `${one.change} ${one.text}`;
        const sign = one.change === 'added' ? '+' : '-';
        return `${sign}${one.of === undefined ? one.key : `${one.key} of ${one.of}`} ${one.text}${one.weak ? ' weak' : ''}${one.theme === undefined ? '' : ` @${one.theme}`}`;
      });
      return `${pair.before?.id ?? '·'} → ${pair.after?.id ?? '·'}: ${told.join('; ')}`;
    });
}

const TID = '{ id: tid, label: Tid, definition: At mangle tid., terms: [travlt, presset*, { term: timer, weak: true }] }';
const RO = '{ id: ro, label: Ro, terms: [pause*] }';

describe('comparing codebooks', () => {
  it('finds nothing in the same book, however its lines and texts are broken', async () => {
    expect(await themes([TID, RO], [TID, RO])).toEqual([]);
    expect(await themes(['{ id: a, label: A, definition: "to  ord" }'], ['{ id: a, label: A, definition: "to ord " }'])).toEqual([]);
    expect(await themes(['{ id: a, label: A, terms: [tid] }'], ['{ id: a, label: A, terms: [{ term: tid }] }'])).toEqual([]);
  });

  it('knows a theme with another id by what it holds, and one with the same id by that', async () => {
    expect(await themes([TID, RO], [TID.replace('id: tid', 'id: travlhed'), RO])).toEqual(['tid → travlhed: id tid > travlhed']);
    expect(await themes([TID], [TID.replace('label: Tid', 'label: Hast')])).toEqual(['tid → tid: label Tid > Hast']);
    expect(await themes([TID], [TID.replace('id: tid, label: Tid', 'id: hast, label: Hast').replace('presset*', 'stress*')])).toEqual([
      'tid → hast: id tid > hast; label Tid > Hast; -terms presset*; +terms stress*',
    ]);
  });

  it('takes the likeliest of several for the renamed one', async () => {
    const half = '{ id: halv, label: Tid, definition: At mangle tid., terms: [travlt] }';
    expect(await themes([TID], [half, TID.replace('id: tid', 'id: hel')])).toEqual(['· → halv: +terms travlt', 'tid → hel: id tid > hel']);
  });

  it('calls themes with little in common removed and added', async () => {
    expect(await themes([TID], ['{ id: penge, label: Penge, terms: [travlt, løn] }'])).toEqual([
      '· → penge: +terms travlt @tid; +terms løn',
      'tid → ·: -terms travlt @penge; -terms presset*; -terms timer weak',
    ]);
  });

  it('follows a theme to another parent, but not one whose parent is renamed', async () => {
    const parent = (id: string, below: string): string => `{ id: ${id}, label: Over, terms: [over], themes: [${below}] }`;
    expect(await themes([parent('over', RO)], [parent('over', ''), RO])).toEqual(['ro → ro: parent over > ·']);
    expect(await themes([parent('over', RO)], [parent('oppe', RO)])).toEqual(['over → oppe: id over > oppe']);
  });

  it('tells of terms that are new, gone, moved, made weak or strong, and of their exceptions', async () => {
    expect(
      await themes(
        ['{ id: a, label: A, terms: [x, { term: y, weak: true }, { term: z, unless: [z og æ] }, q] }', '{ id: b, label: B, terms: [p] }'],
        [
          '{ id: a, label: A, terms: [{ term: x, weak: true }, y, { term: z, unless: [z og ø] }] }',
          '{ id: b, label: B, terms: [p, q, r] }',
        ],
      ),
    ).toEqual(['a → a: weakened x; strengthened y; +unless of z z og ø; -unless of z z og æ; -terms q @b', 'b → b: +terms q @a; +terms r']);
  });

  it.each([
    ['noun', '{ id: a, label: A, noun: x }', '{ id: a, label: A }', 'a → a: noun x > ·'],
    ['examples', '{ id: a, label: A, examples: [x, y] }', '{ id: a, label: A, examples: [y, z] }', 'a → a: +examples z; -examples x'],
    ['counterexamples', '{ id: a, label: A }', '{ id: a, label: A, counterexamples: [x] }', 'a → a: +counterexamples x'],
    [
      'unless',
      '{ id: a, label: A, unless: [{ near: [=x, y*], within: 3 }] }',
      '{ id: a, label: A, unless: ["*z*", { all: [x, y] }, { regex: q+ }] }',
      'a → a: +unless *z*; +unless x + y; +unless /q+/; -unless =x … y* (within 3)',
    ],
  ])('tells of %s', async (_, before, after, told) => expect(await themes([before], [after])).toEqual([told]));

  it('tells what is another on a scale, and which themes stand elsewhere on it', async () => {
    const scale = (levels: string): string => `${HEAD}scale: { levels: [${levels}], dimensions: [{ id: ro, label: Ro }] }\n`;
    const [low, high] = ['{ id: lav, label: Lav }', '{ id: høj, label: Høj }'];
    const before = book(['{ id: a, label: A, level: lav, dimension: ro }'], scale(`${low}, ${high}`));
    const after = book(['{ id: a, label: A, level: høj, dimension: ro }'], scale(`${high}, { id: lav, label: Lav, definition: Lavt. }`));
    const { differences, themes: pairs } = await compare(before, after);
    expect(differences.map((one) => (one.change === 'changed' ? [one.key, one.before, one.after] : []))).toEqual([
      ['scale › levels', 'lav, høj', 'høj, lav'],
      ['scale › lav › definition', undefined, 'Lavt.'],
    ]);
    expect(pairs[0]!.differences).toMatchObject([{ key: 'level', before: 'lav', after: 'høj' }]);
    expect((await compare(before, before)).differences).toEqual([]);
    expect((await compare(book([TID]), before)).differences[0]).toMatchObject({
      key: 'scale › levels',
      before: undefined,
      after: 'lav, høj',
    });
  });

  it('tells of questions of the interview guide that are new, gone or put otherwise', async () => {
    const guide = (...asked: string[]): string => `${HEAD}questions: [${asked.join(', ')}]\n`;
    const [råd, sag] = ['{ id: råd, label: Dit råd?, asked: [råd] }', '{ id: sag, label: En sag?, asked: [sag] }'];
    const { differences } = await compare(book([TID], guide(råd, sag)), book([TID], guide(råd.replace('[råd]', '[bedste råd]'), sag)));
    expect(differences.map((one) => ('text' in one ? [one.change, one.key, one.text] : []))).toEqual([
      ['added', 'questions', 'råd: Dit råd? (bedste råd)'],
      ['removed', 'questions', 'råd: Dit råd? (råd)'],
    ]);
  });

  it('tells when themes, roles and groups stand in another order or hold others', async () => {
    const roles = (text: string): string => HEAD.replace(/roles:.*/, text);
    const forms = '{ article: en, plural: x, definite: y';
    const { differences, roles: pairs } = await compare(
      book([TID, RO], roles(`roles: { chef: ${forms}, aliases: ["*chef"] }, leder: ${forms} } }\ngroups: { alle: [chef, leder] }`)),
      book(
        [RO, TID],
        roles(`roles: { leder: ${forms} }, vikar: ${forms} }, chef: ${forms}, aliases: [] } }\ngroups: { alle: [leder] }`).replace(
          'Bog',
          'Ny bog',
        ),
      ),
    );
    expect(differences.map((one) => (one.change === 'changed' ? [one.key, one.before, one.after] : []))).toEqual([
      ['title', 'Bog', 'Ny bog'],
      ['roles', 'chef, leder', 'leder, chef'],
      ['groups › alle', 'chef, leder', 'leder'],
      ['themes', 'tid, ro', 'ro, tid'],
    ]);
    expect(pairs.map(({ before, after, differences: some }) => [before?.id, after?.id, some.length])).toEqual([
      ['leder', 'leder', 0],
      [undefined, 'vikar', 0],
      ['chef', 'chef', 1],
    ]);
  });
});
