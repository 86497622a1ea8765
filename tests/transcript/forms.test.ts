import { describe, expect, it } from 'vitest';
import { read, said } from './reading.ts';

const ARTICLE = `Et netværk flytter noget

Udviklingskonsulent Mette Holm var skeptisk. ”Vi plejer at sidde hver for sig,” siger hun.

Det kan centerchef Jens Krag nikke til. ”Vi har ildsjæle nok,” siger han, ”men de skal have et mandat.”
`;

describe('what form a text has', () => {
  it('is an article where no label opens its lines and its text tells who is quoted', () => {
    const { turns, participants, understood, text } = read(ARTICLE);
    expect(turns.map(({ speaker, line }) => [speaker, line])).toEqual([
      ['Mette Holm', 3],
      ['Jens Krag', 5],
    ]);
    expect(text.slice(turns[1]!.span.start, turns[1]!.span.end).replace(/ +/g, ' ')).toBe(
      'Vi har ildsjæle nok, men de skal have et mandat.',
    );
    expect(text).toHaveLength(ARTICLE.length);
    expect([...participants.values()].map(({ title, role }) => [title, role])).toEqual([
      ['udviklingskonsulent', undefined],
      ['centerchef', 'chef'],
    ]);
    expect(understood?.[0]).toContain('an article (no label of a speaker opens its lines');
  });

  it('is an article under a label that only a fact box has', () => {
    const { turns } = read(`Tekst: Lone Birk\n\n${ARTICLE}\nFakta: Netværket har tyve deltagere.\n`);
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Mette Holm', 'Jens Krag']);
  });

  it('is an interview where labels open lines, whoever is quoted in them', () => {
    const interview = `I: Hvad skete der?\n\nR1: Jamen, ”det går ikke,” sagde Mette Holm, og ”det går godt,” sagde Jens Krag.\n`;
    expect(said(read(interview)).map(([speaker]) => speaker)).toEqual(['I', 'R1']);
    const named = `Mette: ”Det går ikke i dag,” sagde Ida Bro.\n\nJens: ”Det går nok alligevel,” sagde Ole Vang.\n\nMette: Ja.\n\nJens: Ja.\n`;
    expect(said(read(named)).map(([speaker]) => speaker)).toEqual(['Mette', 'Jens', 'Mette', 'Jens']);
  });

  it('is none of an article with a single quotation, unless front matter says so', () => {
    const single = 'Det var en lang dag. ”Vi er trætte allesammen,” siger Mette Holm.\n';
    expect(read(single).turns).toEqual([]);
    expect(said(read(`---\nform: artikel\n---\n${single}`))).toEqual([['Mette Holm', 'Vi er trætte allesammen']]);
  });

  it('is what front matter says', () => {
    expect(read(`---\nform: interview\n---\n${ARTICLE}`).turns).toEqual([]);
    const { participants, turns } = read(`---\nform: dokument\nauthor: Byrådet\nkind: vision\n---\n${ARTICLE}`);
    expect(turns).toHaveLength(2);
    expect(participants.get('Byrådet')).toMatchObject({ document: 'vision', role: undefined });
  });

  it('takes a role from front matter before the title in the text', () => {
    const { participants } = read(`---\nform: artikel\nparticipants: {Mette Holm: {role: direktør}}\n---\n${ARTICLE}`);
    expect(participants.get('Mette Holm')?.role).toBe('direktør');
  });

  it('keeps a quotation of nobody known, and says on which line', () => {
    const { participants, notes } = read(`${ARTICLE}\n# Efterspil\n\n”Det har vi ventet på i mange år.”\n`);
    expect(participants.get('ukendt')?.role).toBeUndefined();
    expect(notes).toEqual(['line 9: the text does not tell who says ”Det har vi ventet på i mange år.”; kept as ukendt']);
  });

  it('reads once what is set large beside the text', () => {
    const { turns, understood } = read(`”Vi har ildsjæle nok”\n\n${ARTICLE}`);
    expect(turns).toHaveLength(2);
    expect(understood).toContainEqual('said again, read once: Vi har ildsjæle nok (line 1)');
  });

  it.each([
    ['form: artikkel', 'there is no form "artikkel"'],
    ['author: Byrådet', '"author" is told of a document'],
    ['form: artikel\nkind: kronik', '"kind" is told of a document'],
  ])('refuses "%s"', (front, message) => {
    expect(() => read(`---\n${front}\n---\n${ARTICLE}`)).toThrow(message);
  });
});
