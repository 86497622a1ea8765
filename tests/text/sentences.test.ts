import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { FormTable } from '../../src/text/form-table.ts';
import { WordReader } from '../../src/text/words.ts';
import { runs } from '../chance.ts';

const split = (text: string, language: 'da' | 'en' = 'da'): string[] =>
  splitSentences(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));

/** A case is a text with a | at each border; blanks around a border belong to no sentence. */
function expectBorders(marked: string, language: 'da' | 'en' = 'da'): void {
  expect(split(marked.replaceAll('|', ''), language)).toEqual(marked.split('|').map((sentence) => sentence.trim()));
}

describe('plain sentences', () => {
  it.each([
    'Vi har travlt.| Det har vi altid.',
    'Hvad gør I så?| Vi venter.',
    'Nej!| Det sker ikke.',
    'Hvad?!| Det mener du ikke.',
    'Virkelig??| Ja.| Helt sikkert!!!| Tro mig.',
    'Økonomien er stram.| Ældre bor alene.| Åen løber over.',
    'Vi er her endnu',
    'Sådan er det.|   Og sådan bliver det.',
    'Der var 250 mennesker.| 38 af dem blev.',
    'Hej. du der, kom lige her.',
    'Vi så A/S Nord og DSB. | Nu er de væk.',
    'Det er 50%.| Det er godt.',
    'Tja.| 😀 Ja.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('an abbreviation does not end a sentence', () => {
  it.each([
    // before a small letter
    'Vi ringede til bl.a. naboen.| Hun kom.',
    'Der kom ca. fyrre.',
    'Papir, blyanter osv. osv. og så hjem.',
    'Det kostede 3.500 kr. i alt.',
    'Vi sagde 20 pct. flere.',
    'Det er hende fra afd. nord, dvs. den gamle.',
    // before a capital
    'Vi ringede til bl.a. Jensen.| Hun kom.',
    'Det er f.eks. Roskilde.| Og Køge.',
    'Tag fx. Aarhus.| De kan.',
    'Han talte med dr. Hansen i går.',
    'Fr. Olsen kom, og hr. Olsen gik.',
    'Det er iflg. Jensen ikke rigtigt.',
    'Det er mht. Tønder og pga. Covid.',
    'Det er hhv. Nord og Syd, inkl. Bilag 4.',
    'Vi arbejder med f.eks. ”Ren By” og den slags.',
    'Hun er cand.mag. Hansen.',
    'Vi bor i Kbh. Ø og har det godt.',
    'Den slags findes i bl.a. Århus, Ålborg og Ærø.',
    // before a digit
    'Mødet er kl. 10.| Kom i god tid.',
    'Mødet er kl. 10.30.| Kom i god tid.',
    'Det er kl. 8 – 9.| Så spiser vi.',
    'Hun bor i nr. 4.| Han bor i nr. 6.',
    'Se nr. 4 på listen og s. 12 i bogen.',
    'Det koster ca. 40 kroner om dagen.',
    'Det står i § 17.4 i aftalen.',
    'Det står i § 17, stk. 4.| Det er det.',
    'Ring på tlf. 12 34 56 78.| Spørg efter Bo.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('an abbreviation that may be the last word ends a sentence before a capital', () => {
  it.each([
    'Vi købte papir osv.| Så gik vi hjem.',
    'Vi købte papir m.m.| De andre købte ingenting.',
    'Der var øl m.v.| Åse kom.',
    'Der var mad, kaffe, etc.| Ærø var dejlig.',
    'Der kom borgere mfl.| Så gik vi i gang.',
    'Vi købte blyanter o.lign.| Så gik vi.',
    'Det kostede 3.500 kr.| Det var dyrt.',
    'Det koster 3 mio.| Det er meget.',
    'Vi gik 5 km.| Så holdt vi pause.',
    'Vi har 20 pct.| De andre har 30.',
    'Vi fik det hele (kaffe osv.).| Så gik vi.',
    'Det kostede 3.500 kr. 5 dage i træk.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('initials, ordinals and dots inside words', () => {
  it.each([
    'Det var Søren J. Damm, der sagde det.',
    'Det var S. J. Damm, der sagde det.| Ikke mig.',
    'Det er A.P. nede fra havnen.',
    'Den 1. maj holder vi fri.| Det gør alle.',
    'Den 1. gang var det sjovt.',
    'Den 5. december 2019 begyndte vi.',
    'Christian 10. var konge.',
    'Vi bor på 2. th.| Det er fint.',
    'Vi blev nr. 1.| Det var stort.',
    'Klokken var 12.| Ingen kom.',
    'Det er version 2.0.| Den er god.',
    'Se www.kommune.dk for mere.',
    'Se www.kommune.dk.| Der står det hele.',
    'Skriv til post@kommune.dk.| Vi svarer.',
    'Vi bruger Node.js og Next.js hver dag.',
    "Det skete i 1990'erne.| Vi var unge.",
    'Der er mange ting, vi går i.| Det er sjovt.',
    'Så kom vi til en ø.| Der boede ingen.',
    'Vi fulgte den lille å.| Den var smal.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('several dots end a sentence only before a capital', () => {
  it.each([
    'Og så … ja, det ved jeg ikke.',
    'Og så …| Ja, det ved jeg ikke.',
    'Og så…| Ja, det ved jeg ikke.',
    'Og så... ja.',
    'Og så...| Ja.',
    'Vi havde … 18, tror jeg.',
    'Det er rigtigt..|Det siger alle.',
    'Det er rigtigt..| Det siger alle.',
    'Det stod ikke på nogen dagsorden...|Jeg var der ikke.',
    'Hvad …?| Det ved jeg ikke.',
    '...og så gik vi hjem.',
    '...',
  ])('%s', (marked) => expectBorders(marked));
});

describe('a stop glued to what follows ends a sentence only where one plainly begins', () => {
  it.each([
    'Det er gjort.|Vi gik hjem.',
    'Hvad er det?|Det ved jeg ikke.',
    'Ja!|Det er det.',
    'Det kostede 3.500, og kl.10 var det nr.4.',
    'Vi så det også.|A\u030ase var der.',
    'Se kommune.dk/?3 for mere.',
    'Vi ser KMD.Nexus og bruger asp.NET.',
    'Det er evt.Jensen.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('quotation marks and brackets stay with their sentence', () => {
  it.each([
    '”Kommer du?” spurgte han.| Så gik han.',
    '"Kommer du?" spurgte han.| Så gik han.',
    '»Kommer du?« spurgte hun.',
    '„Kommer du?“ spurgte hun.',
    "'Nej!' råbte de.| De var sure.",
    '“Nej!” råbte de.| De var sure.',
    '”Kommer du?”| Hun ventede.',
    'Han sagde: "Det går ikke."| Så gik han.',
    'Han sagde: "Det går ikke.| Det går aldrig."| Så gik han.',
    'Han sagde: »Det går ikke.«| »Nej,« sagde hun.',
    '"Ja.", sagde han.| Det var alt.',
    'Det var "stort".| Det var "småt".',
    'Vi ser "Hvem vil være millionær?" hver dag.',
    'Det gik godt (tror jeg nok).| Vi vandt.',
    'Det gik godt.| (Det tror jeg nok.)| Vi vandt.',
    'Det gik godt. (tror jeg nok).| Vi vandt.',
    'De råbte det. „nej,“ råbte de.',
    'Det gik godt [latter].| Vi vandt.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('marks of Markdown stay with their sentence', () => {
  it.each([
    'Det er **vigtigt**.| Det er *meget* vigtigt.',
    'Det er **vigtigt.**| *Det siger alle.*',
    'Det er _vigtigt._| _Det er alt._',
    'Det var det.| – Nej, det var det ikke.',
    'Det var det. – nej, det var det ikke.',
    'Det var det!| - Nej.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('line breaks', () => {
  it.each([
    ['one is a blank', 'Vi har altid\nhaft travlt.| Sådan er det.'],
    ['one after a full stop is a blank too', 'Vi har travlt.|\nSådan er det.'],
    ['one inside an abbreviation joins', 'Vi mødes kl.\n10 i morgen.'],
    ['an empty line is a border without a full stop', '# Overskrift|\n\nVi har travlt.'],
    ['so is a line of blanks', 'Vi har travlt|\n  \t\nVi er færdige'],
    ['an empty line does not divide before a small letter', 'Vi har\n\nhaft travlt.'],
    ['an empty line ends even an abbreviation', 'Vi har det hele, bl.a.|\n\nJensen kom også.'],
    ['an empty line ends what trails off', 'Vi har …|\n\n18 kom.'],
    ['a no-break blank is a blank', 'Vi har travlt.|\u00a0Det er godt.'],
  ])('%s', (_, marked) => expectBorders(marked));
});

describe('edges', () => {
  it('finds nothing in nothing', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n\t\u00a0 ')).toEqual([]);
  });

  it('leaves out invisible characters at the ends', () => {
    expect(split('\ufeff Vi går. \u200b')).toEqual(['Vi går.']);
  });

  it('keeps to the span it is given', () => {
    const text = 'R1: Vi går. Vi står.\nR2: Nej.';
    expect(splitSentences(text, { start: 4, end: 20 }, 'da').map(({ start, end }) => text.slice(start, end))).toEqual([
      'Vi går.',
      'Vi står.',
    ]);
  });

  it('knows the abbreviations of the language and no other', () => {
    expectBorders('He met Mr. Smith, i.e. Bob.| They left.', 'en');
    expectBorders('So did I.| They left.', 'en');
    expectBorders('It is Ole vs. Bob.', 'en');
    expectBorders('Det er Ole vs.| Bob.', 'da');
  });
});

const pieces = fc.constantFrom(
  ...'vi|Vi|på|gjort|Åse|bl.a|kr|osv|J|i|10|😀|a\u030al|ild-sjæl|.|.|..|…|?|!|,|"|”|»|(|)|*|–|-|\u00ad| | | |\n|\n\n|\u00a0'.split('|'),
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((some) => some.join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

describe('whatever the text', () => {
  it('sentences stand in order, do not overlap and are not blank', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { start, end } of splitSentences(text, { start: 0, end: text.length }, 'da')) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          before = end;
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('each word lies whole in one sentence', () => {
    const reader = new WordReader(new FormTable());
    fc.assert(
      fc.property(texts, (written) => {
        const text = written.normalize('NFC');
        const sentences = splitSentences(text, { start: 0, end: text.length }, 'da');
        reader.read(text, 0, text.length);
        for (let word = 0; word < reader.count; word += 1) {
          expect(sentences.filter(({ start, end }) => start <= reader.start[word]! && reader.end[word]! <= end)).toHaveLength(1);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('an initial at the beginning of a turn is one, whatever was said before it', () => {
    const text = 'Det ved vi\nJ. Åse';
    expect(splitSentences(text, { start: 11, end: text.length }, 'da')).toEqual([{ start: 11, end: text.length }]);
  });

  it('a turn has the same sentences wherever it stands in the file', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, turn, after) => {
        const text = `${before}\n${turn}\n${after}`;
        const span = { start: before.length + 1, end: before.length + 1 + turn.length };
        expect(splitSentences(text, span, 'da').map(({ start, end }) => text.slice(start, end))).toEqual(split(turn));
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('words that look like abbreviations', () => {
  it.each([
    'Vi er på vej.| Det går godt.',
    'Så vidt jeg ved.| Men det er længe siden.',
    'Den bil er min.| Din er ude.',
    'Det var et tab.| Vi sørgede.',
    'Bussen var sen.| Vi gik.',
    'I ro og mag.| Så gik vi.',
    'Vi tog plan B.| Den holdt.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('abbreviations that may end a sentence', () => {
  it.each([
    'Kager, kaffe mm.| Så gik vi.',
    'Foreninger og lign.| Så var der de andre.',
    'Det kostede 3 mia.| Det var dyrt.',
    'Vent 5 min.| Så kommer han.',
    'Der er lukket pt.| Vi åbner snart.',
    'Han løb 5 min. 30 sek. for hurtigt.',
  ])('%s', (marked) => expectBorders(marked));
});

describe('initials and addresses', () => {
  it.each([
    'Det var H.C. Andersen, der sagde det.',
    'Skriv til mette.Jensen@kommune.dk i dag.',
    'Se www.Kommune.dk nu.',
    'Se hele.Siden/om for mere.',
  ])('%s', (text) => expectBorders(text));
});

describe('a sentence', () => {
  it('holds a word', () => {
    expect(split('… Og så gik vi.')).toEqual(['… Og så gik vi.']);
    expect(split('Vi gik. … Og så kom de.')).toEqual(['Vi gik.', '… Og så kom de.']);
    expect(split('1. Punkt et.')).toEqual(['1. Punkt et.']);
    expect(split('Ja. …')).toEqual(['Ja. …']);
  });

  it('is the same whether letters are in one piece or two', () => {
    const text = 'Vi er gået.Ånden er god. Båd.Åben.';
    expect(split(text.normalize('NFD')).map((one) => one.normalize('NFC'))).toEqual(split(text));
  });

  it('is found in time that grows with the text alone', () => {
    expect(split(`Ja.${'\n'.repeat(50_000)}Nej.`)).toHaveLength(2);
    expect(split(`Ja.${'-\n'.repeat(50_000)}Nej.`).length).toBeGreaterThan(0);
  });
});
