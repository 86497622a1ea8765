import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printQuote, type PrintedQuote } from '../../src/analysis/printed.ts';
import { quotesOf } from '../../src/analysis/quotes.ts';
import { codeTranscripts } from '../../src/coding/code.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { wordForms } from '../../src/text/words.ts';
import { codebookWith, transcriptOf } from '../coding/make.ts';
import { runs } from '../chance.ts';

const codebook = codebookWith('ildsjæl');

/** The quotes of what people say about an "ildsjæl", as they are printed. */
function printAll(...turns: string[]): PrintedQuote[] {
  const { codings } = codeTranscripts(codebook, [transcriptOf(turns)]);
  return quotesOf(codebook.themes[0]!, codings).map((quote) => printQuote(quote, 'da'));
}

/** The one quote of one turn. */
function print(said: string): PrintedQuote {
  const printed = printAll(`R1: ${said}`);
  expect(printed).toHaveLength(1);
  return printed[0]!;
}

/** So many words that mean nothing. */
const words = (many: number): string => Array.from({ length: many }, (_, i) => `ord${i}`).join(' ');
/** A sentence of so many words that means nothing. */
const filler = (many: number): string => `Vi ${words(many - 1)}.`;

const HIT = 'Vi har en ildsjæl i hver landsby.';

describe('the length of a printed quote', () => {
  it('is left alone between 35 and 80 words', () => {
    for (const many of [31, 76]) {
      const said = `Vi har en ildsjæl ${words(many)}.`;
      expect(print(`${filler(20)} ${said} ${filler(20)}`)).toMatchObject({ text: said, words: many + 4, standsAlone: true });
    }
  });

  it('grows to 35 words by whole sentences, first by those that follow', () => {
    const [before, after, later] = [filler(9), filler(20), filler(10)];
    expect(print(`${before} ${HIT} ${after} ${later} ${filler(12)}`)).toMatchObject({
      text: `${HIT} ${after} ${later}`,
      words: 37,
      standsAlone: true,
    });
  });

  it('grows by those before where nothing follows', () => {
    const [first, second] = [filler(30), filler(28)];
    expect(print(`${first} ${second} ${HIT}`)).toMatchObject({ text: `${second} ${HIT}`, words: 35 });
  });

  it('does not grow beyond 80 words', () => {
    expect(print(`${filler(74)} ${HIT} ${filler(74)}`)).toMatchObject({ text: HIT, words: 7, standsAlone: false });
    expect(print(`${filler(74)} ${HIT} ${filler(73)}`)).toMatchObject({ words: 80, standsAlone: true });
  });

  it('stands alone from 20 words on', () => {
    expect(print(`${HIT} ${filler(12)}`)).toMatchObject({ words: 19, standsAlone: false });
    expect(print(`${HIT} ${filler(13)}`)).toMatchObject({ words: 20, standsAlone: true });
  });

  it('does not grow into the next turn', () => {
    const printed = printAll(`R2: ${filler(30)}`, `R1: ${HIT}`, `R2: ${filler(30)}`);
    expect(printed).toMatchObject([{ text: HIT, words: 7, standsAlone: false }]);
  });

  it('of a turn of several paragraphs grows across the empty line', () => {
    const after = filler(20);
    expect(print(`${HIT}\n\n${after}`).text).toBe(`${HIT} ${after}`);
  });

  it('of a long run is that of the sentences with most in them', () => {
    const rich = `En ildsjæl og en ildsjæl ${words(21)}.`;
    const poor = `Vi har en ildsjæl ${words(50)}.`;
    expect(print(`${poor} ${rich}`)).toMatchObject({ text: `${poor} ${rich}`, words: 80 });
    expect(print(`${poor} ${poor} ${rich} ${poor}`).text).toBe(`${poor} ${rich}`);
  });
});

describe('the beginning of a printed quote', () => {
  const named = 'Formanden for sportsklubben hedder Åse.';

  it.each(['Hun', 'Men hun', 'Ja, og hun'])('takes the sentence before along when it opens on "%s"', (opening) => {
    const said = `${opening} er en ildsjæl ${words(35)}.`;
    expect(print(`${filler(12)} ${named} ${said}`)).toMatchObject({ text: `${named} ${said}`, standsAlone: true });
  });

  it('goes back until a sentence stands alone', () => {
    const said = `Hun er en ildsjæl ${words(35)}.`;
    expect(print(`${filler(5)} ${named} De siger det alle. Hun er god. ${said}`).text).toBe(
      `${named} De siger det alle. Hun er god. ${said}`,
    );
  });

  it('stays where the sentence before would make it too long, and says that it does not stand alone', () => {
    const said = `Hun er en ildsjæl ${words(35)}.`;
    expect(print(`${filler(60)} ${said}`)).toMatchObject({ text: said, standsAlone: false });
  });

  it('stays where nothing stands before it', () => {
    const said = `Hun er en ildsjæl ${words(35)}.`;
    expect(printAll(`R2: ${named}`, `R1: ${said}`)).toMatchObject([{ text: said, standsAlone: false }]);
  });

  it('goes back on when the sentence it grew by opens on a pronoun', () => {
    expect(print(`${filler(74)} ${named} Hun kender mange. ${HIT} ${filler(74)}`).text).toBe(`${named} Hun kender mange. ${HIT}`);
  });

  it.each(['Men', 'Og så', '– Nej,'])('takes the sentence before along when it opens on "%s" and is short', (opening) => {
    const said = `${opening} vi har en ildsjæl ${words(20)}.`;
    expect(print(`${filler(8)} ${named} ${said} ${filler(30)}`).text).toBe(`${named} ${said} ${filler(30)}`);
  });

  it('takes the sentence before along when it opens on "Men", where it does not become long by that', () => {
    const said = `Men vi har en ildsjæl ${words(35)}.`;
    expect(print(`${named} ${said}`)).toMatchObject({ text: `${named} ${said}`, standsAlone: true });
    expect(print(`${filler(21)} ${said}`)).toMatchObject({ text: said, standsAlone: false });
  });

  it.each(['Jeg forstår dem', 'Den weekend sov jeg', 'Der prøver man sig frem', 'De nikkede', 'Det forstår jeg'])(
    'takes the sentence before along when it opens on "%s"',
    (opening) => {
      const said = `${opening}, og vi har en ildsjæl ${words(35)}.`;
      expect(print(`${named} ${said}`)).toMatchObject({ text: `${named} ${said}`, standsAlone: true });
    },
  );

  it('is no answer to a question nobody reads', () => {
    const said = `Hun er en ildsjæl ${words(35)}.`;
    expect(print(`${named} Ja. ${said}`).text).toBe(`${named} Ja. ${said}`);
    expect(print(`Nej. Ja ja. ${said}`)).toMatchObject({ text: said, standsAlone: false });
    expect(print(`Alle! Vi har en ildsjæl ${words(35)}.`).text).toBe(`Vi har en ildsjæl ${words(35)}.`);
    expect(print(`En ildsjæl. ${filler(35)}`)).toMatchObject({ standsAlone: false });
  });

  it('may be a word or two that what follows is said of', () => {
    const said = `Hun er en ildsjæl ${words(35)}.`;
    expect(print(`Åse. ${said}`)).toMatchObject({ text: `Åse. ${said}`, standsAlone: true });
  });

  it('is where it was when no sentence before it is better', () => {
    const said = `Hun er en ildsjæl ${words(35)}.`;
    expect(print(`De kommer. Han er god. ${said}`)).toMatchObject({ text: said, standsAlone: false });
  });

  it('stays where a "det" only holds the place of what follows', () => {
    const said = `Det er vigtigt, at der er en ildsjæl ${words(35)}.`;
    expect(print(`${named} ${said}`)).toMatchObject({ text: said, standsAlone: true });
  });

  it('sees a pronoun through the marks of Markdown', () => {
    const said = `**Hun** er en ildsjæl ${words(35)}.`;
    expect(print(`${named} ${said}`).text).toBe(`${named} Hun er en ildsjæl ${words(35)}.`);
  });
});

describe('the end of a printed quote', () => {
  it.each(['Ikke også?', 'Nå, hvad mere har vi på sedlen i dag.', 'Jeg synes …', 'Så sagde han:'])(
    'is not "%s" when it is long enough without',
    (end) => {
      const said = `Vi har en ildsjæl ${words(20)}.`;
      expect(print(`${said} ${end}`).text).toBe(said);
      expect(print(`Vi har en ildsjæl. ${end}`).text).toBe(`Vi har en ildsjæl. ${end}`);
    },
  );

  it('may be what it is about', () => {
    expect(print(`${filler(20)} Vi har en ildsjæl …`).text).toBe(`${filler(20)} Vi har en ildsjæl …`);
  });
});

describe('a sentence that is too long by itself', () => {
  it('is cut at its commas, with […] where words are missing at the end', () => {
    const printed = print(`Vi har ${words(28)} en ildsjæl, ${words(60)}.`);
    expect(printed.text).toBe(`Vi har ${words(28)} en ildsjæl […]`);
    expect(printed).toMatchObject({ words: 32, standsAlone: true });
  });

  it('begins inside rather where it goes on than with half a clause', () => {
    const rest = `og så ${words(60)} en ildsjæl`;
    expect(print(`Vi ${words(60)}, at det, ${rest}.`).text).toBe(`[…] ${rest}.`);
    expect(print(`Vi ${words(60)}, at ildsjæl, ${rest}.`).text).toBe(`[…] at ildsjæl, ${rest}.`);
  });

  it('is cut with […] where words are missing at the beginning, and does not stand alone', () => {
    const printed = print(`Vi ${words(60)}, og så ${words(28)} en ildsjæl.`);
    expect(printed.text).toBe(`[…] og så ${words(28)} en ildsjæl.`);
    expect(printed).toMatchObject({ words: 32, standsAlone: false });
  });

  it('is cut at both ends around what it is about', () => {
    const middle = `så ${words(28)} en ildsjæl`;
    expect(print(`Vi ${words(60)}, ${middle}; ${words(60)}.`).text).toBe(`[…] ${middle} […]`);
  });

  it('is cut at colons, semicolons, dashes and dots, not at the numbers of a clock', () => {
    for (const stop of [':', ';', ' –', ' …'])
      expect(print(`Vi ${words(28)} en ildsjæl kl. 10:30${stop} ${words(60)}.`).text).toMatch(/ildsjæl kl\. 10:30.*\[…\]$/);
  });

  it('is cut though shorter sentences stand beside it, when most is said in it', () => {
    const rich = `Vi har en ildsjæl og en ildsjæl ${words(30)}`;
    expect(print(`${rich}, ${words(60)}. Vi har en ildsjæl.`).text).toBe(`${rich} […]`);
  });

  it('keeps the clauses where most is said of the theme', () => {
    const rich = `en ildsjæl og en ildsjæl ${words(40)}`;
    expect(print(`Vi ${words(50)} en ildsjæl, ${rich}, ${words(50)}.`).text).toBe(`[…] ${rich} […]`);
  });
});

describe('the words of a printed quote', () => {
  it.each([
    ['three dots', 'Jeg ved ikke ... vi har en ildsjæl...'],
    ['an ellipsis', 'Jeg … altså, vi har en ildsjæl …'],
    ['two dots', 'Vi har en ildsjæl..'],
    ['quotation marks', 'Hun sagde: „Jeg er en ildsjæl!“'],
    ['brackets', 'Vi har en ildsjæl [latter] (tror jeg).'],
    ['the spelling of a decomposed letter', 'Vi har en ildsjæl pa\u030a havnen.'],
    ['stars and lines that are no markup', 'En ildsjæl er 2 * 3 gange snake_case værd.'],
  ])('keep %s', (_, said) => {
    expect(print(said).text).toBe(said);
  });

  it.each([
    ['bold and italics', 'Vi **har** en *ildsjæl* i __hver__ _landsby_.', 'Vi har en ildsjæl i hver landsby.'],
    ['italics with a mark at their end', 'Vi har *en ildsjæl.* *Ja!*', 'Vi har en ildsjæl. Ja!'],
    ['code and escapes', 'Vi har en `ildsjæl` \\[latter\\].', 'Vi har en ildsjæl [latter].'],
    ['line breaks and wide gaps', 'Vi har\nen   ildsjæl\u00a0her.', 'Vi har en ildsjæl her.'],
    ['invisible characters', 'Vi har en ild\u00adsjæl\u200b he\u2060r.', 'Vi har en ildsjæl her.'],
  ])('lose %s', (_, said, text) => {
    expect(print(said).text).toBe(text);
  });
});

it('names the quote it is made of and where it stands in the interview', () => {
  const [printed] = printAll(`R2: ${filler(5)}`, `R1: ${HIT} ${filler(20)}`);
  const { transcript, turn, theme } = printed!.quote;
  expect([turn, theme.id]).toEqual([1, 'emne']);
  expect(transcript.text.slice(printed!.span.start, printed!.span.end)).toBe(printed!.text);
});

it('whatever is said, a quote is whole sentences of its turn that hold what it is about, 80 words at most', () => {
  const sentence = fc
    .tuple(
      fc.constantFrom('Det gør', 'De kommer', 'Hun er', 'Vi har', 'Men så har', 'Det er vigtigt, at der er'),
      fc.constantFrom('en ildsjæl', 'en ildsjæl', 'travlt', 'ikke tid'),
      fc.nat(60),
      fc.constantFrom('.', '!', '…', '?'),
    )
    .map(([opening, what, many, stop]) => `${opening} ${what} ${words(many)}`.trim() + stop);
  const turn = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((some) => `R1: ${some.join(' ')}`);
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 3 }), (turns) => {
      for (const { quote, span, text, words: counted, standsAlone } of printAll(...turns)) {
        const said = quote.transcript.text;
        const sentences = splitSentences(said, quote.transcript.turns[quote.turn]!.span, 'da');
        expect(sentences.map(({ start }) => start)).toContain(span.start);
        expect(sentences.map(({ end }) => end)).toContain(span.end);
        expect(quote.codings.some(({ hits }) => hits.some((hit) => span.start <= hit.span.start && hit.span.end <= span.end))).toBe(true);
        expect(counted).toBeLessThanOrEqual(80);
        expect(wordForms(text)).toEqual(wordForms(said.slice(span.start, span.end)));
        expect(wordForms(text)).toHaveLength(counted);
        if (standsAlone) expect(counted).toBeGreaterThanOrEqual(20);
      }
    }),
    { numRuns: runs(100) },
  );
});

describe('a sentence longer than a quote', () => {
  it('keeps as much around its evidence as a quote may hold', () => {
    const printed = print(`Vi har en ildsjæl, ${words(50)}, ${words(50)}.`);
    expect(printed.text).toMatch(/^Vi har en ildsjæl, ord0 .* ord49 \[…\]$/);
    expect(printed.words).toBe(54);
  });

  it('is cut between words where it has no clauses', () => {
    const printed = print(`Vi har en ildsjæl som ${words(120)}.`);
    expect(printed.text).toMatch(/^Vi har en ildsjæl som ord0 .* \[…\]$/);
    expect(printed.words).toBeLessThanOrEqual(80);
  });

  it('loses the dash it is cut at, and no other', () => {
    expect(print(`Vi har en ildsjæl – ${words(90)}.`).text).toMatch(/^Vi har en ildsjæl \[…\]$|[^ ] \[…\]$/);
    expect(print(`${filler(30)} Vi har en ildsjæl, lige ved at –`).text).toMatch(/lige ved at –$/);
  });
});

describe('the marks of Markdown', () => {
  it.each([
    ['*10 år* med en ildsjæl', '10 år med en ildsjæl'],
    ['*år 2010* og en ildsjæl', 'år 2010 og en ildsjæl'],
    ['_(latter)_ en ildsjæl', '(latter) en ildsjæl'],
    ['en [ildsjæl](http://x.dk)', 'en ildsjæl'],
    ['en ~~stor~~ ildsjæl', 'en stor ildsjæl'],
    ['5 * 3 og en ildsjæl', '5 * 3 og en ildsjæl'],
  ])('%s', (said, expected) => expect(print(said).text).toBe(expected));
});
