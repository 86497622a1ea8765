import type { ReadCodebook, WrittenScalar, YamlPath } from '../codebook/load.ts';
import { explainWith, type ExplainedSentence } from '../coding/explain.ts';
import { codeTranscripts } from '../coding/code.ts';
import { Matcher } from '../coding/matcher.ts';
import { patternKey } from './patterns.ts';
import type { Codebook, Coding, Term, Theme, Transcript } from '../model.ts';

type Explained = Omit<ExplainedSentence, 'nearly'>;

/** A text of the codebook and how it is written. */
export interface WrittenText {
  readonly path: YamlPath;
  readonly value: string;
  readonly scalar: WrittenScalar;
}

/** A term, its theme and where it stands. */
export interface PlacedTerm {
  readonly term: Term;
  readonly theme: Theme;
  readonly path: YamlPath;
  /** The same for terms that look for the same words. */
  readonly words: string;
  /** The same for terms that look for words of the same stems, and so find the same. */
  readonly stems: string;
}

/** A codebook under examination: what the rules ask of it, worked out once. */
export class Book {
  readonly codebook: Codebook;
  readonly #read: ReadCodebook;
  readonly #transcripts: readonly Transcript[];
  readonly #above = new Map<Theme, readonly Theme[]>();
  readonly #explained = new Map<string, readonly Explained[]>();
  #matcher: Matcher | undefined;
  #texts: readonly WrittenText[] | undefined;
  #terms: readonly PlacedTerm[] | undefined;
  #codings: readonly Coding[] | undefined;

  /** @param transcripts the interviews it is tried on; none where it is examined by itself */
  constructor(read: ReadCodebook, transcripts: readonly Transcript[]) {
    this.#read = read;
    this.#transcripts = transcripts;
    this.codebook = read.codebook;
    const walk = (themes: readonly Theme[], above: readonly Theme[]): void => {
      for (const theme of themes) {
        this.#above.set(theme, above);
        walk(theme.themes, [...above, theme]);
      }
    };
    walk(this.codebook.themes, []);
  }

  /** The YAML path of a theme or term, and from there of what stands in it. */
  path(of: Theme | Term, ...more: readonly (string | number)[]): YamlPath {
    return [...this.#read.paths.get(of)!, ...more];
  }

  /** Was something at this path left out, because it is unusable? */
  isBroken(path: YamlPath): boolean {
    return this.#read.isBroken(path);
  }

  /** The themes a theme is a part of, from the top down. */
  above(theme: Theme): readonly Theme[] {
    return this.#above.get(theme)!;
  }

  /** Is one theme, at any depth, a part of the other? */
  isPartOf(theme: Theme, other: Theme): boolean {
    return this.above(theme).includes(other);
  }

  /** Are these one theme, or is one a part of the other? */
  areRelated(a: Theme, b: Theme): boolean {
    return a === b || this.isPartOf(a, b) || this.isPartOf(b, a);
  }

  /** Has a theme, or one of its sub-themes, anything it could be found by? */
  hasTerms(theme: Theme): boolean {
    return theme.terms.length > 0 || this.isBroken(this.path(theme, 'terms')) || theme.themes.some((one) => this.hasTerms(one));
  }

  /** Every term, in the order of the codebook. */
  get terms(): readonly PlacedTerm[] {
    this.#terms ??= this.codebook.allThemes.flatMap((theme) =>
      theme.terms.map((term) => {
        const { pattern } = term;
        return { term, theme, path: this.path(term), words: patternKey(pattern), stems: patternKey(pattern, this.codebook.language) };
      }),
    );
    return this.#terms;
  }

  /** Every text in the roles and themes, keys not among them. */
  get texts(): readonly WrittenText[] {
    if (this.#texts) return this.#texts;
    const texts: WrittenText[] = [];
    const walk = (value: unknown, path: YamlPath): void => {
      if (typeof value === 'string') {
        const scalar = this.#read.file.scalar(path);
        if (scalar) texts.push({ path, value, scalar });
      } else if (Array.isArray(value)) for (const [i, one] of value.entries()) walk(one, [...path, i]);
      else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    };
    walk(this.#read.file.data, []);
    this.#texts = texts;
    return texts;
  }

  get matcher(): Matcher {
    return (this.#matcher ??= new Matcher(this.codebook));
  }

  /** Which themes a sentence bears by the book's own terms, and why. */
  explain(text: string): readonly Explained[] {
    const known = this.#explained.get(text) ?? explainWith(this.matcher, text);
    this.#explained.set(text, known);
    return known;
  }

  get transcripts(): readonly Transcript[] {
    return this.#transcripts;
  }

  /** What the rules propose for the interviews. */
  get codings(): readonly Coding[] {
    return (this.#codings ??= codeTranscripts(this.codebook, this.#transcripts).codings);
  }
}
