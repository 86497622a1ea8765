import { describe, expect, it } from 'vitest';
import { check, completeBook } from './books.ts';

/** What one rule says of a piece of a codebook. */
async function said(rule: string, piece: string, interview?: string): Promise<string[]> {
  const { problems } = await check(completeBook(piece), [], interview);
  return problems
    .filter((problem) => problem.rule === rule)
    .map(({ message, hint }) => (hint === undefined ? message : `${message} → ${hint}`));
}

const two = (a: string, b: string): string => `themes:\n  - { id: tid, label: Tid, ${a} }\n  - { id: penge, label: Penge, ${b} }`;

describe('the self-test', () => {
  it('says what was found instead, and what of the theme did not count', async () => {
    const piece = `
themes:
  - id: tid
    label: Tid
    terms: [travlt, { term: tid, weak: true }, frist]
    unless: [sidste frist]
    examples: [Der er penge og tid., Det er sidste frist.]
  - { id: penge, label: Penge, terms: [penge] }`;
    expect(await said('missed-example', piece)).toEqual([
      'the example is not tagged with "tid": "tid" is weak and alone; found penge instead',
      'the example is not tagged with "tid": "frist" stands inside an exception',
    ]);
  });

  it.each([
    ['terms: [=leder]', 'Lederen lytter.', '"Lederen" is another form of "=leder": add =lederen'],
    ['terms: [forankring]', 'Det er forankret.', '"forankret" is not an inflection of "forankring": add forankr*'],
    ['terms: ["*drift"]', 'Havnedriften koster.', '"Havnedriften" is another form of "*drift": add "*drift*"'],
    ['terms: [politisk ejerskab]', 'Det politiske mangler.', '"politiske" is nearly "politisk ejerskab", but "ejerskab" is missing'],
    ['terms: [{ near: [politiker, magt], within: 1 }]', 'Politikerne har al den magt.', 'too far apart'],
    ['terms: [tid]\nthemes: [{ id: jag, label: Jag, terms: [travlhed] }]', 'Her er travlt.', 'travlhed'],
    ['terms: [tid]', 'Her er travlt.', 'nothing was found'],
  ])('says what was nearest: %s, %s', async (terms, example, nearest) => {
    expect(await said('missed-example', `${terms}\nexamples: ["${example}"]`)).toEqual([expect.stringContaining(nearest)]);
  });

  it('takes a sub-theme for its theme, in examples and counterexamples', async () => {
    const piece = (key: string): string => `${key}: [Vi har travlt.]\nterms: [tid]\nthemes: [{ id: jag, label: Jag, terms: [travlt] }]`;
    expect(await said('missed-example', piece('examples'))).toEqual([]);
    expect(await said('hit-counterexample', piece('counterexamples'))).toHaveLength(1);
  });

  it('is not held of a theme whose terms are broken or not there', async () => {
    expect(await said('missed-example', 'terms: ["bor*er"]\nexamples: [Borgeren kom.]')).toEqual([]);
    expect(await said('missed-example', 'examples: [Borgeren kom.]')).toEqual([]);
  });
});

describe('terms that say the same', () => {
  it.each([
    ['a phrase and a pattern of all its words are not the same', 'terms: [fælles fodslag, { all: [fælles, fodslag] }]', 0],
    ['near with another distance is not the same', 'terms: [{ near: [a, b], within: 3 }, { near: [a, b], within: 4 }]', 0],
    ['in another order they are', 'terms: [{ all: [tid, penge, ro] }, { all: [ro, tid, penge] }]', 1],
    ['weak or not, they are', 'terms: [tid, { term: Tid, weak: true }]', 1],
  ])('%s', async (_, piece, times) => expect(await said('term-twice', piece)).toHaveLength(times));

  it('are told of in two themes only where each is enough by itself', async () => {
    expect(await said('term-in-two-themes', two('terms: [tid]', 'terms: [{ term: tid, unless: [høj tid] }]'))).toEqual([]);
    expect(await said('term-in-two-themes', 'terms: [tid]\nthemes: [{ id: jag, label: Jag, terms: [tid] }]')).toEqual([]);
    expect(await said('same-stem', two('terms: [leder]', 'terms: [ledig]'))).toEqual([
      '"ledig" and "leder" in "tid" have the same stem and find the same words → keep one, or write = before a word to find that form alone',
    ]);
    expect(await said('same-stem', two('terms: [leder]', 'terms: [{ term: ledig, weak: true }, ro]'))).toEqual([]);
  });
});

describe('a term swallowed by a wider one', () => {
  it.each([
    ['terms: [leder, =ledelse]', 1],
    ['terms: [=ledelse, leder]', 1],
    ['terms: ["*drift", havnedrift]', 0],
    ['terms: ["*drift", =havnedrift]', 1],
    ['terms: ["*drift*", havnedrift]', 1],
    ['terms: ["*drift*", "*drift"]', 1],
    ['terms: [drift*, "*drift*"]', 1],
    ['terms: [drift, drift*]', 1],
    ['terms: [{ near: [drift, plan*], within: 3 }, "*plan*"]', 1],
    ['terms: [{ term: plan*, weak: true }, planlagt]', 0],
    ['terms: [plan*, { term: planlagt, weak: true }]', 1],
    ['terms: [{ term: plan*, unless: [en plan] }, planlagt]', 0],
    ["terms: [plan*, { regex: 'plan(en|er)' }]", 0],
  ])('%s', async (piece, times) => expect(await said('swallowed-term', piece)).toHaveLength(times));
});

describe('a theme to use instead', () => {
  it.each([
    ['Brug penge.', 0],
    ['Lederen: brug penge eller tid. Andet: brug penge', 0],
    ['Lederen: brug Penge, tid eller ledelse.', 1],
    ['Lederen: brug jord eller luft.', 2],
    ['Andres brug af tid, og når der bruges penge.', 0],
    ['Lederen: brug sund fornuft.', 0],
  ])('%s', async (exclude, times) =>
    expect(await said('unknown-theme', two(`exclude: "${exclude}"`, 'terms: [penge]'))).toHaveLength(times),
  );
});

it.each([
  ['label: "[skriv her]"', 1],
  ['definition: "…"', 1],
  ['definition: Mangler på tid.', 0],
  ['definition: "TODO: skriv den"', 1],
  ['examples: [TODO er et ord, vi bruger.]', 0],
])('a template: %s', async (piece, times) =>
  expect(await said('template-text', two(piece.replace('label', 'noun'), 'terms: [penge]'))).toHaveLength(times),
);

it.each([
  ['ja', 1],
  ['"2026-05-01"', 1],
  ['"1e3"', 1],
  ['"1900"', 1],
  ['norge', 0],
  ['covid-19', 0],
])('the id %s', async (id, times) => expect(await said('misread-id', `themes: [{ id: ${id}, label: A }]`)).toHaveLength(times));

it.each([
  ['tid', 'TID', 1],
  ['tid', 'ti\u034fd', 1],
  ['tid', 'ｔｉｄ', 1],
  ['a\u030al', 'Ål', 1],
  ['tid', 'tider', 0],
])('the ids %s and %s', async (a, b, times) =>
  expect(await said('lookalike-id', `themes: [{ id: ${a}, label: A }, { id: ${b}, label: B }]`)).toHaveLength(times),
);

describe('on interviews', () => {
  it('a term counts as found where it was found, whether or not it counted', async () => {
    const piece = 'terms: [travlt, { term: tid, weak: true }, stress]';
    expect(await said('never-found', piece, 'Det er tid. Ja.')).toEqual([
      '2 of 3 terms of "arbejde" are not found in the interviews: "travlt", "stress"',
    ]);
  });

  it('what the interviewer says is nobody’s', async () => {
    expect(await said('never-found', 'terms: [går]', 'Ja.')).toHaveLength(1);
  });

  it('a theme is mentioned where one of its sub-themes is', async () => {
    const piece = 'terms: [ro]\nthemes: [{ id: jag, label: Jag, terms: [travlt] }, { id: hvil, label: Hvil, terms: [hvile] }]';
    expect(await said('unmentioned-theme', piece, 'Vi har travlt.')).toEqual(['nobody in the interviews mentions "hvil"']);
  });

  it('themes are inseparable when the rarer hardly stands alone, and not when one is a part of the other', async () => {
    const talk = `${'Vi har travlt i dag. '.repeat(10)}${'Vi har travlt. '.repeat(10)}`;
    expect(await said('inseparable-themes', two('terms: [travlt]', 'terms: [i dag]'), talk)).toEqual([
      '10 of the 10 sentences of "penge" are of "tid" too → make one a sub-theme of the other, or say in their terms what sets them apart',
    ]);
    expect(await said('inseparable-themes', two('terms: [travlt]', 'terms: [i dag]'), `${talk}${'Kom i dag. '.repeat(5)}`)).toEqual([]);
  });
});
