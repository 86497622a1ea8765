import { CodifyError } from '../../errors.ts';
import { readCues, seconds, type Cue } from './cues.ts';
import type { Format } from './format.ts';
import { readMarkup } from './markup.ts';

const CLOCK = '(?:\\d+:)?\\d+:\\d+(?:[.,]\\d+)?';
const TIMES = new RegExp(`^[ \\t]*(${CLOCK})[ \\t]*-{1,2}>[ \\t]*(${CLOCK})`);
// Stricter, as people write 10:30 -> 11:00 too.
const RECOGNISED = /^[ \t]*(?:\d+:)?\d+:\d+[.,]\d+[ \t]*-->[ \t]*(?:\d+:)?\d+:\d+[.,]\d+/m;

/** The lines of a cue without the empty ones at its end and, where cues are numbered, the number of the next. */
function withoutNumber(lines: readonly string[], numbered: boolean): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, numbered && /^\s*\d+\s*$/.test(lines[last] ?? '') ? last : last + 1);
}

/**
 * SubRip: numbered cues with times in a line of their own. What stands below one belongs to it until the next, whether or
 * not empty lines divide them.
 */
export const subrip: Format = {
  name: 'subrip',
  endings: ['.srt'],
  recognises: ({ head }) => RECOGNISED.test(head),
  read(source) {
    const {
      path,
      decoded: { text },
    } = source;
    const lines = text.split('\n');
    const times = lines.flatMap((line, i) => (TIMES.test(line) ? [i] : []));
    if (times.length === 0 && text.trim() !== '') {
      throw new CodifyError('holds no cue', {
        place: { path },
        hint: 'a cue begins with a line like 00:00:01,000 --> 00:00:04,000; save it as .txt if it is plain text',
      });
    }
    const above = lines.slice(0, times[0] ?? 0);
    const numbered = withoutNumber(above, true).length < withoutNumber(above, false).length;
    const before = withoutNumber(above, true).filter((line) => line.trim() !== '').length;
    const notes = before === 0 ? [] : [`${before} ${before === 1 ? 'line' : 'lines'} before the first cue left out`];
    const cues = times.flatMap((at, i): Cue[] => {
      const [, start = '', end = ''] = TIMES.exec(lines[at]!)!;
      const own = withoutNumber(lines.slice(at + 1, times[i + 1]), numbered && i + 1 < times.length);
      return readMarkup(own.join('\n')).map(({ voice, text }) => ({
        speaker: voice,
        text,
        line: at + 2,
        start: seconds(start),
        end: seconds(end),
      }));
    });
    return [readCues(cues, source, notes)];
  },
};
