import type { Language, ReportPlace, Span } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';

/** A quote of a published report. */
export interface ReportQuote {
  readonly text: string;
  /** The title of the one who said it; undefined where the report does not tell, or names several. */
  readonly title: string | undefined;
  /** The id of the theme it stands under, if any. */
  readonly theme: string | undefined;
  readonly place: ReportPlace;
}

/** A sentence of the interview that is made of a report, and where the report places it. */
interface PlacedSentence {
  readonly span: Span;
  readonly theme: string;
  readonly place: ReportPlace;
}

/** The quotes of a report as the text of an interview, and what the report says of its sentences. */
export interface QuotesAsInterview {
  readonly text: string;
  readonly sentences: readonly PlacedSentence[];
  /** Turns, each of a person of its own: a report does not tell who has said two of its quotes. */
  readonly people: number;
}

const headingOf = ({ headings }: ReportPlace): string => headings.join(' › ');

/**
 * Writes quotes as an interview: each a turn of a person of its own, below the headings it stands under. A quote that
 * stands in the report twice is one turn.
 */
export function quotesAsInterview(title: string, quotes: readonly ReportQuote[], language: Language): QuotesAsInterview {
  let text = `# ${title}\n`;
  const sentences: PlacedSentence[] = [];
  const spans = new Map<string, Span>();
  let above = '';
  for (const { text: words, title: role, theme, place } of quotes) {
    const key = JSON.stringify([words, role]);
    let span = spans.get(key);
    if (!span) {
      const heading = headingOf(place);
      if (heading !== above && heading !== '') text += `\n## ${heading}\n`;
      above = heading;
      text += `\nR${spans.size + 1}${role === undefined ? '' : ` (${role})`}: `;
      span = { start: text.length, end: text.length + words.length };
      text += `${words}\n`;
      spans.set(key, span);
    }
    if (theme === undefined) continue;
    for (const sentence of splitSentences(text, span, language)) sentences.push({ span: sentence, theme, place });
  }
  return { text, sentences, people: spans.size };
}
