import { describe, expect, test } from 'vitest';
import { isParticipantHeader, parseParticipants } from '../../src/transcript/participants.ts';
import { faultOf, faultsOf } from '../files/faults.ts';
import { read } from './reading.ts';

const interview = 'I: Hvad?\n\nR05 (teamleder): Tid.\n';
const person = (participants: string | undefined, text = interview, name = '01.md'): object | undefined =>
  read(text, { name, ...(participants === undefined ? {} : { participants }) }).participants.get('R05');

describe('a person', () => {
  test('is the interview and the label when nobody says more', () => {
    expect(person(undefined)).toMatchObject({ id: '01.md/R05', role: 'leder', title: 'teamleder' });
    expect(person(undefined, 'R05: Ja.\n')).toEqual({
      id: '01.md/R05',
      role: undefined,
      title: undefined,
      attributes: {},
      consent: undefined,
    });
  });

  test('is taken field by field: the table, then front matter, then the label', () => {
    const front = '---\nparticipants: {R05: {participant: P50, role: sagsbehandler, consent: nej, by: Ryde, alder: 45}}\n---\n';
    expect(person('transcript,speaker,alder\n01,R05,46\n', front + interview)).toEqual({
      id: 'P50',
      role: 'medarbejder',
      title: 'sagsbehandler',
      consent: 'nej',
      attributes: { by: 'Ryde', alder: '46' },
    });
    expect(person('transcript,speaker,participant,role,consent\n01,R05,P05,centerchef,godkendes\n', front + interview)).toMatchObject({
      id: 'P05',
      role: 'chef',
      title: 'centerchef',
      consent: 'godkendes',
    });
    expect(person('transcript,speaker,participant,role\n01,R05,P05,\n')).toMatchObject({ id: 'P05', role: 'leder' });
  });

  test('has no role when no alias fits her title', () => {
    expect(person('transcript,speaker,role\n01,R05,astronaut\n')).toMatchObject({ role: undefined, title: 'astronaut' });
  });

  test.each(['runde1/01.md', 'runde1/01', '01.md', '01'])('is found in the table under the interview’s name %s', (called) => {
    expect(person(`transcript,speaker,participant\n${called},R05,P05\n`, interview, 'runde1/01.md')).toMatchObject({ id: 'P05' });
  });

  test('is found under the id the interview gives itself, and under its path', () => {
    for (const called of ['samtale-7', '01']) {
      const text = `---\nid: samtale-7\n---\n${interview}`;
      expect(person(`transcript,speaker,participant\n${called},R05,P05\n`, text)).toMatchObject({ id: 'P05' });
    }
  });

  test('is found though the table is written in other Unicode letters', () => {
    const transcript = read('Åse: Ja.\n', { name: 'årsmøde.md', participants: 'transcript,speaker,role\na\u030arsmøde,A\u030ase,chef\n' });
    expect(transcript.participants.get('Åse')?.role).toBe('chef');
  });
});

describe('the role interviewer', () => {
  test('is had by a label people use for those who ask', () => {
    expect(read(interview).participants.get('I')?.role).toBe('interviewer');
  });

  test.each([
    ['the table', '', 'transcript,speaker,role\n01,R05,Interviewer\n'],
    ['front matter by role', '---\nparticipants: {R05: {role: interviewer}}\n---\n', undefined],
    ['front matter by list', '---\ninterviewer: [R05]\n---\n', undefined],
  ])('is given by %s', (_, front, table) => {
    expect(person(table, front + interview)).toMatchObject({ role: 'interviewer' });
  });

  test('is kept by an asker whom the table gives a number but no role', () => {
    const transcript = read(interview, { participants: 'transcript,speaker,participant,role\n01,I,P99,\n' });
    expect(transcript.participants.get('I')).toMatchObject({ id: 'P99', role: 'interviewer' });
  });

  test('is not had by a label the table gives another role', () => {
    const transcript = read(interview, { participants: 'transcript,speaker,role\n01,I,chef\n' });
    expect(transcript.participants.get('I')?.role).toBe('chef');
  });
});

describe('consent', () => {
  test.each([
    ['ja', 'ja'],
    ['Nej', 'nej'],
    ['GODKENDES', 'godkendes'],
    ['', undefined],
  ])('written "%s" is %s', (written, consent) => {
    expect(person(`transcript,speaker,consent\n01,R05,${written}\n`)).toMatchObject({ consent });
  });

  test('that is none of the three is refused, with the row', () => {
    expect(faultOf(() => person('transcript,speaker,consent\n01,I,\n01,R05,måske\n')).place).toEqual({ path: 'participants.csv', line: 3 });
  });
});

describe('participants.csv', () => {
  test('may be divided by semicolons and hold any attributes', () => {
    const table = 'transcript;speaker;participant;role;Køn;alder\n01;R05;P05;chef;k;\n';
    expect(person(table)).toEqual({ id: 'P05', role: 'chef', title: 'chef', attributes: { Køn: 'k' }, consent: undefined });
  });

  test('is refused when one label of an interview stands twice, with both places', () => {
    const fault = faultOf(() => parseParticipants('transcript,speaker,participant\n01,R1,P1\n02,R1,P2\n01,R1,P3\n', 'data/p.csv'));
    expect(fault.place).toEqual({ path: 'data/p.csv', line: 4 });
    expect(fault.message).toMatch(/R1.*01/);
    expect(fault.hint).toContain('data/p.csv:2');
  });

  test('is refused without its columns, telling all that are missing and those there are', () => {
    const faults = faultsOf(() => parseParticipants('interview,taler\n01,R1\n', 'p.csv'));
    expect(faults.map((fault) => fault.message)).toEqual([expect.stringContaining('transcript'), expect.stringContaining('speaker')]);
    expect(faults[0]!.hint).toMatch(/interview, taler/);
  });

  test('is refused with every row that lacks its interview or its label', () => {
    const faults = faultsOf(() => parseParticipants('transcript,speaker\n,R1\n01,R1\n01, \n', 'p.csv'));
    expect(faults.map((fault) => fault.place?.line)).toEqual([2, 4]);
  });

  test('is known by its header', () => {
    expect(isParticipantHeader(['transcript', 'speaker', 'participant', 'alder'])).toBe(true);
    expect(isParticipantHeader(['taler', 'tekst'])).toBe(false);
  });
});
