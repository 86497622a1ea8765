import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/check/rules/index.ts';
import { readSchema } from '../../src/codebook/schemas.ts';
import { readYaml } from '../../src/files/yaml.ts';
import { completeBook } from '../check/books.ts';
import { ROOT } from '../scenarios/run.ts';

interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema = (await readSchema('codebook')) as Schema;
// A validator that is not the one codify uses, as an editor's is not.
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const isValid = ajv.compile(schema);
const dataOf = (text: string): unknown => readYaml(text, 'bog.yaml').file?.data;

describe('an editor with the schema', () => {
  it.each(readdirSync(join(ROOT, 'codebooks')).filter((file) => file.endsWith('.yaml')))('finds no fault in %s', (file) => {
    expect(isValid(dataOf(readFileSync(join(ROOT, 'codebooks', file), 'utf8')))).toBe(true);
  });

  const pieces = rules.map(({ id, passing, failing, check }) => ({ id, passing, failing, hard: check === undefined }));

  it.each(pieces)('finds no fault in what passes the rule $id', ({ passing }) => {
    expect(isValid(dataOf(completeBook(passing))), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each(pieces.filter(({ id }) => id === 'shape' || id === 'unknown-key'))('finds what fails the rule $id', ({ failing }) => {
    expect(isValid(dataOf(completeBook(failing)))).toBe(false);
  });

  it.each(pieces.filter(({ hard }) => !hard))('finds no fault in what only codify sees: $id', ({ failing }) => {
    expect(isValid(dataOf(completeBook(failing)))).toBe(true);
  });
});

describe('the schema explains itself to one who writes', () => {
  const described = Object.entries({ codebook: schema, ...schema.$defs }).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).map(([key, one]) => ({ key: `${name}.${key}`, one })),
  );

  it.each(described)('$key has a description, its own or that of its kind', ({ one }) => {
    const kind = one.$ref === undefined ? undefined : schema.$defs?.[one.$ref.replace('#/$defs/', '')];
    expect(one.description ?? kind?.description).toMatch(/^.{5,}$/s);
  });

  it.each(described.filter(({ one }) => one.examples))('the examples of $key are such values', ({ key, one }) => {
    const [name = '', property = ''] = key.split('.');
    const root = name === 'codebook' ? '#/properties' : `#/$defs/${name}/properties`;
    const fits = ajv.compile({ $ref: `codebook.schema.json${root}/${property}` });
    for (const example of one.examples!) expect(fits(example), JSON.stringify(example)).toBe(true);
  });

  it('shows examples of most keys', () => {
    expect(described.filter(({ one }) => one.examples).length).toBeGreaterThan(described.length / 2);
  });
});
