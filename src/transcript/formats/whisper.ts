import { CodifyError } from '../../errors.ts';
import { readCues, type Cue } from './cues.ts';
import type { Format, Source } from './format.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const asNumber = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const asText = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

/** A piece of speech as Whisper and whisperX write it: seconds, and who speaks where voices were told apart. */
function segment({ text, start, end, speaker }: Json): Cue {
  return {
    text: asText(text) ?? '',
    start: asNumber(start),
    end: asNumber(end),
    speaker: typeof speaker === 'number' ? String(speaker) : asText(speaker),
  };
}

/** The same as whisper.cpp writes it: milliseconds. */
function stretch({ text, offsets }: Json): Cue {
  const { from, to } = isObject(offsets) ? offsets : {};
  const [start, end] = [asNumber(from), asNumber(to)];
  return {
    text: asText(text) ?? '',
    start: start === undefined ? undefined : start / 1000,
    end: end === undefined ? undefined : end / 1000,
  };
}

// The whole text stands in these files too, a second time.
const LISTS = [
  ['segments', segment],
  ['transcription', stretch],
] as const;

const listIn = (file: unknown): readonly Cue[] | undefined => {
  for (const [key, cue] of LISTS) {
    const list = isObject(file) ? file[key] : undefined;
    if (Array.isArray(list) && list.every((one) => isObject(one) && typeof one['text'] === 'string'))
      return list.map((one) => cue(one as Json));
  }
  return undefined;
};

/** The cues of a file of JSON; undefined when it holds none. @throws SyntaxError when it is no JSON */
const cuesOf = ({ decoded }: Source): readonly Cue[] | undefined => listIn(JSON.parse(decoded.text));

// How such a file begins, also when it is cut off.
const BEGINS = /^\s*\{\s*"(?:text|segments|language|systeminfo|transcription)"\s*:/;

/** What Whisper, whisperX and whisper.cpp write as JSON. */
export const whisper: Format = {
  name: 'whisper',
  endings: ['.json'],
  isOther(source) {
    try {
      return cuesOf(source) === undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return !BEGINS.test(source.head);
      throw error;
    }
  },
  read(source) {
    const { path } = source;
    let cues: readonly Cue[] | undefined;
    try {
      cues = cuesOf(source);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new CodifyError('is damaged: its JSON breaks off or is not well-formed', { place: { path }, hint: 'have it made anew' });
    }
    if (!cues) {
      throw new CodifyError('is JSON, but no transcript of Whisper or whisperX', {
        place: { path },
        hint: 'save the transcript as .vtt, .srt or .txt',
      });
    }
    return [readCues(cues, source)];
  },
};

const HEAD = /^start\tend\ttext[ \t]*(?:\n|$)/;
const ROW = /^(\d+)\t(\d+)\t(.*)$/;

/** What Whisper writes as a table: milliseconds, tabs, and no quotation marks but those that were heard. */
export const whisperTable: Format = {
  name: 'whisper-tsv',
  endings: [],
  recognises: ({ head }) => HEAD.test(head),
  read(source) {
    const cues: { text: string; line?: number; start?: number; end?: number }[] = [];
    for (const [i, line] of source.decoded.text.split('\n').slice(1).entries()) {
      const [, start, end, text = line] = ROW.exec(line) ?? [];
      if (start === undefined && cues.length > 0) cues.at(-1)!.text += `\n${text}`;
      else cues.push({ text, line: i + 2, ...(start === undefined ? {} : { start: Number(start) / 1000, end: Number(end) / 1000 }) });
    }
    return [readCues(cues, source)];
  },
};
