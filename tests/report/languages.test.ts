import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/model.ts';
import { reportLanguages } from '../../src/report/languages/index.ts';

const { da, en } = reportLanguages;
const chef: Role = { id: 'chef', article: 'en', plural: 'chefer', definite: 'cheferne', aliases: [] };

describe('how many, in Danish', () => {
  // Of 18: the borders are 25 % = 4.5, 50 % = 9, 75 % = 13.5.
  it.each([
    [1, 18, 'en enkelt af de interviewede'],
    [2, 18, 'to af de interviewede'],
    [3, 18, 'nogle af de interviewede'],
    [4, 18, 'nogle af de interviewede'],
    [5, 18, 'flere af de interviewede'],
    [8, 18, 'flere af de interviewede'],
    [9, 18, 'mange af de interviewede'],
    [13, 18, 'mange af de interviewede'],
    [14, 18, 'de fleste af de interviewede'],
    [17, 18, 'de fleste af de interviewede'],
    [18, 18, 'alle de interviewede'],
    // Exactly on a border the greater word is right.
    [5, 20, 'flere af de interviewede'],
    [10, 20, 'mange af de interviewede'],
    [15, 20, 'de fleste af de interviewede'],
    [4, 20, 'nogle af de interviewede'],
    [2, 2, 'begge de interviewede'],
    [3, 3, 'alle de interviewede'],
    [2, 3, 'to af de interviewede'],
    [3, 4, 'de fleste af de interviewede'],
    [1, 2, 'en enkelt af de interviewede'],
  ])('%i of %i is "%s"', (people, of, words) => {
    expect(da.howMany({ people, of, role: undefined })).toBe(words);
  });

  it.each([
    [2, 4, 'to af de fire interviewede chefer'],
    [4, 4, 'alle fire interviewede chefer'],
    [2, 2, 'begge de interviewede chefer'],
    [13, 14, '13 af de 14 interviewede chefer'],
    [1, 4, 'en enkelt af de interviewede'],
  ])('%i of %i people with one role is "%s"', (people, of, words) => {
    expect(da.howMany({ people, of: 18, role: { role: chef, of } })).toBe(words);
  });

  it('has one word for every number of people, as the table in the method says', () => {
    for (let total = 1; total <= 60; total += 1) {
      const rows = da.scale(total).filter(({ range }) => range);
      for (let people = 1; people <= total; people += 1) {
        const fitting = rows.filter(({ range }) => range![0] <= people && people <= range![1]);
        expect({ people, total, words: fitting.map(({ words }) => words[0]) }).toEqual({ people, total, words: [expect.any(String)] });
      }
    }
  });
});

describe('Danish sentences', () => {
  it('writes numbers in words up to twelve, and groups thousands', () => {
    expect([1, 2, 12, 13, 15594].map((n) => da.number(n))).toEqual(['en', 'to', 'tolv', '13', '15.594']);
  });

  it('names the interviewees by role', () => {
    const leder: Role = { id: 'leder', article: 'en', plural: 'ledere', definite: 'lederne', aliases: [] };
    expect(
      da.peopleByRole([
        { role: chef, people: 4 },
        { role: leder, people: 1 },
        { role: undefined, people: 2 },
      ]),
    ).toBe('fire chefer, en leder og to personer uden oplyst stilling');
  });

  it('closes a clause with a comma before the sentence goes on', () => {
    const noun = 'en ledelse, der støtter';
    const said = [
      ...da.openings.map((lead) => lead('mange', noun)),
      ...da.counted.map((lead) => lead('mange', noun)),
      ...da.uncounted.map((lead) => lead(noun)),
    ];
    expect(said).toContain('En ledelse, der støtter, er et emne, som mange berører.');
    expect(said).toContain('I interviewene bliver en ledelse, der støtter, berørt:');
    for (const sentence of said) expect(sentence).toMatch(/en ledelse, der støtter(?:,|[.:]$)/i);
  });

  it.each(Object.entries({ da, en }))(
    '%s: every lead-in opens on a capital and ends in a colon, every opening in a full stop',
    (_, language) => {
      const nouns = ['frontfigurer', 'måling og belønning'];
      for (const noun of nouns) {
        const leads = [...language.counted, ...language.single].map((lead) => lead('flere', noun));
        for (const sentence of [
          ...leads,
          ...language.uncounted.map((lead) => lead(noun)),
          ...language.followUps,
          ...language.factorLists,
        ]) {
          expect(sentence).toMatch(/^\p{Lu}.*[^.:]:$/u);
        }
        for (const sentence of language.openings.map((lead) => lead('flere', noun))) expect(sentence).toMatch(/^\p{Lu}.*[^.:]\.$/u);
      }
    },
  );

  it('says no more of unreviewed codings than that a subject was touched on', () => {
    const said = [...da.openings, ...da.counted, ...da.single]
      .map((lead) => lead('flere', 'x'))
      .concat(da.uncounted.map((lead) => lead('x')));
    for (const sentence of said)
      expect(sentence).not.toMatch(/mener|oplever|ønsker|vigtig|hindring|barriere|enig|kun|ingen|peger|fremhæver/i);
  });
});
