import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askers, read } from './reading.ts';
import { runs } from '../chance.ts';

/** Who says what, when: what is blanked inside a turn shows as one blank. */
const turns = (text: string): string[] => {
  const transcript = read(text, { name: '01.txt' });
  return transcript.turns.map(
    ({ speaker, time, span }) =>
      `${speaker}${time === undefined ? '' : ` [${time}]`} | ${transcript.text.slice(span.start, span.end).replace(/\s+/g, ' ')}`,
  );
};

const dialogue = (asks: string, answers: string): string =>
  `${asks}Hvad er svært?\n\n${answers}Vi mangler hænder.\n\n${asks}Og ellers?\n\n${answers}Ikke noget.\n`;

describe('a label is set off', () => {
  it.each([
    ['in brackets', '[Ida] ', '[Bo Lund] ', 'Ida', 'Bo Lund'],
    ['in brackets with a colon', '[I]: ', '[R05]: ', 'I', 'R05'],
    ['in brackets, by a program', '[SPEAKER_00]: ', '[SPEAKER_01]: ', 'SPEAKER_00', 'SPEAKER_01'],
    ['in brackets that Markdown escapes', '\\[Ida\\] ', '\\[Bo\\] ', 'Ida', 'Bo'],
    ['in braces', '{Ida} ', '{Bo Lund} ', 'Ida', 'Bo Lund'],
    ['in braces with a colon', '{Ida}: ', '{Bo}: ', 'Ida', 'Bo'],
    ['by #', '#Ida: ', '#Bo: ', 'Ida', 'Bo'],
    ['by @', '@Ida: ', '@Bo: ', 'Ida', 'Bo'],
    ['by >>', '>> IDA: ', '>> BO: ', 'IDA', 'BO'],
    ['by a tab', 'I\t', 'R1\t', 'I', 'R1'],
    ['by a colon and a tab', 'Teacher 4:\t', 'RESPONDENT:\t', 'Teacher 4', 'RESPONDENT'],
    ['by a hyphen and a tab', 'Researcher 2-\t', 'Teacher 4-\t', 'Researcher 2', 'Teacher 4'],
    ['in bold without a colon', '**Interviewer** ', '**Bo Lund** ', 'Interviewer', 'Bo Lund'],
    ['in italics', '*I:* ', '*Bo:* ', 'I', 'Bo'],
    ['in bold italics', '***I:*** ', '***Bo:*** ', 'I', 'Bo'],
    ['f4', 'I: ', 'B: ', 'I', 'B'],
    ['in Danish', 'Interviewer 1: ', 'Interviewperson: ', 'Interviewer 1', 'Interviewperson'],
    ['with a title after a comma', 'I: ', 'Åse Ørsted, SOSU-assistent: ', 'I', 'Åse Ørsted'],
    ['with a title after a comma, in short', 'I: ', 'R05, chef: ', 'I', 'R05'],
    ['with a title in parentheses', 'I: ', 'Bo (tillidsrepræsentant, Park): ', 'I', 'Bo'],
  ])('%s', (_, asks, answers, asker, answerer) => {
    expect(turns(dialogue(asks, answers))).toEqual([
      `${asker} | Hvad er svært?`,
      `${answerer} | Vi mangler hænder.`,
      `${asker} | Og ellers?`,
      `${answerer} | Ikke noget.`,
    ]);
  });

  it.each([
    ['a dash', 'Interviewer – ', 'Informant – ', 'Interviewer', 'Informant'],
    ['a hyphen between blanks', 'I - ', 'R05 - ', 'I', 'R05'],
    ['a dash and a title', 'Interviewer — ', 'IP (centerchef) — ', 'Interviewer', 'IP'],
  ])('by %s, where the file keeps to it', (_, asks, answers, asker, answerer) => {
    expect(turns(dialogue(asks, `${answers}Altså: nej – `))).toEqual([
      `${asker} | Hvad er svært?`,
      `${answerer} | Altså: nej – Vi mangler hænder.`,
      `${asker} | Og ellers?`,
      `${answerer} | Altså: nej – Ikke noget.`,
    ]);
  });

  it.each([
    ['a dash that follows what somebody answers with', 'I: Hvor?\n\nR1: Her.\n\nR1 – altså ham – gik.\n\nI: Ja.', 3],
    ['names that nobody knows', 'Aarhus – en by.\n\nAarhus – den igen.\n\nVejle – en til.\n\nVejle – slut.', 0],
    ['answers alone', 'R1 – den første.\n\nR2 – den anden.\n\nR1 – den første igen.\n', 0],
  ])('not by %s', (_, text, count) => {
    expect(turns(text)).toHaveLength(count);
  });

  it('by bold questions, where nobody is named', () => {
    const text = ['Interview med en leder', '**Hvad er svært?**', 'Tid.', 'Og hænder.', '**Og ellers?**', 'Nej.', '**Andet?**', 'Ja: ro.'];
    expect(turns(text.join('\n\n'))).toEqual([
      'Interviewer | **Hvad er svært?**',
      'Informant | Tid. Og hænder.',
      'Interviewer | **Og ellers?**',
      'Informant | Nej.',
      'Interviewer | **Andet?**',
      'Informant | Ja: ro.',
    ]);
  });

  it('by bold questions above those who answer, where these are named', () => {
    const text = ['**Hvad er svært?**', 'R1: Tid.', 'R2: Hænder.', '**Og ellers?**', 'R1: Nej.', '**Andet?**', 'R2: Jo.'];
    expect(turns(text.join('\n\n'))).toEqual([
      'Interviewer | Hvad er svært?',
      'R1 | Tid.',
      'R2 | Hænder.',
      'Interviewer | Og ellers?',
      'R1 | Nej.',
      'Interviewer | Andet?',
      'R2 | Jo.',
    ]);
  });

  it.each([
    ['questions that are not bold', 'Hvad er svært?\n\nTid.\n\nOg ellers?\n\nNej.\n\nAndet?\n\nJa.'],
    [
      'bold words that are no questions',
      '**Tiden er knap.**\n\nDen går.\n\n**Der mangler ro.**\n\nMeget.\n\n**Hvad?**\n\nJa.\n\n**Det var det.**\n\nTak.',
    ],
    ['one question in bold', '**Hvad er svært?**\n\nTid.'],
  ])('not by %s', (_, text) => {
    expect(turns(text)).toEqual([]);
  });

  it.each(['griner', 'ler', 'kort pause', 'sukker, stille', 'Latter'])('and what she does meanwhile is no title: (%s)', (sound) => {
    const { participants } = read(`I: Hvad?\n\nIP (${sound}): Ja.\n\nI: Og?\n\nIP: Nej.\n`);
    expect(participants.get('IP')?.title).toBeUndefined();
    expect(turns(`I: Hvad?\n\nIP (${sound}): Ja.\n`)).toEqual(['I | Hvad?', 'IP | Ja.']);
  });

  it.each([
    ['Otter', '  55:21  \n', 'Ida Holm', '55:21'],
    ['Otter after an hour', '  1:02:03  \n', 'Ida Holm', '1:02:03'],
    ['Word and Teams', '   0:03\n', 'Mette Holm', '0:03'],
    ['one blank', ' 0:12\n', 'Mette Holm', '0:12'],
    ['a tab', '\t00:12\n', 'Mette Holm', '0:12'],
    ['brackets', ' [00:00:12]\n', 'Mette Holm', '0:12'],
    ['a comma in the name, a title', '   0:03\n', 'Graham, Ken', '0:03', ' (ekstern)'],
    ['Rev', ': (00:09)\n', 'Mette Holm', '0:09'],
    ['brackets before the colon', ' [00:01]: ', 'R05', '0:01'],
    ['parentheses before the colon', ' (00:01): ', 'R05', '0:01'],
    ['a line below', '\n0:03\n', 'Mette Holm', '0:03'],
  ])('with a time: %s', (_, end, name, time, title = '') => {
    expect(turns(`${name}${title}${end}Hej.\n\nOle Dam${end}Jo.\n\n${name}${title}${end}Ja.`)).toEqual([
      `${name} [${time}] | Hej.`,
      `Ole Dam [${time}] | Jo.`,
      `${name} [${time}] | Ja.`,
    ]);
  });

  it.each([
    ['Descript', '[00:00:00] ', ':', '0:00'],
    ['escaped', '\\[00:04:01\\] ', ':', '4:01'],
    ['MAXQDA', '00:03:40.5', ':', '3:40'],
    ['bare', '0:12 ', ':', '0:12'],
    ['from and to', '00:00:12 --> 00:00:15 ', ':', '0:12'],
    ['bold', '[0:12] **', ':**', '0:12'],
    ['inside bold', '**[0:12] ', ':**', '0:12'],
    ['without a colon', '[00:00:12] ', '\n', '0:12'],
  ])('with a time before it: %s', (_, begin, end, time) => {
    expect(turns(`${begin}Ida Holm${end} Hej.\n\n${begin}Ole Dam${end} Jo.`)).toEqual([
      `Ida Holm [${time}] | Hej.`,
      `Ole Dam [${time}] | Jo.`,
    ]);
  });

  it('in bold, with the time beside it', () => {
    expect(turns('**Ida Holm**  34:49  \nHej.\n\n**Ole**  34:55  \nJo.')).toEqual(['Ida Holm [34:49] | Hej.', 'Ole [34:55] | Jo.']);
  });

  it('in a line that is all bold', () => {
    expect(turns('**I: Hvad er svært?**\n\nR1: Tid.\n\n**I: Og ellers?**\n\nR1: Nej.').map((turn) => turn.slice(0, 6))).toEqual([
      'I | Hv',
      'R1 | T',
      'I | Og',
      'R1 | N',
    ]);
  });

  it('and asks as Researcher 2 too', () => {
    expect(askers(read(dialogue('Researcher 2: ', 'Teacher: ')))).toEqual(['Researcher 2']);
  });
});

describe('the exports of programs', () => {
  it('Otter: a title, a footer, speakers who speak once', () => {
    const text = [
      'Interview med havnen',
      'Tue, Jun 16, 2026 11:35AM • 27:42',
      '',
      'Ida Holm  00:00  ',
      'Hvad er: svært? Fortæl.',
      '',
      'Ole Dam  0:07  ',
      'Tiden. Havnen: den er stor.',
      'Og mere.',
      '',
      'Unknown Speaker  55:21  ',
      'Jeg kommer ind.',
      '',
      'Transcribed by https://otter.ai',
    ].join('\n');
    expect(turns(text)).toEqual([
      'Ida Holm [0:00] | Hvad er: svært? Fortæl.',
      'Ole Dam [0:07] | Tiden. Havnen: den er stor. Og mere.',
      'Unknown Speaker [55:21] | Jeg kommer ind.',
    ]);
    expect(read(text).notes).toEqual([]);
    expect(read(text).understood).toEqual(['speakers by "Name  0:12" lines']);
  });

  it.each(['Mette Holm started transcription', 'Mette Holm startede transskription', 'Mette Holm har startet transskription'])(
    'Teams, copied: %s',
    (started) => {
      const text = `Møde om havnen\n16. juni 2026, 11:35\n27m 42s\n\n${started}\n\nMette Holm   0:03\nJa, altså det er\nMette Holm   0:09\nsvært at sige.\nOle Dam   0:12\nNej.\n\nMette Holm stoppede transskriptionen\n`;
      expect(turns(text)).toEqual(['Mette Holm [0:03] | Ja, altså det er svært at sige.', 'Ole Dam [0:12] | Nej.']);
      expect(read(text).notes).toEqual([]);
    },
  );

  it('f4 and easytranscript: a turn begins where the paragraph before it ended', () => {
    const text = 'I: Hvad er svært? #00:00:04-1#\n\nB: Tiden. #00:01:02-3#\n\nOg hænderne. #00:01:10-0#\n\nI: Tak. #01:01:12-9#\n';
    expect(turns(text)).toEqual(['I | Hvad er svært?', 'B [0:04] | Tiden. Og hænderne.', 'I [1:10] | Tak.']);
    expect(read(text).understood).toContain('times stand where paragraphs end: a turn begins at the time before it');
  });

  it('whisperX: a voice that goes on is one turn', () => {
    expect(turns('[SPEAKER_00]: Det er jo\n[SPEAKER_00]: svært.\n[SPEAKER_01]: Ja.\n')).toEqual([
      'SPEAKER_00 | Det er jo svært.',
      'SPEAKER_01 | Ja.',
    ]);
  });
});

describe('a time is never said', () => {
  it.each([
    ['og så [00:04:01] gik hun', 'og så gik hun'],
    ['og så \\[00:04:01\\] gik hun', 'og så gik hun'],
    ['og så [00:04:01], gik hun', 'og så, gik hun'],
    ['og så (00:04:01) gik hun', 'og så gik hun'],
    ['og så #00:04:01-5# gik hun', 'og så gik hun'],
    ['og [uhørligt 00:04:01] gik hun', 'og [uhørligt] gik hun'],
    ['og så gik hun.\n\n[Cross Talk 3:00]\n\nNej.', 'og så gik hun. Nej.'],
    ['og så gik hun.\n\n00:04:01\n\nNej.', 'og så gik hun. Nej.'],
    ['og så\n00:04:01 gik hun', 'og så gik hun'],
  ])('%j', (written, said) => {
    const text = `I: Hvad?\n\nR1: Ja, ${written}\n\n0:12\n\nI: Tak.\n\n0:15\n`;
    expect(turns(text)).toEqual(['I | Hvad?', `R1 | Ja, ${said}`, 'I | Tak.']);
    const { length } = text;
    expect(read(text).text).toHaveLength(length);
  });

  it.each(['kl. 10:30', '10:30', '(10:30)', '(vi mødtes kl. 10:30)', '[mødet kl. 10:30]', '3:1', 'forholdet 2:30'])('but %s is', (said) => {
    expect(turns(`I: Hvornår?\n\nR1: Det var ${said} i går.`)[1]).toBe(`R1 | Det var ${said} i går.`);
    expect(turns(`I: Hvornår?\n\nR1: Det var\n${said} i går.`)[1]).toBe(`R1 | Det var ${said} i går.`);
  });

  it('that begins a turn is its time', () => {
    expect(turns('I: [00:01] Hvad?\n\nR1:\n[00:04] Tid. [00:09] Og mere.\n')).toEqual(['I [0:01] | Hvad?', 'R1 [0:04] | Tid. Og mere.']);
  });
});

describe('all speech comes out once, in order, with its speaker and its time', () => {
  const forms: Readonly<Record<string, (name: string, time: string) => string>> = {
    Otter: (name, time) => `${name}  ${time}  \n`,
    'Otter in Markdown': (name, time) => `**${name}**  ${time}\n`,
    Teams: (name, time) => `${name}   ${time}\n`,
    Descript: (name, time) => `[0:${time}] ${name}: `,
    Rev: (name, time) => `${name}: (${time})\n`,
    MAXQDA: (name, time) => `00:${time}.5${name}: `,
    'a time before the colon': (name, time) => `${name} [${time}]: `,
    'a time in brackets': (name, time) => `${name} [${time}]\n`,
  };
  const word = fc.constantFrom(
    'vi',
    'når',
    'aldrig.',
    'Ærø',
    '–',
    '“nej”,',
    'kl. 10:30',
    '(griner)',
    '3:',
    'Altså:',
    '[latter]',
    'Bo?',
    '😀',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 10 }).map((all) => `Jo, ${all.join(' ')}`);
  const name = fc.constantFrom('Ida Holm', 'Ole', 'Åse Ørsted', 'R05', 'Interviewer');
  const cue = fc.record({ name, paragraphs: fc.array(words, { minLength: 1, maxLength: 2 }), mark: fc.boolean() });

  it.each(Object.entries(forms))('in the form of %s', (_, form) => {
    fc.assert(
      fc.property(fc.array(cue, { minLength: 2, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (cues, lineEnd) => {
        const times = cues.map((__, i) => `${String(10 + i)}:0${i % 10}`);
        const written = cues
          .map(({ name: who, paragraphs, mark }, i) => form(who, times[i]!) + (mark ? '[00:00:01] ' : '') + paragraphs.join('\n\n'))
          .join('\n\n')
          .replaceAll('\n', lineEnd);
        const expected: { who: string; time: string; said: string }[] = [];
        for (const [i, { name: who, paragraphs }] of cues.entries()) {
          const last = expected.at(-1);
          if (last?.who === who) last.said += ` ${paragraphs.join(' ')}`;
          else expected.push({ who, time: times[i]!, said: paragraphs.join(' ') });
        }
        expect(turns(written)).toEqual(expected.map(({ who, time, said }) => `${who} [${time}] | ${said}`));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('days with a time are no speakers', () => {
  it('whose times do not follow each other', () => {
    expect(turns('I: Hvornår?\n\nR1: Vi åbner sådan her.\n\nMandag 10:30\n\nTirsdag 9:15\n\nOnsdag 11:00\n')).toEqual([
      'I | Hvornår?',
      'R1 | Vi åbner sådan her. Mandag 10:30 Tirsdag 9:15 Onsdag 11:00',
    ]);
  });

  it('but one cue in a file is said', () => {
    expect(turns('Ida Holm  0:02\nHej.\n\nOg hej.\n')).toEqual(['Ida Holm [0:02] | Hej. Og hej.']);
  });

  it('but a recording of two parts has its speakers', () => {
    const text = 'Ida Holm  0:02\nHej.\n\nBo Lund  9:15\nHej.\n\nIda Holm  0:01\nVidere.\n\nBo Lund  0:04\nJa.\n';
    expect(turns(text)).toHaveLength(4);
  });

  it('and Zoom sets its speakers in brackets', () => {
    expect(turns('[Ida Holm] 14:05:22\nHej.\n\n[Bo] 14:05:31\nJo.\n')).toEqual(['Ida Holm [14:05:22] | Hej.', 'Bo [14:05:31] | Jo.']);
  });
});

describe('one style a file', () => {
  it('leaves in the speech what looks like a label of another', () => {
    const text = 'Ida:  Hvad?\n\nBo: Tid.\n\n[Kommunen] svarer ikke.\n\n[Kommunen] er stor.\n\nIda: Og?\n\nBo: Nej.\n';
    expect(turns(text)).toEqual(['Ida | Hvad?', 'Bo | Tid. [Kommunen] svarer ikke. [Kommunen] er stor.', 'Ida | Og?', 'Bo | Nej.']);
  });

  it('unless the table of speakers names it', () => {
    const text = 'Ida: Hvad?\n\nBo: Tid.\n\n[Kommunen] Nej.\n\nIda: Og?\n\nBo: Nej.\n';
    const { turns: found } = read(text, { participants: 'transcript,speaker,role\n01,Kommunen,chef\n' });
    expect(found.map(({ speaker }) => speaker)).toEqual(['Ida', 'Bo', 'Kommunen', 'Ida', 'Bo']);
  });

  it.each([
    ['[Ida] Hvad?\n\n[Bo] Tid.\n\n[Ida] Og?\n\n[Bo] Nej.', 'speakers by "[Name] …"'],
    ['I: Hvad?\n\nR1: Tid.', 'speakers by "Name: …"'],
    ['**I** Hvad?\n\n**R1** Tid.', 'speakers by a bold name at the beginning of a line'],
    ['I\tHvad?\nR1\tTid.', 'speakers by a name and a tab'],
  ])('is told: %j', (text, understood) => {
    expect(read(text).understood).toEqual([understood]);
  });
});

describe('a name that speaks once beside R1', () => {
  it.each(['Mette Lund', 'Karen J.', 'Åse Ørsted, SOSU-assistent'])('%s is a speaker', (name) => {
    const [first] = name.split(',');
    expect(turns(`I: Hvad?\n\nR1: Tid.\n\n${name}: Ja, og hænder.\n\nR1: Nej.`)[2]).toBe(`${first} | Ja, og hænder.`);
  });

  it('is one when she is spoken to', () => {
    expect(turns('I: Hvad?\n\nR1: Tid.\n\nI: Hvad siger du, Mette?\n\nMette: Ja.\n\nR1: Nej.')[3]).toBe('Mette | Ja.');
  });

  it('is one where the title block names her, in the middle of lines', () => {
    expect(turns('Dato: i dag\nDeltagere: Mette, Jens\n\nI: Hvad?\nMette: Tid.\n(alle griner)\nJens: Ja.\nI: Og?')).toHaveLength(4);
  });

  it('is told of in the middle of lines too', () => {
    expect(read('I: Hvad?\nR1: Tid.\n(alle griner)\nJens: Ja.\nI: Og?').notes).toEqual([expect.stringContaining('"Jens:" (line 4)')]);
  });

  it('is told of when it may be none', () => {
    expect(read('I: Hvad?\n\nR1: Tid.\n\nMette: Ja.\n\nR1: Nej.').notes).toEqual([expect.stringContaining('"Mette:" (line 5)')]);
  });

  it('is a spelling of one who speaks', () => {
    expect(turns('Karen J.: Tid.\n\nI: Hvad?\n\nKaren J.: Ja.\n\nI: Og?\n\nkaren j: Nej.').at(-1)).toBe('karen j | Nej.');
  });

  it('is one where the title block names her', () => {
    expect(turns('Dato: i dag\nDeltagere: Mette Lund, Bo\n\nI: Hvad?\n\nR1: Tid.\n\nMette: ja.\n\nBo: nej.').slice(2)).toEqual([
      'Mette | ja.',
      'Bo | nej.',
    ]);
  });

  it('is one where each turn is a line, between the lines of others', () => {
    expect(turns('I: Hvad?\nR1: Tid.\nI: Og?\nBo: Ja.\nR1: Nej.\nLis: Jo.')).toHaveLength(6);
  });

  it.each([
    ['Spørgsmål 1', 'Spørgsmål 2', 'Svar'],
    ['Q1', 'Q2', 'A'],
  ])('is a question that is numbered: %s, %s', (first, second, answer) => {
    const transcript = read(`${first}: Hvad?\n\n${answer}: Tid.\n\n${second}: Og?\n\n${answer}: Nej.`);
    expect(transcript.turns).toHaveLength(4);
    expect(askers(transcript)).toEqual([first, second]);
  });

  it.each(['Mette sagde', 'Mette og Bo', 'Mette, du ved'])('is none in %s', (label) => {
    expect(turns(`I: Hvad?\n\nMette: Tid.\n\n${label}: nu stopper vi.\n\nI: Og?\n\nMette: Nej.`)).toHaveLength(4);
  });

  it('is a first name with its title, the first time', () => {
    expect(turns('I: Hvem er I?\n\nMette, pædagog: Hej.\n\nI: Og?\n\nMette: Ja.\n\nMette: Nej.')[1]).toBe('Mette | Hej.');
  });
});

describe('nobody speaks', () => {
  const DIALOGUE = 'I: Hvad?\n\nR1: Tid.';

  it.each(['[latter]', '[Latter]', '[Pause] Ja.', '– Hvad siger du?', '- Ja.', '[…]', '[navn] sagde nej.', '[R2] sagde nej.', '# 3'])(
    'in %j',
    (line) => {
      expect(turns(`${DIALOGUE}\n\n${line}\n\n${line}`).map((turn) => turn.split(' |')[0])).toEqual(['I', 'R1']);
    },
  );

  it('in a bold line that tells what happens: it is left out, and told', () => {
    const text = '**Ida:** Hvad?\n\n**Bo:** Tid.\n\n**Break:** 10 minutter\n\nVidere.\n\n**Ida:** Og?\n\n**Bo:** Nej.';
    expect(turns(text)).toEqual(['Ida | Hvad?', 'Bo | Tid.', 'Bo | Videre.', 'Ida | Og?', 'Bo | Nej.']);
    expect(read(text).understood).toContain('left out, said by nobody: "**Break:** 10 minutter"');
  });

  it.each(['**Pause** er vigtigt.', '**Pause:** det er vigtigt.'])('but %s is said where labels are not bold', (line) => {
    expect(turns(`I: Hvad?\n\nR1: Tid.\n\n${line}`)[1]).toBe(`R1 | Tid. ${line}`);
  });

  it('in a dialogue of dashes', () => {
    expect(turns('– Hvad er svært?\n\n– Tiden.\n\n– Og ellers?\n')).toEqual([]);
  });

  it('in the title block of an English interview', () => {
    const block =
      'Interviewer: Yasmine Hassan\nInterviewee: Mona Adel (nurse)\nDate: 3 May 2026\nPlace: Cairo\nLanguage: Arabic\nTranscribed by: Ida Holm';
    expect(turns(`${block}\n\nInterviewer: What is hard?\n\nMona: Time.\n\nInterviewer: And?\n\nMona: Hands.\n`)).toEqual([
      'Interviewer | What is hard?',
      'Mona | Time.',
      'Interviewer | And?',
      'Mona | Hands.',
    ]);
  });

  it('in a block that says who asks, by name or initials', () => {
    const block = 'Interview 4\nInterviewer: Ida Holm\nInformant: Bo Lund (BL), leder\nDato: 3/5 2026\n\n';
    for (const asks of ['IH', 'Ida', 'Ida Holm']) {
      const transcript = read(`${block}${asks}: Hvad?\n\nBL: Tid.\n\n${asks}: Og?\n\nBL: Nej.`);
      expect(askers(transcript)).toEqual([asks]);
      expect(transcript.understood).toContain(`asks, as the title block says: ${asks}`);
    }
  });

  it('in the lines of a hanging indent', () => {
    const indent = ' '.repeat(16);
    const text = `Interviewer:    Hvad er svært\n${indent}Altså: i dag?\n\nMette:          Det er\n\n${indent}Birthe: hun er væk.\n\n${indent}Birthe: og hun.\n\nInterviewer:    Nå.\n\nMette:          Ja.\n`;
    expect(turns(text)).toEqual([
      'Interviewer | Hvad er svært Altså: i dag?',
      'Mette | Det er Birthe: hun er væk. Birthe: og hun.',
      'Interviewer | Nå.',
      'Mette | Ja.',
    ]);
  });

  it('in headings of questions', () => {
    expect(turns('### Q1\nI: Hvad?\n\nR1: Tid.\n\n### Q2\n\nI: Og?\n\nR1: Nej.').map((turn) => turn.split(' |')[0])).toEqual([
      'I',
      'R1',
      'I',
      'R1',
    ]);
  });
});

describe('a text pasted from a PDF', () => {
  const page = (number: number): string => `\n\nBilag 3: Interview med lederen\n${number}\n\n`;
  const text =
    `I: Hvordan har I det? IP: Jo, det er helt okay. I: Ja, altså. IP: Selvfølgelig er der travlt${page(11)}i perioder. ` +
    `I: Hvad gør I så? IP (griner): Vi sam-\narbejder.${page(12)}I: Nå. IP: Ja. Kl. 9: der mødes vi.${page(13)}I: Tak.\n`;

  it('has labels inside its lines, and pages between them', () => {
    expect(turns(text)).toEqual([
      'I | Hvordan har I det?',
      'IP | Jo, det er helt okay.',
      'I | Ja, altså.',
      'IP | Selvfølgelig er der travlt i perioder.',
      'I | Hvad gør I så?',
      'IP | Vi sam- arbejder.',
      'I | Nå.',
      'IP | Ja. Kl. 9: der mødes vi.',
      'I | Tak.',
    ]);
    expect(read(text).understood).toEqual([
      'speakers by "Name: …", also inside lines',
      'left out, of pages: "Bilag 3: Interview med lederen", "11", "12", "13"',
    ]);
  });

  it('keeps the lines of its file', () => {
    expect(read(text).turns.map(({ line }) => line)).toEqual([1, 1, 1, 1, 6, 6, 12, 12, 17]);
  });

  it('tells of words divided at line ends when there are many', () => {
    expect(read(text).notes).toEqual([]);
    const many = `I: Hvad?\n\nR1: ${'Vi sam-\narbejder. '.repeat(5)}`;
    expect(read(many).notes).toEqual([expect.stringMatching(/^5 words are divided at line ends/)]);
    expect(turns(many)[1]).toContain('sam- arbejder');
  });

  it.each([
    ['once', 'I: Hvad?\n\nR1: Hun sagde det. I: Ja, altså.'],
    ['by one', 'I: Hvad?\n\nR1: Ja. R2: det er et rum. R2: det er et andet. R2: et tredje.'],
    ['names', 'I: Hvad?\n\nR1: Ja. Mette: nej. Ole: jo. Mette: nej.'],
  ])('has none inside its lines when it is %s', (_, one) => {
    expect(turns(one)).toHaveLength(2);
  });

  it('has no pages in numbers that people say, and none in labels', () => {
    expect(turns('I: Hvor mange?\n\nR1:\n3\n\nI: Og?\n\nR1:\n5\n\nI: Og?\n\nR1:\n4')).toHaveLength(6);
    expect(turns('I: Hvem er I?\n\nR1:\nIda.\n\nR2:\nBo.\n\nR3:\nLis.').map((turn) => turn.split(' |')[0])).toEqual([
      'I',
      'R1',
      'R2',
      'R3',
    ]);
  });
});

describe('a hostile text', () => {
  it.each([
    ['a label 200,000 characters long', `I: Hvad?\n\n${'A'.repeat(200_000)}: Ja.\n\nR1: Nej.`, 2],
    ['a bold label 200,000 characters long', `I: Hvad?\n\n**${'A'.repeat(200_000)}:** Ja.\n\nR1: Nej.`, 2],
    ['a bracket that never closes', `I: Hvad?\n\n[${'a '.repeat(100_000)}\n\nR1: Nej.`, 2],
    ['200,000 blanks before a colon', `I: Hvad?\n\nMette${' '.repeat(200_000)}: Ja.\n\nR1: Nej.`, 2],
    ['200,000 blanks before a time', `I: Hvad?\n\nMette${' '.repeat(200_000)}0:12\n\nR1: Nej.`, 2],
    ['200,000 stars', `I: Hvad?\n\n${'*'.repeat(200_000)}R1:\n\nR1: Nej.`, 2],
    ['10,000 speakers', Array.from({ length: 10_000 }, (_, i) => `R${i}: Ja.`).join('\n\n'), 10_000],
    [
      '10,000 names',
      Array.from({ length: 10_000 }, (_, i) => `Mette ${'ABCDEFGHIJ'.at(i % 10)}${'æ'.repeat(i % 100)}: Ja.`).join('\n\n'),
      undefined,
    ],
    [
      '10,000 namesakes, and as many spellings of them',
      Array.from(
        { length: 20_000 },
        (_, i) => `Mette ${'ABCDEFGHIJ'.at(i % 10)}${'æ'.repeat((i / 10) % 100)}${i < 10_000 ? '' : ' J.'}: Ja.`,
      ).join('\n\n'),
      undefined,
    ],
    ['100,000 lines with a time', `I: Hvad?\n\nR1: ${'[00:00:01] ja\n'.repeat(100_000)}`, 2],
    ['100,000 numbers', `I: Hvad?\n\nR1: ja\n${Array.from({ length: 100_000 }, (_, i) => i).join('\n')}`, 2],
  ])('%s takes no two seconds', (_, text, count) => {
    const start = process.cpuUsage();
    const found = read(text).turns.length;
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
    if (count !== undefined) expect(found).toBe(count);
  });

  it('with many names before colons tells of a few', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `Havn${'abcdefghij'.at(i % 10)}${'abcdefghij'.at(i / 10)}: den er stor.`);
    expect(read(`I: Hvad?\n\nR1: Ja.\n\n${lines.join('\n\n')}`).notes).toHaveLength(6);
  });
});
