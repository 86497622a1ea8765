import type { TogetherUnit } from '../analysis/co-occurrence.ts';
import type { Remark } from '../files/remarks.ts';
import type { Language } from '../model.ts';
import type { Verdict } from '../report/verify/verify.ts';

/** How much was decided, and what is left to settle. */
interface DecisionFacts {
  readonly decisions: number;
  readonly coders: number;
  readonly lost: number;
  /** Of the lost ones. */
  readonly near: number;
  /** Themes of sentences on which decisions differ. */
  readonly disputes: number;
  readonly unfound: number;
  readonly waiting: number;
}

/** The words a table or a closing line needs in the study's language; messages and help are English. */
interface CliWords {
  readonly theme: string;
  readonly total: string;
  readonly of: string;
  readonly quotes: string;
  readonly documents: string;
  readonly people: string;
  /** The columns of the table of themes that stand together; the units of the one theme, of the other, and both. */
  readonly pairs: {
    readonly other: string;
    readonly units: Readonly<Record<TogetherUnit, string>>;
    readonly otherUnits: string;
    readonly both: string;
  };
  /** The table of steps: what its first column holds, and how many people support and contradict a step. */
  readonly steps: { readonly dimension: string; readonly supporting: string; readonly contradicting: string };
  readonly reportFile: string;
  readonly annexFile: string;
  readonly letterFolder: string;
  /** What became of an answer. */
  readonly answers: Readonly<Record<'yes' | 'no' | 'changed' | 'none' | 'refused', string>>;
  closing(facts: {
    interviews: number;
    codings: number;
    reviewed: number;
    withoutRole: number;
    files: { read: number; all: number };
  }): string;
  /** What `decisions` ends with. */
  decided(facts: DecisionFacts): string;
  next(facts: { report: string; gaps: number }): string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly nearest: string;
  readonly asked: string;
  quotations(count: number): string;
  /** How the people of a study were chosen that is made of a report's quotes. */
  quotesChosen(report: string): string;
  /** What `import` ends with. */
  imported(facts: { quotes: number; placed: number; themes: number }): string;
  readonly remarks: Readonly<Record<Remark['kind'] | 'resolved', string>>;
  remarksFound(remarks: readonly Pick<Remark, 'kind' | 'resolved'>[]): string;
}

/** How many comments with their answers, how many of them are settled, and how many changes. */
function countRemarks(remarks: readonly Pick<Remark, 'kind' | 'resolved'>[]): { comments: number; resolved: number; changes: number } {
  const comments = remarks.filter(({ kind }) => kind === 'comment' || kind === 'reply');
  return {
    comments: comments.length,
    resolved: comments.filter(({ resolved }) => resolved).length,
    changes: remarks.length - comments.length,
  };
}

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const cliWords: Readonly<Record<Language, CliWords>> = {
  da: {
    theme: 'tema',
    total: 'i alt',
    of: 'af',
    quotes: 'citater',
    documents: 'dokumenter',
    people: 'personer',
    pairs: {
      other: 'sammen med',
      units: { sentences: 'sætn.', turns: 'svar', people: 'pers.', interviews: 'interv.' },
      otherUnits: 'anden',
      both: 'begge',
    },
    steps: { dimension: 'forhold', supporting: 'for', contradicting: 'imod' },
    reportFile: 'rapport.md',
    annexFile: 'bilag.xlsx',
    letterFolder: 'breve',
    answers: { yes: 'godkendt', no: 'ikke godkendt', changed: 'ændret', none: 'ubesvaret', refused: 'kan ikke bruges' },
    closing: ({ interviews, codings, reviewed, withoutRole, files }) =>
      [
        `${interviews} interview læst`,
        `${plural(codings, 'kodning', 'kodninger')}, ${reviewed} gennemlæst`,
        withoutRole > 0 && `${plural(withoutRole, 'taler', 'talere')} uden rolle`,
        files.read < files.all && `${files.all - files.read} af ${plural(files.all, 'fil', 'filer')} ikke læst`,
      ]
        .filter(Boolean)
        .join(' · '),
    decided: ({ decisions, coders, lost, near, disputes, unfound, waiting }) =>
      [
        `${plural(decisions, 'afgørelse', 'afgørelser')} af ${plural(coders, 'koder', 'kodere')}`,
        lost > 0 && `${lost} tabt${near > 0 ? `, ${near} med et nært sted` : ''}`,
        disputes > 0 && `uenighed ${plural(disputes, 'sted', 'steder')}`,
        unfound > 0 && `${plural(unfound, 'godkendt sætning', 'godkendte sætninger')}, som ingen regel finder mere`,
        `${waiting} forslag venter`,
      ]
        .filter(Boolean)
        .join(' · '),
    next: ({ report, gaps }) =>
      gaps === 0 ? `næste: læs ${report}` : `næste: læs ${report}, og skriv det, der mangler ${gaps === 1 ? 'ét sted' : `${gaps} steder`}`,
    verdicts: { found: 'fundet', edited: 'let redigeret', 'wrong role': 'forkert rolle', 'not found': 'ikke fundet' },
    nearest: 'nærmest',
    asked: 'det siger intervieweren',
    quotations: (count) => (count === 0 ? 'ingen citater' : plural(count, 'citat', 'citater')),
    quotesChosen: (report) =>
      `Citaterne er hentet fra ${report}. En rapport siger ikke, hvilke af dens citater der er af den samme: Hvert citat regnes for en person for sig, så antal personer er et højst. Hvert citat står under den overskrift, rapporten har givet det, og kan høre til andre temaer også.`,
    imported: ({ quotes, placed, themes }) =>
      `${plural(quotes, 'citat', 'citater')}, højst så mange personer · ${placed} under ${plural(themes, 'tema', 'temaer')}`,
    remarks: { comment: 'kommentar', reply: 'svar', insertion: 'indsat', deletion: 'slettet', resolved: 'løst' },
    remarksFound: (remarks) => {
      const { comments, resolved, changes } = countRemarks(remarks);
      if (comments + changes === 0) return 'ingen kommentarer og ingen rettelser';
      const settled = resolved === 0 ? '' : `, ${resolved} løst`;
      return `${plural(comments, 'kommentar', 'kommentarer')}${settled} · ${plural(changes, 'rettelse', 'rettelser')}`;
    },
  },
  en: {
    theme: 'theme',
    total: 'total',
    of: 'of',
    quotes: 'quotes',
    documents: 'documents',
    people: 'people',
    pairs: {
      other: 'together with',
      units: { sentences: 'sent.', turns: 'turns', people: 'people', interviews: 'interv.' },
      otherUnits: 'other',
      both: 'both',
    },
    steps: { dimension: 'dimension', supporting: 'for', contradicting: 'against' },
    reportFile: 'report.md',
    annexFile: 'annex.xlsx',
    letterFolder: 'letters',
    answers: { yes: 'approved', no: 'not approved', changed: 'changed', none: 'unanswered', refused: 'cannot be used' },
    closing: ({ interviews, codings, reviewed, withoutRole, files }) =>
      [
        `${plural(interviews, 'interview', 'interviews')} read`,
        `${plural(codings, 'coding', 'codings')}, ${reviewed} reviewed`,
        withoutRole > 0 && `${plural(withoutRole, 'speaker', 'speakers')} without a role`,
        files.read < files.all && `${files.all - files.read} of ${plural(files.all, 'file', 'files')} not read`,
      ]
        .filter(Boolean)
        .join(' · '),
    decided: ({ decisions, coders, lost, near, disputes, unfound, waiting }) =>
      [
        `${plural(decisions, 'decision', 'decisions')} by ${plural(coders, 'coder', 'coders')}`,
        lost > 0 && `${lost} lost${near > 0 ? `, ${near} with a near match` : ''}`,
        disputes > 0 && `disagreement in ${plural(disputes, 'place', 'places')}`,
        unfound > 0 && `${plural(unfound, 'accepted sentence', 'accepted sentences')} that no rule finds any more`,
        plural(waiting, 'proposal waits', 'proposals wait'),
      ]
        .filter(Boolean)
        .join(' · '),
    next: ({ report, gaps }) =>
      gaps === 0 ? `next: read ${report}` : `next: read ${report} and write what is missing in ${plural(gaps, 'place', 'places')}`,
    verdicts: { found: 'found', edited: 'lightly edited', 'wrong role': 'wrong role', 'not found': 'not found' },
    nearest: 'nearest',
    asked: 'the interviewer says it',
    quotations: (count) => (count === 0 ? 'no quotations' : plural(count, 'quotation', 'quotations')),
    quotesChosen: (report) =>
      `The quotes are taken from ${report}. A report does not tell which of its quotes are one person's: each is taken for a person of its own, so the number of people is an upper bound. Each stands under the heading the report gives it, and may belong to other themes too.`,
    imported: ({ quotes, placed, themes }) =>
      `${plural(quotes, 'quote', 'quotes')}, at most as many people · ${placed} under ${plural(themes, 'theme', 'themes')}`,
    remarks: { comment: 'comment', reply: 'reply', insertion: 'inserted', deletion: 'deleted', resolved: 'resolved' },
    remarksFound: (remarks) => {
      const { comments, resolved, changes } = countRemarks(remarks);
      if (comments + changes === 0) return 'no comments and no changes';
      const settled = resolved === 0 ? '' : `, ${resolved} resolved`;
      return `${plural(comments, 'comment', 'comments')}${settled} · ${plural(changes, 'change', 'changes')}`;
    },
  },
};
