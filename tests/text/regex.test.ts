import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { checkRegex, WordRegex } from '../../src/text/regex.ts';
import { runs } from '../chance.ts';

const found = (source: string, sentence: string): string[] =>
  new WordRegex(source).find(sentence).map(({ start, end }) => sentence.slice(start, end));

describe('where a pattern matches', () => {
  it.each<[string, string, string, string[]]>([
    ['a whole word', 'mål', 'målet, formål, mål', ['mål']],
    ['not before æ, ø or å', 's', 'så søs sæson s', ['s']],
    ['not after æ, ø or å', 'l', 'øl, ål, æl, l', ['l']],
    ['a word of æ, ø or å alone', 'ø', 'øl på ø', ['ø']],
    ['not before a loose accent', 'a', 'a\u0301 a', ['a']],
    ['not beside a digit', 'kr', '5kr kr5 kr', ['kr']],
    ['a part of a hyphenated word', 'mål', 'mål-styring', ['mål']],
    ['inside marks', 'mål', '„mål“ (mål) **mål**', ['mål', 'mål', 'mål']],
    ['in any case', 'Ålborg', 'ÅLBORG ålborg', ['ÅLBORG', 'ålborg']],
    ['several words', 'mål(er|t) på', 'Vi måler på det, vi har målt på før.', ['måler på', 'målt på']],
    ['the longer choice where only that ends at a border', 'mål|målene', 'målene', ['målene']],
    ['neighbours that share one blank', 'ja', 'ja ja ja', ['ja', 'ja', 'ja']],
    ['neighbours of several words that share one blank', 'så \\pL+', 'så går så står', ['så går', 'så står']],
    ['from left to right without overlap', 'ja ja', 'ja ja ja ja ja', ['ja ja', 'ja ja']],
    ['the beginning of the sentence', '^vi', 'Vi ved, vi kan', ['Vi']],
    ['the end of the sentence', 'kan$', 'kan vi, så kan', ['kan']],
    ['each side of a choice at borders', 'mål|kr', 'måler mål okr kr', ['mål', 'kr']],
    ['with groups of its own', '(?P<en>mål) (?:er|var) (sat)', 'et mål er sat', ['mål er sat']],
    ['a letter of any alphabet', '\\pL+erne', 'lederne og æblerne', ['lederne', 'æblerne']],
    ['emoji', '🙂', '🙂 ja 🙂', ['🙂', '🙂']],
    ['nowhere', 'mål', 'Vi har travlt.', []],
    ['nothing in nothing', 'mål', '', []],
  ])('%s', (_, source, sentence, matches) => {
    expect(found(source, sentence)).toEqual(matches);
  });

  it('gives places in UTF-16 units', () => {
    expect(new WordRegex('mål').find('😀 mål, mål')).toEqual([
      { start: 3, end: 6 },
      { start: 8, end: 11 },
    ]);
  });

  it('forgets the sentence before', () => {
    const regex = new WordRegex('mål');
    expect(regex.find('mål mål')).toHaveLength(2);
    expect(regex.find('mål')).toHaveLength(1);
  });
});

describe('patterns that are refused', () => {
  it('are those RE2 refuses or that fit nothing, whatever is written', () => {
    const piece = fc.constantFrom(
      'a',
      'å',
      ' ',
      '(',
      ')',
      '(?:',
      '|',
      '?',
      '*',
      '+',
      '.',
      '{2}',
      '{1,3}',
      '{40}',
      '{0}',
      '\\p{L}',
      '-',
      'ab',
    );
    const isRefused = (source: string): boolean => {
      try {
        checkRegex(source);
        return false;
      } catch {
        return true;
      }
    };
    const isUseless = (source: string): boolean => {
      try {
        return RE2JS.compile(source).matches('');
      } catch {
        return true;
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const source = pieces.join('');
        expect(isRefused(source)).toBe(isUseless(source));
      }),
      { numRuns: runs(5000) },
    );
  });

  it.each(['\\bmål', 'mål\\b', '\\Bmål', '\\w+', 'mål\\W', '[\\w-]+', '\\\\\\b', '(a|\\b)', '[[:alpha:]]+'])(
    '%s, which knows no æ, ø and å',
    (source) => {
      expect(() => checkRegex(source)).toThrow(/knows no æ, ø and å/);
    },
  );

  it('but not a backslash that is itself escaped', () => {
    expect(found('\\\\b', 'c:\\b')).toEqual(['\\b']);
  });

  it.each(['', 'a*', 'x?', '(mål)?', 'mål|', '^', '$', '^$', '(?:)'])('%j, which fits nothing at all', (source) => {
    expect(() => checkRegex(source)).toThrow(/fits nothing at all/);
  });

  it.each(['(mål', 'mål)', 'a)(b', '[a', 'mål\\', '(?=mål)', '(?<!mål)', '(a)\\1', '(a{1000}){1000}', '*mål'])(
    '%s, which is no RE2',
    (source) => {
      expect(() => checkRegex(source)).toThrow(/error parsing regexp/);
    },
  );
});

describe('patterns that hang other engines', () => {
  it.each([
    ['(a+)+b', 'a'.repeat(10_000)],
    ['(a|aa)+b', 'a'.repeat(10_000)],
    ['(x+x+)+y', 'x'.repeat(5_000)],
    ['(?:a?){40}a{40}', 'a'.repeat(39)],
    ['(.*)(.*)(.*)(.*)(.*)x', 'y '.repeat(2_000)],
    [`${'a?'.repeat(30)}${'a'.repeat(30)}`, 'a'.repeat(29)],
    [`${'(a|aa|å)'.repeat(30)}x`, 'a'.repeat(50)],
    ['\\p{L}*\\p{L}*\\p{L}*x', 'a'.repeat(5_000)],
    ['(\\p{L}*a|a){0,9}x', 'a'.repeat(5_000)],
    [`${'(\\p{L}+ ){0,9}'.repeat(9)}x`, 'så '.repeat(5_000)],
  ])('%s comes to an end', (source, sentence) => {
    expect(found(source, sentence)).toEqual([]);
  });
});

const { tie: sources } = fc.letrec<{ tie: string; leaf: string }>((tie) => ({
  leaf: fc.constantFrom('a', 'å', 'ø', 'så', ' ', ',', '-', '\\p{L}', '[aø]', '[^a]', '.', '\\s+'),
  tie: fc.oneof(
    { maxDepth: 2 },
    tie('leaf'),
    fc.tuple(tie('tie'), tie('tie')).map(([a, b]) => a + b),
    fc.tuple(tie('tie'), tie('tie')).map(([a, b]) => `(${a}|${b})`),
    fc.tuple(tie('tie'), fc.constantFrom('?', '*', '+', '{1,2}', '+?')).map(([a, many]) => `(?:${a})${many}`),
  ),
}));

it('whatever the pattern, it matches what a backtracking engine with borders on both sides matches', () => {
  const sentences = fc
    .array(fc.constantFrom('a', 'å', 'Å', 'ø', 's', 'så', ' ', ' ', ',', '-'), { maxLength: 14 })
    .map((some) => some.join(''));
  fc.assert(
    fc.property(sources, sentences, (source, sentence) => {
      fc.pre(!new RegExp(`^(?:${source})$`, 'u').test(''));
      const plain = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${source})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
      const matches = [...sentence.matchAll(plain)].map(([match]) => match);
      // Two matches that are nothing but commas may share a border that only a lookbehind sees.
      fc.pre(matches.every((match) => /^\p{L}/u.test(match) && /\p{L}$/u.test(match)));
      expect(found(source, sentence)).toEqual(matches);
    }),
    { numRuns: runs(150) },
  );
});

it('letters and their cases are the same to both engines', () => {
  const latin = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).filter(
    (char) => /[\p{L}\p{N}]/u.test(char) && char !== 'ſ',
  );
  const all = latin.join(' ');
  for (const char of latin) {
    const matcher = RE2JS.compile(`(?i:${char})`).matcher(all);
    const same: number[] = [];
    while (matcher.find()) same.push(matcher.start());
    expect(new WordRegex(char).find(all).map(({ start }) => start)).toEqual(same);
  }
  const [a, twoLetters] = [new WordRegex('a'), new WordRegex('a\\p{L}')];
  for (let code = 0; code < 0x2070; code += 1) {
    const char = String.fromCharCode(code);
    expect(a.find(`a${char}`)).toHaveLength(/[\p{L}\p{M}\p{N}]/u.test(char) ? 0 : 1);
  }
  for (const char of latin) expect(twoLetters.find(`a${char}`)).toHaveLength(/\p{L}/u.test(char) ? 1 : 0);
});

it('words and choices, which need no automaton, match what RE2 matches', () => {
  const words = fc.constantFrom('så', 'a', 'ås', 's', 'ß', 'k', 'ſ', 'i', 'ı');
  const piece = fc.oneof(
    words,
    fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => `(${some.join('|')})`),
    fc.constantFrom(' ', ', ', '-', '.', 'å?', '( a)?', '(?:s)?', '(\\p{L}+ )?', '(\\p{L}+ ){0,2}', '(\\p{L}+ ){1,2}', '\\p{L}*'),
  );
  const said = fc.constantFrom(
    'så',
    'Så',
    'a',
    'ås',
    'S',
    'ss',
    'ẞ',
    '\u212a',
    'ſ',
    'İ',
    'ı',
    'I',
    'a\u0301',
    '🙂',
    ' ',
    ' ',
    ', ',
    '-',
    '.',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.array(said, { maxLength: 12 }), (pieces, sentence) => {
      const source = pieces.join('');
      fc.pre(!new RegExp(`^(?:${source})$`, 'u').test(''));
      const matches: string[] = [];
      const text = sentence.join('');
      const matcher = RE2JS.compile(`(?:\\A|[^\\p{L}\\p{M}\\p{N}])((?i:${source}))(?:[^\\p{L}\\p{M}\\p{N}]|\\z)`).matcher(text);
      for (let from = 0; from <= text.length && matcher.find(from); from = matcher.end(1)) matches.push(matcher.group(1)!);
      // Two matches that are nothing but marks may share a border that only a lookbehind sees.
      fc.pre(matches.every((match) => /^\p{L}/u.test(match) && /\p{L}$/u.test(match)));
      expect(found(source, text)).toEqual(matches);
    }),
    { numRuns: runs(300) },
  );
});

describe('a blank in a pattern', () => {
  it('crosses a line break and a no-break space', () => {
    expect(new WordRegex('måler på').find('Vi måler\npå det, og måler\u00a0på det.')).toHaveLength(2);
  });
});
