import { CodifyError } from '../errors.ts';
import { DocumentBuilder, type Document } from './document.ts';
import { REPORT_PROPERTY } from './report-mark.ts';
import { isZip, lists, unzip } from './unzip.ts';
import { readXml, type XmlReader } from './xml.ts';

// Deleted and moved away, as others show it, and the older of two ways in which a text box is written.
const SKIPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText']);

const STYLES = [
  [/^(?:Heading|Overskrift|Title|Titel)/i, 'heading'],
  [/^(?:Intense)?(?:Quote|Citat)|^Strktcitat/i, 'quote'],
] as const;

const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off' || value === 'none';

/**
 * Reads the main part of a Word document (ECMA-376, WordprocessingML): what a reader sees once all changes are accepted.
 * Tabs and line breaks inside a paragraph are kept.
 */
class WordReader implements XmlReader {
  readonly document: DocumentBuilder;
  #skipping = 0;
  #inText = false;
  #inRun = false;
  #bold = false;
  #hidden = false;

  constructor(path: string) {
    this.document = new DocumentBuilder(path);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipping > 0 || SKIPPED.has(name)) {
      this.#skipping += 1;
      return;
    }
    const value = attributes['w:val'];
    switch (name) {
      case 'w:p':
        this.document.openParagraph();
        break;
      case 'w:pStyle': {
        const digit = /\d$/.exec(value ?? '')?.[0];
        // Below the title of the document stand its chapters.
        const depth = digit === undefined ? 1 : Number(digit) + 1;
        this.document.setStyle(STYLES.find(([pattern]) => pattern.test(value ?? ''))?.[1], depth);
        if (/^(?:List|Liste|Opstilling)/i.test(value ?? '')) this.document.setItem();
        break;
      }
      case 'w:numPr':
        this.document.setItem();
        break;
      case 'w:r':
        this.#inRun = true;
        this.#bold = false;
        this.#hidden = false;
        break;
      // The marks of a paragraph's end look like a run's.
      case 'w:b':
        if (this.#inRun) this.#bold = !isOff(value);
        break;
      case 'w:rStyle':
        if (/^(?:Strong|Strk|Fed)/i.test(value ?? '')) this.#bold = true;
        break;
      case 'w:vanish':
        if (this.#inRun) this.#hidden = !isOff(value);
        break;
      case 'w:t':
        this.#inText = true;
        break;
      case 'w:tab':
        // Where tabs stand is told in the properties of a paragraph, outside of runs.
        if (this.#inRun) this.#say('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#say('\n');
        break;
      case 'w:noBreakHyphen':
        this.#say('-');
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
      case 'w:commentReference':
        this.document.leftOut += 1;
        break;
      case 'w:tbl':
        this.document.openTable();
        break;
      case 'w:tr':
        this.document.openRow();
        break;
      case 'w:tc':
        this.document.openCell();
        break;
    }
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    switch (name) {
      case 'w:p':
        this.document.closeParagraph();
        break;
      case 'w:r':
        this.#inRun = false;
        break;
      case 'w:t':
        this.#inText = false;
        break;
      case 'w:tc':
        this.document.closeCell();
        break;
      case 'w:tbl':
        this.document.closeTable();
        break;
    }
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#say(text);
  }

  #say(text: string): void {
    this.document.say(text, { bold: this.#bold, hidden: this.#hidden });
  }
}

const DOCUMENT = /^word\/document\d*\.xml$/;

/** Does the file hold a Word document, whatever its name says? */
export function isWord(bytes: Uint8Array): boolean {
  return lists(bytes, 'word/document');
}

/**
 * What stands in a Word document, from front to back, and how many footnotes, comments and pieces of hidden text do not.
 * @throws CodifyError for what is no Word document, or a damaged one
 */
export async function readWord(bytes: Uint8Array, path: string): Promise<Document> {
  const refuse = (message: string, hint: string): never => {
    throw new CodifyError(message, { place: { path }, hint });
  };
  if (bytes.length === 0) refuse('is empty', 'copy it again from where it came from');
  if (!isZip(bytes)) refuse('is no Word document, whatever its name says', 'open it in its own program and save it as .docx');
  const parts = await unzip(bytes, path, (name) => DOCUMENT.test(name) || name === '_rels/.rels');
  let main = 'word/document.xml';
  const relations = parts.get('_rels/.rels');
  if (relations)
    readXml(relations, path, {
      open(_, { Type = '', Target = '' }) {
        if (Type.endsWith('/officeDocument')) main = Target.replace(/^\//, '');
      },
      close() {},
      text() {},
    });
  const document = parts.get(main) ?? refuse('is damaged: it holds no document', 'open it in Word and save it anew');
  const reader = new WordReader(path);
  readXml(document, path, reader);
  return reader.document;
}

const CUSTOM_PROPERTIES = 'docProps/custom.xml';

/**
 * What codify has noted in a Word file of its own: the hash of what it wrote. Other programs keep it when they save the
 * file. Undefined for any other file.
 */
export async function codifysHash(bytes: Uint8Array, path: string): Promise<string | undefined> {
  if (!lists(bytes, CUSTOM_PROPERTIES)) return undefined;
  const properties = (await unzip(bytes, path, (name) => name === CUSTOM_PROPERTIES)).get(CUSTOM_PROPERTIES);
  let name: string | undefined;
  let value: string | undefined;
  if (properties)
    readXml(properties, path, {
      open(element, attributes) {
        if (element === 'property') name = attributes['name'];
      },
      close() {},
      text(text) {
        if (name === REPORT_PROPERTY) value = (value ?? '') + text.trim();
      },
    });
  return value;
}
