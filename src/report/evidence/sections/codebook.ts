import type { Theme } from '../../../model.ts';
import { paragraphs } from '../../sections/section.ts';
import { entryAnchor, themeAnchor, type EvidenceFacts } from '../facts.ts';
import { escapeMarkdown, heading, link } from '../markdown.ts';
import type { EvidenceSection } from './section.ts';

/** A theme in the six parts of MacQueen and others (1998); a part that is not written is a gap. */
function themeEntry(theme: Theme, facts: EvidenceFacts): string {
  const { codebookParts: parts, gapIn } = facts.words;
  const line = (part: keyof typeof parts, text: string | undefined): string =>
    `- **${parts[part]}:** ${text === undefined || text.trim() === '' ? facts.reportWords.gap(gapIn(parts[part])) : escapeMarkdown(text)}`;
  const examples = theme.examples.map((example) => `”${example}”`).join(' · ');
  return paragraphs(
    heading(3, escapeMarkdown(theme.label), entryAnchor(theme)),
    [
      `- **${parts.code}:** ${link(escapeMarkdown(theme.path.join(' › ')), themeAnchor(theme))}`,
      line('brief', [theme.label, theme.kind && `(${theme.kind})`].filter(Boolean).join(' ')),
      line('full', theme.definition),
      line('include', theme.include),
      line('exclude', theme.exclude),
      line('example', examples),
    ].join('\n'),
  );
}

/** The codebook, every theme in six parts. */
export const codebook: EvidenceSection = {
  name: 'codebook',
  write: (facts) => paragraphs(facts.words.codebookNote, ...facts.study.codebook.allThemes.map((theme) => themeEntry(theme, facts))),
};
