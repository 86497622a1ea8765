import { expect, it } from 'vitest';
import { writeReport } from '../../src/report/write.ts';
import { sample } from '../samples.ts';

it('tells of the quotes it prints, all of them and no others', async () => {
  const { study, codings } = await sample('fra-myndighed-til-partner');
  const { text, choices } = writeReport(study, codings);
  const printed = [...text.matchAll(/^ *”(.+)” \([^()]+\)(?: \*\*\[.+\]\*\*)?$/gm)].map((match) => match[1]);
  const chosen = choices.flatMap((choice) => choice.chosen.map((one) => one.printed.text));
  expect(chosen.length).toBeGreaterThan(50);
  expect(chosen).toHaveLength(printed.length);
  expect(new Set(chosen)).toEqual(new Set(printed));
});
