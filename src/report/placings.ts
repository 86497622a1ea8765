import type { Codebook, Theme } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Paragraph } from './verify/paragraphs.ts';
import { findQuotations, type Quotation } from './verify/quotations.ts';

/** A heading of a report, or the bold words that open a paragraph as one does. */
export interface Heading {
  readonly text: string;
  /** The line of the report on which it stands, from 1. */
  readonly line: number;
}

/** A quotation, and the headings it stands under, the highest first. */
export interface PlacedQuotation {
  readonly quotation: Quotation;
  readonly headings: readonly Heading[];
}

/** What a report says of where its quotes belong. */
export interface Placings {
  readonly quotations: readonly PlacedQuotation[];
  /** Words between marks in the running text, of whose speaker no role is told: names, terms, others' texts. */
  readonly passedOver: readonly Quotation[];
  /** All headings, in their order. */
  readonly headings: readonly Heading[];
}

// Bold words that open a paragraph stand below every heading.
const BELOW_HEADINGS = 7;
const MOST_WORDS = 15;

/** The words of a heading in bold at the front of a paragraph; bold words of a sentence are none. */
function runInHeading({ text, lead }: Paragraph): string | undefined {
  if (lead === undefined || !text.trimStart().startsWith(lead.trim())) return undefined;
  const behind = text.trimStart().slice(lead.trim().length);
  const isSetOff = /[.:]\s*$/.test(lead) || /^\s*(?:$|[:–—])/.test(behind);
  return isSetOff && lead.trim().split(/\s+/).length <= MOST_WORDS ? lead.replace(/[\s.:]+$/, '').trim() : undefined;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The quotes of a report, each with the headings it stands under. A quote is a paragraph of its own between marks, or
 * one in the running text behind which a role stands in parentheses.
 * @param isRole as for `findQuotations`
 */
export function placeQuotations(paragraphs: readonly Paragraph[], isRole: (written: string) => boolean): Placings {
  const open: { readonly depth: number; readonly heading: Heading }[] = [];
  const headings: Heading[] = [];
  const places: { readonly line: number; readonly headings: readonly Heading[] }[] = [{ line: 0, headings: [] }];
  for (const paragraph of paragraphs) {
    const runIn = paragraph.heading === undefined ? runInHeading(paragraph) : undefined;
    const text = onOneLine(runIn ?? paragraph.text);
    const depth = paragraph.heading ?? (runIn === undefined ? undefined : BELOW_HEADINGS);
    if (depth === undefined || text === '') continue;
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const heading = { text, line: paragraph.line };
    open.push({ depth, heading });
    headings.push(heading);
    places.push({ line: paragraph.line, headings: open.map((one) => one.heading) });
  }
  const all = findQuotations(paragraphs, isRole);
  const isPlaced = ({ alone, role }: Quotation): boolean => alone || (role !== undefined && isRole(role));
  return {
    quotations: all.filter(isPlaced).map((quotation) => {
      const place = places.findLast(({ line }) => line <= quotation.line);
      return { quotation, headings: place?.headings ?? [] };
    }),
    passedOver: all.filter((one) => !isPlaced(one)),
    headings,
  };
}

const NUMBER = /^(?:(?:kapitel|afsnit|tema|chapter|section|theme)\s+)?\d+(?:\.\d+)*[.:)]?\s+/;
const KIND = /^[\p{L}-]+:\s+/u;

/** A heading or label as it is compared: without number, marks and case. */
export const headingKey = (text: string): string =>
  onOneLine(text.normalize('NFC').toLowerCase())
    .replace(NUMBER, '')
    .replace(/["“”„«»'’]/g, '')
    .replace(/[\s.:]+$/, '');

/** Says which theme a heading names: the one of that label, with or without its kind (*Barriere: …*). Never the nearest one. */
export class HeadingThemes {
  readonly #byLabel = new Map<string, Theme[]>();
  readonly #mapped: ReadonlyMap<string, Theme | null>;

  /** @param mapped by `headingKey`: what the user says of a heading; null means that it names no theme */
  constructor({ allThemes }: Codebook, mapped: ReadonlyMap<string, Theme | null>) {
    this.#mapped = mapped;
    for (const theme of allThemes) {
      const key = headingKey(theme.label);
      this.#byLabel.set(key, [...(this.#byLabel.get(key) ?? []), theme]);
    }
  }

  /** The theme; null where the user says it is none; undefined where nothing tells, or two themes have that label. */
  of({ text }: Heading): Theme | null | undefined {
    const key = headingKey(text);
    const said = this.#mapped.get(key);
    if (said !== undefined) return said;
    const found = this.#byLabel.get(key) ?? this.#byLabel.get(key.replace(KIND, '')) ?? [];
    return found.length === 1 ? found[0] : undefined;
  }

  /** The theme of the deepest heading that names one, above which the user has said of none that it names no theme. */
  under(headings: readonly Heading[]): Theme | undefined {
    for (const heading of headings.toReversed()) {
      const theme = this.of(heading);
      if (theme !== undefined) return theme ?? undefined;
    }
    return undefined;
  }

  /** What a heading that names no theme may mean, for a person to say. */
  hint({ text }: Heading): string | undefined {
    const labels = [...this.#byLabel.values()].flat();
    const key = headingKey(text).replace(KIND, '');
    return didYouMean(
      key,
      labels.map(({ label }) => label),
    );
  }
}
