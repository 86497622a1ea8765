import type { Role } from '../../model.ts';

/** People behind a statement, and what they have in common. */
export interface Who {
  /** How many people, of how many interviewed. */
  readonly people: number;
  readonly of: number;
  /** The role they all have, where they share one, with how many were interviewed with that role. */
  readonly role: { readonly role: Role; readonly of: number } | undefined;
}

/** A sentence of the report with blanks for who and what. */
export type Lead = (who: string, noun: string) => string;

/** A row of the table that says which word stands for how many. */
export interface Scale {
  readonly words: readonly string[];
  readonly rule: string;
  /** How many people that is here, undefined where it cannot occur. */
  readonly range: readonly [number, number] | undefined;
}

/**
 * The words of a report in one language. Sentences that rest on codings nobody has reviewed say no more than that a
 * subject was touched on.
 */
export interface ReportLanguage {
  number(n: number): string;
  digits(n: number): string;
  list(items: readonly string[]): string;
  /** Upper case at the start of a sentence. */
  capital(text: string): string;
  /** "flere af de interviewede", "to af de fire interviewede chefer". */
  howMany(who: Who): string;
  scale(total: number): Scale[];
  /** "en chef", or one of those interviewed when the role is not known. */
  onePerson(role: Role | undefined): string;
  /** "tre direktører, fire chefer". */
  peopleByRole(counts: readonly { role: Role | undefined; people: number }[]): string;
  roleName(role: string | undefined): string;
  quote(text: string, role: string, toApprove: boolean): string;
  gap(what: string): string;
  barrier(label: string): string;
  /** The theme inside a sentence when the codebook gives no noun for it. */
  nounOf(label: string): string;
  /** A sentence of its own that opens a theme. */
  readonly openings: readonly Lead[];
  /** Sentences that lead in quotes of several people and say how many, or do not. */
  readonly counted: readonly Lead[];
  readonly uncounted: readonly ((noun: string) => string)[];
  /** Sentences that lead in quotes right after the theme's opening, which has named it. */
  readonly followUps: readonly string[];
  /** Sentences that lead in the words of one person. */
  readonly single: readonly Lead[];
  /** Sentences that lead in the list of factors. */
  readonly factorLists: readonly string[];
  readonly headings: Readonly<
    Record<
      | 'contents'
      | 'introduction'
      | 'method'
      | 'data'
      | 'coding'
      | 'limits'
      | 'quotes'
      | 'unread'
      | 'examples'
      | 'results'
      | 'recommendations'
      | 'overview',
      string
    >
  >;
  readonly words: Readonly<
    Record<
      'draft' | 'theme' | 'total' | 'of' | 'unknownRole' | 'word' | 'people' | 'here' | 'initiatives' | 'notFound' | 'otherThemes',
      string
    >
  >;
  by(author: string | undefined, client: string | undefined): string | undefined;
  introduction(facts: { interviews: number; people: string; client: string | undefined; chapters: readonly string[] }): string;
  data(facts: { interviews: number; individual: boolean; people: number; byRole: string; words: number }): string;
  population(counts: readonly { role: Role; people: number }[]): string;
  material(material: { kind: string; participants: string | undefined; note: string | undefined }): string;
  materialsLead: string;
  coding(facts: { title: string; version: string | undefined; themes: number; subthemes: number }): string;
  reviewed(facts: { codings: number; reviewed: number }): string;
  scaleLead: string;
  limits: readonly string[];
  quotesNote(toApprove: boolean): string;
  unread(file: string): string;
  wordless(file: string): string;
  duplicate(file: string, of: string): string;
  notFound(noun: string): string;
  basis(themes: readonly string[], sources: readonly string[]): string;
  overviewNote: string;
  readonly gaps: Readonly<Record<'title' | 'purpose' | 'selection' | 'finding' | 'recommendations' | 'basis', string>>;
}
