import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A random number generator that gives the same numbers for the same seed (mulberry32). */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The words of the sample interviews, as often as they stand there. */
export function sampleWords(folder) {
  const files = readdirSync(folder).sort();
  return files.flatMap(
    (file) =>
      readFileSync(join(folder, file), 'utf8')
        .toLowerCase()
        .match(/\p{L}{2,}/gu) ?? [],
  );
}

const ENDINGS = ['', '', '', '', 'en', 'et', 'er', 'ne', 's', 'erne', 'hed', 'ende', 'agtig', 'løs'];

/**
 * Writes interviews of some 45 KB each until they fill `bytes`: sentences of Danish words by their frequency in the
 * samples, now and then with another ending or as a compound, so that the number of distinct forms grows as in speech.
 */
export function writeCorpus(folder, bytes, words, seed) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const rare = [...new Set(words)];
  const word = () => {
    const chance = random();
    if (chance < 0.93) return pick(words);
    if (chance < 0.98) return pick(rare) + pick(ENDINGS);
    return pick(rare) + pick(rare);
  };
  const sentence = () => {
    const length = 5 + Math.floor(random() * 18);
    const said = Array.from({ length }, (_, i) => word() + (i > 2 && i < length - 1 && random() < 0.08 ? ',' : ''));
    const text = said.join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}${pick(['.', '.', '.', '?', ' …'])}`;
  };
  const roles = ['direktør', 'chef', 'leder', 'medarbejder'];
  mkdirSync(folder, { recursive: true });
  for (let written = 0, file = 0; written < bytes; file += 1) {
    const label = `R${file} (${pick(roles)})`;
    let text = '';
    while (text.length < 44_000) {
      text += `I: ${sentence()}\n\n${label}: ${Array.from({ length: 3 + Math.floor(random() * 9) }, sentence).join(' ')}\n\n`;
    }
    writeFileSync(join(folder, `${String(file).padStart(4, '0')}.md`), text);
    written += Buffer.byteLength(text);
  }
}

/**
 * A codebook of so many terms (one in ten a phrase) that together make up the given share of the words, in themes of
 * twenty; and the same terms as lines for ripgrep.
 */
export function writeCodebook(path, terms, share, words, seed) {
  const random = seeded(seed);
  const frequency = new Map();
  for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const wanted = (share * words.length) / terms;
  const near = [...frequency].filter(([word]) => word.length > 3).toSorted((a, b) => Math.abs(a[1] - wanted) - Math.abs(b[1] - wanted));
  const pool = near.slice(0, Math.ceil(terms * 1.2)).map(([word]) => word);
  const pick = () => pool.splice(Math.floor(random() * pool.length), 1)[0] ?? near[Math.floor(random() * near.length)][0];
  const list = Array.from({ length: terms }, (_, i) => (i % 10 === 9 ? `${pick()} ${near[i % near.length][0]}` : pick()));
  const yaml = ['title: Bench', 'language: da', 'roles:'];
  for (const role of ['direktør', 'chef', 'leder', 'medarbejder'])
    yaml.push(`  ${role}: { article: en, plural: ${role}er, definite: ${role}erne }`);
  yaml.push('themes:');
  for (let from = 0; from < terms; from += 20) {
    yaml.push(`  - id: tema-${from}`, `    label: Tema ${from}`, '    terms:');
    for (const term of list.slice(from, from + 20)) yaml.push(`      - "${term}"`);
  }
  writeFileSync(path, `${yaml.join('\n')}\n`);
  writeFileSync(path.replace(/\.yaml$/, '.txt'), `${list.join('\n')}\n`);
}
