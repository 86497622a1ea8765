import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf, faultsOfPromise } from '../../files/faults.ts';
import { askers, read, readFile, said } from '../reading.ts';
import { runs } from '../../chance.ts';

/** Something said: by whom, from when to when in seconds, and which words. */
interface Utterance {
  readonly speaker: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');
const stamp = (seconds: number, comma = '.'): string =>
  `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(Math.floor(seconds) % 60)}${comma}${pad(Math.round((seconds % 1) * 1000), 3)}`;
const times = ({ start, end }: Utterance, comma = '.'): string => `${stamp(start, comma)} --> ${stamp(end, comma)}`;
const wrapped = (words: string): string => words.replace(/(?<=^(?:\S+ ){3}\S+) /, '\n');
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An interview as each program would write it. */
const WRITERS: Readonly<Record<string, (said: readonly Utterance[]) => string>> = {
  'teams.vtt': (said) =>
    `WEBVTT\n\n${said.map((one, i) => `0f1c6b9e/${i}-0\n${times(one)}\n<v ${escaped(one.speaker)}>${wrapped(escaped(one.words))}</v>\n`).join('\n')}`,
  'zoom.vtt': (said) => `WEBVTT\n\n${said.map((one, i) => `${i + 1}\n${times(one)}\n${one.speaker}: ${one.words}\n`).join('\n')}`,
  'noscribe.vtt': (said) =>
    `WEBVTT Interview\n\n${said.map((one, i) => `${i + 1}\n${times(one)}\n<v ${one.speaker}>${escaped(one.words)}\n`).join('\n')}`,
  'graph.vtt': (said) =>
    `WEBVTT\n\n${said.map((one) => `0:0:${one.start % 60}.0 --> 0:0:${one.end % 60}.5\n<v ${one.speaker}>${one.words}</v>\n`).join('\n')}`,
  'named.srt': (said) => said.map((one, i) => `${i + 1}\n${times(one, ',')}\n${one.speaker}: ${wrapped(one.words)}\n`).join('\n'),
  'whisperx.srt': (said) => said.map((one, i) => `${i + 1}\n${times(one, ',')}\n[${one.speaker}]: ${one.words}\n`).join('\n'),
  'dense.srt': (said) => said.map((one, i) => `${i + 1}\n${times(one)}\n<font color="red">${one.speaker}: ${one.words}</font>\n`).join(''),
  'whisperx.json': (said) => JSON.stringify({ segments: said.map(({ words, ...one }) => ({ ...one, text: ` ${words}` })), language: 'da' }),
  'elan.eaf': (said) => {
    const tiers = [...new Set(said.map(({ speaker }) => speaker))].map((speaker) => {
      const own = said.flatMap((one, i) =>
        one.speaker === speaker
          ? [
              `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${i}" TIME_SLOT_REF1="ts${2 * i}" TIME_SLOT_REF2="ts${2 * i + 1}"><ANNOTATION_VALUE>${escaped(one.words)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
            ]
          : [],
      );
      return `<TIER TIER_ID="${escaped(speaker)}" LINGUISTIC_TYPE_REF="tale">${own.join('')}</TIER>`;
    });
    const slots = said.flatMap(({ start, end }, i) => [
      `<TIME_SLOT TIME_SLOT_ID="ts${2 * i}" TIME_VALUE="${start * 1000}"/>`,
      `<TIME_SLOT TIME_SLOT_ID="ts${2 * i + 1}" TIME_VALUE="${end * 1000}"/>`,
    ]);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT><TIME_ORDER>${slots.join('')}</TIME_ORDER>${tiers.join('')}</ANNOTATION_DOCUMENT>`;
  },
  'typed.otr': (said) =>
    JSON.stringify({
      text: merged(said)
        .map(([speaker, words]) => `<p><span class="timestamp" data-timestamp="0">00:00:00</span>&nbsp;${speaker}: ${escaped(words)}</p>`)
        .join(''),
      media: 'a.mp3',
    }),
};

const WORDS = [
  'tid',
  'æøå',
  'R&D',
  'ja.',
  'nej,',
  'Kl. 10:30',
  '3 < 5',
  'samarbejde',
  '1999',
  '“hvad?”',
  'A\u030arhus',
  'https://havn.dk',
  'Bo: hej',
];
const TYPED = ['I', 'R2', 'Søren Ågaard', 'Karen'];
const NAMES = ['I', 'Holm, Mette', 'R2', 'Søren Ågaard', "O'Hara", 'SPEAKER_00'];

/** An interview in which everybody speaks at least twice, a second after the one before. */
const interviewsOf = (known: readonly string[]): fc.Arbitrary<Utterance[]> =>
  fc
    .array(fc.record({ who: fc.nat(), words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }) }), {
      minLength: 1,
      maxLength: 20,
    })
    .chain((turns) => fc.shuffledSubarray([...known], { minLength: 2 }).map((names) => ({ turns, names })))
    .map(({ turns, names }) =>
      [...names, ...names, ...names]
        .map((speaker) => ({ speaker, words: `ord fra ${speaker}` }))
        .concat(turns.map(({ who, words }) => ({ speaker: names[who % names.length]!, words: `ord ${words.join(' ')} slut` }))),
    )
    .map((said) => said.map((one, i): Utterance => ({ ...one, start: 2 * i, end: 2 * i + 1 })));

/** What each says until another does. */
function merged(said: readonly Utterance[]): [string, string][] {
  const turns: [string, string][] = [];
  for (const { speaker, words } of said) {
    const last = turns.at(-1);
    if (last?.[0] === speaker) last[1] += ` ${words}`;
    else turns.push([speaker, words]);
  }
  return turns;
}

const interviews = interviewsOf(NAMES);

describe('all speech comes out once, in order, with its speaker', () => {
  test.each(Object.entries(WRITERS))('from %s', async (name, write) => {
    await fc.assert(
      // What is typed has names as people type them.
      fc.asyncProperty(interviewsOf(name === 'typed.otr' ? TYPED : NAMES), fc.constantFrom('\n', '\r\n', '\r'), async (interview, end) => {
        const [transcript] = await readFile(Buffer.from(write(interview).replaceAll('\n', end)), name);
        expect(said(transcript!)).toEqual(merged(interview));
        expect(transcript!.turns[0]!.time).toBe('0:00');
      }),
      { numRuns: runs(60) },
    );
  });
});

const UNNAMED: Readonly<Record<string, (said: readonly Utterance[]) => string>> = {
  'whisper.vtt': (said) =>
    `WEBVTT\n\n${said.map((one) => `${times(one).replaceAll('00:00:', '00:')}\n${escaped(one.words)}\n`).join('\n')}`,
  'whisper.srt': (said) => said.map((one, i) => `${i + 1}\n${times(one, ',')}\n${one.words}\n`).join('\n'),
  'whisper.json': (said) =>
    JSON.stringify({
      text: said.map(({ words }) => words).join(' '),
      segments: said.map(({ words, start, end }) => ({ start, end, text: ` ${words}` })),
    }),
  'whisper.tsv': (said) =>
    `start\tend\ttext\n${said.map(({ words, start, end }) => `${start * 1000}\t${end * 1000}\t${words}\n`).join('')}`,
};

describe('a file that names nobody', () => {
  test.each(Object.entries(UNNAMED))('%s: its words come out once and in order, and it says so', async (name, write) => {
    await fc.assert(
      fc.asyncProperty(interviews, async (interview) => {
        const [transcript] = await readFile(Buffer.from(write(interview)), name);
        const turns = said(transcript!);
        expect(turns.map(([, words]) => words).join(' ')).toBe(interview.map(({ words }) => words).join(' '));
        expect(new Set(turns.map(([speaker]) => speaker))).toEqual(new Set(['Taler']));
        expect(transcript!.notes).toEqual([expect.stringMatching(/^names no speakers: all is said by "Taler".*participants\.csv/)]);
      }),
      { numRuns: runs(60) },
    );
  });

  test('ends a turn at a pause, later inside a sentence, and when it grows long', () => {
    const cue = (start: number, end: number, words: string): string => `${stamp(start)} --> ${stamp(end)}\n${words}\n\n`;
    const turns = (...cues: string[]): number[] =>
      said(read(`WEBVTT\n\n${cues.join('')}`, { name: 'a.vtt' })).map(([, words]) => words.split(' ').length);
    expect(turns(cue(0, 2, 'Et.'), cue(2.9, 4, 'To.'), cue(5, 6, 'Tre.'))).toEqual([2, 1]);
    expect(turns(cue(0, 2, 'Et'), cue(6.9, 8, 'to'), cue(13, 14, 'tre'))).toEqual([2, 1]);
    expect(turns(cue(0, 10, 'Et.'), cue(10, 29, 'To.'), cue(29, 31, 'Tre.'), cue(31, 40, 'Fire.'))).toEqual([3, 1]);
    expect(turns(cue(0, 60, 'et'), cue(60, 119, 'to'), cue(119, 130, 'tre'), cue(130, 140, 'fire'))).toEqual([3, 1]);
  });
});

const vtt = (...cues: string[]): string => `WEBVTT\n\n${cues.map((text, i) => `${stamp(i)} --> ${stamp(i + 1)}\n${text}\n`).join('\n')}`;
const name = 'a.vtt';

describe('who speaks', () => {
  test('is the same person in composed and decomposed letters, and with blanks nobody sees', () => {
    expect(said(read(vtt('<v Åse>A', '<v A\u030ase>B', '<v \u200e Åse >C'), { name }))).toEqual([['Åse', 'A B C']]);
  });

  test('has the title in parentheses, which gives a role', () => {
    const { participants } = read(vtt('<v Holm, Mette (centerchef)>A'), { name });
    expect([...participants].map(([label, { role, title }]) => [label, role, title])).toEqual([['Holm, Mette', 'chef', 'centerchef']]);
  });

  test('is two people when one name has two titles, and the whole name when the participants table has it', () => {
    expect(said(read(vtt('<v Karen (HR)>A', '<v Karen (IT)>B'), { name })).map(([speaker]) => speaker)).toEqual([
      'Karen (HR)',
      'Karen (IT)',
    ]);
    const participants = 'transcript,speaker\na,Karen (HR)\n';
    expect(said(read(vtt('<v Karen (HR)>A'), { name, participants })).map(([speaker]) => speaker)).toEqual(['Karen (HR)']);
  });

  test('asks when the label is one of those who do', () => {
    expect(askers(read(vtt('<v Interviewer>A', '<v Mette>B'), { name }))).toEqual(['Interviewer']);
  });

  test.each([
    [
      'goes on where names stand at the turns only',
      ['Karen: A', 'b', 'Hans: C', 'd', 'Karen: E', 'Hans: F'],
      ['Karen|A b', 'Hans|C d', 'Karen|E', 'Hans|F'],
    ],
    ['goes on in captions, where >> is somebody else', ['>> KAREN: A', 'b', '>> C', 'd', '>> KAREN: E'], ['KAREN|A b', '–|C d', 'KAREN|E']],
    [
      'is nobody known where a program names each cue',
      ['Karen: A', 'Karen: B', 'Hans: C', 'd', 'Hans: E'],
      ['Karen|A B', 'Hans|C', '–|d', 'Hans|E'],
    ],
    ['is nobody known beside [SPEAKER_00]', ['[SPEAKER_00]: A', 'b', '[SPEAKER_01]: C'], ['SPEAKER_00|A', '–|b', 'SPEAKER_01|C']],
    ['is nobody known beside voices', ['<v Karen>A', 'b', '<v Karen>C</v> d'], ['Karen|A', '–|b', 'Karen|C', '–|d']],
  ])('without a name %s', (_, cues, turns) => {
    const transcript = read(vtt(...cues), { name });
    expect(said(transcript).map((turn) => turn.join('|'))).toEqual(turns);
    expect(transcript.notes).not.toEqual([]);
    for (const note of transcript.notes) expect(note).toMatch(/^\d cues? without a name/);
  });

  test('that is doubtful is told of', () => {
    expect(read(vtt('I: A', 'R1: B', 'Havnen: c', 'I: D'), { name }).notes.join()).toMatch(
      /not taken for a speaker: "Havnen:" \(line 10\)/,
    );
  });
});

describe('music and noise', () => {
  test.each(['[Musik]', '(latter)', '*griner*', '♪ ♪', '♪ Der er et yndigt land ♪', '...', '(12 seconds pause)', '- [døren smækker]'])(
    '%s is nobody’s words, and told of',
    (noise) => {
      const transcript = read(vtt('<v Bo>Ja', `<v Bo>${noise}`, noise, '<v Bo>da.'), { name });
      expect(said(transcript)).toEqual([['Bo', 'Ja da.']]);
      expect(transcript.notes).toEqual([`2 cues of music or noise left out: ${noise}`]);
    },
  );

  test.each(['Ja (griner) da.', '(Det var nu en meget lang parentes, som hun talte i.)', '[Navn], sagde han', '*', '5'])(
    '%s may be said',
    (words) => {
      expect(said(read(vtt('<v Bo>Ja', `<v Bo>x ${words}`), { name }))).toEqual([['Bo', `Ja x ${words}`]]);
    },
  );
});

describe('a file nobody can read', () => {
  const fault = async (file: string, name: string): Promise<string> => {
    const [found, ...others] = await faultsOfPromise(readFile(Buffer.from(file), name));
    expect(others).toEqual([]);
    return `${found!.place?.line ?? ''}: ${found!.message} (${found!.hint})`;
  };

  test.each([
    ['a.vtt', 'Kære alle\n\nHer er referatet.', /^1: is no WebVTT file: it does not begin with WEBVTT \(write WEBVTT/],
    ['a.srt', 'Kære alle\n\nHer er referatet.', /^: holds no cue \(.*save it as \.txt/],
    ['a.json', '{"name": "noget-andet"}', /^: is JSON, but no transcript of Whisper or whisperX \(save the transcript as/],
    ['a.json', '{"segments": [{"start": 1}]}', /is JSON, but no transcript/],
    ['a.json', '{"segments": [1, null]}', /is JSON, but no transcript/],
    ['a.json', '[]', /is JSON, but no transcript/],
    ['a.json', 'null', /is JSON, but no transcript/],
    ['a.json', '', /^: is damaged: its JSON breaks off/],
    [
      'a.json',
      '{"text": "Hej", "segments": [{"start": 0.0, "te',
      /is damaged: its JSON breaks off or is not well-formed \(have it made anew\)/,
    ],
    ['a.json', '['.repeat(500_000), /is damaged: its JSON/],
    ['a.otr', '{"text": 5}', /holds no transcript of oTranscribe/],
    ['a.otr', '{"text": "<p>I: Hv', /holds no transcript of oTranscribe/],
    ['a.eaf', '<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIER TIER_ID="A"><ANNOT', /is damaged: its XML breaks off/],
    ['a.eaf', '<!DOCTYPE a [<!ENTITY b "c">]><ANNOTATION_DOCUMENT/>', /is damaged: its XML declares a DOCTYPE/],
    ['a.eaf', '<ANNOTATION_DOCUMENT></ANNOTATION_DOCUMENT>', /holds no tiers/],
    [
      'a.vtt',
      `WEBVTT\n\n00:00.000 --> 00:01.000\n<v ${'Mette '.repeat(33_000)}>Ja.`,
      /^4: the name of a speaker is \d+ characters long \(mend the file/,
    ],
  ])('%s %#: one sentence', async (name, file, sentence) => {
    expect(await fault(file, name)).toMatch(sentence);
  });

  test.each([
    ['a.vtt', ''],
    ['a.vtt', 'WEBVTT'],
    ['a.vtt', 'WEBVTT - Møde\n\nNOTE intet\n'],
    ['a.srt', '\n'],
    ['a.json', '{"text": "", "segments": [], "language": "da"}'],
    ['a.tsv', 'start\tend\ttext\n'],
    ['a.eaf', '<ANNOTATION_DOCUMENT><TIER TIER_ID="A"/></ANNOTATION_DOCUMENT>'],
    ['a.otr', '{"text": ""}'],
  ])('%s %#: or no words at all', async (name, file) => {
    expect((await readFile(Buffer.from(file), name)).map(({ text, turns }) => [text, turns])).toEqual([['', []]]);
  });

  const HOSTILE: readonly [string, string][] = [
    ['a.vtt', `WEBVTT\n\n${'00:00.000 --> 00:01.000\n<v A>ja\n\n'.repeat(30_000)}`],
    ['a.vtt', `WEBVTT\n\n00:00.000 --> 00:01.000\n${'<v A>ja '.repeat(50_000)}`],
    ['a.vtt', `WEBVTT\n\n00:00.000 --> 00:01.000\n${'<'.repeat(500_000)}${'&'.repeat(500_000)}`],
    ['a.vtt', `WEBVTT\n\n00:00.000 --> 00:01.000\n${'//S02: ja // '.repeat(30_000)}`],
    ['a.vtt', `WEBVTT\n\n${'-->\n'.repeat(500_000)}`],
    ['a.vtt', `WEBVTT\n\n${Array.from({ length: 10_000 }, (_, i) => `${stamp(i)} --> ${stamp(i + 1)}\nNavn${i}: ja\n`).join('\n')}`],
    [
      'a.vtt',
      `WEBVTT\n\n${Array.from({ length: 10_000 }, (_, i) => `${stamp(i)} --> ${stamp(i + 1)}\n<v Navn${i} (x${i})>ja\n`).join('\n')}`,
    ],
    ['a.srt', `1\n00:00:00,000 --> 00:00:01,000\n${'9'.repeat(1_000_000)}`],
    ['a.srt', '1\n00:00:00,000 --> 00:00:01,000\n\n'.repeat(30_000)],
    ['a.srt', `1\n00:00:00,000 --> 00:00:01,000\n${'{\\'.repeat(500_000)}${'(('.repeat(30_000)}`],
    ['a.json', JSON.stringify({ segments: Array.from({ length: 30_000 }, (_, i) => ({ start: i, end: i, text: ' ja' })) })],
    ['a.tsv', `start\tend\ttext\n${'0\t1\tja\n'.repeat(50_000)}${'x\n'.repeat(30_000)}`],
    ['a.otr', JSON.stringify({ text: `${'<span class="timestamp">'.repeat(50_000)}${'<p>I: ja'.repeat(50_000)}` })],
  ];
  test.each(HOSTILE)('%s %#: or one of any size, within two seconds', async (name, file) => {
    const before = process.cpuUsage();
    await readFile(Buffer.from(file), name);
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(2);
  });
});

test('WEBVTT and SubRip are known by what they hold, and agendas are not', () => {
  const cue = '00:00:01,000 --> 00:00:02,000\nHej.';
  expect(read(vtt('Hej.'), { name: 'a.txt' }).format).toBe('webvtt');
  expect(read(`1\n${cue}`, { name: 'a.txt' }).format).toBe('subrip');
  expect(read(`Møde 4\n\n1\n${cue}`, { name: 'a.vtt' })).toMatchObject({
    format: 'subrip',
    notes: ['1 line before the first cue left out', expect.anything()],
  });
  expect(read('I: Dagsorden?\n\nR1: Ja.\n\n10:30 --> 11:00 Frokost\n', { name: 'a.txt' }).format).toBe('text');
  expect(faultOf(() => read('WEBVTTX', { name: 'a.vtt' })).message).toMatch(/WEBVTT/);
});

test('a cue without a name is told of by its time where the file has no lines', async () => {
  const segments = [
    { start: 1, text: 'a', speaker: 'A' },
    { start: 65, text: 'b' },
  ];
  const [transcript] = await readFile(Buffer.from(JSON.stringify({ segments })), 'a.json');
  expect(transcript!.notes).toEqual(['1 cue without a name (the first: 1:05), said by "–"']);
});

test('times that no clock shows are none', async () => {
  const segments = [
    { start: -1, end: 0, text: 'a', speaker: 'A' },
    { start: null, text: 'b', speaker: 'B' },
    { start: 86_400, text: 'c', speaker: 'C' },
  ];
  const [transcript] = await readFile(Buffer.from(JSON.stringify({ segments })), 'a.json');
  expect(transcript!.turns.map(({ time }) => time)).toEqual([undefined, undefined, '24:00:00']);
});
