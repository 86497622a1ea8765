import { CodifyError } from '../errors.ts';
import { readAnswerTable, readLetter, type WrittenAnswer } from '../exchange/answers.ts';
import { exchangeLanguages } from '../exchange/languages/index.ts';
import { readText } from '../files/read.ts';
import { parseTable } from '../files/table.ts';
import type { Coding, Decision, Study } from '../model.ts';
import { checkQuotations } from '../report/verify/verify.ts';
import { takeAnswer, type Answer } from '../review/approval.ts';
import type { Interviews } from '../review/items.ts';
import type { Said } from '../review/said.ts';
import { declaredEdits, namesOf } from './names.ts';
import { paragraphsOf } from './paragraphs.ts';

/** The answers of a letter in Word, Markdown or plain text, or of a table. @throws CodifyError when it is neither */
export async function readAnswers(path: string): Promise<WrittenAnswer[]> {
  const isTable = /\.[ct]sv$/i.test(path);
  const answers = isTable ? readAnswerTable(parseTable(readText(path).text, path), path) : readLetter(await paragraphsOf(path), path);
  if (answers) return answers;
  throw new CodifyError(isTable ? 'is no table of answers' : 'is no letter of codify', {
    place: { path },
    hint: `codify quotes --participant ID --to ${isTable ? 'csv' : 'docx'} makes one`,
  });
}

/** What became of an answer: the lines it leads to, or why there are none. */
export interface TakenAnswer {
  readonly written: WrittenAnswer;
  readonly decisions: readonly Decision[];
  readonly refused: string | undefined;
}

const answerOf = ({ answer, changed }: WrittenAnswer): Answer | undefined => {
  if (answer === 'changed') return { kind: answer, text: changed! };
  return answer && { kind: answer };
};

/** Takes answers in, one after the other: each finds its words in the interviews by itself, whatever the report says by now. */
export function takeAnswers(
  all: readonly WrittenAnswer[],
  study: Study,
  codings: readonly Coding[],
  interviews: Interviews,
  start: Said,
): TakenAnswer[] {
  const { codebook, transcripts, decisions } = study;
  const quotations = all.map(({ quote, place }) => ({ text: quote, line: place.line ?? 1, role: undefined, alone: true }));
  const checked = checkQuotations(quotations, transcripts, codebook.language, namesOf(codebook, transcripts), declaredEdits(decisions));
  const { memos } = exchangeLanguages[study.plan.report.language].letter;
  let said = start;
  return all.map((written, i) => {
    const refuse = (refused: string | undefined): TakenAnswer => ({ written, decisions: [], refused });
    const answer = answerOf(written);
    if (!answer) return refuse(written.unclear);
    const { verdict, passage } = checked[i]!;
    if (verdict === 'not found' || !passage) return refuse('is no longer in the interviews in these words');
    const { transcript, participant, pieces } = passage;
    if (participant.id !== written.participant) return refuse(`is said by ${participant.id}, not by ${written.participant}`);
    const taken = takeAnswer(
      interviews,
      said,
      codings,
      { text: written.quote, transcript, participant: participant.id, pieces, answer },
      memos,
    );
    if ('refused' in taken) return refuse(taken.refused);
    ({ said } = taken);
    return { written, decisions: taken.decisions, refused: undefined };
  });
}
