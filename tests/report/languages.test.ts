import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/model.ts';
import { reportLanguages } from '../../src/report/languages/index.ts';

const { da } = reportLanguages;
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

  it.each([
    [5, 13, 'fem af de 13 interviewede ledere på alle niveauer'],
    [13, 13, 'samtlige 13 interviewede ledere på alle niveauer'],
  ])('%i of %i people of a group is "%s"', (people, of, words) => {
    const group = { name: 'ledere på alle niveauer', of };
    expect(da.howMany({ people, of: 18, role: undefined, group })).toBe(words);
  });

  it('has other ways to say the same, and comes back to the first', () => {
    const who = { people: 6, of: 18, role: undefined };
    const said = Array.from({ length: 8 }, (_, way) => da.howMany(who, way));
    expect(new Set(said)).toEqual(
      new Set(['flere af de interviewede', 'flere', 'en række af de interviewede', 'en del af de interviewede']),
    );
    expect(said.slice(4)).toEqual(said.slice(0, 4));
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

  it('says what a recommendation rests on, with a comma after a clause', () => {
    expect(da.basis(['styringen'], [])).toBe('afsnittet om styringen');
    expect(da.basis(['en ledelse, der støtter', 'styringen'], ['Workshop', 'faglig viden'])).toBe(
      'afsnittene om en ledelse, der støtter, og styringen samt forslag fra workshoppen og faglig viden',
    );
    expect(da.basis(['en ledelse, der støtter'], ['workshoppen'])).toBe(
      'afsnittet om en ledelse, der støtter, samt forslag fra workshoppen',
    );
    expect(da.basis([], ['faglig viden'])).toBe('faglig viden');
  });

  it.each([
    [{ proposed: 0, accepted: 0, rejected: 0, added: 0, coders: 0 }, 'Kodebogens ord har ikke givet forslag til kodninger i materialet.'],
    [
      { proposed: 40, accepted: 0, rejected: 0, added: 0, coders: 0 },
      'Der er foreslået 40 kodninger. De er endnu ikke gennemlæst. Hvor en kodning ikke er gennemlæst, siger udkastet kun, at emnet er berørt, ikke hvad de interviewede mener om det.',
    ],
    [
      { proposed: 40, accepted: 30, rejected: 1, added: 2, coders: 2 },
      '31 af dem er gennemlæst af to kodere: 30 er godtaget, og en er forkastet og indgår ikke i rapporten. Derudover er der ved gennemlæsningen føjet to kodninger til.',
    ],
    [{ proposed: 40, accepted: 40, rejected: 0, added: 1, coders: 1 }, 'Alle er gennemlæst af én koder og godtaget.'],
  ])('tells how far the reading has come: %o', (review, words) => {
    const said = da.reviewed({ ...review, setAside: false });
    expect(said).toContain(words);
    expect(said.includes('endnu ikke') || said.includes('ikke er gennemlæst')).toBe(review.accepted + review.rejected < review.proposed);
  });

  it('tells when only accepted codings are counted', () => {
    const review = { proposed: 40, accepted: 30, rejected: 1, added: 2, setAside: true, coders: 2 };
    expect(da.reviewed(review)).toMatch(/Kun godtagne kodninger er talt med\.$/);
  });
});
