import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeTranscripts } from '../../src/coding/code.ts';
import { decide } from '../../src/coding/decisions/decide.ts';
import type { Coding, Placement, Study } from '../../src/model.ts';
import { drawFigure } from '../../src/report/figures/draw.ts';
import type { Figure } from '../../src/report/figures/figure.ts';
import { writeReport, type Report } from '../../src/report/write.ts';
import { readStrictly } from '../../src/report/strict/strict.ts';
import { loadStudy } from '../../src/study/load.ts';
import { ROOT } from '../scenarios/run.ts';
import { studyOf } from '../study-of.ts';

const study = await loadStudy({ paths: [join(ROOT, 'samples/samskabelseskommunen')], columns: {} });
const coded = codeTranscripts(study.codebook, study.transcripts);
const { codings } = decide(coded, study);

const placing = (placements: Readonly<Record<string, Placement>>): Study => ({ ...study, plan: { ...study.plan, placements } });
const at = (level: string): Placement => ({ level, because: 'Det siger vi.' });
const textOf = ({ parts }: Report, name: string): string => parts.find((part) => part.name === name)!.text;
const write = (placements: Readonly<Record<string, Placement>>, all: readonly Coding[] = codings): Report =>
  writeReport(placing(placements), all);

describe('a placing', () => {
  it('is hers, with its why, in the chapter and in the summary', () => {
    const report = write({ borgere: at('inddragende') });
    expect(textOf(report, 'scale/borgere')).toContain('**Trin 2, Den inddragende.** Det siger vi.\n');
    expect(textOf(report, 'summary')).toContain('**Borgernes rolle: trin 2, Den inddragende.** Det siger vi.\n');
    expect(textOf(report, 'scale')).toContain('| Borgernes rolle | 4 (3) | **6 (5)** | 1 (1) | 1 (1) | 1 (1) |');
  });

  it('is told of where it goes against most of those heard, who are named by role', () => {
    const text = textOf(write({ borgere: at('nysgerrig') }), 'scale/borgere');
    expect(text).toContain('Tre af dem støtter placeringen: en leder og to medarbejdere. Placeringen går dermed imod de fleste af dem.');
    expect(textOf(write({ borgere: at('inddragende') }), 'scale/borgere')).not.toContain('går dermed imod');
  });

  it('with nothing accepted under it is a gap, whoever is heard on other steps', () => {
    const report = write({ politikere: at('moden') });
    expect(textOf(report, 'scale/politikere')).toContain(
      '[Mangler: godtagne udsagn, der støtter placeringen] Fire af de otte interviewede har udsagn, der er godtaget for eller imod et trin her, men til støtte for andre trin eller imod placeringen.',
    );
    expect(textOf(report, 'scale/politikere')).not.toContain('går dermed imod');
    expect(report.gaps).toContainEqual(expect.objectContaining({ kind: 'evidence', part: 'scale/politikere', of: 'politikere' }));
    expect(textOf(report, 'scale/politikere')).toContain('**Det næste trin: trin 5, Den samskabende.**');
  });

  it('may be where the scale says nothing, and looks to the next step it describes', () => {
    const text = textOf(write({ politikere: at('nysgerrig') }), 'scale/politikere');
    expect(text).toContain('[Mangler: godtagne udsagn, der støtter placeringen]');
    expect(text).toContain(
      '**Det næste trin, skalaen beskriver: trin 3, Den ambitiøse.** Kodebogen beskriver, hvad det kræver: Byrådet har vedtaget',
    );
  });

  it('tells apart what was not found of the next step and what was read and rejected', () => {
    const next = (all: readonly Coding[]): string =>
      textOf(write({ politikere: at('ambitiøs'), organisation: at('moden') }, all), 'scale/politikere');
    expect(next(codings)).toContain(
      'Det, der bliver sagt om opgaveudvalg efter § 17, stk. 4, er ved gennemlæsningen ikke regnet for belæg.',
    );
    expect(next(codings.filter(({ status }) => status !== 'rejected'))).toContain(
      'Kodebogens ord for opgaveudvalg efter § 17, stk. 4 er ikke fundet',
    );
  });

  it('at the top has no next step', () => {
    expect(textOf(write({ borgere: at('samskabende') }), 'scale/borgere')).toContain('Trin 5 er skalaens øverste');
  });

  it('rests on nothing where nobody has read the codings, which are told as touched on', () => {
    const text = textOf(write({ borgere: at('inddragende') }, coded.codings), 'scale/borgere');
    expect(text).toContain('[Mangler: godtagne udsagn, der støtter placeringen]');
    expect(text).not.toMatch(/Belæg|støtter placeringen:|erfaringer|eksempler|siger det modsatte|fortæller især/);
  });
});

describe('a dimension she has not placed', () => {
  it('is a gap, and tells what was touched on and no more, whatever people have accepted', () => {
    const report = write({});
    expect(report.gaps.filter(({ kind }) => kind === 'placement').map(({ of }) => of)).toEqual([
      ...study.codebook.scale!.dimensions.map(({ id }) => id),
      ...study.codebook.scale!.dimensions.map(({ id }) => id),
    ]);
    const text = textOf(report, 'scale/borgere');
    expect(text).toContain('[Mangler: placér på et trin, og skriv hvorfor]');
    expect(text).toMatch(/\*\*Trin 1, Den nysgerrige\.\*\* .*:\n\n”/);
    expect(text).not.toMatch(/Belæg|næste trin|erfaringer|eksempler|siger det modsatte|nuance|især/);
  });
});

describe('the steps of a scale', () => {
  it('are told of in their own chapter, and stand among the results where she puts them there', () => {
    const names = (one: Study): string[] => writeReport(one, codings).parts.map(({ name }) => name);
    expect(names(study).filter((name) => name.startsWith('results'))).toEqual([]);
    const sections = [{ title: undefined, themes: ['borgere-sent'] }];
    expect(names({ ...study, plan: { ...study.plan, sections } })).toContain('results/borgere-sent');
  });

  it('leave no empty result behind where a theme is but a name over them, and leave one that is more', async () => {
    const results = async (terms: string): Promise<string[]> => {
      const { study: one, codings: some } = await studyOf({
        'bog.yaml': `title: Trin
language: da
roles: { chef: { article: en, plural: chefer, definite: cheferne } }
scale: { levels: [{ id: lav, label: Lav }, { id: høj, label: Høj }], dimensions: [{ id: ro, label: Ro }] }
themes:
  - { id: ro, label: Ro, terms: [${terms}], themes: [{ id: larm, label: Larm, level: lav, dimension: ro, terms: [larm] }] }
  - { id: tid, label: Tid, terms: [travlt] }
`,
        'interview/1.md': 'R1 (chef): Her er larm og travlt.\n',
      });
      return writeReport(one, some)
        .parts.map(({ name }) => name)
        .filter((name) => /^(?:results|scale)\//.test(name));
    };
    expect(await results('')).toEqual(['results/tid', 'scale/ro']);
    expect(await results('rolig')).toEqual(['results/ro', 'results/tid', 'scale/ro']);
  });

  it('speak of nobody interviewed in a study of documents alone', async () => {
    const files = { 'd.md': '---\nform: dokument\nkind: strategi\nauthor: Direktionen\n---\nVi har lavet en arbejdsgruppe på tværs.\n' };
    const { study: one, codings: some } = await studyOf(files, ['d.md']);
    const report = writeReport({ ...one, codebook: study.codebook }, some);
    expect(textOf(report, 'scale')).not.toMatch(/interviewede|\|/);
  });

  it('are no part of a report by another codebook', async () => {
    const { study: other, codings: some } = await studyOf({ 'interview/1.md': 'R1 (chef): Vi har travlt.\n' });
    expect(
      writeReport(other, some)
        .parts.map(({ name }) => name)
        .filter((name) => name.startsWith('scale')),
    ).toEqual([]);
  });

  it('are never averaged: no digit of the chapter is anything but a step, a count or a paragraph of law', () => {
    const { parts } = writeReport(study, codings);
    const own = parts
      .filter(({ name }) => name.startsWith('scale/'))
      .flatMap(({ text }) => text.split('\n').filter((line) => !line.startsWith('”')));
    const numbers = own.flatMap(
      (line) =>
        line
          .replace(/§ 17, stk\. 4/g, '')
          .replace(/trin \d/gi, '')
          .match(/\d+/g) ?? [],
    );
    expect(numbers).toEqual([]);
  });

  it('are what her how-many words are held against, in the chapter and in her why', () => {
    const doubtsOf = (because: string): string[] => {
      const one = placing({ borgere: { level: 'inddragende', because } });
      const { parts, text } = writeReport(one, codings);
      return readStrictly(text, 'r.md', parts, one, codings).doubts.map(({ words, behind }) => `${words} ${behind?.theme.id}`);
    };
    expect(doubtsOf('Begge chefer siger det.')).toEqual([]);
    expect(doubtsOf('Alle tre ledere siger det.')).toEqual(['Alle tre borgere-i-planlagte-forløb', 'Alle tre borgere-i-planlagte-forløb']);
  });
});

describe('the profile', () => {
  const drawing = (placements: Readonly<Record<string, Placement>>): Figure =>
    write(placements).figures.find(({ name }) => name === 'profile')!;
  const figure = (placements: Readonly<Record<string, Placement>>): string => drawing(placements).description;

  it('tells the numbers of the table and where she has placed, with nothing where the scale is empty', () => {
    expect(figure({ borgere: at('inddragende') })).toContain(
      'Borgernes rolle: Den nysgerrige 4 (3), Den inddragende 6 (5), placeret her, Den ambitiøse 1 (1)',
    );
    expect(figure({})).toContain('; Det, politikerne gør: Den ambitiøse 4 (4), Den modne ikke fundet');
    expect(figure({})).not.toContain('placeret her');
    expect(figure({ politikere: at('nysgerrig') })).toContain(
      'Det, politikerne gør: Den nysgerrige ikke beskrevet, placeret her, Den ambitiøse',
    );
  });

  it('frames each step she has placed on, be it one the scale is empty of, and no other', async () => {
    const frames = async (placements: Readonly<Record<string, Placement>>): Promise<number> =>
      (await drawFigure(drawing(placements))).match(/stroke-width="3"/g)?.length ?? 0;
    expect(await frames({})).toBe(0);
    expect(await frames({ borgere: at('inddragende') })).toBe(1);
    expect(await frames({ borgere: at('inddragende'), politikere: at('nysgerrig') })).toBe(2);
  });
});
