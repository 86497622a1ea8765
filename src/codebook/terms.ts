import type { FaultId } from '../errors.ts';
import type { Pattern, Term, WordPattern } from '../model.ts';
import { checkRegex, RegexError } from '../text/regex.ts';
import { FormTable } from '../text/form-table.ts';
import { wordForm, WordReader } from '../text/words.ts';

/** A term as it comes from YAML, its shape already checked. */
export type WrittenTerm =
  | string
  | { term?: string; near?: string[]; within?: number; all?: string[]; regex?: string; weak?: boolean; unless?: WrittenTerm[] };

/** Many weak terms written as one entry. */
export interface WrittenWeakList {
  readonly weak: readonly WrittenTerm[];
}

export function isWeakList(written: WrittenTerm | WrittenWeakList): written is WrittenWeakList {
  return typeof written === 'object' && written !== null && Array.isArray(written.weak);
}

/** A term that can never match, in words its author can act on. */
export class TermError extends Error {
  readonly rule: FaultId;

  constructor(message: string, rule: FaultId = 'impossible-term') {
    super(message);
    this.rule = rule;
  }
}

const reader = new WordReader(new FormTable());

function isOneWord(text: string): boolean {
  reader.read(text, 0, text.length);
  return reader.count === 1 && reader.start[0] === 0 && reader.end[0] === text.length;
}

function parseWord(written: string): WordPattern {
  const exact = written.startsWith('=');
  const bare = exact ? written.slice(1) : written;
  const starts = bare.startsWith('*');
  const ends = bare.endsWith('*') && bare.length > 1;
  const word = bare.slice(starts ? 1 : 0, ends ? -1 : undefined);
  if (word === '' || word === '*') throw new TermError(`"${written}" has no word in it`);
  if (exact && (starts || ends)) throw new TermError(`"${written}" is both an exact word and a beginning or end: drop = or *`);
  if (word.includes('*')) throw new TermError(`"${written}" has a star inside: it stands at the beginning or the end of a word`);
  if (!isOneWord(word)) throw new TermError(`"${written}" is not a word: a term is letters and digits, its words divided by blanks`);
  const kind = exact ? 'exact' : starts && ends ? 'part' : starts ? 'end' : ends ? 'start' : 'stem';
  return { kind, text: wordForm(word) };
}

/** The words of a plain term, each with the way it is compared: `politisk* =ejerskab`. @throws TermError */
function parsePhrase(written: string): readonly WordPattern[] {
  return written.normalize('NFC').trim().split(/\s+/).map(parseWord);
}

function parsePattern(written: WrittenTerm): Pattern {
  if (typeof written === 'string') return { kind: 'phrase', words: parsePhrase(written) };
  if (written.term !== undefined) return { kind: 'phrase', words: parsePhrase(written.term) };
  if (written.near) return { kind: 'near', items: written.near.map(parsePhrase), within: written.within ?? 1 };
  if (written.all) return { kind: 'all', items: written.all.map(parsePhrase) };
  const source = (written.regex ?? '').normalize('NFC');
  try {
    checkRegex(source);
  } catch (error) {
    if (error instanceof RegexError) throw new TermError(`the regex ${source} cannot be used: ${error.message}`, 'regex');
    throw error;
  }
  return { kind: 'regex', source };
}

/** A term as people read it in tables and explanations. */
function display(written: WrittenTerm): string {
  if (typeof written === 'string') return written;
  if (written.term !== undefined) return written.term;
  if (written.near) return `${written.near.join(' … ')} (within ${written.within})`;
  if (written.all) return written.all.join(' + ');
  return `/${written.regex}/`;
}

/** One entry of `unless`. @throws TermError */
export function parseException(written: WrittenTerm): Pattern {
  return parsePattern(written);
}

/** One term. @throws TermError when it could never match */
export function parseTerm(written: WrittenTerm): Term {
  const mapping = typeof written === 'string' ? {} : written;
  return {
    written: display(written),
    pattern: parsePattern(written),
    weak: mapping.weak ?? false,
    unless: (mapping.unless ?? []).map(parseException),
  };
}

/** One term of a list of weak terms. @throws TermError when it could never match */
export function parseWeakTerm(written: WrittenTerm): Term {
  return { ...parseTerm(written), weak: true };
}

const AFFIXES = { stem: ['', ''], exact: ['=', ''], start: ['', '*'], end: ['*', ''], part: ['*', '*'] } as const;

/** A pattern as it would be written in a codebook. */
export function writtenPattern(pattern: Pattern): string {
  const phrase = (words: readonly WordPattern[]): string =>
    words.map(({ kind, text }) => `${AFFIXES[kind][0]}${text}${AFFIXES[kind][1]}`).join(' ');
  switch (pattern.kind) {
    case 'phrase':
      return phrase(pattern.words);
    case 'near':
      return display({ near: pattern.items.map(phrase), within: pattern.within });
    case 'all':
      return display({ all: pattern.items.map(phrase) });
    case 'regex':
      return display({ regex: pattern.source });
  }
}
