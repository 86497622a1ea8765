import { describe, expect, it } from 'vitest';
import { QuoteChooser } from '../../src/analysis/choose.ts';
import { quotesOf, type Quote } from '../../src/analysis/quotes.ts';
import type { Coding } from '../../src/model.ts';
import { studyOf } from '../study-of.ts';

const LONG =
  'så vi løber hurtigere end nogen af os har lært og når alligevel ikke halvdelen af det vi skulle have lavet den uge vi lige er kommet igennem';

async function quotes(interviews: Record<string, string>, more: Record<string, string> = {}): Promise<Quote[]> {
  const files = Object.fromEntries(Object.entries(interviews).map(([name, text]) => [`interview/${name}.md`, text]));
  const { study, codings } = await studyOf({ ...files, ...more });
  return quotesOf(study.codebook.themes[0]!, codings);
}

const speakers = (chosen: readonly { quote: Quote }[]): string[] => chosen.map(({ quote }) => quote.transcript.id.replace('.md', ''));

describe('choosing quotes for a report', () => {
  it('takes nobody twice while others are left, and roles not yet heard first', async () => {
    const found = await quotes({
      a: `R (chef): Vi har travlt, ${LONG}.\n\nI: Og?\n\nR: Travlt igen, ${LONG}.`,
      b: `R (chef): Vi har travlt her, ${LONG}.`,
      c: `R (pædagog): Vi har travlt der, ${LONG}.`,
    });
    expect(speakers(new QuoteChooser('da', []).choose(found, 3))).toEqual(['a', 'c', 'b']);
    expect(speakers(new QuoteChooser('da', []).choose(found, 4))).toEqual(['a', 'c', 'b', 'a']);
  });

  it('prints no words twice in a report', async () => {
    const found = await quotes({ a: `R (chef): Vi har travlt, ${LONG}.`, b: `R (chef): Travlt, ${LONG}.` });
    const chooser = new QuoteChooser('da', []);
    expect(speakers(chooser.choose(found, 1))).toEqual(['a']);
    expect(speakers(chooser.choose(found, 5))).toEqual(['b']);
    expect(chooser.choose(found, 5)).toEqual([]);
  });

  it('prints the last quote of all beside words that are printed, where widening it would take them in', async () => {
    const found = await quotes({ a: `R (chef): Vi har travlt, ${LONG}, ${LONG}. Sådan er livet. Det er travlt.` });
    const chooser = new QuoteChooser('da', []);
    expect(chooser.choose(found.slice(0, 1), 1)[0]!.text).toMatch(/^Vi har travlt, /);
    expect(chooser.choose(found.slice(1), 1)[0]!.text).toBe('Sådan er livet. Det er travlt.');
  });

  it('prefers a quote that can stand alone', async () => {
    const found = await quotes({ a: 'R (chef): Det har vi travlt med.', b: `R (chef): Vi har travlt, ${LONG}.` });
    expect(speakers(new QuoteChooser('da', []).choose(found, 1))).toEqual(['b']);
  });

  it('never prints a person who has said no', async () => {
    const found = await quotes(
      { a: `R (chef): Vi har travlt, ${LONG}.`, b: 'R (chef): Travlt.' },
      {
        'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
        'p.csv': 'transcript,speaker,consent\na,R,nej\nb,R,ja\n',
      },
    );
    expect(speakers(new QuoteChooser('da', []).choose(found, 2))).toEqual(['interview/b']);
  });

  it('makes the same choice every time', async () => {
    const interviews = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`i${i}`, `R (chef): Vi har travlt ${i}, ${LONG}.`]));
    const once = speakers(new QuoteChooser('da', []).choose(await quotes(interviews), 3));
    const again = speakers(new QuoteChooser('da', []).choose(await quotes(interviews), 3));
    expect(again).toEqual(once);
  });

  /** The same quotes, as decided: on the quote of an interview, this. */
  const decidedOn = (found: readonly Quote[], by: Readonly<Record<string, Partial<Coding>>>): Quote[] =>
    found.map((quote) => {
      const decision = by[quote.transcript.id.replace('.md', '')] ?? {};
      return {
        ...quote,
        codings: quote.codings.map((coding) => ({ ...coding, hits: coding.hits, score: coding.score, ...decision })),
      };
    });
  const own = (name: string): string => `R (chef): Vi har travlt ${name}, ${LONG}.`;
  const choose = (found: readonly Quote[], most: number): string[] =>
    speakers(
      new QuoteChooser(
        'da',
        found.flatMap((quote) => quote.codings),
      ).choose(found, most),
    );

  it('prefers what people have accepted, and before all what they have pinned', async () => {
    const found = await quotes({ a: own('a'), b: own('b'), c: own('c') });
    const accepted = { status: 'accepted' } as const;
    expect(choose(found, 3)).toEqual(['a', 'b', 'c']);
    expect(choose(decidedOn(found, { b: accepted }), 3)).toEqual(['b', 'a', 'c']);
    expect(choose(decidedOn(found, { b: accepted, c: { print: 'pin' } }), 3)).toEqual(['c', 'b', 'a']);
  });

  it('keeps a pinned quote of someone who has said much that is stronger', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `R: Vi har travlt ${i}, ${LONG}.`).join('\n\nI: Og?\n\n');
    const found = await quotes({ a: `R (chef): Ja.\n\nI: Og?\n\n${many}` });
    const last = found.at(-1)!;
    const pinned = [...found.slice(0, -1), ...decidedOn([last], { a: { print: 'pin' } })];
    const [first] = new QuoteChooser('da', []).choose(pinned, 1);
    expect(first!.quote.span).toEqual(last.span);
  });

  it('never prints what is banned, under this theme or another, and widens no quote to it', async () => {
    const [found] = await quotes({ a: 'R (chef): Vi har travlt. Huset er stort. Min søn er syg for tiden.' });
    const banned = { ...found!.codings[0]!, print: 'ban', span: { start: 41, end: 67 } } as Coding;
    expect(found!.transcript.text.slice(banned.span.start, banned.span.end)).toBe('Min søn er syg for tiden.');
    const print = (codings: readonly Coding[]): string[] => new QuoteChooser('da', codings).choose([found!], 1).map(({ text }) => text);
    expect(print([])).toEqual(['Vi har travlt. Huset er stort. Min søn er syg for tiden.']);
    expect(print([banned])).toEqual(['Vi har travlt. Huset er stort.']);
    expect(print([banned, { ...banned, span: found!.span }])).toEqual([]);
  });

  it('prints a declared edit in place of the words, whatever theme it was declared under', async () => {
    const [found] = await quotes({ a: `R (chef): Øh, ja, vi har travlt. Jamen **de** de spørger ikke.` });
    const { text } = found!.transcript;
    const start = text.indexOf('Jamen');
    const edits = [{ span: { start, end: text.length }, text: '[Lederne] spørger ikke.' }];
    const edited = { ...found!.codings[0]!, edits } as Coding;
    expect(new QuoteChooser('da', [edited]).choose([found!], 1)[0]).toMatchObject({
      text: 'Øh, ja, vi har travlt. [Lederne] spørger ikke.',
      words: 8,
    });
  });

  it('prints an edited sentence whole that would be cut as it was said', async () => {
    const [found] = await quotes({ a: `R (chef): Vi har travlt, ${LONG}, ${LONG}, ${LONG}, ${LONG}.` });
    const edited = { ...found!.codings[0]!, edits: [{ span: found!.span, text: `Vi har travlt, ${LONG}.` }] } as Coding;
    expect(new QuoteChooser('da', []).choose([found!], 1)[0]!.text).toContain('[…]');
    expect(new QuoteChooser('da', [edited]).choose([found!], 1)[0]!.text).toBe(`Vi har travlt, ${LONG}.`);
  });

  describe('and telling why', () => {
    const told = (chooser: QuoteChooser): unknown =>
      chooser.choices.map(({ theme, chosen, passedOver }) => ({
        theme: theme.id,
        chosen: chosen.map(({ printed, reasons }) => [printed.quote.transcript.id.replace('.md', ''), ...reasons]),
        passedOver: passedOver.map(({ quote, reason, under }) => [
          quote.transcript.id.replace('.md', ''),
          reason,
          ...(under ? [under.id] : []),
        ]),
      }));

    it('names all that set a quote before those left, and the first thing each of the others lacks', async () => {
      const found = await quotes({
        a: `R (chef): Vi har travlt, ${LONG}.\n\nI: Og?\n\nR: Travlt igen, ${LONG}.`,
        b: `R (chef): Vi har travlt her, ${LONG}.`,
        c: `R (pædagog): Vi har travlt der, ${LONG}.`,
        d: 'R (direktør): Travlt.',
      });
      const chooser = new QuoteChooser('da', []);
      chooser.choose(found, 2);
      expect(told(chooser)).toEqual([
        {
          theme: 'tid',
          chosen: [
            ['a', 'stands alone', 'first'],
            ['c', 'new voice', 'stands alone', 'new role'],
          ],
          passedOver: [
            ['a', 'new voice'],
            ['b', 'new role'],
            ['d', 'stands alone'],
          ],
        },
      ]);
    });

    it('names pins and acceptance', async () => {
      const found = await quotes({ a: own('a'), b: own('b'), c: own('c') });
      const decided = decidedOn(found, { b: { status: 'accepted' }, c: { print: 'pin' } });
      const chooser = new QuoteChooser('da', []);
      chooser.choose(decided, 2);
      expect(told(chooser)).toMatchObject([
        {
          chosen: [
            ['c', 'pinned'],
            ['b', 'accepted'],
          ],
          passedOver: [['a', 'accepted']],
        },
      ]);
    });

    it('names what is printed already and where, what is banned, who has said no, and where none are printed', async () => {
      const found = await quotes({ a: own('a'), b: own('b'), c: own('c') });
      const [a, b, c] = found as [Quote, Quote, Quote];
      const ban = { ...b.codings[0]!, print: 'ban' } as Coding;
      const silent: Quote = { ...c, participant: { ...c.participant, consent: 'nej' } };
      const chooser = new QuoteChooser('da', [ban]);
      chooser.choose([a, b, silent], 3);
      chooser.choose([a], 3);
      chooser.choose([c], 0);
      expect(told(chooser)).toEqual([
        {
          theme: 'tid',
          chosen: [['a']],
          passedOver: [
            ['b', 'banned'],
            ['c', 'consent'],
          ],
        },
        { theme: 'tid', chosen: [], passedOver: [['a', 'printed', 'tid']] },
        { theme: 'tid', chosen: [], passedOver: [['c', 'no room']] },
      ]);
    });

    it('says of someone with many quotes that she has stronger ones', async () => {
      const many = Array.from({ length: 8 }, (_, i) => `R (chef): Vi har travlt ${i}, ${LONG}.`).join('\n\nI: Og?\n\n');
      const chooser = new QuoteChooser('da', []);
      chooser.choose(await quotes({ a: many }), 1);
      expect(told(chooser)).toMatchObject([
        { passedOver: [...Array.from({ length: 5 }, () => ['a', 'first']), ['a', 'her own'], ['a', 'her own']] },
      ]);
    });
  });
});
