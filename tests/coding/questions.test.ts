import { describe, expect, it } from 'vitest';
import { parseTerm, type WrittenTerm } from '../../src/codebook/terms.ts';
import { QuestionFinder } from '../../src/coding/questions.ts';
import type { Question } from '../../src/model.ts';
import { transcriptOf } from './make.ts';

const question = (id: string, ...asked: WrittenTerm[]): Question => ({ id, label: id, asked: asked.map(parseTerm) });

const GUIDE = [
  question('råd', 'bedste råd', 'anbefal*'),
  question('sag', { all: ['sag', 'lær*'] }, { term: 'forløb', weak: true }, { term: 'eksempel', weak: true }),
  question('fremtid', 'næste skridt', 'fem år'),
];

/** Of each turn the questions it belongs to. */
const answered = (...turns: string[]): readonly (readonly string[])[] => new QuestionFinder(GUIDE, 'da').find(transcriptOf(turns)).ofTurns;

/** What is put: the question, the line, the words, and whether it may be a remark. */
const puts = (...turns: string[]): string[] => {
  const transcript = transcriptOf(turns);
  return new QuestionFinder(GUIDE, 'da').find(transcript).puts.map(({ question: { id }, line, words, unmarked }) => {
    const said = words.map(({ start, end }) => transcript.text.slice(start, end)).join(', ');
    return `${id} ${line}: ${said}${unmarked ? ' (unmarked)' : ''}`;
  });
};

describe('the question a turn answers', () => {
  it('is the one the interviewer put last, whatever the order of the guide', () => {
    expect(
      answered(
        'R1: Skal vi i gang?',
        'I: Hvad er næste skridt?',
        'R1: Pengene.',
        'I: Og hvad er dit bedste råd?',
        'R1: Spørg pedellen.',
        'I: Hvor ser du det om fem år?',
        'R1: Hos pedellen.',
      ),
    ).toEqual([[], ['fremtid'], ['fremtid'], ['råd'], ['råd'], ['fremtid'], ['fremtid']]);
  });

  it('goes on through follow-ups, and none is put before the first', () => {
    expect(
      answered(
        'I: Hvem er du?',
        'R1: Jeg er chef.',
        'I: Hvad vil du anbefale andre?',
        'R1: Tid.',
        'I: Ja.',
        'R1: Og kaffe.',
        'I: Hvorfor kaffe?',
        'R1: Tja.',
      ),
    ).toEqual([[], [], ['råd'], ['råd'], ['råd'], ['råd'], ['råd'], ['råd']]);
  });

  it('is two where two are put in one turn', () => {
    expect(answered('I: Hvad er dit bedste råd? Og hvad lærte du af den sag?', 'R1: Begynd med kaffen.')).toEqual([
      ['råd', 'sag'],
      ['råd', 'sag'],
    ]);
  });

  it('is not put by a respondent', () => {
    expect(puts('R1: Mit bedste råd?')).toEqual([]);
  });
});

describe('a question is put', () => {
  it('by the sentences that ask: what is only mentioned beside them puts none', () => {
    expect(puts('I: Tak for det bedste råd i dag. Hvilken sag har du lært noget af?')).toEqual(['sag 1: sag har du lært']);
  });

  it('without a question mark too, which is told', () => {
    expect(puts('I: Fortæl om en sag, du lærte noget af.')).toEqual(['sag 1: sag, du lærte (unmarked)']);
  });

  it('by a weak term only in company', () => {
    expect(puts('I: Har du et eksempel?')).toEqual([]);
    expect(puts('I: Har du et eksempel på et forløb?')).toEqual(['sag 1: eksempel, forløb']);
  });

  it('again, as often as it is', () => {
    expect(puts('I: Dit bedste råd?', 'R1: Ro.', 'I: Vil du anbefale andet?')).toEqual(['råd 1: bedste råd', 'råd 3: anbefale']);
  });
});
