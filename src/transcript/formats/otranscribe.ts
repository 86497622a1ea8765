import { CodifyError } from '../../errors.ts';
import { clock, seconds } from './cues.ts';
import type { Format, Source } from './format.ts';
import { readLines, type PlacedLine } from './labelled.ts';
import { decodeEntities } from './markup.ts';

/** A line of what was typed, and the time that was put into it. */
interface TypedLine {
  text: string;
  time: string | undefined;
  /** A paragraph begins with it. */
  readonly opens: boolean;
}

/** The lines of an editor's HTML. Times stand in spans of their own; one alone in a line is the next line's. */
function linesOf(html: string): TypedLine[] {
  const lines: TypedLine[] = [];
  let line: TypedLine = { text: '', time: undefined, opens: true };
  let stamp: string | undefined;
  const end = (opens: boolean): void => {
    const empty = line.text.trim() === '';
    if (!empty) lines.push(line);
    line = { text: '', time: empty ? line.time : undefined, opens: opens || empty };
  };
  for (const [i, part] of html.split(/<([^<>]*)>/).entries()) {
    if (i % 2 === 0 && stamp === undefined) line.text += decodeEntities(part);
    else if (i % 2 === 0) stamp += part;
    else if (/^br\b/i.test(part)) end(false);
    else if (/^\/?(?:p|div|li|ul|ol|h\d|blockquote)\b/i.test(part)) end(true);
    else if (/^span\b.*\btimestamp\b/is.test(part)) stamp = '';
    else if (/^\/span\b/i.test(part) && stamp !== undefined) {
      line.time ??= clock(seconds(/[\d:]+/.exec(stamp)?.[0] ?? ''));
      stamp = undefined;
    }
  }
  end(true);
  return lines;
}

function typedIn({ decoded, path }: Source): string {
  try {
    const file: unknown = JSON.parse(decoded.text);
    if (typeof file === 'object' && file !== null && 'text' in file && typeof file.text === 'string') return file.text;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CodifyError('is damaged: it holds no transcript of oTranscribe', {
    place: { path },
    hint: 'open it in oTranscribe and export it as text',
  });
}

/** oTranscribe: what somebody typed while listening, with the times she put in. */
export const otranscribe: Format = {
  name: 'otranscribe',
  endings: ['.otr'],
  read(source) {
    let text = '';
    const lines = linesOf(typedIn(source)).map(({ text: typed, time, opens }, i): PlacedLine => {
      if (text !== '') text += opens ? '\n\n' : '\n';
      const start = text.length;
      const line = typed.trim();
      text += line;
      return { text: line, time, opens, span: { start, end: text.length }, number: i + 1 };
    });
    return [readLines(text, lines, { declared: source.declared })];
  },
};
