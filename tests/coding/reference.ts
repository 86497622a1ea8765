import type { Codebook, Language, Pattern, Span, Term, Theme, Transcript, WordPattern } from '../../src/model.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { stem } from '../../src/text/stem.ts';

/*
 * The rules of coding as they are defined, in the plainest words and at any price in time: each term is looked for by
 * itself in each sentence. The engine is held against this; it shares nothing with the engine but sentences and stems.
 */

interface ReferenceHit {
  readonly term: Term;
  readonly span: Span;
}

export interface ReferenceCoding {
  readonly transcript: string;
  readonly turn: number;
  readonly theme: string;
  readonly span: Span;
  readonly hits: readonly ReferenceHit[];
  readonly score: number;
}

/** A word at its position in the sentence: the whole word first, then its hyphenated parts. */
type Word = readonly Alternative[];

interface Alternative extends Span {
  readonly form: string;
  readonly stemmed: string;
}

interface Occurrence extends Span {
  readonly first: number;
  readonly last: number;
}

interface Found extends ReferenceHit {
  readonly evidence: string;
  readonly blocked: boolean;
}

const LETTER = '(?!\u02bc)[\\p{L}\\p{M}\\p{N}]';
const INVISIBLE = '[\u00ad\u200b-\u200d\u2060\ufeff]';
const HYPHEN = '[-\u2010\u2011]';
const APOSTROPHE = "['\u2019\u02bc]";
const WORD_SOURCE = `${LETTER}(?:${INVISIBLE}*(?:(?:${HYPHEN}|${APOSTROPHE})${INVISIBLE}*)?${LETTER})*`;
const WORDS = new RegExp(WORD_SOURCE, 'gu');
const HYPHENS = new RegExp(HYPHEN, 'gu');
const APOSTROPHES = new RegExp(APOSTROPHE, 'gu');
const INVISIBLES = new RegExp(INVISIBLE, 'gu');
const GAP = new RegExp(`^(?:[\\s*_~\`\\\\]|${INVISIBLE})*$`, 'u');

function formOf(word: string): string {
  return word.toLowerCase().replace(INVISIBLES, '').replace(HYPHENS, '-').replace(APOSTROPHES, "'");
}

function alternative(written: string, start: number, language: Language): Alternative {
  const form = formOf(written);
  return { start, end: start + written.length, form, stemmed: stem(form, language) };
}

function wordsOf(sentence: string, language: Language): Word[] {
  return [...sentence.matchAll(WORDS)].map(({ 0: written, index }): Word => {
    const parts = written.split(HYPHENS);
    const starts = parts.map((_, i) => index + parts.slice(0, i).join('-').length + (i > 0 ? 1 : 0));
    const alternatives = parts.map((part, i) => alternative(part, starts[i]!, language));
    return parts.length === 1 ? alternatives : [alternative(written, index, language), ...alternatives];
  });
}

/** Does a form fit? A stem is compared with stems. */
function fits({ kind, text }: WordPattern, { form, stemmed }: Alternative): boolean {
  switch (kind) {
    case 'stem':
      return stemmed === text;
    case 'exact':
      return form === text;
    case 'start':
      return form.startsWith(text);
    case 'end':
      return form.endsWith(text);
    case 'part':
      return form.includes(text);
  }
}

const seen = (text: string): string => text.normalize('NFC').replace(new RegExp(INVISIBLE, 'gu'), '');

/** One sentence in NFC and without what nobody sees, in which patterns are looked for one by one. */
class Sentence {
  readonly #language: Language;
  readonly #nfc: string;
  readonly #words: readonly Word[];
  /** Of each place in `#nfc` the first and the last place in the file at which just what stands before it has been seen. */
  readonly #earliest: number[] = [];
  readonly #latest: number[] = [];

  constructor(text: string, span: Span, language: Language) {
    const written = text.slice(span.start, span.end);
    this.#language = language;
    this.#nfc = seen(written);
    this.#words = wordsOf(this.#nfc, language);
    for (let length = 0; length <= written.length; length += 1) {
      const before = written === this.#nfc ? written.slice(0, length) : seen(written.slice(0, length));
      if (!this.#nfc.startsWith(before)) continue;
      this.#earliest[before.length] ??= span.start + length;
      this.#latest[before.length] = span.start + length;
    }
  }

  /** The words of a phrase with stems in place of words, so that two that look for the same are the same. */
  #stemmed(phrase: readonly WordPattern[]): WordPattern[] {
    return phrase.map(({ kind, text }) => ({ kind, text: kind === 'stem' ? stem(text, this.#language) : text }));
  }

  #phrase(phrase: readonly WordPattern[]): Occurrence[] {
    const patterns = this.#stemmed(phrase);
    return this.#words.flatMap((_, first) => {
      const words = this.#words.slice(first, first + patterns.length);
      const matched = patterns.map((pattern, i) => words[i]?.find((one) => fits(pattern, one)));
      const together = words.every((word, i) => i === 0 || GAP.test(this.#nfc.slice(words[i - 1]![0]!.end, word[0]!.start)));
      if (!together || matched.includes(undefined)) return [];
      return [{ start: matched[0]!.start, end: matched.at(-1)!.end, first, last: first + patterns.length - 1 }];
    });
  }

  #near([one, other]: readonly (readonly WordPattern[])[], within: number): Occurrence[] {
    const same = JSON.stringify(this.#stemmed(one!)) === JSON.stringify(this.#stemmed(other!));
    return this.#phrase(one!).flatMap((a) =>
      this.#phrase(other!).flatMap((b) => {
        const [earlier, later] = a.first <= b.first ? [a, b] : [b, a];
        const distance = later.first - earlier.last;
        // Of two items that are the same each pair is met twice, once in each order.
        if (distance < 1 || distance > within || (same && a !== earlier)) return [];
        return [{ start: earlier.start, end: later.end, first: earlier.first, last: later.last }];
      }),
    );
  }

  #all(items: readonly (readonly WordPattern[])[]): Occurrence[] {
    const firsts = items.map((item) => this.#phrase(item)[0]);
    if (firsts.includes(undefined)) return [];
    const of = (key: keyof Occurrence): number[] => firsts.map((one) => one![key]);
    return [
      { start: Math.min(...of('start')), end: Math.max(...of('end')), first: Math.min(...of('first')), last: Math.max(...of('last')) },
    ];
  }

  #regex(source: string): Span[] {
    const regex = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${source})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
    // A line break is a blank like any other.
    return [...this.#nfc.replace(/\s/g, ' ').matchAll(regex)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  }

  #find(pattern: Pattern): Span[] {
    switch (pattern.kind) {
      case 'phrase':
        return this.#phrase(pattern.words);
      case 'near':
        return this.#near(pattern.items, pattern.within);
      case 'all':
        return this.#all(pattern.items);
      case 'regex':
        return this.#regex(pattern.source);
    }
  }

  hits(theme: Theme): Found[] {
    return theme.terms.flatMap((term) => {
      const exceptions = [...theme.unless, ...term.unless].flatMap((pattern) => this.#find(pattern));
      return this.#find(term.pattern).map(({ start, end }): Found => {
        const blocked = exceptions.some((exception) => exception.start <= start && end <= exception.end);
        return {
          term,
          span: { start: this.#latest[start]!, end: this.#earliest[end]! },
          evidence: evidenceOf(term, this.#language),
          blocked,
        };
      });
    });
  }
}

function evidenceOf({ pattern }: Term, language: Language): string {
  const only = pattern.kind === 'phrase' && pattern.words.length === 1 ? pattern.words[0] : undefined;
  return only?.kind === 'stem' ? `stem ${stem(only.text, language)}` : JSON.stringify(pattern);
}

/** The hits of a sentence that make it bear a theme, seeing the hits of that theme in all sentences of its turn. */
function counting(turn: readonly (readonly Found[])[], number: number): Found[] {
  const around = [...(turn[number - 1] ?? []), ...turn[number]!, ...(turn[number + 1] ?? [])].filter((hit) => !hit.blocked);
  return turn[number]!.filter((hit) => {
    if (hit.blocked) return false;
    if (!hit.term.weak) return true;
    return around.some((other) => {
      const apart = other.span.end <= hit.span.start || hit.span.end <= other.span.start;
      return other.evidence !== hit.evidence && apart;
    });
  });
}

/** The codings of these interviews by definition, in the order of the text and, at one place, of the codebook. */
export function codeByDefinition(codebook: Codebook, transcripts: readonly Transcript[]): ReferenceCoding[] {
  const { allThemes, language } = codebook;
  let respondents = 0;
  const sentencesWith = new Map<string, number>();
  const found: (Omit<ReferenceCoding, 'hits' | 'score'> & { readonly hits: readonly Found[] })[] = [];

  for (const transcript of transcripts) {
    for (const [turn, { speaker, span }] of transcript.turns.entries()) {
      if (transcript.participants.get(speaker)?.role === 'interviewer') continue;
      const spans = splitSentences(transcript.text, span, language);
      const sentences = spans.map((one) => new Sentence(transcript.text, one, language));
      respondents += sentences.length;
      const hitsOf = new Map(allThemes.map((theme) => [theme.id, sentences.map((sentence) => sentence.hits(theme))]));
      for (const [theme, hits] of hitsOf) {
        for (const inSentence of hits) {
          for (const evidence of new Set(inSentence.filter((hit) => !hit.blocked).map((hit) => hit.evidence))) {
            const key = `${theme} ${evidence}`;
            sentencesWith.set(key, (sentencesWith.get(key) ?? 0) + 1);
          }
        }
      }
      const borne = (theme: Theme, number: number): boolean => counting(hitsOf.get(theme.id)!, number).length > 0;
      const borneBelow = (theme: Theme, number: number): boolean =>
        theme.themes.some((sub) => borne(sub, number) || borneBelow(sub, number));
      const ofTurn = allThemes.flatMap((theme) => {
        const own = sentences.map((_, number) => borne(theme, number) && !borneBelow(theme, number));
        return own.flatMap((is, first) => {
          if (!is || own[first - 1]) return [];
          const after = own.indexOf(false, first);
          const last = (after < 0 ? own.length : after) - 1;
          const hits = own.flatMap((_, number) => (number < first || number > last ? [] : counting(hitsOf.get(theme.id)!, number)));
          return [{ transcript: transcript.id, turn, theme: theme.id, span: { start: spans[first]!.start, end: spans[last]!.end }, hits }];
        });
      });
      found.push(...ofTurn.sort((a, b) => a.span.start - b.span.start));
    }
  }

  return found.map(({ hits, ...coding }) => {
    let score = 0;
    for (const evidence of new Set(hits.map((hit) => hit.evidence))) {
      const weak = hits.every((hit) => hit.evidence !== evidence || hit.term.weak);
      score += (weak ? 0.5 : 1) * Math.log((1 + respondents) / (1 + sentencesWith.get(`${coding.theme} ${evidence}`)!));
    }
    return { ...coding, hits: hits.map(({ term, span }) => ({ term, span })), score };
  });
}
