import type { Coding, Language, Stance } from '../../../model.ts';

export type SectionName = 'account' | 'overview' | 'quotes' | 'coverage' | 'codebook' | 'coreq';

/** An item of COREQ in short, and what only the analyst can say of it. */
interface CoreqItem {
  readonly item: string;
  readonly gap?: string;
}

/** The words of the team's file in one language; names and titles come to it with the marks of Markdown escaped. */
export interface EvidenceLanguage {
  title(study: string): string;
  /** For whom the file is. */
  readonly notice: string;
  readonly headings: Readonly<Record<SectionName, string>>;

  readonly filesTitle: string;
  filesNote(version: string): string;
  readonly filesHead: readonly string[];
  readonly unreadLead: string;
  readonly optionsTitle: string;
  codebookOption(codebook: { title: string; version: string | undefined }): string;
  languageOption(study: Language, report: Language): string;
  quotesOption(most: number): string;
  readonly onlyAcceptedOption: string;
  scaleOption(scale: string): string;
  codersOption(coders: readonly string[]): string;
  readonly taggingTitle: string;
  tagging(facts: { sentences: number; codings: number; quotes: number }): string;
  coders(coders: readonly { name: string; decisions: number }[]): string;
  readonly taggingNote: string;
  readonly taggingHead: readonly string[];

  readonly overviewNote: string;
  /** Leads in what is said of the steps of a scale. */
  readonly stepsNote: string;

  readonly quotesNote: string;
  amount(amount: { people: number; of: number; quotes: number }): string;
  readonly statuses: Readonly<Record<Coding['status'], string>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly prints: Readonly<Record<NonNullable<Coding['print']>, string>>;
  readonly consents: Readonly<Record<'nej' | 'godkendes', string>>;
  readonly byPerson: string;
  readonly inReport: string;
  readonly weak: string;
  readonly withoutTerms: string;
  readonly memo: string;
  rejected(count: number): string;

  /** The matrix of people and themes, which is a file of its own. */
  readonly matrix: {
    title(study: string): string;
    readonly notice: string;
    readonly note: string;
    /** Said beside it where the study has documents. */
    readonly documents: string;
    readonly person: string;
    /** A theme without its sub-themes. */
    alone(theme: string): string;
  };

  readonly coverageNote: string;
  readonly coverageHead: readonly string[];
  readonly stretchesLead: string;
  stretch(words: number): string;
  readonly silentLead: string;
  readonly nobodySilent: string;

  readonly codebookNote: string;
  readonly codebookParts: Readonly<Record<'code' | 'brief' | 'full' | 'include' | 'exclude' | 'example', string>>;
  gapIn(part: string): string;

  readonly coreqNote: string;
  /** The three parts of COREQ; their items are numbered through, 1 to 32. */
  readonly coreqParts: readonly { readonly title: string; readonly items: readonly CoreqItem[] }[];
  readonly coreqAnswers: {
    readonly method: string;
    sample(people: number, interviews: number): string;
    roles(byRole: string, population: readonly string[]): string;
    repeats(people: number): string;
    length(words: string, shortest: string, longest: string): string;
    saturation(last: number, interviews: number): string;
    coders(coders: number): string;
    tree(themes: number, subthemes: number, codebook: string): string;
    derivation(codebook: string): string;
    software(version: string): string;
    quotations(printed: number, quotes: string): string;
    consistency(claims: number, themes: number, reviewed: number, codings: number): string;
    major(found: number, themes: number): string;
    minor(found: number, subthemes: number, otherwise: number): string;
  };
}
