import type { Agreement } from '../analysis/agreement/agreement.ts';
import { QuoteChooser } from '../analysis/choose.ts';
import { countCodings, documentsOf, underThemes, voicesOf } from '../analysis/count.ts';
import { scaleEvidence, type DimensionEvidence } from '../analysis/scale.ts';
import type { Coding, CrossTable, Study, Theme } from '../model.ts';
import { AnalystsWords } from './gaps.ts';
import { reportLanguages } from './languages/index.ts';
import type { ReportLanguage, Sources } from './languages/language.ts';

/** All that the sections of a report are written from. */
export interface ReportFacts {
  readonly study: Study;
  readonly codings: readonly Coding[];
  /** The codings of a theme and of those under it. */
  readonly under: (theme: Theme) => readonly Coding[];
  /** How far the coders agree, where several were shown the same. */
  readonly agreement: Agreement | undefined;
  /** The same in documents, which no sentence on people rests on. */
  readonly written: (theme: Theme) => readonly Coding[];
  /** What is said of each step of the codebook's scale; empty without one. */
  readonly scale: readonly DimensionEvidence[];
  /** Themes by role. */
  readonly table: CrossTable;
  readonly sources: Sources;
  readonly words: ReportLanguage;
  readonly quotes: QuoteChooser;
  readonly analyst: AnalystsWords;
  /** The folder of its pictures, seen from the report; undefined for a report without. */
  readonly figuresIn: string | undefined;
}

/** What a report may rest on, and show, beside the study and its codings. */
export interface ReportRequest {
  /** How far its coders agree, when there are several. */
  readonly agreement?: Agreement | undefined;
  /** Leave out quotes that wait for approval, which are marked otherwise. */
  readonly approvedOnly?: boolean | undefined;
  /** The folder of its pictures, seen from the report; without it the report shows none. */
  readonly figuresIn?: string | undefined;
}

/** What a study's people speak in, and what is written. */
function sourcesOf({ transcripts }: Pick<Study, 'transcripts'>): Sources {
  const spoken = [...new Set(voicesOf(transcripts).map(({ transcript }) => transcript))];
  const articles = spoken.filter(({ isArticle }) => isArticle).length;
  const documents = documentsOf(transcripts).map(({ participant }) => participant.document!);
  return { interviews: spoken.length - articles, articles, documents };
}

/** Gathers what a report says of a study, once. */
export function gatherFacts(
  study: Study,
  codings: readonly Coding[],
  { agreement, approvedOnly = false, figuresIn }: ReportRequest,
): ReportFacts {
  const words = reportLanguages[study.plan.report.language];
  const isSpoken = ({ participant }: Coding): boolean => participant.document === undefined;
  const under = underThemes(codings.filter(isSpoken));
  const written = underThemes(codings.filter((coding) => !isSpoken(coding)));
  return {
    study,
    codings,
    agreement,
    under: (theme) => under.get(theme.id) ?? [],
    written: (theme) => written.get(theme.id) ?? [],
    scale: scaleEvidence(study.codebook, study.plan, codings),
    table: countCodings(study, codings),
    sources: sourcesOf(study),
    words,
    quotes: new QuoteChooser(study.codebook.language, codings, approvedOnly),
    analyst: new AnalystsWords(study, words),
    figuresIn,
  };
}

/** The theme as it is named inside a sentence. */
export function nounOf(theme: Theme, words: ReportLanguage): string {
  return theme.noun ?? words.nounOf(theme.label);
}
