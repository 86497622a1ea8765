import { describe, expect, it } from 'vitest';
import type { WrittenTerm } from '../../src/codebook/terms.ts';
import { Matcher } from '../../src/coding/matcher.ts';
import type { Codebook } from '../../src/model.ts';
import { codebookOf, codebookWith } from './make.ts';

function hitsIn(codebook: Codebook, text: string): { words: string; start: number; blockedBy: string | undefined }[] {
  const sentences = new Matcher(codebook).match(text, { start: 0, end: text.length });
  return sentences.flatMap(({ hits }) =>
    hits.map(({ span, blockedBy }) => ({
      words: text.slice(span.start, span.end),
      start: span.start,
      blockedBy: blockedBy && text.slice(blockedBy.start, blockedBy.end),
    })),
  );
}

/** The words of the text at each place one term is found. */
function found(term: WrittenTerm, text: string): string[] {
  return hitsIn(codebookWith(term), text).map(({ words }) => words);
}

describe('a word', () => {
  it.each<[string, string, string, string[]]>([
    ['a plain word finds all forms with its stem, in any case', 'ildsjæl', 'Ildsjæle er ILDSJÆLEN selv.', ['Ildsjæle', 'ILDSJÆLEN']],
    ['a plain word is found by any of its forms', 'ledelserne', 'God ledelse.', ['ledelse']],
    ['stems are Snowball’s, coarse as they are', 'leder', 'En ledig ledelse leder.', ['ledig', 'ledelse', 'leder']],
    ['stems keep apart what Snowball keeps apart', 'måle', 'Vi målte og har målt.', []],
    ['a plain word is not looked for inside compounds', 'drift', 'Busdriften og driftslederen.', []],
    ['an exact word finds that form only, in any case', '=leder', 'Leder, ledere, LEDER.', ['Leder', 'LEDER']],
    ['a beginning finds words that begin with it', 'forankr*', 'Forankringen er uforankret og forankr.', ['Forankringen', 'forankr']],
    ['an end finds words that end on it', '*drift', 'Drift og busdrift i driften.', ['Drift', 'busdrift']],
    [
      'a part finds words that hold it anywhere',
      '*arbejd*',
      'Arbejde, samarbejdet, medarbejd, værk.',
      ['Arbejde', 'samarbejdet', 'medarbejd'],
    ],
    ['digits are letters of a word', '=2030', 'I 2030, ikke 20301.', ['2030']],
    ['æ, ø and å are letters, not borders', '=ben', 'åben ben benå', ['ben']],
    ['signs are borders', '=tid', '(tid)/tid–tid.', ['tid', 'tid', 'tid']],
    ['an apostrophe inside belongs to the word, whichever is typed', "=dsb's", 'DSB’s og DSB.', ['DSB’s']],
    ['quotation marks around do not', '=tid', "Han kalder det 'tid' og ’tid’.", ['tid', 'tid']],
    ['a soft hyphen in the text is not there for comparing', 'samarbejde', 'Et sam\u00adarbejde.', ['sam\u00adarbejde']],
    ['nor is one in the term', 'sam\u00adarbejde', 'Et samarbejde.', ['samarbejde']],
  ])('%s', (_, term, text, expected) => {
    expect(found(term, text)).toEqual(expected);
  });

  it.each<[string, string, string, string[]]>([
    ['its parts are words too', 'rolle', 'En frontfigur-rolle.', ['rolle']],
    ['each kind of term sees the parts', '=front', 'En front-figur.', ['front']],
    ['the whole is a word', '=front-figur', 'En front-figur.', ['front-figur']],
    ['the whole word is the hit where it matches itself', 'front*', 'En front-figur.', ['front-figur']],
    ['else the first part that matches is', 'leder', 'En ny-leder-ledelse.', ['leder']],
    ['hyphens that do not break lines are hyphens', '=rolle', 'En leder\u2011rolle og en chef\u2010rolle.', ['rolle', 'rolle']],
    ['whichever hyphen is typed', '=leder-rolle', 'En leder\u2011rolle.', ['leder\u2011rolle']],
    ['a dash makes no such word', '=leder-rolle', 'En leder–rolle.', []],
    ['a hyphen at the end is no part of it', 'samarbejds*', 'Samarbejds- og driftsaftaler.', ['Samarbejds']],
  ])('of a hyphenated word %s', (_, term, text, expected) => {
    expect(found(term, text)).toEqual(expected);
  });

  it('has the stems of the codebook’s language', () => {
    const text = 'The leaders lead.';
    expect(hitsIn(codebookOf([{ id: 'emne', terms: ['leader'] }], 'en'), text).map(({ words }) => words)).toEqual(['leaders']);
  });

  it('that stands twice in the list is found twice, once for each entry', () => {
    expect(hitsIn(codebookWith('leder', { term: 'ledelse', weak: true }), 'En leder.')).toHaveLength(2);
  });

  it('is still known after thousands of other words', () => {
    const matcher = new Matcher(codebookWith('ildsjæl'));
    for (let round = 0; round < 10; round += 1) {
      const many = Array.from({ length: 1000 }, (_, i) => `ord${round}x${i}`).join(' ');
      const text = `${many} ildsjæle ${many}`;
      const hits = matcher.match(text, { start: 0, end: text.length }).flatMap((sentence) => sentence.hits);
      expect(hits.map(({ span }) => text.slice(span.start, span.end))).toEqual(['ildsjæle']);
    }
  });
});

describe('a phrase', () => {
  it.each<[string, string, string, string[]]>([
    ['finds its words next to each other', 'fælles fodslag', 'Vi har fælles fodslag, ikke et fodslag i fælles.', ['fælles fodslag']],
    ['takes each word by its own kind', 'politisk* =ejerskab', 'Politiske ejerskab. Politisk ejerskabet.', ['Politiske ejerskab']],
    ['takes plain words by their stem', 'stor leder', 'De store ledere.', ['store ledere']],
    ['is found each time it stands there', 'igen og', 'Igen og igen og igen.', ['Igen og', 'igen og']],
    ['overlaps itself', '=nej =nej', 'Nej nej nej', ['Nej nej', 'nej nej']],
    ['needs all of its words', 'står og falder', 'Det står og', []],
    ['begins inside a hyphenated word at the part that matches', 'rolle er', 'En leder-rolle er svær.', ['rolle er']],
    ['ends inside one after the part that matches', '=en leder', 'Det er en leder-rolle.', ['en leder']],
    ['goes on across a hyphenated word', '=en rolle =er', 'En leder-rolle er svær.', ['En leder-rolle er']],
    ['is not the parts of one hyphenated word', 'leder rolle', 'En leder-rolle.', []],
  ])('%s', (_, term, text, expected) => {
    expect(found(term, text)).toEqual(expected);
  });

  it.each([' ', '   ', '\n', '\t', '\u00a0', '** ', ' **', '* *', '_ _', ' ~~', '` `', '\\\n', ' \u00ad', '\ufeff '])(
    'goes on across blanks and Markdown marks: %j',
    (gap) => {
      const phrase = `fælles${gap}fodslag`;
      expect(found('fælles fodslag', `Vi har **${phrase}** nu`)).toEqual([phrase]);
    },
  );

  it.each([', ', ',', '. ', '; ', ': ', ' – ', '-', ' - ', '- ', ' (', ') ', '/', '" ', ' ”', '’ ', '… ', ' 😀 ', ' og ', ' 2 ', '[', '#'])(
    'does not go on across anything else: %j',
    (gap) => {
      expect(found('fælles fodslag', `Vi har fælles${gap}fodslag nu`)).toEqual([]);
    },
  );

  it('does not go on into the next sentence, even where only an empty line divides them', () => {
    expect(found('fælles fodslag', 'Vi har fælles\n\nFodslag er godt')).toEqual([]);
  });
});

describe('near', () => {
  const magt = (within: number): WrittenTerm => ({ near: ['politiker', 'magt'], within });

  it.each<[string, WrittenTerm, string, string[]]>([
    ['finds both at the greatest distance allowed', magt(3), 'Politikerne har al magt her.', ['Politikerne har al magt']],
    ['finds nothing a word further apart', magt(2), 'Politikerne har al magt her.', []],
    ['finds neighbours within 1', magt(1), 'Politikerne magter.', ['Politikerne magter']],
    ['minds no order', magt(3), 'Magten har de politikere.', ['Magten har de politikere']],
    ['looks across commas', magt(3), 'Politikere, magt.', ['Politikere, magt']],
    ['does not look into the next sentence', magt(9), 'De er politikere. Magt er andet.', []],
    ['needs both', magt(9), 'Magt, magt.', []],
    ['counts a hyphenated word as one position', magt(2), 'Politikere a-b-c magt.', ['Politikere a-b-c magt']],
    [
      'finds every pair',
      magt(9),
      'Magt, politiker, magt, politiker.',
      ['Magt, politiker', 'Magt, politiker, magt, politiker', 'politiker, magt', 'magt, politiker'],
    ],
    [
      'finds each pair of two that are the same once',
      { near: ['ledelse', 'leder'], within: 1 },
      'Leder leder leder.',
      ['Leder leder', 'leder leder'],
    ],
    ['is not one word that is both', { near: ['led*', '*er'], within: 5 }, 'Vi har ledere.', []],
    [
      'takes phrases, and counts from the last word to the first',
      { near: ['begge verdener', 'to liv'], within: 2 },
      'Begge verdener er to liv.',
      ['Begge verdener er to liv'],
    ],
    [
      'counts so in the other order too',
      { near: ['begge verdener', 'to liv'], within: 2 },
      'To liv i begge verdener.',
      ['To liv i begge verdener'],
    ],
    ['does not pair phrases that share a word', { near: ['ikke nok', 'nok tid'], within: 5 }, 'Der er ikke nok tid.', []],
    ['takes every kind of word', { near: ['=leder', '*drift'], within: 2 }, 'En leder i busdrift.', ['leder i busdrift']],
  ])('%s', (_, term, text, expected) => {
    expect(found(term, text)).toEqual(expected);
  });
});

describe('all', () => {
  it.each<[string, string[], string, string[]]>([
    [
      'finds its items anywhere in a sentence, in any order',
      ['måle', 'samarbejde'],
      'Samarbejde, ja, det kan man ikke måle.',
      ['Samarbejde, ja, det kan man ikke måle'],
    ],
    ['needs all of them', ['måle', 'samarbejde', 'tid'], 'Vi måler samarbejde.', []],
    ['needs them in one sentence', ['måle', 'samarbejde'], 'Vi vil måle. Samarbejde er godt.', []],
    [
      'gives one hit a sentence, from the first of each',
      ['måle', 'tid'],
      'Tid at måle, tid at måle. Mål tiden.',
      ['Tid at måle', 'Mål tiden'],
    ],
    ['takes phrases', ['begge verdener', 'bro'], 'En bro til begge verdener.', ['bro til begge verdener']],
    ['may find two items in one word', ['led*', '*er'], 'Vi er ledere her.', ['er ledere']],
  ])('%s', (_, all, text, expected) => {
    expect(found({ all }, text)).toEqual(expected);
  });
});

describe('a regex', () => {
  it.each<[string, string, string, string[]]>([
    ['finds what it fits, in any case', 'mål(er|t) på', 'Vi MÅLER PÅ det og blev målt på.', ['MÅLER PÅ', 'målt på']],
    ['folds æ, ø and å too', 'ØRE|ÆGTE|ÅR', 'øre, ægte, år', ['øre', 'ægte', 'år']],
    ['begins at the border of a word', 'ben|ret|st', 'åben, øret, øst, æst', []],
    ['ends at the border of a word', 'm|gr|p', 'må, grøn, på, mæ', []],
    ['a digit is no border', 'punkt', 'punkt2 2punkt punkt', ['punkt']],
    ['signs and hyphens are borders', 'tid', '(tid)/tid-tid, "tid"', ['tid', 'tid', 'tid', 'tid']],
    ['finds words that share the blank between them', 'nej', 'nej nej nej', ['nej', 'nej', 'nej']],
    ['gives back letters to end at a border', 'mål[a-zæøå ]*', 'Målet på åen.', ['Målet på åen']],
    ['stays inside a sentence', 'travlt[^!]*tid', 'Vi har travlt. Tid er penge.', []],
    ['knows the beginning of a sentence', '^vi', 'Vi kan, vi vil. Vi gør.', ['Vi', 'Vi']],
    ['knows letters as \\pL', 'for\\pL+', 'Forår og for.', ['Forår']],
  ])('%s', (_, regex, text, expected) => {
    expect(found({ regex }, text)).toEqual(expected);
  });

  it('is found where no other term is near', () => {
    expect(hitsIn(codebookWith('ildsjæl', { regex: '\\d+ %' }), 'Kun 40 % kom.').map(({ words }) => words)).toEqual(['40 %']);
  });
});

describe('places', () => {
  const decomposed = 'Åben på målet'.normalize('NFD');

  it('count the two units of an emoji', () => {
    for (const term of ['=god tid', { regex: 'god tid' }, { near: ['god', 'tid'], within: 1 }, { all: ['god', 'tid'] }])
      expect(hitsIn(codebookWith(term), '😀 Ja. 👍🏽 God tid')).toEqual([{ words: 'God tid', start: 12, blockedBy: undefined }]);
  });

  it.each<[string, WrittenTerm, string]>([
    ['a word', 'målet', 'målet'],
    ['a form', '=på', 'på'],
    ['a phrase', 'på målet', 'på målet'],
    ['near', { near: ['målet', '=åben'], within: 2 }, 'Åben på målet'],
    ['all', { all: ['=åben', '=på'] }, 'Åben på'],
    ['a regex', { regex: 'på m\\pL+' }, 'på målet'],
  ])('are those of the file where its letters are in two pieces: %s', (_, term, words) => {
    const text = `Ja, ${decomposed}.`;
    const expected = words.normalize('NFD');
    expect(hitsIn(codebookWith(term), text)).toEqual([{ words: expected, start: text.indexOf(expected), blockedBy: undefined }]);
  });

  it('of a part are right after letters in two pieces', () => {
    const text = 'På-gå-mål'.normalize('NFD');
    expect(hitsIn(codebookWith('=mål'), text)).toEqual([{ words: 'mål'.normalize('NFD'), start: 8, blockedBy: undefined }]);
  });

  it('are right when only another turn of the file is in two pieces', () => {
    const text = `${decomposed}\nGod tid på målet`;
    const turn = { start: decomposed.length + 1, end: text.length };
    const [sentence] = new Matcher(codebookWith('=målet')).match(text, turn);
    expect(sentence!.hits.map(({ span }) => span)).toEqual([{ start: text.length - 5, end: text.length }]);
  });

  it('are right in file after file, composed or not', () => {
    const matcher = new Matcher(codebookWith('målet', { regex: 'målet' }));
    for (const text of ['På målet', 'På målet'.normalize('NFD'), 'Åben på målet', 'Åben på målet'.normalize('NFD')]) {
      const [sentence] = matcher.match(text, { start: 0, end: text.length });
      expect(sentence!.hits.map(({ span }) => text.slice(span.start, span.end).normalize('NFC'))).toEqual(['målet', 'målet']);
    }
  });

  it('of a term written in two pieces are found in composed text', () => {
    expect(found('=målet'.normalize('NFD'), 'På målet.')).toEqual(['målet']);
    expect(found({ regex: 'm[å]l'.normalize('NFD') }, 'Et mål.')).toEqual(['mål']);
  });

  it('are looked at inside the turn only', () => {
    const text = 'tid tid tid';
    const [sentence] = new Matcher(codebookWith('tid', { regex: 'tid' })).match(text, { start: 4, end: 7 });
    expect(sentence!.hits.map(({ span }) => span)).toEqual([
      { start: 4, end: 7 },
      { start: 4, end: 7 },
    ]);
  });

  it('stand in the order of the text', () => {
    const codebook = codebookWith('tid', 'god', { regex: 'ja' }, 'god tid');
    expect(hitsIn(codebook, 'Ja, god tid. Tid til ja.').map(({ words }) => words)).toEqual(['Ja', 'god', 'god tid', 'tid', 'Tid', 'ja']);
  });
});

describe('an exception', () => {
  const blocked = (codebook: Codebook, text: string): (string | undefined)[] => hitsIn(codebook, text).map(({ blockedBy }) => blockedBy);

  it.each<[string, WrittenTerm, WrittenTerm, string, (string | undefined)[]]>([
    ['blocks a hit that lies inside it', 'leder', 'leder efter', 'Han leder efter nøgler.', ['leder efter']],
    ['blocks a hit that is the same words', 'leder', '=ledig', 'En ledig leder.', ['ledig', undefined]],
    ['blocks each hit inside it', 'tid', 'tid og tid', 'Tid og tid.', ['Tid og tid', 'Tid og tid']],
    ['does not block what reaches out of it', 'leder efter tid', 'leder efter', 'Han leder efter tid.', [undefined]],
    ['does not block what only meets it', 'god leder', 'leder efter', 'En god leder efter alt.', [undefined]],
    ['does not block in another sentence', 'leder', 'leder efter', 'Han leder efter. En leder.', ['leder efter', undefined]],
    ['may be near', 'mål', { near: ['mål', 'fodbold'], within: 3 }, 'Mål i fodbold. Et mål.', ['Mål i fodbold', undefined]],
    ['may be all', 'mål', { all: ['mål', 'fodbold'] }, 'Fodbold er jo fuld af mål.', ['Fodbold er jo fuld af mål']],
    ['may be a regex', 'mål', { regex: '\\d+ mål' }, 'De 12 mål og et mål.', ['12 mål', undefined]],
    ['blocks a regex too', { regex: 'mål' }, 'tre mål', 'Tre mål, et mål.', ['Tre mål', undefined]],
    ['blocks by a part of a hyphenated word only that part', '=rolle', '=leder', 'En leder-rolle.', [undefined]],
  ])('%s', (_, term, unless, text, expected) => {
    expect(blocked(codebookOf([{ id: 'emne', terms: [term], unless: [unless] }]), text)).toEqual(expected);
    const mapping = typeof term === 'string' ? { term } : term;
    expect(blocked(codebookWith({ ...mapping, unless: [unless] }), text)).toEqual(expected);
  });

  it('of a term blocks no other term of the theme', () => {
    const codebook = codebookWith({ term: 'leder', unless: ['leder efter'] }, '=leder');
    expect(blocked(codebook, 'Han leder efter nøgler.')).toEqual(['leder efter', undefined]);
  });

  it('of a theme blocks all its terms', () => {
    const codebook = codebookOf([{ id: 'emne', terms: ['leder', '=leder'], unless: ['leder efter'] }]);
    expect(blocked(codebook, 'Han leder efter nøgler.')).toEqual(['leder efter', 'leder efter']);
  });

  it('of a theme blocks neither its sub-themes, nor its parent, nor another theme', () => {
    const codebook = codebookOf([
      {
        id: 'over',
        terms: ['=leder'],
        themes: [{ id: 'selv', terms: ['leder'], unless: ['leder efter'], themes: [{ id: 'under', terms: ['led*'] }] }],
      },
      { id: 'anden', terms: ['*leder'] },
    ]);
    const [sentence] = new Matcher(codebook).match('Han leder efter.', { start: 0, end: 16 });
    expect(sentence!.hits.filter((hit) => hit.blockedBy).map((hit) => codebook.allThemes[hit.rule.theme]!.id)).toEqual(['selv']);
    expect(sentence!.hits).toHaveLength(4);
  });
});

describe('a sentence', () => {
  it('in which nothing is found is still given', () => {
    const sentences = new Matcher(codebookWith('ildsjæl')).match('Ja. Nej. En ildsjæl.', { start: 0, end: 20 });
    expect(sentences.map(({ span, hits }) => [span.start, hits.length])).toEqual([
      [0, 0],
      [4, 0],
      [9, 1],
    ]);
  });

  it('is not there in a turn without words', () => {
    expect(new Matcher(codebookWith('ildsjæl', { regex: 'a' })).match('  \n', { start: 0, end: 3 })).toEqual([]);
  });
});
