import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/files/xml.ts';
import type { Amounts, CrossTable, Language, Study, Theme } from '../../../src/model.ts';
import { plainText, readDocument } from '../../../src/report/document.ts';
import { drawFigure } from '../../../src/report/figures/draw.ts';
import type { Figure, FigureFacts } from '../../../src/report/figures/figure.ts';
import { figuresOf } from '../../../src/report/figures/index.ts';
import { linesOf } from '../../../src/report/figures/layout.ts';
import { figureMarkdown } from '../../../src/report/figures/markdown.ts';
import { reportLanguages } from '../../../src/report/languages/index.ts';

const amounts = (people: number): Amounts => ({ people, quotes: people, interviews: people, words: people });

interface Row {
  readonly label: string;
  readonly cells: readonly number[];
  readonly below?: readonly Row[];
  readonly kind?: string;
}

/** What pictures are made from: themes with their numbers of people by role. */
function facts(roles: Readonly<Record<string, number>>, rows: readonly Row[], language: Language = 'da'): FigureFacts {
  const all: { theme: Theme; row: Row }[] = [];
  const themeOf = (row: Row, path: readonly string[]): Theme => {
    const id = `t${all.length}`;
    const place = all.push({ theme: undefined!, row }) - 1;
    const themes = (row.below ?? []).map((one) => themeOf(one, [...path, id]));
    const theme = { id, label: row.label, path: [...path, id], themes, kind: row.kind } as unknown as Theme;
    all[place] = { theme, row };
    return theme;
  };
  const themes = rows.map((row) => themeOf(row, []));
  const sizes = Object.values(roles);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const table: CrossTable = {
    by: ['role'],
    columns: Object.entries(roles).map(([id, people]) => ({ id, ...amounts(people) })),
    total: { id: 'total', ...amounts(sum(sizes)) },
    rows: all.map(({ theme, row }) => ({ theme, cells: row.cells.map(amounts), total: amounts(sum(row.cells)) })),
  };
  const study = { codebook: { themes, allThemes: all.map(({ theme }) => theme) }, plan: { sections: [] } } as unknown as Study;
  return { study, table, scale: [], words: reportLanguages[language] };
}

const HOSTILE = 'Ledelse < styring & "måling" ]](x)';
const LONG = 'Manglende risikovillighed over for frivillige og lokale partnere på tværs af hele den kommunale organisation';
const ROLES = { direktør: 6, 'afdelings- og institutionsleder': 11, medarbejder: 19, uoplyst: 2 };
const ROWS: readonly Row[] = [
  { label: 'Åbne døre i øvrigt', cells: [5, 9, 14, 0], below: [{ label: 'Æbler', cells: [0, 6, 14, 0] }] },
  { label: LONG, cells: [6, 10, 19, 0] },
  { label: HOSTILE, cells: [1, 4, 12, 1] },
  { label: 'Et eksempel', cells: [0, 0, 0, 0], kind: 'eksempel' },
];

/** The texts of a picture and its first element, as a program that reads XML sees them. */
function read(svg: string): { root: Readonly<Record<string, string>>; elements: Set<string>; texts: string[]; named: Map<string, string> } {
  let root: Readonly<Record<string, string>> | undefined;
  const elements = new Set<string>();
  const texts: string[] = [];
  const named = new Map<string, string>();
  let id: string | undefined;
  let inText = false;
  readXml(Buffer.from(svg), 'x.svg', {
    open(name, attributes) {
      root ??= attributes;
      elements.add(name);
      if (name === 'text' || name === 'tspan') inText = true;
      if (name === 'text') texts.push('');
      id = attributes['id'];
    },
    close(name) {
      if (name === 'text') inText = false;
      if (name === 'tspan') texts[texts.length - 1] += ' ';
    },
    text(text) {
      if (inText) texts[texts.length - 1] += text;
      else if (id !== undefined) named.set(id, text);
    },
  });
  return { root: root!, elements, texts: texts.map((text) => text.trim()), named };
}

const [themes, roles] = figuresOf(facts(ROLES, ROWS)) as [Figure, Figure];

describe('the pictures', () => {
  it('stand in the order of the report, examples first, each theme before its sub-themes', () => {
    expect(themes.description).toMatch(
      /: Et eksempel: ikke fundet; Åbne døre i øvrigt: 28; Æbler: 20; Manglende .*: 35; Ledelse .*: 18\.$/,
    );
  });

  it('show the same numbers as their description', async () => {
    const { texts } = read(await drawFigure(themes));
    expect(texts.filter((text) => / af 38$|^–$/.test(text))).toEqual(['–', '28 af 38', '20 af 38', '35 af 38', '18 af 38']);
    const map = read(await drawFigure(roles));
    const told = roles.description
      .slice(roles.description.indexOf('gang: ') + 6, -1)
      .split('; ')
      .flatMap((row) => row.slice(row.lastIndexOf(': ') + 2).split(', '))
      .map((cell) => /ikke fundet$/.exec(cell) ?? /skjult$/.exec(cell) ?? /\d+ af \d+$/.exec(cell))
      .map((match) => ({ 'ikke fundet': '–', skjult: '•' })[match![0]] ?? match![0]);
    expect(map.texts.filter((text) => /^(?:\d+ af \d+|–|•)$/.test(text))).toEqual(told);
    expect(told).toHaveLength(16);
  });

  it('hide what is of fewer than five people', () => {
    expect(roles.description).toContain('direktør skjult, afdelings- og institutionsleder skjult, medarbejder 12 af 19, uoplyst skjult');
    expect(roles.caption).toContain('En prik skjuler');
  });

  it('leave out the map where all of it would be hidden, and where there is one role', () => {
    expect(figuresOf(facts({ chef: 3, leder: 4 }, [{ label: 'A', cells: [3, 4] }])).map(({ name }) => name)).toEqual(['themes']);
    expect(figuresOf(facts({ chef: 9 }, [{ label: 'A', cells: [9] }])).map(({ name }) => name)).toEqual(['themes']);
    expect(figuresOf(facts({}, [{ label: 'A', cells: [] }]))).toEqual([]);
  });

  it('leave sub-themes out of a picture that would be longer than a page', () => {
    const below = Array.from({ length: 60 }, (_, i) => ({ label: `U${i}`, cells: [1] }));
    const [figure] = figuresOf(facts({ chef: 9 }, [{ label: 'A', cells: [9], below }]));
    expect(figure!.description).not.toContain('U1');
  });

  it.each([themes, roles])('say in words what they show, run nothing and ask for nothing: $name', async (figure) => {
    const svg = await drawFigure(figure);
    const { root, elements, named, texts } = read(svg);
    expect(root['role']).toBe('img');
    const [title, description] = root['aria-labelledby']!.split(' ');
    expect([named.get(title!), named.get(description!)]).toEqual([figure.title, figure.description]);
    expect([...elements].sort()).toEqual(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|\son\w+=|url\(/);
    expect(texts).toContain(HOSTILE);
    expect(texts.join(' ')).toContain(LONG);
  });

  it.each([themes, roles])('are the same bytes every time: $name', async (figure) => {
    expect(await drawFigure(figure)).toBe(await drawFigure(figure));
  });

  it.each([themes, roles])('stay within their frame, with no line of text over another: $name', async (figure) => {
    const svg = await drawFigure(figure);
    const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
    const at = [...svg.matchAll(/<text[^>]* transform="translate\(([\d.-]+),([\d.-]+)\)"/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    expect(at.length).toBeGreaterThan(8);
    for (const [x, y] of at) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
    const lines = at.map(([x, y]) => `${Math.round(x)} ${Math.round(y / 8)}`);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('speak English where the report does', () => {
    const [bars] = figuresOf(facts({ chef: 9 }, [{ label: 'A', cells: [9] }], 'en'));
    expect(bars).toMatchObject({ file: 'themes.svg', caption: expect.stringContaining('of the 9 interviewees') as string });
  });
});

describe('a picture in Markdown', () => {
  it.each(['rapport-figurer', 'belæg-figurer', 'min rapport (2)-figurer', '100 %-figurer', 'a<b>-figurer'])(
    'is found again in the folder %s',
    (folder) => {
      const [figure, ...others] = readDocument(figureMarkdown(roles, [themes, roles], folder, facts(ROLES, ROWS))).blocks;
      expect(others).toEqual([]);
      if (figure?.kind !== 'figure') throw new Error('no figure');
      expect(figure.picture.source).toBe(`${folder}/temaer-stillinger.svg`);
      expect(figure.picture.alt).toBe(roles.description);
      expect(plainText(figure.caption)).toBe(`Figur 2: ${roles.caption}`);
    },
  );
});

describe('lines of a label', () => {
  it('keep every word, and divide one that is longer than a line', () => {
    expect(linesOf('Tid  og ressourcer', 74, 'normal')).toEqual(['Tid og', 'ressourcer']);
    expect(linesOf('ø'.repeat(25), 74, 'normal')).toEqual([`${'ø'.repeat(9)}-`, `${'ø'.repeat(9)}-`, 'ø'.repeat(7)]);
    expect(linesOf('ø'.repeat(10), 74, 'normal')).toEqual(['ø'.repeat(10)]);
  });
});
