import { describe, expect, it } from 'vitest';
import type { WrittenTerm } from '../../src/codebook/terms.ts';
import { bearing } from '../../src/coding/bearing.ts';
import { Matcher } from '../../src/coding/matcher.ts';
import type { Codebook } from '../../src/model.ts';
import { codebookOf, codebookWith } from './make.ts';

/** The themes of a turn and the sentences that bear them, from 0. */
function borne(codebook: Codebook, text: string): Record<string, readonly number[]> {
  const sentences = new Matcher(codebook).match(text, { start: 0, end: text.length });
  return Object.fromEntries(bearing(sentences).map(({ theme, sentences: numbers }) => [codebook.allThemes[theme]!.id, numbers]));
}

const weak = (term: string, unless: WrittenTerm[] = []): WrittenTerm => ({ term, weak: true, unless });

describe('strong evidence', () => {
  it('bears its theme alone, in each sentence that holds it', () => {
    expect(borne(codebookWith('ildsjæl'), 'En ildsjæl. Vejret er godt. Flere ildsjæle, mange ildsjæle.')).toEqual({ emne: [0, 2] });
  });

  it('bears nothing inside an exception', () => {
    expect(borne(codebookOf([{ id: 'emne', terms: ['leder'], unless: ['leder efter'] }]), 'Jeg leder efter den.')).toEqual({});
  });

  it('bears its theme beside a hit that is blocked', () => {
    expect(borne(codebookOf([{ id: 'emne', terms: ['leder'], unless: ['leder efter'] }]), 'Jeg leder efter en leder.')).toEqual({
      emne: [0],
    });
  });
});

describe('weak evidence', () => {
  it.each<[string, WrittenTerm[], string, readonly number[]]>([
    ['bears nothing alone', [weak('tid')], 'Vi har god tid.', []],
    ['bears with strong evidence in its sentence', [weak('tid'), 'råderum'], 'Tid og råderum.', [0]],
    ['bears with strong evidence in the sentence after', [weak('tid'), 'råderum'], 'Vi har tid. Vi har råderum.', [0, 1]],
    ['bears with strong evidence in the sentence before', [weak('tid'), 'råderum'], 'Vi har råderum. Vi har tid.', [0, 1]],
    ['bears nothing with strong evidence two sentences on', [weak('tid'), 'råderum'], 'Vi har tid. Ja. Vi har råderum.', [2]],
    ['bears nothing with strong evidence two sentences back', [weak('tid'), 'råderum'], 'Vi har råderum. Ja. Vi har tid.', [0]],
    ['bears with other weak evidence in its sentence', [weak('tid'), weak('plads')], 'Tid og plads.', [0]],
    ['bears with other weak evidence beside it, and that with it', [weak('tid'), weak('plads')], 'Ja. Vi har tid. Vi har plads.', [1, 2]],
    ['bears nothing with itself', [weak('tid')], 'Tid, tid. Tid!', []],
    ['bears nothing with another form of its stem', [weak('leder')], 'Ledelse er at lede. Ledere!', []],
    ['bears nothing with another entry of its stem', [weak('leder'), weak('ledelse')], 'Ledelse er at lede.', []],
    ['bears with an entry of another kind, in other words', [weak('leder'), weak('=ledelse')], 'Ledere i ledelse.', [0]],
    ['bears nothing with another entry in the same word', [weak('leder'), weak('=ledelse'), weak('led*')], 'God ledelse.', []],
    ['bears nothing with a phrase around it', [weak('tid'), weak('god tid')], 'Vi har god tid.', []],
    ['bears with that phrase in other words', [weak('tid'), weak('god tid')], 'Vi har god tid. Tid er alt.', [0, 1]],
    ['bears nothing with a word that matches it in both parts', [weak('tid'), weak('=plads')], 'En plads.', []],
    ['bears with another part of its hyphenated word', [weak('tid'), weak('=plads')], 'En plads-tid.', [0]],
    ['bears nothing inside its exception, whatever stands beside it', [weak('tid', ['god tid']), weak('plads')], 'God tid og plads.', []],
    ['gets no company from what is blocked', [weak('tid'), { term: 'plads', unless: ['god plads'] }], 'Tid og god plads.', []],
    ['counts a phrase, near, all and a regex as evidence', [weak('tid'), { regex: 'r[åa]derum', weak: true }], 'Tid. Et råderum.', [0, 1]],
  ])('%s', (_, terms, text, expected) => {
    expect(borne(codebookWith(...terms), text)).toEqual(expected.length > 0 ? { emne: expected } : {});
  });

  it.each<[string, WrittenTerm]>([
    ['near', { near: ['god', 'ro'], within: 2, weak: true }],
    ['all', { all: ['god', 'ro'], weak: true }],
    ['regex', { regex: 'god ro', weak: true }],
    ['phrase', { term: 'god ro', weak: true }],
  ])('may be of the kind %s', (_, term) => {
    expect(borne(codebookWith(term, 'råderum'), 'Vi har god ro. Og mere.')).toEqual({});
    expect(borne(codebookWith(term, 'råderum'), 'Vi har god ro. Råderum!')).toEqual({ emne: [0, 1] });
  });

  it('gets no company from another theme, not even a sub-theme or its parent', () => {
    const codebook = codebookOf([
      { id: 'over', terms: [weak('tid')], themes: [{ id: 'under', terms: [weak('plads')] }] },
      { id: 'anden', terms: ['råderum'] },
    ]);
    expect(borne(codebook, 'Tid, plads, råderum.')).toEqual({ anden: [0] });
  });
});

describe('several themes', () => {
  it('are borne by one sentence, in the order of the codebook', () => {
    const codebook = codebookOf([
      { id: 'a', terms: ['tid'], themes: [{ id: 'a1', terms: ['ro'] }] },
      { id: 'b', terms: ['plads'] },
    ]);
    const result = borne(codebook, 'Plads. Ro og plads og tid.');
    expect(result).toEqual({ a: [1], a1: [1], b: [0, 1] });
    expect(Object.keys(result)).toEqual(['a', 'a1', 'b']);
  });
});
