import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainText } from '../../src/coding/explain.ts';
import { loadStudy } from '../../src/study/load.ts';
import { ROOT } from '../scenarios/run.ts';
import { codebookOf, codebookWith } from './make.ts';

describe('explainText', () => {
  const codebook = codebookOf([
    {
      id: 'ledelse',
      terms: ['leder', { term: 'tid', weak: true }, { term: 'ro', weak: true }],
      unless: ['leder efter'],
      themes: [{ id: 'råderum', terms: ['råderum'] }],
    },
  ]);

  /** Sentence by sentence: the themes, then what was found. */
  const explained = (text: string): unknown[] =>
    explainText(codebook, text).map(({ themes, evidence }) => [
      themes.map(({ id }) => id),
      evidence.map(({ term, span, outcome }) => `${term.written}: ${text.slice(span.start, span.end)} (${outcome})`),
    ]);

  it('calls strong evidence strong', () => {
    expect(explained('En god leder.')).toEqual([[['ledelse'], ['leder: leder (strong)']]]);
  });

  it('calls weak evidence alone when nothing else of its theme is near, and names no theme', () => {
    expect(explained('Tid. Ja. Tid til råderum.')).toEqual([
      [[], ['tid: Tid (alone)']],
      [[], []],
      [['råderum'], ['tid: Tid (alone)', 'råderum: råderum (strong)']],
    ]);
  });

  it('calls weak evidence supported by other evidence in its sentence or the one beside it', () => {
    expect(explained('Vi har tid. En leder. Ro.')).toEqual([
      [['ledelse'], ['tid: tid (supported)']],
      [['ledelse'], ['leder: leder (strong)']],
      [['ledelse'], ['ro: Ro (supported)']],
    ]);
    expect(explained('Tid og ro.')).toEqual([[['ledelse'], ['tid: Tid (supported)', 'ro: ro (supported)']]]);
  });

  it('names the company of a weak term, and where it stands', () => {
    const company = (text: string): unknown[] =>
      explainText(codebook, text).map(({ evidence }) =>
        evidence.map((one) => one.company.map(({ term, span, beside }) => [term.written, text.slice(span.start, span.end), beside])),
      );
    expect(company('En leder. Tid. Ro.')).toEqual([
      [[]],
      [
        [
          ['leder', 'leder', -1],
          ['ro', 'Ro', 1],
        ],
      ],
      [[['tid', 'Tid', -1]]],
    ]);
    expect(company('Tid og ro.')).toEqual([[[['ro', 'ro', 0]], [['tid', 'Tid', 0]]]]);
    expect(company('Tid og tid. Og en tid.')).toEqual([[[], []], [[]]]);
  });

  it('calls what lies inside an exception blocked, and shows the exception', () => {
    const text = 'Jeg leder efter tid.';
    expect(explained(text)).toEqual([[[], ['leder: leder (blocked)', 'tid: tid (alone)']]]);
    const [blocked, alone] = explainText(codebook, text)[0]!.evidence;
    expect(text.slice(blocked!.blockedBy!.start, blocked!.blockedBy!.end)).toBe('leder efter');
    expect(alone!.blockedBy).toBeUndefined();
  });

  it('calls weak evidence inside an exception blocked, even in company', () => {
    const weak = codebookWith({ term: 'tid', weak: true, unless: ['sparetid', 'på tide'] }, { regex: 'ild\\pL+' });
    const outcomes = explainText(weak, 'Det er på tide, ildsjæle.')[0]!.evidence.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['blocked', 'strong']);
  });

  it('names every theme a sentence bears, parents too, in the order of the codebook', () => {
    expect(explained('Råderum og leder.')).toEqual([
      [
        ['ledelse', 'råderum'],
        ['råderum: Råderum (strong)', 'leder: leder (strong)'],
      ],
    ]);
  });

  it('gives every sentence with its place, also one without evidence', () => {
    const text = ' Ja.  😀 En leder. ';
    expect(explainText(codebook, text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['Ja.', '😀 En leder.']);
  });

  it('has nothing to say of no text', () => {
    expect(explainText(codebook, '')).toEqual([]);
    expect(explainText(codebook, ' \n')).toEqual([]);
  });
});

it('names about one near miss a sentence of the sample', async () => {
  const { codebook, transcripts } = await loadStudy({ paths: [join(ROOT, 'samples/fra-myndighed-til-partner')], columns: {} });
  const said = transcripts.flatMap(({ text, turns }) => turns.map(({ span }) => text.slice(span.start, span.end))).join('\n\n');
  const sentences = explainText(codebook, said);
  const misses = sentences.flatMap(({ nearly }) => nearly).length;
  expect(sentences.length).toBeGreaterThan(1000);
  expect(misses / sentences.length).toBeLessThan(1.2);
  expect(misses / sentences.length).toBeGreaterThan(0.05);
});
