import { seal } from '../../files/report-mark.ts';
import type { Coding, Study } from '../../model.ts';
import { paragraphs } from '../sections/section.ts';
import type { Report } from '../write.ts';
import { gatherEvidence, sectionAnchor, type EvidenceGrounds } from './facts.ts';
import { escapeMarkdown, heading, link } from './markdown.ts';
import { evidenceSections } from './sections/index.ts';

/**
 * Writes the team's file in Markdown: every number of the report down to the words behind it and their place. It is
 * not for others to read. The same study gives the same bytes.
 * @param report for the quotes it prints and the pictures of its numbers
 */
export function writeEvidence(
  study: Study,
  codings: readonly Coding[],
  report: Pick<Report, 'choices' | 'figures'>,
  grounds: EvidenceGrounds,
): string {
  const facts = gatherEvidence(study, codings, report, grounds);
  const { words } = facts;
  const text = paragraphs(
    `# ${words.title(escapeMarkdown(study.plan.title ?? study.codebook.title))}`,
    words.notice,
    evidenceSections.map(({ name }) => `- ${link(words.headings[name], sectionAnchor(name))}`).join('\n'),
    ...evidenceSections.map((section) =>
      paragraphs(heading(2, words.headings[section.name], sectionAnchor(section.name)), section.write(facts)),
    ),
  );
  return seal('evidence', `\n${text}\n`);
}
