import { describe, expect, it } from 'vitest';
import { QuoteChooser } from '../../src/analysis/choose.ts';
import { quotesOf, type Quote } from '../../src/analysis/quotes.ts';
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
});
