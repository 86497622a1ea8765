import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/cli/names.ts';
import type { Theme } from '../../src/model.ts';
import { headingKey, HeadingThemes, placeQuotations } from '../../src/report/placings.ts';
import { readParagraphs } from '../../src/report/verify/paragraphs.ts';
import { verifyReport } from '../../src/report/verify/verify.ts';
import { writeReport } from '../../src/report/write.ts';
import { sample } from '../samples.ts';

const roles = new Set(['chef', 'leder', 'medarbejder']);
const placed = (report: string): [headings: string, role: string | undefined, text: string][] =>
  placeQuotations(readParagraphs(report), (written) => roles.has(written)).quotations.map(({ quotation, headings }) => [
    headings.map(({ text }) => text).join(' › '),
    quotation.role,
    quotation.text,
  ]);
const theme = (id: string, label: string, path = [id]): Theme => ({ id, label, path }) as unknown as Theme;
const themesOf = (themes: readonly Theme[], mapped: readonly [string, Theme | null][] = []): HeadingThemes =>
  new HeadingThemes({ allThemes: themes } as never, new Map(mapped.map(([heading, one]) => [headingKey(heading), one])));
const heading = (text: string): { text: string; line: number } => ({ text, line: 1 });

describe('a report that codify wrote', async () => {
  const { study, codings } = await sample('faelles-om-opgaven');
  const paragraphs = readParagraphs(writeReport(study, codings).text);
  const names = namesOf(study.codebook, study.transcripts);
  const { quotations, passedOver } = placeQuotations(paragraphs, (written) => names.meant(written).length > 0);
  const themes = themesOf(study.codebook.allThemes);

  it('has every quote under the theme it was printed for, and none without', () => {
    const checked = verifyReport(paragraphs, study.transcripts, 'da', names, []);
    const amiss = quotations.filter(({ quotation, headings }) => {
      const passage = checked.find((one) => one.quotation.line === quotation.line)?.passage;
      const id = themes.under(headings)?.id;
      return !codings.some(
        (coding) =>
          coding.status === 'accepted' &&
          coding.theme.path.some((one) => one === id) &&
          coding.transcript === passage?.transcript &&
          passage.pieces.some(({ start, end }) => start < coding.span.end && coding.span.start < end),
      );
    });
    expect(amiss).toEqual([]);
    expect(passedOver).toEqual([]);
    expect(quotations.length).toBe(checked.length);
    expect(quotations.length).toBeGreaterThan(60);
  });

  it('has a quote for nearly every theme, each told apart from the one above it', () => {
    const found = new Set(quotations.map(({ headings }) => themes.under(headings)?.id));
    expect(found.size).toBeGreaterThan(25);
  });
});

describe('the quotes of a report', () => {
  it('stand under the headings open where they begin', () => {
    const report = '# A\n\n## B\n\n”Et.” (chef)\n\n### C\n\n”To.” (leder)\n\n## D\n\n”Tre.” (chef)\n';
    expect(placed(report).map(([headings]) => headings)).toEqual(['A › B', 'A › B › C', 'A › D']);
  });

  it.each([
    ['**Tid.** Der er ingen:', 'A › Tid'],
    ['**Tid**: der er ingen.', 'A › Tid'],
    ['**Tid**', 'A › Tid'],
    ['__Tid.__ Der er ingen.', 'A › Tid'],
    ['**Mange** siger det samme:', 'A'],
    ['- **Tid.** Et punkt i en liste.', 'A'],
    ['Der er **Tid.** Men ikke her.', 'A'],
  ])('stand under bold words that open a paragraph as a heading does: %s', (line, headings) => {
    expect(placed(`# A\n\n${line}\n\n”Vi har travlt.” (chef)\n`)).toEqual([[headings, 'chef', 'Vi har travlt.']]);
  });

  it('leave the bold words before at the next ones', () => {
    const report = '# A\n\n**B.** Først.\n\n**C.** Så.\n\n”Et.” (chef)\n\n# D\n\n”To.” (chef)\n';
    expect(placed(report).map(([headings]) => headings)).toEqual(['A › C', 'D']);
  });

  it.each([
    '”Vi ved det jo godt alle sammen.” (chef)',
    '"Vi ved det jo godt alle sammen." (chef)',
    '“Vi ved det jo godt alle sammen.” (chef)',
    '„Vi ved det jo godt alle sammen.“ (chef)',
    '»Vi ved det jo godt alle sammen.« (chef)',
    '”Vi ved det jo godt alle sammen.” (chef) **[citatet skal godkendes]**',
    '”Vi ved det jo godt\n\nalle sammen.” (chef)',
    '> Vi ved det jo godt alle sammen.\n>\n> (chef)',
    '*Vi ved det jo godt alle sammen.* (chef)',
    'En chef siger: ”Vi ved det jo godt alle sammen.” (chef)',
  ])('are read in marks of all kinds: %j', (written) => {
    expect(placed(written)).toEqual([['', 'chef', 'Vi ved det jo godt alle sammen.']]);
  });

  it('are those of their own and those with a role; what else is between marks is passed over', () => {
    const report =
      'Loven siger ”at alle skal høres, før der bliver bestemt noget”.\n\n”Vi ved det jo godt alle sammen.”\n\n”Vi ved det jo godt, siger de.” (Pia Holm)\n';
    expect(placed(report)).toEqual([
      ['', undefined, 'Vi ved det jo godt alle sammen.'],
      ['', undefined, 'Vi ved det jo godt, siger de.'],
    ]);
    expect(placeQuotations(readParagraphs(report), () => false).passedOver.map(({ line }) => line)).toEqual([1]);
  });
});

describe('the theme of a heading', () => {
  const tid = theme('tid', 'Mangel på tid');
  const mødetid = theme('mødetid', 'Tid til møder', ['tid', 'mødetid']);

  it.each(['Mangel på tid', 'MANGEL PÅ TID', '3.2 Mangel på tid', 'Tema 4: Mangel på tid', 'Barriere: Mangel på tid', '”Mangel på tid”.'])(
    'is the one of that label: %s',
    (text) => expect(themesOf([tid, mødetid]).of(heading(text))).toBe(tid),
  );

  it.each(['Mangel på tiid', 'Mangel', 'Mangel på tid og penge', ''])('is never the nearest one: %s', (text) =>
    expect(themesOf([tid]).of(heading(text))).toBeUndefined(),
  );

  it('is named as what may be meant', () => {
    expect(themesOf([tid]).hint(heading('Barriere: Mangel på tiid'))).toBe('did you mean "Mangel på tid"?');
  });

  it('is none where two themes have the label', () => {
    expect(themesOf([tid, theme('tid-2', 'Mangel på tid')]).of(heading('Mangel på tid'))).toBeUndefined();
  });

  it('is what the user says, and none above a heading that names none', () => {
    const themes = themesOf(
      [tid, mødetid],
      [
        ['Kalendere', mødetid],
        ['Godt at vide', null],
      ],
    );
    expect(themes.under([heading('Mangel på tid'), heading('2. Kalendere')])).toBe(mødetid);
    expect(themes.under([heading('Mangel på tid'), heading('Noget andet')])).toBe(tid);
    expect(themes.under([heading('Mangel på tid'), heading('Godt at vide')])).toBeUndefined();
  });
});
