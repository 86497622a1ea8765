import { standing } from '../../../analysis/standing.ts';
import { groupBy } from '../../../analysis/group-by.ts';
import { voicesOf } from '../../../analysis/count.ts';
import { agreementSentences } from '../../agreement.ts';
import { roleOf } from '../../grounds.ts';
import { paragraphs } from '../../sections/section.ts';
import { sectionAnchor, type EvidenceFacts } from '../facts.ts';
import { escapeMarkdown, link } from '../markdown.ts';
import type { EvidenceSection } from './section.ts';

/** How many interviews had been read, in their order, when the last theme was found that was not found before. */
function lastNewTheme({ study, codings }: EvidenceFacts): number {
  const seen = new Set<string>();
  let last = 0;
  const byTranscript = groupBy(standing(codings), (coding) => coding.transcript);
  for (const [i, transcript] of study.transcripts.entries()) {
    for (const { theme } of byTranscript.get(transcript) ?? []) {
      if (!seen.has(theme.id)) last = i + 1;
      seen.add(theme.id);
    }
  }
  return last;
}

/** What the study itself can answer of the 32 items of COREQ (Tong, Sainsbury and Craig 2007), by number. */
function answers(facts: EvidenceFacts): ReadonlyMap<number, string> {
  const { study, codings, table, words, reportWords, choices, provenance } = facts;
  const { codebook, decisions, plan } = study;
  const say = words.coreqAnswers;
  const people = table.total.people;
  const voices = voicesOf(study.transcripts);
  const interviewsOf = [...groupBy(voices, (voice) => voice.participant.id).values()].map((own) => own.length);
  const lengths = [...groupBy(voices, (voice) => voice.transcript).values()].map((own) => own.reduce((sum, { words: n }) => sum + n, 0));
  const coders = new Set(decisions.map(({ coder }) => coder)).size;
  const found = table.rows.filter(({ total }) => total.people > 0).map(({ theme }) => theme);
  const top = codebook.themes.filter((theme) => found.includes(theme));
  const counted = standing(codings);
  const other = counted.filter(({ stance }) => stance === 'qualifies' || stance === 'contradicts').length;
  const subthemes = codebook.allThemes.length - codebook.themes.length;
  const here = link(words.headings.codebook, sectionAnchor('codebook'));
  const version = codebook.version === undefined ? '' : ` ${escapeMarkdown(codebook.version)}`;
  return new Map([
    [9, say.method],
    [12, say.sample(people, table.total.interviews)],
    [
      16,
      say.roles(
        reportWords.peopleByRole(table.columns.map((column) => ({ role: roleOf(column.id, study), people: column.people }))),
        Object.entries(plan.population).map(([role, n]) => `${escapeMarkdown(role)} ${n}`),
      ),
    ],
    [18, say.repeats(interviewsOf.filter((n) => n > 1).length)],
    [
      21,
      say.length(reportWords.digits(table.total.words), reportWords.digits(Math.min(...lengths)), reportWords.digits(Math.max(...lengths))),
    ],
    [22, say.saturation(lastNewTheme(facts), study.transcripts.length)],
    [24, [say.coders(coders), agreementSentences(facts.agreement, reportWords)].filter((one) => one !== undefined).join(' ')],
    [25, say.tree(codebook.themes.length, subthemes, here)],
    [26, say.derivation(`*${escapeMarkdown(codebook.title)}*${version}`)],
    [27, say.software(provenance.version)],
    [
      29,
      say.quotations(
        choices.reduce((sum, { chosen }) => sum + chosen.length, 0),
        link(words.headings.quotes, sectionAnchor('quotes')),
      ),
    ],
    [
      30,
      say.consistency(
        top.filter(({ id }) => plan.findings[id] !== undefined).length,
        top.length,
        codings.filter(({ status }) => status !== 'suggested').length,
        codings.length,
      ),
    ],
    [31, say.major(top.length, codebook.themes.length)],
    [32, say.minor(found.length - top.length, subthemes, other)],
  ]);
}

/** The items of COREQ: what the study answers, and what only the analyst can. */
export const coreq: EvidenceSection = {
  name: 'coreq',
  write(facts) {
    const { words, reportWords } = facts;
    const known = answers(facts);
    let number = 0;
    const parts = words.coreqParts.map(({ title, items }) => {
      const lines = items.map(({ item, gap }) => {
        number += 1;
        const said = [known.get(number), gap === undefined ? undefined : reportWords.gap(gap)].filter((one) => one !== undefined);
        return `- **${number}. ${item}.** ${said.join(' ')}`;
      });
      return paragraphs(`### ${title}`, lines.join('\n'));
    });
    return paragraphs(words.coreqNote, ...parts);
  },
};
