import { join } from 'node:path';
import { checkCodebook, type Checked } from '../../src/check/check.ts';
import { levelsOf } from '../../src/check/levels.ts';
import { readCodebook } from '../../src/codebook/load.ts';
import { readStudy } from '../../src/study/load.ts';
import { folderWith } from '../files/folder.ts';

const TOP: Readonly<Record<string, string>> = {
  title: 'title: Bog',
  language: 'language: da',
  roles: 'roles: { leder: { article: en, plural: ledere, definite: lederne } }',
  themes: 'themes: [{ id: arbejde, label: Arbejde, terms: [arbejde] }]',
};

/** A whole codebook from a piece of one, or of a theme, as the rules show them. */
export function completeBook(piece: string): string {
  const written = piece.trim();
  const keys = [...written.matchAll(/^(\w+):/gm)].map((match) => match[1]!);
  if (['version', 'groups', 'scale', ...Object.keys(TOP)].includes(keys[0]!)) {
    const missing = Object.keys(TOP).filter((key) => !keys.includes(key));
    return `${missing.map((key) => TOP[key]!).join('\n')}\n${written}\n`;
  }
  const head = ['title', 'language', 'roles'].map((key) => TOP[key]!).join('\n');
  const inTheme = written.replaceAll('\n', '\n    ');
  return `${head}\nthemes:\n  - id: arbejde\n    label: Arbejde\n    ${inTheme}\n`;
}

/** Checks a codebook with these contents, and tries it on what one person says. */
export async function check(book: string | Uint8Array, settings: readonly string[] = [], said?: string): Promise<Checked> {
  const files = said === undefined ? { 'bog.yaml': book } : { 'bog.yaml': book, '01.txt': `I: Hvordan går det?\nR1: ${said}\n` };
  const folder = await folderWith(files);
  const path = join(folder, 'bog.yaml');
  const transcripts = said === undefined ? [] : (await readStudy({ paths: [join(folder, '01.txt')] })).transcripts;
  return checkCodebook('bog.yaml', await readCodebook(path), levelsOf(settings), transcripts);
}
