import { describe, expect, it } from 'vitest';
import { codeTranscripts } from '../../src/coding/code.ts';
import type { Codebook, Coding, Transcript } from '../../src/model.ts';
import { codebookOf, codebookWith, transcriptOf } from './make.ts';

const code = (codebook: Codebook, ...transcripts: Transcript[]): readonly Coding[] => codeTranscripts(codebook, transcripts).codings;
const quoteOf = ({ transcript, span }: Coding): string => transcript.text.slice(span.start, span.end);
const hitsOf = ({ transcript, hits }: Coding): string[] => hits.map(({ span }) => transcript.text.slice(span.start, span.end));
/** Each coding as "theme: quote". */
const listed = (codings: readonly Coding[]): string[] => codings.map((coding) => `${coding.theme.path.join('/')}: ${quoteOf(coding)}`);

describe('a coding', () => {
  it('says who said what where, and is a proposal of the rules', () => {
    const transcript = transcriptOf(['I: Hvem er ildsjæl?', 'R1: Ja. En ildsjæl! Nej.']);
    const codebook = codebookWith('ildsjæl');
    const [coding, ...more] = code(codebook, transcript);
    expect(more).toEqual([]);
    expect(coding).toMatchObject({ turn: 1, sentences: { first: 1, last: 1 }, origin: 'rule', status: 'suggested', stance: undefined });
    expect(coding!.theme).toBe(codebook.themes[0]);
    expect(coding!.transcript).toBe(transcript);
    expect(coding!.participant).toBe(transcript.participants.get('R1'));
    expect(quoteOf(coding!)).toBe('En ildsjæl!');
    expect(coding!.hits).toMatchObject([{ term: codebook.themes[0]!.terms[0], span: { start: 31, end: 38 } }]);
  });

  it('quotes the file’s own characters', () => {
    const said = '  Vi *har*\n  “mål” – sam\u00adarbejde 😀 på Å!  ';
    const transcript = transcriptOf([`R1: ${said.normalize('NFD')}`]);
    expect(code(codebookWith('samarbejde'), transcript).map(quoteOf)).toEqual([said.trim().normalize('NFD')]);
  });

  it('holds all hits of its theme in its sentences, in the order of the text', () => {
    const codebook = codebookWith('ro', 'tid', { near: ['tid', 'ro'], within: 9 }, { term: 'plads', weak: true });
    expect(code(codebook, transcriptOf(['R1: Tid, plads, ro. Tid.'])).map(hitsOf)).toEqual([
      ['Tid', 'Tid, plads, ro', 'plads', 'ro', 'Tid'],
    ]);
  });

  it('holds no hit that lies inside an exception, and none of another theme', () => {
    const codebook = codebookOf([
      { id: 'a', terms: ['leder'], unless: ['leder efter'] },
      { id: 'b', terms: ['=leder', 'nøgle'] },
    ]);
    const codings = code(codebook, transcriptOf(['R1: En leder leder efter nøgler.']));
    expect(codings.map(hitsOf)).toEqual([['leder'], ['leder', 'leder', 'nøgler']]);
  });
});

describe('a quote', () => {
  const codebook = codebookWith('tid', 'ro');

  it.each<[string, string[], string[]]>([
    ['is one where sentences beside each other bear the theme', ['R1: Ja. Tid. Ro! Nej.'], ['Tid. Ro!']],
    ['ends at a sentence that does not', ['R1: Tid. Ja. Ro. Ro.'], ['Tid.', 'Ro. Ro.']],
    ['ends with its turn', ['R1: Ja. Tid.', 'R1: Ro. Ja.'], ['Tid.', 'Ro.']],
    ['may be all of a turn', ['R1: Tid og ro'], ['Tid og ro']],
    ['goes on over a line break', ['R1: Tid er\ngodt. Ro\ner bedre.'], ['Tid er\ngodt. Ro\ner bedre.']],
  ])('%s', (_, turns, quotes) => {
    expect(code(codebook, transcriptOf(turns)).map(quoteOf)).toEqual(quotes);
  });

  it('takes up the sentence of weak evidence beside it', () => {
    const weak = codebookWith('råderum', { term: 'tid', weak: true });
    const codings = code(weak, transcriptOf(['R1: Tid. Råderum. Tid. Tid.']));
    expect(codings.map(quoteOf)).toEqual(['Tid. Råderum. Tid.']);
  });

  it('gets no company for weak evidence from another turn', () => {
    const weak = codebookWith('råderum', { term: 'tid', weak: true });
    expect(code(weak, transcriptOf(['R1: Tid.', 'R1: Råderum.', 'R1: Tid.'])).map(quoteOf)).toEqual(['Råderum.']);
  });
});

describe('an interviewer', () => {
  it('is never coded, and never counted among the sentences', () => {
    const coded = codeTranscripts(codebookWith('tid'), [transcriptOf(['I: Har I tid? Tid nok?', 'R1: Ja, tid. Nej.', 'I: Tid!'])]);
    expect(coded.codings.map(quoteOf)).toEqual(['Ja, tid.']);
    expect(coded.sentences).toBe(2);
    expect(coded.codings[0]!.score).toBeCloseTo(Math.log(3 / 2));
  });

  it('parts a respondent’s quotes, and gives no company', () => {
    const codebook = codebookWith('råderum', { term: 'tid', weak: true });
    const turns = ['R1: Råderum.', 'I: Tid.', 'R1: Råderum.', 'I: Råderum.', 'R2: Tid.'];
    expect(code(codebook, transcriptOf(turns)).map(quoteOf)).toEqual(['Råderum.', 'Råderum.']);
  });

  it('is not who has no known role', () => {
    expect(code(codebookWith('tid'), transcriptOf(['?: Vi har tid.']))).toHaveLength(1);
  });
});

describe('sub-themes', () => {
  const codebook = codebookOf([
    {
      id: 'ledelse',
      terms: ['leder'],
      themes: [
        { id: 'vilkår', terms: ['vilkår'], themes: [{ id: 'tid', terms: ['tid'] }] },
        { id: 'mandat', terms: ['mandat'] },
      ],
    },
  ]);
  const codes = (text: string): string[] => listed(code(codebook, transcriptOf([`R1: ${text}`])));

  it.each<[string, string, string[]]>([
    ['a theme is named where it is the deepest', 'En leder.', ['ledelse: En leder.']],
    ['a sub-theme is named by its path', 'Tid.', ['ledelse/vilkår/tid: Tid.']],
    ['a sub-theme speaks for its parent', 'En leder med mandat.', ['ledelse/mandat: En leder med mandat.']],
    ['and for its parent’s parent', 'En leder med vilkår og tid.', ['ledelse/vilkår/tid: En leder med vilkår og tid.']],
    ['also where the theme between does not bear it', 'En leder med tid.', ['ledelse/vilkår/tid: En leder med tid.']],
    ['siblings stand side by side', 'Vilkår, mandat.', ['ledelse/vilkår: Vilkår, mandat.', 'ledelse/mandat: Vilkår, mandat.']],
    ['a parent keeps its other sentences', 'En leder. Leder med mandat.', ['ledelse: En leder.', 'ledelse/mandat: Leder med mandat.']],
    [
      'a parent’s quote is parted where a sub-theme bears the sentence',
      'En leder. Leder med mandat. En leder.',
      ['ledelse: En leder.', 'ledelse/mandat: Leder med mandat.', 'ledelse: En leder.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('do not silence their parent by evidence that is blocked, or weak and alone', () => {
    const weak = codebookOf([
      { id: 'a', terms: ['leder'], themes: [{ id: 'b', terms: [{ term: 'tid', weak: true }, 'ro'], unless: ['i ro'] }] },
    ]);
    expect(listed(code(weak, transcriptOf(['R1: En leder i ro har tid.'])))).toEqual(['a: En leder i ro har tid.']);
  });

  it('do not count as company for their parent', () => {
    const weak = codebookOf([{ id: 'a', terms: [{ term: 'leder', weak: true }], themes: [{ id: 'b', terms: ['ro'] }] }]);
    expect(listed(code(weak, transcriptOf(['R1: En leder. Ro.'])))).toEqual(['a/b: Ro.']);
  });
});

describe('several codings', () => {
  const codebook = codebookOf([
    { id: 'a', terms: ['tid'] },
    { id: 'b', terms: ['ro', 'leder'] },
  ]);

  it('are given to a sentence that bears several themes, each with its own hits', () => {
    const codings = code(codebook, transcriptOf(['R1: Ro og tid.']));
    expect(listed(codings)).toEqual(['a: Ro og tid.', 'b: Ro og tid.']);
    expect(codings.map(hitsOf)).toEqual([['tid'], ['Ro']]);
  });

  it('stand in the order of the interviews, then of the text, then of the codebook', () => {
    const codings = code(codebook, transcriptOf(['R1: Ro. Ja. Tid. Ro.', 'R2: Tid og ro.'], '2'), transcriptOf(['R1: Ro.'], '1'));
    expect(codings.map(({ transcript }) => transcript.id)).toEqual(['2', '2', '2', '2', '2', '1']);
    expect(listed(codings)).toEqual(['b: Ro.', 'a: Tid.', 'b: Ro.', 'a: Tid og ro.', 'b: Tid og ro.', 'b: Ro.']);
  });

  it('are none for no interviews, and for a codebook without terms', () => {
    expect(codeTranscripts(codebook, [])).toMatchObject({ codings: [], sentences: 0 });
    expect(codeTranscripts(codebookOf([{ id: 'a' }]), [transcriptOf(['R1: Tid. Ro.'])])).toMatchObject({ codings: [], sentences: 2 });
  });

  it('are the same for the same interviews, whatever is coded beside them', () => {
    const transcript = transcriptOf(['R1: Ro. Ja. Tid. Ro.', 'R2: Tid og ro.']);
    const places = (codings: readonly Coding[]): unknown[] => codings.map(({ id, span, hits }) => ({ id, span, hits }));
    const alone = code(codebook, transcript);
    const among = code(codebook, transcriptOf(['R1: Tid.'], 'før'), transcript).filter((coding) => coding.transcript === transcript);
    expect(places(among)).toEqual(places(alone));
    expect(code(codebook, transcript)).toEqual(alone);
  });
});

describe('an id', () => {
  const codebook = codebookOf([{ id: 'a', terms: ['tid'], themes: [{ id: 'b', terms: ['ro', 'uro'] }] }]);
  const ids = (...turns: string[]): string[] => code(codebook, transcriptOf(turns)).map(({ id }) => id);
  const [tid] = ids('R1: Vi har tid.');

  it('is 12 hex digits that no later version may change, for decisions are kept by it', () => {
    expect(tid).toBe('2a839b485b2d');
    expect(ids('R1: Vi har ro.')).toEqual(['431174f93a8f']);
  });

  it.each<[string, string[]]>([
    ['turns come before it', ['I: Nå?', 'R2: Ja. Nej.', 'R1: Vi har tid.']],
    ['other quotes come before it', ['R1: Ro.', 'R1: Vi har tid.']],
    ['a sentence comes before it in its turn', ['R1: Goddag. Vi har tid.']],
    ['another person says it', ['R2: Vi har tid.']],
    ['only signs, blanks and capitals change', ['R1: vi  har, TID!']],
  ])('stays when %s', (_, turns) => {
    expect(ids(...turns)).toContain(tid);
  });

  it('stays when its letters come in two pieces', () => {
    const composed = 'R1: Også på åen har vi tid.';
    expect(ids(composed.normalize('NFD'))).toEqual(ids(composed));
  });

  it('stays when other terms of the theme find it', () => {
    const other = codebookOf([{ id: 'a', terms: [{ regex: 't.d' }, 'har'] }]);
    expect(code(other, transcriptOf(['R1: Vi har tid.'])).map(({ id }) => id)).toEqual([tid]);
  });

  it.each<[string, string[]]>([
    ['a word of the quote changes', ['R1: Vi havde tid.']],
    ['the quote grows', ['R1: Vi har tid. Tid!']],
  ])('changes when %s', (_, turns) => {
    expect(ids(...turns)).not.toContain(tid);
  });

  it('is another in another interview', () => {
    expect(code(codebook, transcriptOf(['R1: Vi har tid.'], 'andet'))[0]!.id).not.toBe(tid);
  });

  it('is another for another theme on the same words', () => {
    const two = codebookOf([
      { id: 'a', terms: ['tid'] },
      { id: 'c', terms: ['tid'] },
    ]);
    const [first, second] = code(two, transcriptOf(['R1: Vi har tid.'])).map(({ id }) => id);
    expect(first).toBe(tid);
    expect(second).not.toBe(tid);
    const elsewhere = codebookOf([{ id: 'b', themes: [{ id: 'a', terms: ['tid'] }] }]);
    expect(code(elsewhere, transcriptOf(['R1: Vi har tid.']))[0]!.id).not.toBe(tid);
  });

  it('is another each time the same words are said, and the first keeps its own', () => {
    const repeated = ids('R1: Vi har tid.', 'R2: Vi har tid.', 'R1: Ja. Vi har tid. Ja. Vi har tid.');
    expect(repeated[0]).toBe(tid);
    expect(new Set(repeated).size).toBe(4);
  });
});

describe('a score', () => {
  const scores = (codebook: Codebook, ...transcripts: Transcript[]): (number | undefined)[] =>
    code(codebook, ...transcripts).map(({ score }) => score);
  const ln = Math.log;

  it('is ln((1+S)/(1+s)) of a term: S sentences of respondents in the run, s with the term', () => {
    const one = transcriptOf(['R1: Tid. Ja. Nej. Tid.', 'I: Tid. Tid.'], '1');
    const two = transcriptOf(['R1: Jo. Tid og tid. Nå. Nå. Nå.'], '2');
    const expected = ln((1 + 9) / (1 + 3));
    for (const score of scores(codebookWith('tid'), one, two)) expect(score).toBeCloseTo(expected, 12);
    expect(scores(codebookWith('tid'), one, two)).toHaveLength(3);
  });

  it('is the sum over the distinct terms of the quote', () => {
    const transcript = transcriptOf(['R1: Tid og ro, tid. Ro er tid. Nej. Ja. Jo. Tid.']);
    const [both, tid] = scores(codebookWith('tid', 'ro', 'råderum'), transcript);
    expect(both).toBeCloseTo(ln(7 / 4) + ln(7 / 3), 12);
    expect(tid).toBeCloseTo(ln(7 / 4), 12);
  });

  it('counts the entries of one stem once', () => {
    const transcript = transcriptOf(['R1: Ledelse og ledere. Ja. Nej.']);
    expect(scores(codebookWith('leder', 'ledelse'), transcript)[0]).toBeCloseTo(ln(4 / 2), 12);
  });

  it('halves weak terms', () => {
    const transcript = transcriptOf(['R1: Tid og ro. Ja. Nej.']);
    expect(scores(codebookWith('ro', { term: 'tid', weak: true }), transcript)[0]).toBeCloseTo(1.5 * ln(4 / 2), 12);
    expect(scores(codebookWith({ term: 'ro', weak: true }, { term: 'tid', weak: true }), transcript)[0]).toBeCloseTo(ln(4 / 2), 12);
  });

  it('takes a term that is both weak and strong for strong', () => {
    const transcript = transcriptOf(['R1: En leder. Ja. Nej.']);
    const weak = { term: 'ledelse', weak: true };
    expect(scores(codebookWith(weak, 'leder'), transcript)[0]).toBeCloseTo(ln(4 / 2), 12);
    expect(scores(codebookWith('leder', weak), transcript)[0]).toBeCloseTo(ln(4 / 2), 12);
  });

  it('does not count sentences in which the term lies inside an exception', () => {
    const codebook = codebookOf([{ id: 'a', terms: ['leder'], unless: ['leder efter'] }]);
    expect(scores(codebook, transcriptOf(['R1: Han leder efter dem. En leder. Ja.']))[0]).toBeCloseTo(ln(4 / 2), 12);
  });

  it('counts sentences by theme, each with its own exceptions', () => {
    const codebook = codebookOf([
      { id: 'a', terms: ['leder'], unless: ['leder efter'] },
      { id: 'b', terms: ['leder'] },
    ]);
    const [first, second] = scores(codebook, transcriptOf(['R1: En leder. Ja. Han leder efter dem.']));
    expect(first).toBeCloseTo(ln(4 / 2), 12);
    expect(second).toBeCloseTo(ln(4 / 3), 12);
  });

  it('is 0 where every sentence has the term', () => {
    expect(scores(codebookWith('tid'), transcriptOf(['R1: Tid.', 'R1: Tid.']))).toEqual([0, 0]);
  });
});
