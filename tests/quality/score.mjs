import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * How well a codebook finds what an expert would code: themed utterances with their theme, and neutral ones that should
 * bear none. Each utterance is an interview of its own with one turn.
 */

const FIXTURES = resolve(import.meta.dirname, '../fixtures/quality');

/** @typedef {{ id: string, text: string, themes: string[] }} Utterance */

/** The utterances of one half of the test set: `tune` to work on, `final` to be scored at the end. */
export function readSet(half) {
  const lines = (file) =>
    readFileSync(join(FIXTURES, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const themed = lines(`themed-${half}.jsonl`).map((line) => JSON.parse(line));
  const neutral = lines(`neutral-${half}.txt`).map((text, i) => ({ id: `neutral-${i + 1}`, text, themes: [] }));
  return [...themed, ...neutral];
}

function asTranscript({ id, text }) {
  const participant = { id, role: undefined, title: undefined, attributes: {}, consent: undefined };
  const turn = { speaker: 'R', span: { start: 0, end: text.length }, line: 1 };
  return { id, path: id, format: 'text', encoding: 'utf-8', text, participants: new Map([['R', participant]]), turns: [turn], notes: [] };
}

const top = (path) => path.split('/')[0];

/** @param {(codebook: any, transcripts: any[]) => { codings: readonly any[] }} code the library's codeTranscripts */
export function score(codebook, utterances, code) {
  const { codings } = code(codebook, utterances.map(asTranscript));
  const found = new Map(utterances.map(({ id }) => [id, new Map()]));
  for (const { transcript, theme, score: strength } of codings) {
    const themes = found.get(transcript.id);
    const path = theme.path.join('/');
    themes.set(path, (themes.get(path) ?? 0) + strength);
  }
  const rows = utterances.map(({ id, text, themes: gold }) => {
    const paths = [...found.get(id).keys()];
    const sums = new Map();
    for (const [path, strength] of found.get(id)) sums.set(top(path), (sums.get(top(path)) ?? 0) + strength);
    const [best] = [...sums].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    return {
      id,
      text,
      gold,
      paths,
      hitLeaf: gold.some((one) => paths.some((path) => path === one || path.startsWith(`${one}/`))),
      hitTop: gold.some((one) => sums.has(top(one))),
      best: gold.some((one) => top(one) === best),
      tops: sums.size,
    };
  });
  const themed = rows.filter(({ gold }) => gold.length > 0);
  const neutral = rows.filter(({ gold }) => gold.length === 0);
  const share = (list, is) => list.filter(is).length / Math.max(1, list.length);
  const perTheme = [...new Set(themed.flatMap(({ gold }) => gold.map(top)))].map((theme) => {
    const own = themed.filter(({ gold }) => gold.some((one) => top(one) === theme));
    const tagged = rows.filter(({ paths }) => paths.some((path) => top(path) === theme));
    return {
      theme,
      utterances: own.length,
      hit: share(own, (row) => row.paths.some((path) => top(path) === theme)),
      falseTags: tagged.filter((row) => !own.includes(row)).length,
    };
  });
  return {
    rows,
    perTheme,
    hitLeaf: share(themed, (row) => row.hitLeaf),
    hitTop: share(themed, (row) => row.hitTop),
    best: share(themed, (row) => row.best),
    topsEach: themed.reduce((sum, row) => sum + row.tops, 0) / Math.max(1, themed.length),
    falselyTagged: share(neutral, (row) => row.paths.length > 0),
  };
}
