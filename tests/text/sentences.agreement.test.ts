import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { loadStudy } from '../../src/study/load.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/*
 * A second opinion on every border in real text: Unicode's own segmenter with the merges that were measured
 * (rules 1 to 4), written down here once more and independently of the splitter.
 */
const ABBREVIATIONS = new Set(
  (
    'ift fx f.eks bl.a m.fl m.m ca kl nr pr evt inkl ekskl mia kr dvs jf mht pga pkt stk s d dr hr fr fhv ph.d tlf max maks min o.k red ' +
    'forf m.a.o sdr ndr kbh pct vedr hhv iflg tidl ang afd'
  ).split(' '),
);
const ENDING = new Set('osv etc mv m.v m.m m.fl mio kr km pct'.split(' '));
const segmenter = new Intl.Segmenter('da', { granularity: 'sentence' });

function isBorder(before: string, after: string): boolean {
  const first = /^[\s\p{P}*]*(.?)/u.exec(after)![1]!;
  if (/\p{Ll}/u.test(first)) return false;
  const end = before.replace(/[\s"'”’»«)\]*_]+$/u, '');
  if (/(?:\.\.|…)$/.test(end)) return /\p{Lu}/u.test(first);
  const word = /([\p{L}.]*)\.$/u.exec(end)?.[1]?.toLowerCase();
  if (word === undefined || (ENDING.has(word) && /\p{Lu}/u.test(first))) return true;
  const initial = /^\p{L}$/u.test(word) && !'iåø'.includes(word);
  return !ABBREVIATIONS.has(word) && !word.startsWith('cand.') && !initial;
}

/** Where sentences begin, the first left out. A line break inside a turn is a blank. */
function referenceStarts(text: string): Set<number> {
  const flat = text.replace(/\s/g, ' ');
  const pieces = [...segmenter.segment(flat)].map(({ index }) => index);
  const afterDots = [...flat.matchAll(/… +(?=\p{Lu})/gu)].map((match) => match.index + match[0].length);
  return new Set(
    [...pieces, ...afterDots]
      .filter((at) => at > 0 && isBorder(flat.slice(0, at), flat.slice(at)))
      .map((at) => at + /^ */.exec(flat.slice(at))![0].length),
  );
}

const filesOf = (pattern: string): string[] => globSync(pattern, { cwd: resolve(import.meta.dirname, '../..'), absolute: true });

async function turnsOf(studyFile: string): Promise<string[]> {
  const { transcripts } = await loadStudy({ paths: [dirname(studyFile)], codebook: undefined, columns: {} });
  return transcripts.flatMap(({ text, turns }) => turns.map(({ span }) => text.slice(span.start, span.end)));
}

function linesOf(path: string): string[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return path.endsWith('.jsonl') ? lines.map((line) => (JSON.parse(line) as { text: string }).text) : lines;
}

it('agrees with Unicode and the measured merges on at least 98 % of the borders in all interviews', async () => {
  const interviews = (await Promise.all(filesOf('samples/*/codify.yaml').map(turnsOf))).flat();
  const utterances = filesOf('tests/fixtures/quality/*').flatMap(linesOf);
  let both = 0;
  const disagreements: string[] = [];
  for (const text of [...interviews, ...utterances]) {
    const reference = referenceStarts(text);
    const own = new Set(
      splitSentences(text, { start: 0, end: text.length }, 'da')
        .slice(1)
        .map(({ start }) => start),
    );
    for (const at of new Set([...own, ...reference])) {
      if (own.has(at) && reference.has(at)) both += 1;
      else disagreements.push(`${own.has(at) ? 'ours' : 'theirs'}: ${text.slice(Math.max(0, at - 40), at)}|${text.slice(at, at + 30)}`);
    }
  }
  expect(both).toBeGreaterThan(1500);
  expect(both / (both + disagreements.length), disagreements.join('\n')).toBeGreaterThanOrEqual(0.98);
});
