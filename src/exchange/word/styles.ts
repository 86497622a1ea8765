/** What Word calls the languages. */
export const LOCALES = { da: 'da-DK', en: 'en-GB' } as const;

/** The styles codify sets a report in, by the ids it writes; Word knows each by its name, in any language. */
export const STYLE = {
  title: 'Title',
  subtitle: 'Subtitle',
  headings: ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5'],
  contents: 'TOCHeading',
  bullets: ['ListBullet', 'ListBullet2', 'ListBullet3'],
  numbers: ['ListNumber', 'ListNumber2', 'ListNumber3'],
  listText: 'ListContinue',
  quote: 'Quote',
  caption: 'Caption',
  figure: 'Figure',
  code: 'HTMLPreformatted',
  cell: 'TableText',
  footer: 'Footer',
  note: 'FootnoteText',
  table: 'TableGrid',
} as const;

const INK = '1F3A4D';
const GREY = '5A5A5A';
const LINE = 'A6A6A6';

interface Look {
  /** In the order of the schema: keepNext, keepLines, pageBreakBefore, pBdr, tabs, spacing, ind, contextualSpacing, jc, outlineLvl. */
  readonly paragraph?: string;
  readonly run?: string;
  readonly basedOn?: string;
  readonly next?: string;
}

const style = (id: string, name: string, { paragraph, run, basedOn = 'Normal', next }: Look): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>` +
  (next === undefined ? '' : `<w:next w:val="${next}"/>`) +
  '<w:uiPriority w:val="9"/><w:unhideWhenUsed/><w:qFormat/>' +
  (paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`) +
  (run === undefined ? '' : `<w:rPr>${run}</w:rPr>`) +
  '</w:style>';

const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

/** Points of space above and below. */
const space = (before: number, after: number): string => `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`;

function heading(depth: number, points: number, before: number, after: number): string {
  const paragraph = `<w:keepNext/><w:keepLines/>${space(before, after)}<w:outlineLvl w:val="${depth - 1}"/>`;
  const run = `<w:b/><w:bCs/>${depth === 4 ? '<w:i/><w:iCs/>' : ''}<w:color w:val="${INK}"/>${size(points)}`;
  return style(`Heading${depth}`, `heading ${depth}`, { paragraph, run, next: 'Normal' });
}

const listStyles = (kind: 'Bullet' | 'Number'): string =>
  [1, 2, 3]
    .map((level) =>
      style(`List${kind}${level === 1 ? '' : level}`, `List ${kind}${level === 1 ? '' : ` ${level}`}`, { paragraph: space(0, 4) }),
    )
    .join('');

const contentsLevel = (level: number): string =>
  style(`TOC${level}`, `toc ${level}`, {
    paragraph: `<w:spacing w:before="${level === 1 ? 120 : 0}" w:after="40"/><w:ind w:left="${(level - 1) * 280}"/>`,
  });

const border = (sides: readonly string[]): string =>
  sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/>`).join('');

const TABLE =
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
  `<w:style w:type="table" w:styleId="${STYLE.table}"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${border(['top', 'bottom', 'insideH'])}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

const characterStyle = (id: string, name: string, run: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr>${run}</w:rPr></w:style>`;

/** How a report looks that has no house to take after. */
export function stylesXml(locale: string): string {
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    TABLE,
    style(STYLE.title, 'Title', {
      paragraph: `<w:keepLines/>${space(160, 12)}`,
      run: `<w:b/><w:bCs/><w:color w:val="${INK}"/>${size(30)}`,
      next: STYLE.subtitle,
    }),
    style(STYLE.subtitle, 'Subtitle', { paragraph: space(0, 30), run: `<w:color w:val="${GREY}"/>${size(15)}`, next: 'Normal' }),
    heading(1, 19, 26, 10),
    heading(2, 14, 18, 6),
    heading(3, 12, 14, 4),
    heading(4, 11, 10, 4),
    heading(5, 11, 10, 4),
    // A heading that does not stand in the contents itself.
    style(STYLE.contents, 'TOC Heading', { basedOn: 'Heading1', paragraph: '<w:outlineLvl w:val="9"/>', next: 'Normal' }),
    [1, 2, 3].map(contentsLevel).join(''),
    listStyles('Bullet'),
    listStyles('Number'),
    style(STYLE.listText, 'List Continue', { paragraph: `${space(0, 4)}<w:ind w:left="360"/>` }),
    style(STYLE.quote, 'Quote', { paragraph: `<w:keepLines/>${space(4, 9)}<w:ind w:left="510" w:right="510"/>`, run: '<w:i/><w:iCs/>' }),
    style(STYLE.caption, 'caption', { paragraph: `<w:keepLines/>${space(4, 14)}`, run: `<w:color w:val="${GREY}"/>${size(9.5)}` }),
    style(STYLE.figure, 'Figure', { paragraph: `<w:keepNext/>${space(8, 2)}` }),
    style(STYLE.code, 'HTML Preformatted', {
      paragraph: space(0, 8),
      run: `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>${size(9)}`,
    }),
    style(STYLE.cell, 'Table Text', { paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>', run: size(9.5) }),
    style('Header', 'header', { paragraph: space(0, 0) }),
    style(STYLE.footer, 'footer', { paragraph: `${space(0, 0)}<w:jc w:val="center"/>`, run: `<w:color w:val="${GREY}"/>${size(9)}` }),
    style(STYLE.note, 'footnote text', { paragraph: space(0, 2), run: size(9) }),
    characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    characterStyle('Hyperlink', 'Hyperlink', '<w:color w:val="0B5394"/><w:u w:val="single"/>'),
  ].join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>' +
    `<w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>${size(11)}<w:lang w:val="${locale}" w:eastAsia="${locale}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    `${styles}</w:styles>`
  );
}
