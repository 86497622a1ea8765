import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../src/exchange/formats/docx.ts';
import type { Setting } from '../../src/exchange/formats/format.ts';
import { readWord } from '../../src/files/word.ts';
import { readXml } from '../../src/files/xml.ts';
import { readDocument } from '../../src/report/document.ts';
import { documentParagraphs, readParagraphs } from '../../src/report/verify/paragraphs.ts';
import { writeReport } from '../../src/report/write.ts';
import { HOUSE, packed, PNG } from './house.ts';
import { convert, hasOffice } from './office.ts';
import { returned } from './returned.ts';
import { sample as sampleStudy } from '../samples.ts';

const { study, codings } = await sampleStudy('faelles-om-opgaven');
const sample = writeReport(study, codings).text;

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120"><title>Søjler</title><rect x="100" y="10" width="240" height="30"/><text x="10" y="30" font-family="Arial, sans-serif">Æble</text></svg>',
);

const MADE = `# Prøve & \\<mere>

*Undertitel*

## Indhold

- [Et](#et)
- [To](#to)

## Et

Se [et sted](https://example.org/a?b=1&c=2) og [to](#to), \`kode\`, ~~slettet~~ og en note[^1].

![Søjler: "æble" 3](figurer/figur.svg)

*Figur 1: Personer pr. tema*

Sådan siges det:

”Det går <b>godt</b> & vel.” (leder)

3. tre
4. fire
   - under

Mellem.

1. en

![](mangler.png) og ![Et punkt](punkt.png)

## To

| Tema | chef |
|---|---:|
| Tillid | 2 af 3 |
| &emsp;Nabo | – |

Tegn: \u0007\ud800 og 😀.

[^1]: En *note* for sig.
`;

const setting = (more: Partial<Setting> = {}): Setting => ({
  language: 'da',
  author: undefined,
  pictures: new Map([
    ['figurer/figur.svg', SVG],
    ['punkt.png', PNG],
  ]),
  template: undefined,
  ...more,
});

const write = async (markdown: string, more: Partial<Setting> = {}): Promise<Uint8Array> =>
  await docx.write(readDocument(markdown), setting(more));

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]));

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((match) => match[1]!);

/** Each paragraph of a document: its style, its properties and its words. */
function paragraphsOf(document: string): { style: string | undefined; properties: string; text: string }[] {
  return (document.match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs) ?? []).map((xml) => {
    const properties = /<w:pPr>(.*?)<\/w:pPr>/s.exec(xml)?.[1] ?? '';
    return {
      style: /<w:pStyle w:val="([^"]+)"/.exec(properties)?.[1],
      properties,
      text: all(xml, /<w:t[^>]*>([^<]*)<\/w:t>/g).join(''),
    };
  });
}

/** What must hold of any file, or Word refuses it: all is well-formed, declared, and leads to something. */
function expectSound(bytes: Uint8Array): void {
  const raw = unzipSync(bytes);
  const parts = partsOf(bytes);
  const names = Object.keys(raw);
  for (const name of names) if (/\.(?:xml|rels)$/.test(name)) readXml(raw[name]!, name, { open() {}, close() {}, text() {} });
  const types = parts['[Content_Types].xml']!;
  const declared = all(types, /PartName="\/([^"]+)"/g);
  const endings = all(types, /Extension="([^"]+)"/g);
  expect(declared.filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(declared).size).toBe(declared.length);
  expect(
    names.filter(
      (name) => !declared.includes(name) && !endings.includes(name.slice(name.lastIndexOf('.') + 1)) && name !== '[Content_Types].xml',
    ),
  ).toEqual([]);
  for (const name of names.filter((one) => one.endsWith('.rels'))) {
    const part = posix.join(posix.dirname(name), '..', posix.basename(name, '.rels'));
    const relations = parts[name]!.match(/<Relationship [^>]*>/g) ?? [];
    const ids = relations.map((relation) => all(relation, /\sId="([^"]+)"/g)[0]!);
    expect(new Set(ids).size).toBe(ids.length);
    const within = relations.filter((relation) => !relation.includes('TargetMode="External"'));
    const targets = within.map((relation) => posix.resolve('/', posix.dirname(part), all(relation, /\sTarget="([^"]+)"/g)[0]!).slice(1));
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
    if (parts[part] !== undefined)
      expect(all(parts[part], /\sr:(?:id|embed|link)="([^"]+)"/g).filter((id) => !ids.includes(id))).toEqual([]);
  }
  const styles = all(parts['word/styles.xml']!, /w:styleId="([^"]+)"/g);
  expect(new Set(styles).size).toBe(styles.length);
  const body = [parts['word/document.xml']!, parts['word/footnotes.xml']!, parts['word/styles.xml']!].join('');
  const used = all(body.replace(/"Footnote(?:Reference|Text)"/g, '"FootnoteText"'), /<w:(?:pStyle|tblStyle|basedOn|next) w:val="([^"]+)"/g);
  expect([...new Set(used)].filter((id) => !styles.includes(id))).toEqual([]);
  const lists = all(parts['word/numbering.xml']!, /<w:num w:numId="(\d+)"/g);
  const kinds = all(parts['word/numbering.xml']!, /<w:abstractNum w:abstractNumId="(\d+)"/g);
  expect(all(parts['word/document.xml']!, /<w:numId w:val="(\d+)"/g).filter((id) => !lists.includes(id))).toEqual([]);
  expect(all(parts['word/numbering.xml']!, /<w:abstractNumId w:val="(\d+)"/g).filter((id) => !kinds.includes(id))).toEqual([]);
  const bookmarks = all(parts['word/document.xml']!, /<w:bookmarkStart w:name="([^"]+)"/g);
  expect(all(parts['word/document.xml']!, /w:anchor="([^"]+)"/g).filter((name) => !bookmarks.includes(name))).toEqual([]);
  expect(new Set(bookmarks).size).toBe(bookmarks.length);
}

describe('a report in Word', () => {
  it('is sound, whatever it is made of', async () => {
    for (const markdown of ['', 'Ord', MADE, sample]) expectSound(await write(markdown));
    for (const markdown of ['', MADE]) expectSound(await write(markdown, { template: { path: 'hus.docx', bytes: packed(HOUSE) } }));
  });

  it('is the same bytes each time, at any hour and in any time zone', async () => {
    const first = Buffer.from(await write(MADE));
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    const second = Buffer.from(await write(MADE));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(second.equals(first)).toBe(true);
  });

  it('has the styles of Word: title, subtitle, headings, lists, quotes, caption, table', async () => {
    const paragraphs = paragraphsOf(partsOf(await write(MADE))['word/document.xml']!);
    const styleOf = (text: string): string | undefined => paragraphs.find((one) => one.text === text)?.style;
    expect(styleOf('Prøve &amp; &lt;mere&gt;')).toBe('Title');
    expect(styleOf('Undertitel')).toBe('Subtitle');
    expect(styleOf('Indhold')).toBe('TOCHeading');
    expect(paragraphs.filter(({ text }) => text === 'Et').map(({ style }) => style)).toEqual(['TOC1', 'Heading1']);
    expect(styleOf('Figur 1: Personer pr. tema')).toBe('Caption');
    expect(styleOf('”Det går godt &amp; vel.” (leder)')).toBe('Quote');
    expect(styleOf('tre')).toBe('ListNumber');
    expect(styleOf('under')).toBe('ListBullet2');
    expect(styleOf('2 af 3')).toBe('TableText');
    expect(partsOf(await write(MADE))['word/document.xml']).toContain('<w:tblStyle w:val="TableGrid"/>');
  });

  it('keeps headings with what follows, lead-ins with their quotes, and no quote is cut', async () => {
    const parts = partsOf(await write(MADE));
    const styles = parts['word/styles.xml']!;
    const look = (id: string): string => new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)![0];
    for (const id of ['Heading1', 'Heading2', 'Heading3']) expect(look(id)).toContain('<w:keepNext/>');
    expect(look('Quote')).toContain('<w:keepLines/>');
    const paragraphs = paragraphsOf(parts['word/document.xml']!);
    expect(paragraphs.find(({ text }) => text === 'Sådan siges det:')?.properties).toContain('<w:keepNext/>');
    expect(paragraphs.find(({ text }) => text === 'Mellem.')?.properties).not.toContain('<w:keepNext/>');
    const attributed = paragraphsOf(partsOf(await write('> Først.\n>\n> (leder)\n'))['word/document.xml']!);
    expect(attributed.map(({ style, properties }) => [style, properties.includes('<w:keepNext/>')])).toEqual([
      ['Quote', true],
      ['Quote', false],
    ]);
  });

  it('holds contents that Word fills, and that hold the headings till then', async () => {
    const parts = partsOf(await write(sample));
    const contents = /<w:sdt>.*<\/w:sdt>/s.exec(parts['word/document.xml']!)![0];
    expect(contents).toContain('<w:docPartGallery w:val="Table of Contents"/>');
    expect(contents).toContain('<w:r><w:instrText xml:space="preserve">TOC \\h \\o &quot;1-2&quot;</w:instrText></w:r>');
    expect(parts['word/settings.xml']).toContain('<w:updateFields/>');
    const entries = paragraphsOf(contents).map(({ text }) => text);
    const headings = paragraphsOf(parts['word/document.xml']!).filter(({ style }) => style === 'Heading1' || style === 'Heading2');
    expect(entries).toEqual(headings.map(({ text }) => text));
    expect(entries.length).toBeGreaterThan(15);
  });

  it('tells its title, author and language, numbers its pages, and is A4', async () => {
    const parts = partsOf(await write(MADE, { author: 'Grete & Bo' }));
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>Prøve &amp; &lt;mere&gt;</dc:title><dc:creator>Grete &amp; Bo</dc:creator><dc:language>da-DK</dc:language>',
    );
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="da-DK"');
    expect(partsOf(await write(MADE, { language: 'en' }))['word/styles.xml']).toContain('<w:lang w:val="en-GB"');
    expect(parts['word/document.xml']).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(Object.entries(parts).some(([name, xml]) => name.startsWith('word/footer') && />PAGE<\//.test(xml))).toBe(true);
  });

  it('shows pictures with their words: SVG for Word, and the same as points for what knows none', async () => {
    const bytes = await write(MADE);
    const document = partsOf(bytes)['word/document.xml']!;
    expect(document).toContain('descr="Søjler: &quot;æble&quot; 3"');
    expect(document).toContain('asvg:svgBlip');
    const media = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/media/'));
    expect(media.map(([name]) => posix.extname(name)).sort()).toEqual(['.png', '.png', '.svg']);
    // 400 pixels wide, two and a half times as sharp.
    const widths = media.filter(([name]) => name.endsWith('.png')).map(([, png]) => Buffer.from(png).readUInt32BE(16));
    expect(widths.toSorted((a, b) => a - b)).toEqual([1, 1000]);
    expect(document).toContain('>[]</w:t>');
  });

  it('numbers lists from where they begin, each list anew', async () => {
    const parts = partsOf(await write('3. tre\n4. fire\n\nMellem.\n\n1. en\n\nOg.\n\n1. en igen\n'));
    const numbers = all(parts['word/document.xml']!, /<w:numId w:val="(\d+)"/g);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers[0]).toBe(numbers[1]);
    const kindOf = (id: string): string =>
      new RegExp(`<w:num w:numId="${id}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(parts['word/numbering.xml']!)![1]!;
    const starts = (id: string): string =>
      new RegExp(`<w:abstractNum w:abstractNumId="${kindOf(id)}".*?<w:start w:val="(\\d+)"`).exec(parts['word/numbering.xml']!)![1]!;
    expect(numbers.map(starts)).toEqual(['3', '3', '1', '1']);
  });

  it('heads each page of a table with its first row, and breaks no row', async () => {
    const document = partsOf(await write(MADE))['word/document.xml']!;
    expect(all(document, /(<w:tblHeader\/>)/g)).toHaveLength(1);
    expect(all(document, /(<w:cantSplit\/>)/g)).toHaveLength(3);
    expect(document).not.toContain('<w:tblBorders>');
  });

  it('says every word of the report, and nothing as a mark', async () => {
    const words = (texts: readonly string[]): string[] => texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
    const { blocks } = await readWord(await write(sample), 'rapport.docx');
    expect(words(documentParagraphs(blocks).map(({ text }) => text))).toEqual(words(readParagraphs(sample).map(({ text }) => text)));
    const document = partsOf(await write('Ord. <script>alert(1)</script> a&lt;b &amp; "c"'))['word/document.xml']!;
    expect(paragraphsOf(document)[0]!.text).toBe('Ord. alert(1) a&lt;b &amp; &quot;c&quot;');
  });

  it('knows its own file again, and whether another has saved it', async () => {
    const bytes = await write(MADE);
    expect(await docx.state({ path: 'rapport.docx', bytes })).toBe('as written');
    const said = [{ on: 'Mellem.', by: 'Sofie', at: '2026-06-09T08:30:00Z', text: 'Hvad?' }];
    expect(await docx.state({ path: 'rapport.docx', bytes: returned(bytes, said) })).toBe('edited');
    expect(await docx.state({ path: 'hus.docx', bytes: packed(HOUSE) })).toBe('not ours');
    expect(await docx.state({ path: 'tekst.docx', bytes: Buffer.from('tekst') })).toBe('not ours');
  });
});

describe('a report in the look of the house', () => {
  const dressed = async (house: Readonly<Record<string, string | Uint8Array>> = HOUSE): Promise<Record<string, string>> =>
    partsOf(await write(MADE, { template: { path: 'hus.docx', bytes: packed(house) } }));

  it("uses the house's styles, by whatever ids it has them, and brings those it lacks", async () => {
    const parts = await dressed();
    const paragraphs = paragraphsOf(parts['word/document.xml']!);
    const styleOf = (text: string): string | undefined => paragraphs.findLast((one) => one.text === text)?.style;
    expect(styleOf('Prøve &amp; &lt;mere&gt;')).toBe('Titel');
    expect(styleOf('Et')).toBe('Overskrift1');
    expect(styleOf('”Det går godt &amp; vel.” (leder)')).toBe('Citat');
    // The house calls something else Caption.
    expect(styleOf('Figur 1: Personer pr. tema')).toBe('CodifyCaption');
    expect(parts['word/styles.xml']).toContain('<w:sz w:val="72"/>');
    expect(parts['word/styles.xml']).not.toContain('w:val="en-US"');
    expect(parts['word/styles.xml']).not.toContain('Calibri');
  });

  it("has its page, header with picture, theme and bullets, and not a word of the house's letter", async () => {
    const parts = await dressed();
    const document = parts['word/document.xml']!;
    expect(document).toMatch(/<w:pgMar w:top="1701" w:right="1134" w:bottom="1701" w:left="2268"/);
    expect(document).toContain('<w:headerReference w:type="default" r:id="rIdHouse1"/>');
    expect(parts['word/house/header1.xml']).toContain('Huset Langbord');
    expect(parts['word/house/media/image1.png']).toBeDefined();
    expect(parts['word/house/theme/theme1.xml']).toContain('DejaVu Serif');
    expect(Object.values(parts).join('')).not.toContain('Hemmeligt');
    const bullets = paragraphsOf(
      partsOf(await write('- en\n- to\n', { template: { path: 'hus.docx', bytes: packed(HOUSE) } }))['word/document.xml']!,
    );
    expect(bullets.map(({ style, properties }) => [style, properties.includes('numPr')])).toEqual([
      ['Opstilling-punkttegn', false],
      ['Opstilling-punkttegn', false],
    ]);
  });

  it('makes tables and pictures no wider than its page', async () => {
    const parts = await dressed({
      ...HOUSE,
      'word/document.xml': String(HOUSE['word/document.xml']).replace('w:left="2268"', 'w:left="5000"'),
    });
    const width = all(parts['word/document.xml']!, /<w:gridCol w:w="(\d+)"/g).reduce((sum, one) => sum + Number(one), 0);
    expect(width).toBeLessThanOrEqual(11906 - 5000 - 1134);
    expect(width).toBeGreaterThan(5000);
  });

  it('refuses what is no Word file, in one sentence', async () => {
    for (const bytes of [Buffer.from('tekst'), packed({ 'xl/workbook.xml': '<workbook/>' })])
      await expect(write(MADE, { template: { path: 'hus.docx', bytes } })).rejects.toThrow(
        'is no Word file, so it cannot give the report its look',
      );
    await expect(
      write(MADE, { template: { path: 'hus.docx', bytes: packed({ ...HOUSE, 'word/styles.xml': '<w:styles' }) } }),
    ).rejects.toThrow('its XML breaks off');
  });
});

describe.skipIf(!hasOffice)('a report in Word, opened in LibreOffice (skipped where there is none)', () => {
  it('has its contents, and every word, after it was saved there', { timeout: 180_000 }, async () => {
    const saved = convert(await write(sample), 'docx:MS Word 2007 XML');
    expect(await docx.state({ path: 'rapport.docx', bytes: saved })).toBe('edited');
    const words = (blocks: Awaited<ReturnType<typeof readWord>>['blocks']): string[] =>
      documentParagraphs(blocks).flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
    // Page numbers have come to stand in the contents.
    const before = words((await readWord(await write(sample), 'rapport.docx')).blocks).filter((word) => !/^\d+$/.test(word));
    expect(words((await readWord(saved, 'rapport.docx')).blocks).filter((word) => !/^\d+$/.test(word))).toEqual(before);
    const text = convert(await write(MADE), 'txt:Text (encoded):UTF8').toString();
    expect(text).toContain('Indhold');
    expect(text).not.toMatch(/TOC \\h|HYPERLINK/);
  });
});
