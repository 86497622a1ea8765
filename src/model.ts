/**
 * Every noun of codify, as plain data. Types only: what is done with them stands in the rooms.
 * Inside the program all positions are UTF-16 units of `Transcript.text`; what leaves it is given in code points.
 */

import type { Place } from './errors.ts';

/** A stretch of text, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The role no respondent can have: what an interviewer says is never a quote and never counted. */
export type Interviewer = 'interviewer';

/** A person who speaks. `role` is a role of the codebook, undefined when it is not known (*uoplyst*). */
export interface Participant {
  readonly id: string;
  readonly role: string | undefined;
  /** The title as it was written, before the codebook's aliases settled the role. */
  readonly title: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  /** May this person be quoted: yes, no, or only once she has approved the quote. */
  readonly consent: 'ja' | 'nej' | 'godkendes' | undefined;
  /** What this is the author of, where it is a document: "strategi". It is quoted, and counted among no people. */
  readonly document?: string | undefined;
}

/** What one person says until another speaks. Its words are `text.slice(span.start, span.end)`, never a copy. */
export interface Turn {
  /** The label as it stands in the file, without its title: `R05`. */
  readonly speaker: string;
  readonly span: Span;
  /** The line in the file on which the turn begins, from 1. */
  readonly line: number;
  readonly time?: string | undefined;
  /** Where the pieces begin that a file of cues divides it into, each with a line and a time of its own. */
  readonly cues?: readonly { readonly at: number; readonly line: number; readonly time: string | undefined }[] | undefined;
}

/** A question of the interview guide, and the terms by which it is known when an interviewer puts it. */
export interface Question {
  readonly id: string;
  /** The question as it stands in the guide. */
  readonly label: string;
  readonly asked: readonly Term[];
}

/** An interviewer's turn that puts a question of the guide. */
export interface PutQuestion {
  readonly question: Question;
  /** Index into `transcript.turns`. */
  readonly turn: number;
  readonly line: number;
  /** The words it is known by. */
  readonly words: readonly Span[];
  /** No sentence with such words ends in a question mark: it may be a remark. */
  readonly unmarked: boolean;
}

/** What becomes of the interview guide in an interview. */
export interface PutQuestions {
  readonly puts: readonly PutQuestion[];
  /** Of each turn the ids of the questions it puts, goes on with or answers; none before the first. */
  readonly ofTurns: readonly (readonly string[])[];
}

export interface Transcript {
  readonly id: string;
  /** As given by the user, for messages. */
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  /** Is it an article that quotes people, and no interview with them? */
  readonly isArticle?: boolean;
  readonly text: string;
  /** By speaker label. */
  readonly participants: ReadonlyMap<string, Participant>;
  readonly turns: readonly Turn[];
  /** What the reader noticed and the user should know: lines before the first speaker, columns chosen. */
  readonly notes: readonly string[];
  /** What it decided about the file's form: how speakers are set off. */
  readonly understood?: readonly string[];
  /** Where the study has an interview guide. */
  readonly questions?: PutQuestions;
}

/** A class of positions, chosen by the analyst; the order of the codebook is the order of rank. */
export interface Role {
  readonly id: string;
  readonly article: string;
  readonly plural: string;
  readonly definite: string;
  readonly aliases: readonly string[];
}

/** A word that covers several roles: "ledere på alle niveauer". */
export interface RoleGroup {
  readonly name: string;
  readonly roles: readonly string[];
}

/** Something wrong, vague or doubtful in a codebook, and the rule that says so. */
export interface Problem {
  readonly rule: string;
  readonly severity: 'error' | 'warn';
  readonly message: string;
  readonly place: Place;
  readonly hint: string | undefined;
}

/** How one word of a term is compared with a word of the text. `text` is in lower case and NFC. */
export interface WordPattern {
  readonly kind: 'stem' | 'exact' | 'start' | 'end' | 'part';
  readonly text: string;
}

/** What a term looks for. A phrase of one word is a word. */
export type Pattern =
  | { readonly kind: 'phrase'; readonly words: readonly WordPattern[] }
  | { readonly kind: 'near'; readonly items: readonly (readonly WordPattern[])[]; readonly within: number }
  | { readonly kind: 'all'; readonly items: readonly (readonly WordPattern[])[] }
  | { readonly kind: 'regex'; readonly source: string };

/** One entry of a theme's list: a pattern, whether it needs company, and where it does not count. */
export interface Term {
  /** As in the codebook, for people to read. */
  readonly written: string;
  readonly pattern: Pattern;
  readonly weak: boolean;
  readonly unless: readonly Pattern[];
}

export interface Theme {
  readonly id: string;
  /** The ids from the top of the codebook down to this theme. */
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: string | undefined;
  /** How the theme is named inside a sentence, in lower case. */
  readonly noun: string | undefined;
  readonly definition: string | undefined;
  readonly include: string | undefined;
  readonly exclude: string | undefined;
  readonly terms: readonly Term[];
  readonly unless: readonly Pattern[];
  readonly examples: readonly string[];
  readonly counterexamples: readonly string[];
  readonly themes: readonly Theme[];
  /** Where it stands on the codebook's scale, if it does. */
  readonly cell?: Cell | undefined;
}

/** A step of a dimension, each by its id. */
export interface Cell {
  readonly level: string;
  readonly dimension: string;
}

/** A step of a scale, and what it means whatever is looked at. */
export interface Level {
  readonly id: string;
  readonly label: string;
  readonly definition: string | undefined;
}

/** What is looked at on each step of a scale. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
}

/**
 * Steps in order, the first the lowest, each described by a theme for every dimension, or for some. The order is all
 * there is: steps are no numbers, and nothing is added up or averaged over them.
 */
export interface Scale {
  readonly title: string | undefined;
  readonly levels: readonly Level[];
  readonly dimensions: readonly Dimension[];
}

export type Language = 'da' | 'en';

export interface Codebook {
  readonly path: string;
  readonly title: string;
  readonly version: string | undefined;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly groups: readonly RoleGroup[];
  readonly themes: readonly Theme[];
  /** Every theme, each before its sub-themes. */
  readonly allThemes: readonly Theme[];
  readonly scale?: Scale | undefined;
  /** The interview guide, in its order; a study's own goes before it. */
  readonly questions?: readonly Question[];
}

/** One place where a term was found. */
export interface Hit {
  readonly term: Term;
  readonly span: Span;
}

/** A theme on a stretch of what a person said: whole sentences of one turn. */
export interface Passage {
  readonly theme: Theme;
  readonly transcript: Transcript;
  /** Index into `transcript.turns`. */
  readonly turn: number;
  readonly participant: Participant;
  readonly span: Span;
  /** The sentences of the turn it takes up, both included. */
  readonly sentences: { readonly first: number; readonly last: number };
}

/** What a quote says of its theme. */
export type Stance = 'supports' | 'qualifies' | 'contradicts';

/** What to print in place of a sentence's words: some of them left out, and words put in between [ and ]. */
export interface Edit {
  /** The sentence. */
  readonly span: Span;
  readonly text: string;
}

/** One theme put on one stretch of what a person said, and what it rests on. */
export interface Coding extends Passage {
  readonly id: string;
  readonly hits: readonly Hit[];
  /** The strength of the evidence in this run, higher is stronger; undefined where no run was there to compare with. */
  readonly score: number | undefined;
  readonly origin: 'rule' | 'person';
  readonly status: 'suggested' | 'accepted' | 'rejected';
  readonly stance: Stance | undefined;
  /** Nobody has accepted it, in a run that counts only what people have accepted. */
  readonly setAside?: true | undefined;
  /** What people want of it in the report: printed before others, or never. */
  readonly print?: 'pin' | 'ban' | undefined;
  readonly edits?: readonly Edit[];
  /** Sentences beside it, printed with it or not, that must not be printed. */
  readonly banned?: readonly Span[];
  /** The words that the one who said them has approved for print, quote by quote. */
  readonly approved?: readonly string[];
  readonly memos?: readonly string[];
}

/** Words with their neighbours, to be found again in a text that was edited. `start` is in code points. */
export interface Anchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
}

/** What a coder has decided about a sentence and a theme: a line of decisions/CODER.jsonl. */
export interface Decision {
  readonly id: string;
  /** The decision this one takes the place of; what an undo takes back. */
  readonly replaces?: string;
  readonly coder: string;
  readonly transcript: string;
  readonly anchor: Anchor;
  readonly theme?: string;
  readonly verdict: 'accept' | 'reject' | 'add' | 'move' | 'seen' | 'undo';
  /** The theme a sentence is moved to. */
  readonly to?: string;
  readonly stance?: Stance;
  readonly print?: 'pin' | 'ban';
  /** The sentence as it is printed. */
  readonly edit?: string;
  /** The quote with this sentence in it as the one who said it has approved it for print. */
  readonly approved?: string;
  /** The published report that places the sentence so; it may bear other themes too, of which the report says nothing. */
  readonly report?: ReportPlace;
  readonly memo?: string;
  readonly place: Place;
}

/** Where a published report has a quote. */
export interface ReportPlace {
  /** The line on which it begins, in a Word file its paragraph, from 1. */
  readonly line: number;
  /** The headings it stands under, the highest first. */
  readonly headings: readonly string[];
  /** Who said it, as the report writes it. */
  readonly role?: string;
}

/**
 * What one coder says of one theme on one sentence once her later decisions have replaced her earlier ones. Without a
 * theme it says that she was shown the sentence as a whole, and could have put any theme on it.
 */
export interface Judgement {
  readonly coder: string;
  readonly transcript: Transcript;
  /** Index into `transcript.turns`. */
  readonly turn: number;
  /** The sentence's number in the turn, from 0. */
  readonly sentence: number;
  readonly span: Span;
  readonly theme: string | undefined;
  /** Undefined when she was shown it and said nothing, or when what she says differs. */
  readonly status: 'accepted' | 'rejected' | undefined;
  readonly stance: Stance | undefined;
  readonly print: 'pin' | 'ban' | undefined;
  readonly edit: string | undefined;
  readonly memos: readonly string[];
  /** What it comes from. */
  readonly decisions: readonly Decision[];
}

/** How much stands behind a number: quotes, and the people, interviews and words they come from. */
export interface Amounts {
  readonly quotes: number;
  readonly people: number;
  readonly interviews: number;
  readonly words: number;
}

/** A column of a cross-table with its denominators: who could have been counted in it. */
export interface Column {
  readonly id: string;
  /** Where people are counted by several properties at once, the value of each. */
  readonly values?: readonly string[] | undefined;
  readonly people: number;
  readonly interviews: number;
  readonly words: number;
}

/** A theme's row: a cell for each column, and a total that is a union, not a sum. */
export interface CountRow {
  readonly theme: Theme;
  readonly cells: readonly Amounts[];
  readonly total: Amounts;
  /** In documents, where the study has any; a document is counted as an interview is. */
  readonly documents?: Amounts;
}

export interface CrossTable {
  /** The properties of people that make the columns. */
  readonly by: readonly string[];
  readonly columns: readonly Column[];
  readonly total: Column;
  readonly documents?: Column;
  readonly rows: readonly CountRow[];
}

/** Something that took part in the study beside the interviews: told of, never counted as people. */
export interface Material {
  readonly kind: string;
  readonly participants: string | undefined;
  readonly note: string | undefined;
}

export interface Section {
  readonly title: string | undefined;
  readonly themes: readonly string[];
}

export interface Initiative {
  readonly type: string;
  readonly name: string;
  readonly value: string | undefined;
}

/** What the analyst says of a theme, in her own words. */
export interface Finding {
  readonly claim: string | undefined;
  /** What those say who bear it out, and who contradict it: clauses in subordinate order, as they stand after "at". */
  readonly clause: string | undefined;
  readonly contradiction: string | undefined;
  /** What the workshop added, as such a clause. */
  readonly workshop: string | undefined;
  /** Closes the theme and leads over to the next. */
  readonly leadOver: string | undefined;
}

export interface Recommendation {
  readonly title: string;
  /** Those of one group stand under its name. */
  readonly group: string | undefined;
  readonly text: string | undefined;
  readonly basis: readonly string[];
}

/** Where the analyst places the organisation in a dimension of the scale, and why. */
export interface Placement {
  /** The id of the step. */
  readonly level: string;
  readonly because: string;
}

/** What the analyst has decided about the study, from codify.yaml. */
export interface StudyPlan {
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly client: string | undefined;
  readonly author: string | undefined;
  readonly date: string | undefined;
  /** What the study is to find out and who asked for it. */
  readonly purpose: string | undefined;
  /** How the interviewees were chosen and what the interviews were about. */
  readonly selection: string | undefined;
  readonly population: Readonly<Record<string, number>>;
  readonly materials: readonly Material[];
  readonly sections: readonly Section[];
  /** By the theme's id. */
  readonly findings: Readonly<Record<string, Finding>>;
  /** By the dimension's id. */
  readonly placements: Readonly<Record<string, Placement>>;
  readonly initiatives: readonly Initiative[];
  readonly recommendations: readonly Recommendation[];
  /** The interview guide: the study's own, else the codebook's. */
  readonly questions: readonly Question[];
  readonly report: { readonly language: Language; readonly quotes: number; readonly by?: 'theme' | 'question' };
  /** Coders in order of rank: where they disagree, the first of them who decided is right. */
  readonly coders: readonly string[];
}

/** A file that was left out, and why. */
export interface LeftOut {
  readonly path: string;
  readonly line?: number | undefined;
  readonly reason: string;
}

/** An interview left out because it is there already, with how many of the same words in a row. */
export interface Duplicate {
  readonly path: string;
  readonly of: string;
  readonly words: number;
}

/** All that one run works on. */
export interface Study {
  /** Where its study file is, else where the user stands. */
  readonly folder: string;
  readonly plan: StudyPlan;
  readonly codebook: Codebook;
  readonly transcripts: readonly Transcript[];
  /** In the order of the coders' files and of their lines. */
  readonly decisions: readonly Decision[];
  /** The files that say what to make of the interviews: study file, codebook, participants, decisions. */
  readonly sources: readonly string[];
  /** Files meant as transcripts that could not be read. */
  readonly unread: readonly LeftOut[];
  /** Files in the folders that are no transcripts. */
  readonly skipped: readonly LeftOut[];
  /** Interviews left out because they are there already. */
  readonly duplicates: readonly Duplicate[];
  /** What the user should know before trusting the numbers, a sentence each. */
  readonly warnings: readonly string[];
}

/** A stretch of a report's line: words, and how they are set. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'struck'; readonly inlines: readonly Inline[] }
  /** To an address, or by `#name` to a heading of the report. */
  | { readonly kind: 'link'; readonly target: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** To the note of that number, counted from 1. */
  | { readonly kind: 'note'; readonly number: number }
  | { readonly kind: 'break' };

/** A picture that stands in a file of its own. */
export interface Picture {
  /** Where the report says it is: beside the report, unless it is a whole path. */
  readonly source: string;
  /** What it shows, in words. */
  readonly alt: string;
}

/** A line of a table of contents: the heading it leads to, by `#name`, and how deep it stands, from 1. */
export interface ContentsEntry {
  readonly depth: number;
  readonly target: string;
  readonly inlines: readonly Inline[];
}

/** A piece of a report; `line` is where it begins in the file, from 1. */
export type ReportBlock = { readonly line: number } & (
  | { readonly kind: 'heading'; readonly depth: number; readonly inlines: readonly Inline[]; readonly anchors: readonly string[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  /** Another's words: a block quote, or a paragraph that is one quotation and who said it. */
  | { readonly kind: 'quote'; readonly blocks: readonly ReportBlock[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly (readonly ReportBlock[])[] }
  | { readonly kind: 'contents'; readonly entries: readonly ContentsEntry[] }
  | { readonly kind: 'figure'; readonly picture: Picture; readonly caption: readonly Inline[] }
  /** The first row is the head; `right` says of each column whether it stands to the right. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[]; readonly right: readonly boolean[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
);

/** A report as a reader sees it, whatever it is to become: a Word file or a page. */
export interface ReportDocument {
  /** Its first heading of depth 1, in plain words. */
  readonly title: string | undefined;
  readonly blocks: readonly ReportBlock[];
  /** The notes, the first being number 1. */
  readonly notes: readonly (readonly ReportBlock[])[];
}
