import type { Remark } from '../files/remarks.ts';
import type { Language } from '../model.ts';
import type { Verdict } from '../report/verify/verify.ts';

/** The words a table or a closing line needs in the study's language; messages and help are English. */
interface CliWords {
  readonly theme: string;
  readonly total: string;
  readonly of: string;
  readonly quotes: string;
  readonly people: string;
  readonly reportFile: string;
  closing(facts: { interviews: number; codings: number; reviewed: number; withoutRole: number; unread: number }): string;
  next(facts: { report: string; gaps: number }): string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly nearest: string;
  readonly asked: string;
  quotations(count: number): string;
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
    people: 'personer',
    reportFile: 'rapport.md',
    closing: ({ interviews, codings, reviewed, withoutRole, unread }) =>
      [
        `${interviews} interview læst`,
        `${plural(codings, 'kodning', 'kodninger')}, ${reviewed} gennemlæst`,
        withoutRole > 0 && `${plural(withoutRole, 'taler', 'talere')} uden rolle`,
        unread > 0 && `${plural(unread, 'fil', 'filer')} ikke læst`,
      ]
        .filter(Boolean)
        .join(' · '),
    next: ({ report, gaps }) =>
      gaps === 0 ? `næste: læs ${report}` : `næste: læs ${report}, og skriv det, der mangler ${gaps === 1 ? 'ét sted' : `${gaps} steder`}`,
    verdicts: { found: 'fundet', edited: 'let redigeret', 'wrong role': 'forkert rolle', 'not found': 'ikke fundet' },
    nearest: 'nærmest',
    asked: 'det siger intervieweren',
    quotations: (count) => (count === 0 ? 'ingen citater' : plural(count, 'citat', 'citater')),
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
    people: 'people',
    reportFile: 'report.md',
    closing: ({ interviews, codings, reviewed, withoutRole, unread }) =>
      [
        `${plural(interviews, 'interview', 'interviews')} read`,
        `${plural(codings, 'coding', 'codings')}, ${reviewed} reviewed`,
        withoutRole > 0 && `${plural(withoutRole, 'speaker', 'speakers')} without a role`,
        unread > 0 && `${plural(unread, 'file', 'files')} not read`,
      ]
        .filter(Boolean)
        .join(' · '),
    next: ({ report, gaps }) =>
      gaps === 0 ? `next: read ${report}` : `next: read ${report} and write what is missing in ${plural(gaps, 'place', 'places')}`,
    verdicts: { found: 'found', edited: 'lightly edited', 'wrong role': 'wrong role', 'not found': 'not found' },
    nearest: 'nearest',
    asked: 'the interviewer says it',
    quotations: (count) => (count === 0 ? 'no quotations' : plural(count, 'quotation', 'quotations')),
    remarks: { comment: 'comment', reply: 'reply', insertion: 'inserted', deletion: 'deleted', resolved: 'resolved' },
    remarksFound: (remarks) => {
      const { comments, resolved, changes } = countRemarks(remarks);
      if (comments + changes === 0) return 'no comments and no changes';
      const settled = resolved === 0 ? '' : `, ${resolved} resolved`;
      return `${plural(comments, 'comment', 'comments')}${settled} · ${plural(changes, 'change', 'changes')}`;
    },
  },
};
