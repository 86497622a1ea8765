import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/load.ts';
import { writeNew } from '../../src/files/write.ts';
import { newStudy } from '../../src/study/new.ts';
import { planStudy, readStudyFile } from '../../src/study/plan.ts';
import { loadStudy } from '../../src/study/load.ts';
import { folderWith } from '../files/folder.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A new study, its files changed in some way before they are written. */
async function study(change: (text: string) => string = (text) => text, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await folderWith(more);
  await writeNew(newStudy(folder).map(({ path, text }) => ({ path, text: path.endsWith('.yaml') ? change(text) : text })));
  return folder;
}

/** The fields that can be done without, taken into use. */
const withAll = (text: string): string => text.replace(/^( *)#(?=[a-z]|  )/gm, '$1');

describe('a new study', () => {
  it('can be read as it is, and with every field it may have', async () => {
    for (const folder of [await study(), await study(withAll)]) {
      const codebook = await loadCodebook(join(folder, 'codebook.yaml'));
      planStudy(await readStudyFile(join(folder, 'codify.yaml')), codebook);
    }
    const folder = await study(withAll);
    const { unless, kind, counterexamples, themes } = (await loadCodebook(join(folder, 'codebook.yaml'))).themes[0]!;
    expect([unless.length, kind, counterexamples.length, themes.length]).toEqual([1, 'barriere', 1, 1]);
    expect((await readStudyFile(join(folder, 'codify.yaml'))).written).toMatchObject({ title: expect.any(String), report: { quotes: 3 } });
  });

  it.each([
    ['codebook', (schema: Schema) => [...Object.keys(schema.properties), ...Object.keys(schema.$defs.theme!.properties)]],
    ['codebook', (schema: Schema) => Object.keys(schema.$defs.role!.properties)],
    ['codebook', (schema: Schema) => Object.keys(schema.$defs.termMapping!.properties)],
    ['study', (schema: Schema) => Object.keys(schema.properties)],
  ])('explains every field of the %s', async (name, keysOf) => {
    const schema = JSON.parse(readFileSync(join(ROOT, `codebooks/${name}.schema.json`), 'utf8')) as Schema;
    const text = readFileSync(join(await study(), name === 'study' ? 'codify.yaml' : 'codebook.yaml'), 'utf8');
    expect(keysOf(schema).filter((key) => !new RegExp(`\\b${key}:`).test(text))).toEqual([]);
  });

  it('marks the blanks alike, and is a study once they are filled', async () => {
    const blanks = readFileSync(join(await study(), 'codebook.yaml'), 'utf8').match(/\[Udfyld: [^\]…]+\]/g) ?? [];
    expect(new Set(blanks).size).toBe(8);
    const filled = await study((text) => text.replace('terms: []', 'terms: [travlt]').replace(/"\[Udfyld: [^\]]+\]"/g, 'Travlhed'), {
      'interview/a.md': 'I: Og?\n\nR1 (afdelingsleder): Vi har travlt.',
    });
    const { plan, codebook, transcripts, skipped, warnings } = await loadStudy({ paths: [filled] });
    expect([plan.title, codebook.title, transcripts.length, warnings]).toEqual([undefined, 'Travlhed', 1, []]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['a readme']);
  });

  it('shows interviews and front matter that are read as it says', async () => {
    const [talk = '', front = ''] = readFileSync(join(ROOT, 'templates/interview/README.md'), 'utf8')
      .split(/^```$\n/m)
      .filter((_, i) => i % 2 === 1);
    const folder = await study(undefined, { 'interview/a.md': talk, 'interview/b.md': `${front}\nR1: Ja.\n` });
    const { transcripts } = await loadStudy({ paths: [folder] });
    const people = transcripts.flatMap(({ participants }) => [...participants.values()].map(({ id, role }) => [id, role]));
    expect(people).toEqual([
      ['interview/a.md/I', 'interviewer'],
      ['interview/a.md/R1', 'leder'],
      ['P01', 'leder'],
    ]);
  });
});

interface Schema {
  readonly properties: object;
  readonly $defs: Readonly<Record<string, { readonly properties: object }>>;
}
