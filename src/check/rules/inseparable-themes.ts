import type { Theme } from '../../model.ts';
import type { Finding, Rule } from './rule.ts';

const LEAST_SENTENCES = 10;
const NEARLY_ALL = 0.9;

export const inseparableThemes: Rule = {
  id: 'inseparable-themes',
  severity: 'warn',
  why: 'Two themes that nearly always stand on the same sentences are one theme with two names, or one is a part of the other.',
  said: 'Vi har travlt i dag. '.repeat(12).trim(),
  passing: `
themes:
  - { id: tid, label: Tid, terms: [travlt] }
  - { id: sted, label: Sted, terms: [kontor] }`,
  failing: `
themes:
  - { id: tid, label: Tid, terms: [travlt] }
  - { id: dage, label: Dage, terms: [i dag] }`,
  check(book) {
    const themesOf = new Map<string, Theme[]>();
    const sentences = new Map<Theme, number>();
    for (const { theme, transcript, turn, sentences: run } of book.codings) {
      for (let sentence = run.first; sentence <= run.last; sentence += 1) {
        const key = `${turn} ${sentence} ${transcript.id}`;
        themesOf.set(key, [...(themesOf.get(key) ?? []), theme]);
        sentences.set(theme, (sentences.get(theme) ?? 0) + 1);
      }
    }
    const together = new Map<Theme, Map<Theme, number>>();
    for (const themes of themesOf.values()) {
      for (const [i, a] of themes.entries()) {
        for (const b of themes.slice(i + 1)) {
          const counts = together.get(a) ?? new Map<Theme, number>();
          together.set(a, counts.set(b, (counts.get(b) ?? 0) + 1));
        }
      }
    }
    return [...together].flatMap(([a, counts]) =>
      [...counts].flatMap(([b, both]): Finding[] => {
        const [few, many] = sentences.get(a)! <= sentences.get(b)! ? [a, b] : [b, a];
        const least = sentences.get(few)!;
        if (least < LEAST_SENTENCES || both < least * NEARLY_ALL || book.areRelated(a, b)) return [];
        const message = `${both} of the ${least} sentences of "${few.id}" are of "${many.id}" too`;
        return [{ path: book.path(few), message, hint: 'make one a sub-theme of the other, or say in their terms what sets them apart' }];
      }),
    );
  },
};
