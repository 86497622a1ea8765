import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/exchange/formats/format.ts';
import { html } from '../../src/exchange/formats/html.ts';
import { STYLE } from '../../src/exchange/page/style.ts';
import { seal } from '../../src/files/report-mark.ts';
import { readDocument } from '../../src/report/document.ts';
import { drawFigure } from '../../src/report/figures/draw.ts';
import { readParagraphs } from '../../src/report/verify/paragraphs.ts';
import { writeReport } from '../../src/report/write.ts';
import { sample, SAMPLES } from '../samples.ts';

const setting: Setting = { language: 'da', author: undefined, pictures: new Map(), template: undefined };

async function pageOf(markdown: string, pictures: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const given = new Map(Object.entries(pictures).map(([name, data]) => [name, Buffer.from(data)]));
  return Buffer.from(await html.write(readDocument(markdown), { ...setting, pictures: given })).toString();
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'heading-level': 'error', 'no-missing-references': 'error' },
});

/** What is wrong with a page as HTML and for a screen reader, as far as it can be told without drawing it. */
async function faultsOf(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`));
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words that stand between the tags of the body, pictures and what is added for screens left out. */
function pageWords(page: string): string[] {
  const body = page
    .slice(page.indexOf('<body>'))
    .replace(/<a class="skip".*?<\/a>|<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, (tag) => (/^<\/?(?:a|em|strong|s|sup|span|code)\b/.test(tag) ? '' : ' '));
  return wordsIn(body.replace(/&(?:amp|lt|gt|quot|#\d+);/g, ' '));
}

const headings = (page: string): string[] => [...page.matchAll(/<h(\d)/g)].map(([, depth = '']) => depth);

describe.each(SAMPLES)('the page of %s', async (name) => {
  const { study, codings } = await sample(name);
  const report = writeReport(study, codings, { figuresIn: 'rapport-figurer' });
  const pictures: Record<string, string> = {};
  for (const figure of report.figures) pictures[`rapport-figurer/${figure.file}`] = seal('figure', await drawFigure(figure));
  const page = await pageOf(report.text, pictures);

  it('is HTML without fault, and tells its structure to those who listen', async () => {
    expect(await faultsOf(page)).toEqual([]);
    expect(page).toContain('<html lang="da">');
    expect(page.match(/<(?:header|nav|main)\b/g)).toEqual(['<header', '<nav', '<main']);
    expect(headings(page).filter((depth) => depth === '1')).toEqual(['1']);
  });

  it('has every word of the report', () => {
    const written = readParagraphs(report.text).flatMap(({ text }) => wordsIn(text));
    // Pictures are looked at below; what they show is told inside them.
    const shown = written.join(' ').replace(/(?:Søjlediagram|Felter) Hvor mange .*?(?=Figur \d)/g, '');
    expect(pageWords(page).join(' ')).toBe(shown);
  });

  it('leads each line of its contents to a heading', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(page).toContain(`id="${target}"`);
  });

  it('says of each cell of its tables what it belongs to', () => {
    expect(page.match(/<th(?! scope="(?:col|row)")[ >]/g)).toBeNull();
    for (const [row] of page.matchAll(/<tr>.*<\/tr>/g)) expect(row).toMatch(/^<tr><(?:th scope|td><\/td>)/);
  });

  it('holds the pictures itself, each with its caption', () => {
    expect(page.match(/<svg /g)).toHaveLength(report.figures.length);
    expect(page.match(/<figcaption><em>Figur \d: /g)).toHaveLength(report.figures.length);
  });

  it('needs nothing beside it, and runs nothing', () => {
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /<script|<link|<iframe|\ssrc="(?!data:)|url\(|@import|\son\w+="/i,
    );
    expect(page).toContain("default-src 'none'");
  });
});

describe('a page', () => {
  const bait = '<script>alert(1)</script> & "anførsel" <img src=x onerror=alert(1)>';
  const escaped = bait.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const written = bait.replace(/[<>&"[\]()=/]/g, '\\$&');

  it.each([
    ['a title', `# ${written}`],
    ['a heading', `# T\n\n## ${written}`],
    ['a claim', `# T\n\n${written}`],
    ['a quote', `# T\n\n> ${written}`],
    ['a list', `# T\n\n- ${written}\n- b`],
    ['a table', `# T\n\n| a | ${written} |\n|---|---|\n| ${written} | b |`],
    ['a link', `# T\n\n[${written}](https://example.org/?a="b"&c=<d>)`],
    ['code', `# T\n\n\`${bait}\``],
    ['a note', `# T\n\nOrd[^1].\n\n[^1]: ${written}`],
    ['a caption', `# T\n\n![x](x.svg)\n\nFigur 1: ${written}`],
    ['what a picture shows', `# T\n\n![${written}](x.svg)`],
  ])('shows what would be HTML in %s as it was written', async (_, markdown) => {
    const page = await pageOf(markdown);
    expect(page).toContain(escaped);
    expect(page).not.toMatch(/<script|<img|<[^>]*\sonerror/);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('shows any words, and is HTML whatever they are', async () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('abæø<>&"\'`*_[]()#|!-\\ \n')) });
    await fc.assert(
      fc.asyncProperty(text, async (markdown) => {
        const page = await pageOf(markdown);
        const body = page.slice(page.indexOf('<body>'));
        for (const [, tag = ''] of body.matchAll(/<\/?([a-z0-9]+)/g))
          expect(
            'a body header h1 h2 h3 h4 h5 h6 main p blockquote ul ol li em strong s br hr pre code span figure html'.split(' '),
          ).toContain(tag);
      }),
    );
  });

  it('leaves out HTML of the report, and keeps its words', async () => {
    expect(await pageOf('# T\n\n<b onclick="x()">Ord</b> <script>alert(1)</script>\n')).toMatch(/<p>Ord (?:alert\(1\))?<\/p>/);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java&Tab;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])('does not lead to %s', async (target) => {
    expect(await pageOf(`# T\n\n[ord](<${target}>)`)).toContain('<p>ord</p>');
  });

  it.each(['https://example.org/a?b=c&d', 'mailto:a@example.org', 'bilag.xlsx', '#t', 'mappe/kl. 10:30.pdf'])(
    'leads to %s',
    async (target) => {
      expect(await pageOf(`# T\n\n[ord](<${target}>)`)).toContain('<a href="');
    },
  );

  it('has one heading of the first depth, and leaves no depth out', async () => {
    expect(headings(await pageOf('# A\n\n### B\n\n###### C\n\n## D\n\n# E\n\n#### F'))).toEqual(['1', '2', '3', '2', '2', '3']);
    const untitled = await pageOf('## B\n\nord');
    expect(headings(untitled)).toEqual(['1', '2']);
    expect(untitled).toContain('<title>Rapport</title>');
    expect(await faultsOf(untitled)).toEqual([]);
  });

  it('keeps words between the title and the contents, and contents moved elsewhere', async () => {
    const page = await pageOf('# A\n\nFør\n\n## B\n\nord\n\n## Indhold\n\n- [B](#b)\n  - [C](#c)\n- [D](#d)\n\n## C\n\n## D\n');
    expect(await faultsOf(page)).toEqual([]);
    expect(page.indexOf('<nav')).toBeGreaterThan(page.indexOf('<main'));
    expect(page.replace(/\n/g, '')).toContain(
      '<ul><li><a href="#b">B</a><ul><li><a href="#c">C</a></li></ul></li><li><a href="#d">D</a></li></ul>',
    );
  });

  it('leads to its notes and back, also where one is named twice', async () => {
    const page = await pageOf('# A\n\nEt[^x] og to[^x].\n\n[^x]: Noten\n');
    expect(await faultsOf(page)).toEqual([]);
    expect(page).toMatch(/<li id="codify.note-1">Noten <a href="#codify.to-note-1"/);
    expect(page.match(/id="codify.to-note-1"/g)).toHaveLength(1);
  });

  it("shows a picture that is not codify's as a picture, in which nothing runs, and one that is missing in words", async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    const page = await pageOf('# A\n\n![Et logo](logo.svg)\n\n![Et andet](andet.png)', { 'logo.svg': drawing });
    expect(page).toContain(`<img src="data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}" alt="Et logo">`);
    expect(page).toContain('<span>Et andet</span>');
    expect(page).not.toContain('<script');
    const changed = seal('figure', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').replace('<svg', '<svg onload="x()"');
    expect(await pageOf('# A\n\n![x](x.svg)', { 'x.svg': changed })).not.toContain('<svg');
  });

  it('sets the rows of sub-themes in', async () => {
    expect(await pageOf('# A\n\n| Tema | I alt |\n|---|---:|\n| &emsp;&emsp;Under | 2 |')).toContain(
      '<th scope="row" style="padding-left: 3em">Under</th><td class="right">2</td>',
    );
  });

  it("is the same bytes every time, and known to be as it was written, edited, or another's", async () => {
    const page = await pageOf('# A\n\nord');
    expect(await pageOf('# A\n\nord')).toBe(page);
    const state = async (text: string): Promise<string> => await html.state({ path: 'x.html', bytes: Buffer.from(text) });
    expect(await state(page)).toBe('as written');
    expect(await state(page.replace('ord', 'andet'))).toBe('edited');
    expect(await state('<!doctype html><title>Min side</title>')).toBe('not ours');
  });

  it('stands out from its ground by 4.5 to 1 at least, in light, in the dark and in print', () => {
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (
        /^#(\w)(\w)(\w)$/.test(colour) ? Array.from(colour.slice(1), (x) => x + x) : colour.slice(1).match(/../g)!
      )
        .map((x) => Number.parseInt(x, 16) / 255)
        .map((x) => (x <= 0.040_45 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string): number => {
      const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (light + 0.05) / (dark + 0.05);
    };
    const schemes = [...STYLE.matchAll(/:root \{([^}]*)\}/g)].map(([, rules = '']) =>
      Object.fromEntries([...rules.matchAll(/--(\w+): (#\w+)/g)].map(([, name, colour]) => [name, colour!])),
    );
    expect(schemes).toHaveLength(3);
    for (const { ink, quiet, link, paper, tint, line } of schemes as Record<string, string>[]) {
      for (const ground of [paper!, tint!])
        for (const text of [ink!, quiet!, link!]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(line!, paper!)).toBeGreaterThanOrEqual(3);
    }
  });
});
