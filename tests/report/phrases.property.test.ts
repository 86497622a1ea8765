import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reportLanguages } from '../../src/report/languages/index.ts';
import { Phrases } from '../../src/report/phrases.ts';

const ALL = ['a', 'b', 'c', 'd', 'e', 'f'];
const pool = fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1 });
const asked = fc.array(fc.record({ pool, about: fc.string({ maxLength: 3 }) }), { maxLength: 30 });

it('says no sentence twice in a section while others are left, and never the same twice in a row', () => {
  fc.assert(
    fc.property(fc.string(), asked, (section, questions) => {
      const phrases = new Phrases(reportLanguages.da, section);
      const said: string[] = [];
      for (const question of questions) {
        const chosen = phrases.choose(question.pool, question.about);
        expect(question.pool).toContain(chosen);
        if (said.includes(chosen)) expect(question.pool.filter((one) => !said.includes(one))).toEqual([]);
        // Where all have been said, the one before is said again only when others have been said more often.
        if (chosen === said.at(-1)) {
          const times = (one: string): number => said.filter((other) => other === one).length;
          expect(question.pool.filter((one) => times(one) <= times(chosen))).toEqual([chosen]);
        }
        said.push(chosen);
      }
    }),
  );
});

it('makes the same choice every time, and in each section by itself', () => {
  fc.assert(
    fc.property(fc.string(), asked, (section, questions) => {
      const choices = (): string[] => {
        const phrases = new Phrases(reportLanguages.da, section);
        return questions.map((question) => phrases.choose(question.pool, question.about));
      };
      expect(choices()).toEqual(choices());
    }),
  );
});

it('lets three of four lead-ins of several people say how many, and every second of one person who it is', () => {
  const phrases = new Phrases(reportLanguages.da, 'x');
  const said = (people: number): number => Array.from({ length: 12 }, () => phrases.saysWho(people)).filter(Boolean).length;
  expect([said(5), said(1)]).toEqual([9, 6]);
});
