import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import { CodifyError, throwFaults, type Place } from '../errors.ts';
import { refuseMergeMarks } from './merge-marks.ts';

/** The way from the top of a YAML file to one of its values: keys and list positions from 0. */
export type YamlPath = readonly (string | number)[];

/** A YAML file as plain data, with the place of everything in it. */
export interface YamlFile {
  readonly path: string;
  readonly data: unknown;
  /** Where the value at this path begins; for one that is missing, its nearest parent. */
  place(path: YamlPath): Place;
  /** Where the key of the value at this path stands. */
  keyPlace(path: YamlPath): Place;
}

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/;
const DEEPEST = 100;
const CODES: Readonly<Record<string, { message: string; hint?: string }>> = {
  TAB_AS_INDENT: { message: 'a tab is used to indent', hint: 'indent with blanks' },
  DUPLICATE_KEY: { message: 'the same key stands twice', hint: 'keep one of them' },
  BAD_ALIAS: { message: 'a star at the beginning makes this an alias', hint: 'put the term in quotes: "*drift"' },
  TAG_RESOLVE_FAILED: { message: 'a word that begins with ! is a tag to YAML', hint: 'put it in quotes' },
};

function refusal(message: string, place: Place, hint?: string): CodifyError {
  return new CodifyError(message, { place, hint });
}

function fromParser(error: YAMLError, place: Place): CodifyError {
  const known = CODES[error.code];
  const said = error.message.split('\n')[0] ?? '';
  return refusal(known?.message ?? `is not valid YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}`, place, known?.hint);
}

/** What no YAML parser should be given. @throws CodifyError */
function refuseUnreadable(text: string, path: string, firstLine: number): void {
  const refuseAt = (at: number | undefined, message: string, hint: string): void => {
    if (at === undefined) return;
    const before = text.slice(0, at);
    const place = { path, line: before.split('\n').length + firstLine - 1, column: before.length - before.lastIndexOf('\n') };
    throw refusal(message, place, hint);
  };
  refuseAt(CONTROL.exec(text)?.index, 'holds a control character, which cannot be seen', 'delete the line and write it again');
  refuseMergeMarks(text, path, firstLine);
  refuseAt(tooDeep(text), 'is nested too deeply', `no codebook needs more than ${DEEPEST} levels`);
  refuseAt(/^%/m.exec(text)?.index, 'holds a directive, which codify does not read', 'delete the line that begins with %');
}

/** Where brackets or dashes are nested deeper than any file of ours; the parser would run out of memory there. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[[{\]}]|^(?:\s*[-?:] ){101}/gm)) {
    if (mark.length > 1) return index;
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth < 0) depth = 0;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

/** What YAML would understand and people do not expect: anchors, aliases, merge keys. */
function refuseReferences(document: Document, placeAt: (offset: number) => Place): CodifyError[] {
  const faults: CodifyError[] = [];
  const at = (node: { range?: readonly number[] | null | undefined }): Place => placeAt(node.range?.[0] ?? 0);
  const refuseDecoration = (node: {
    anchor?: string | undefined;
    tag?: string | undefined;
    range?: readonly number[] | null | undefined;
  }): void => {
    if (node.anchor)
      faults.push(
        refusal(
          `&${node.anchor} is an anchor, which codify does not read`,
          at(node),
          'write the value out where it is needed, in quotes if it begins with &',
        ),
      );
    if (node.tag)
      faults.push(
        refusal(
          `${node.tag.replace('tag:yaml.org,2002:', '!!')} is a tag, which codify does not read`,
          at(node),
          'write the value without it, in quotes if it is a text',
        ),
      );
  };
  visit(document, {
    Alias: (_, node) => {
      faults.push(refusal(`*${node.source} without quotes is an alias to YAML`, at(node), `write "*${node.source}" in quotes`));
    },
    Collection: (_, node) => refuseDecoration(node),
    Scalar: (_, node) => {
      refuseDecoration(node);
      if (typeof node.value === 'string' && /\p{Surrogate}/u.test(node.value))
        faults.push(refusal('holds half of a character', at(node), 'write the character itself'));
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === '<<')
        faults.push(refusal('<< is a merge key, which codify does not read', at(pair.key), 'write the keys out'));
      if (isNode(pair.key) && !isScalar(pair.key) && !isAlias(pair.key)) faults.push(refusal('a key must be a single word', at(pair.key)));
    },
  });
  return faults;
}

/**
 * Reads YAML strictly: the parser's warnings are faults, and so is what other readers would take another way.
 * @param firstLine the line of the file on which `text` begins, for front matter
 * @throws CodifyError or CodifyErrors, each with its place
 */
export function parseYaml(text: string, path: string, firstLine = 1): YamlFile {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + firstLine - 1, column: col };
  };
  refuseUnreadable(text, path, firstLine);
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const documents: readonly Document[] = Array.isArray(parsed) ? (parsed as Document[]) : [];
  const [document] = documents;
  if (!document) throw refusal('is empty', { path });
  const faults = documents.flatMap((one) => [...one.errors, ...one.warnings]).map((error) => fromParser(error, placeAt(error.pos[0])));
  if (documents[1])
    faults.push(
      refusal('holds more than one YAML document', placeAt(documents[1].range?.[0] ?? 0), 'keep one; lines of --- divide documents'),
    );
  if (faults.length === 0) faults.push(...refuseReferences(document, placeAt));
  throwFaults(faults);

  const find = (way: YamlPath): { value: number; key: number } => {
    let node: unknown = document.contents;
    let value = document.contents?.range?.[0] ?? 0;
    let key = value;
    for (const step of way) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
        if (!pair) break;
        key = isNode(pair.key) ? (pair.key.range?.[0] ?? key) : key;
        value = isNode(pair.value) ? (pair.value.range?.[0] ?? key) : key;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        const item = node.items[step];
        if (!isNode(item)) break;
        value = item.range?.[0] ?? value;
        key = value;
        node = item;
      } else break;
    }
    return { value, key };
  };
  return {
    path,
    data: document.toJS() as unknown,
    place: (way) => placeAt(find(way).value),
    keyPlace: (way) => placeAt(find(way).key),
  };
}
