/** codify as a library: the same functions the commands call. */
export type * from './model.ts';
export { CodifyError, CodifyErrors, type Place } from './errors.ts';
export { compareCodebooks, type CodebookComparison, type Difference, type Pair } from './codebook/compare.ts';
export { loadCodebook, readCodebook, type CodebookReading } from './codebook/load.ts';
export { checkCodebook, type Checked } from './check/check.ts';
export { levelsOf, type Levels } from './check/levels.ts';
export { loadStudy, type StudyRequest } from './study/load.ts';
export { codeTranscripts, type Coded } from './coding/code.ts';
export { explainText, type Company, type Evidence, type ExplainedSentence } from './coding/explain.ts';
export type { NearMiss } from './coding/nearly.ts';
export { countCodings } from './analysis/count.ts';
export { quotesOf, type Quote } from './analysis/quotes.ts';
export { compareRuns, type CodedRun, type Move, type RunComparison, type Shift, type ThemeShift } from './analysis/compare.ts';
export { printQuote, type PrintedQuote } from './analysis/printed.ts';
export { writeReport, type Report } from './report/write.ts';
export { readParagraphs, type Paragraph } from './report/verify/paragraphs.ts';
export { verifyReport, type CheckedQuotation, type ReportNames } from './report/verify/verify.ts';
