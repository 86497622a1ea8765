import type { Agreement } from '../../analysis/agreement/agreement.ts';
import type { Choice } from '../../analysis/choose.ts';
import { REPORT_MARK } from '../../files/report-mark.ts';
import type { Coding, Study } from '../../model.ts';
import { hash } from '../parts.ts';
import { paragraphs } from '../sections/section.ts';
import { gatherEvidence, sectionAnchor, type Provenance } from './facts.ts';
import { escapeMarkdown, heading, link } from './markdown.ts';
import { evidenceSections } from './sections/index.ts';

/**
 * Writes the team's file in Markdown: every number of the report down to the words behind it and their place. It is
 * not for others to read. The same study gives the same bytes.
 * @param choices the quotes the report prints
 * @param agreement of its coders, when there are several
 */
export function writeEvidence(
  study: Study,
  codings: readonly Coding[],
  choices: readonly Choice[],
  provenance: Provenance,
  agreement?: Agreement,
): string {
  const facts = gatherEvidence(study, codings, choices, provenance, agreement);
  const { words } = facts;
  const text = paragraphs(
    `# ${words.title(escapeMarkdown(study.plan.title ?? study.codebook.title))}`,
    words.notice,
    evidenceSections.map(({ name }) => `- ${link(words.headings[name], sectionAnchor(name))}`).join('\n'),
    ...evidenceSections.map((section) =>
      paragraphs(heading(2, words.headings[section.name], sectionAnchor(section.name)), section.write(facts)),
    ),
  );
  return seal(`\n${text}\n`);
}

const MARK = new RegExp(`^${REPORT_MARK}evidence (?<hash>[0-9a-f]{12}) -->\n`);

const seal = (text: string): string => `${REPORT_MARK}evidence ${hash(text)} -->\n${text}`;

/** Is a text the team's file, and still as codify wrote it? */
export function evidenceState(text: string): 'not evidence' | 'edited' | 'as written' {
  const mark = MARK.exec(text);
  if (!mark) return 'not evidence';
  return hash(text.slice(mark[0].length)) === mark.groups!['hash'] ? 'as written' : 'edited';
}
