import type { Agreement } from '../../analysis/agreement/agreement.ts';
import type { Choice } from '../../analysis/choose.ts';
import { countCodings, DOCUMENTS } from '../../analysis/count.ts';
import { quotesOf, type Quote } from '../../analysis/quotes.ts';
import { scaleEvidence, type DimensionEvidence } from '../../analysis/scale.ts';
import { UNKNOWN } from '../../analysis/unknown.ts';
import type { Coding, CrossTable, Hit, Participant, Study, Theme, Transcript } from '../../model.ts';
import { lineOf } from '../../text/lines.ts';
import type { Figure } from '../figures/figure.ts';
import { reportLanguages } from '../languages/index.ts';
import type { ReportLanguage } from '../languages/language.ts';
import { evidenceLanguages } from './languages/index.ts';
import type { EvidenceLanguage, SectionName } from './languages/language.ts';
import { escapeMarkdown } from './markdown.ts';

/** A file the numbers rest on: its name as the study has it, and the start of the SHA-256 of its text. */
interface Source {
  readonly name: string;
  readonly hash: string;
}

/** What a run was made of. */
export interface Provenance {
  /** The version of codify. */
  readonly version: string;
  /** Study file, codebook, participants, decisions. */
  readonly sources: readonly Source[];
  readonly interviews: ReadonlyMap<Transcript, Source>;
  /** What was meant as an interview and could not be read, with the reason as codify gave it. */
  readonly unread: readonly { readonly name: string; readonly reason: string }[];
  /** How many sentences respondents say. */
  readonly sentences: number;
}

/** All that the sections of the team's file are written from. */
export interface EvidenceFacts {
  readonly study: Study;
  /** Rejected ones among them. */
  readonly codings: readonly Coding[];
  /** The quotes the report prints. */
  readonly choices: readonly Choice[];
  readonly figures: readonly Figure[];
  /** Their folder, seen from the file. */
  readonly figuresIn: string;
  readonly provenance: Provenance;
  /** How far the coders agree, where several were shown the same. */
  readonly agreement: Agreement | undefined;
  /** Themes by role. */
  readonly table: CrossTable;
  /** What is said of each step of the codebook's scale; empty without one. */
  readonly scale: readonly DimensionEvidence[];
  /** The words of this file, and those it has in common with the report. */
  readonly words: EvidenceLanguage;
  readonly reportWords: ReportLanguage;
  /** The quotes of each theme, those of its sub-themes among them. */
  readonly quotes: ReadonlyMap<Theme, readonly Quote[]>;
  /** What each coding rests on, looked up once: a coding looks for its hits anew whenever it is asked. */
  readonly hits: ReadonlyMap<Coding, readonly Hit[]>;
}

/** What the team's file rests on, beside the study, its codings and the report. */
export interface EvidenceGrounds {
  readonly provenance: Provenance;
  /** Of its coders, when there are several. */
  readonly agreement: Agreement | undefined;
  /** The folder of its pictures, seen from the file. */
  readonly figuresIn: string;
}

/** Gathers what the team's file says of a study, once. */
export function gatherEvidence(
  study: Study,
  codings: readonly Coding[],
  { choices, figures }: Pick<EvidenceFacts, 'choices' | 'figures'>,
  { provenance, agreement, figuresIn }: EvidenceGrounds,
): EvidenceFacts {
  const { language } = study.plan.report;
  return {
    study,
    codings,
    choices,
    figures,
    figuresIn,
    provenance,
    agreement,
    table: countCodings(study, codings),
    scale: scaleEvidence(study.codebook, study.plan, codings),
    words: evidenceLanguages[language],
    reportWords: reportLanguages[language],
    quotes: new Map(study.codebook.allThemes.map((theme) => [theme, quotesOf(theme, codings)])),
    hits: new Map(codings.map((coding) => [coding, coding.hits])),
  };
}

/** Where to link to for a section. No heading's own anchor has a full stop in it, so these are unique. */
export const sectionAnchor = (name: SectionName): string => `del.${name}`;

/** Where to link to for a theme, or for one of the table's columns under it. */
export function themeAnchor(theme: Theme, column?: number): string {
  return ['tema', theme.id, ...(column === undefined ? [] : [column + 1])].join('.');
}

/** Where to link to for a theme's entry in the codebook. */
export const entryAnchor = (theme: Theme): string => `kodebog.${theme.id}`;

/** The column a person is counted in. */
export const columnOf = ({ role, document }: Participant): string => (document === undefined ? (role ?? UNKNOWN) : DOCUMENTS);

/** The name of a column: a role, or that it is not known. */
export function columnName(id: string, { reportWords }: EvidenceFacts): string {
  return escapeMarkdown(id === UNKNOWN ? reportWords.roleName(undefined) : id);
}

/** "interview/03.md:12", where words begin. */
export function placeOf(transcript: Transcript, turn: number, start: number, { provenance }: EvidenceFacts): string {
  return escapeMarkdown(`${provenance.interviews.get(transcript)!.name}:${lineOf(transcript, turn, start)}`);
}

/** The first words of a text, with … where more follows. */
export function opening(text: string, most: number): string {
  const words = text.trim().split(/\s+/);
  return escapeMarkdown(words.slice(0, most).join(' ')) + (words.length > most ? ' …' : '');
}
