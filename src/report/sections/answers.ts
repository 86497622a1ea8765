import { NO_QUESTION, questionsOf } from '../../analysis/count.ts';
import { groupBy } from '../../analysis/group-by.ts';
import type { PrintedLine, PrintedQuote } from '../../analysis/printed.ts';
import { quotesOf, withoutSentence, type Quote } from '../../analysis/quotes.ts';
import { standing } from '../../analysis/standing.ts';
import type { Coding, Participant, Transcript } from '../../model.ts';
import type { ReportFacts } from '../facts.ts';
import { roleOf, whoSays } from '../grounds.ts';
import type { Part } from '../parts.ts';
import { figureParts } from './figures.ts';
import { paragraphs, type Section } from './section.ts';

/** What one person says to one question. */
interface Answer {
  readonly participant: Participant;
  readonly turns: readonly { readonly transcript: Transcript; readonly turn: number }[];
  readonly codings: readonly Coding[];
}

const keyOf = (question: string, { id }: Participant): string => JSON.stringify([question, id]);

/** Who answers each question, with what of it bears a theme. */
function answersByQuestion({ study, codings }: ReportFacts): Map<string, Answer[]> {
  const coded = new Map<string, Coding[]>();
  for (const coding of standing(codings)) {
    for (const question of questionsOf(coding.transcript, coding.turn)) {
      const key = keyOf(question, coding.participant);
      coded.set(key, [...(coded.get(key) ?? []), coding]);
    }
  }
  const spoken = study.transcripts.flatMap((transcript) =>
    transcript.turns.flatMap(({ speaker, span }, turn) => {
      const participant = transcript.participants.get(speaker)!;
      if (participant.role === 'interviewer' || span.end === span.start) return [];
      return questionsOf(transcript, turn).map((question) => ({ question, participant, transcript, turn }));
    }),
  );
  const byQuestion = groupBy(spoken, ({ question }) => question);
  return new Map(
    [...byQuestion].map(([question, all]) => {
      const answers = [...groupBy(all, ({ participant }) => participant.id).values()].map((turns): Answer => {
        const { participant } = turns[0]!;
        return { participant, turns, codings: coded.get(keyOf(question, participant)) ?? [] };
      });
      return [question, answers];
    }),
  );
}

/** A point of an answer: a theme it touches on, and her words for it where they are not printed already. */
function pointOf(label: string, [printed]: readonly PrintedQuote[], facts: ReportFacts): string {
  return `- **${label}.**${printed === undefined ? '' : ` ${quoted(printed.text, printed.quote.participant, printed.awaitsApproval, facts)}`}`;
}

function quoted(text: string, { role, document }: Participant, awaitsApproval: boolean, { words, study }: ReportFacts): string {
  return words.quote(text, document ?? words.roleName(roleOf(role, study)?.id), awaitsApproval);
}

/** An answer: its own best line, then its points, in the order of the codebook. */
function answerText({ codings }: Answer, line: PrintedLine, facts: ReportFacts): string {
  const { language } = facts.study.codebook;
  const besideLine = (quote: Quote): Quote | undefined =>
    quote.transcript === line.transcript && quote.turn === line.turn ? withoutSentence(quote, line.sentence, language) : quote;
  const points = facts.study.codebook.allThemes.flatMap((theme) => {
    const quotes = quotesOf(
      theme,
      codings.filter((coding) => coding.theme === theme),
    );
    const left = quotes.flatMap((quote) => besideLine(quote) ?? []);
    return quotes.length === 0 ? [] : [pointOf(theme.label, facts.quotes.choose(left, 1), facts)];
  });
  return paragraphs(quoted(line.text, line.participant, line.awaitsApproval, facts), points.join('\n'));
}

/**
 * All answers to a question side by side. They stand in order of rank, and then of the alphabet: the order of the
 * interviews would tell from question to question whose they are.
 */
function answersText(answers: readonly Answer[], facts: ReportFacts): string {
  if (facts.study.plan.report.quotes === 0) return '';
  const roles = facts.study.codebook.roles.map(({ id }) => id);
  const rank = ({ role, document }: Participant): number => {
    if (document !== undefined) return roles.length + 1;
    return role !== undefined && roles.includes(role) ? roles.indexOf(role) : roles.length;
  };
  const opened = answers.flatMap((answer) => {
    const line = facts.quotes.chooseLine(answer.turns, answer.codings);
    return line ? [{ answer, line }] : [];
  });
  const ordered = opened.toSorted(
    (a, b) => rank(a.line.participant) - rank(b.line.participant) || (a.line.text < b.line.text ? -1 : a.line.text > b.line.text ? 1 : 0),
  );
  return paragraphs(...ordered.map(({ answer, line }) => answerText(answer, line, facts)));
}

/** How many of the interviewed answer a question. */
function howMany(answers: readonly Answer[], facts: ReportFacts): string {
  const { words } = facts;
  if (answers.length === 0) return words.answers.nobody;
  const who = whoSays(answers, facts);
  return words.answers.given(who.people === 1 ? words.onePerson(who.role?.role) : words.howMany(who), who.people === who.of);
}

/** The main results of a report arranged by question: under each question of the interview guide every answer to it. */
export const answers: Section = {
  name: 'answers',
  write(facts) {
    const { words, study } = facts;
    const { questions, report } = study.plan;
    if (report.by !== 'question') return [];
    const all = answersByQuestion(facts);
    const parts = questions.map(({ id, label }): Part => {
      const own = all.get(id) ?? [];
      return { name: `answers/${id}`, text: paragraphs(`### ${label}`, howMany(own, facts), answersText(own, facts)) };
    });
    // What answers no question is told as far as a theme was found in it.
    const others = (all.get(NO_QUESTION) ?? []).filter(({ codings }) => codings.length > 0);
    const rest = { name: 'answers', text: paragraphs(`### ${words.answers.others}`, words.answers.othersNote, answersText(others, facts)) };
    return [
      { name: 'results', text: paragraphs(`## ${words.headings.results}`, words.answers.note(questions.length)) },
      ...figureParts('themes', facts),
      ...parts,
      ...(others.length === 0 ? [] : [rest]),
    ];
  },
};
