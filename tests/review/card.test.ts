import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/load.ts';
import { cardOf } from '../../src/review/card.ts';
import { reviewWords } from '../../src/review/words.ts';

const codebook = await loadCodebook(resolve(import.meta.dirname, '../../codebooks/samskabelseskommunen.yaml'));

it('the card of a theme on a scale names its step, and what it is under', () => {
  const theme = codebook.allThemes.find(({ cell }) => cell?.level === codebook.scale!.levels[1]!.id)!;
  const [title] = cardOf(theme, codebook, { width: 200, height: 20, airy: false }, reviewWords.da, undefined);
  const above = codebook.allThemes.find(({ id }) => id === theme.path[0] && id !== theme.id);
  expect(title!.text).toBe(`${above ? `${above.label} › ` : ''}${theme.label} · trin 2 ${codebook.scale!.levels[1]!.label}`);
});
