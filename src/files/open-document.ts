import { CodifyError } from '../errors.ts';
import { DocumentBuilder, PLAIN, type Document, type Look } from './document.ts';
import { isZip, unzip } from './unzip.ts';
import { readXml, type XmlReader } from './xml.ts';

// What was deleted while changes were tracked, lists of contents, and what stands above a character to say how it sounds.
const SILENT: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:bibliography',
  'text:sequence-decls',
  'text:variable-decls',
  'text:ruby-text',
  'text:number',
  'office:forms',
  'office:settings',
  'office:master-styles',
  'svg:title',
  'svg:desc',
]);
/** What was written beside the speech: left out, and told of. */
const ASIDE: ReadonlySet<string> = new Set(['text:note', 'office:annotation']);

/** What a style says of looks; what it does not say, the one it is derived from does. */
interface Style {
  bold: boolean | undefined;
  hidden: boolean | undefined;
  readonly parent: string | undefined;
}

/** Reads the XML of an OpenDocument text (OASIS, version 1.3) as its reader sees it. */
class OpenDocumentReader implements XmlReader {
  readonly document: DocumentBuilder;
  readonly #styles = new Map<string, Style>();
  #style: Style | undefined;
  #inBody = false;
  #silent = 0;
  readonly #looks: Look[] = [];

  constructor(path: string) {
    this.document = new DocumentBuilder(path);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#silent > 0 || SILENT.has(name) || ASIDE.has(name)) {
      if (ASIDE.has(name) && this.#silent === 0) this.document.leftOut += 1;
      this.#silent += 1;
      return;
    }
    switch (name) {
      case 'style:style':
        this.#style = { bold: undefined, hidden: undefined, parent: attributes['style:parent-style-name'] };
        this.#styles.set(`${attributes['style:family']}/${attributes['style:name']}`, this.#style);
        break;
      case 'style:text-properties':
        this.#describe(attributes);
        break;
      case 'office:body':
        this.#inBody = true;
        break;
      case 'text:p':
      case 'text:h':
        if (this.#inBody) this.document.openParagraph();
        if (name === 'text:h') this.document.setStyle('heading');
        this.#look(PLAIN, 'paragraph', attributes['text:style-name']);
        break;
      case 'text:span':
        this.#look(this.#looks.at(-1) ?? PLAIN, 'text', attributes['text:style-name']);
        break;
      case 'text:tab':
        this.#say('\t');
        break;
      case 'text:line-break':
        this.#say('\n');
        break;
      case 'text:s':
        // Nobody types so many; a number that large is no text's.
        this.#say(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 1000)));
        break;
      case 'table:table':
        this.document.openTable();
        break;
      case 'table:table-row':
        this.document.openRow();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.document.openCell();
        break;
    }
  }

  close(name: string): void {
    if (this.#silent > 0) {
      this.#silent -= 1;
      return;
    }
    switch (name) {
      case 'style:style':
        this.#style = undefined;
        break;
      case 'text:p':
      case 'text:h':
        this.#looks.pop();
        this.document.closeParagraph();
        break;
      case 'text:span':
        this.#looks.pop();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.document.closeCell();
        break;
      case 'table:table':
        this.document.closeTable();
        break;
    }
  }

  text(text: string): void {
    if (this.#silent > 0) return;
    // Blanks and line ends of the XML are one blank, and none after another.
    const said = text.replace(/[ \t\r\n]+/g, ' ');
    this.#say(/(?:^|[ \n\t])$/.test(this.document.said ?? '') ? said.replace(/^ /, '') : said);
  }

  #describe(attributes: Readonly<Record<string, string>>): void {
    if (!this.#style) return;
    const weight = attributes['fo:font-weight'];
    if (weight !== undefined) this.#style.bold = weight === 'bold' || Number(weight) >= 600;
    if (attributes['text:display'] !== undefined) this.#style.hidden = attributes['text:display'] === 'none';
  }

  /** What stands next looks like this, as its style says or else as what is around it. */
  #look(around: Look, family: string, name: string | undefined): void {
    let bold: boolean | undefined;
    let hidden: boolean | undefined;
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = this.#styles.get(`${family}/${at}`);
      bold ??= style?.bold;
      hidden ??= style?.hidden;
      at = style?.parent;
    }
    this.#looks.push({ bold: bold ?? around.bold, hidden: hidden ?? around.hidden });
  }

  #say(text: string): void {
    this.document.say(text, this.#looks.at(-1) ?? PLAIN);
  }
}

const PACKAGE = 'mimetypeapplication/vnd.oasis.opendocument.text';
// After the header of the archive's first file, which is 30 bytes long.
const isPackage = (bytes: Uint8Array): boolean =>
  isZip(bytes) && Buffer.from(bytes.subarray(30, 30 + PACKAGE.length)).toString('latin1') === PACKAGE;
const isFlat = (head: string): boolean => head.includes('<office:document ') && head.includes('application/vnd.oasis.opendocument.text"');

/** Do these bytes hold an OpenDocument text, in a package or as one XML file that begins like this? */
export function isOpenDocument(bytes: Uint8Array, head: string): boolean {
  return isPackage(bytes) || isFlat(head);
}

async function partsOf(bytes: Uint8Array, path: string): Promise<Uint8Array[]> {
  const refuse = (message: string, hint: string): never => {
    throw new CodifyError(message, { place: { path }, hint });
  };
  if (bytes.length === 0) refuse('is empty', 'copy it again from where it came from');
  if (!isZip(bytes)) refuse('is no OpenDocument text, whatever its name says', 'open it in its own program and save it as .odt');
  const wanted = new Set(['styles.xml', 'content.xml', 'META-INF/manifest.xml', 'encrypted-package']);
  const parts = await unzip(bytes, path, (name) => wanted.has(name));
  const manifest = Buffer.from(parts.get('META-INF/manifest.xml') ?? []).toString('latin1');
  if (parts.has('encrypted-package') || manifest.includes('<manifest:encryption-data'))
    refuse('is protected by a password', 'open it with the password, and save it without one');
  const content = parts.get('content.xml') ?? refuse('is damaged: it holds no document', 'open it in its own program and save it anew');
  const styles = parts.get('styles.xml');
  return styles ? [styles, content] : [content];
}

/**
 * What stands in an OpenDocument text, from front to back.
 * @throws CodifyError for what is none, is damaged or protected by a password
 */
export async function readOpenDocument(bytes: Uint8Array, head: string, path: string): Promise<Document> {
  const reader = new OpenDocumentReader(path);
  for (const part of isFlat(head) ? [bytes] : await partsOf(bytes, path)) readXml(part, path, reader);
  return reader.document;
}
