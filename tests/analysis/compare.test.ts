import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareRuns, type CodedRun, type RunComparison, type ThemeShift } from '../../src/analysis/compare.ts';
import { compareCodebooks } from '../../src/codebook/compare.ts';
import { loadCodebook } from '../../src/codebook/load.ts';
import { codeTranscripts } from '../../src/coding/code.ts';
import { readStudy } from '../../src/study/load.ts';
import { folderWith } from '../files/folder.ts';

const book = (themes: string, aliases = ''): string =>
  `title: B\nlanguage: da\nroles:\n  chef: { article: en, plural: chefer, definite: cheferne }\n` +
  `  vikar: { article: en, plural: vikarer, definite: vikarerne, aliases: [${aliases}] }\nthemes: [${themes}]\n`;

async function compare(before: string, after: string, said: string): Promise<RunComparison> {
  const folder = await folderWith({ 'før.yaml': before, 'efter.yaml': after, 'i/a.md': said });
  const run = async (name: string): Promise<CodedRun> => {
    const codebook = await loadCodebook(join(folder, name));
    const { transcripts } = await readStudy({ paths: [join(folder, 'i')], codebook });
    return { codebook, transcripts, codings: codeTranscripts(codebook, transcripts).codings };
  };
  const [was, is] = [await run('før.yaml'), await run('efter.yaml')];
  return compareRuns(was, is, compareCodebooks(was.codebook, is.codebook).themes);
}

/** A row as "id before→after +gained -lost ~resized", and its listed quotes. */
function told({ before, after, total, gained, lost, resized }: ThemeShift): string {
  const list = (sign: string, moves: ThemeShift['gained']): string[] =>
    moves.map(({ quote, elsewhere }) => {
      const said = quote.transcript.text.slice(quote.span.start, quote.span.end);
      return `${sign}${said}${elsewhere.map((theme) => ` @${theme.id}`).join('')}`;
    });
  const counts = `${total.before.quotes}→${total.after.quotes} +${total.gained} -${total.lost} ~${resized}`;
  return [`${(after ?? before)!.id} ${counts}`, ...list('+', gained), ...list('-', lost)].join(' | ');
}

const TID = '{ id: tid, label: Tid, definition: D, terms: [travlt, presset] }';

describe('comparing codings', () => {
  it('loses and gains nothing by a renamed theme', async () => {
    const { rows } = await compare(book(TID), book(TID.replace('id: tid', 'id: hast')), 'R1 (chef): Vi har travlt.');
    expect(rows.map(told)).toEqual(['hast 1→1 +0 -0 ~0']);
  });

  it('tells which quotes a term brings and takes, and what else they bear', async () => {
    const { rows } = await compare(
      book(`${TID}, { id: ro, label: Ro, terms: [pause] }`),
      book(`{ id: tid, label: Tid, definition: D, terms: [travlt, pause] }, { id: ro, label: Ro, terms: [ro] }`),
      'R1 (chef): Vi er presset. Det regner. Vi holder pause. Det regner. Travlt.',
    );
    expect(rows.map(told)).toEqual([
      'tid 2→2 +1 -1 ~0 | +Vi holder pause. @ro | -Vi er presset.',
      'ro 1→0 +0 -1 ~0 | -Vi holder pause. @tid',
    ]);
  });

  it('keeps a quote that grows, shrinks, or grows together with another', async () => {
    const { rows } = await compare(
      book('{ id: a, label: A, terms: [æble] }'),
      book('{ id: a, label: A, terms: [æble, pære] }'),
      'R1 (chef): Æble. Pære. Æble. Ja. Æble. Ja.\n\nR2 (chef): Pære.',
    );
    expect(rows.map(told)).toEqual(['a 3→3 +1 -0 ~1 | +Pære.']);
  });

  it('lists a quote under the deepest theme, and counts it under those above', async () => {
    const theme = (below: string): string => `{ id: over, label: O, terms: [over], themes: [{ id: under, label: U, terms: [${below}] }] }`;
    const { rows } = await compare(book(theme('x')), book(theme('pære')), 'R1 (chef): Pære.\n\nR2 (chef): Over og pære.');
    expect(rows.map(told)).toEqual(['over 1→2 +1 -0 ~0', 'under 0→2 +2 -0 ~0 | +Pære. | +Over og pære. @over']);
  });

  it('counts all quotes of a removed theme as lost, of an added one as gained', async () => {
    const { rows } = await compare(
      book('{ id: a, label: A, terms: [æble] }'),
      book('{ id: b, label: B, terms: [pære] }'),
      'R1 (chef): Æble. Pære.',
    );
    expect(rows.map(told)).toEqual(['b 0→1 +1 -0 ~0 | +Pære.', 'a 1→0 +0 -1 ~0 | -Æble.']);
  });

  it('moves the quotes of a person from role to role, and names her', async () => {
    const { columns, rows, people } = await compare(book(TID), book(TID, 'afløser'), 'R1 (afløser): Vi har travlt.\n\nR2 (chef): Travlt.');
    expect(columns.map(({ id, people: n }) => [id, n])).toEqual([
      ['chef', 1],
      ['vikar', 1],
      ['uoplyst', 0],
    ]);
    expect(rows[0]!.cells.map(({ before, after, gained, lost }) => [before.quotes, after.quotes, gained, lost])).toEqual([
      [1, 1, 0, 0],
      [0, 1, 1, 0],
      [1, 0, 0, 1],
    ]);
    expect(told(rows[0]!)).toBe('tid 2→2 +0 -0 ~0');
    expect(people).toEqual([{ participant: 'a.md/R1', before: 'uoplyst', after: 'vikar' }]);
  });
});
