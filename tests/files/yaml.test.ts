import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodifyError, CodifyErrors } from '../../src/errors.ts';
import { parseYaml } from '../../src/files/yaml.ts';
import { faultOf, faultsOf } from './faults.ts';
import { runs } from '../chance.ts';

const BOOK = `title: Bogen
themes:
  - id: tid
    terms: [travl, "*drift"]
  - id: styring
`;

describe('a YAML file', () => {
  test('is plain data', () => {
    expect(parseYaml(BOOK, 'bog.yaml').data).toEqual({
      title: 'Bogen',
      themes: [{ id: 'tid', terms: ['travl', '*drift'] }, { id: 'styring' }],
    });
  });

  test('knows the place of every value and key', () => {
    const file = parseYaml(BOOK, 'bog.yaml');
    expect(file.place(['themes', 0, 'terms', 1])).toEqual({ path: 'bog.yaml', line: 4, column: 20 });
    expect(file.place(['themes', 1, 'id'])).toEqual({ path: 'bog.yaml', line: 5, column: 9 });
    expect(file.keyPlace(['themes', 1, 'id'])).toEqual({ path: 'bog.yaml', line: 5, column: 5 });
  });

  test('gives for what is missing the place of its nearest parent', () => {
    const file = parseYaml(BOOK, 'bog.yaml');
    expect(file.place(['themes', 1, 'label', 'da'])).toEqual({ path: 'bog.yaml', line: 5, column: 5 });
    expect(file.place(['themes', 7])).toEqual(file.place(['themes']));
  });

  test('counts its lines from where it begins in a larger file', () => {
    expect(parseYaml('id: 1\nrole: chef\n', '01.md', 2).place(['role']).line).toBe(3);
    expect(faultOf(() => parseYaml('id: 1\nid: 2\n', '01.md', 2)).place?.line).toBe(3);
  });

  test('keeps ja, nej, no and dates as the texts they are', () => {
    expect(parseYaml('[ja, nej, no, off, 2026-02-11]', 'a.yaml').data).toEqual(['ja', 'nej', 'no', 'off', '2026-02-11']);
  });

  test('may hold a key with a name from JavaScript', () => {
    const { data } = parseYaml('__proto__: {a: 1}\nconstructor: 2\n', 'a.yaml');
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});

describe('what people do not expect of YAML is refused where it stands:', () => {
  test.each([
    ['a tab as indentation', 'a:\n\tb: 1\n', 2, 1, /tab/],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 3, 1, /twice/],
    ['a key twice in a flow', 'a: {b: 1, b: 2}\n', 1, 11, /twice/],
    ['an anchor on a text', 'a: 1\nb: &kort ord\n', 2, 10, /&kort/],
    ['an anchor on a list', 'a: &l [1]\n', 1, 7, /&l/],
    ['a star at the beginning', 'terms:\n  - *drift\n', 2, 5, /\*drift/],
    ['a star at both ends', 'terms: [ord, *sammenhold*]\n', 1, 14, /\*sammenhold\*/],
    ['a merge key', 'a:\n  <<: {b: 1}\n', 2, 3, /merge key/],
    ['a second document', 'a: 1\n---\nb: 2\n', 2, 1, /more than one/],
    ['a control character', 'a: 1\nb: x\u0007y\n', 2, 5, /control/],
    ['an escape character', 'a: "\u001b[31m"\n', 1, 5, /control/],
    ['the marks of a merge conflict', 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n', 2, 1, /merge/],
    ['the middle mark of a merge conflict alone', 'a: 1\n=======\nb: 2\n', 2, 1, /merge/],
    ['a tag', 'terms: [ord, !vigtigt ja]\n', 1, 14, /tag/],
    ['a tag for code', 'a: !!js/function x\n', 1, 4, /tag/],
    ['a list as a key', '? [a, b]\n: 1\n', 1, 3, /key/],
  ])('%s', (_, text, line, column, message) => {
    const fault = faultOf(() => parseYaml(text, 'bog.yaml'));
    expect(fault.place).toEqual({ path: 'bog.yaml', line, column });
    expect(fault.message).toMatch(message);
  });

  test.each([
    ['quotes', 'a: "b\nc: d\n'],
    ['brackets', 'a: [b\n'],
    ['a colon in a text', 'a: b: c\n'],
    ['a text that begins with @', 'a: @b\n'],
  ])('a slip with %s, in words and with its place', (_, text) => {
    const fault = faultOf(() => parseYaml(text, 'bog.yaml'));
    expect(fault.place?.line).toBeGreaterThan(0);
    expect(fault.place?.column).toBeGreaterThan(0);
  });

  test('the advice for a star is to put the term in quotes', () => {
    expect(faultOf(() => parseYaml('- *drift\n', 'bog.yaml')).hint).toContain('"*drift"');
  });

  test('several faults are told at once, in the order of the file', () => {
    const lines = faultsOf(() => parseYaml('a: [*en]\nb: &to 2\nc: *tre\n', 'bog.yaml')).map((fault) => fault.place?.line);
    expect(lines).toEqual([1, 2, 3]);
  });

  test('an alias bomb is refused for its anchors and never unfolded', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`);
    expect(faultsOf(() => parseYaml(['a0: &a0 lol', ...levels].join('\n'), 'bog.yaml')).length).toBeGreaterThan(30);
  });

  test('an alias of itself is refused', () => {
    expect(faultsOf(() => parseYaml('a: &a [*a]\n', 'bog.yaml')).map((fault) => fault.place?.line)).toEqual([1, 1]);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\n'],
    ['a comment', '# om bogen\n'],
  ])('a file of %s', (_, text) => {
    expect(faultOf(() => parseYaml(text, 'bog.yaml')).message).toMatch(/empty/);
  });
});

test('whatever is written, the answer is data or a fault of the user', () => {
  const unit = fc.constantFrom(
    'a',
    'b',
    ':',
    ' ',
    '-',
    '\n',
    '\t',
    '&',
    '*',
    '!',
    '#',
    '"',
    "'",
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
    '?',
    '%',
    '<<',
    '---',
    'å',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      try {
        parseYaml(text, 'a.yaml').place(['a', 0]);
      } catch (error) {
        if (!(error instanceof CodifyError) && !(error instanceof CodifyErrors)) throw error;
      }
    }),
    { numRuns: runs(2000) },
  );
});

describe('what would exhaust a parser or be read otherwise by others', () => {
  test.each([
    ['a: ' + '['.repeat(10_000) + ']'.repeat(10_000), 'is nested too deeply'],
    ['- '.repeat(10_000) + 'x', 'is nested too deeply'],
    ['a: !!str 1', '!!str is a tag, which codify does not read'],
    ['%YAML 1.1\n---\na: yes', 'holds a directive, which codify does not read'],
  ])('is refused: %.20s', (text, message) => {
    expect(() => parseYaml(text, 'bog.yaml')).toThrow(message);
  });
});
