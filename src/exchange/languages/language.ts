import type { Coding, Participant, Stance } from '../../model.ts';

/** The words of what leaves codify for people: the team's workbook. */
export interface ExchangeLanguage {
  /** The names of the sheets, at most 31 characters each. */
  readonly sheets: {
    readonly people: string;
    readonly themeByRole: string;
    readonly themeByPerson: string;
    readonly quotes: string;
    readonly codebook: string;
  };
  /** The first line of every sheet: whom it is for, then what it shows. */
  notice(shows: string): string;
  readonly shows: ExchangeLanguage['sheets'];
  /** The columns, by what stands in them. */
  readonly columns: {
    readonly person: string;
    readonly role: string;
    readonly title: string;
    readonly consent: string;
    readonly interviews: string;
    readonly words: string;
    readonly theme: string;
    readonly path: string;
    readonly total: string;
    readonly quotes: string;
    readonly coding: string;
    readonly quote: string;
    readonly file: string;
    readonly line: string;
    readonly time: string;
    readonly terms: string;
    readonly status: string;
    readonly stance: string;
    readonly inReport: string;
    readonly print: string;
    readonly decisions: string;
    readonly memos: string;
    readonly id: string;
    readonly kind: string;
    readonly level: string;
    readonly dimension: string;
    readonly definition: string;
    readonly include: string;
    readonly exclude: string;
    readonly examples: string;
    readonly counterexamples: string;
  };
  readonly unknownRole: string;
  readonly consents: Readonly<Record<NonNullable<Participant['consent']>, string>>;
  readonly statuses: Readonly<Record<Coding['status'], string>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly prints: Readonly<Record<'pin' | 'ban', string>>;
  /** A coder was shown it and put no verdict on it. */
  readonly seen: string;
  readonly yes: string;
  readonly no: string;
  readonly letter: LetterWords;
}

/** The words of the letter in which a person is asked to approve her quotes. */
export interface LetterWords {
  readonly title: string;
  readonly greeting: string;
  /** What was studied, by whom and for whom, and what is asked. */
  asks(facts: {
    readonly study: string | undefined;
    readonly author: string | undefined;
    readonly client: string | undefined;
    readonly quotes: number;
    /** She has asked to approve them first. */
    readonly wantsApproval: boolean;
  }): string;
  /** How she is shown in the report. @param cut are there quotes with words left out? */
  shown(cut: boolean): string;
  readonly howTitle: string;
  readonly how: string;
  /** What the answers lead to, a line each. */
  readonly outcomes: readonly string[];
  /** What becomes of the answers, and of quotes without one. */
  kept(wantsApproval: boolean): string;
  readonly quotesTitle: string;
  /** The heading of a quote ends in its id, in parentheses. */
  quote(number: number, id: string): string;
  place(heading: string | undefined, sentence: string | undefined): string | undefined;
  attributed(text: string, role: string | undefined): string;
  /** What to put a cross at. An answer begins with its word; behind `changed` she writes. */
  readonly answers: Readonly<Record<'yes' | 'no' | 'changed', { readonly word: string; readonly rest: string }>>;
  readonly thanks: string;
  back(author: string | undefined): string;
  reference(participant: string): string;
  /** What is noted of an answer in the decisions. */
  readonly memos: Readonly<Record<'yes' | 'no' | 'changed', string>>;
  readonly columns: Readonly<Record<'id' | 'participant' | 'quote' | 'answer' | 'changed', string>>;
}
