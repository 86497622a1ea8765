import { describe, expect, it } from 'vitest';
import { readSchema } from '../../src/codebook/schemas.ts';

type Schema = Record<string, unknown>;

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSchema = (value: unknown): boolean => isObject(value) || typeof value === 'boolean';
const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isListOf = (fits: (item: unknown) => boolean, value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(fits);
const isMapOf = (fits: (item: unknown) => boolean, value: unknown): boolean => isObject(value) && Object.values(value).every(fits);
const isType = (value: unknown): boolean => ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'].includes(String(value));

function isPattern(value: unknown): boolean {
  return typeof value === 'string' && new RegExp(value, 'u') instanceof RegExp;
}

/** The keywords of JSON Schema 2020-12 that the schemas use, and what each may hold. A misspelled keyword is silent. */
const KEYWORDS = new Map<string, (value: unknown) => boolean>([
  ['$schema', (value) => value === 'https://json-schema.org/draft/2020-12/schema'],
  ['$id', isText],
  ['$ref', isText],
  ['$comment', isText],
  ['$defs', (value) => isMapOf(isSchema, value)],
  ['title', isText],
  ['description', isText],
  ['examples', (value) => isListOf(() => true, value)],
  ['type', (value) => isType(value) || isListOf(isType, value)],
  ['enum', (value) => isListOf(() => true, value)],
  ['pattern', isPattern],
  ['minimum', (value) => typeof value === 'number'],
  ['maximum', (value) => typeof value === 'number'],
  ['minItems', isCount],
  ['maxItems', isCount],
  ['minProperties', isCount],
  ['items', isSchema],
  ['properties', (value) => isMapOf(isSchema, value)],
  ['additionalProperties', isSchema],
  ['required', (value) => isListOf(isText, value) && new Set(value as string[]).size === (value as string[]).length],
  ['dependentRequired', (value) => isMapOf((needs) => isListOf(isText, needs), value)],
  ['oneOf', (value) => isListOf(isSchema, value)],
  ['allOf', (value) => isListOf(isSchema, value)],
  ['if', isSchema],
  ['then', isSchema],
  ['else', isSchema],
]);

/** A schema and every schema inside it, with the JSON pointer to each. */
function schemasIn(schema: Schema, pointer = '#'): [string, Schema][] {
  const inside = Object.entries(schema).flatMap(([key, value]) => {
    // What an example holds is no schema.
    if (key === 'examples') return [];
    const named = key === 'properties' || key === '$defs';
    const nested = named || Array.isArray(value) ? Object.entries(value as object) : [];
    return [...(named ? [] : [[key, value] as const]), ...nested.map(([name, one]) => [`${key}/${name}`, one as unknown] as const)];
  });
  return [
    [pointer, schema],
    ...inside.flatMap(([key, value]) => (isObject(value) && !key.startsWith('dependent') ? schemasIn(value, `${pointer}/${key}`) : [])),
  ];
}

describe.each(['codebook', 'study', 'decision'] as const)('the schema of a %s', async (name) => {
  const root = (await readSchema(name)) as Schema;
  const all = schemasIn(root);
  const pointers = new Set(all.map(([pointer]) => pointer));

  it('has the shape of JSON Schema 2020-12', () => {
    expect(root['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    const wrong = all.flatMap(([pointer, schema]) =>
      Object.entries(schema)
        .filter(([keyword, value]) => !KEYWORDS.get(keyword)?.(value))
        .map(([keyword]) => `${pointer}/${keyword}`),
    );
    expect(wrong).toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const references = all.flatMap(([pointer, { $ref }]) => ($ref === undefined ? [] : [[pointer, $ref as string] as const]));
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter(([, reference]) => !pointers.has(reference))).toEqual([]);
  });

  it('defines nothing that is not used', () => {
    const used = new Set(all.map(([, { $ref }]) => $ref));
    expect(Object.keys(root['$defs'] ?? {}).filter((definition) => !used.has(`#/$defs/${definition}`))).toEqual([]);
  });

  it('knows every key it requires, and lets no other in', () => {
    const objects = all.filter(([, { type, properties }]) => type === 'object' || properties !== undefined);
    for (const [pointer, { properties, required, additionalProperties }] of objects) {
      if (pointer.endsWith('/if')) continue;
      expect(additionalProperties, pointer).toBeDefined();
      if (properties !== undefined) expect(additionalProperties, pointer).toBe(false);
      const known = Object.keys(properties ?? {});
      expect(
        ((required ?? []) as string[]).filter((key) => !known.includes(key)),
        pointer,
      ).toEqual([]);
    }
  });

  it('says in words what a pattern or a choice is for, as the messages need it', () => {
    expect(all.filter(([, schema]) => ('pattern' in schema || 'oneOf' in schema) && !('$comment' in schema))).toEqual([]);
  });
});

it('a question of the interview guide is written alike in a codebook and in a study', async () => {
  const [book, study] = (await Promise.all([readSchema('codebook'), readSchema('study')])) as { $defs: Record<string, Schema> }[];
  const shared = Object.keys(study!.$defs).filter((name) => name in book!.$defs);
  expect(shared).toContain('question');
  expect(shared.map((name) => study!.$defs[name])).toEqual(shared.map((name) => book!.$defs[name]));
});
