import { CodifyError, throwFaults } from '../errors.ts';
import { hash, REPORT_MARK } from '../files/report-mark.ts';

/** A piece of a report that codify has written, and writes again on the next run. */
export interface Part {
  /** Letters, digits and hyphens, with slashes between: it stands in the file. */
  readonly name: string;
  readonly text: string;
}

/** A part as it stands in a file, its lines with their own ends. */
export interface FilePart {
  readonly kind: 'part';
  readonly name: string;
  /** Of the text codify last had for this part. */
  readonly hash: string;
  /** The comment before it, what stands between, and the comment after it. */
  readonly begin: string;
  readonly body: string;
  readonly end: string;
}

/** The line with the names of all parts codify has had in the report: one that is named and missing was deleted by hand. */
export interface PartList {
  readonly kind: 'list';
  readonly raw: string;
  readonly names: readonly string[];
}

/** What stands outside the parts: hers alone. */
interface OwnText {
  readonly kind: 'own';
  readonly raw: string;
}

/** A stretch of a report file; all of them, one after the other, are the file. */
export type Piece = FilePart | PartList | OwnText;

/** A part between its comments, with LF. */
export const wrapPart = ({ name, text }: Part): string => `${beginOf(name, hash(text))}\n${text}\n${endOf(name)}\n`;

const listOf = (names: readonly string[]): string => `${REPORT_MARK}report; parts: ${names.join(' ')} -->`;
const beginOf = (name: string, hash: string): string => `${REPORT_MARK}part ${name} ${hash} -->`;
const endOf = (name: string): string => `${REPORT_MARK}end ${name} -->`;

/** A report file: each part between comments with its name and a hash, the names of all in the first line. */
export function joinParts(parts: readonly Part[]): string {
  return `${listOf(parts.map((part) => part.name))}\n\n${parts.map(wrapPart).join('\n')}`;
}

/** The lines of a text, each with its end: CRLF, LF, CR, or none at the end of the file. */
export const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

/** How a line ends. */
export const lineEnd = (line: string): string => /[\r\n]*$/.exec(line)![0];

/** A text with other line ends. */
export const withLineEnds = (text: string, end: string): string => text.replace(/\r\n|\r|\n/g, end);

/** What a part says, however its lines end. */
export const textOf = (part: FilePart): string => withLineEnds(part.body, '\n').replace(/\n$/, '');

/** The line of names with others in it. */
export const relist = (list: PartList, names: readonly string[]): string => list.raw.replace(/<!-- .* -->/, () => listOf(names));

const LIST = /^[ \t]*<!-- codify report; parts:(?<names>[^>]*) -->\s*$/;
const BEGIN = /^[ \t]*<!-- codify part (?<name>\S+) (?<hash>[0-9a-f]{12}) -->\s*$/;
const END = /^[ \t]*<!-- codify end (?<name>\S+) -->\s*$/;

const RESTORE = 'or bring the file back as codify wrote it';

/**
 * Takes a report file apart.
 * @param file the characters of the file as they stand, byte-order mark and line ends included
 * @throws CodifyError, or CodifyErrors, where codify's comments are damaged, with the line and how to mend it
 */
export function readParts(file: string, path: string): Piece[] {
  const pieces: Piece[] = [];
  const faults: CodifyError[] = [];
  const fault = (line: number | undefined, message: string, hint: string): void =>
    void faults.push(new CodifyError(message, { place: { path, line }, hint: `${hint}, ${RESTORE}` }));
  const firstLines = new Map<string, number>();
  // A byte-order mark is hers, whatever comes to stand first.
  let own = file.startsWith('\uFEFF') ? '\uFEFF' : '';
  let open: { name: string; hash: string; begin: string; body: string; line: number } | undefined;
  let listLine: number | undefined;
  const flush = (): void => {
    if (own !== '') pieces.push({ kind: 'own', raw: own });
    own = '';
  };
  const unended = (): void => {
    if (open) fault(open.line, `the part "${open.name}" has no end`, `put "${endOf(open.name)}" after its last line`);
    open = undefined;
  };
  for (const [i, line] of linesOf(file.slice(own.length)).entries()) {
    const list = LIST.exec(line)?.groups;
    const begin = BEGIN.exec(line)?.groups;
    const end = END.exec(line)?.groups;
    if (list) {
      if (listLine !== undefined) fault(i + 1, `the list of parts stands here and in line ${listLine}`, 'take one of them away');
      listLine ??= i + 1;
      if (open) fault(i + 1, `the list of parts stands inside the part "${open.name}"`, 'move it out, to a line of its own');
      flush();
      pieces.push({ kind: 'list', raw: line, names: (list['names'] ?? '').split(/\s+/).filter(Boolean) });
    } else if (begin) {
      const { name = '', hash = '' } = begin;
      if (open) {
        fault(
          i + 1,
          `"${name}" begins before "${open.name}" of line ${open.line} has ended`,
          `put "${endOf(open.name)}" before it, or move it out of that part`,
        );
      }
      const first = firstLines.get(name);
      if (first !== undefined)
        fault(i + 1, `the part "${name}" stands here and in line ${first}`, 'take one of them away with its comments');
      else firstLines.set(name, i + 1);
      flush();
      open = { name, hash, begin: line, body: '', line: i + 1 };
    } else if (end) {
      const { name = '' } = end;
      if (open?.name === name) {
        pieces.push({ kind: 'part', name, hash: open.hash, begin: open.begin, body: open.body, end: line });
        open = undefined;
      } else {
        fault(i + 1, `the part "${name}" ends here and has not begun`, 'take this comment away to make the text above it your own');
      }
    } else if (line.includes(REPORT_MARK)) {
      fault(i + 1, 'a comment of codify is damaged or shares its line', 'give it a line of its own, as in the parts around it');
    } else if (open) open.body += line;
    else own += line;
  }
  unended();
  flush();
  if (listLine === undefined) fault(undefined, 'the list of parts is missing', `put this line first: ${listOf([...firstLines.keys()])}`);
  throwFaults(faults);
  return pieces;
}
