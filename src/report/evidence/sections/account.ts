import { standing } from '../../../analysis/standing.ts';
import type { Coding, Theme } from '../../../model.ts';
import { agreementSentences } from '../../agreement.ts';
import { paragraphs } from '../../sections/section.ts';
import { themeAnchor, type EvidenceFacts } from '../facts.ts';
import { escapeMarkdown, link, tableOf } from '../markdown.ts';
import type { EvidenceSection } from './section.ts';

const TERMS = 5;
const TAGGING_COLUMNS = ['text', 'number', 'number', 'number', 'number', 'number', 'text'] as const;

function files({ provenance, words }: EvidenceFacts): string {
  const rows = [...provenance.sources, ...provenance.interviews.values()].map(({ name, hash }) => [escapeMarkdown(name), `\`${hash}\``]);
  return paragraphs(`### ${words.filesTitle}`, words.filesNote(provenance.version), tableOf(words.filesHead, rows, ['text', 'text']));
}

function options({ study, codings, table, words, reportWords }: EvidenceFacts): string {
  const { codebook, plan } = study;
  const scale = reportWords.scale(table.total.people).flatMap(({ words: many, range }) => {
    if (!range) return [];
    const [from, to] = range;
    return [`${many.join(', ')} (${from === to ? from : `${from}–${to}`})`];
  });
  const lines = [
    words.codebookOption({ title: escapeMarkdown(codebook.title), version: codebook.version && escapeMarkdown(codebook.version) }),
    words.languageOption(codebook.language, plan.report.language),
    words.quotesOption(plan.report.quotes),
    words.scaleOption(scale.join(' · ')),
    ...(codings.some((one) => one.setAside === true) ? [words.onlyAcceptedOption] : []),
    ...(plan.coders.length > 0 ? [words.codersOption(plan.coders.map(escapeMarkdown))] : []),
  ];
  return paragraphs(`### ${words.optionsTitle}`, lines.map((line) => `- ${line}`).join('\n'));
}

/** The terms that hit most, with how often. */
function topTerms(codings: readonly Coding[], hits: EvidenceFacts['hits']): string {
  const times = new Map<string, number>();
  for (const coding of codings) for (const { term } of hits.get(coding)!) times.set(term.written, (times.get(term.written) ?? 0) + 1);
  const top = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, TERMS);
  return top.map(([term, n]) => `${escapeMarkdown(term)} (${n})`).join(', ');
}

const amountsOf = (codings: readonly Coding[]): number[] => {
  const ofRules = codings.filter(({ origin }) => origin === 'rule');
  const count = (status: Coding['status']): number => ofRules.filter((one) => one.status === status).length;
  const added = codings.filter(({ origin, status }) => origin === 'person' && status !== 'rejected').length;
  return [ofRules.length, count('accepted'), count('rejected'), count('suggested'), added];
};

function tagging({ study, codings, provenance, quotes, hits, words, reportWords, agreement }: EvidenceFacts): string {
  const { codebook, decisions } = study;
  const { digits } = reportWords;
  const row = (name: string, own: readonly Coding[]): string[] => [name, ...amountsOf(own).map(digits)];
  const label = (theme: Theme): string =>
    `${'&emsp;'.repeat(theme.path.length - 1)}${link(escapeMarkdown(theme.label), themeAnchor(theme))}`;
  const rows = codebook.allThemes.map((theme) => {
    const own = codings.filter((coding) => coding.theme === theme);
    return [...row(label(theme), own), topTerms(standing(own), hits)];
  });
  const coders = [...new Set(decisions.map(({ coder }) => coder))].map((coder) => ({
    name: escapeMarkdown(coder),
    decisions: decisions.filter((one) => one.coder === coder).length,
  }));
  return paragraphs(
    `### ${words.taggingTitle}`,
    words.tagging({
      sentences: provenance.sentences,
      codings: standing(codings).length,
      quotes: codebook.themes.reduce((sum, theme) => sum + quotes.get(theme)!.length, 0),
    }),
    words.coders(coders),
    agreementSentences(agreement, reportWords),
    words.taggingNote,
    tableOf(words.taggingHead, [...rows, [...row(reportWords.words.total, codings), '']], TAGGING_COLUMNS),
  );
}

/** What the file was made of: files, options, and what was tagged, decided and added. */
export const account: EvidenceSection = {
  name: 'account',
  write: (facts) => paragraphs(files(facts), options(facts), tagging(facts)),
};
