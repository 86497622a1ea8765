import { describe, expect, it } from 'vitest';
import { read, said } from './reading.ts';

const labels = (text: string): string[] => said(read(text)).map(([speaker]) => speaker);
const DIALOGUE = 'I: Hvordan går det?\n\nR05: Fint.\n\nI: Og ellers?\n\nR05: Jo tak.';

describe('a title block at the top', () => {
  it.each([
    ['touches the first turn', 'Dato: 1. maj\nSted: Rådhuset\nI: Hvad?\nR05: Ja.'],
    ['stands under a heading', '# Interview 3\n\nDato: 1. maj\nInterviewer: Yasmine\nInformant: Mette Holm, chef\n\nI: Hvad?\n\nR05: Ja.'],
    ['stands under a title', 'Interview med havnen\n\nDato: 1. maj\n\nI: Hvad?\n\nR05: Ja.'],
    ['is divided by empty lines', 'Dato: 1. maj\n\nInterviewer: Yasmine Holm\n\nI: Hvad?\n\nR05: Ja.'],
  ])('that %s is nobody’s words', (_, text) => {
    expect(labels(text)).toEqual(['I', 'R05']);
  });

  it.each([
    ['I: Fortæl.\nR05: Ja.\nTid: det har vi ikke.\nI: Nej.', ['I', 'R05', 'I']],
    ['I: Hvad?\nProjekt: Havnen.\n\nR05: Ja.', ['I', 'R05']],
  ])('does not swallow what is said: %j', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('a name', () => {
  it('is a speaker in a file without empty lines', () => {
    expect(labels('I: Hvad?\nHans Holm: Ja.\nI: Og?\nHans Holm: Nej.')).toEqual(['I', 'Hans Holm', 'I', 'Hans Holm']);
    expect(labels('Mette: Hvad?\nHans: Ja.\nMette: Og?\nHans: Nej.')).toEqual(['Mette', 'Hans', 'Mette', 'Hans']);
  });

  it('is a speaker with a title that is no role, when nobody else answers', () => {
    expect(labels('I: Hvad?\n\nR-neutral-7 (medarbejder): Ja.')).toEqual(['I', 'R-neutral-7']);
    expect(labels('I: Hvad?\n\nLeder (Park): Ja.')).toEqual(['I', 'Leder']);
  });

  it('is a speaker when the participants table names it, once and whatever it is', () => {
    const text = 'I: Hvad?\n\nReferent: Ja.\n\nR05: Ja.';
    expect(labels(text)).toEqual(['I', 'R05']);
    expect(said(read(text, { participants: 'transcript,speaker\n01,Referent\n' })).map(([speaker]) => speaker)).toEqual([
      'I',
      'Referent',
      'R05',
    ]);
  });

  it('that was not taken is told of, with its line', () => {
    expect(read(`${DIALOGUE}\n\nHavnen: den er stor.`).notes).toEqual([
      expect.stringMatching(/not taken for a speaker: "Havnen:" \(line 9\)/),
    ]);
  });

  it.each([
    'Ja',
    'Nej',
    'Men',
    'Problemet',
    'Fordele',
    'Ulemper',
    'Konklusion',
    'Ad 1',
    'Kl. 10',
    'Latter',
    'Jeg',
    'Pointe',
    'Tema 1',
    '10.30',
  ])('%s is none, though it opens two paragraphs', (word) => {
    expect(labels(`${DIALOGUE}\n\n${word}: det.\n\n**${word}:** også.`)).toEqual(labels(DIALOGUE));
  });

  it.each([
    'Problemet (som altid)',
    'Projektet (Havnen)',
    '2019 (før corona)',
    'Latter (begge)',
    'Kl. 10 (om morgenen)',
    'M2',
    'K1',
    'B 52',
  ])('%s is none where R05 answers', (word) => {
    expect(labels(`${DIALOGUE}\n\n${word}: det.`)).toEqual(labels(DIALOGUE));
  });
});

describe('a group with bold labels', () => {
  it('has a speaker in every bold name, once and right after the title block', () => {
    const text = '# Fokusgruppe\nDato: i dag\n**Mette:** Travlt.\n\n**R1 (teamleder):** Stress.\n\n**Mette:** Ja.\n\n**Lars:** Nej.';
    expect(labels(text)).toEqual(['Mette', 'R1', 'Mette', 'Lars']);
  });

  it('keeps the first turn of those who ask', () => {
    expect(labels('# Interview 3\nDato: i dag\nInterviewer: Fortæl\n\nR1: Ja.\n\nInterviewer: Mere\n\nR1: Nej.')).toEqual([
      'Interviewer',
      'R1',
      'Interviewer',
      'R1',
    ]);
  });
});

describe('a label in use', () => {
  it.each([
    'R05:Ja.',
    '**R05:**Ja.',
    '**R05: **Ja.',
    'R05:(griner) Ja.',
    'r05: Ja.',
    '**R05** (chef): Ja.',
    '\u200eR05: Ja.',
    'R\u00ad05: Ja.',
  ])('is read in %j', (line) => {
    expect(labels(`R05: Hej.\n\nI: Hvad?\n\n${line}`)).toEqual(['R05', 'I', 'R05']);
  });

  it.each(['R05:30 gik han.', 'I://nej'])('is not read in %j', (line) => {
    expect(labels(`${DIALOGUE}\n\n${line}`)).toEqual(labels(DIALOGUE));
  });

  it('begins after the line ends of word processors too', () => {
    expect(labels('I: Hvad?\u2028\u2028R05: Ja.\u000bI: Og?')).toEqual(['I', 'R05', 'I']);
  });

  it('asks though front matter names the person', () => {
    const { participants } = read('---\nparticipants: {I: {participant: YH}}\n---\nI: Hvad?\n\nR1: Ja.');
    expect(participants.get('I')).toMatchObject({ id: 'YH', role: 'interviewer' });
  });

  it('asks as Spørgsmål, answered by Svar', () => {
    const { participants } = read('Spørgsmål: Hvad?\n\nSvar: Det.\n\nSpørgsmål: Og?\n\nSvar: Nej.');
    expect([...participants].map(([label, { role }]) => [label, role])).toEqual([
      ['Spørgsmål', 'interviewer'],
      ['Svar', undefined],
    ]);
  });
});

describe('front matter', () => {
  it('is not seen in speech between two rules', () => {
    expect(labels('---\nI: Hvad?\n---\nR05: Ja.')).toEqual(['I', 'R05']);
  });

  it('that names a label nobody speaks by is told of', () => {
    expect(read('---\nparticipants: {R6: {role: chef}}\n---\nR05: Ja.').notes).toEqual(['front matter: R6 never speaks']);
  });
});
