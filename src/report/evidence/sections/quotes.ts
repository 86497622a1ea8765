import type { Quote } from '../../../analysis/quotes.ts';
import type { Coding, Theme } from '../../../model.ts';
import { timeOf } from '../../../text/lines.ts';
import { liesInside } from '../../../text/spans.ts';
import { paragraphs } from '../../sections/section.ts';
import { columnName, columnOf, opening, placeOf, themeAnchor, type EvidenceFacts } from '../facts.ts';
import { escapeMarkdown, escapeMarks, heading } from '../markdown.ts';
import type { EvidenceSection } from './section.ts';

const REJECTED_WORDS = 12;

/** The words of a quote, the terms it rests on in bold. */
function marked({ transcript, span, codings }: Quote, facts: EvidenceFacts): string {
  const text = (from: number, to: number): string => escapeMarks(transcript.text.slice(from, to));
  const hits = codings
    .flatMap((coding) => facts.hits.get(coding)!.map((hit) => hit.span))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let result = '';
  let at = span.start;
  for (const { start, end } of hits) {
    if (start < at) continue;
    result += `${text(at, start)}**${text(start, end)}**`;
    at = end;
  }
  return (result + text(at, span.end)).replace(/\s+/g, ' ');
}

/** The terms behind a coding, each with the form it was found in. */
function termsOf(coding: Coding, { words, hits }: EvidenceFacts): string {
  const { transcript } = coding;
  const found = hits.get(coding)!.map(({ term, span }) => {
    const form = transcript.text.slice(span.start, span.end).replace(/\s+/g, ' ').toLowerCase();
    const written = [form === term.written ? undefined : term.written, term.weak ? words.weak : undefined].filter(Boolean).join(', ');
    return escapeMarkdown(written === '' ? form : `${form} (${written})`);
  });
  return found.length === 0 ? words.withoutTerms : [...new Set(found)].join(', ');
}

/** What stands of a coding, under which sub-theme, by which terms, and what people noted. */
function codingLine(coding: Coding, theme: Theme, facts: EvidenceFacts): string {
  const { words } = facts;
  const status = [
    words.statuses[coding.status],
    coding.stance && words.stances[coding.stance],
    coding.origin === 'person' ? words.byPerson : undefined,
    coding.print && words.prints[coding.print],
  ];
  const parts = [
    coding.theme === theme ? undefined : `*${escapeMarkdown(coding.theme.label)}*`,
    status.filter((part) => part !== undefined).join(', '),
    termsOf(coding, facts),
    ...(coding.memos ?? []).map((memo) => `${words.memo}: ${escapeMarkdown(memo)}`),
  ];
  return `  - ${parts.filter((part) => part !== undefined).join(' · ')}`;
}

function isPrinted({ theme, transcript, span }: Quote, { choices }: EvidenceFacts): boolean {
  return choices.some(
    (choice) =>
      choice.theme === theme &&
      choice.chosen.some(({ printed: { quote } }) => quote.transcript === transcript && liesInside(quote.span, span)),
  );
}

function entry(quote: Quote, facts: EvidenceFacts): string {
  const { words } = facts;
  const { transcript, turn, span, participant, codings, theme } = quote;
  const time = timeOf(transcript, turn, span.start);
  const place = [
    escapeMarkdown(participant.id),
    placeOf(transcript, turn, span.start, facts),
    time === undefined ? undefined : escapeMarkdown(time),
    isPrinted(quote, facts) ? words.inReport : undefined,
    participant.consent === 'nej' || participant.consent === 'godkendes' ? `**${words.consents[participant.consent]}**` : undefined,
  ];
  return [
    `- ${place.filter((part) => part !== undefined).join(' · ')}: ”${marked(quote, facts)}”`,
    ...codings.map((coding) => codingLine(coding, theme, facts)),
  ].join('\n');
}

function rejected(theme: Theme, facts: EvidenceFacts): string | undefined {
  const { words, codings } = facts;
  const own = codings.filter((coding) => coding.theme === theme && coding.status === 'rejected');
  if (own.length === 0) return undefined;
  const lines = own.map(({ transcript, turn, participant, span, memos = [] }) =>
    [
      `- ${escapeMarkdown(participant.id)} · ${placeOf(transcript, turn, span.start, facts)}: ` +
        `”${opening(transcript.text.slice(span.start, span.end), REJECTED_WORDS)}”`,
      ...memos.map((memo) => `${words.memo}: ${escapeMarkdown(memo)}`),
    ].join(' · '),
  );
  return paragraphs(`**${words.rejected(own.length)}**`, lines.join('\n'));
}

function themeText(theme: Theme, facts: EvidenceFacts): string {
  const { table, quotes, words } = facts;
  const own = quotes.get(theme)!;
  const row = table.rows.find((one) => one.theme === theme)!;
  const blocks = table.columns.map((column, i) => {
    const said = own.filter((quote) => columnOf(quote.participant) === column.id);
    if (said.length === 0) return undefined;
    const { people } = row.cells[i]!;
    const title = `${columnName(column.id, facts)}: ${words.amount({ people, of: column.people, quotes: said.length })}`;
    return paragraphs(heading(4, title, themeAnchor(theme, i)), said.map((quote) => entry(quote, facts)).join('\n'));
  });
  const texts = own.filter(({ participant }) => participant.document !== undefined);
  const written =
    texts.length > 0 && table.documents
      ? paragraphs(
          heading(4, facts.reportWords.words.documents, themeAnchor(theme, table.columns.length)),
          texts.map((quote) => entry(quote, facts)).join('\n'),
        )
      : undefined;
  const { people } = row.total;
  return paragraphs(
    heading(3, escapeMarkdown(theme.label), themeAnchor(theme)),
    `*${theme.path.map(escapeMarkdown).join(' › ')}*: ${words.amount({ people, of: table.total.people, quotes: own.length - texts.length })}.`,
    ...blocks,
    written,
    rejected(theme, facts),
  );
}

/** Every quote of each theme by role, with its place, what it rests on and what people decided of it. */
export const quotes: EvidenceSection = {
  name: 'quotes',
  write: (facts) => paragraphs(facts.words.quotesNote, ...facts.study.codebook.allThemes.map((theme) => themeText(theme, facts))),
};
