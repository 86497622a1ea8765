import type { Finding, Rule } from './rule.ts';
import type { Term } from '../../model.ts';

const NAMED = 8;

export const neverFound: Rule = {
  id: 'never-found',
  severity: 'warn',
  why: 'Terms that find nothing in the interviews were perhaps guessed, or are written another way than people speak.',
  said: 'Vi har travlt, og pengene er brugt.',
  passing: 'terms: [travlt]',
  failing: 'terms: [travlt, overbebyrdet]',
  check(book) {
    const found = new Set<Term>();
    for (const { text, turns, participants } of book.transcripts) {
      for (const { speaker, span } of turns) {
        if (participants.get(speaker)?.role === 'interviewer') continue;
        for (const { hits } of book.matcher.match(text, span)) for (const { term } of hits) found.add(term);
      }
    }
    return book.codebook.allThemes.flatMap((theme): Finding[] => {
      const never = theme.terms.filter((term) => !found.has(term)).map((term) => `"${term.written}"`);
      if (never.length === 0) return [];
      const more = never.length > NAMED ? ` and ${never.length - NAMED} more` : '';
      const of = `${never.length} of ${theme.terms.length} ${theme.terms.length === 1 ? 'term' : 'terms'} of "${theme.id}"`;
      const message = `${of} ${never.length === 1 ? 'is' : 'are'} not found in the interviews: ${never.slice(0, NAMED).join(', ')}${more}`;
      return [{ path: book.path(theme, 'terms'), message }];
    });
  },
};
