import { linesOf, readParts } from '../parts.ts';

/** A paragraph of a report's running text, and where it stands. */
export interface Prose {
  /** As it is written. */
  readonly text: string;
  /** The same, as long, without the marks of Markdown and all that is not the writer's own: quotations, code, names of factors. */
  readonly own: string;
  /** Where it begins in the report. */
  readonly start: number;
  /** The part of codify's it stands in. */
  readonly part: string | undefined;
  /** The last part above it, or the one it stands in; none behind a heading of hers that closes that part's chapter. */
  readonly chapter: string | undefined;
  /** What it stands under: the headings from the top, then the bullets that open on a name. */
  readonly above: readonly string[];
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
// What stands around a quotation is not one run of words.
const hide = (text: string): string => text.replace(/[^\r\n]/g, '·');
const FRONT_MATTER = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const FENCED = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*\r?$|(?![\s\S]))/gm;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const ROW = /^\s*\|/;
const QUOTE = /^\s*>\s?/;
// A box of the writer's own, which Markdown marks as it marks a quotation.
const CALLOUT = /^\s*>\s*\[!\w+\]/;
const ITEM = /^(\s*)(?:[-+*]|\d{1,3}[.)])\s+(?:(\*\*|__)(.+?)(?:\2\s*[.:]|[.:]\2)(?=\s|$))?/;
const MARKS =
  /!?\[\^[^\]\s]+\]|\]\([^)\s]*(?: "[^"\n]*")?\)|[[\]]|`+[^`]*`+|<\/?[a-z][^<>\n]*>|&[a-z]+;|&#\d+;|[*`\\]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/giu;
const DOUBLE = /["“”„‟«»″＂]/;
const SINGLE = /['‘’‚‛‹›]/;

/** Hides what stands between quotation marks. A mark that nothing closes holds to the end of its paragraph, one that nothing has opened from its beginning. */
function withoutQuotations(text: string): string {
  let said = '';
  let at = 0;
  let open: { at: number; kind: RegExp } | undefined;
  const close = (end: number): void => {
    said += hide(text.slice(at, end));
    at = end;
    open = undefined;
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const kind = DOUBLE.test(char) ? DOUBLE : SINGLE.test(char) ? SINGLE : undefined;
    if (!kind) continue;
    const opens = '„‚'.includes(char) || (/^[\s([{/*_–—-]?$/.test(text.charAt(i - 1)) && /\S/.test(text.charAt(i + 1)));
    const closes = !/[\p{L}\p{N}]/u.test(text.charAt(i + 1));
    if (!open && opens && (kind === DOUBLE || closingSingle(text, i) !== undefined)) {
      said += text.slice(at, i);
      at = i;
      open = { at: i, kind };
    } else if (open?.kind === kind && closes && !opens) close(i + 1);
    else if (!open && kind === DOUBLE && closes) close(i + 1);
  }
  return said + (open ? hide(text.slice(at)) : text.slice(at));
}

/** A single mark opens a quotation only where one closes it: it may be an apostrophe. */
const closingSingle = (text: string, open: number): number | undefined => {
  const rest = text.slice(open + 1).search(/(?<=\S)['‘’‚‛‹›](?![\p{L}\p{N}])/u);
  return rest < 0 ? undefined : open + 1 + rest;
};

/** Gathers the paragraphs of a report. */
class Reader {
  readonly prose: Prose[] = [];
  #part: string | undefined;
  #chapter: string | undefined;
  #chapterDepth = Infinity;
  #headings: { depth: number; text: string }[] = [];
  #items: { indent: number; text: string }[] = [];
  #open: { start: number; text: string; masked: string; boxed: boolean } | undefined;

  enter(part: string): void {
    this.#part = this.#chapter = part;
    this.#chapterDepth = Infinity;
    this.#headings = [];
    this.#items = [];
  }

  leave(): void {
    this.#part = undefined;
  }

  #close(): void {
    if (this.#open) {
      const { start, text, masked } = this.#open;
      const own = withoutQuotations(masked).replace(MARKS, blank);
      const above = [...this.#headings, ...this.#items].map((one) => one.text);
      this.prose.push({ text, own, start, part: this.#part, chapter: this.#chapter, above });
    }
    this.#open = undefined;
  }

  #heading(depth: number, text: string): void {
    if (this.#part !== undefined) this.#chapterDepth = Math.min(this.#chapterDepth, depth);
    else if (depth <= this.#chapterDepth) this.#chapter = undefined;
    this.#headings = [...this.#headings.filter((heading) => heading.depth < depth), { depth, text }];
    this.#items = [];
  }

  /** What stands between two comments of codify's. @param start where it begins in the report */
  read(raw: string, start: number): void {
    const visible = raw.replace(COMMENT, blank).replace(FENCED, blank);
    let at = 0;
    let quoting: 'quote' | 'box' | undefined;
    for (const line of linesOf(visible)) {
      const written = raw.slice(at, at + line.length);
      const text = line.replace(/[\r\n]+$/, '');
      const heading = HEADING.exec(text);
      quoting = QUOTE.test(text) ? (quoting ?? (CALLOUT.test(text) ? 'box' : 'quote')) : undefined;
      if (heading || text.trim() === '' || ROW.test(text) || quoting === 'quote') {
        this.#close();
        if (heading) this.#heading(heading[1]!.length, heading[2]!);
      } else this.#add(written, line, start + at, quoting === 'box');
      at += line.length;
    }
    this.#close();
  }

  #add(written: string, line: string, start: number, boxed: boolean): void {
    const item = ITEM.exec(line);
    if (item || this.#open?.boxed !== boxed) this.#close();
    if (!this.#open) {
      const indent = /^\s*/.exec(line)![0].length;
      this.#items = this.#items.filter((one) => one.indent < indent);
      if (item) this.#items.push({ indent, text: item[3] ?? '' });
      this.#open = { start, text: '', masked: '', boxed };
    }
    this.#open.text += written;
    // A bullet opens on the name of what it is about.
    this.#open.masked += (boxed ? line.replace(QUOTE, blank) : line).replace(item ? ITEM : /^\s*/, blank);
  }
}

/**
 * The running text of a report that codify has written, with the words that are not the writer's own sentences blanked
 * out: no tables, headings, comments, code, block quotes.
 * @throws CodifyError where codify's comments are damaged
 */
export function readProse(report: string, path: string): Prose[] {
  const reader = new Reader();
  let at = 0;
  for (const piece of readParts(report, path)) {
    if (piece.kind === 'part') {
      reader.enter(piece.name);
      reader.read(piece.body, at + piece.begin.length);
      reader.leave();
      at += piece.begin.length + piece.body.length + piece.end.length;
    } else {
      if (piece.kind === 'own') reader.read(at <= 1 ? piece.raw.replace(FRONT_MATTER, blank) : piece.raw, at);
      at += piece.raw.length;
    }
  }
  return reader.prose;
}
