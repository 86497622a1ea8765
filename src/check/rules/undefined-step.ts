import type { Rule } from './rule.ts';

export const undefinedStep: Rule = {
  id: 'undefined-step',
  severity: 'error',
  why: 'What the next step takes is told by its definition. A theme on the scale without one leaves the report nothing to say.',
  passing: `
scale: { levels: [{ id: lukket, label: Lukket }, { id: åben, label: Åben }], dimensions: [{ id: borgere, label: Borgerne }] }
themes: [{ id: spørger, label: Vi spørger, level: åben, dimension: borgere, definition: Borgerne bliver spurgt. }]`,
  failing: `
scale: { levels: [{ id: lukket, label: Lukket }, { id: åben, label: Åben }], dimensions: [{ id: borgere, label: Borgerne }] }
themes: [{ id: spørger, label: Vi spørger, level: åben, dimension: borgere }]`,
  check(book) {
    return book.codebook.allThemes
      .filter((theme) => theme.cell && theme.definition === undefined && !book.isBroken(book.path(theme, 'definition')))
      .map((theme) => ({
        path: book.path(theme),
        message: `the theme "${theme.id}" stands on the scale and has no definition`,
        hint: `say what is done at "${theme.cell!.level}"`,
      }));
  },
};
