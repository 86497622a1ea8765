import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFile } from '../reading.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');

// A file as its program writes it, and beside it the turns it holds: `speaker [time] | words`, a line break as \n.
test.each(readdirSync(FOLDER).filter((name) => !name.endsWith('.turns')))('%s holds its turns', async (name) => {
  const transcripts = await readFile(readFileSync(join(FOLDER, name)), name);
  const turns = transcripts.flatMap(({ text, turns }) =>
    turns.map(({ speaker, time, span }) => {
      const words = text.slice(span.start, span.end).replaceAll('\n', String.raw`\n`);
      return `${speaker}${time === undefined ? '' : ` [${time}]`} | ${words}`;
    }),
  );
  expect(`${turns.join('\n')}\n`).toBe(readFileSync(join(FOLDER, `${name}.turns`), 'utf8'));
});
