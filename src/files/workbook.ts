import { CodifyError } from '../errors.ts';
import { refuseHuge, type RawRow } from './table.ts';
import { isZip, unzip } from './unzip.ts';
import { readXml } from './xml.ts';

/** A sheet of an Excel workbook, read when it is asked for. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Its rows, numbered as in Excel, with what stands in the cells as Excel shows it where that is simple. */
  rows(): Promise<SheetRows>;
}

/** The filled rows of a sheet, and the cells of it that are merged. */
export interface SheetRows {
  readonly rows: readonly RawRow[];
  /** How many of them are hidden, as by a filter. */
  readonly hidden: number;
  readonly merged: readonly Merged[];
}

/** Merged cells, the first row and column and the last, rows from 1 and columns from 0. */
export interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

// Ten times a large survey. Past these, a workbook small enough for a mail takes minutes and all memory to read.
const MOST_BYTES = 20_000_000;
const MOST_CELLS = 500_000;
const MOST_CHARACTERS = 20_000_000;
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix, as programs do not agree on prefixes. */
function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => local(one) === name && !one.startsWith('xmlns'));
  return key === undefined ? undefined : attributes[key];
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
const unescapeText = (text: string): string =>
  (text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  ).replace(/\r\n?/g, '\n');

/** Collects the text of `t` elements, runs one after another, without the reading aids of Japanese. */
class TextReader {
  text = '';
  #inText = false;
  #aside = false;

  open(name: string): void {
    if (name === 't') this.#inText = true;
    if (name === 'rPh') this.#aside = true;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'rPh') this.#aside = false;
  }

  add(text: string): void {
    if (this.#inText && !this.#aside) this.text += text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return unescapeText(text);
  }
}

const tooMuch = (what: string, path: string): CodifyError =>
  new CodifyError(`holds more than ${what}`, { place: { path }, hint: 'keep the rows and columns of the interviews' });

function readStrings(bytes: Uint8Array | undefined, path: string): string[] {
  const strings: string[] = [];
  if (!bytes) return strings;
  const reader = new TextReader();
  readXml(bytes, path, {
    open: (name) => reader.open(local(name)),
    close(name) {
      reader.close(local(name));
      if (local(name) !== 'si') return;
      strings.push(reader.take());
      if (strings.length > MOST_CELLS) throw tooMuch(`${MOST_CELLS} texts`, path);
    },
    text: (text) => reader.add(text),
  });
  return strings;
}

/** What a number is shown as. */
type Shown = 'number' | 'date' | 'time' | 'moment';

// The number formats every workbook has without declaring them.
const BUILT_IN: Readonly<Record<number, Shown>> = {
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'moment',
  45: 'time',
  46: 'time',
  47: 'time',
};

function shownBy(code: string): Shown {
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0]!;
  const day = /[dy]/i.test(plain);
  const clock = /[hs]/i.test(plain);
  return day ? (clock ? 'moment' : 'date') : clock ? 'time' : 'number';
}

/** For each style of a cell, what a number in it is shown as. */
function readStyles(bytes: Uint8Array | undefined, path: string): Shown[] {
  const styles: Shown[] = [];
  if (!bytes) return styles;
  const declared = new Map<number, Shown>();
  let inCells = false;
  readXml(bytes, path, {
    open(name, attributes) {
      if (local(name) === 'numFmt') declared.set(Number(attributes['numFmtId']), shownBy(attributes['formatCode'] ?? ''));
      if (local(name) === 'cellXfs') inCells = true;
      if (local(name) !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(declared.get(id) ?? BUILT_IN[id] ?? 'number');
    },
    close(name) {
      if (local(name) === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return styles;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A number as people see it: a date, a time of day or a length of time, or its digits without the noise of binary fractions. */
function showNumber(written: string, shown: Shown, from1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (shown === 'number' || value < 0 || value > 3_000_000) return String(value);
  const total = Math.round(value * 86_400);
  const seconds = total % 86_400;
  const days = Math.floor(total / 86_400);
  const time = (hours: number): string => `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (shown === 'time') return time(days * 24 + Math.floor(seconds / 3600));
  // Day 60 of the calendar from 1900 is a 29 February that never was.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + days * 86_400_000).toISOString().slice(0, 10);
  return shown === 'date' || seconds === 0 ? date : `${date} ${time(Math.floor(seconds / 3600))}`;
}

/** "BC12": column 54, row 12; undefined for what is no cell of a sheet. */
function cellAt(reference: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits);
  return column < MOST_COLUMNS && row >= 1 && row <= MOST_ROWS ? { column, row } : undefined;
}

/** What all sheets of a workbook share. */
interface Shared {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly from1904: boolean;
}

function readSheet(bytes: Uint8Array, path: string, { strings, styles, from1904 }: Shared): SheetRows {
  const rows: { line: number; cells: (string | undefined)[] }[] = [];
  const merged: Merged[] = [];
  const text = new TextReader();
  let row = 0;
  let column = -1;
  let cells: (string | undefined)[] = [];
  let cell: Readonly<Record<string, string>> = {};
  let inValue = false;
  let value = '';
  let isHidden = false;
  let hidden = 0;
  let filled = 0;
  let characters = 0;
  let width = 0;
  const refuse = (what = 'a cell lies outside its sheet'): never => {
    throw new CodifyError(`is damaged: ${what}`, { place: { path }, hint: 'open it in Excel and save it anew' });
  };
  const shownValue = (): string => {
    const inline = text.take();
    if (cell['t'] === 'inlineStr') return inline;
    if (value.trim() === '') return '';
    switch (cell['t']) {
      case 's':
        return strings[Number(value)] ?? refuse('its words are missing');
      case 'str':
        return unescapeText(value);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace('T', ' ').replace(/\.\d+Z?$/, '');
      case 'e':
        return value;
      default:
        return showNumber(value, styles[Number(cell['s'] ?? 0)] ?? 'number', from1904);
    }
  };
  readXml(bytes, path, {
    open(name, attributes) {
      const what = local(name);
      text.open(what);
      if (what === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
        if (!(row >= 1 && row <= MOST_ROWS)) refuse();
        isHidden = /^(?:1|true)$/.test(attributes['hidden'] ?? '');
        column = -1;
        cells = [];
      } else if (what === 'c') {
        cell = attributes;
        column = attributes['r'] === undefined ? column + 1 : (cellAt(attributes['r'])?.column ?? refuse());
        if (column >= MOST_COLUMNS) refuse();
        value = '';
      } else if (what === 'v') inValue = true;
      else if (what === 'mergeCell') {
        const [from, to] = (attributes['ref'] ?? '').split(':').map(cellAt);
        if (from && to) merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    close(name) {
      const what = local(name);
      text.close(what);
      if (what === 'v') inValue = false;
      else if (what === 'c') {
        const shown = shownValue();
        if (shown.trim() === '') return;
        cells[column] = shown;
        filled += 1;
        characters += shown.length;
        if (filled > MOST_CELLS) throw tooMuch(`${MOST_CELLS} filled cells`, path);
        if (characters > MOST_CHARACTERS) throw tooMuch(`${MOST_CHARACTERS / 1_000_000} million characters`, path);
      } else if (what === 'row' && cells.length > 0) {
        rows.push({ line: row, cells });
        if (isHidden) hidden += 1;
        width = Math.max(width, cells.length);
        refuseHuge(rows.length, width, path);
      }
    },
    text(said) {
      if (inValue) value += said;
      text.add(said);
    },
  });
  rows.sort((a, b) => a.line - b.line);
  return { rows, hidden, merged };
}

/** Where the parts of a workbook lie in its archive, by the id and by the last word of the type of their relation. */
function readRelations(bytes: Uint8Array | undefined, path: string): { byId: Map<string, string>; byType: Map<string, string> } {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  if (bytes) {
    readXml(bytes, path, {
      open(name, { Id = '', Type = '', Target = '' }) {
        if (local(name) !== 'Relationship') return;
        const target = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`;
        byId.set(Id, target);
        byType.set(Type.slice(Type.lastIndexOf('/') + 1), target);
      },
      close() {},
      text() {},
    });
  }
  return { byId, byType };
}

/** Why a file that is no archive is no workbook either. */
function notWorkbook(bytes: Uint8Array, path: string): CodifyError {
  if (bytes.length === 0) return new CodifyError('is empty', { place: { path }, hint: 'copy it again from where it came from' });
  return new CodifyError('is not an Excel file, whatever its name says', {
    place: { path },
    hint: 'open it in Excel and save it as .xlsx; if it is plain text, call it .csv',
  });
}

/**
 * The sheets of an Excel workbook (.xlsx), in its order.
 * @throws CodifyError when it is no workbook, damaged, protected, or larger than any survey
 */
export async function openWorkbook(bytes: Uint8Array, path: string): Promise<Sheet[]> {
  if (!isZip(bytes)) throw notWorkbook(bytes, path);
  const parts = (wanted: (name: string) => boolean): Promise<Map<string, Uint8Array>> => unzip(bytes, path, wanted, MOST_BYTES);
  const [BOOK, RELATIONS] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
  const top = await parts((name) => name === BOOK || name === RELATIONS);
  const book = top.get(BOOK);
  if (!book) throw notWorkbook(bytes.subarray(0, 4), path);
  const { byId, byType } = readRelations(top.get(RELATIONS), path);
  const found: { name: string; hidden: boolean; part: string }[] = [];
  let from1904 = false;
  readXml(book, path, {
    open(name, attributes) {
      if (local(name) === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (local(name) !== 'sheet') return;
      const part = byId.get(attribute(attributes, 'id') ?? '') ?? `xl/worksheets/sheet${found.length + 1}.xml`;
      found.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part });
    },
    close() {},
    text() {},
  });
  const [stringsPart, stylesPart] = [byType.get('sharedStrings') ?? 'xl/sharedStrings.xml', byType.get('styles') ?? 'xl/styles.xml'];
  let shared: Shared | undefined;
  const share = async (): Promise<Shared> => {
    const read = await parts((name) => name === stringsPart || name === stylesPart);
    return { strings: readStrings(read.get(stringsPart), path), styles: readStyles(read.get(stylesPart), path), from1904 };
  };
  return found.map(({ name, hidden, part }) => ({
    name,
    hidden,
    async rows() {
      const sheet = (await parts((one) => one === part)).get(part);
      return sheet ? readSheet(sheet, path, (shared ??= await share())) : { rows: [], hidden: 0, merged: [] };
    },
  }));
}
