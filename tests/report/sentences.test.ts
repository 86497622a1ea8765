import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/model.ts';
import { reportLanguages } from '../../src/report/languages/index.ts';
import type { Who } from '../../src/report/languages/language.ts';
import { fill, type Kind } from '../../src/report/languages/sentences.ts';

const ROLES: Readonly<Record<'da' | 'en', { chef: Role; leder: Role; group: string }>> = {
  da: {
    chef: { id: 'chef', article: 'en', plural: 'chefer', definite: 'cheferne', aliases: [] },
    leder: { id: 'leder', article: 'en', plural: 'ledere', definite: 'lederne', aliases: [] },
    group: 'ledere på alle niveauer',
  },
  en: {
    chef: { id: 'chief', article: 'a', plural: 'chiefs', definite: 'the chiefs', aliases: [] },
    leder: { id: 'leader', article: 'a', plural: 'leaders', definite: 'the leaders', aliases: [] },
    group: 'leaders at all levels',
  },
};

const NOUNS: Readonly<Record<'da' | 'en', Readonly<Record<Kind, readonly string[]>>>> = {
  da: {
    barrier: ['krydspres', 'en styring, der måler hver for sig'],
    driver: ['frontfigurer', 'en ledelse, der understøtter samarbejde'],
    need: ['politisk forankring', 'et klart billede af, hvad det koster'],
    example: ['samarbejdet med foreninger', 'byggesager, hvor man mødes først'],
    other: ['åbenhed', 'emnet ”Åbenhed”'],
  },
  en: {
    barrier: ['cross-pressure', 'a governance that measures each by itself'],
    driver: ['go-betweens', 'a leadership that supports cooperation'],
    need: ['political anchoring', 'a clear picture of the cost'],
    example: ['work with associations', 'open schools'],
    other: ['openness', 'the subject “Openness”'],
  },
};

const CLAUSES = {
  da: { clause: 'afdelingerne bliver målt på hver sit', contradiction: 'målene også kan samle', initiative: 'fiskerne deler en mole' },
  en: { clause: 'each department is measured by itself', contradiction: 'goals may unite', initiative: 'the fishermen share a pier' },
} as const;

/** Every sentence a report can say in a language, each with other people and nouns, as a text to be read by a person. */
function everySentence(language: 'da' | 'en'): string {
  const words = reportLanguages[language];
  const { sentences } = words;
  const { chef, leder, group } = ROLES[language];
  const of = 18;
  const whos: Who[] = [
    { people: 9, of, role: undefined },
    { people: 2, of, role: { role: chef, of: 4 } },
    { people: 4, of, role: undefined },
    { people: 5, of, role: undefined, group: { name: group, of: 13 } },
    { people: 18, of, role: undefined },
    { people: 14, of, role: undefined },
  ];
  let turn = 0;
  const who = (): string => {
    turn += 1;
    return turn % 7 === 0 ? words.onePerson(turn % 2 === 0 ? leder : undefined) : words.howMany(whos[turn % whos.length]!, turn);
  };
  const lines: string[] = [];
  const add = (
    title: string,
    pool: readonly string[],
    nouns: readonly string[],
    end: string,
    blanks: Record<string, string> = {},
  ): void => {
    // Each list by itself, so that a sentence more in one leaves the others as they are.
    turn = title.length;
    lines.push('', `# ${title}`);
    for (const [i, sentence] of pool.entries()) {
      const noun = nouns[i % nouns.length]!;
      const about = fill(sentences.about[i % sentences.about.length]!, { noun });
      lines.push(`${fill(sentence, { who: who(), noun, about: i % 2 === 0 ? '' : about, ...blanks })}${end}`);
    }
  };
  const nouns = NOUNS[language];
  const { clause, contradiction, initiative } = CLAUSES[language];
  add('touched', sentences.touched.who, nouns.driver, '.');
  add('touched, one person', sentences.touched.one, nouns.driver, ':', { who: words.onePerson(chef) });
  add('touched, no number', sentences.touched.plain, nouns.driver, ':');
  add('follow-ups', sentences.followUps, nouns.driver, ':');
  add('one person', sentences.one, nouns.driver, ':', { who: words.onePerson(leder) });
  add('factors', sentences.factorLists, nouns.driver, ':');
  add('factors, read', sentences.factorCounts.many, nouns.driver, ':', { n: words.count(3) });
  add('factor, read', sentences.factorCounts.one, nouns.driver, ':', { n: words.count(1) });
  for (const [kind, ways] of Object.entries(sentences.supported) as [Kind, (typeof sentences.supported)[Kind]][]) {
    add(`${kind}, supported`, ways.who, nouns[kind], ':');
    add(`${kind}, supported, no number`, ways.plain, nouns[kind], ':');
    add(`${kind}, clause`, sentences.supportedClause[kind].who, nouns[kind], ':', { clause });
    add(`${kind}, clause, no number`, sentences.supportedClause[kind].plain, nouns[kind], ':', { clause });
  }
  const [x = '', y = ''] = [...nouns.driver].reverse();
  add('roles differ', sentences.rolesDiffer, nouns.driver, '.', { a: chef.definite, b: leder.definite, x, y });
  add('initiative', sentences.initiative, nouns.driver, ':', { initiative: 'Østmolen' });
  add('initiative, clause', sentences.initiativeClause, nouns.driver, ':', { initiative: 'Østmolen', clause: initiative });
  add('qualified', sentences.qualified.who, nouns.barrier, ':', { who: words.another(chef) });
  add('qualified, no number', sentences.qualified.plain, nouns.barrier, ':');
  add('contradicted', sentences.contradicted, nouns.barrier, ':');
  add('contradicted, clause', sentences.contradictedClause, nouns.barrier, ':', { clause: contradiction });
  add('contradicted alone', sentences.contradictedAlone, nouns.barrier, ':', {
    about: fill(sentences.about[0]!, { noun: nouns.barrier[1]! }),
  });
  add('thin', sentences.thin, nouns.driver, '.', { n: words.count(1), all: words.number(18) });
  add('workshop', sentences.workshop, nouns.driver, '.', { clause });
  add('basis', sentences.basis, nouns.driver, '.', { basis: words.basis(nouns.driver, ['workshop', 'x']) });
  return `${lines.join('\n').trim()}\n`;
}

describe.each(['da', 'en'] as const)('the sentences in %s', (language) => {
  const text = everySentence(language);
  const said = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const { sentences, ...words } = reportLanguages[language];

  it('are those a person has read', async () => {
    await expect(text).toMatchFileSnapshot(`sentences.${language}.txt`);
  });

  it('open on a capital, leave no blank open, have no doubled mark, and end in one', () => {
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}[^{}]*[^\s.,:][.:]$/u);
    expect(said.filter((sentence) => /[,.] ?[,.:]|\s\s/.test(sentence))).toEqual([]);
  });

  it('never say nobody, or only', () => {
    expect(said.filter((sentence) => /\b(?:ingen|kun|nobody|none|only)\b/i.test(sentence))).toEqual([]);
  });

  it('are at least five of each kind, all different', () => {
    const pools = Object.entries(sentences.supported).flatMap(([kind, ways]) => [
      [kind, ways.who],
      [kind, ways.plain],
      [kind, sentences.supportedClause[kind as Kind].who],
      [kind, sentences.supportedClause[kind as Kind].plain],
    ]) as [string, readonly string[]][];
    expect(pools.filter(([, pool]) => new Set(pool).size < 5)).toEqual([]);
  });

  it('say no more of unreviewed codings than that a subject was touched on', () => {
    const { who, one, plain } = sentences.touched;
    for (const sentence of [...who, ...one, ...plain, ...sentences.followUps, ...sentences.factorLists])
      expect(sentence).not.toMatch(
        /mener|oplever|ønsk|vigtig|hindring|barriere|vanskelig|enig|peger|fremhæver|betyd|brug for|think|want|wish|important|barrier|point/i,
      );
  });

  it('have another word for one who differs', () => {
    expect(words.another(ROLES[language].chef)).toBe({ da: 'en anden chef', en: 'another chief' }[language]);
  });
});

describe('a sentence with blanks', () => {
  it('closes a clause with a comma before it goes on, and has its capitals', () => {
    const noun = 'en ledelse, der støtter';
    expect(fill('{noun} bliver nævnt', { noun })).toBe('En ledelse, der støtter, bliver nævnt');
    expect(fill('Når det gælder {noun}, lyder det', { noun })).toBe('Når det gælder en ledelse, der støtter, lyder det');
    expect(fill('Om {noun}', { noun })).toBe('Om en ledelse, der støtter');
    expect(fill('Se her. {who} mener {noun}', { who: 'mange', noun: 'tid' })).toBe('Se her. Mange mener tid');
  });
});
