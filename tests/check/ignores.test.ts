import { describe, expect, it } from 'vitest';
import { check, completeBook } from './books.ts';

/** The problems of rules about terms, and of comments, as "line rule". */
async function problemsIn(piece: string, settings: readonly string[] = []): Promise<string[]> {
  const { problems } = await check(completeBook(piece), ['incomplete-theme=off', ...settings]);
  return problems.map(({ place, rule }) => `${place.line} ${rule}`);
}

describe('a comment that silences', () => {
  it('is about its own line when something stands before it', async () => {
    expect(await problemsIn('terms: [leder, ledelse] # codify-ignore same-stem: begge')).toEqual([]);
  });

  it('is about the next line when it stands alone, with others or remarks between', async () => {
    const lines = [
      '# codify-ignore same-stem: begge',
      '# codify-ignore term-twice: to',
      '',
      '# og så',
      'terms: [leder, ledelse, tid, tid]',
    ];
    expect(await problemsIn(lines.filter(Boolean).join('\n'))).toEqual([]);
  });

  it('is about one line and one rule', async () => {
    const lines = [
      'terms:',
      '  - leder # codify-ignore same-stem: ikke her',
      '  - ledelse',
      '  - leder # codify-ignore same-stem: den anden',
    ];
    expect(await problemsIn(lines.join('\n'))).toEqual(['8 ignore', '9 same-stem', '10 term-twice']);
  });

  it('is told of when it silences nothing, and not when its rule was turned off or needs interviews', async () => {
    const piece = 'terms: [leder] # codify-ignore same-stem: begge';
    expect(await problemsIn(piece)).toEqual(['7 ignore']);
    expect(await problemsIn(piece, ['same-stem=off'])).toEqual([]);
    expect(await problemsIn('terms: [leder] # codify-ignore never-found: endnu')).toEqual([]);
  });

  it('is a comment, not a text with the same words', async () => {
    expect(await problemsIn('terms: [leder]\ndefinition: "# codify-ignore same-stem: nej"')).toEqual([]);
  });
});
