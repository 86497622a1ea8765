import { CodifyError } from '../../errors.ts';
import { isInterviewerLabel, tidy } from '../names.ts';
import { findLabels } from '../speakers.ts';
import type { Reading, Source, SpeakerFacts } from './format.ts';
import { Rendering } from './rendering.ts';

/** A stretch of speech with its times, as programs divide what they hear. */
export interface Cue {
  /** Without tags and entities; its lines are divided by LF. */
  readonly text: string;
  /** Where its words begin in the file, where people would look for it there. */
  readonly line?: number | undefined;
  /** In seconds, where the file tells. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** As the file names her, with a title in parentheses, beside the text. */
  readonly speaker?: string | undefined;
  /** Whoever spoke before goes on, unless it names somebody. */
  readonly continues?: boolean;
}

// Said by everybody in a file that names nobody, and by nobody known in one that names some.
const EVERYBODY = 'Taler';
const SOMEBODY = '–';

const NAMES_NOBODY =
  `names no speakers: all is said by "${EVERYBODY}", in turns that end at a pause ` +
  `(where one person speaks, give ${EVERYBODY} a role in participants.csv; else save it as .txt and write I: and R1: where they begin)`;

const LONGEST_NAME = 200;
const SHOWN = 3;

/** The seconds of `1:02:03.450`, `02:03,4` or `0:0:5.320`. */
export function seconds(clock: string): number | undefined {
  const [, hours = '0', minutes, rest, fraction = '0'] = /^(?:(\d+):)?(\d+):(\d+)(?:[.,](\d+))?$/.exec(clock) ?? [];
  if (minutes === undefined) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + Number(`0.${fraction}`);
}

/** `0:03`, `1:02:03`: whole seconds, as people write where something is said. */
export function clock(start: number | undefined): string | undefined {
  if (start === undefined || !Number.isFinite(start) || start < 0) return undefined;
  const [hours, minutes, rest] = [Math.floor(start / 3600), Math.floor(start / 60) % 60, Math.floor(start) % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The first few of many, for a note. */
export const some = (all: readonly (string | number)[]): string => `${all.slice(0, SHOWN).join(', ')}${all.length > SHOWN ? ' …' : ''}`;

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Music, laughter, a pause: `[Musik]`, `(12 seconds pause)`, `♪ … ♪`. */
function isNoise(text: string): boolean {
  const heard = text.trim();
  return (
    !/[\p{L}\p{N}]/u.test(heard) ||
    /^[♪♫\s–-]*(?:\[[^[\]]{1,40}\]|\([^()]{1,40}\)|\*[^*]{1,40}\*)[♪♫\s.]*$/.test(heard) ||
    /^[♪♫][^]*[♪♫]$/.test(heard)
  );
}

/** Where people find a cue: in the file where it has lines, else in the recording. */
const placeOf = ({ line, start }: Cue): string => (line === undefined ? (clock(start) ?? 'without a time') : `line ${line}`);

/** A name and the title in parentheses behind it, as labels have them, unless the whole is known to be a label. */
function splitTitle({ speaker, line }: Cue, { declared, path }: Source): { readonly name: string; readonly title: string | undefined } {
  const whole = tidy(speaker ?? '');
  if (whole.length > LONGEST_NAME) {
    throw new CodifyError(`the name of a speaker is ${whole.length} characters long`, {
      place: { path, line },
      hint: 'mend the file, or have it made anew',
    });
  }
  const [, name = whole, title] = (declared.has(whole) ? null : /^(.*[^\s(].*?)\s*\(([^()]+)\)$/.exec(whole)) ?? [];
  return { name, title };
}

/** Who says each cue, and the titles they have. People of one name with two titles are two, and keep them in the name. */
function speakersOf(
  cues: readonly Cue[],
  source: Source,
): { readonly names: readonly string[]; readonly titles: ReadonlyMap<string, string> } {
  const split = cues.map((cue) => splitTitle(cue, source));
  const known = new Map<string, Set<string>>();
  for (const { name, title } of split) if (title !== undefined) known.set(name, new Set([...(known.get(name) ?? []), title]));
  const names = split.map(({ name, title }) => (title !== undefined && known.get(name)!.size > 1 ? `${name} (${title})` : name));
  const titles = new Map([...known].flatMap(([name, [title, ...others]]) => (others.length > 0 ? [] : [[name, title!]])));
  return { names, titles };
}

// Captions begin a turn with >>, and programs that tell voices apart write [SPEAKER_00]: before the words.
const CHEVRON = /^\s*>>+\s*/;
const BRACKETS = /^\s*\[([^[\]\n]{1,100})\]:/;
const bare = (text: string): string => text.replace(CHEVRON, '').replace(BRACKETS, '$1:');
// Other programs name who speaks in every cue, before a colon or on a line of its own: `Holm, Mette (Gæst): Ja.`
const IN_EVERY_CUE = [/^([^:\n]{1,100}):(?:[ \t]+|(?=\n)|$)/, /^([^\n]{1,100})\n(?=[^\n]*\p{L})/u];

/** A cue or a line of one, and who says it where she is named; an empty name is somebody else than before. */
interface Said {
  readonly cue: Cue;
  readonly name: string | undefined;
  readonly text: string;
}

/** What is said in cues that nearly all begin with a name of those that return, whatever the names look like. */
function saidByForm(cues: readonly Cue[]): Said[] | undefined {
  const form = IN_EVERY_CUE.find((form) => {
    const names = cues.flatMap(({ text }) => form.exec(bare(text))?.[1] ?? []);
    return names.length >= 0.9 * cues.length && new Set(names).size <= names.length / 2;
  });
  return (
    form &&
    cues.map((cue) => {
      const text = bare(cue.text);
      const [before = '', name] = form.exec(text) ?? [];
      return { cue, name, text: text.slice(before.length) };
    })
  );
}

/** What is said in the lines of cues, of which some begin as a turn does in any text. */
function saidByLabel(cues: readonly Cue[], { declared }: Source, notes: string[]): Said[] {
  const lines = cues.flatMap((cue) => cue.text.split('\n').map((line, i) => ({ cue, line, text: bare(line), opens: i === 0 })));
  const { labels, rejected } = findLabels(lines, declared);
  for (const [label, at] of rejected) {
    notes.push(
      `not taken for a speaker: "${label}:" (${some(at.map((i) => placeOf(lines[i - 1]!.cue)))}); if it is one, name it in participants.csv`,
    );
  }
  return lines.map(({ cue, line, text }, i) => {
    const label = labels[i];
    if (!label) return { cue, name: CHEVRON.test(line) ? '' : undefined, text };
    return { cue, name: label.title === undefined ? label.speaker : `${label.speaker} (${label.title})`, text: text.slice(label.length) };
  });
}

/** Does a cue without a name go on with the speaker before? Not where a program names her in each cue that is hers. */
function goesOn(cues: readonly Cue[], said: readonly Said[]): boolean {
  if (cues.some(({ text }) => CHEVRON.test(text))) return true;
  return (
    !cues.some(({ text }) => BRACKETS.test(text)) &&
    !said.some(({ name, cue }, i) => name !== undefined && said[i - 1]?.name === name && said[i - 1]!.cue !== cue)
  );
}

/** The cues of a file that tells who speaks in their text, if at all, with their speakers. */
function withSpeakers(cues: readonly Cue[], source: Source, notes: string[]): Cue[] {
  const said = saidByForm(cues) ?? saidByLabel(cues, source, notes);
  const carries = goesOn(cues, said);
  const found: { -readonly [key in keyof Cue]: Cue[key] }[] = [];
  let before: Cue | undefined;
  let speaker: string | undefined;
  let carried = 0;
  for (const { cue, name, text } of said) {
    if (name === undefined && cue === before) {
      found.at(-1)!.text += `\n${text}`;
      continue;
    }
    if (name !== undefined) speaker = name;
    else if (!carries && !cue.continues) speaker = undefined;
    else if (speaker) carried += 1;
    found.push({ ...cue, text, speaker });
    before = cue;
  }
  if (carried > 0) notes.push(`${count(carried, 'cue')} without a name ${carried === 1 ? 'goes' : 'go'} on with the speaker before`);
  return found;
}

/** The cues of a file that names speakers beside the text. */
function goOn(cues: readonly Cue[]): Cue[] {
  let before: string | undefined;
  return cues.map((cue) => {
    before = cue.speaker ?? (cue.continues ? before : undefined);
    return { ...cue, speaker: before };
  });
}

// Seconds: a pause that ends a turn, and how long a turn may last, where a sentence has ended and where none has.
const PAUSE = { ended: 1, open: 5 };
const LONGEST = { ended: 30, open: 120 };

/** A turn as it grows, cue by cue. */
interface OpenTurn {
  readonly speaker: string;
  readonly cues: Cue[];
}

/** In a file that names nobody: does a new turn begin with this cue? */
function pausesBefore({ start }: Cue, { cues }: OpenTurn): boolean {
  const [first, last] = [cues[0]!, cues.at(-1)!];
  const end = /[.!?…]["'”’»)]*\s*$/.test(last.text) ? 'ended' : 'open';
  if (start === undefined) return false;
  return start - (last.end ?? start) >= PAUSE[end] || start - (first.start ?? start) >= LONGEST[end];
}

// So many of the cues of a file repeat the line before, and so many of them add a line to it, where captions roll.
const REPEATING = 1 / 2;
const ROLLING = 1 / 5;

/** Captions that roll show each line twice: at the foot of one cue, and again at the head of the next, where nobody says it. */
function unrolled(cues: readonly Cue[], notes: string[]): readonly Cue[] {
  const linesOf = cues.map(({ text }) => text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()));
  const shown = linesOf.map((lines) => lines.filter((line) => line !== ''));
  const repeats = shown.map((lines, i) => {
    const before = shown[i - 1] ?? [];
    let many = Math.min(before.length, lines.length);
    while (!lines.slice(0, many).every((line, at) => line === before[before.length - many + at])) many -= 1;
    return many;
  });
  const repeating = repeats.filter((many) => many > 0).length;
  const rolling = repeats.filter((many, i) => many > 0 && many < shown[i]!.length).length;
  if (repeating < cues.length * REPEATING - 1 || rolling < Math.max(2, cues.length * ROLLING)) return cues;
  notes.push(
    `rolling captions: ${count(
      repeats.reduce((sum, many) => sum + many, 0),
      'line',
    )} shown twice, read once`,
  );
  return cues.map((cue, i) => {
    const lines = linesOf[i]!;
    let from = 0;
    for (let left = repeats[i]!; left > 0; from += 1) if (lines[from] !== '') left -= 1;
    return { ...cue, text: lines.slice(from).join('\n'), line: cue.line === undefined ? undefined : cue.line + from };
  });
}

/**
 * Reads an interview from cues: the lines of each are joined, and neighbours of one speaker are one turn with the time of
 * the first. Music and noise are nobody's words.
 * @param notes what the user should know of how the cues were read
 */
export function readCues(all: readonly Cue[], source: Source, notes: readonly string[] = []): Reading {
  const told = [...notes];
  const noise: string[] = [];
  const audible = (cue: Cue): boolean => {
    if (!isNoise(cue.text)) return true;
    if (cue.text.trim() !== '') noise.push(cue.text.trim());
    return false;
  };
  let cues = unrolled(all, told).filter(audible);
  if (cues.some(({ speaker }) => speaker !== undefined)) cues = goOn(cues);
  else cues = withSpeakers(cues, source, told).filter(audible);
  const { names, titles } = speakersOf(cues, source);
  const nobody = names.every((name) => name === '');
  const unnamed = nobody ? EVERYBODY : SOMEBODY;

  const rendering = new Rendering();
  let open: OpenTurn | undefined;
  const close = (): void => {
    const number = rendering.turns.length + 1;
    if (open)
      rendering.addPieces(
        open.speaker,
        open.cues.map(({ text, line, start }) => ({ said: text.replace(/\s+/g, ' '), line: line ?? number, time: clock(start) })),
      );
  };
  for (const [i, cue] of cues.entries()) {
    const speaker = names[i] || unnamed;
    if (!open || open.speaker !== speaker || (nobody && pausesBefore(cue, open))) {
      close();
      open = { speaker, cues: [] };
    }
    open.cues.push(cue);
  }
  close();

  const without = cues.filter((_, i) => names[i] === '');
  if (nobody && cues.length > 0) told.push(NAMES_NOBODY);
  else if (without.length > 0)
    told.push(`${count(without.length, 'cue')} without a name (the first: ${placeOf(without[0]!)}), said by "${SOMEBODY}"`);
  if (noise.length > 0) told.push(`${count(noise.length, 'cue')} of music or noise left out: ${some([...new Set(noise)])}`);
  const { text, turns } = rendering;
  return {
    text,
    turns,
    speakers: new Map<string, SpeakerFacts>([...titles].map(([name, title]) => [name, { title }])),
    interviewers: new Set(names.filter(isInterviewerLabel)),
    notes: told,
  };
}
