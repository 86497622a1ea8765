import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  Scalar,
  visit,
  type Document,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { byPlace, CodifyError, CodifyErrors, throwFaults, type FaultId, type Place } from '../errors.ts';
import { unfinishedMerge } from './merge-marks.ts';

/** The way from the top of a YAML file to one of its values: keys and list positions from 0. */
export type YamlPath = readonly (string | number)[];

/** A file as plain data, with the place of everything in it. */
export interface PlacedData {
  readonly path: string;
  readonly data: unknown;
  /** Where the value at this path begins; for one that is missing, its nearest parent. */
  place(path: YamlPath): Place;
  /** Where the key of the value at this path stands. */
  keyPlace(path: YamlPath): Place;
}

/** A YAML file. */
export interface YamlFile extends PlacedData {
  /** What the file holds, without line-end and byte-order marks. */
  readonly text: string;
  /** How the text, number or key at this path is written; undefined for lists and mappings. */
  scalar(path: YamlPath): WrittenScalar | undefined;
}

/** A value as it stands in the file. */
export interface WrittenScalar {
  /** Quotes, and the line breaks inside, included. */
  readonly source: string;
  /** Neither in quotes nor a block of lines: YAML decides what it is and where it ends. */
  readonly plain: boolean;
  /** What follows it on its line. */
  readonly rest: string;
  /** Does it stand in a list in brackets? */
  readonly inBrackets: boolean;
}

/** What could be read of a YAML file, and all that is wrong with it. */
export interface YamlReading {
  /** Undefined where the faults leave nothing to go on with. */
  readonly file: YamlFile | undefined;
  readonly faults: readonly CodifyError[];
}

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/;
const HALF_CHARACTER = /\p{Surrogate}/gu;
const DEEPEST = 100;
const TOO_DEEP = 'is nested too deeply';
const FEW_LEVELS = `no codebook needs more than ${DEEPEST} levels`;
// Several times the largest codebook there is; a file beyond them would take the parser minutes.
const LARGEST = 500_000;
const MOST_VALUES = 12_000;
/** So many faults are told at once; a file with more is no attempt at what it should be. */
export const MOST_FAULTS = 500;
const CODES: Readonly<Record<string, { message: string; hint?: string }>> = {
  TAB_AS_INDENT: { message: 'a tab is used to indent', hint: 'indent with blanks' },
  BAD_ALIAS: { message: 'a star at the beginning makes this an alias', hint: 'put the term in quotes: "*drift"' },
  TAG_RESOLVE_FAILED: { message: 'a word that begins with ! is a tag to YAML', hint: 'put it in quotes' },
};

// With it the rest of the file still means what it says.
const MILD = 'TAG_RESOLVE_FAILED';

function refusal(message: string, place: Place, hint?: string, rule: FaultId = 'yaml'): CodifyError {
  return new CodifyError(message, { place, hint, rule });
}

function fromParser(error: YAMLError, place: Place): CodifyError {
  const known = CODES[error.code];
  const said = error.message.split('\n')[0] ?? '';
  return refusal(known?.message ?? `is not valid YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}`, place, known?.hint);
}

/** What no YAML parser should be given. */
function refuseUnreadable(text: string, path: string, firstLine: number): CodifyError | undefined {
  if (text.length > LARGEST)
    return refusal(`is larger than ${LARGEST / 1000} kB`, { path }, 'no codebook is so large; is it the right file?');
  if ((text.match(/[,\n]/g)?.length ?? 0) > MOST_VALUES)
    return refusal(
      `holds more than ${MOST_VALUES / 1000},000 lines and values`,
      { path },
      'no codebook needs so many; is it the right file?',
    );
  const refuseAt = (at: number | undefined, message: string, hint: string): CodifyError | undefined => {
    if (at === undefined) return undefined;
    const before = text.slice(0, at);
    const place = { path, line: before.split('\n').length + firstLine - 1, column: before.length - before.lastIndexOf('\n') };
    return refusal(message, place, hint);
  };
  return (
    refuseAt(CONTROL.exec(text)?.index, 'holds a control character, which cannot be seen', 'delete the line and write it again') ??
    unfinishedMerge(text, path, firstLine) ??
    refuseAt(deepBracket(text), TOO_DEEP, FEW_LEVELS) ??
    refuseAt(/^%/m.exec(text)?.index, 'holds a directive, which codify does not read', 'delete the line that begins with %')
  );
}

/** Where brackets or dashes are nested deeper than any file of ours; the parser would run out of memory there. */
function deepBracket(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[[{\]}]|^(?:\s*[-?:] ){101}/gm)) {
    if (mark.length > 1) return index;
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth < 0) depth = 0;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

/** Where a document is nested deeper, by indentation, than any file of ours. */
function deepNode(document: Document): number | undefined {
  let at: number | undefined;
  visit(document, {
    // A path holds the pairs between the levels too.
    Collection: (_, node, path) => {
      if (path.length <= 2 * DEEPEST) return undefined;
      at = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

/**
 * What YAML would understand and people do not expect: anchors, aliases, merge keys. They are taken out of the document,
 * an alias and a tag for the text they were most likely meant as.
 */
function refuseReferences(document: Document, placeAt: (offset: number) => Place): CodifyError[] {
  const faults: CodifyError[] = [];
  const dropped = new Set<unknown>();
  const refuse = (message: string, node: { range?: readonly number[] | null | undefined }, hint: string): void => {
    faults.push(refusal(message, placeAt(node.range?.[0] ?? 0), hint, 'yaml-reference'));
  };
  const refuseDecoration = (node: { anchor?: string; tag?: string | undefined; range?: readonly number[] | null | undefined }): void => {
    if (node.anchor)
      refuse(
        `&${node.anchor} is an anchor, which codify does not read`,
        node,
        'write the value out where it is needed, in quotes if it begins with &',
      );
    delete node.anchor;
    // The parser has told of a tag it does not know.
    if (node.tag && document.schema?.tags.some((known) => typeof known === 'object' && 'tag' in known && known.tag === node.tag))
      refuse(
        `${node.tag.replace('tag:yaml.org,2002:', '!!')} is a tag, which codify does not read`,
        node,
        'write the value without it, in quotes if it is a text',
      );
  };
  // The parser's own check takes the square of the keys.
  const refuseTwins = (map: YAMLMap): void => {
    const keys = new Set<string>();
    for (const { key } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (keys.has(name)) faults.push(refusal('the same key stands twice', placeAt(key.range?.[0] ?? 0), 'keep one of them'));
      keys.add(name);
    }
  };
  visit(document, {
    Alias: (_, node) => {
      refuse(`*${node.source} without quotes is an alias to YAML`, node, `write "*${node.source}" in quotes`);
      const text = new Scalar(`*${node.source}`);
      text.range = node.range ?? null;
      return text;
    },
    Collection: (_, node) => {
      refuseDecoration(node);
      if (isMap(node)) refuseTwins(node);
    },
    Scalar: (_, node) => {
      refuseDecoration(node);
      if (node.tag) node.value = String(node.value) || node.tag.slice(1);
      if (typeof node.value !== 'string' || node.value.search(HALF_CHARACTER) === -1) return;
      faults.push(refusal('holds half of a character', placeAt(node.range?.[0] ?? 0), 'write the character itself'));
      node.value = node.value.replace(HALF_CHARACTER, '\ufffd');
    },
    Pair: (_, pair) => {
      const { key } = pair;
      if (!isNode(key) || isAlias(key) || (isScalar(key) && key.value !== '<<')) return;
      dropped.add(pair);
      if (isScalar(key)) refuse('<< is a merge key, which codify does not read', key, 'write the keys out');
      else faults.push(refusal('a key must be a single word', placeAt(key.range?.[0] ?? 0)));
    },
  });
  if (dropped.size > 0) visit(document, { Pair: (_, pair) => (dropped.has(pair) ? visit.REMOVE : undefined) });
  return faults;
}

/** Finds the values of a document by their paths. */
class Places {
  readonly #document: Document;
  readonly #pairs = new Map<YAMLMap, Map<string, Pair>>();

  constructor(document: Document) {
    this.#document = document;
  }

  #pair(map: YAMLMap, key: string): Pair | undefined {
    let pairs = this.#pairs.get(map);
    if (!pairs) {
      pairs = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
      this.#pairs.set(map, pairs);
    }
    return pairs.get(key);
  }

  /** Where the value and its key begin, and the value itself; for one that is missing, its nearest parent's. */
  find(way: YamlPath): { readonly value: number; readonly key: number; readonly node: unknown; readonly parent: unknown } {
    let node: unknown = this.#document.contents;
    let parent: unknown;
    let value = this.#document.contents?.range?.[0] ?? 0;
    let key = value;
    for (const step of way) {
      const pair = isMap(node) ? this.#pair(node, String(step)) : undefined;
      const next = isSeq(node) && typeof step === 'number' ? node.items[step] : pair?.value;
      if (!pair && !isNode(next)) return { value, key, node: undefined, parent };
      value = isNode(next) ? (next.range?.[0] ?? value) : value;
      key = isNode(pair?.key) ? (pair.key.range?.[0] ?? key) : value;
      if (!isNode(next)) value = key;
      parent = node;
      node = next;
    }
    return { value, key, node, parent };
  }
}

function written(text: string, node: unknown, parent: unknown): WrittenScalar | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const lineEnd = text.indexOf('\n', end);
  return {
    source: text.slice(start, end),
    plain: node.type === 'PLAIN',
    rest: text.slice(end, lineEnd === -1 ? undefined : lineEnd),
    inBrackets: isSeq(parent) && parent.flow === true,
  };
}

/**
 * Reads YAML strictly: the parser's warnings are faults, and so is what other readers would take another way. What the
 * faults leave whole is read all the same, so that one run tells everything.
 * @param firstLine the line of the file on which `text` begins, for front matter
 */
export function readYaml(text: string, path: string, firstLine = 1): YamlReading {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + firstLine - 1, column: col };
  };
  const unreadable = refuseUnreadable(text, path, firstLine);
  if (unreadable) return { file: undefined, faults: [unreadable] };
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const documents: readonly Document[] = Array.isArray(parsed) ? (parsed as Document[]) : [];
  const [document] = documents;
  if (!document) return { file: undefined, faults: [refusal('is empty', { path })] };
  const errors = documents.flatMap((one) => [...one.errors, ...one.warnings]);
  const faults = errors.slice(0, MOST_FAULTS).map((error) => fromParser(error, placeAt(error.pos[0])));
  if (documents[1])
    faults.push(
      refusal('holds more than one YAML document', placeAt(documents[1].range?.[0] ?? 0), 'keep one; lines of --- divide documents'),
    );
  if (errors.some((error) => error.code !== MILD)) return { file: undefined, faults };
  const deep = deepNode(document);
  if (deep !== undefined) return { file: undefined, faults: [...faults, refusal(TOO_DEEP, placeAt(deep), FEW_LEVELS)] };
  faults.push(...refuseReferences(document, placeAt));
  const places = new Places(document);
  const file: YamlFile = {
    path,
    text,
    data: document.toJS() as unknown,
    place: (way) => placeAt(places.find(way).value),
    keyPlace: (way) => placeAt(places.find(way).key),
    scalar: (way) => {
      const { node, parent } = places.find(way);
      return written(text, node, parent);
    },
  };
  return { file, faults: faults.sort(byPlace) };
}

/** Reads YAML of which nothing may be wrong. @throws CodifyError or CodifyErrors, each with its place */
export function parseYaml(text: string, path: string, firstLine = 1): YamlFile {
  const { file, faults } = readYaml(text, path, firstLine);
  throwFaults(faults);
  if (!file) throw new CodifyErrors(faults);
  return file;
}
