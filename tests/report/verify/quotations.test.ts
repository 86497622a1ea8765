import { describe, expect, it } from 'vitest';
import { readParagraphs } from '../../../src/report/verify/paragraphs.ts';
import { findQuotations } from '../../../src/report/verify/quotations.ts';

const ROLES = new Set(['direktør', 'chef', 'leder', 'medarbejder']);

/** What is found in a report: line, words and role of each quotation. */
function found(report: string): [line: number, text: string, role: string | undefined][] {
  const quotations = findQuotations(readParagraphs(report), (written) => ROLES.has(written.toLowerCase()));
  return quotations.map(({ line, text, role }) => [line, text, role]);
}

const SAID = 'Vi kørte ud til havnen, og så gik det godt nok';

describe('a quotation', () => {
  it.each([
    ['opens and closes with the same mark', `”${SAID}” (leder)`],
    ['stands between straight marks', `"${SAID}" (leder)`],
    ['stands between low and high marks', `„${SAID}“ (leder)`],
    ['stands between English marks', `“${SAID}” (leder)`],
    ['stands between Danish angles', `»${SAID}« (leder)`],
    ['stands between French angles', `«${SAID}» (leder)`],
    ['stands between single marks', `’${SAID}’ (leder)`],
    ['opens with one mark and closes with another', `”${SAID}" (leder)`],
    ['has blanks inside its marks', `” ${SAID} ” (leder)`],
    ['has no closing mark, and the role closes it', `”${SAID} (leder)`],
    ['has no closing mark, and the text goes on behind the role', `”${SAID} (leder). Derefter tales der om ”andre ting”.`],
    ['has no closing mark, and another one follows', `”${SAID} (leder) og ”noget andet”`],
    ['has no opening mark', `${SAID}” (leder)`],
    ['has no marks, as a block quote', `> ${SAID} (leder)`],
    ['has a dash before the role of a block quote', `> ${SAID}\n> — leder`],
    ['has the role as a paragraph of a block quote', `> ${SAID}\n>\n> – leder`],
    ['has no marks, in italics', `*${SAID}* (leder)`],
    ['has marks in a block quote', `> ”${SAID}” (leder)`],
    ['has the role on the next line', `”${SAID}”\n(leder)`],
    ['has the role in a paragraph of its own', `”${SAID}”\n\n(leder).`],
    ['has a full stop after the role', `”${SAID}” (leder).`],
    ['has a full stop before the role', `”${SAID}”. (leder)`],
    ['has another parenthesis before the role', `”${SAID}” (griner) (leder)`],
    ['has a note before the role', `”${SAID}” [vores kursivering] (leder)`],
    ['has a footnote before the role', `”${SAID}”[^3] (leder)`],
    ['has the role inside its marks', `”${SAID} (leder)”`],
    ['has the role behind a dash', `”${SAID}” – leder`],
    ['has the role behind a comma', `”${SAID}”, leder.`],
    ['has the role in italics', `**”${SAID}”** *(leder)*`],
    ['is an item of a list', `- ”${SAID}” (leder)`],
    ['is written in HTML', `<p class="et citat med flere ord her">&rdquo;${SAID}&rdquo; (leder)</p>`],
    ['waits for approval', `”${SAID}” (leder) **[citatet skal godkendes]**`],
  ])('%s', (_, report) => expect(found(report)).toEqual([[1, SAID, 'leder']]));

  it.each([
    ['a page number', 'og så\n\n12\n\ngik'],
    ['a page number without empty lines', 'og så\nSide 12 af 40\ngik'],
    ['a form feed', 'og så\n\f\ngik'],
    ['a page number and a form feed', 'og så\n\n- 12 -\n\n\fgik'],
    ['an empty line', 'og så\n\ngik'],
    ['a line end', 'og så\ngik'],
  ])('goes on behind %s', (_, end) => {
    expect(found(`\n”${SAID.replace('og så gik', end)}” (leder)`)).toEqual([[2, SAID, 'leder']]);
  });

  it('goes on behind a page break between its sentences', () => {
    expect(found('”Vi kørte ud. Det var godt.\n\n7\n\fOg så kørte vi hjem.” (chef)\n\nMere.')).toEqual([
      [1, 'Vi kørte ud. Det var godt. Og så kørte vi hjem.', 'chef'],
    ]);
  });

  it('without a closing mark ends with its paragraph', () => {
    expect(found(`”${SAID}.\n\nDet er ”godt nok” for ”de fleste her”.`)).toEqual([[1, `${SAID}.`, undefined]]);
  });

  it('may hold others', () => {
    for (const [a, b] of ['””', '""', "''", '’’', '‘’', '»«']) {
      const text = `Han sagde ${a}kom nu${b} og kørte Jens’ bil ud til havnen igen`;
      expect(found(`”${text}” (leder)`)).toEqual([[1, text, 'leder']]);
    }
  });

  it('in single marks may hold apostrophes', () => {
    expect(found("'Vi kørte Jens' bil i 90'erne, og så gik det godt.' (leder)")).toEqual([
      [1, "Vi kørte Jens' bil i 90'erne, og så gik det godt.", 'leder'],
    ]);
  });

  it('keeps what stands in parentheses and brackets', () => {
    const text = '..vi har (samskabelse) og [lederne] her […] og så kører det..';
    expect(found(`”${text}” (chef)`)).toEqual([[1, text, 'chef']]);
  });

  it('has its broken words put together', () => {
    expect(found(`”Vi har et sam-\narbejde, der kører rigtig godt” (chef)`)[0]![1]).toBe('Vi har et sam-arbejde, der kører rigtig godt');
  });

  it('stands in running text and in tables too', () => {
    const report = `En siger ”${SAID}”, en anden:\n"Det ved jeg ikke noget om" (chef).\n\n| Tema | Citat |\n|---|---|\n| Tid | »${SAID}« (leder) |`;
    expect(found(report)).toEqual([
      [1, SAID, undefined],
      [2, 'Det ved jeg ikke noget om', 'chef'],
      [6, SAID, 'leder'],
    ]);
  });

  it('of a few lines in a block may end on the role', () => {
    expect(found('> Vi er glade for det her\n> — leder')).toEqual([[1, 'Vi er glade for det her', 'leder']]);
  });

  it('may have a role the study does not know, in one word', () => {
    expect(found(`”${SAID}” (borgmester)`)).toEqual([[1, SAID, 'borgmester']]);
    expect(found(`”${SAID}” (s. 12)`)).toEqual([[1, SAID, undefined]]);
  });
});

describe('no quotation', () => {
  it.each([
    ['a word held at arm’s length', 'De kalder det ”det nye sprog” og ’noget med borgere’.'],
    ['an inch', 'En skærm på 24" og en på 27" er nok til alle, der sidder her.'],
    ['what stands in comments', '<!-- ”Det her er en note til os selv” (leder) -->'],
    ['a box of the writer’s own', '> [!NOTE]\n> Det her er en note til dem, der læser rapporten.'],
    ['front matter', '---\ntitle: "En rapport om samarbejde mellem kommune og borgere"\n---\n'],
    ['a link’s title', '[rapporten](https://eksempel.dk "En rapport om samarbejde mellem kommune og borgere")'],
    ['an apostrophe', "Jens' bil fra 90'erne og Thomas’ båd ligger begge to nede ved havnen."],
  ])('is %s', (_, report) => expect(found(report)).toEqual([]));

  it('of a few words, unless a role stands behind them', () => {
    expect(found('Ordet ”tillid” (leder) og ordet ”tid” (griner).')).toEqual([[1, 'tillid', 'leder']]);
  });
});
