import { describe, expect, it } from 'vitest';
import type { WrittenTerm } from '../../src/codebook/terms.ts';
import { explainText } from '../../src/coding/explain.ts';
import { codebookOf, codebookWith } from './make.ts';

/** What nearly matched, a line each: how, the words, and what is missing or to be added. */
function nearly(text: string, ...terms: WrittenTerm[]): string[] {
  return explainText(codebookWith(...terms), text).flatMap((sentence) =>
    sentence.nearly.map(
      ({ kind, found, missing, add }) =>
        `${kind}: ${found.map(({ start, end }) => text.slice(start, end)).join(' … ')} (${missing ?? `+${add ?? ''}`})`,
    ),
  );
}

describe('of terms that miss a part', () => {
  it('none is named for a part that many terms have', () => {
    expect(nearly('De frivillige var der.', 'frivillige hænder')).toEqual(['missing: frivillige (hænder)']);
    expect(nearly('De frivillige var der.', 'frivillige hænder', 'frivillige kræfter')).toEqual([]);
  });

  it('only those most of whose letters are there', () => {
    const terms = ['frivillige hænder', 'foreningens hus', 'borgmesteren selv'];
    expect(nearly('Foreningens frivillige ringede til borgmesteren.', ...terms)).toEqual([
      'missing: Foreningens (hus)',
      'missing: borgmesteren (selv)',
    ]);
  });
});

describe('a word of the same family', () => {
  it('is named with a wildcard on what it shares, where that is long enough to be one', () => {
    expect(nearly('Det er Forankret.', 'forankring')).toEqual(['family: Forankret (+forankr*)']);
    expect(nearly('Vi bliver målt.', 'måle')).toEqual(['family: målt (+målt)']);
  });

  it.each([
    ['Det er forankret.', 'forankring'],
    ['Vi bliver målt.', 'måle'],
    ['Vi har ildsjælsfolk.', 'ildsjæl'],
    ['Vi har landsbydrift.', 'drift'],
    ['Landsbydriften koster.', '*drift'],
    ['Ring til lederne.', '=leder'],
  ])('%s is found when what explain says is added to %s', (text, term) => {
    const [miss] = explainText(codebookWith(term), text)[0]!.nearly;
    expect(explainText(codebookWith(term, miss!.add!), text)[0]!.themes).toHaveLength(1);
  });

  it('is not what matches, by the term or by another of the theme', () => {
    expect(nearly('Forankringen mangler.', 'forankring')).toEqual([]);
    expect(nearly('Det er forankret.', 'forankring', { term: 'forankr*', weak: true })).toEqual([]);
    expect(nearly('Det er forankret.', 'forankring', 'er')).toEqual([]);
  });

  it('is not a word inside an exception', () => {
    const codebook = codebookOf([{ id: 'emne', terms: ['forankring', 'forankret'], unless: ['forankret i'] }]);
    const [sentence] = explainText(codebook, 'Det er forankret i jord.');
    expect(sentence).toMatchObject({ evidence: [{ outcome: 'blocked' }], nearly: [] });
  });

  it('has its place in the text, however it is spelled', () => {
    expect(nearly('Vi bliver ma\u030alt.', 'måle')).toEqual(['family: ma\u030alt (+målt)']);
    expect(nearly('Vi bliver må\u00adlt.', 'måle')).toEqual(['family: må\u00adlt (+målt)']);
  });

  it('is passed over for a wildcard or regex, whose author has said how far it goes', () => {
    expect(nearly('Vi afmåler det.', 'måle*', { regex: 'måle[rs]' }, '*forankr*')).toEqual([]);
  });
});

describe('a compound', () => {
  it('is named by its beginning or its end', () => {
    expect(nearly('Landsbydrift og driftschef.', 'drift')).toEqual(['compound: Landsbydrift (+*drift)', 'compound: driftschef (+drift*)']);
  });

  it('of a word shorter than five letters tells of nothing', () => {
    expect(nearly('Et tidsskrift.', 'tid')).toEqual([]);
  });
});

describe('a term of several words', () => {
  it('is nearly there when all its parts are but one', () => {
    expect(nearly('Vi måler frivilliges samarbejde.', { all: ['måle', 'samarbejde', 'på =tværs'] })).toEqual([
      'missing: måler … samarbejde (på =tværs)',
    ]);
    expect(nearly('Vi måler.', { all: ['måle', 'samarbejde', 'tværs'] })).toEqual([]);
  });

  it('of two parts needs the longer', () => {
    const pair = { near: ['afhæng*', 'person*'], within: 5 };
    expect(nearly('Vi er afhængige.', pair)).toEqual(['missing: afhængige (person*)']);
    expect(nearly('Vi er to personer.', { near: ['afhængig*', 'person*'], within: 5 })).toEqual([]);
    expect(nearly('Lampen brænder.', 'brænder på')).toEqual(['missing: brænder (på)']);
    expect(nearly('Lampen står på bordet.', 'brænder på')).toEqual([]);
  });

  it('tells of nothing by small words alone', () => {
    expect(nearly('Han går.', 'går imod')).toEqual([]);
    expect(nearly('Han kan gå.', 'kan og kan')).toEqual([]);
  });

  it('is apart when its words are all there, but not as it says', () => {
    expect(nearly('Vi er fælles, men fodslag er det ikke.', 'fælles fodslag')).toEqual(['apart: fælles … fodslag (+)']);
    expect(nearly('Vi er fælles, men det er fodslag ikke.', { near: ['fælles', 'fodslag'], within: 2 })).toEqual([
      'apart: fælles … fodslag (+)',
    ]);
  });

  it('names a part of several words as one', () => {
    expect(nearly('En fornemmelse for det.', { near: ['fornemmelse for', 'magt*'], within: 4 })).toEqual([
      'missing: fornemmelse for (magt*)',
    ]);
  });
});

describe('a weak term', () => {
  it('is named only where it would have company', () => {
    const terms = [
      { term: 'forankring', weak: true },
      { term: 'tid', weak: true },
    ];
    expect(nearly('Det er forankret.', ...terms)).toEqual([]);
    expect(nearly('Det er forankret. Det tager tid.', ...terms)).toEqual([]);
    expect(nearly('Det er forankret, men tager tid.', ...terms)).toEqual(['family: forankret (+forankr*)']);
  });

  it('has no company in what an exception blocks', () => {
    const terms = [
      { term: 'forankring', weak: true },
      { term: 'tid', weak: true, unless: ['tager tid'] },
    ];
    expect(nearly('Det er forankret, men tager tid.', ...terms)).toEqual([]);
  });
});

it('tells only of themes the sentence does not bear', () => {
  const codebook = codebookOf([
    { id: 'a', terms: ['forankring', 'mandat'] },
    { id: 'b', terms: ['forankring'] },
  ]);
  const [sentence] = explainText(codebook, 'Mandatet er forankret.');
  expect(sentence!.themes.map(({ id }) => id)).toEqual(['a']);
  expect(sentence!.nearly.map(({ theme }) => theme.id)).toEqual(['b']);
});
