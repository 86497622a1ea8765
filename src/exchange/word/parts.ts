import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { unzipSync } from 'fflate';
import type { Inline, Picture, ReportBlock, ReportDocument } from '../../model.ts';
import type { Setting } from '../formats/format.ts';
import { pictureFacts } from '../picture.ts';
import { drawAll } from './draw.ts';
import { HASH_PROPERTY, type Parts } from './package.ts';
import type { Page } from './template.ts';
import { LOCALES, STYLE, stylesXml } from './styles.ts';

const MARGIN = 1418;
/** A4 with margins of 2.5 cm. */
const A4: Page = { width: 11906, height: 16838, top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
// Twentieths of a point in a pixel, of which 96 are an inch.
const PIXEL = 15;
const INDENT = 360;
const EMSP = /^\u2003+/;
// XML knows no way to write these.
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

type Marks = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'font' | 'style'>;
type Look = Omit<IParagraphOptions, 'children' | 'text'>;

const clean = (text: string): string => text.replace(UNWRITABLE, '');

/** Every heading, those in quotes and lists among them. */
const headingsIn = (blocks: readonly ReportBlock[]): Extract<ReportBlock, { kind: 'heading' }>[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block];
    if (block.kind === 'quote') return headingsIn(block.blocks);
    return block.kind === 'list' ? headingsIn(block.items.flat()) : [];
  });

/** The words of a stretch as they stand on the page. */
function plain(inlines: readonly Inline[]): string {
  return clean(
    inlines
      .map((inline) => {
        if ('text' in inline) return inline.text;
        return 'inlines' in inline ? plain(inline.inlines) : inline.kind === 'break' ? ' ' : '';
      })
      .join(''),
  );
}

function levels(format: 'bullet' | 'number', start: number): ILevelsOptions[] {
  return [0, 1, 2].map((level) => ({
    level,
    start: level === 0 ? start : 1,
    format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: format === 'bullet' ? ['•', '–', '·'][level]! : `%${level + 1}.`,
    suffix: LevelSuffix.TAB,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
}

/** Sets a report, block by block. */
class Setter {
  readonly #pictures: Setting['pictures'];
  /** The pictures in SVG as points. */
  readonly #drawn: ReadonlyMap<string, Uint8Array>;
  /** The bookmark of each anchor. */
  readonly #bookmarks = new Map<string, string>();
  readonly #numbers = new Map<ReportBlock, number>();
  /** Numbered lists: at which number each begins. */
  readonly starts = new Set<number>();
  readonly #width: number;
  readonly #height: number;
  #lists = 0;
  #titled = false;

  constructor({ blocks, notes }: ReportDocument, pictures: Setting['pictures'], drawn: ReadonlyMap<string, Uint8Array>, page: Page) {
    this.#pictures = pictures;
    this.#drawn = drawn;
    this.#width = page.width - page.left - page.right;
    this.#height = page.height - page.top - page.bottom;
    for (const [i, heading] of headingsIn([...blocks, ...notes.flat()]).entries()) {
      this.#numbers.set(heading, i + 1);
      for (const anchor of heading.anchors) this.#bookmarks.set(anchor, `_Toc${String(i + 1).padStart(6, '0')}`);
    }
  }

  #runs(inlines: readonly Inline[], marks: Marks = {}): ParagraphChild[] {
    return inlines.flatMap((inline): ParagraphChild | ParagraphChild[] => {
      switch (inline.kind) {
        case 'text':
          return new TextRun({ text: clean(inline.text), ...marks });
        case 'code':
          return new TextRun({ text: clean(inline.text), ...marks, font: 'Consolas' });
        case 'bold':
          return this.#runs(inline.inlines, { ...marks, bold: true });
        case 'italic':
          return this.#runs(inline.inlines, { ...marks, italics: true });
        case 'struck':
          return this.#runs(inline.inlines, { ...marks, strike: true });
        case 'link':
          return this.#link(inline.target, inline.inlines, marks);
        case 'picture':
          return this.#picture(inline.picture);
        case 'note':
          return new FootnoteReferenceRun(inline.number);
        case 'break':
          return new TextRun({ break: 1 });
      }
    });
  }

  #link(target: string, inlines: readonly Inline[], marks: Marks): ParagraphChild | ParagraphChild[] {
    const anchor = target.startsWith('#') ? this.#bookmarks.get(decodeURI(target.slice(1))) : undefined;
    const isAddress = /^(?:https?|mailto):/i.test(target);
    if (anchor === undefined && !isAddress) return this.#runs(inlines, marks);
    const children = this.#runs(inlines, { ...marks, style: 'Hyperlink' });
    return anchor === undefined ? new ExternalHyperlink({ link: target, children }) : new InternalHyperlink({ anchor, children });
  }

  /** A picture, no larger than the page; one that is not there is told in its words. */
  #picture({ source, alt }: Picture): ParagraphChild {
    const data = this.#pictures.get(source);
    const facts = data && pictureFacts(data);
    const words = clean(alt);
    if (!facts) return new TextRun({ text: `[${words}]`, italics: true });
    const { kind, width, height } = facts;
    const scale = Math.min(1, this.#width / PIXEL / width, (this.#height / PIXEL / height) * 0.85);
    const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const altText = { name: source.slice(source.lastIndexOf('/') + 1), description: words };
    const drawn = this.#drawn.get(source);
    if (kind !== 'svg' || !drawn) return new ImageRun({ type: kind as 'png', data, transformation, altText });
    return new ImageRun({ type: kind, data, fallback: { type: 'png', data: drawn }, transformation, altText });
  }

  blocks(blocks: readonly ReportBlock[], look: Look = {}, level = -1): (Paragraph | Table | TableOfContents)[] {
    return blocks.flatMap((block, i) => {
      const [before, next] = [blocks[i - 1], blocks[i + 1]];
      switch (block.kind) {
        case 'heading':
          return this.#heading(block, next?.kind === 'contents', before?.kind === 'contents');
        case 'paragraph': {
          const [only, ...others] = block.inlines;
          if (before?.kind === 'heading' && before.depth === 1 && only?.kind === 'italic' && others.length === 0)
            return new Paragraph({ style: STYLE.subtitle, children: this.#runs(only.inlines) });
          // What leads in stands on the page of what it leads in.
          const leads = next !== undefined && next.kind !== 'paragraph' && plain(block.inlines).endsWith(':');
          return new Paragraph({ ...look, ...(leads ? { keepNext: true } : {}), children: this.#runs(block.inlines) });
        }
        case 'quote': {
          const indent = level < 0 ? {} : { indent: { left: INDENT * (level + 2), right: INDENT } };
          return block.blocks.flatMap((one, k, all) =>
            this.blocks([one], { ...look, style: STYLE.quote, ...indent, keepNext: k < all.length - 1 }, level),
          );
        }
        case 'list':
          return this.#list(block, level + 1);
        case 'contents':
          return this.#contents(block);
        case 'figure':
          return [
            new Paragraph({ style: STYLE.figure, keepNext: block.caption.length > 0, children: [this.#picture(block.picture)] }),
            ...(block.caption.length > 0 ? [new Paragraph({ style: STYLE.caption, children: this.#runs(block.caption) })] : []),
          ];
        case 'table':
          // Two tables without a paragraph between them would be one.
          return [this.#table(block), new Paragraph({ spacing: { before: 0, after: 120 } })];
        case 'code': {
          const children = block.text.split('\n').map((line, k) => new TextRun({ text: clean(line), ...(k > 0 ? { break: 1 } : {}) }));
          return new Paragraph({ ...look, style: STYLE.code, children });
        }
        case 'rule':
          return new Paragraph({ thematicBreak: true });
      }
    });
  }

  #heading(heading: Extract<ReportBlock, { kind: 'heading' }>, isContents: boolean, followsContents: boolean): Paragraph {
    const { depth, inlines } = heading;
    const isTitle = depth === 1 && !this.#titled;
    this.#titled ||= isTitle;
    const number = this.#numbers.get(heading)!;
    const style = isTitle ? STYLE.title : isContents ? STYLE.contents : STYLE.headings[Math.max(0, Math.min(depth, 6) - 2)]!;
    return new Paragraph({
      style,
      pageBreakBefore: isContents || followsContents,
      children: [
        new BookmarkStart(this.#bookmarks.get(heading.anchors[0]!)!, number),
        ...this.#runs(inlines),
        new BookmarkEnd(number),
      ] as ParagraphChild[],
    });
  }

  #list({ start, items }: Extract<ReportBlock, { kind: 'list' }>, wanted: number): (Paragraph | Table | TableOfContents)[] {
    const level = Math.min(wanted, 2);
    if (start !== undefined) this.starts.add(start);
    this.#lists += 1;
    const reference = start === undefined ? 'bullets' : `numbers-${start}`;
    const style = (start === undefined ? STYLE.bullets : STYLE.numbers)[level]!;
    const numbering = { reference, level, instance: start === undefined ? 0 : this.#lists };
    return items.flatMap((item, k) =>
      item.flatMap((block, i) => {
        // What follows the list stands clear of it.
        const last = level === 0 && k === items.length - 1 && item.length === 1 ? { spacing: { after: 160 } } : {};
        if (i === 0 && block.kind === 'paragraph') return new Paragraph({ style, numbering, ...last, children: this.#runs(block.inlines) });
        return this.blocks([block], { style: STYLE.listText, indent: { left: INDENT * (level + 1) } }, level);
      }),
    );
  }

  /** A field that Word fills with page numbers; until then it holds the headings. */
  #contents({ entries }: Extract<ReportBlock, { kind: 'contents' }>): TableOfContents {
    const deepest = Math.max(...entries.map(({ depth }) => depth));
    return new TableOfContents('', {
      hyperlink: true,
      headingStyleRange: `1-${deepest}`,
      cachedEntries: entries.map(({ depth, target, inlines }) => {
        const href = this.#bookmarks.get(decodeURI(target.slice(1)));
        return { title: plain(inlines), level: depth, ...(href === undefined ? {} : { href }) };
      }),
    });
  }

  #table({ rows, right }: Extract<ReportBlock, { kind: 'table' }>): Table {
    const longest = (column: number, part: RegExp): number =>
      Math.max(...rows.flatMap((row) => (plain(row[column] ?? []).match(part) ?? []).map(({ length }) => length)), 0);
    // A column of long sentences leaves the others room, and no word is broken.
    const weights = (rows[0] ?? []).map((_, i) => Math.max(Math.min(longest(i, /.+/g), 44), longest(i, /\S+/g) * 1.5) + 3);
    const sum = weights.reduce((total, one) => total + one, 0);
    const widths = weights.map((one) => Math.floor((this.#width * one) / sum));
    return new Table({
      style: STYLE.table,
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((total, one) => total + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: rows.map(
        (row, r) =>
          new TableRow({
            tableHeader: r === 0,
            cantSplit: true,
            children: row.map((cell, c) => {
              const steps = EMSP.exec(plain(cell))?.[0].length ?? 0;
              const [first, ...rest] = cell;
              const words: readonly Inline[] =
                first?.kind === 'text' ? [{ kind: 'text', text: first.text.replace(EMSP, '') }, ...rest] : cell;
              const paragraph = new Paragraph({
                style: STYLE.cell,
                alignment: right[c] ? AlignmentType.RIGHT : AlignmentType.LEFT,
                ...(steps > 0 ? { indent: { left: steps * 200 } } : {}),
                keepNext: r === 0,
                children: this.#runs(words, r === 0 ? { bold: true } : {}),
              });
              return new TableCell({ width: { size: widths[c]!, type: WidthType.DXA }, children: [paragraph] });
            }),
          }),
      ),
    });
  }
}

const escapeXml = (text: string): string =>
  clean(text).replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);

/** Title, author and language, and no time: the same report is the same file. */
function coreXml(title: string | undefined, author: string | undefined, locale: string): string {
  const element = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}>${escapeXml(value)}</${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `${element('dc:title', title)}${element('dc:creator', author)}<dc:language>${locale}</dc:language></cp:coreProperties>`
  );
}

const RELATIONS = 'word/_rels/document.xml.rels';

/** The library numbers relations by chance; here they are numbered as they stand. */
function numberRelations(parts: Parts): void {
  const relations = String(parts.get(RELATIONS));
  const document = String(parts.get('word/document.xml'));
  const ids = [...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id = '']) => id).filter((id) => !/^rId\d+$/.test(id));
  ids.sort((a, b) => document.indexOf(`"${a}"`) - document.indexOf(`"${b}"`));
  const numbered = new Map(ids.map((id, i) => [`"${id}"`, `"rIdLink${i + 1}"`]));
  const renumber = (xml: string): string => xml.replace(/"[^"<>]*"/g, (value) => numbered.get(value) ?? value);
  parts.set('word/document.xml', renumber(document));
  const settled = renumber(relations);
  const entries = settled.match(/<Relationship [^>]*\/>/g) ?? [];
  parts.set(RELATIONS, settled.replace(entries.join(''), entries.sort().join('')));
}

const CONTENTS_PROPERTIES =
  '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>';

/**
 * What the library cannot be told: tables have the borders of their style, the contents are known as such, each mark of
 * a field is a run, as other programs than Word need it, and until pages are counted no dots lead to nothing.
 */
const settle = (document: string, width: number): string =>
  document
    .replaceAll('<w:sdtPr/>', CONTENTS_PROPERTIES)
    .replace(/<w:tabs><w:tab w:val="clear".*?<\/w:tabs>/g, `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${width}"/></w:tabs>`)
    .replace(/<w:tblBorders>.*?<\/w:tblBorders>/g, '')
    .replaceAll('<w:rPr><w:rStyle w:val="IndexLink"/></w:rPr>', '')
    .replaceAll('<w:tab/><w:t xml:space="default"></w:t>', '')
    .replace(
      /(?<=<w:fldChar w:fldCharType="begin" w:dirty="true"\/>)(<w:instrText.*?<\/w:instrText>)(?=<w:fldChar)/g,
      '</w:r><w:r>$1</w:r><w:r>',
    );

/** The parts of the Word file a report becomes. */
export async function writeParts(report: ReportDocument, { language, author, pictures }: Setting, page: Page = A4): Promise<Parts> {
  const locale = LOCALES[language];
  const { width, height, ...margin } = page;
  const setter = new Setter(report, pictures, await drawAll(pictures), page);
  const children = setter.blocks(report.blocks);
  const notes = report.notes.map((blocks, i) => {
    const set = setter.blocks(blocks, { style: STYLE.note });
    return [i + 1, { children: set.filter((one) => one instanceof Paragraph) }] as const;
  });
  const number = new Paragraph({ style: STYLE.footer, children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  const document = new Document({
    compatabilityModeVersion: 15,
    features: { updateFields: true },
    customProperties: [HASH_PROPERTY],
    footnotes: Object.fromEntries(notes),
    numbering: {
      config: [
        { reference: 'bullets', levels: levels('bullet', 1) },
        ...[...setter.starts].map((start) => ({ reference: `numbers-${start}`, levels: levels('number', start) })),
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width, height }, margin },
        },
        footers: { default: new Footer({ children: [number] }), first: new Footer({ children: [new Paragraph({ style: STYLE.footer })] }) },
        children,
      },
    ],
  });
  const parts: Parts = new Map();
  for (const [name, content] of Object.entries(unzipSync(await Packer.toBuffer(document)))) {
    if (/\.(?:xml|rels)$/.test(name)) parts.set(name, Buffer.from(content).toString());
    else if (!name.endsWith('/')) parts.set(name, content);
  }
  parts.set('word/styles.xml', stylesXml(locale));
  parts.set('docProps/core.xml', coreXml(report.title, author, locale));
  parts.set('word/document.xml', settle(String(parts.get('word/document.xml')), width - margin.left - margin.right));
  numberRelations(parts);
  return parts;
}
