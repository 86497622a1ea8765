import { Validator } from '@cfworker/json-schema';
import { byPlace, CodifyError, type FaultId } from '../errors.ts';
import { MOST_FAULTS, type YamlFile, type YamlPath } from '../files/yaml.ts';
import { didYouMean } from '../text/nearest.ts';

type Json = Record<string, unknown>;

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'keys with values',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follows a JSON pointer through the schema, and every `$ref` on the way. */
function subschema(root: Json, pointer: readonly string[]): Json {
  let at: unknown = root;
  for (const step of pointer) {
    if (step === '$ref' && isJson(at) && typeof at['$ref'] === 'string') at = subschema(root, at['$ref'].split('/').slice(1));
    else at = isJson(at) || Array.isArray(at) ? (at as Json)[step] : undefined;
  }
  return isJson(at) ? at : {};
}

function valueAt(data: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((at, step) => (isJson(at) || Array.isArray(at) ? (at as Json)[step] : undefined), data);
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  return `${typeof value === 'string' ? 'the text' : 'the value'} ${JSON.stringify(value)}`;
}

const MADE_A_KEY = 'a colon followed by a blank makes a key: put the text in quotes';

/** Why a value that is not a text so often comes out of YAML where a text was meant. */
function quotesHint(expected: readonly string[], value: unknown): string | undefined {
  if (!expected.includes('string')) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return 'put it in quotes to make it a text';
  if (value === null) return 'write it out; null and ~ are texts only in quotes';
  if (isJson(value)) return MADE_A_KEY;
  return undefined;
}

interface Explained {
  readonly message: string;
  readonly hint?: string | undefined;
  /** Set where the fault is a key, not its value. */
  readonly key?: string;
}

const called = (path: YamlPath): string => {
  const last = path.findLast((step) => typeof step === 'string');
  return last === undefined ? 'the file' : `"${last}"`;
};

/** What a broken keyword of the schema means to the person who wrote the file. */
function explain(keyword: string, schema: Json, value: unknown, path: YamlPath): Explained[] {
  const wanted = schema[keyword];
  const note = typeof schema['$comment'] === 'string' ? schema['$comment'] : undefined;
  switch (keyword) {
    case 'type': {
      const types = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
      const expected = types.map((type) => NAMES[type] ?? type).join(' or ');
      return [{ message: `${called(path)} should be ${expected}, not ${kindOf(value)}`, hint: quotesHint(types, value) }];
    }
    case 'required':
      return (wanted as string[])
        .filter((key) => !isJson(value) || !(key in value))
        .map((key) => ({ message: `"${key}" is missing`, hint: `add ${key}: …` }));
    case 'additionalProperties': {
      // A schema for other keys reports what is wrong in them by itself.
      if (wanted !== false) return [];
      const known = Object.keys(isJson(schema['properties']) ? schema['properties'] : {});
      const unknown = Object.keys(isJson(value) ? value : {}).filter((key) => !known.includes(key));
      // A mapping of one strange key, where a text may stand, was most likely meant as one.
      const otherwise =
        'oneOf' in schema && unknown.length === Object.keys(value as Json).length ? MADE_A_KEY : `known here: ${known.join(', ')}`;
      return unknown
        .slice(0, MOST_FAULTS)
        .map((key) => ({ message: `unknown key "${key}"`, key, hint: didYouMean(key, known) ?? otherwise }));
    }
    case 'enum':
      return [
        {
          message: `${called(path)} should be one of ${(wanted as unknown[]).join(', ')}, not ${kindOf(value)}`,
          hint: typeof value === 'string' ? didYouMean(value, (wanted as unknown[]).map(String)) : undefined,
        },
      ];
    case 'pattern':
    case 'oneOf':
      return [{ message: `${called(path)} ${note ?? 'is not written as it should be'}` }];
    case 'minItems':
    case 'maxItems':
      return [
        {
          message: `${called(path)} should hold ${keyword === 'minItems' ? 'at least' : 'at most'} ${String(wanted)}, not ${(value as unknown[]).length}`,
        },
      ];
    case 'minimum':
    case 'maximum':
      return [{ message: `${called(path)} should be at ${keyword === 'minimum' ? 'least' : 'most'} ${String(wanted)}` }];
    case 'minProperties':
      return [{ message: `${called(path)} should not be empty` }];
    case 'dependentRequired':
      return Object.entries(wanted as Record<string, string[]>).flatMap(([key, needs]) =>
        isJson(value) && key in value
          ? needs.filter((need) => !(need in value)).map((need) => ({ message: `"${key}" needs "${need}" beside it`, key }))
          : [],
      );
    default:
      return [];
  }
}

/** A part of a file that has not the shape it should. */
export interface ShapeFault {
  readonly path: YamlPath;
  readonly error: CodifyError;
}

/**
 * Holds a YAML file against the JSON Schema that editors use for it.
 * @returns every fault at once, in the order of the file, each with its place and what was expected
 */
export function shapeFaults(file: YamlFile, schema: object): ShapeFault[] {
  const root = schema as Json;
  const { errors } = new Validator(schema, '2020-12', false).validate(file.data ?? null);
  const faults = new Map<string, ShapeFault>();
  const seen = new Set<string>();
  for (const { keyword, keywordLocation, instanceLocation } of errors) {
    const pointer = keywordLocation.split('/').slice(1);
    // What a branch of a choice misses says nothing; the choice itself is reported.
    if (pointer.slice(0, -1).some((step) => step === 'oneOf' || step === 'if')) continue;
    if (seen.has(`${keywordLocation} ${instanceLocation}`)) continue;
    seen.add(`${keywordLocation} ${instanceLocation}`);
    const path = instanceLocation
      .split('/')
      .slice(1)
      .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    for (const fault of explain(keyword, subschema(root, pointer.slice(0, -1)), valueAt(file.data, path), path)) {
      const rule: FaultId = keyword === 'additionalProperties' ? 'unknown-key' : 'shape';
      const place = fault.key === undefined ? file.place(path) : file.keyPlace([...path, fault.key]);
      const error = new CodifyError(fault.message, { place, hint: fault.hint, rule });
      faults.set(`${place.line}:${place.column}:${fault.message}`, { path, error });
      if (faults.size >= MOST_FAULTS) break;
    }
    if (faults.size >= MOST_FAULTS) break;
  }
  return [...faults.values()].sort((a, b) => byPlace(a.error, b.error));
}
