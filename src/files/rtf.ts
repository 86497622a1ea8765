import { CodifyError } from '../errors.ts';
import { codePageName, decodeCodePage } from './decode.ts';
import { DocumentBuilder, type Document, type Look } from './document.ts';

const DEEPEST = 1000;

// Groups that hold no speech. What others than these mark with \* is unknown to us, and meant to be left out then.
const SILENT: ReadonlySet<string> = new Set(
  (
    'colortbl stylesheet info title author operator company doccomm header headerl headerr headerf footer footerl footerr footerf ' +
    'pict object listtext pntext fldinst filetbl template xe tc txe rxe sp shprslt nonesttables ftnsep ftnsepc aftnsep aftnsepc'
  ).split(' '),
);
/** What was written beside the speech: left out, and told of. */
const ASIDE: ReadonlySet<string> = new Set(['footnote', 'annotation']);

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  nestcell: '\t',
  line: '\n',
  softline: '\n',
  page: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

// What a font's character set is in code pages; the others are the document's.
const CODE_PAGES: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** What holds inside a group, and ends with it. */
interface Group extends Look {
  readonly destination: 'speech' | 'box' | 'fonts' | 'silent';
  /** Deleted or moved away while changes were tracked. */
  readonly deleted: boolean;
  readonly font: number;
  /** How many characters after one by its number stand there for programs that know no such numbers. */
  readonly fallback: number;
}

const TOKEN = /\\(?:([a-z]+)(-?\d{1,10})? ?|'([\da-f]{2})|([^]))|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;

/** Reads Rich Text Format (1.9) as its reader sees it: what was deleted while changes were tracked is gone. */
class RtfReader {
  readonly document: DocumentBuilder;
  readonly #path: string;
  readonly #groups: Group[] = [];
  #group: Group = { destination: 'speech', bold: false, hidden: false, deleted: false, font: 0, fallback: 1 };
  /** The group has just begun, so that a word may say what it holds. */
  #opening = false;
  #starred = false;
  #codePage = 1252;
  #defaultFont = 0;
  readonly #fonts = new Map<number, number>();
  #bytes: number[] = [];
  #skip = 0;
  /** What the paragraph under way is, and those after it until another is described. */
  #heading = false;
  #inTable = false;
  /** What has begun of a table. */
  #table = false;
  #row = false;
  #cell = false;

  constructor(path: string) {
    this.#path = path;
    this.document = new DocumentBuilder(path);
    this.document.openParagraph();
  }

  get encoding(): string {
    return codePageName(this.#codePage);
  }

  read(rtf: string): void {
    TOKEN.lastIndex = rtf.indexOf('{');
    for (let token = TOKEN.exec(rtf); token; token = TOKEN.exec(rtf)) {
      const [, word, number, hex, symbol, brace, text] = token;
      if (brace === '{') this.#open();
      else if (brace === '}') this.#close();
      else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (text !== undefined) for (let i = 0; i < text.length; i += 1) this.#byte(text.charCodeAt(i));
      else if (word === 'bin') TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
      else if (word !== undefined) this.#control(word.toLowerCase(), number === undefined ? undefined : Number(number));
      else if (symbol !== undefined) this.#control(/[\r\n]/.test(symbol) ? 'par' : symbol, undefined);
      if (brace === '}' && this.#groups.length === 0) break;
    }
    if (this.#groups.length > 0) throw this.#refuse('is damaged: it breaks off', 'copy it again from where it came from');
    if (this.document.said !== '') this.#endParagraph();
    this.#endTable();
  }

  #refuse(message: string, hint: string): CodifyError {
    return new CodifyError(message, { place: { path: this.#path }, hint });
  }

  #open(): void {
    this.#flush();
    this.#groups.push(this.#group);
    if (this.#groups.length > DEEPEST) throw this.#refuse('is damaged: its groups are nested too deeply', 'save it anew as .docx');
    this.#opening = true;
    this.#starred = false;
    this.#skip = 0;
  }

  #close(): void {
    this.#flush();
    const { destination } = this.#group;
    this.#group = this.#groups.pop()!;
    // What stands in a box on the page is a paragraph inside another.
    if (destination === 'box' && this.#group.destination !== 'box') this.document.closeParagraph();
    this.#opening = false;
    this.#skip = 0;
  }

  /** A character as one byte, or as a part of one where a code page takes several. */
  #byte(byte: number): void {
    this.#opening = false;
    if (this.#skip > 0) this.#skip -= 1;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    if (!this.#speaks) return;
    const codePage = this.#fonts.get(this.#group.font) ?? this.#codePage;
    const text = decodeCodePage(bytes, codePage);
    if (text === undefined)
      throw this.#refuse(`holds characters that code page ${codePage} does not have`, 'open it in Word and save it as .docx');
    this.#say(text);
  }

  get #speaks(): boolean {
    return this.#group.destination === 'speech' || this.#group.destination === 'box';
  }

  #say(text: string): void {
    if (this.#speaks && !this.#group.deleted) this.document.say(text, this.#group);
  }

  #set(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change };
  }

  #control(word: string, number: number | undefined): void {
    this.#flush();
    if (word === '*') {
      this.#starred = this.#opening;
      return;
    }
    if (this.#opening) this.#enter(word);
    this.#opening = false;
    if (word === 'u' && number !== undefined) {
      this.#say(String.fromCharCode(number & 0xffff));
      this.#skip = this.#group.fallback;
      return;
    }
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    const said = CHARACTERS[word];
    if (said !== undefined) this.#say(said);
    else if (this.#group.destination !== 'silent') this.#obey(word, number);
  }

  /** What the group that begins with this word holds. */
  #enter(word: string): void {
    if (this.#group.destination === 'silent') return;
    if (ASIDE.has(word)) this.document.leftOut += 1;
    if (word === 'fonttbl') this.#set({ destination: 'fonts' });
    else if (word === 'shptxt') {
      this.document.openParagraph();
      this.#set({ destination: 'box' });
    } else if (ASIDE.has(word) || SILENT.has(word) || (this.#starred && word !== 'shpinst')) this.#set({ destination: 'silent' });
  }

  #obey(word: string, number: number | undefined): void {
    const on = number !== 0;
    switch (word) {
      case 'par':
      case 'sect':
        this.#endParagraph();
        break;
      case 'cell':
        this.#endCell();
        break;
      case 'row':
        this.#row = false;
        break;
      case 'pard':
        this.#inTable = false;
        this.#heading = false;
        break;
      case 'intbl':
        this.#inTable = true;
        break;
      case 'outlinelevel':
        this.#heading = (number ?? 9) < 9;
        break;
      case 'plain':
        this.#set({ bold: false, hidden: false, deleted: false, font: this.#defaultFont });
        break;
      case 'b':
        this.#set({ bold: on });
        break;
      case 'v':
        this.#set({ hidden: on });
        break;
      case 'deleted':
      case 'mvf':
        this.#set({ deleted: on });
        break;
      case 'uc':
        this.#set({ fallback: Math.max(0, number ?? 1) });
        break;
      case 'f':
        this.#set({ font: number ?? this.#defaultFont });
        break;
      case 'deff':
        this.#defaultFont = number ?? 0;
        this.#set({ font: this.#defaultFont });
        break;
      case 'fcharset':
        if (this.#group.destination === 'fonts' && CODE_PAGES[number ?? 0]) this.#fonts.set(this.#group.font, CODE_PAGES[number ?? 0]!);
        break;
      case 'ansicpg':
        this.#codePage = number || 1252;
        break;
      case 'mac':
        this.#codePage = 10000;
        break;
      case 'pc':
        this.#codePage = 437;
        break;
      case 'pca':
        this.#codePage = 850;
        break;
    }
  }

  #endParagraph(): void {
    if (this.#inTable) this.#inCell();
    else if (this.#group.destination !== 'box') this.#endTable();
    if (this.#heading) this.document.setStyle('heading');
    this.document.closeParagraph();
    this.document.openParagraph();
  }

  #inCell(): void {
    if (!this.#table) this.document.openTable();
    if (!this.#row) this.document.openRow();
    if (!this.#cell) this.document.openCell();
    this.#table = true;
    this.#row = true;
    this.#cell = true;
  }

  #endCell(): void {
    this.#inCell();
    this.document.closeParagraph();
    this.document.openParagraph();
    this.document.closeCell();
    this.#cell = false;
  }

  #endTable(): void {
    // A row that breaks off is one all the same: its words were said.
    if (this.#cell) this.document.closeCell();
    if (this.#table) this.document.closeTable();
    this.#table = false;
    this.#row = false;
    this.#cell = false;
  }
}

/** Do these bytes begin as RTF does? */
export function isRtf(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(Buffer.from(bytes.subarray(0, 20)).toString('latin1'));
}

/**
 * What stands in an RTF file, from front to back, and how its letters are written.
 * @throws CodifyError for what is none, breaks off, or has letters that no code page knows
 */
export function readRtf(bytes: Uint8Array, path: string): Document & { readonly encoding: string } {
  if (!isRtf(bytes))
    throw new CodifyError('is no RTF file, whatever its name says', {
      place: { path },
      hint: 'open it in its own program and save it as .docx',
    });
  const reader = new RtfReader(path);
  reader.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const { blocks, leftOut } = reader.document;
  return { blocks, leftOut, encoding: reader.encoding };
}
