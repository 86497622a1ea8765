import { coverageOf, type InterviewCoverage, type Stretch } from '../../../analysis/coverage.ts';
import { paragraphs } from '../../sections/section.ts';
import { columnName, columnOf, opening, placeOf, type EvidenceFacts } from '../facts.ts';
import { escapeMarkdown, tableOf } from '../markdown.ts';
import type { EvidenceSection } from './section.ts';

const STRETCHES = 10;
const FIRST_WORDS = 15;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function shareRow(name: string, { words, covered }: Pick<InterviewCoverage, 'words' | 'covered'>, facts: EvidenceFacts): string[] {
  const { digits } = facts.reportWords;
  return [name, digits(words), digits(covered), words === 0 ? '–' : `${Math.round((covered / words) * 100)} %`];
}

function stretchLine({ transcript, turn, start, words }: Stretch, facts: EvidenceFacts): string {
  const said = transcript.text.slice(start, transcript.turns[turn]!.span.end);
  return `- ${placeOf(transcript, turn, start, facts)}: ${facts.words.stretch(words)}, ”${opening(said, FIRST_WORDS)}”`;
}

/** How much of what was said lies under a theme, where most lies under none, and who has no theme. */
export const coverage: EvidenceSection = {
  name: 'coverage',
  write(facts) {
    const { study, codings, words, provenance } = facts;
    const { interviews, stretches, people } = coverageOf(study.transcripts, codings);
    const all = { words: sum(interviews.map((one) => one.words)), covered: sum(interviews.map((one) => one.covered)) };
    const rows = interviews.map((one) => shareRow(escapeMarkdown(provenance.interviews.get(one.transcript)!.name), one, facts));
    const longest = stretches.slice(0, STRETCHES).map((stretch) => stretchLine(stretch, facts));
    const silent = people.map((person) => `- ${escapeMarkdown(person.id)} (${columnName(columnOf(person), facts)})`);
    return paragraphs(
      words.coverageNote,
      tableOf(words.coverageHead, [...rows, shareRow(facts.reportWords.words.total, all, facts)], ['text', 'number', 'number', 'number']),
      longest.length > 0 ? paragraphs(words.stretchesLead, longest.join('\n')) : undefined,
      silent.length > 0 ? paragraphs(words.silentLead, silent.join('\n')) : words.nobodySilent,
    );
  },
};
