import { posix } from 'node:path';
import { CodifyError } from '../../errors.ts';
import { unzip } from '../../files/unzip.ts';
import { isWord } from '../../files/word.ts';
import { readXml } from '../../files/xml.ts';
import type { GivenFile } from '../formats/format.ts';
import type { Parts } from './package.ts';
import { STYLE } from './styles.ts';

/** A page, in twentieths of a point. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A Word file of the house: what a report takes its look from. Of what it says nothing is used but its headers and footers. */
export interface House {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The properties of its last section. */
  readonly section: string;
  readonly page: Page | undefined;
}

const OF_THE_LOOK = /^(?:\[Content_Types\]\.xml|word\/.*)$/;
const DOCUMENT = /^word\/document\d*\.xml$/;
const FOLDER = 'word/house/';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const attribute = (xml: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1];

const text = (parts: ReadonlyMap<string, string | Uint8Array>, name: string): string | undefined => {
  const part = parts.get(name);
  return part === undefined || typeof part === 'string'
    ? part
    : Buffer.from(part)
        .toString()
        .replace(/^\uFEFF/, '');
};

function pageOf(section: string): Page | undefined {
  const size = /<w:pgSz\b[^>]*>/.exec(section)?.[0] ?? '';
  const margins = /<w:pgMar\b[^>]*>/.exec(section)?.[0] ?? '';
  const [width, height] = ['w:w', 'w:h'].map((name) => Number(attribute(size, name)));
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map((side) => Math.abs(Number(attribute(margins, `w:${side}`))));
  const page = { width: width!, height: height!, top: top!, right: right!, bottom: bottom!, left: left! };
  const hasRoom = page.width - page.left - page.right >= 4000 && page.height - page.top - page.bottom >= 4000;
  return Object.values(page).every(Number.isFinite) && hasRoom ? page : undefined;
}

/** Opens a house's Word file. @throws CodifyError for what is no Word file, or a damaged one */
export async function readHouse({ path, bytes }: GivenFile): Promise<House> {
  if (!isWord(bytes))
    throw new CodifyError('is no Word file, so it cannot give the report its look', { place: { path }, hint: 'save it in Word as .docx' });
  const parts = await unzip(bytes, path, (name) => OF_THE_LOOK.test(name));
  // What is not well-formed would make a file that Word refuses.
  for (const [name, part] of parts) if (/\.(?:xml|rels)$/.test(name)) readXml(part, path, { open() {}, close() {}, text() {} });
  const main = [...parts.keys()].find((name) => DOCUMENT.test(name));
  const document = (main && text(parts, main)) ?? '';
  const section = document.slice(Math.max(0, document.lastIndexOf('<w:sectPr')));
  return { parts, section, page: pageOf(section) };
}

/** A style as a file defines it. */
interface Style {
  readonly id: string;
  /** What Word knows it by in any language, with its kind. */
  readonly key: string;
  readonly xml: string;
}

function stylesIn(xml: string): Style[] {
  return (xml.match(/<w:style\s[^>]*>[\s\S]*?<\/w:style>/g) ?? []).map((one) => {
    const kind = attribute(one, 'w:type') ?? 'paragraph';
    const name = /<w:name\s[^>]*?w:val="([^"]*)"/.exec(one)?.[1] ?? '';
    const isDefault = /^<w:style\s[^>]*w:default="(?:1|true|on)"/.test(one);
    return { id: attribute(one, 'w:styleId') ?? name, key: isDefault ? `default ${kind}` : `${kind} ${name.toLowerCase()}`, xml: one };
  });
}

const STYLE_REFERENCE = /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link|styleLink|numStyleLink) w:val=")([^"]*)"/g;

const renamed = (xml: string, names: ReadonlyMap<string, string>): string =>
  xml.replace(STYLE_REFERENCE, (_, before: string, id: string) => `${before}${names.get(id) ?? id}"`);

/** The styles of the house, with those of codify's it does not have. @returns them, and what codify's styles are called there */
function joinStyles(own: string, house: string): { xml: string; names: Map<string, string> } {
  const theirs = stylesIn(house);
  const byKey = new Map(theirs.map((style) => [style.key, style.id]));
  const taken = new Set(theirs.map(({ id }) => id));
  const names = new Map<string, string>();
  const added: Style[] = [];
  for (const style of stylesIn(own)) {
    const id = byKey.get(style.key);
    names.set(style.id, id ?? (taken.has(style.id) ? `Codify${style.id}` : style.id));
    if (id === undefined) added.push(style);
  }
  const put = added.map(({ id, xml }) => renamed(xml.replace(`w:styleId="${id}"`, `w:styleId="${names.get(id)!}"`), names)).join('');
  const language = attribute(/<w:lang\b[^>]*>/.exec(own)![0], 'w:val')!;
  const xml = house.replace('</w:styles>', () => `${put}</w:styles>`).replace(/(<w:lang\b[^>]*?\sw:val=")[^"]*"/g, `$1${language}"`);
  return { xml, names };
}

const highest = (xml: string, pattern: RegExp): number => Math.max(-1, ...[...xml.matchAll(pattern)].map(([, id]) => Number(id)));

/** The lists of the house, with codify's behind them. @returns them, and what is added to the numbers of codify's lists */
function joinLists(own: string, house: string): { xml: string; shift: number } {
  const shift = highest(house, /<w:num\s[^>]*w:numId="(\d+)"/g) + 1;
  const abstractShift = highest(house, /<w:abstractNum\s[^>]*w:abstractNumId="(\d+)"/g) + 1;
  const plain = own.replace(/\sw15:\w+="[^"]*"/g, '');
  const moved = plain
    .replace(/(w:abstractNumId(?: w:val)?=")(\d+)"/g, (_, before: string, id: string) => `${before}${Number(id) + abstractShift}"`)
    .replace(/(w:numId=")(\d+)"/g, (_, before: string, id: string) => `${before}${Number(id) + shift}"`);
  const kinds = (moved.match(/<w:abstractNum\s[\s\S]*?<\/w:abstractNum>/g) ?? []).join('');
  const lists = (moved.match(/<w:num\s[\s\S]*?<\/w:num>/g) ?? []).join('');
  const bare = house.replace(/<w:numPicBullet\s[\s\S]*?<\/w:numPicBullet>|<w:lvlPicBulletId\b[^>]*\/>/g, '');
  const at = bare.search(/<w:num\s|<w:numIdMacAtCleanup|<\/w:numbering>/);
  const withKinds = bare.slice(0, at) + kinds + bare.slice(at);
  const end = withKinds.search(/<w:numIdMacAtCleanup|<\/w:numbering>/);
  return { xml: withKinds.slice(0, end) + lists + withKinds.slice(end), shift };
}

/** Where the relations of a part stand. */
const relationsOf = (name: string): string => posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);

/** Brings parts of the house into a file, each with all it refers to. */
class Mover {
  readonly #house: ReadonlyMap<string, Uint8Array>;
  readonly #parts: Parts;
  readonly #moved = new Set<string>();

  constructor(house: ReadonlyMap<string, Uint8Array>, parts: Parts) {
    this.#house = house;
    this.#parts = parts;
  }

  /** @returns its path in the new file, undefined where the house has no such part */
  move(name: string): string | undefined {
    const part = this.#house.get(name);
    if (part === undefined || !name.startsWith('word/')) return undefined;
    const path = FOLDER + name.slice('word/'.length);
    if (this.#moved.has(name)) return path;
    this.#moved.add(name);
    this.#parts.set(path, part);
    this.#declare(name, path);
    const relations = text(this.#house, relationsOf(name));
    if (relations === undefined) return path;
    const settled = relations.replace(/<Relationship\s[^>]*>/g, (relation) => {
      if (attribute(relation, 'TargetMode') === 'External') return relation;
      const target = this.move(posix.resolve('/', posix.dirname(name), attribute(relation, 'Target') ?? '').slice(1));
      return target === undefined ? '' : relation.replace(/(\sTarget=")[^"]*"/, (_, before: string) => `${before}/${target}"`);
    });
    this.#parts.set(relationsOf(path), settled);
    return path;
  }

  #declare(name: string, path: string): void {
    const types = text(this.#house, '[Content_Types].xml') ?? '';
    const entries = types.match(/<(?:Override|Default)\s[^>]*>/g) ?? [];
    const ending = posix.extname(name).slice(1).toLowerCase();
    const own = entries.find((entry) => attribute(entry, 'PartName') === `/${name}`);
    const byEnding = entries.find((entry) => attribute(entry, 'Extension')?.toLowerCase() === ending);
    const type = attribute(own ?? byEnding ?? '', 'ContentType');
    if (type === undefined) return;
    const put = `<Override ContentType="${type}" PartName="/${path}"/></Types>`;
    this.#parts.set('[Content_Types].xml', String(this.#parts.get('[Content_Types].xml')).replace('</Types>', put));
  }
}

/** A Word file in the look of the house: its styles, lists, colours and fonts, its page, headers and footers. */
export function dress(given: Parts, house: House): Parts {
  const parts: Parts = new Map(given);
  const change = (name: string, how: (xml: string) => string): void => void parts.set(name, how(String(parts.get(name))));
  const mover = new Mover(house.parts, parts);
  const relate = (id: string, type: string, target: string): void =>
    change('word/_rels/document.xml.rels', (xml) =>
      xml.replace('</Relationships>', `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="/${target}"/></Relationships>`),
    );

  const styles = text(house.parts, 'word/styles.xml');
  if (styles?.includes('</w:styles>')) {
    const joined = joinStyles(String(parts.get('word/styles.xml')), styles);
    parts.set('word/styles.xml', joined.xml);
    for (const name of parts.keys())
      if (/^word\/(?:document|footnotes|footer\d)\.xml$/.test(name)) change(name, (xml) => renamed(xml, joined.names));
    const lists = text(house.parts, 'word/numbering.xml');
    if (lists?.includes('</w:numbering>')) {
      const { xml: joinedLists, shift } = joinLists(String(parts.get('word/numbering.xml')), lists);
      parts.set('word/numbering.xml', joinedLists);
      change('word/document.xml', (xml) =>
        xml.replace(/(<w:numId w:val=")(\d+)"/g, (_, before: string, id: string) => `${before}${Number(id) + shift}"`),
      );
      // A house with bullets of its own has its own.
      const bullets = new Set(STYLE.bullets.map((id) => joined.names.get(id)));
      const own = stylesIn(styles).filter(({ id, xml }) => bullets.has(id) && xml.includes('<w:numPr>'));
      for (const { id } of own)
        change('word/document.xml', (xml) =>
          xml.replace(new RegExp(`(<w:pStyle w:val="${id}"/>(?:(?!</w:pPr>).)*?)<w:numPr>.*?</w:numPr>`, 'g'), '$1'),
        );
    }
  }

  const theme = mover.move('word/theme/theme1.xml');
  if (theme !== undefined) relate('rIdTheme', 'theme', theme);

  const relations = text(house.parts, relationsOf([...house.parts.keys()].find((name) => DOCUMENT.test(name)) ?? '')) ?? '';
  const references = (house.section.match(/<w:(?:header|footer)Reference\b[^>]*>/g) ?? []).flatMap((reference, i) => {
    const kind = reference.startsWith('<w:header') ? 'header' : 'footer';
    const id = attribute(reference, 'r:id');
    const relation = (relations.match(/<Relationship\s[^>]*>/g) ?? []).find((one) => attribute(one, 'Id') === id);
    const moved = relation && mover.move(posix.resolve('/word', attribute(relation, 'Target') ?? '').slice(1));
    if (moved === undefined) return [];
    relate(`rIdHouse${i + 1}`, kind, moved);
    return [`<w:${kind}Reference w:type="${attribute(reference, 'w:type') ?? 'default'}" r:id="rIdHouse${i + 1}"/>`];
  });
  if (references.length > 0) {
    const hasFooter = references.some((reference) => reference.startsWith('<w:footer'));
    change('word/document.xml', (xml) => {
      const at = xml.lastIndexOf('<w:sectPr');
      const section = hasFooter ? xml.slice(at).replace(/<w:footerReference\b[^>]*>/g, '') : xml.slice(at);
      const titled = /<w:titlePg(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(house.section)
        ? section
        : section.replace(/<w:titlePg\b[^>]*>/, '');
      return xml.slice(0, at) + titled.replace(/<w:sectPr\b[^>]*>/, (open) => open + references.join(''));
    });
    if (/<w:evenAndOddHeaders(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(text(house.parts, 'word/settings.xml') ?? ''))
      change('word/settings.xml', (xml) => xml.replace(/<w:evenAndOddHeaders\b[^>]*>/, '<w:evenAndOddHeaders/>'));
  }
  return parts;
}
