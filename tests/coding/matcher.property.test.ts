import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenTerm } from '../../src/codebook/terms.ts';
import { codeTranscripts } from '../../src/coding/code.ts';
import type { Hit } from '../../src/model.ts';
import { codeByDefinition } from './reference.ts';
import { codebookOf, transcriptOf, type WrittenTheme } from './make.ts';
import { runs } from '../chance.ts';

// Few words, so that terms and texts meet: inflections, compounds, hyphens, apostrophes, and letters in two pieces.
const INFLECTED = 'leder ledere ledelse ledelsen mål måle målt måler drift driften busdrift driftsleder samarbejde samarbejdet';
const WORDS = `${INFLECTED} på åben og dsb dsb's`.split(' ');
const JOINED = 'front-leder mål\u2011drift drift\u2010og\u2010mål leder-\u00admål sam\u00adarbejde dsb\u2019s \u{10400}mål 7'.split(' ');
const BLANKS = '\n|\n\n|\n\n|\n\n|\u00a0| **|** |*| _|_ |`|~~ | \\|\u00ad| \u00ad |\u200b'.split('|');
const SIGNS = ', |. |.|! |… |: | (|) | "|" | – |-|--|\'|’ | 😀 '.split('|');
const REGEXES = ['mål(er|t)? på', 'led\\p{L}*', 'drift|mål', 'mål.{0,12}drift', '[åa]ben', 'sam', "dsb('s)?", 'på (\\p{L}+) og', 'm.l'];

const word = fc.constantFrom(...WORDS);
const item = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: word.map((one) => `=${one}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('led*', 'mål*', 'sam*', 'o*', '*drift', '*s', '*leder', '*arbejd*', '*å*', '*led*', 'front-leder', '=Leder'),
  },
);
const phrase = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(' '));
const shortPhrase = fc.oneof({ weight: 4, arbitrary: item }, { weight: 1, arbitrary: phrase });
const near = fc.record({ near: fc.tuple(shortPhrase, shortPhrase), within: fc.integer({ min: 1, max: 5 }) });
const all = fc.record({ all: fc.array(shortPhrase, { minLength: 2, maxLength: 3 }) });
const regex = fc.record({ regex: fc.constantFrom(...REGEXES) });
const term = fc.record({ term: shortPhrase });

const exception: fc.Arbitrary<WrittenTerm> = fc.oneof(
  { weight: 10, arbitrary: phrase },
  { weight: 6, arbitrary: near },
  { weight: 6, arbitrary: all },
  { weight: 1, arbitrary: regex },
);
const exceptions = fc.oneof(
  { weight: 3, arbitrary: fc.constant<WrittenTerm[]>([]) },
  { weight: 1, arbitrary: fc.array(exception, { maxLength: 2 }) },
);
// Regexes are the rarest: what is slow is to compile them.
const mapping = fc.oneof({ weight: 10, arbitrary: term }, { weight: 6, arbitrary: near }, { weight: 6, arbitrary: all }, regex);
const anyTerm: fc.Arbitrary<WrittenTerm> = fc.oneof(
  { weight: 2, arbitrary: shortPhrase },
  { weight: 3, arbitrary: fc.tuple(mapping, fc.boolean(), exceptions).map(([one, weak, unless]) => ({ ...one, weak, unless })) },
);

type Unnamed = Omit<WrittenTheme, 'id' | 'themes'> & { readonly themes: readonly Unnamed[] };

function themeOver(themes: fc.Arbitrary<Unnamed[]>): fc.Arbitrary<Unnamed> {
  return fc.record({ terms: fc.array(anyTerm, { minLength: 1, maxLength: 4 }), unless: exceptions, themes });
}

function named(themes: readonly Unnamed[], above: string): WrittenTheme[] {
  return themes.map((theme, i) => ({ ...theme, id: `${above}${i}`, themes: named(theme.themes, `${above}${i}-`) }));
}

const leaf = themeOver(fc.constant([]));
const branch = themeOver(fc.array(leaf, { maxLength: 1 }));
const book = fc.array(themeOver(fc.array(branch, { maxLength: 2 })), { minLength: 1, maxLength: 3 }).map((list) => named(list, 'tema'));

const written = fc
  .tuple(
    fc.constantFrom(...WORDS, ...JOINED),
    fc.constantFrom('small', 'small', 'small', 'small', 'Capital', 'ALL'),
    fc.oneof({ weight: 3, arbitrary: fc.constant(' ') }, { weight: 1, arbitrary: fc.constantFrom(...BLANKS, ...SIGNS) }),
    fc.constantFrom('NFC' as const, 'NFC' as const, 'NFC' as const, 'NFD' as const),
  )
  .map(([text, letters, after, form]) => {
    const cased = letters === 'small' ? text : letters === 'ALL' ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1);
    return cased.normalize(form) + after;
  });
const speech = fc.array(written, { minLength: 1, maxLength: 40, size: 'max' }).map((list) => list.join(''));
const turn = fc.tuple(fc.constantFrom('R1', 'R1', 'R2', 'I'), speech).map(([speaker, said]) => `${speaker}: ${said}`);
const interviews = fc.array(fc.array(turn, { minLength: 1, maxLength: 4, size: 'max' }), { minLength: 1, maxLength: 2 });

/** Hits in an order of their own: two at one place may stand either way. */
function hitsAsText(hits: readonly Hit[]): string[] {
  return hits.map(({ term: one, span }) => `${span.start}-${span.end} ${one.written}${one.weak ? ' (weak)' : ''}`).sort();
}

describe('the matcher and the definition', () => {
  it('give the same codings, hits and scores for random codebooks and interviews', () => {
    const numRuns = runs(500);
    let codings = 0;
    fc.assert(
      fc.property(book, interviews, (themes, texts) => {
        const codebook = codebookOf(themes);
        const transcripts = texts.map((turns, i) => transcriptOf(turns, `interview ${i}`));
        const engine = codeTranscripts(codebook, transcripts).codings.map((coding) => ({
          transcript: coding.transcript.id,
          turn: coding.turn,
          theme: coding.theme.id,
          span: coding.span,
          hits: hitsAsText(coding.hits),
          score: coding.score!.toFixed(9),
        }));
        const definition = codeByDefinition(codebook, transcripts).map((coding) => ({
          ...coding,
          hits: hitsAsText(coding.hits),
          score: coding.score.toFixed(9),
        }));
        expect(engine).toEqual(definition);
        codings += engine.length;
      }),
      { numRuns },
    );
    expect(codings, 'studies in which nothing is found prove nothing').toBeGreaterThan(3 * numRuns);
  });
});
