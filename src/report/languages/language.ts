import type { Role } from '../../model.ts';
import type { Sentences } from './sentences.ts';

/** People behind a statement, and what they have in common. */
export interface Who {
  /** How many people, of how many interviewed. */
  readonly people: number;
  readonly of: number;
  /** The role they all have, where they share one, with how many were interviewed with that role. */
  readonly role: { readonly role: Role; readonly of: number } | undefined;
  /** The group all their roles belong to, where they have several of its roles. */
  readonly group?: { readonly name: string; readonly of: number } | undefined;
}

/** In how many interviews and articles people speak, and what kinds of documents are coded, one for each. */
export interface Sources {
  readonly interviews: number;
  readonly articles: number;
  readonly documents: readonly string[];
}

/** How far people have come in reading what the rules propose. */
interface Review {
  /** What the rules propose, and how many of these people have accepted and rejected. */
  readonly proposed: number;
  readonly accepted: number;
  readonly rejected: number;
  /** What people found that the rules did not. */
  readonly added: number;
  /** Is something left out that nobody has accepted or rejected? */
  readonly setAside: boolean;
  readonly coders: number;
}

/** How far coders agree, where enough was shown to all of them. */
interface CoderAgreement {
  readonly coders: number;
  /** Sentences all were shown, and of these the ones they were shown as a whole. */
  readonly sentences: number;
  readonly whole: number;
  /** The interviews they stand in. */
  readonly interviews: number;
  /** Krippendorff's alpha over all themes, and its 95 % interval. */
  readonly alpha: number;
  readonly interval: { readonly low: number; readonly high: number } | undefined;
}

/** What is missing in a report until the analyst has written it. */
export type GapKind = 'title' | 'purpose' | 'selection' | 'finding' | 'placement' | 'evidence' | 'recommendations' | 'basis';

/** What a picture says in words: its file, its title, what stands below it, and the numbers it shows. */
interface FigureText {
  readonly file: string;
  readonly title: string;
  readonly caption: string;
  readonly description: string;
}

/** A role, and the step most of it tell of. */
interface RoleAtStep {
  readonly role: Role;
  readonly step: { readonly number: number };
}

/** A row of the table that says which word stands for how many. */
export interface Scale {
  readonly words: readonly string[];
  readonly rule: string;
  /** How many people that is here, undefined where it cannot occur. */
  readonly range: readonly [number, number] | undefined;
}

/** The words of a report in one language. */
export interface ReportLanguage {
  number(n: number): string;
  digits(n: number): string;
  list(items: readonly string[]): string;
  /** Upper case at the start of a sentence. */
  capital(text: string): string;
  /** A number of things: a neuter in Danish. */
  count(n: number): string;
  /**
   * "flere af de interviewede", "to af de fire interviewede chefer".
   * @param way which of the ways to say it, over and over; 0 is the plainest
   */
  howMany(who: Who, way?: number): string;
  scale(total: number): Scale[];
  /** "en chef", or one of those interviewed when the role is not known. */
  onePerson(role: Role | undefined): string;
  /** "en anden chef". */
  another(role: Role): string;
  /** "tre direktører, fire chefer". */
  peopleByRole(counts: readonly { role: Role | undefined; people: number }[]): string;
  roleName(role: string | undefined): string;
  quote(text: string, role: string, toApprove: boolean): string;
  gap(what: string): string;
  barrier(label: string): string;
  /** The theme inside a sentence when the codebook gives no noun for it. */
  nounOf(label: string): string;
  readonly sentences: Sentences;
  readonly headings: Readonly<
    Record<
      | 'front'
      | 'contents'
      | 'summary'
      | 'introduction'
      | 'method'
      | 'data'
      | 'coding'
      | 'limits'
      | 'quotes'
      | 'unread'
      | 'examples'
      | 'results'
      | 'scale'
      | 'nuances'
      | 'recommendations'
      | 'overview',
      string
    >
  >;
  readonly words: Readonly<
    Record<
      | 'draft'
      | 'theme'
      | 'total'
      | 'of'
      | 'unknownRole'
      | 'word'
      | 'people'
      | 'here'
      | 'initiatives'
      | 'notFound'
      | 'hidden'
      | 'otherThemes'
      | 'documents',
      string
    >
  >;
  by(author: string | undefined, client: string | undefined): string | undefined;
  introduction(facts: { sources: Sources; people: string; client: string | undefined; chapters: readonly string[] }): string;
  data(facts: { sources: Sources; individual: boolean; people: number; byRole: string; words: number }): string;
  population(counts: readonly { role: Role; people: number }[]): string;
  material(material: { kind: string; participants: string | undefined; note: string | undefined }): string;
  materialsLead: string;
  /** How many documents are coded, and their kinds. */
  documents(sources: Sources): string;
  coding(facts: { sources: Sources; title: string; version: string | undefined; themes: number; subthemes: number }): string;
  reviewed(review: Review): string;
  agreement(agreement: CoderAgreement): string;
  scaleLead: string;
  limits: readonly string[];
  quotesNote(sources: Sources, toApprove: boolean): string;
  unread(file: string): string;
  wordless(file: string): string;
  duplicate(file: string, of: string): string;
  notFound(noun: string, sources: Sources): string;
  /** What a report says that is arranged by the questions of the interview guide. */
  readonly answers: {
    /** How it is arranged. */
    note(questions: number): string;
    /** Who answers a question. @param all do all of the interviewed? */
    given(who: string, all: boolean): string;
    readonly nobody: string;
    /** The heading of what answers no question, and what stands there. */
    readonly others: string;
    readonly othersNote: string;
  };
  /** What a recommendation rests on, inside a sentence. */
  basis(themes: readonly string[], sources: readonly string[]): string;
  recommendationGroups(names: readonly string[]): string;
  /** Leads in the recommendations in brief. */
  recommendationsInBrief: string;
  overviewNote: string;
  /** What a dot in a table or picture hides. */
  hiddenNote: string;
  /** What the report says of the steps of a scale. */
  readonly steps: {
    readonly dimension: string;
    /** "trin 2, Den inddragende". */
    step(number: number, label: string): string;
    intro(title: string): string;
    tableNote(of: number): string;
    /** How many people are heard on a dimension, and how many of them, and of which roles, support the placing. */
    weighed(facts: { supporting: number; heard: number; of: number; roles: string }): string;
    /** Stands behind it where fewer than half do. */
    readonly against: string;
    /** Leads in what supports the placing. */
    readonly evidence: string;
    differ(a: RoleAtStep, b: RoleAtStep): string;
    /** Names the next step. @param isNeighbour is it the one right above, or does the scale say nothing of that? */
    next(number: number, label: string, isNeighbour: boolean): string;
    /** Leads in the codebook's definition of it. */
    readonly takes: string;
    /** Leads in what people say of it already. */
    readonly already: string;
    top(number: number): string;
    /** What is said of the next step has been read, and none of it accepted. */
    setAside(noun: string): string;
  };
  readonly figures: {
    /** The folder of the pictures of a file. @param file its name without ending */
    folder(file: string): string;
    numbered(n: number, caption: string): string;
    themes(facts: { of: number; rows: readonly { label: string; people: number }[] }): FigureText;
    profile(facts: {
      of: number;
      levels: readonly string[];
      rows: readonly {
        label: string;
        steps: readonly { people: number; supporting: number; isEmpty: boolean; isPlaced: boolean }[];
      }[];
    }): FigureText;
    /** @param facts people undefined where they are not shown */
    roles(facts: {
      columns: readonly { name: string; people: number }[];
      rows: readonly { label: string; cells: readonly (number | undefined)[] }[];
    }): FigureText;
  };
  readonly gaps: Readonly<Record<GapKind, string>>;
}
