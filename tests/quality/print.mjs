// Prints how well the main codebook does on the test set: `npm run quality [-- tune|final] [-- --misses]`.
import { codeTranscripts, loadCodebook } from '../../dist/index.js';
import { attribute } from '../../dist/transcript/attribution/attribute.js';
import { FILES, scoreForms } from '../transcript/attribution/forms.mjs';
import { readSet, score } from './score.mjs';

const args = process.argv.slice(2);
const halves = args.filter((arg) => arg === 'tune' || arg === 'final');
const codebook = await loadCodebook('codebooks/fra-myndighed-til-partner.yaml');
const percent = (share) => `${(100 * share).toFixed(1)} %`.padStart(8);

for (const half of halves.length > 0 ? halves : ['tune', 'final']) {
  const result = score(codebook, readSet(half), codeTranscripts);
  console.log(`\n${half}: ${result.rows.length} utterances`);
  console.log(`  hit, leaf                ${percent(result.hitLeaf)}`);
  console.log(`  hit, top                 ${percent(result.hitTop)}`);
  console.log(`  best theme right, top    ${percent(result.best)}`);
  console.log(`  top themes a quote       ${result.topsEach.toFixed(2).padStart(6)}`);
  console.log(`  neutral lines tagged     ${percent(result.falselyTagged)}`);
  for (const { theme, utterances, hit, falseTags } of result.perTheme) {
    console.log(`    ${theme.padEnd(26)} ${String(utterances).padStart(3)} utterances, hit ${percent(hit)}, ${falseTags} false`);
  }
  if (!args.includes('--misses')) continue;
  for (const { id, gold, paths, hitTop, text } of result.rows) {
    if (gold.length > 0 && !hitTop) console.log(`  MISS  ${id} [${gold}] → ${paths.join(', ') || 'nothing'}: ${text}`);
    if (gold.length === 0 && paths.length > 0) console.log(`  FALSE ${id} → ${paths.join(', ')}: ${text}`);
  }
}

console.log('\nwho is quoted in articles');
for (const file of [...FILES.map((one) => [one]), FILES]) {
  const { forms, precision, recall, misses } = scoreForms(attribute, file);
  console.log(
    `  ${(file.length > 1 ? 'all' : file[0]).padEnd(22)} ${forms} sentence forms, precision ${percent(precision)}, recall ${percent(recall)}`,
  );
  if (args.includes('--misses'))
    for (const { name, expected, got } of misses) console.log(`  MISS  ${name}: ${got.join(' · ')} ≠ ${expected.join(' · ')}`);
}
