import type { Finding, Study } from '../model.ts';
import type { GapKind, ReportLanguage } from './languages/language.ts';
import { readParts, textOf } from './parts.ts';

/** A place where the analyst has yet to write. */
export interface Gap {
  readonly kind: GapKind;
  /** The part of the report it stands in, and the heading of its chapter. */
  readonly part: string;
  readonly chapter: string;
  /** The theme or the recommendation it is about. */
  readonly of: string | undefined;
  /** What stands there until it is filled. */
  readonly text: string;
}

/** The key of codify.yaml that fills a gap. */
export const KEY_OF_GAP: Readonly<Record<GapKind, string>> = {
  title: 'title',
  purpose: 'purpose',
  selection: 'selection',
  finding: 'findings',
  placement: 'placements',
  evidence: 'placements',
  recommendations: 'recommendations',
  basis: 'recommendations: basis',
};

/** What the analyst has written of a theme and the report does not print, as nothing there asks for it yet. */
export interface Unprinted {
  readonly theme: string;
  readonly key: keyof Finding;
}

/** Where the report takes the analyst's words from: it knows which are missing, and which it has not printed. */
export class AnalystsWords {
  readonly #findings: Study['plan']['findings'];
  readonly #words: ReportLanguage;
  readonly #taken = new Set<string>();
  readonly #gaps = new Map<string, Gap>();

  constructor(study: Study, words: ReportLanguage) {
    this.#findings = study.plan.findings;
    this.#words = words;
  }

  /** What she says of a theme under one of the keys; it counts as printed. */
  take(theme: string, key: keyof Finding): string | undefined {
    const text = this.#findings[theme]?.[key];
    if (text !== undefined) this.#taken.add(`${theme} ${key}`);
    return text;
  }

  /** What stands in the report where she has yet to write. */
  gap(kind: GapKind, part: string, chapter: string, of?: string): string {
    const text = this.#words.gap(this.#words.gaps[kind]);
    this.#gaps.set(`${kind} ${part} ${of ?? ''}`, { kind, part, chapter, of, text });
    return text;
  }

  /** In the order they were written. */
  get gaps(): Gap[] {
    return [...this.#gaps.values()];
  }

  get unprinted(): Unprinted[] {
    return Object.entries(this.#findings).flatMap(([theme, finding]) =>
      (Object.keys(finding) as (keyof Finding)[])
        .filter((key) => finding[key] !== undefined && !this.#taken.has(`${theme} ${key}`))
        .map((key) => ({ theme, key })),
    );
  }
}

/** The gaps that a report as it stands in a file still has: she may have filled or deleted some by hand. */
export function openGaps(file: string, path: string, gaps: readonly Gap[]): Gap[] {
  const standing = new Map(readParts(file, path).flatMap((piece) => (piece.kind === 'part' ? [[piece.name, textOf(piece)]] : [])));
  return gaps.filter(({ part, text }) => standing.get(part)?.includes(text));
}
