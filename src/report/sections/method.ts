import { documentsOf, voicesOf } from '../../analysis/count.ts';
import { agreementSentences } from '../agreement.ts';
import type { ReportFacts } from '../facts.ts';
import { peopleByRole } from './people.ts';
import { paragraphs, type Section } from './section.ts';

function data(facts: ReportFacts): string {
  const { words, study, table, sources, analyst } = facts;
  const voices = voicesOf(study.transcripts);
  const individual = voices.length === table.total.interviews && table.total.people === table.total.interviews && sources.articles === 0;
  const population = study.codebook.roles.flatMap((role) =>
    study.plan.population[role.id] === undefined ? [] : [{ role, people: study.plan.population[role.id]! }],
  );
  const materials = study.plan.materials.map((material) => `- ${words.material(material)}`);
  return paragraphs(
    `### ${words.headings.data}`,
    table.total.people > 0
      ? words.data({ sources, individual, people: table.total.people, byRole: peopleByRole(facts), words: table.total.words })
      : undefined,
    sources.documents.length > 0 ? words.documents(sources) : undefined,
    population.length > 0 ? words.population(population) : undefined,
    study.plan.selection ?? analyst.gap('selection', 'method', words.headings.method),
    materials.length > 0 ? `${words.materialsLead}\n\n${materials.join('\n')}` : undefined,
  );
}

function coding({ words, study, codings, table, sources, agreement }: ReportFacts): string {
  const { codebook } = study;
  const top = codebook.themes.length;
  const proposed = codings.filter((one) => one.origin === 'rule');
  const review = {
    proposed: proposed.length,
    accepted: proposed.filter((one) => one.status === 'accepted').length,
    rejected: proposed.filter((one) => one.status === 'rejected').length,
    added: codings.filter((one) => one.origin === 'person' && one.status === 'accepted').length,
    setAside: codings.some((one) => one.setAside === true),
    coders: new Set(study.decisions.map(({ coder }) => coder)).size,
  };
  const rows = words.scale(table.total.people).flatMap(({ words: many, rule, range }) => {
    const [from, to] = range ?? [];
    return from === undefined ? [] : [`| ${many.join(', ')} | ${rule} | ${from === to ? from : `${from}–${to}`} |`];
  });
  const head = [words.words.word, words.words.people, words.words.here];
  return paragraphs(
    `### ${words.headings.coding}`,
    words.coding({ sources, title: codebook.title, version: codebook.version, themes: top, subthemes: codebook.allThemes.length - top }),
    words.reviewed(review),
    agreementSentences(agreement, words),
    ...(rows.length === 0 ? [] : [words.scaleLead, [`| ${head.join(' | ')} |`, '|---|---|---|', ...rows].join('\n')]),
  );
}

function leftOut({ words, study }: ReportFacts): string | undefined {
  const name = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
  const spoken = new Set([...voicesOf(study.transcripts), ...documentsOf(study.transcripts)].map((voice) => voice.transcript));
  const lines = [
    ...study.unread.map(({ path }) => words.unread(name(path))),
    ...study.transcripts
      .filter((transcript) => !spoken.has(transcript))
      .map(({ id, path }) => words.wordless(name(id.includes('#') ? id : path))),
    ...study.duplicates.map(({ path, of }) => words.duplicate(name(path), name(of))),
  ];
  return lines.length === 0 ? undefined : paragraphs(`### ${words.headings.unread}`, lines.map((line) => `- ${line}`).join('\n'));
}

/** Who was interviewed, how it was coded and counted, and what the numbers do not say. */
export const method: Section = {
  name: 'method',
  write(facts) {
    const { words } = facts;
    // What stands below it is written already.
    const toApprove = facts.quotes.waiting > 0;
    const text = paragraphs(
      `## ${words.headings.method}`,
      data(facts),
      coding(facts),
      paragraphs(`### ${words.headings.limits}`, words.limits.map((limit) => `- ${limit}`).join('\n')),
      paragraphs(`### ${words.headings.quotes}`, words.quotesNote(facts.sources, toApprove)),
      leftOut(facts),
    );
    return [{ name: 'method', text }];
  },
};
