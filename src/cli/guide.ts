import type { Question, Transcript } from '../model.ts';

const SHOWN = 8;

/** `line 7`, `lines 7, 9 and 5 more`. */
function linesOf(lines: readonly number[]): string {
  const more = lines.length > SHOWN ? ` and ${lines.length - SHOWN} more` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, SHOWN).join(', ')}${more}`;
}

/**
 * What becomes of the interview guide in an interview: at which line each question is put and by which words, which
 * turns follow up on it, what is in doubt, and which questions were not found. A line of text each.
 */
export function guideLines(guide: readonly Question[], { text, turns, participants, questions }: Transcript): string[] {
  if (!questions) return [];
  const { puts, ofTurns } = questions;
  const interviewers = turns.flatMap(({ speaker }, turn) => (participants.get(speaker)?.role === 'interviewer' ? [turn] : []));
  if (interviewers.length === 0) return ['questions: nobody asks in it'];
  const putting = new Set(puts.map(({ turn }) => turn));
  const lines = guide.flatMap((question) => {
    const own = puts.filter((put) => put.question === question);
    if (own.length === 0) return [];
    const places = own.map(({ line, words, unmarked }) => {
      const said = [...new Set(words.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')))];
      return `line ${line} ("${said.join('", "')}"${unmarked ? ', and no question mark' : ''})`;
    });
    const follows = interviewers
      .filter((turn) => !putting.has(turn) && ofTurns[turn]!.includes(question.id))
      .map((turn) => turns[turn]!.line);
    const followed = follows.length === 0 ? '' : `; followed up in ${linesOf(follows)}`;
    return [`question ${question.id}: ${places.join(', ')}${followed}`];
  });
  for (const turn of putting) {
    const asked = ofTurns[turn]!;
    if (asked.length > 1) lines.push(`in doubt: line ${turns[turn]!.line} has words of ${asked.join(' and ')}: what follows answers both`);
  }
  const missing = guide.filter(({ id }) => puts.every((put) => put.question.id !== id)).map(({ id }) => id);
  if (missing.length > 0) lines.push(`questions not found: ${missing.join(', ')}`);
  return lines;
}
