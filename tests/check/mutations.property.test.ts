import fc from 'fast-check';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkCodebook } from '../../src/check/check.ts';
import { formatters } from '../../src/check/formatters/index.ts';
import { levelsOf } from '../../src/check/levels.ts';
import { readCodebook } from '../../src/codebook/load.ts';
import { folderWith } from '../files/folder.ts';
import { ROOT } from '../scenarios/run.ts';
import { runs } from '../chance.ts';

const RUNS = runs(300);

/** The bundled codebooks, those that begin a new study among them. */
const books = ['codebooks', 'templates']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)))
  .filter((file) => file.endsWith('.yaml') && !file.endsWith('codify.yaml'))
  .map((file) => readFileSync(file, 'utf8'));

/** Each of their themes without those below, under the head of its book: a hundred of them are checked in the time of a whole. */
const extracts = books
  .map((book) => book.split(/^(?= *- id:)/m).map((piece, i) => (i === 0 ? piece : piece.replace(/\n *themes:\s*$/, '\n'))))
  .flatMap(([head = '', ...themes]) => themes.map((theme) => head + theme));

const codebook = fc.oneof({ arbitrary: fc.constantFrom(...extracts), weight: 19 }, { arbitrary: fc.constantFrom(...books), weight: 1 });

interface Slip {
  readonly kind: number;
  readonly at: number;
  readonly to: number;
  readonly sign: string;
}

const signs = fc.constantFrom(
  ...'[]{}():,#*&!|>\'"%@`?-=.…\t \n\u00a0\u200bÅø\u0301\u{1f600}0'.split(''),
  '\r\n',
  '<<: ',
  '- ',
  '---\n',
  ' #',
  ': ',
);
const slip = fc.record<Slip>({ kind: fc.nat(7), at: fc.nat(1_000_000), to: fc.nat(40), sign: signs });

/** What happens to a file under the hands of people, editors and merges. */
function slipped(text: string, { kind, at, to, sign }: Slip): string {
  const place = at % (text.length + 1);
  const lines = text.split('\n');
  const line = at % lines.length;
  switch (kind) {
    case 0:
      return text.slice(0, place) + text.slice(place + to);
    case 1:
      return text.slice(0, place) + sign + text.slice(place);
    case 2:
      return text.slice(0, place) + text.slice(place + 1, place + 2) + text.slice(place, place + 1) + text.slice(place + 2);
    case 3:
      return lines.toSpliced(line, to % 4).join('\n');
    case 4:
      return lines.toSpliced(line, 0, ...lines.slice(line, line + to)).join('\n');
    case 5:
      return lines.with(line, ' '.repeat(to) + lines[line]!.trimStart()).join('\n');
    case 6:
      return text.slice(0, place) + text.slice(place).replace(/[[\]{}()'"]/, '');
    default:
      return text.slice(0, place) + text.slice(place).replace(/[[\]{}()'":,]/, sign);
  }
}

it('a codebook in which things have slipped ends in findings or in a clean pass', { timeout: 3_600_000 }, async () => {
  const path = join(await folderWith({}), 'bog.yaml');
  const levels = levelsOf([]);
  const outcomes = { clean: 0, findings: 0, unread: 0 };
  const paint = { bold: String, dim: String, red: String, yellow: String, green: String };
  await fc.assert(
    fc.asyncProperty(codebook, fc.array(slip, { minLength: 1, maxLength: 6 }), async (book, slips) => {
      const text = slips.reduce(slipped, book);
      writeFileSync(path, text);
      const reading = await readCodebook(path);
      const checked = checkCodebook(path, reading, levels);
      for (const format of Object.values(formatters)) format([checked], { paint, version: '0' });
      for (const { place } of checked.problems) expect(text.split(/\r\n?|\n/).length).toBeGreaterThanOrEqual(place.line ?? 1);
      outcomes[reading.read === undefined ? 'unread' : checked.problems.length > 0 ? 'findings' : 'clean'] += 1;
    }),
    { numRuns: RUNS },
  );
  // A test of files that are all refused would show little.
  expect(outcomes.findings).toBeGreaterThan(RUNS / 10);
});
