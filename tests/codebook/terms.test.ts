import { describe, expect, it } from 'vitest';
import { parseException, parseTerm, TermError, type WrittenTerm } from '../../src/codebook/terms.ts';
import type { WordPattern } from '../../src/model.ts';

/** The words of a plain term. */
function parsePhrase(written: string): readonly WordPattern[] {
  const { pattern } = parseTerm(written);
  if (pattern.kind !== 'phrase') throw new Error(`a phrase was expected, not ${pattern.kind}`);
  return pattern.words;
}

describe('a plain term', () => {
  it.each<[string, WordPattern[]]>([
    ['ildsjæl', [{ kind: 'stem', text: 'ildsjæl' }]],
    ['=leder', [{ kind: 'exact', text: 'leder' }]],
    ['forankr*', [{ kind: 'start', text: 'forankr' }]],
    ['*drift', [{ kind: 'end', text: 'drift' }]],
    ['*sammenhold*', [{ kind: 'part', text: 'sammenhold' }]],
    ['2030', [{ kind: 'stem', text: '2030' }]],
    ['frontfigur-rolle', [{ kind: 'stem', text: 'frontfigur-rolle' }]],
    ["=dsb's", [{ kind: 'exact', text: "dsb's" }]],
    [
      'politisk* =ejerskab for *drift',
      [
        { kind: 'start', text: 'politisk' },
        { kind: 'exact', text: 'ejerskab' },
        { kind: 'stem', text: 'for' },
        { kind: 'end', text: 'drift' },
      ],
    ],
  ])('reads %s', (written, words) => {
    expect(parsePhrase(written)).toEqual(words);
  });

  it.each<[string, string, string]>([
    ['capitals', 'ILDSJÆL', 'ildsjæl'],
    ['letters in two pieces', 'a\u030aben', 'åben'],
    ['a soft hyphen', 'sam\u00adarbejde', 'samarbejde'],
    ['a curly apostrophe', 'dsb’s', "dsb's"],
    ['a hyphen that does not break', 'front\u2011figur', 'front-figur'],
    ['blanks around', '  tid\n', 'tid'],
  ])('compares without %s', (_, written, text) => {
    expect(parsePhrase(written)).toEqual([{ kind: 'stem', text }]);
  });

  it('takes any blanks between words', () => {
    expect(parsePhrase('fælles \n\u00a0fodslag').map(({ text }) => text)).toEqual(['fælles', 'fodslag']);
  });

  it.each<[string, string]>([
    ['', '"" has no word in it'],
    ['*', '"*" has no word in it'],
    ['**', '"**" has no word in it'],
    ['=', '"=" has no word in it'],
    ['tid =', '"=" has no word in it'],
    ['=tid*', '"=tid*" is both an exact word and a beginning or end'],
    ['=*tid', '"=*tid" is both an exact word and a beginning or end'],
    ['sam*arbejde', '"sam*arbejde" has a star inside'],
    ['tid**', '"tid**" has a star inside'],
    ['tid,', '"tid," is not a word'],
    ['ledere/chefer', '"ledere/chefer" is not a word'],
    ['tid – ro', '"–" is not a word'],
    ['-tid', '"-tid" is not a word'],
    ['samarbejds-', '"samarbejds-" is not a word'],
    ['(tid)', '"(tid)" is not a word'],
    ['god "tid"', '""tid"" is not a word'],
    ['==tid', '"==tid" is not a word'],
    ['😀', '"😀" is not a word'],
  ])('refuses %j, which could never match', (written, message) => {
    expect(() => parsePhrase(written)).toThrow(TermError);
    expect(() => parsePhrase(written)).toThrow(message);
  });
});

describe('a term', () => {
  it('reads a plain text as a strong phrase', () => {
    const words = [
      { kind: 'stem', text: 'fælles' },
      { kind: 'stem', text: 'fodslag' },
    ];
    expect(parseTerm('Fælles fodslag')).toEqual({ written: 'Fælles fodslag', pattern: { kind: 'phrase', words }, weak: false, unless: [] });
  });

  it.each<[WrittenTerm, string, unknown]>([
    [{ term: '=tid' }, '=tid', { kind: 'phrase', words: [{ kind: 'exact', text: 'tid' }] }],
    [
      { near: ['politiker', 'al magt'], within: 5 },
      'politiker … al magt (within 5)',
      {
        kind: 'near',
        items: [
          [{ kind: 'stem', text: 'politiker' }],
          [
            { kind: 'stem', text: 'al' },
            { kind: 'stem', text: 'magt' },
          ],
        ],
        within: 5,
      },
    ],
    [
      { all: ['måle', 'sam*'] },
      'måle + sam*',
      { kind: 'all', items: [[{ kind: 'stem', text: 'måle' }], [{ kind: 'start', text: 'sam' }]] },
    ],
    [{ regex: 'mål(er|t) på' }, '/mål(er|t) på/', { kind: 'regex', source: 'mål(er|t) på' }],
  ])('reads %j', (written, shown, pattern) => {
    expect(parseTerm(written)).toEqual({ written: shown, pattern, weak: false, unless: [] });
  });

  it('reads weak and unless beside any kind', () => {
    const exceptions: WrittenTerm[] = ['god tid', { regex: 'tid nok' }];
    for (const written of [{ term: 'tid' }, { near: ['tid', 'ro'], within: 2 }, { all: ['tid', 'ro'] }, { regex: 'tid' }]) {
      const term = parseTerm({ ...written, weak: true, unless: exceptions });
      expect(term.weak).toBe(true);
      expect(term.unless).toEqual(exceptions.map(parseException));
      expect(term.pattern).toEqual(parseTerm(written).pattern);
    }
  });

  it('reads a regex in NFC, as text is compared', () => {
    expect(parseTerm({ regex: 'a\u030aben' }).pattern).toEqual({ kind: 'regex', source: 'åben' });
  });

  it.each<[string, WrittenTerm, string]>([
    ['a word of a phrase', { term: 'god *' }, '"*" has no word in it'],
    ['an item of near', { near: ['tid', 'ro,'], within: 2 }, '"ro," is not a word'],
    ['an item of all', { all: ['=tid*', 'ro'] }, '"=tid*" is both'],
    ['an exception', { term: 'tid', unless: ['god', '*'] }, '"*" has no word in it'],
    ['an exception that is a regex', { term: 'tid', unless: [{ regex: '(' }] }, 'the regex ( cannot be used'],
  ])('refuses %s that could never match', (_, written, message) => {
    expect(() => parseTerm(written)).toThrow(TermError);
    expect(() => parseTerm(written)).toThrow(message);
  });

  it.each<[string, string]>([
    ['mål(er', 'missing closing )'],
    ['(?=mål)', 'invalid or unsupported Perl syntax'],
    ['(m)\\1', 'invalid escape sequence'],
    ['\\bmål', '\\b knows no æ, ø and å'],
    ['må\\w+', '\\w knows no æ, ø and å'],
    ['[\\w-]+', '\\w knows no æ, ø and å'],
    ['\\\\\\b', '\\b knows no æ, ø and å'],
    ['(mål)?', 'it fits nothing at all'],
    ['', 'it fits nothing at all'],
  ])('refuses the regex %j and says why', (regex, message) => {
    expect(() => parseTerm({ regex })).toThrow(TermError);
    expect(() => parseTerm({ regex })).toThrow(`the regex ${regex} cannot be used: `);
    expect(() => parseTerm({ regex })).toThrow(message);
  });

  it('takes a backslash before a letter that is no escape', () => {
    expect(parseTerm({ regex: '\\\\b' }).pattern).toEqual({ kind: 'regex', source: '\\\\b' });
  });
});
