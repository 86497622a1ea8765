import { describe, expect, it } from 'vitest';
import { reportLanguages } from '../../src/report/languages/index.ts';
import { writeReport } from '../../src/report/write.ts';
import { follows } from './reading.ts';
import { sample, SAMPLES } from '../samples.ts';

/** Those that are written as the model report is; the others are smaller, or of other kinds. */
const MODELLED = new Set(['fra-myndighed-til-partner', 'faelles-om-opgaven']);

const MANY =
  /\b(?:nogle|flere|en række|en del|mange|de fleste|alle|samtlige|begge|(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|\d+) af de)\b/i;
const ONE = /\b(?:en|et) (?:anden |andet )?(?:direktør|chef|leder|medarbejder)\b|en (?:enkelt )?af de interviewede/i;

/** Every sentence of the language that goes with who or what it is about, each once. */
function patterns(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(patterns) : [];
}

describe.each(SAMPLES)('the report of %s', async (name) => {
  const { study, codings } = await sample(name);
  const report = writeReport(study, codings);
  const claims = Object.values(study.plan.findings).flatMap(({ claim = '' }) => claim);
  // What leads in a quote, without the factor's name and the analyst's claim before it.
  const leadsIn = (text: string): string[] =>
    [...text.matchAll(/^(?:\*\*.*?\*\* )?(.*):\n\n”/gm)].map(([, lead = '']) =>
      claims.reduce((rest, claim) => (claim === '' ? rest : rest.replace(claim, '')), lead).trim(),
    );
  const leads = leadsIn(report.text);

  it.runIf(MODELLED.has(name))('says how many in about half of what leads in quotes, and who it is now and then', () => {
    const share = (pattern: RegExp): number => leads.filter((lead) => pattern.test(lead)).length / leads.length;
    expect(leads.length).toBeGreaterThan(20);
    expect(share(MANY)).toBeGreaterThanOrEqual(0.4);
    expect(share(MANY)).toBeLessThanOrEqual(0.6);
    expect(share(ONE)).toBeLessThanOrEqual(0.25);
  });

  it('has no lead-in twice in a section, and none that is not among the sentences', () => {
    const all = [...new Set(patterns(reportLanguages.da.sentences))];
    for (const { text } of report.parts.filter(({ name }) => name.startsWith('results/'))) {
      const followed = leadsIn(text).map((lead) =>
        all.filter((one) => follows(`${lead}:`, [one])).reduce((most, one) => (one.length > most.length ? one : most), ''),
      );
      expect(followed).not.toContain('');
      expect(followed.filter((one, i) => followed.indexOf(one) !== i)).toEqual([]);
    }
  });

  it('is the same bytes every time', () => {
    expect(writeReport(study, codings).text).toBe(report.text);
  });
});
