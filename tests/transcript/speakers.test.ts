import { describe, expect, test } from 'vitest';
import { askers, read, said } from './reading.ts';

const dialogue = (asks: string, answers: string): string =>
  [`${asks} Hvad er svært?`, `${answers} Vi mangler hænder.`, `${asks} Og ellers?`, `${answers} Ikke noget.`].join('\n\n');

/** An answer in which this line opens a paragraph, or goes on in one. */
const answerWith = (...lines: string[]): [string, string][] =>
  said(read(['I: Hvad skete der?', 'R05: Nu skal du høre.', ...lines, 'I: Og så?', 'R05: Ja.'].join('\n\n')));

describe('a label opens a turn', () => {
  test.each([
    ['I:', 'R05:', 'R05'],
    ['I:', 'R:', 'R'],
    ['I:', 'IP:', 'IP'],
    ['I:', 'IP2:', 'IP2'],
    ['I:', 'R-12:', 'R-12'],
    ['I:', 'R-001-07:', 'R-001-07'],
    ['I:', 'P03:', 'P03'],
    ['Interviewer:', 'Respondent:', 'Respondent'],
    ['INTERVIEWER:', 'INFORMANT 1:', 'INFORMANT 1'],
    ['Interviewer 1:', 'Deltager 4:', 'Deltager 4'],
    ['Moderator:', 'Respondent A:', 'Respondent A'],
    ['I:', 'Chef 2:', 'Chef 2'],
    ['I:', 'Mette:', 'Mette'],
    ['I:', 'Mette Holm:', 'Mette Holm'],
    ['I:', 'Anne-Marie K.:', 'Anne-Marie K.'],
    ['I:', 'Åse Østergård-Ærø:', 'Åse Østergård-Ærø'],
    ['I:', 'Ole af Klercker:', 'Ole af Klercker'],
    ['I:', 'SPEAKER_00:', 'SPEAKER_00'],
    ['**I:**', '**R05:**', 'R05'],
    ['**I**:', '**R05**:', 'R05'],
    ['__I:__', '__R05:__', 'R05'],
    ['**Interviewer:**', '**Mette Holm:**', 'Mette Holm'],
    ['I:\t', 'R05:\t', 'R05'],
    ['I\u00a0:', 'R05\u00a0:', 'R05'],
    ['I :', 'R05 :', 'R05'],
    ['\u200bI:', '\u200bR05:', 'R05'],
    ['  I:', '  R05:', 'R05'],
  ])('written as %s and %s', (asks, answers, speaker) => {
    const transcript = read(dialogue(asks, answers));
    const asker = said(transcript)[0]![0];
    expect(said(transcript)).toEqual([
      [asker, 'Hvad er svært?'],
      [speaker, 'Vi mangler hænder.'],
      [asker, 'Og ellers?'],
      [speaker, 'Ikke noget.'],
    ]);
    expect(askers(transcript)).toEqual([asker]);
  });

  test.each([
    ['R05 (chef):', 'R05', 'chef'],
    ['R05(chef):', 'R05', 'chef'],
    ['R05 (chef, Park og Vej):', 'R05', 'chef, Park og Vej'],
    ['Informant 2 (afdelingsleder):', 'Informant 2', 'afdelingsleder'],
    ['Leder (Park):', 'Leder', 'Park'],
    ['Søren Kirk (leder af Park og Vej):', 'Søren Kirk', 'leder af Park og Vej'],
    ['**R05 (chef):**', 'R05', 'chef'],
    ['**R05 (chef)**:', 'R05', 'chef'],
  ])('with a title in parentheses, as in %s', (label, speaker, title) => {
    const transcript = read(dialogue('I:', label));
    expect(said(transcript).map((turn) => turn[0])).toEqual(['I', speaker, 'I', speaker]);
    expect(transcript.participants.get(speaker)?.title).toBe(title);
  });

  test('with its title given only the first time', () => {
    const transcript = read('I: Hej.\n\nR05 (chef): Hej.\n\nR05: Vi er i gang.\n');
    expect(said(transcript).map((turn) => turn[0])).toEqual(['I', 'R05', 'R05']);
    expect(transcript.participants.get('R05')?.title).toBe('chef');
  });

  test('on a line of its own', () => {
    expect(said(read('I:\nHvad er svært?\n\nR05:\n\nTiden.\n\nOg hænderne.\n'))).toEqual([
      ['I', 'Hvad er svært?'],
      ['R05', 'Tiden.\n\nOg hænderne.'],
    ]);
  });

  test.each([
    ['I', 'R05'],
    ['**Interviewer', '**Mette'],
  ])('line by line without blank lines between (%s, %s)', (asks, answers) => {
    const end = asks.startsWith('**') ? ':**' : ':';
    const text = `${asks}${end} Hvad?  \n${answers}${end} Tid.  \n${asks}${end} Og?  \n${answers}${end} Nej.`;
    expect(said(read(text)).map((turn) => turn[1])).toEqual(['Hvad?', 'Tid.', 'Og?', 'Nej.']);
  });

  test('of a name that stands once, when nobody else would answer', () => {
    expect(said(read('I: Fortæl.\n\nMette Holm: Vi har nok at se til.\n'))).toEqual([
      ['I', 'Fortæl.'],
      ['Mette Holm', 'Vi har nok at se til.'],
    ]);
  });

  test('that front matter has named, whatever it looks like', () => {
    const front = '---\ninterviewer: [spørger to]\nparticipants: {bilag x: {role: chef}}\n---\n';
    expect(said(read(`${front}spørger to: Hvad?\n\nbilag x: Tid.\n`)).map((turn) => turn[0])).toEqual(['spørger to', 'bilag x']);
  });

  test('of several respondents in one interview', () => {
    const text = 'Moderator: Hej.\n\nR1: Hej.\n\nR2 (leder): Hej.\n\nMette Lund: Hej.\n\nR1: Vi mangler tid.\n\nMette Lund: Ja.\n';
    expect(said(read(text)).map((turn) => turn[0])).toEqual(['Moderator', 'R1', 'R2', 'Mette Lund', 'R1', 'Mette Lund']);
  });
});

describe('a line is no label and goes on with the speaker before', () => {
  test.each([
    'kl. 10:30 kom bussen.',
    'Kl. 10: så kom bussen.',
    '10:30 kom bussen.',
    '10.30: der kom bussen.',
    'http://sundmark.dk/havn',
    'https://sundmark.dk/havn',
    'Bemærk: det er vigtigt.',
    'Altså: vi kunne ikke.',
    'Eksempel: havnen.',
    'Problemet er: vi mangler tid.',
    'Han sagde: kom i morgen.',
    'Ad 1: det nytter ikke.',
    'PS: glem det ikke.',
    'NB: glem det ikke.',
    'For det første: tid.',
    'Dato: den husker jeg ikke.',
    'Så sagde hun, at det var nok: nu stopper vi.',
    'Det jeg mener er altså: ingen tid.',
    '“Kom nu”: det var det, han sagde.',
    'Chefen: kom nu!',
    'Konklusion: det virker.',
    '2018: det år gik det galt.',
    '– R1: kom nu, sagde han.',
    '> Mette: kom nu',
    '- Tid: for lidt',
  ])('%s', (line) => {
    const turns = answerWith(line);
    expect(turns.map((turn) => turn[0])).toEqual(['I', 'R05', 'I', 'R05']);
    expect(turns[1]).toEqual(['R05', `Nu skal du høre.\n\n${line}`]);
  });

  test.each(['Altså', 'Eksempel', 'Problemet er', 'Hun sagde', '10.30', 'For det første', 'Bemærk', 'https', 'Note'])(
    '%s: … not even when it returns',
    (word) => {
      expect(answerWith(`${word}: det ene.`, `${word}: det andet.`).map((turn) => turn[0])).toEqual(['I', 'R05', 'I', 'R05']);
    },
  );

  test('a name in the middle of a paragraph', () => {
    expect(answerWith('Vi mødtes:\nBirthe: hun kom.\nBirthe: hun gik.').map((turn) => turn[0])).toEqual(['I', 'R05', 'I', 'R05']);
  });
});

describe('a title block at the top is nobody’s words', () => {
  test.each([
    ['Dato', 'Interview 3\nDato: 18. februar 2026\nSted: Rådhuset, mødelokale 2\nVarighed: 48 minutter'],
    ['an interviewer', 'Dato: 18. februar 2026\nInterviewer: Yasmine Hassan\nRespondent: Mette Holm, chef'],
    ['bold keys', '**Dato:** 18. februar 2026  \n**Interviewer:** Yasmine Hassan  \n**Informant:** Mette Holm'],
    ['two paragraphs', 'Dato: 18. februar 2026\n\nSted: Rådhuset'],
    ['blank lines before', '\n\nDato: 18. februar 2026'],
  ])('with %s', (_, block) => {
    const transcript = read(`${block}\n\nInterviewer: Hvad er svært?\n\nInformant 3 (chef): Tid.\n`);
    expect(said(transcript)).toEqual([
      ['Interviewer', 'Hvad er svært?'],
      ['Informant 3', 'Tid.'],
    ]);
    expect(transcript.notes).toEqual([]);
  });

  test('and names in it are not yet people who return', () => {
    expect(said(read('Dato: i dag\nMette Holm: chef\n\nI: Hvad?\n\nR1: Jo.\n\nMette Holm: det navn skal ikke stå her.\n'))).toHaveLength(2);
  });
});
