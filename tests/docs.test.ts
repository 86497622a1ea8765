import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSchema } from '../src/codebook/schemas.ts';
import { shapeFaults } from '../src/codebook/shape.ts';
import { parseJsonLines } from '../src/files/json-lines.ts';
import { parseYaml } from '../src/files/yaml.ts';
import { parseTerm, type WrittenTerm } from '../src/codebook/terms.ts';
import { explainText } from '../src/coding/explain.ts';
import type { Codebook } from '../src/model.ts';
import { makeFolder, parseScenario, pattern, ROOT, runWarm, writeInto } from './scenarios/run.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const readme = read('README.md');

/** The fenced blocks of a language in a Markdown text. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter((match) => match[1] === language).map((match) => match[2]!);
}

describe('the README', () => {
  const acts = blocks(readme, 'console').flatMap((block) => parseScenario(`\n${block}`).acts);
  const folder = makeFolder();

  it('shows commands', () => expect(acts.length).toBeGreaterThan(5));

  for (const act of acts) {
    if ('file' in act) {
      writeInto(folder.path, act.file, act.text);
      continue;
    }
    it(`shows what is printed by: ${act.command}`, () => {
      const outcome = runWarm(act.command, folder.path);
      expect(outcome.status).toBe(0);
      expect(outcome.stdout.trimEnd()).toMatch(pattern(act.stdout));
    });
  }

  it('shows a library that works', async () => {
    const [code = ''] = blocks(readme, 'js');
    const [, expected] = /^\/\/ (.+)$/m.exec(code)!;
    const library = await import('../src/index.ts');
    const study = await library.loadStudy({ paths: [join(ROOT, 'samples/fra-myndighed-til-partner')], columns: {} });
    const { codings } = library.decide(library.codeTranscripts(study.codebook, study.transcripts), study);
    const table = library.countCodings(study, codings, 'role');
    expect(table.columns.map((column) => `${column.people} ${column.id}`).join(', ')).toBe(expected);
    for (const name of ['loadStudy', 'codeTranscripts', 'decide', 'countCodings']) expect(code).toContain(name);
  });

  it('shows every key and verdict of a decision, and one that is read', async () => {
    const schema = (await readSchema('decision')) as { properties: Record<string, { enum?: string[] }> };
    const [shown = ''] = blocks(readme, 'json');
    const manual = readme.slice(readme.indexOf('### What people decide'), readme.indexOf('## As a library'));
    expect(shapeFaults(parseJsonLines(shown.replaceAll('\n', ' '), 'AB.jsonl'), { type: 'array', items: schema })).toEqual([]);
    for (const key of Object.keys(schema.properties)) expect(manual).toMatch(new RegExp(`["\`]${key}["\`:]`));
    for (const verdict of schema.properties['verdict']!.enum!) expect(manual).toContain(`\n| \`${verdict}\` |`);
  });

  it('names every command there is, and the two to start with', () => {
    const help = runWarm('codify --help', folder.path).stdout;
    const commands = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}(\w+) /gm)].map((match) => match[1]!);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      expect(readme).toContain(`\`codify ${command} `);
      expect(runWarm(`codify ${command} --help`, folder.path)).toMatchObject({ status: 0, stderr: '' });
    }
    expect(blocks(readme, 'sh')).toEqual(['npm ci && npm run demo\n', 'npm ci && npm test\n']);
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'samples/README.md', 'codebooks/README.md'])('%s links to files that exist', (file) => {
    for (const [, target = ''] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)) {
      expect(existsSync(join(ROOT, dirname(file), target)), target).toBe(true);
    }
  });
});

describe('the manual of the codebook', () => {
  const manual = read('codebooks/README.md');
  /** The rows of a table whose first cell is a term. */
  const rowsOf = (text: string): string[][] =>
    [...text.matchAll(/^\| `(.+)` \| (.+) \| (.+) \|$/gm)].map((match) => match.slice(1).map((cell) => cell.replaceAll('\\|', '|')));
  const [found = '', nearly = ''] = manual.split('Under *nearly*');
  const rows = rowsOf(found);

  it('has a line for every kind of term', () => expect(rows.length).toBeGreaterThan(9));

  it.each(rows)('%s finds "%s", not "%s"', (term = '', finds = '', not = '') => {
    const written = (parseYaml(`term: ${term}`, 'term').data as { term: WrittenTerm }).term;
    const theme = {
      id: 't',
      path: ['t'],
      label: 'T',
      terms: [parseTerm(written)],
      unless: [],
      examples: [],
      counterexamples: [],
      themes: [],
      kind: undefined,
      noun: undefined,
      definition: undefined,
      include: undefined,
      exclude: undefined,
    };
    const codebook: Codebook = {
      path: 'b',
      title: 'B',
      version: undefined,
      language: 'da',
      roles: [],
      groups: [],
      themes: [theme],
      allThemes: [theme],
    };
    const bears = (text: string): boolean => explainText(codebook, text).some(({ themes }) => themes.length > 0);
    expect([bears(finds), bears(not)]).toEqual([true, false]);
  });

  const misses = rowsOf(nearly);

  it('has a line for every kind of near miss', () => expect(misses.length).toBeGreaterThan(8));

  it.each(misses)('by %s, of "%s" explain says: %s', (term = '', said = '', note = '') => {
    const folder = makeFolder();
    const book = `title: B\nversion: 1.0.0\nlanguage: da\nroles: { chef: { article: en, plural: chefer, definite: cheferne } }\n`;
    writeInto(folder.path, 'bog.yaml', `${book}themes:\n  - { id: t, label: T, terms: [${term}] }\n`);
    const { stdout } = runWarm(`codify explain -c bog.yaml "${said}"`, folder.path);
    folder.remove();
    expect(stdout).toMatch(/bears no theme\n {2}nearly\n {4}t {2}/);
    expect(stdout.trimEnd().endsWith(`  ${note}`)).toBe(true);
  });

  it('shows keys that the schema knows', () => {
    const schema = JSON.parse(read('codebooks/codebook.schema.json')) as { $defs: { theme: { properties: object } } };
    const [, , themes = ''] = blocks(manual, 'yaml');
    for (const [, key = ''] of themes.matchAll(/^ {4}(\w+):/gm)) expect(Object.keys(schema.$defs.theme.properties)).toContain(key);
  });
});
