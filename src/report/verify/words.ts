import { forms } from '../../text/spoken.ts';
import { WordReader } from '../../text/words.ts';

/** A word of a quotation, and how freely it is compared. */
export interface Token {
  readonly form: number;
  /** Where it stands in the quotation. */
  readonly start: number;
  readonly end: number;
  /** In parentheses: the writer's addition, or said. */
  readonly isAside: boolean;
  /** Behind `[…]` words of the writer's, which may stand for a few that were said. */
  readonly afterInsertion: boolean;
}

const CUT = /[[(]\s*(?:…|\.(?:\s?\.)+|-{2,3}|–)\s*[\])]/g;
const INSERTED = /\[[^\]]*\]/g;
const ASIDE = /\([^)]*\)/g;
const INVISIBLE = '\u2060';

const rangesOf = (text: string, pattern: RegExp): { start: number; end: number }[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** Does a quotation itself show that it leaves out what was said before it, or behind it? */
export function isCutAt(quotation: string, side: 'before' | 'behind'): boolean {
  const cuts = rangesOf(quotation, CUT);
  return side === 'before' ? cuts[0]?.start === 0 : cuts.at(-1)?.end === quotation.length;
}

/** The words of a quotation, in the pieces between its cuts `[…]`; words the writer has put in brackets are not among them. */
export function piecesOf(quotation: string): Token[][] {
  // A letter in brackets is a capital set right: [V]i.
  const text = quotation.replace(/\[(\p{L})\](?=\p{L})/gu, `${INVISIBLE}$1${INVISIBLE}`);
  const cuts = rangesOf(text, CUT);
  const asides = rangesOf(
    text.replace(CUT, (cut) => ' '.repeat(cut.length)),
    ASIDE,
  );
  const inserted = rangesOf(
    text.replace(CUT, (cut) => ' '.repeat(cut.length)),
    INSERTED,
  );
  const reader = new WordReader(forms);
  reader.read(text, 0, text.length);
  const pieces: Token[][] = [];
  let before = 0;
  let piece: Token[] | undefined;
  for (let i = 0; i < reader.count; i += 1) {
    const [start, end] = [reader.start[i]!, reader.end[i]!];
    const stands = (ranges: readonly { start: number; end: number }[]): boolean =>
      ranges.some((range) => range.start < end && start < range.end);
    if (stands(inserted)) continue;
    const isBetween = (range: { start: number; end: number }): boolean => before <= range.start && range.end <= start;
    if (!piece || cuts.some(isBetween)) pieces.push((piece = []));
    piece.push({ form: reader.form[i]!, start, end, isAside: stands(asides), afterInsertion: inserted.some(isBetween) });
    before = end;
  }
  return pieces;
}
