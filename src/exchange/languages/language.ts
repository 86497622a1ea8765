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
}
