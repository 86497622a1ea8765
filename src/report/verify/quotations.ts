import { countWords } from '../../text/words.ts';
import type { Paragraph } from './paragraphs.ts';

/** Another's words as a report gives them. */
export interface Quotation {
  /** Between its marks, on one line. */
  readonly text: string;
  /** The line of the report on which it begins, from 1. */
  readonly line: number;
  /** Who said it, as the report writes it: what stands in parentheses behind it. */
  readonly role: string | undefined;
  /** Its paragraph holds nothing else but who said it. */
  readonly alone: boolean;
}

/** Fewer words between marks, with nobody named who said them, are no quotation but a word held at arm's length. */
const LEAST_WORDS = 6;
// A quotation may go on behind so many empty lines.
const MOST_BREAKS = 2;

const DOUBLE = /["“”„‟«»″＂]/g;
const DOUBLE_OR_SINGLE = /["“”„‟«»″＂'‘’‚‛‹›]/g;
const isDouble = (char: string): boolean => '"“”„‟«»″＂'.includes(char);
const isBlank = (char: string): boolean => /^\s?$/.test(char);

const NOTHING_BEFORE = /^[\s"“”„‟«»″＂]*$/;
const NOTHING_BEHIND = /^(?:[\s.,;:!?…*¹²³⁰-⁹]|\([^()]*\)|\[[^[\]]*\]|[–—-][^.;:]{2,60}$)*$/;

/** Could a quotation begin with the mark that stands here? Which mark it is says little: ” opens and closes. */
function opens(text: string, at: number): boolean {
  if ('„‚'.includes(text.charAt(at))) return true;
  return /^[\s([{/–—-]?$/.test(text.charAt(at - 1)) && !isBlank(text.charAt(at + 1));
}

/** Is a text one quotation, behind which nothing stands but who said it, in parentheses, and a note in brackets? */
export function isQuotation(text: string): boolean {
  let depth = 0;
  if (text.search(DOUBLE) !== 0) return false;
  // matchAll goes on from where the mark was last looked for, in whatever text that was.
  DOUBLE.lastIndex = 0;
  for (const { index } of text.matchAll(DOUBLE)) {
    depth += index === 0 || opens(text, index) ? 1 : -1;
    if (depth === 0) return /^\s*\([^()]{1,60}\)\.?(?:\s*\[[^[\]]*\])*\s*$/.test(text.slice(index + 1));
  }
  return false;
}

/** What a report says of who speaks, and how far it goes. */
interface Attribution {
  readonly role: string;
  readonly end: number;
}

type IsRole = (written: string) => boolean;

const PARENTHESIS = /\(([^()\n]{1,60})\)/g;

/** The first parenthesis with a role in a stretch of text. */
function roleIn(text: string, from: number, to: number, isRole: IsRole): (Attribution & { readonly start: number }) | undefined {
  PARENTHESIS.lastIndex = from;
  for (let found = PARENTHESIS.exec(text); found && found.index < to; found = PARENTHESIS.exec(text)) {
    if (isRole(found[1]!)) return { role: found[1]!, start: found.index, end: PARENTHESIS.lastIndex };
  }
  return undefined;
}

/**
 * Who said what ends here: a role in parentheses, other parentheses before it, or behind a dash or comma to the end of
 * the line. One lower-case word in parentheses that is no role of the study is taken for one all the same.
 */
function attributionAt(text: string, at: number, isRole: IsRole): Attribution | undefined {
  const notes = /(?:[\s.,;:!?…*¹²³⁰-⁹\d]*(?:\([^()]{1,80}\)|\[[^[\]]{1,80}\]))+/y;
  notes.lastIndex = at;
  const found = notes.exec(text);
  if (found) {
    const role = roleIn(text, at, notes.lastIndex, isRole);
    if (role) return role;
    const unknown = /^[\s.,]*\((\p{Ll}+)\)/u.exec(found[0]);
    return unknown ? { role: unknown[1]!, end: notes.lastIndex } : undefined;
  }
  const behind = /\s*(?:[–—-]+|,)\s*([^\n.;:]{2,60}?)\s*\.?\s*(?:\n|$)/y;
  behind.lastIndex = at;
  const named = behind.exec(text);
  return named && isRole(named[1]!) ? { role: named[1]!, end: behind.lastIndex } : undefined;
}

/** Who said the paragraph before, where one does nothing but name her: in parentheses, behind a dash or in one word. */
function attributionOf(paragraph: Paragraph | undefined, isRole: IsRole): string | undefined {
  const named = /^\s*(?:\(([^()\n]{1,60})\)|[–—-]+\s*([^()\n]{1,60}?)|([\p{L}-]+))[\s.]*$/u.exec(paragraph?.text ?? '');
  const written = named?.slice(1).find((one) => one !== undefined);
  return written !== undefined && isRole(written) ? written : undefined;
}

/** Where a quotation ends, and where what follows it begins. */
interface Closing {
  readonly end: number;
  readonly after: number;
}

/** The mark that closes what a double mark has opened: pairs of the same marks may stand inside it. */
function closingMark(text: string, open: number, isRole: IsRole): Closing | undefined {
  let depth = 0;
  let last: number | undefined;
  DOUBLE.lastIndex = open + 1;
  for (let found = DOUBLE.exec(text); found; found = DOUBLE.exec(text)) {
    const at = found.index;
    if (opens(text, at)) {
      // Another quotation begins, and who said this one has been named: its closing mark is missing.
      const role = roleIn(text, open, at, isRole);
      if (role && depth === 0) return { end: role.start, after: role.start };
      depth += 1;
    } else if (depth === 0) return { end: at, after: at + 1 };
    else {
      depth -= 1;
      last = at;
    }
  }
  const role = roleIn(text, last ?? open, text.length, isRole);
  if (last !== undefined && (role === undefined || attributionAt(text, last + 1, isRole))) return { end: last, after: last + 1 };
  return role && { end: role.start, after: role.start };
}

/** The same for a single mark, which inside a quotation is more often an apostrophe. */
function closingSingle(text: string, open: number): Closing | undefined {
  const closers = [...text.slice(open + 1).matchAll(/(?<=\S)['‘’‛‹›](?![\p{L}\p{N}])/gu)].map((match) => open + 1 + match.index);
  const sure = closers.find((at) => /[.!?…]/.test(text.charAt(at - 1)) || /^\s*(?:$|\()|^[.,;:!?]/.test(text.slice(at + 1)));
  const end = sure ?? closers[0];
  return end === undefined ? undefined : { end, after: end + 1 };
}

/** Does a quotation that was not closed go on here, where it comes to its end? */
function endsQuotation(text: string): boolean {
  const mark = text.search(DOUBLE);
  return mark > 0 && !opens(text, mark);
}

/** A word broken at the end of a line is put together again; line ends are blanks. */
const onOneLine = (text: string): string =>
  text
    .replace(/(?<=\p{L})[-\u2010\u00ad]\s*\n\s*(?=\p{Ll})/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();

class Reader {
  readonly quotations: Quotation[] = [];
  readonly #paragraphs: readonly Paragraph[];
  readonly #isRole: IsRole;

  constructor(paragraphs: readonly Paragraph[], isRole: IsRole) {
    this.#paragraphs = paragraphs;
    this.#isRole = isRole;
  }

  /** Keeps what is a quotation. @returns where the text goes on behind it and who said it */
  #keep(paragraph: Paragraph, next: Paragraph | undefined, start: number, { end, after }: Closing): number {
    const text = paragraph.text.slice(start, end);
    const inside = /\s*\(([^()\n]{1,60})\)[\s.]*$/.exec(text);
    const within = inside && this.#isRole(inside[1]!) ? inside : undefined;
    const behind = attributionAt(paragraph.text, after, this.#isRole);
    const isLast = /^[\s.,;:!?…¹²³⁰-⁹]*$/.test(paragraph.text.slice(after));
    const role = within?.[1] ?? behind?.role ?? (isLast ? attributionOf(next, this.#isRole) : undefined);
    const said = onOneLine(within ? text.slice(0, within.index) : text);
    const words = countWords(said);
    if (words >= LEAST_WORDS || (words > 0 && role !== undefined && this.#isRole(role))) {
      const line = paragraph.line + paragraph.text.slice(0, start).split('\n').length - 1;
      const alone = NOTHING_BEFORE.test(paragraph.text.slice(0, start)) && NOTHING_BEHIND.test(paragraph.text.slice(after));
      this.quotations.push({ text: said, line, role, alone });
    }
    return Math.max(after, behind?.end ?? after);
  }

  /** The paragraph together with those behind it in which its open quotation ends; itself when none does. */
  #goOn(i: number): { paragraph: Paragraph; last: number } {
    const first = this.#paragraphs[i]!;
    let { text } = first;
    for (let last = i + 1; last <= i + MOST_BREAKS && last < this.#paragraphs.length; last += 1) {
      const next = this.#paragraphs[last]!;
      text += '\n'.repeat(Math.max(1, next.line - first.line - text.split('\n').length + 1)) + next.text;
      if (endsQuotation(next.text)) return { paragraph: { ...first, text }, last };
      if (next.text.search(DOUBLE) >= 0) break;
    }
    return { paragraph: first, last: i };
  }

  read(): Quotation[] {
    for (let i = 0; i < this.#paragraphs.length; i += 1) i = this.#readParagraph(i);
    return this.quotations;
  }

  /** @returns the last paragraph it has read */
  #readParagraph(i: number): number {
    let paragraph = this.#paragraphs[i]!;
    let last = i;
    if (paragraph.quoted && !isDouble(paragraph.text.trim().charAt(0))) {
      if (attributionOf(paragraph, this.#isRole) === undefined) this.#readBlock(paragraph, this.#paragraphs[i + 1]);
      return i;
    }
    let from = 0;
    for (let at = 0; at < paragraph.text.length;) {
      DOUBLE_OR_SINGLE.lastIndex = at;
      const found = DOUBLE_OR_SINGLE.exec(paragraph.text);
      if (!found) break;
      at = found.index + 1;
      const { text } = paragraph;
      const next = (): Paragraph | undefined => this.#paragraphs[last + 1];
      if (!isDouble(found[0])) {
        if (!opens(text, found.index)) continue;
        const closing = closingSingle(text, found.index) ?? (found.index === 0 ? roleIn(text, 0, text.length, this.#isRole) : undefined);
        if (closing)
          at = from = this.#keep(paragraph, next(), at, 'start' in closing ? { end: closing.start, after: closing.start } : closing);
        continue;
      }
      const before = text.charAt(found.index - 1);
      const isClosing = !opens(text, found.index) && !isBlank(before) && !/[\p{L}\p{N}]/u.test(text.charAt(at));
      if (isClosing) {
        // A closing mark that nothing has opened, with a role behind it: the paragraph is the quotation.
        const named = attributionAt(text, at, this.#isRole);
        if (named && this.#isRole(named.role)) at = from = this.#keep(paragraph, next(), from, { end: found.index, after: at });
        continue;
      }
      if (!opens(text, found.index) && /[\p{L}\p{N}]/u.test(before)) continue;
      let closing = closingMark(text, found.index, this.#isRole);
      if (!closing) {
        ({ paragraph, last } = this.#goOn(last));
        closing = closingMark(paragraph.text, found.index, this.#isRole) ?? { end: paragraph.text.length, after: paragraph.text.length };
      }
      at = from = this.#keep(paragraph, next(), at, closing);
    }
    return last;
  }

  /** A paragraph that is all quotation, but for who said it. */
  #readBlock(paragraph: Paragraph, next: Paragraph | undefined): void {
    const { text } = paragraph;
    const named = /\s*\(([^()\n]{1,60})\)[\s.]*$/.exec(text) ?? /\s*\n\s*[–—-]+\s*([^\n]{2,60}?)[\s.]*$/.exec(text);
    const end = named && this.#isRole(named[1]!) ? named.index : text.length;
    this.#keep(paragraph, next, 0, { end, after: end });
  }
}

/**
 * The quotations of a report, in the order they stand. Between marks of any kind six words or more are one, and fewer
 * where a role stands behind them; so is a block quote, with or without marks.
 * @param isRole does a word mean people of the study: a role, a title, a group of roles?
 */
export function findQuotations(paragraphs: readonly Paragraph[], isRole: IsRole): Quotation[] {
  return new Reader(paragraphs, isRole).read();
}
