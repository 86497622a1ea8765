import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../../src/transcript/attribution/attribute.ts';
import { attributed, FILES, paragraphsIn, readForms, scoreForms } from './forms.mjs';
import { runs } from '../../chance.ts';

interface Form {
  readonly name: string;
  readonly text: string;
  readonly expected: string[];
}

/** Forms whose speaker is not found: their quotations are kept as nobody's. */
const NOT_FOUND = new Set(["med X' ord", 'konstaterer']);

describe.each(FILES)('the sentence forms of %s', (file) => {
  const forms = readForms(file) as Form[];

  it.each(forms.map((form) => [form.name, form] as const))('%s', (name, { text, expected }) => {
    const got = attributed(text, attribute);
    if (!NOT_FOUND.has(name)) expect(got).toEqual(expected);
    else expect(got).toEqual(expected.map((line) => line.replace(/^[^|]*/, 'ukendt ')));
  });
});

describe('all of them', () => {
  it('are sixty or more, and speakers are found no worse than they were', () => {
    const { forms, precision, recall } = scoreForms(attribute);
    expect(forms).toBeGreaterThanOrEqual(140);
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThan(0.98);
  });
});

// Words of what is said, of what is told, and of who it may be: each is known by its first letter.
const said = fc
  .array(fc.integer({ min: 0, max: 999 }), { minLength: 4, maxLength: 12 })
  .map((ns) => `Q${ns.map((n) => `q${n}`).join(' q')}`);
const told = fc
  .array(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 10 })
  .map((ns) => `N${ns.map((n) => `n${n}`).join(' n')}.`);
const marks = fc.constantFrom(['”', '”'], ['“', '”'], ['„', '“'], ['"', '"'], ['»', '«'], ['«', '»'], ['”', '"']);
const speaker = fc.constantFrom('Mette Holm', 'Jens Krag', 'Ida Bro');
const tagged = fc.tuple(said, marks, speaker, fc.nat(4)).map(([words, [open, close], name, form]) => {
  const forms = [
    `${open}${words},${close} siger ${name}.`,
    `${open}${words}${close}, siger konsulent ${name}.`,
    `${name} siger: ${open}${words}.${close}`,
    `${open}${words},${close} siger ${name}, ${open}${words.toLowerCase()}.${close}`,
    `${open}${words}.${close}`,
  ];
  return { text: forms[form]!, words: form === 3 ? [words, words.toLowerCase()] : [words] };
});
const article = fc.array(fc.array(fc.oneof(tagged, told), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

describe('whatever an article holds', () => {
  it('no word of a quotation is lost or doubled, and no word outside marks is speech', () => {
    fc.assert(
      fc.property(article, (paragraphs) => {
        const text = paragraphs.map((parts) => parts.map((part) => (typeof part === 'string' ? part : part.text)).join(' ')).join('\n\n');
        const expected = paragraphs.flat().flatMap((part) => (typeof part === 'string' ? [] : part.words));
        const { quotations } = attribute(text, paragraphsIn(text));
        const pieces = quotations.flatMap((one) => one.pieces);
        expect(pieces.flatMap(({ start, end }) => wordsOf(text.slice(start, end)))).toEqual(expected.flatMap(wordsOf));
      }),
      { numRuns: runs(200) },
    );
  });

  it('pieces stand in order and apart, in any text of marks, names and verbs', () => {
    const scrap = fc.constantFrom(
      '”',
      '"',
      '»',
      '«',
      '’',
      '„',
      '–',
      ',',
      '.',
      ':',
      '\n\n',
      'siger',
      'Mette Holm',
      'hun',
      'ifølge',
      'leder',
      'en lang vej hjem',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
        const text = scraps.join(' ');
        const spans = attribute(text, paragraphsIn(text)).quotations.flatMap((one) => one.pieces);
        for (const [i, { start, end }] of spans.entries()) {
          expect(start).toBeLessThanOrEqual(end);
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
