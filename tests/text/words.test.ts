import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, isComparable } from '../../src/text/comparable.ts';
import { FormTable } from '../../src/text/form-table.ts';
import { countWords, wordForm, wordForms, WordReader } from '../../src/text/words.ts';
import { runs } from '../chance.ts';

function read(text: string, from = 0, to = text.length): WordReader {
  const reader = new WordReader(new FormTable());
  reader.read(text, from, to);
  return reader;
}

const slices = (text: string, reader: WordReader): string[] =>
  Array.from({ length: reader.count }, (_, i) => text.slice(reader.start[i], reader.end[i]));

describe('what a word is', () => {
  it.each<[string, string, string[]]>([
    ['letters of any alphabet', 'Ærø, Москва og Łódź', ['ærø', 'москва', 'og', 'łódź']],
    ['digits', 'fra 7 til 24a', ['fra', '7', 'til', '24a']],
    ['a hyphen inside', 'ildsjæle-rollen og e-mail', ['ildsjæle-rollen', 'og', 'e-mail']],
    ['no hyphen at the edges', '-ene for- og -bagved', ['ene', 'for', 'og', 'bagved']],
    ['no two hyphens together', 'ja--nej', ['ja', 'nej']],
    ['no dashes', 'ja–nej—måske', ['ja', 'nej', 'måske']],
    ['an apostrophe inside', "DSB's rock'n'roll", ["dsb's", "rock'n'roll"]],
    ['no apostrophe at the edges', "'ja' og Jens'", ['ja', 'og', 'jens']],
    ['no dots and commas', '3.500,5 bl.a.', ['3', '500', '5', 'bl', 'a']],
    ['no underscores', 'snake_case', ['snake', 'case']],
    ['letters outside the first plane', '𝐀𝐁c 😀 d', ['𝐀𝐁c', 'd']],
    ['half a pair is no letter', 'a\ud835 \udc00b', ['a', 'b']],
    ['nothing in nothing', ' … –\n', []],
  ])('%s', (_, text, words) => {
    expect(wordForms(text)).toEqual(words);
  });

  it.each([
    ['case', 'ÅRSMØDE', 'årsmøde'],
    ['composition', 'A\u030arsmøde', 'Årsmøde'],
    ['kinds of hyphen', 'e\u2010mail', 'e-mail'],
    ['no-break hyphens', 'e\u2011mail', 'e-mail'],
    ['kinds of apostrophe', 'DSB\u2019s', "DSB's"],
    ['the letter apostrophe', 'DSB\u02bcs', "DSB's"],
    ['soft hyphens', 'sam\u00adar\u00adbejde', 'samarbejde'],
    ['blanks of no width', 'sam\u200barbejde', 'samarbejde'],
    ['byte-order marks', 'sam\ufeffarbejde', 'samarbejde'],
    ['invisible characters beside a hyphen', 'e\u00ad-\u200bmail', 'e-mail'],
  ])('%s make no difference', (_, a, b) => {
    expect(wordForms(a)).toEqual(wordForms(b));
    expect(wordForms(a)).toHaveLength(1);
  });

  it.each([
    ['accents', 'alle', 'allé'],
    ['a and å', 'far', 'får'],
    ['hyphens', 'medarbejder', 'med-arbejder'],
  ])('%s make a difference', (_, a, b) => {
    expect(wordForms(a)).not.toEqual(wordForms(b));
  });

  it('a letter whose small form is longer stays as it is', () => {
    expect(wordForm('İstanbul')).toBe('İstanbul');
  });
});

describe('WordReader', () => {
  it('gives each word its place in the text', () => {
    const text = '**Ja**, sam\u00adarbejde!';
    expect(slices(text, read(text))).toEqual(['Ja', 'sam\u00adarbejde']);
  });

  it('reads no further than it is told, not even half a pair or a hyphen', () => {
    expect(slices('halvt 𝐀-ord', read('halvt 𝐀-ord', 2, 7))).toEqual(['lvt']);
    expect(slices('halvt 𝐀-ord', read('halvt 𝐀-ord', 2, 9))).toEqual(['lvt', '𝐀']);
  });

  it('forgets the words of the reading before, but not their forms', () => {
    const reader = read('en to tre');
    reader.read('tre fire', 0, 8);
    expect([...reader.form.subarray(0, reader.count)]).toEqual([2, 3]);
  });

  it.each<[string, number[]]>([
    ['et to', [0, 1]],
    ['et\n to', [0, 1]],
    ['et **to**', [0, 1]],
    ['et \\*to', [0, 1]],
    ['et \u00adto', [0, 1]],
    ['et, to', [0, 0]],
    ['et. to', [0, 0]],
    ['et – to', [0, 0]],
    ['et "to"', [0, 0]],
    ['et - to tre', [0, 0, 1]],
  ])('knows whether only blanks and markup stand between words: %j', (text, joined) => {
    const reader = read(text);
    expect([...reader.joined.subarray(0, reader.count)]).toEqual(joined);
  });

  it('holds as many words as there are', () => {
    const text = 'ord '.repeat(10_000);
    const reader = read(text);
    expect(slices(text, reader)).toEqual(Array.from({ length: 10_000 }, () => 'ord'));
    expect(reader.form.subarray(0, 10_000).every((form) => form === 0)).toBe(true);
    expect(reader.joined.subarray(1, 10_000).every((joined) => joined === 1)).toBe(true);
  });
});

const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff';
const LETTER = '(?:(?!ʼ)[\\p{L}\\p{M}\\p{N}])';
const WORD = new RegExp(`${LETTER}+(?:[-‐‑'’ʼ]${LETTER}+)*`, 'gu');

/** The definition of a word as one regular expression, to hold the scanner against. */
function plainWords(text: string): string[] {
  return text.replace(new RegExp(`[${INVISIBLE}]`, 'g'), '').match(WORD) ?? [];
}

function fold(word: string): string {
  const small = (char: string): string => (char.length === 1 && char.toLowerCase().length === 1 ? char.toLowerCase() : char);
  return Array.from(word.replace(/[‐‑]/g, '-').replace(/[’ʼ]/g, "'"), small).join('');
}

const pieces = fc.constantFrom('q\u0301', ...Array.from(`aBåÅæØé7²İΣя漢𝐀𐐀😀-‐‑'’ʼ–.,*_\\"${INVISIBLE}  \n\u00a0`));
const texts = fc
  .oneof(
    fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  .map((text) => text.normalize('NFC'));

describe('whatever the text', () => {
  it('its words are those of the plain expression', () => {
    const reader = new WordReader(new FormTable());
    fc.assert(
      fc.property(texts, (text) => {
        const words = plainWords(text);
        reader.read(text, 0, text.length);
        expect(slices(text, reader).map((word) => word.replace(new RegExp(`[${INVISIBLE}]`, 'g'), ''))).toEqual(words);
        expect(Array.from({ length: reader.count }, (_, i) => reader.forms.text(reader.form[i]!))).toEqual(words.map(fold));
        expect(words.map(wordForm)).toEqual(words.map(fold));
        expect(countWords(text)).toBe(words.length);
      }),
      { numRuns: runs(5000) },
    );
  });

  it('words are joined exactly where blanks and markup alone stand between them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reader = read(text);
        for (let i = 1; i < reader.count; i += 1) {
          const between = text.slice(reader.end[i - 1], reader.start[i]);
          expect(reader.joined[i]).toBe(new RegExp(`^[\\s*_~\`\\\\${INVISIBLE}]*$`).test(between) ? 1 : 0);
        }
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('FormTable', () => {
  it('numbers forms in the order they are met, each once', () => {
    const { form, forms } = read('tid penge TID ti tide Pen\u00adge 𝐀 𝐁 𝐀');
    expect([...form.subarray(0, 9)]).toEqual([0, 1, 0, 2, 3, 1, 4, 5, 4]);
    expect(forms.size).toBe(6);
    expect([0, 1, 2, 3, 4, 5].map((number) => forms.text(number))).toEqual(['tid', 'penge', 'ti', 'tide', '𝐀', '𝐁']);
  });

  it('gives two forms one number exactly when they are equal, over 200,000 of them', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const words = Array.from({ length: 200_000 }, () =>
      Array.from({ length: 1 + random(7) }, () => 'abdegilnorstuæøå7'.charAt(random(17))).join(''),
    );
    const numbers = new Map<string, number>();
    for (const word of words) if (!numbers.has(word)) numbers.set(word, numbers.size);
    const { form, forms } = read(words.join(' '));
    expect(numbers.size).toBeGreaterThan(100_000);
    expect(forms.size).toBe(numbers.size);
    expect(words.filter((word, i) => form[i] !== numbers.get(word))).toEqual([]);
    expect([...numbers].filter(([word, number]) => forms.text(number) !== word)).toEqual([]);
  });

  it('takes no form for its own beginning', () => {
    const long = Array.from({ length: 1000 }, (_, i) => `${i}æ${'ø'.repeat(99)}`);
    const words = long.flatMap((word) => Array.from({ length: 100 }, (_, cut) => word.slice(0, word.length - cut)));
    const { form } = read(words.join(' '));
    expect(new Set(form.subarray(0, words.length)).size).toBe(words.length);
  });

  it('holds a form longer than all it had room for', () => {
    const long = 'æ'.repeat(70_000);
    const { form, forms } = read(`kort ${long} ${long}r ${long}`);
    expect([...form.subarray(0, 4)]).toEqual([0, 1, 2, 1]);
    expect(forms.text(1)).toBe(long);
  });

  it('keeps its numbers from one text to the next', () => {
    const forms = new FormTable();
    const [one, two] = [new WordReader(forms), new WordReader(forms)];
    one.read('tid penge', 0, 9);
    two.read('penge og tid', 0, 12);
    expect([...two.form.subarray(0, 3)]).toEqual([1, 2, 0]);
  });
});

describe('countWords', () => {
  it('counts a whole text or a part of it', () => {
    const text = 'Vi har e-mail, 24 timer.';
    expect(countWords(text)).toBe(5);
    expect(countWords(text, 3)).toBe(4);
    expect(countWords(text, 3, 6)).toBe(1);
    expect(countWords('')).toBe(0);
  });
});

describe('comparable text', () => {
  it.each([
    ['Årsmøde på Ærø 😀', true],
    ['', true],
    ['q\u0301', true],
    ['A\u030arsmøde', false],
    ['sam\u00adarbejde', false],
    ['\ufeffVi', false],
  ])('%j is %s', (text, answer) => {
    expect(isComparable(text)).toBe(answer);
  });

  it('says where each unit began and ended', () => {
    expect(comparable('Pa\u030a\u00ad 😀')).toEqual({
      text: 'På 😀',
      starts: Int32Array.of(0, 1, 4, 5, 6),
      ends: Int32Array.of(1, 3, 5, 6, 7),
    });
  });

  it('leads every word back to itself, however composed, decomposed and invisible characters are mixed', () => {
    const mixed = fc.constantFrom(
      ...'a,å,A\u030a,a\u030a,é,e\u0301,ø,o\u0308,ṩ,s\u0307\u0323,s\u0323\u0307,q\u0301,-,😀,«, ,\n,. ,\u00ad,\u200b,\ufeff'.split(','),
    );
    fc.assert(
      fc.property(
        fc.array(mixed, { maxLength: 40 }).map((some) => some.join('')),
        (original) => {
          const asCompared = (text: string): string => text.normalize('NFC').replace(new RegExp(`[${INVISIBLE}]`, 'g'), '');
          const { text, starts, ends } = comparable(original);
          expect(text).toBe(asCompared(original));
          expect([starts.length, ends.length]).toEqual([text.length, text.length]);
          expect(isComparable(original)).toBe(text === original);
          const reader = read(text);
          for (let i = 0; i < reader.count; i += 1) {
            const word = original.slice(starts[reader.start[i]!], ends[reader.end[i]! - 1]);
            expect(asCompared(word)).toBe(text.slice(reader.start[i], reader.end[i]));
          }
        },
      ),
      { numRuns: runs(3000) },
    );
  });
});
