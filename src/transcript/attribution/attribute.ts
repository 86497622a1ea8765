/*
 * Who says what in running text. A quotation's speaker stands in the words beside it: behind it ("siger X"), before it
 * ("X siger:", "Ifølge X er …"), inside it, or as the one person of the sentence before. Where the words do not tell,
 * nobody is guessed.
 */

import type { Language, Span } from '../../model.ts';
import { splitSentences } from '../../text/sentences.ts';
import { trimSpan } from '../../text/spans.ts';
import { countWords } from '../../text/words.ts';
import { proseLanguages } from './languages/index.ts';
import { LETTER, Narrative } from './narrative.ts';
import { Grammar, type Person, type Prose } from './people.ts';
import { findMarked, type Marked } from './quotations.ts';

/** A paragraph of the text; a heading is nobody's words, and a section begins below it. */
export interface ProseParagraph {
  readonly span: Span;
  readonly heading: boolean;
}

/** What somebody is quoted for. */
interface Quotation {
  /** Her words, without marks and without what stands between them: who says it, the marks of a new paragraph. */
  readonly pieces: readonly Span[];
  /** Undefined where the text does not tell. */
  readonly speaker: Person | undefined;
}

/** What an article holds. */
export interface Attribution {
  readonly quotations: readonly Quotation[];
  /** What stands between marks without being said: titles, words not meant straight. */
  readonly others: readonly Span[];
  /** What is in doubt: where, and why. */
  readonly doubts: readonly { readonly at: number; readonly what: string }[];
}

/** A stretch that may be a quotation: between marks, or behind a dash. */
interface Candidate {
  readonly outer: Span;
  pieces: Span[];
  readonly single: boolean;
  /** Told by a dash or missing its closing mark: it ends where the text tells who says it. */
  readonly loose: boolean;
  /** The words that say whose it is ended it. */
  readonly told?: boolean;
  readonly paragraph: number;
}

// A reply behind a dash opens a paragraph or follows a sentence's end in one that such a dash opened.
const DASH = /(?:^|(?<=[.:!?…]\s{1,3}))[–—-]\s+(?=["”“„»«]?[\p{Lu}\p{N}…])/gu;
const STOP = /[.!?…]/;

const grammars = new Map<Language, Grammar>();

function grammarOf(language: Language): Grammar {
  const known = grammars.get(language) ?? new Grammar(proseLanguages[language]);
  grammars.set(language, known);
  return known;
}

/** The language whose verbs of speech the text has more of. */
function languageOf(text: string): Language {
  const count = (language: Language): number => (text.match(grammarOf(language).verb) ?? []).length;
  return count('en') > count('da') ? 'en' : 'da';
}

/** The text with letters that mean nothing for what is quoted, its stop kept where a sentence ends with the quotation. */
function mask(text: string, quoted: readonly Candidate[]): string {
  let masked = '';
  let at = 0;
  for (const { outer } of quoted) {
    const length = outer.end - outer.start;
    const inner = text.slice(outer.start, outer.end).replace(/[\s"”“„»«'’‘‚›‹*_]+$/u, '');
    const stops = length > 1 && STOP.test(inner.slice(-1));
    masked += text.slice(at, outer.start) + (stops ? `${LETTER.repeat(length - 1)}.` : LETTER.repeat(length));
    at = outer.end;
  }
  return masked + text.slice(at);
}

function proseOf(text: string, paragraphs: readonly ProseParagraph[], language: Language): Prose {
  const sentences: Span[] = [];
  const opensSection: boolean[] = [];
  for (const [i, { span, heading }] of paragraphs.entries()) {
    if (heading) continue;
    for (const [j, sentence] of splitSentences(text, span, language).entries()) {
      sentences.push(sentence);
      opensSection.push(j === 0 && (i === 0 || paragraphs[i - 1]!.heading));
    }
  }
  return { text, sentences, opensSection };
}

/** Everything in a paragraph that may be said by somebody. */
function candidatesIn(text: string, span: Span, paragraph: number): { candidates: Candidate[]; stray: number[] } {
  const written = text.slice(span.start, span.end);
  const dashes = [...written.matchAll(DASH)];
  if (dashes[0]?.index === 0 && !/^[–—-]\s+["”“„»«]/.test(written)) {
    const candidates = dashes.map((dash, i): Candidate => {
      const start = span.start + dash.index;
      const end = span.start + (dashes[i + 1]?.index ?? written.length);
      return {
        outer: { start, end },
        pieces: [trimSpan(text, { start: start + dash[0].length, end })],
        single: false,
        loose: true,
        paragraph,
      };
    });
    return { candidates, stray: [] };
  }
  const { marked, stray } = findMarked(text, span);
  const candidates = marked.map(({ outer, inner, single, open }: Marked): Candidate => ({
    outer,
    pieces: [trimSpan(text, inner)],
    single,
    loose: open,
    paragraph,
  }));
  return { candidates, stray };
}

const OPENING_MARK = /^[\s>]*["”“„»«]/;

/** A quotation that goes on in the next paragraph, which opens with a mark again: both are one. */
function joinParagraphs(
  text: string,
  paragraphs: readonly ProseParagraph[],
  candidates: readonly Candidate[],
  hasTag: (one: Candidate) => boolean,
): Candidate[] {
  const joined: Candidate[] = [];
  for (const one of candidates) {
    const last = joined.at(-1);
    const goesOn =
      last?.loose === true &&
      one.paragraph === last.paragraph + 1 &&
      !isReply(text, last) &&
      last.outer.end === paragraphs[last.paragraph]!.span.end &&
      OPENING_MARK.test(text.slice(paragraphs[one.paragraph]!.span.start, one.pieces[0]!.start)) &&
      !hasTag(last);
    if (!goesOn) {
      joined.push({ ...one, pieces: [...one.pieces] });
      continue;
    }
    joined[joined.length - 1] = {
      ...one,
      outer: { start: last.outer.start, end: one.outer.end },
      pieces: [...last.pieces, ...one.pieces],
    };
  }
  return joined;
}

const isReply = (text: string, { outer }: Candidate): boolean => /^[–—-]\s/.test(text.slice(outer.start, outer.start + 2));

/** A loose candidate cut where the text tells who says it; what follows the tag in the sentence is hers too. */
function cutAtTag(text: string, one: Candidate, narrative: Narrative): { cut: Candidate; rest: Candidate | undefined; isTagged: boolean } {
  const last = one.pieces.at(-1)!;
  const tag = narrative.findTag(last.start, last.end);
  if (!tag) return { cut: one, rest: undefined, isTagged: false };
  const first = trimSpan(text, { start: last.start, end: tag.start });
  const cut = { ...one, outer: { start: one.outer.start, end: tag.start }, pieces: [...one.pieces.slice(0, -1), first], told: true };
  if (!isReply(text, one)) return { cut, rest: undefined, isTagged: true };
  const comma = /^,?\s+(?=\p{Ll})/u.exec(text.slice(tag.end, last.end));
  const isComma = comma !== null && (comma[0].startsWith(',') || text.charAt(tag.end - 1) === ',');
  if (!isComma) return { cut, rest: undefined, isTagged: true };
  const start = tag.end + comma[0].length;
  const [sentence] = splitSentences(text, { start, end: last.end }, 'da');
  const words = trimSpan(text, sentence ?? { start, end: last.end });
  return { cut, rest: { ...one, outer: words, pieces: [words], loose: false }, isTagged: true };
}

/** The words without the comma that leads over to who says them. */
function withoutComma(text: string, span: Span): Span {
  const words = trimSpan(text, span);
  return text.charAt(words.end - 1) === ',' ? trimSpan(text, { start: words.start, end: words.end - 1 }) : words;
}

/** A scare quote has no more words. */
const FEW_WORDS = 3;

/**
 * Finds what is quoted in a text and who says it.
 * @param paragraphs of the text, in order; what stands in none of them is not read
 */
export function attribute(text: string, paragraphs: readonly ProseParagraph[]): Attribution {
  const body = paragraphs.map(({ span }) => text.slice(span.start, span.end)).join('\n\n');
  const language = languageOf(body);
  const grammar = grammarOf(language);
  const doubts: { at: number; what: string }[] = [];
  const all: Candidate[] = [];
  for (const [i, { span, heading }] of paragraphs.entries()) {
    if (heading) continue;
    const { candidates, stray } = candidatesIn(text, span, i);
    all.push(...candidates);
    for (const at of stray) doubts.push({ at, what: 'a quotation mark closes what none opened; what stands before it is not read' });
  }

  // What no mark ends is read twice: first to learn who is spoken of, then to find its end.
  const closed = all.filter(({ loose }) => !loose);
  const first = new Narrative(proseOf(mask(text, closed), paragraphs, language), grammar);
  const tagged = (one: Candidate): boolean => cutAtTag(text, one, first).isTagged;
  const repliesAreTagged = all.some((one) => isReply(text, one) && tagged(one));
  const candidates = joinParagraphs(
    text,
    paragraphs,
    // A dash opens a list as well as a reply.
    all.filter((one) => !isReply(text, one) || (repliesAreTagged && (tagged(one) || /[.!?…]$/.test(text.slice(0, one.pieces[0]!.end))))),
    tagged,
  ).flatMap((one) => {
    if (!one.loose) return [one];
    const { cut, rest, isTagged } = cutAtTag(text, one, first);
    if (!isTagged && !isReply(text, one))
      doubts.push({ at: one.outer.start, what: 'a quotation mark is never closed; read to the end of the paragraph' });
    return rest ? [cut, rest] : [cut];
  });

  const narrative = new Narrative(proseOf(mask(text, candidates), paragraphs, language), grammar);
  const { sentences, opensSection } = narrative.prose;
  const masked = narrative.prose.text;
  const quotations: { pieces: Span[]; speaker: Person | undefined; outer: Span; paragraph: number }[] = [];
  const others: Span[] = [];

  for (const [i, one] of candidates.entries()) {
    const { outer, paragraph } = one;
    const index = narrative.sentenceAt(outer.start);
    const sentence = sentences[index] ?? outer;
    const previous = candidates[i - 1];
    const next = candidates[i + 1];
    const from = previous && previous.outer.end > sentence.start ? previous.outer.end : sentence.start;
    const last = narrative.sentenceAt(outer.end - 1);
    const closing = sentences[last] ?? sentence;
    const to = next ? Math.max(outer.end, Math.min(closing.end, next.outer.start)) : closing.end;
    const lead = { start: from, end: outer.start };
    const ahead = masked.slice(lead.start, lead.end);
    const words = text.slice(one.pieces[0]!.start, one.pieces.at(-1)!.end);
    const said = one.pieces.reduce((sum, { start, end }) => sum + countWords(text, start, end), 0);
    if (said === 0) {
      others.push(outer);
      continue;
    }

    // A speech tag inside a quotation parts it in two: ”…,” siger X, ”…”
    const open = quotations.at(-1);
    const isTag =
      open !== undefined &&
      open.paragraph === paragraph &&
      open.outer.end === previous?.outer.end &&
      narrative.behind(open.outer.end, outer.start) !== undefined &&
      /^\s*(?:[,–—-]\s*)?\p{Ll}[^.:!?;]*(?:,|–|—)\s*$/u.test(masked.slice(open.outer.end, outer.start)) &&
      !STOP.test(text.charAt(open.pieces.at(-1)!.end - 1));
    if (isTag) {
      open.pieces.push(...one.pieces);
      open.outer = { start: open.outer.start, end: outer.end };
      continue;
    }

    const isWork = grammar.work.test(ahead) && !/[.!?…]$/.test(words) && /^\p{Lu}/u.test(words);
    if (isWork) {
      others.push(outer);
      continue;
    }
    let subject = narrative.behind(outer.end, to);
    const isTold = subject !== undefined && /^[\s,.–—-]*\p{Ll}/u.test(masked.slice(outer.end, to));
    const isDirect =
      one.told === true ||
      (isTold &&
        /[.,!?…]["”“„»«’'*_\s]*[,.]?\s*$/u.test(
          text.slice(one.pieces.at(-1)!.start, to).slice(0, outer.end - one.pieces.at(-1)!.start + 1),
        ));
    subject ??= narrative.before(lead);
    const isIntroduced = subject !== undefined && /:\s*(?:[*_]+)?$/.test(ahead);
    if ((said <= FEW_WORDS || one.single) && !((isDirect || isIntroduced) && /^\p{Lu}/u.test(words))) {
      others.push(outer);
      continue;
    }
    // A quotation that stands by itself is told of in the sentences beside it.
    const opens = /^[\s*_>]*$/.test(ahead);
    if (subject === undefined && opens) {
      const follows = closing.end - outer.end <= 1 ? narrative.pointsBack(last + 1) : undefined;
      const before = from > sentence.start ? { start: sentence.start, end: from } : sentences[index - 1];
      const mayLook = from > sentence.start || !opensSection[index];
      subject = follows ?? (mayLook && before ? narrative.alone(before) : undefined);
      if (subject === undefined && mayLook && before) {
        const neighbour = quotations.at(-1);
        const speaker = neighbour?.speaker;
        const between = neighbour && { start: neighbour.outer.end, end: outer.start };
        const tag = between && narrative.behind(between.start, between.end);
        // The sentence before is the tag of a quotation, or the paragraph knows of one person.
        if (tag !== undefined && tag !== 'unnamed' && tag === speaker && before.end >= between!.start && before.start <= between!.start)
          subject = tag;
        else if (neighbour && neighbour.paragraph === paragraph && !narrative.isSomebodyIn(before)) {
          const { start } = paragraphs[paragraph]!.span;
          const only = narrative.alone({ start, end: outer.start });
          if (only !== undefined && only === speaker) subject = only;
        }
      }
    }
    quotations.push({ pieces: [...one.pieces], speaker: subject === 'unnamed' ? undefined : subject, outer: { ...outer }, paragraph });
  }

  return {
    quotations: quotations.map(({ pieces, speaker }) => ({
      pieces: [...pieces.slice(0, -1), withoutComma(text, pieces.at(-1)!)],
      speaker,
    })),
    others,
    doubts,
  };
}
