import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCodebook } from '../../src/check/check.ts';
import { levelsOf } from '../../src/check/levels.ts';
import { rules } from '../../src/check/rules/index.ts';
import { readCodebook } from '../../src/codebook/load.ts';
import { loadStudy } from '../../src/study/load.ts';
import { ROOT } from '../scenarios/run.ts';

const books = readdirSync(join(ROOT, 'codebooks'))
  .map((file) => file.normalize('NFC'))
  .filter((file) => file.endsWith('.yaml'));
const samples = readdirSync(join(ROOT, 'samples')).filter((name) => existsSync(join(ROOT, 'samples', name, 'codify.yaml')));

/** The sample studies that are coded by a book. */
const studiesOf = (book: string): string[] =>
  samples.filter((name) =>
    readFileSync(join(ROOT, 'samples', name, 'codify.yaml'), 'utf8')
      .normalize('NFC')
      .includes(`/${book}`),
  );

describe.each(books)('the project’s own %s', (book) => {
  const path = join(ROOT, 'codebooks', book);

  it('has no errors, finds all its examples and none of its counterexamples, and few doubts', async () => {
    const { problems } = checkCodebook(path, await readCodebook(path), levelsOf([]));
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(problems.length).toBeLessThan(100);
  });

  it('is the book of a sample study', () => {
    expect(studiesOf(book)).not.toEqual([]);
  });

  it.each(studiesOf(book))('gets no more to read than a person would when it is tried on %s', async (study) => {
    const { transcripts, codebook } = await loadStudy({ paths: [join(ROOT, 'samples', study)], codebook: path });
    const { problems } = checkCodebook(path, await readCodebook(path), levelsOf([]), transcripts);
    const tried = new Set(rules.filter((rule) => rule.said !== undefined).map((rule) => rule.id));
    expect(problems.filter((problem) => tried.has(problem.rule)).length).toBeLessThanOrEqual(codebook.allThemes.length * 2);
  });
});
