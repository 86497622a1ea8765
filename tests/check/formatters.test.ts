import { Validator } from '@cfworker/json-schema';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Checked } from '../../src/check/check.ts';
import type { Surroundings } from '../../src/check/formatters/formatter.ts';
import { formatters } from '../../src/check/formatters/index.ts';
import { rules } from '../../src/check/rules/index.ts';
import { runCommand } from '../scenarios/run.ts';

const same = (text: string): string => text;
const plain: Surroundings = { paint: { bold: same, dim: same, red: same, yellow: same, green: same }, version: '0.1.0' };
const LINES = `title: Bog\n\tterms: [a\u030al, 'x']\n${'ord, '.repeat(40)}her\n`;

const odd: Checked = {
  path: 'en, mappe/100%: bog.yaml',
  text: LINES,
  problems: [
    {
      rule: 'yaml',
      severity: 'error',
      message: 'a <b> & "c"\nover 100 % of two\rlines\u0001',
      place: { path: 'en, mappe/100%: bog.yaml', line: 2, column: 14 },
      hint: 'write: 1, 2',
    },
    { rule: 'same-stem', severity: 'warn', message: 'far out', place: { path: 'b.yaml', line: 3, column: 201 }, hint: undefined },
    { rule: 'shape', severity: 'error', message: 'is empty', place: { path: 'b.yaml' }, hint: undefined },
  ],
};
const clean: Checked = { path: 'god.yaml', text: 'title: Bog\n', problems: [] };
const format = (name: string, ...checked: Checked[]): string => formatters[name]!(checked, plain);

it('the command offers every formatter, the first without being asked', () => {
  const { stdout } = runCommand('codify check --help', '.');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    `(choices: ${Object.keys(formatters)
      .map((name) => `"${name}"`)
      .join(', ')}, default: "text")`,
  );
});

describe('text', () => {
  it('quotes the line with a mark under the place, as wide as it looks, and of a long line what stands around it', () => {
    expect(format('text', odd)).toBe(`en, mappe/100%: bog.yaml:2:14: error: a <b> & "c"
over 100 % of two\rlines\u0001 [yaml]
  | \tterms: [a\u030al, 'x']
  | \t           ^
  → write: 1, 2

b.yaml:3:201: warning: far out [same-stem]
  | …${LINES.split('\n')[2]!.slice(140)}
  |  ${' '.repeat(60)}^

b.yaml: error: is empty [shape]

2 errors, 1 warning in 1 codebook
`);
  });

  it('says when there is nothing', () => {
    expect(format('text', clean, clean)).toBe('nothing to mend in 2 codebooks\n');
  });

  it('uses colours where it is given some', () => {
    const paint = { ...plain.paint, red: (text: string) => `<${text}>` };
    expect(formatters['text']!([odd], { ...plain, paint })).toContain(': <error>: a');
  });
});

describe('json', () => {
  it('holds what is promised, with null for what is not known', () => {
    expect(JSON.parse(format('json', odd, clean))).toEqual([
      {
        rule: 'yaml',
        severity: 'error',
        message: odd.problems[0]!.message,
        path: 'en, mappe/100%: bog.yaml',
        line: 2,
        column: 14,
        hint: 'write: 1, 2',
      },
      { rule: 'same-stem', severity: 'warn', message: 'far out', path: 'b.yaml', line: 3, column: 201, hint: null },
      { rule: 'shape', severity: 'error', message: 'is empty', path: 'b.yaml', line: null, column: null, hint: null },
    ]);
  });
});

describe('github', () => {
  it('escapes what would end a message or a property', () => {
    expect(format('github', odd).split('\n')).toEqual([
      '::error file=en%2C mappe/100%25%3A bog.yaml,line=2,col=14,title=codify yaml::a <b> & "c"%0Aover 100 %25 of two%0Dlines\u0001 (write: 1, 2)',
      '::warning file=b.yaml,line=3,col=201,title=codify same-stem::far out',
      '::error file=b.yaml,title=codify shape::is empty',
      '',
    ]);
  });

  it('says nothing when there is nothing', () => expect(format('github', clean)).toBe(''));
});

describe('junit', () => {
  it('is XML with a suite for each codebook', () => {
    expect(format('junit', odd, clean)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="codify check">
  <testsuite name="en, mappe/100%: bog.yaml" tests="3" failures="3">
    <testcase classname="en, mappe/100%: bog.yaml" name="yaml en, mappe/100%: bog.yaml:2:14">
      <failure type="error" message="a &lt;b&gt; &amp; &quot;c&quot;&#10;over 100 % of two&#13;lines\ufffd (write: 1, 2)">en, mappe/100%: bog.yaml:2:14: a &lt;b&gt; &amp; &quot;c&quot;&#10;over 100 % of two&#13;lines\ufffd (write: 1, 2)</failure>
    </testcase>
    <testcase classname="b.yaml" name="same-stem b.yaml:3:201">
      <failure type="warn" message="far out">b.yaml:3:201: far out</failure>
    </testcase>
    <testcase classname="b.yaml" name="shape b.yaml">
      <failure type="error" message="is empty">b.yaml: is empty</failure>
    </testcase>
  </testsuite>
  <testsuite name="god.yaml" tests="1" failures="0">
    <testcase classname="god.yaml" name="codify check"/>
  </testsuite>
</testsuites>
`);
  });
});

describe('sarif', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/sarif/sarif-2.1.0-schema.json'), 'utf8')) as object;
  const errorsOf = (log: unknown): string[] =>
    new Validator(schema, '4', false).validate(log).errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);

  it('fits the published schema', () => {
    expect(errorsOf(JSON.parse(format('sarif', odd, clean)))).toEqual([]);
    expect(errorsOf(JSON.parse(format('sarif', clean)))).toEqual([]);
  });

  it('is held to a schema that refuses what is wrong', () => {
    const log = JSON.parse(format('sarif', odd)) as { runs: [{ results: [{ level: string }] }] };
    log.runs[0].results[0].level = 'bad';
    expect(errorsOf(log)).not.toEqual([]);
  });

  it('has a place for every result, as code scanning wants it, and a text for every rule', () => {
    const log = JSON.parse(format('sarif', odd)) as {
      runs: [
        {
          tool: { driver: { rules: { id: string; help: { text: string } }[] } };
          results: { ruleId: string; ruleIndex: number; locations: unknown[] }[];
        },
      ];
    };
    const [{ tool, results }] = log.runs;
    expect(tool.driver.rules.map((rule) => [rule.id, rule.help.text])).toEqual(rules.map((rule) => [rule.id, rule.why]));
    expect(results.map((result) => tool.driver.rules[result.ruleIndex]!.id)).toEqual(['yaml', 'same-stem', 'shape']);
    expect(results.map((result) => result.locations[0])).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'en%2C%20mappe/100%25%3A%20bog.yaml' }, region: { startLine: 2, startColumn: 14 } } },
      { physicalLocation: { region: { startLine: 3 } } },
      { physicalLocation: { region: { startLine: 1, startColumn: 1 } } },
    ]);
  });
});
