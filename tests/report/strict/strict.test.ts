import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coding, Stance, Study } from '../../../src/model.ts';
import { reportLanguages } from '../../../src/report/languages/index.ts';
import { joinParts } from '../../../src/report/parts.ts';
import { readStrictly, type Doubt } from '../../../src/report/strict/strict.ts';
import { writeReport } from '../../../src/report/write.ts';
import { studyWhere } from './study.ts';
import { runs } from '../../chance.ts';
import { sample } from '../../samples.ts';

const SAID = { frontfigurer: 'D1-2 L1', mod: 'C1-2', krydspres: 'D1-3 C1-4 L1-5 M1-5' };

interface Coded {
  readonly study: Study;
  readonly codings: readonly Coding[];
}

/** The doubts of a report of which codify has written nothing just now. */
const doubtsOf = (report: string, { study, codings }: Coded): readonly Doubt[] => readStrictly(report, 'r.md', [], study, codings).doubts;

const themeOf = (report: string, coded: Coded): string =>
  doubtsOf(report, coded)
    .map(({ behind }) => behind?.theme.id)
    .join();

/** What people have decided of each coding, by theme and person. */
function decided(coded: Coded, decide: (coding: Coding) => { status: Coding['status']; stance?: Stance } | undefined): Coded {
  return { ...coded, codings: coded.codings.map((coding) => ({ ...coding, ...decide(coding) })) };
}

describe('the theme of a statement that names none', () => {
  const ALL = 'Alle de interviewede siger det.';
  const part = (name: string, text: string): string => joinParts([{ name, text }]);

  it.each([
    ['the heading above it', `${joinParts([])}\n### Krydspres og mangel på tid\n\nSagt.\n\n#### Mere\n\n${ALL}`, 'krydspres'],
    ['the nearest heading that names one', `${joinParts([])}\n# Krydspres\n\n## Frontfigurer\n\n${ALL}`, 'frontfigurer'],
    ['none behind a heading as high', `${joinParts([])}\n## Krydspres\n\n## Til sidst\n\n${ALL}`, ''],
    ['the part it stands in', part('results/krydspres', `### Travlt, travlt\n\n${ALL}`), 'krydspres'],
    [
      'the heading inside a part of several',
      part('results/krydspres+frontfigurer', `### Begge\n\n#### Frontfigurer\n\n${ALL}`),
      'frontfigurer',
    ],
    ['the bullet of its factor', part('results/frontfigurer', `### X\n\n- **Mod og vedholdenhed.** Sagt.\n\n  ${ALL}`), 'mod'],
    ['the theme behind the bullets', part('results/frontfigurer', `### X\n\n- **Mod og vedholdenhed.** Sagt.\n\n${ALL}`), 'frontfigurer'],
    ['the part above it', `${part('results/krydspres', '### X')}\n${ALL}`, 'krydspres'],
    ['none where her own chapter begins below it', `${part('results/krydspres', '### X')}\n### Til sidst\n\n${ALL}`, ''],
    ['none in a part without a theme', part('recommendations', `## Anbefalinger\n\n${ALL}`), ''],
  ])('is %s', async (_, report, theme) => {
    expect(themeOf(report, await studyWhere(SAID))).toBe(theme);
  });

  it('is that of the claim it stands in, wherever that is printed', async () => {
    const coded = await studyWhere(SAID, 'findings: { mod: "Det er svært. Alle de interviewede siger det." }');
    expect(themeOf(part('summary', `## Resumé\n\nDet er svært. ${ALL}`), coded)).toBe('mod');
  });
});

describe('what a statement is held against', () => {
  const FLERE = `${joinParts([])}\nFlere af de interviewede nævner krydspres.`;

  it('is every proposal where nobody has decided anything', async () => {
    const [doubt] = doubtsOf(FLERE, await studyWhere(SAID));
    expect(doubt).toMatchObject({
      line: 4,
      column: 1,
      words: 'Flere',
      kind: 'contradicted',
      behind: { people: 17, of: 18, word: 'de fleste' },
    });
  });

  it('is what was accepted where anything was decided', async () => {
    const coded = decided(await studyWhere(SAID), ({ theme, participant }) =>
      theme.id === 'krydspres' && participant.role === 'leder' ? { status: 'accepted' } : undefined,
    );
    expect(doubtsOf(FLERE, coded)).toEqual([]);
    expect(doubtsOf(FLERE.replace('Flere', 'De fleste'), coded)).toMatchObject([{ behind: { people: 5, word: 'flere' } }]);
  });

  it('is any one stance too', async () => {
    const coded = decided(await studyWhere(SAID), ({ participant }) => ({
      status: 'accepted',
      stance: participant.role === 'leder' ? 'contradicts' : participant.role === 'chef' ? 'qualifies' : 'supports',
    }));
    for (const many of ['De fleste', 'Fem', 'Fire', 'Otte']) expect(doubtsOf(FLERE.replace('Flere', many), coded)).toEqual([]);
    expect(doubtsOf(FLERE.replace('Flere', 'Ni'), coded)).toMatchObject([
      { behind: { people: 17, stances: { supports: 8, qualifies: 4, contradicts: 5 } } },
    ]);
  });

  it('takes the people of sub-themes to those of the theme', async () => {
    const report = `${joinParts([])}\nFem af de interviewede nævner frontfigurer.`;
    expect(doubtsOf(report, await studyWhere(SAID))).toEqual([]);
  });
});

describe('the place of a doubt', () => {
  it('is that of its words in the file, whatever its line ends', async () => {
    const coded = await studyWhere(SAID);
    const report = `\uFEFF${joinParts([])}\r\n𝔛: alle de interviewede nævner krydspres.\r\n`.replace(/\r?\n/g, '\r\n');
    expect(doubtsOf(report, coded)).toMatchObject([{ line: 4, column: 4 }]);
  });
});

describe('what codify writes itself', () => {
  it('is not doubted, in a part that was edited either, but what she claims in it is', async () => {
    const coded = await studyWhere(SAID, 'findings: { krydspres: "Alle de interviewede har travlt." }');
    const report = writeReport(coded.study, coded.codings);
    const { doubts, untied } = readStrictly(report.text, 'r.md', report.parts, coded.study, coded.codings);
    // Her claim stands in the summary and in its section.
    expect(doubts.map(({ words }) => words)).toEqual(['Alle', 'Alle']);
    expect(untied).toBe(0);
    const edited = report.text.replaceAll('har travlt.', 'har meget travlt.');
    // Edited by hand the one in the summary is tied to no theme.
    expect(readStrictly(edited, 'r.md', report.parts, coded.study, coded.codings)).toMatchObject({ doubts: [{}], untied: 1 });
  });

  it('is doubted where an edited part has kept what it said of other counts', async () => {
    const before = await studyWhere({ krydspres: 'L1-6' });
    const after = await studyWhere(SAID);
    const { text } = writeReport(before.study, before.codings);
    const { parts } = writeReport(after.study, after.codings);
    const { doubts } = readStrictly(text, 'r.md', parts, after.study, after.codings);
    expect(doubts.map(({ words, behind }) => [words, behind?.theme.id])).toContainEqual(['alle seks', 'krydspres']);
  });

  it.each(['da', 'en'] as const)('agrees with the counts in the sample study, asked all the same (%s)', async (language) => {
    const { study, proposed: codings } = await sample('fra-myndighed-til-partner');
    const coded = { study: { ...study, plan: { ...study.plan, report: { ...study.plan.report, language } } }, codings };
    expect(doubtsOf(writeReport(coded.study, codings).text, coded)).toEqual([]);
  });

  it('agrees with the counts in any study, asked all the same', async () => {
    const coded = await studyWhere({ frontfigurer: 'D1-3 C1-4 L1-6 M1-5', krydspres: 'D1-3 C1-4 L1-6 M1-5', mod: 'D1-3 C1-4 L1-6 M1-5' });
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), fc.constantFrom('da' as const, 'en' as const), (keep, language) => {
        const codings = coded.codings.filter(() => keep.next().value);
        const study = { ...coded.study, plan: { ...coded.study.plan, report: { language, quotes: 3 } } };
        expect(doubtsOf(writeReport(study, codings).text, { study, codings })).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  it('finds every how-many word and number there is', async () => {
    const coded = await studyWhere(SAID);
    const chef = coded.study.codebook.roles.find(({ id }) => id === 'chef')!;
    for (const language of ['da', 'en'] as const) {
      const study = { ...coded.study, plan: { ...coded.study.plan, report: { language, quotes: 3 } } };
      // Nobody has said anything: every number is contradicted.
      const judge = (who: string): readonly Doubt[] => doubtsOf(`${joinParts([])}\nKrydspres: ${who}.`, { study, codings: [] });
      for (let people = 1; people <= 18; people += 1) {
        const who = reportLanguages[language].howMany({ people, of: 18, role: undefined });
        expect({ who, found: judge(who).length }).toEqual({ who, found: 1 });
      }
      for (let people = 2; people <= 4; people += 1) {
        const who = reportLanguages[language].howMany({ people, of: 18, role: { role: chef, of: 4 } });
        expect(judge(who), who).toMatchObject([{ roles: ['chef'], kind: 'contradicted' }]);
      }
    }
  });
});
