import { hash } from '../files/report-mark.ts';
import {
  joinParts,
  lineEnd,
  linesOf,
  readParts,
  relist,
  textOf,
  withLineEnds,
  wrapPart,
  type FilePart,
  type Part,
  type Piece,
} from './parts.ts';
import { relistContents } from './sections/contents.ts';

/** A report that a person has worked in, with the numbers made anew. Parts are given by name. */
export interface Merge {
  readonly text: string;
  /** The same, with what codify would have written in the parts that were kept. */
  readonly machine: string;
  /** Put in: codify had not written them before. */
  readonly added: readonly string[];
  /** Taken out: codify no longer writes them, and nobody had edited them. */
  readonly removed: readonly string[];
  /** Edited by hand, and kept. */
  readonly kept: readonly string[];
  /** Among those kept: codify's own text is another than at the last run. */
  readonly renewed: readonly string[];
  /** Among those kept: codify no longer writes them. */
  readonly abandoned: readonly string[];
  /** Deleted by hand, and left out. */
  readonly deleted: readonly string[];
  /** codify orders its parts otherwise than at the last run; they stay where they stand. */
  readonly reordered: boolean;
}

/** A stretch of the merged report. */
interface Stretch {
  readonly raw: string;
  /** What codify would have written, where that was not taken. */
  readonly machine?: string;
  /** The part that stands there; none for the list and for what is hers. */
  readonly name?: string;
  readonly own: boolean;
}

const namesOf = (parts: readonly { readonly name: string }[]): string[] => parts.map(({ name }) => name);

const BLANK = /^[\uFEFF \t\r\n]*$/;

/** The depth of a Markdown heading, `##` being 2; Infinity for any other line. */
const depthOf = (line: string): number => /^(#{1,6})\s/.exec(line)?.[1]!.length ?? Infinity;

/** A file nobody has changed: its parts, joined again, are the file. The answer gives a text its byte-order mark and line ends. */
function asWritten(file: string, parts: readonly FilePart[]): ((text: string) => string) | undefined {
  const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
  const eol = lineEnd(linesOf(file)[0] ?? '') || '\n';
  const dress = (text: string): string => mark + withLineEnds(text, eol);
  return dress(joinParts(parts.map((part) => ({ name: part.name, text: textOf(part) })))) === file ? dress : undefined;
}

/** The part as codify writes it now, its comments and its line ends as they stand in the file. */
function renew({ begin, body, end, ...written }: FilePart, { text }: Part): { raw: string; machine: string } {
  const marked = begin.replace(`${written.hash} -->`, `${hash(text)} -->`);
  const said = textOf({ begin, body, end, ...written }) === text ? body : withLineEnds(`${text}\n`, lineEnd(begin));
  return { raw: marked + body + end, machine: marked + said + end };
}

/**
 * Puts a new part into the text after a stretch: below what she wrote there, and above her next heading of the part's
 * own depth. Only line ends are added, so that a blank line stands before and after it.
 */
function insertAfter(stretches: Stretch[], at: number, part: Part, eol: string): void {
  const own = stretches[at + 1]?.own ? [stretches[at + 1]!] : [];
  const lines = linesOf(own[0]?.raw ?? '');
  const depth = Math.min(depthOf(part.text), 6);
  const heading = lines.findIndex((line) => depthOf(line) <= depth);
  const hers = lines.slice(0, heading === -1 ? lines.length : heading).findLastIndex((line) => !BLANK.test(line)) + 1;
  const rest = lines.slice(hers).findIndex((line) => !BLANK.test(line));
  const blanks = rest === -1 ? lines.length - hers : rest;
  const last = rest === -1 && at + own.length === stretches.length - 1;
  // A blank line that is left over, as where a part was taken out, is used again.
  const spare = blanks > (last ? 0 : 1) ? 1 : 0;
  const above = stretches[at]!.raw + lines.slice(0, hers + spare).join('');
  const unended = lineEnd(above) === '';
  const lead = (unended ? eol : '') + (spare === 1 ? '' : eol);
  const block = withLineEnds(wrapPart(part), eol).slice(0, unended ? -eol.length : undefined);
  const trail = blanks === 0 && !last ? eol : '';
  const put: Stretch[] = [
    { raw: lines.slice(0, hers + spare).join('') + lead, own: true },
    { raw: block, name: part.name, own: false },
    { raw: trail + lines.slice(hers + spare).join(''), own: true },
  ];
  stretches.splice(at + 1, own.length, ...put.filter(({ raw }) => raw !== ''));
}

function insertBefore(stretches: Stretch[], at: number, part: Part, eol: string): void {
  const before = linesOf(stretches[at - 1]?.raw ?? '').at(-1) ?? '';
  const lead = BLANK.test(before) ? [] : [{ raw: eol, own: true }];
  stretches.splice(at, 0, ...lead, { raw: withLineEnds(wrapPart(part), eol), name: part.name, own: false }, { raw: eol, own: true });
}

/** Puts in a part codify has not written before: after the one before it in codify's order, else before the next one. */
function insert(stretches: Stretch[], parts: readonly Part[], part: Part, eol: string): void {
  const placeOf = ({ name }: Part): number => stretches.findIndex((stretch) => stretch.name === name);
  const order = parts.indexOf(part);
  const before = parts
    .slice(0, order)
    .map(placeOf)
    .findLast((at) => at !== -1);
  const after = parts
    .slice(order + 1)
    .map(placeOf)
    .find((at) => at !== -1);
  if (before !== undefined) insertAfter(stretches, before, part, eol);
  else if (after !== undefined) insertBefore(stretches, after, part, eol);
  else insertAfter(stretches, stretches.length - 1, part, eol);
}

/** Stretches of hers that have come to stand side by side are one. */
function joinOwn(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.own && stretch.own) joined[joined.length - 1] = { raw: last.raw + stretch.raw, own: true };
    else joined.push(stretch);
  }
  return joined;
}

/**
 * Puts what codify writes now into a report as it stands. Everything outside the parts stays byte for byte; a part
 * edited by hand is kept, one deleted stays deleted, one moved stays where it was moved. Merging twice gives the same
 * bytes, and a report nobody has touched becomes the new one.
 * @param file the characters of the file as they stand, byte-order mark and line ends included
 * @throws CodifyError, or CodifyErrors, where codify's comments in the file are damaged
 */
export function mergeReport(file: string, path: string, parts: readonly Part[]): Merge {
  const pieces = readParts(file, path);
  const dress = asWritten(
    file,
    pieces.filter((piece) => piece.kind === 'part'),
  );
  if (dress) {
    const text = dress(joinParts(parts));
    return { text, machine: text, added: [], removed: [], kept: [], renewed: [], abandoned: [], deleted: [], reordered: false };
  }
  // What the contents must list is known when the rest is merged.
  const { text } = mergePieces(pieces, parts);
  return mergePieces(pieces, relistContents(parts, readParts(text, path)));
}

function mergePieces(pieces: readonly Piece[], parts: readonly Part[]): Merge {
  const written = pieces.filter((piece) => piece.kind === 'part');
  const list = pieces.find((piece) => piece.kind === 'list')!;
  const now = new Map(parts.map((part) => [part.name, part]));
  const inFile = new Set(written.map(({ name }) => name));
  const edited = written.filter((part) => hash(textOf(part)) !== part.hash);
  const kept = edited.filter((part) => textOf(part) !== now.get(part.name)?.text);
  const removed = written.filter((part) => !now.has(part.name) && !edited.includes(part));
  const added = parts.filter(({ name }) => !inFile.has(name) && !list.names.includes(name));
  const gone = list.names.filter((name) => !inFile.has(name));
  const abandoned = kept.filter(({ name }) => !now.has(name));
  // What is listed and missing was deleted by hand, so a part that codify takes out leaves the list: it may come back.
  const names = [...now.keys(), ...namesOf(abandoned), ...gone.filter((name) => !now.has(name))];

  const settle = (piece: Piece): Stretch => {
    if (piece.kind === 'own') return { raw: piece.raw, own: true };
    if (piece.kind === 'list') return { raw: relist(piece, names), own: false };
    const part = now.get(piece.name);
    if (!part) return { raw: piece.begin + piece.body + piece.end, name: piece.name, own: false };
    const { raw, machine } = renew(piece, part);
    return { raw: kept.includes(piece) ? raw : machine, machine, name: piece.name, own: false };
  };
  const stays = pieces.filter((piece) => piece.kind !== 'part' || !removed.includes(piece));
  const stretches = joinOwn(stays.map(settle));
  for (const part of added) insert(stretches, parts, part, lineEnd(list.raw) || '\n');

  const before = list.names.filter((name) => now.has(name));
  return {
    text: stretches.map(({ raw }) => raw).join(''),
    machine: stretches.map(({ raw, machine }) => machine ?? raw).join(''),
    added: namesOf(added),
    removed: namesOf(removed),
    kept: namesOf(kept),
    renewed: namesOf(kept.filter((part) => now.has(part.name) && hash(now.get(part.name)!.text) !== part.hash)),
    abandoned: namesOf(abandoned),
    deleted: gone.filter((name) => now.has(name)),
    reordered: names.filter((name) => before.includes(name)).join(' ') !== before.join(' '),
  };
}
