import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** The table of the house: a room may import these, beside itself, model and errors. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  files: [],
  text: [],
  transcript: ['files', 'text'],
  codebook: ['files', 'text'],
  coding: ['text'],
  study: ['files', 'text', 'transcript', 'codebook', 'coding'],
  analysis: ['text'],
  report: ['files', 'text', 'analysis', 'privacy'],
  exchange: ['files', 'text', 'analysis', 'privacy'],
  review: ['text', 'analysis'],
  check: ['text', 'codebook', 'coding', 'analysis'],
  cli: ['files', 'text', 'transcript', 'codebook', 'coding', 'study', 'analysis', 'report', 'exchange', 'check', 'review'],
};

/** The one door of a room to a library; elsewhere it is not imported. */
const DOORS: Readonly<Record<string, string>> = {
  natural: 'text/nearest.ts',
  re2js: 'text/regex.ts',
  '@orama/stemmers': 'text/languages/',
  yaml: 'files/yaml.ts',
  'csv-parse': 'files/table.ts',
  '@cfworker/json-schema': 'codebook/shape.ts',
  'write-file-atomic': 'files/write.ts',
  tinyglobby: 'files/find.ts',
  unpdf: 'files/pdf-worker.ts',
  yauzl: 'files/unzip.ts',
  saxes: 'files/xml.ts',
  entities: 'transcript/formats/markup.ts',
  commander: 'cli/',
  diff: 'report/difference.ts',
  vega: 'report/figures/',
  docx: 'exchange/word/parts.ts',
  'image-size': 'exchange/picture.ts',
  '@resvg/resvg-wasm': 'exchange/word/draw.ts',
  'mdast-util-from-markdown': 'report/document.ts',
  'mdast-util-gfm': 'report/document.ts',
  'micromark-extension-gfm': 'report/document.ts',
  chalk: 'cli/paint.ts',
  'fast-string-width': 'text/width.ts',
  'write-excel-file': 'exchange/formats/xlsx.ts',
  fflate: 'exchange/',
  'pure-rand': 'analysis/random.ts',
  ink: 'review/views/',
  react: 'review/views/',
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  return [...source.matchAll(/(?:from|import|import\(|lazily<[^>]*>\()\s*'([^']+)'/g)].map((match) => match[1]!);
}

describe('the house', () => {
  it('has the rooms of the table, and no others', () => {
    const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!));
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(files.filter((file) => file.includes('/')))('%s imports only from rooms it may enter', (file) => {
    const room = file.split('/')[0]!;
    const entered = importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map((path) =>
        relative(SRC, resolve(SRC, dirname(file), path))
          .replaceAll('\\', '/')
          .split('/'),
      )
      .filter((path) => path.length > 1)
      .map((path) => path[0]!)
      .filter((other) => other !== room);
    expect(entered.filter((other) => !MAY_IMPORT[room]!.includes(other))).toEqual([]);
  });

  it.each(Object.entries(DOORS))('%s is imported through %s alone', (library, door) => {
    const users = files.filter((file) => importsOf(file).some((path) => path === library || path.startsWith(`${library}/`)));
    expect(users.filter((file) => !file.startsWith(door))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('asks for help without loading a reader, a library but commander, or any other room', () => {
    const seen = new Set<string>();
    const libraries = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      // What is loaded with a file: its imports but those of types, and not what it loads when it runs.
      const source = readFileSync(join(SRC, file), 'utf8').replace(/^(?:import|export) type [\s\S]*?;$/gm, '');
      for (const [, path = ''] of source.matchAll(/^(?:import|export) (?:[^;']*? from )?'([^']+)';$/gm)) {
        if (path.startsWith('.')) visit(relative(SRC, resolve(SRC, dirname(file), path)).replaceAll('\\', '/'));
        else if (!path.startsWith('node:')) libraries.add(path);
      }
    };
    visit('cli/main.ts');
    expect(libraries).toEqual(new Set());
    visit('cli/program.ts');
    expect(libraries).toEqual(new Set(['commander']));
    expect([...seen].filter((file) => !file.startsWith('cli/')).sort()).toEqual(['analysis/unknown.ts', 'errors.ts']);
  });

  it('keeps the nouns free of code', () => {
    expect(readFileSync(join(SRC, 'model.ts'), 'utf8')).not.toMatch(/^export (?:const|function|class|let)/m);
  });
});
