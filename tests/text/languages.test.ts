import { describe, expect, it } from 'vitest';
import { languages } from '../../src/text/languages/index.ts';

describe('a Danish sentence that needs what stands before it', () => {
  it.each([
    'Det gjorde vi også sidste år.',
    'Den har aldrig virket for os.',
    'De kommer hver torsdag og tager kaffe med.',
    'Han ringede til mig samme aften.',
    'Hun sagde bare, at vi skulle komme i gang.',
    'Dem kan man altid regne med.',
    'Og det er derfor, jeg bliver.',
    'Sådan har det altid været her.',
    'Derfor måtte vi lukke.',
    'Det tog os to år.',
    'Deres bestyrelse siger altid nej.',
    'Det er jeg glad for.',
    'Ja, og de kom igen.',
    '… og det har vi aldrig fortrudt.',
    '– Nej, han var der ikke.',
    'Det forstår jeg godt.',
    'Det lærte vi noget af.',
    'Der prøver man sig frem.',
    'Her er vi så.',
    'De nikkede bare.',
    'De mødes hver torsdag.',
    'Den weekend sov jeg ikke.',
    'Den slags glemmer konsulenterne.',
    'Før det sad jeg et andet sted.',
    'Midt i det kom der en dame.',
    'Jeg forstår dem godt.',
    'Vi har elleve af dem.',
    'Bagefter gik hun hjem.',
    'Så i går aftes ringede han.',
    'Hvordan skulle vi måle det?',
    'Uden hende var jeg stoppet.',
    'Havde to af dem været der, var det gået.',
  ])('%s', (sentence) => {
    expect(languages.da.pointers.test(sentence)).toBe(true);
  });
});

describe('a Danish sentence that stands alone', () => {
  it.each([
    'Det er vigtigt, at lederen bakker op.',
    'Det er svært at sige nej til borgerne.',
    'Det er mit indtryk, at medarbejderne vil.',
    'Det handler om at lytte til folk.',
    'Det kan ikke passe, at vi skal vente.',
    'Det er lederne, der bestemmer.',
    'De frivillige kommer hver torsdag.',
    'De gamle kommuner gjorde det hver på sin måde.',
    'Den nye chef har ændret meget.',
    'Den dag lederen går, falder det hele.',
    'Det nye sundhedshus åbner i maj.',
    'Det politiske niveau forstår ikke hverdagen.',
    'Når lederen bakker op, så går det.',
    'Og så har vi en leder, der tør.',
    'Hansen var formand for foreningen.',
    'Demokrati er svært.',
    'Det værste jeg har prøvet, var et møde.',
    'Det, vi gør, virker.',
    'Der er de frivillige, og der er os.',
    'Der skal penge til.',
    'De unge ved det godt.',
    'De kommuner, der tør, når længst.',
    'Den ene gang gik det galt.',
    'Den kommune, vi drømmer om, findes ikke.',
    'Jeg kender dem, der gør det.',
    'Min leder siger, at hun kan.',
    'Hvad er det, vi skal?',
    'Hvordan kan man måle et menneske?',
    'Uden dem, der kører bussen, går det ikke.',
    'Vi har ham fra idrætsforeningen.',
  ])('%s', (sentence) => {
    expect(languages.da.pointers.test(sentence)).toBe(false);
  });
});

describe('a Danish answer', () => {
  it.each(['Ja.', 'Nej, altså …', 'Ja ja.', 'Nå, tja!', 'Ikke også?', 'Haha. Jo.'])('%s', (sentence) => {
    expect(languages.da.responses.test(sentence)).toBe(true);
  });

  it.each(['Ja, for pokker.', 'Nej til alt.', 'Alle!', 'Jord.'])('is not "%s"', (sentence) => {
    expect(languages.da.responses.test(sentence)).toBe(false);
  });
});

describe('English', () => {
  it.each([
    ['They never called back.', true],
    ['And that was it.', true],
    ['Because she asked.', true],
    ['The volunteers come on Thursdays.', false],
    ['Theirs is a small town.', false],
    ['But leaders listen.', false],
  ])('%s', (sentence, points) => {
    expect(languages.en.pointers.test(sentence)).toBe(points);
  });
});

describe.each(Object.entries(languages))('the lists of %s', (_, { abbreviations, endingAbbreviations }) => {
  it('are written as they are compared: in lower case, without the last full stop', () => {
    expect([...abbreviations, ...endingAbbreviations].filter((word) => word !== word.toLowerCase() || word.endsWith('.'))).toEqual([]);
  });

  it('name no abbreviation both as one that may end a sentence and as one that may not', () => {
    expect([...endingAbbreviations].filter((word) => abbreviations.has(word))).toEqual([]);
  });
});
