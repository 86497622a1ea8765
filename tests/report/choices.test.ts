import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeTranscripts } from '../../src/coding/code.ts';
import { decide } from '../../src/coding/decisions/decide.ts';
import { writeReport } from '../../src/report/write.ts';
import { loadStudy } from '../../src/study/load.ts';
import { ROOT } from '../scenarios/run.ts';

it('tells of the quotes it prints, all of them and no others', async () => {
  const study = await loadStudy({ paths: [join(ROOT, 'samples/fra-myndighed-til-partner')], columns: {} });
  const { codings } = decide(codeTranscripts(study.codebook, study.transcripts), study);
  const { text, choices } = writeReport(study, codings);
  const printed = [...text.matchAll(/^ *”(.+)” \([^()]+\)(?: \*\*\[.+\]\*\*)?$/gm)].map((match) => match[1]);
  const chosen = choices.flatMap((choice) => choice.chosen.map((one) => one.printed.text));
  expect(chosen.length).toBeGreaterThan(50);
  expect(chosen).toHaveLength(printed.length);
  expect(new Set(chosen)).toEqual(new Set(printed));
});
