import { createHash } from 'node:crypto';
import { REPORT_MARK } from '../files/report-mark.ts';
import type { Language } from '../model.ts';
import { wordForms } from '../text/words.ts';
import { exchangeLanguages } from './languages/index.ts';

/** A quote to be approved, and its place in the report. */
export interface LetterQuote {
  readonly text: string;
  readonly role: string | undefined;
  readonly heading: string | undefined;
  /** The sentence right before it. */
  readonly sentence: string | undefined;
}

/** What a letter to one person is written from. It holds nothing that others have said. */
export interface Letter {
  readonly participant: string;
  readonly language: Language;
  readonly study: string | undefined;
  readonly author: string | undefined;
  readonly client: string | undefined;
  /** She has asked to approve her quotes first. */
  readonly wantsApproval: boolean;
  /** Each once. */
  readonly quotes: readonly LetterQuote[];
}

const ID_LENGTH = 8;

/** A short name for a person's quote, by which an answer is known again: it follows from her id and the quote's words. */
export function quoteId(participant: string, text: string): string {
  return createHash('sha256')
    .update(`${participant}\0${wordForms(text).join(' ')}`)
    .digest('hex')
    .slice(0, ID_LENGTH);
}

/** Words as Markdown shows them. */
const plain = (text: string): string => text.replace(/[\\*_`<#]/g, '\\$&');

/** An empty box to put a cross in. */
const BOX = '☐';

/** The letter in which a person is asked to approve her quotes, in Markdown. */
export function letterText(letter: Letter): string {
  const { participant, language, author, client, study, wantsApproval, quotes } = letter;
  const words = exchangeLanguages[language].letter;
  const shown = (text: string | undefined): string | undefined => (text === undefined ? undefined : plain(text));
  const box = ({ word, rest }: { word: string; rest: string }): string => `${BOX} ${word}${rest}`;
  const blocks = quotes.flatMap(({ text, role, heading, sentence }, i) => [
    `### ${words.quote(i + 1, quoteId(participant, text))}`,
    words.place(shown(heading), shown(sentence)),
    words.attributed(plain(text), role),
    box(words.answers.yes),
    box(words.answers.no),
    box(words.answers.changed),
  ]);
  return `${[
    `${REPORT_MARK}letter -->`,
    `# ${words.title}`,
    words.greeting,
    words.asks({ study: shown(study), author: shown(author), client: shown(client), quotes: quotes.length, wantsApproval }),
    words.shown(quotes.some(({ text }) => text.includes('[…]'))),
    `## ${words.howTitle}`,
    words.how,
    words.outcomes.map((outcome) => `- ${outcome}`).join('\n'),
    words.kept(wantsApproval),
    `## ${words.quotesTitle}`,
    ...blocks,
    `## ${words.thanks}`,
    words.back(shown(author)),
    words.reference(plain(participant)),
  ]
    .filter((block) => block !== undefined)
    .join('\n\n')}\n`;
}
