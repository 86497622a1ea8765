import { countStep, rolesApart, stepAbove, weighPlacing, type DimensionEvidence, type Step } from '../../analysis/scale.ts';
import { UNKNOWN } from '../../analysis/unknown.ts';
import type { Placement, Theme } from '../../model.ts';
import { nounOf, type ReportFacts } from '../facts.ts';
import { asTouched, groundsOf, roleOf, type Grounds } from '../grounds.ts';
import type { Part } from '../parts.ts';
import { Phrases } from '../phrases.ts';
import { nuancesOf, saidOn, statementOf, writtenOf } from '../said.ts';
import { figureParts } from './figures.ts';
import { paragraphs, type Section } from './section.ts';

const NAME = 'scale';

/** Where she has placed a dimension and why, behind its name; a gap where she has not. */
export function placingInBrief(evidence: DimensionEvidence, part: string, chapter: string, { words, analyst }: ReportFacts): string {
  const { dimension, steps, placement } = evidence;
  const step = steps.find(({ level }) => level.id === placement?.level);
  if (!step || !placement) return `**${dimension.label}.** ${analyst.gap('placement', part, chapter, dimension.id)}`;
  return `**${dimension.label}: ${words.steps.step(step.number, step.level.label)}.** ${placement.because}`;
}

const stepName = ({ number, level }: Step, { words }: ReportFacts): string =>
  `**${words.capital(words.steps.step(number, level.label))}.**`;

/** How many people stand at each step of each dimension. */
function table({ scale: all, study, words }: ReportFacts): string {
  const cell = (step: Step, placement: Placement | undefined): string => {
    if (!step.theme) return '';
    const { people, supporting } = countStep(step);
    const text = people === 0 ? words.words.notFound : `${people}${supporting === 0 ? '' : ` (${supporting})`}`;
    return placement?.level === step.level.id ? `**${text}**` : text;
  };
  const plain = (text: string): string => text.replaceAll('|', '\\|');
  const levels = study.codebook.scale!.levels.map(({ label }, i) => `${i + 1}. ${plain(label)}`);
  const rows = all.map(
    ({ dimension, steps, placement }) => `| ${[plain(dimension.label), ...steps.map((one) => cell(one, placement))].join(' | ')} |`,
  );
  return [`| ${[words.steps.dimension, ...levels].join(' | ')} |`, `|---${'|---:'.repeat(levels.length)}|`, ...rows].join('\n');
}

/** What opens the chapter: the scale, what it is not, and the evidence at a glance. */
function opening(facts: ReportFacts): string {
  const { study, words, table: counted } = facts;
  const { title, levels } = study.codebook.scale!;
  const steps = levels.map(({ label, definition }, i) => `${i + 1}. **${label}.**${definition === undefined ? '' : ` ${definition}`}`);
  return paragraphs(
    `## ${words.headings.scale}`,
    words.steps.intro(title ?? study.codebook.title),
    steps.join('\n'),
    ...(counted.total.people > 0 ? [words.steps.tableNote(counted.total.people), table(facts)] : []),
  );
}

/** What is said of a step, under its name. @param name what the paragraph opens on */
function passage(theme: Theme, name: string, grounds: Grounds, facts: ReportFacts, phrases: Phrases): string {
  const said = saidOn(grounds, theme, false, facts, phrases);
  const isSilent = said.paragraphs.length === 0 && grounds.touched.length > 0;
  const [lead, ...quotes] = isSilent ? [statementOf(theme, grounds, facts, phrases)] : said.paragraphs;
  const opened = [name, facts.analyst.take(theme.id, 'claim'), lead].filter((one) => one !== undefined).join(' ');
  const hasNuances = grounds.qualifying.length + grounds.contradicting.length > 0;
  const nuances = hasNuances ? nuancesOf(theme, facts.under(theme), { above: said.printed, apart: false }, facts, phrases) : [];
  return paragraphs(opened, ...quotes, ...nuances, writtenOf(theme, facts, phrases));
}

const isTold = (step: Step, { under, written }: ReportFacts): step is Step & { theme: Theme } =>
  step.theme !== undefined && (groundsOf(step.theme, under(step.theme)).touched.length > 0 || written(step.theme).length > 0);

/** Why nothing is told of a step: its words were not found, or all that was found has been read and rejected. */
function unheard(theme: Theme, { words, under, sources }: ReportFacts): string {
  const noun = nounOf(theme, words);
  return under(theme).length === 0 ? words.notFound(noun, sources) : words.steps.setAside(noun);
}

/** How many bear a placing out, and of which roles; and where nobody does, or too few. */
function supportText(evidence: DimensionEvidence, part: string, { words, study, table: counted, analyst }: ReportFacts): string {
  const { step, supporting, heard, doubt } = weighPlacing(evidence)!;
  const byRole = counted.columns.map(({ id }) => ({
    role: roleOf(id, study),
    people: countStep(step, ({ role }) => (role ?? UNKNOWN) === id).supporting,
  }));
  const roles = words.peopleByRole(byRole.filter(({ people }) => people > 0));
  const sentences = [
    doubt === 'no evidence' ? analyst.gap('evidence', part, words.headings.scale, evidence.dimension.id) : undefined,
    heard.size > 0 ? words.steps.weighed({ supporting: supporting.size, heard: heard.size, of: counted.total.people, roles }) : undefined,
    doubt === 'against most' ? words.steps.against : undefined,
  ];
  return sentences.filter((one) => one !== undefined).join(' ');
}

/** A dimension she has placed: why, who bears it out, what speaks for other steps, and what the next one takes. */
function placed(evidence: DimensionEvidence, part: string, facts: ReportFacts): string {
  const { words, study, table: counted, under } = facts;
  const { steps: say } = words;
  const phrases = new Phrases(words, part);
  const { step, doubt } = weighPlacing(evidence)!;
  const apart = rolesApart(evidence, study.codebook.roles, counted.columns);
  const above = stepAbove(evidence, step);
  const tell = (one: Step, name: string): string =>
    isTold(one, facts) ? passage(one.theme, name, groundsOf(one.theme, under(one.theme)), facts, phrases) : name;
  const others = (fits: (number: number) => boolean): string[] =>
    evidence.steps.filter((one) => fits(one.number) && isTold(one, facts)).map((one) => tell(one, stepName(one, facts)));
  const next =
    above === undefined
      ? say.top(step.number)
      : `**${say.next(above.number, above.level.label, above.number === step.number + 1)}** ${say.takes} ${above.theme.definition ?? ''}`;
  return paragraphs(
    `${stepName(step, facts)} ${evidence.placement!.because}`,
    supportText(evidence, part, facts),
    isTold(step, facts) ? tell(step, doubt === 'no evidence' ? stepName(step, facts) : say.evidence) : undefined,
    ...others((number) => number < step.number),
    apart && say.differ(apart.first, apart.second),
    above ? paragraphs(next, isTold(above, facts) ? tell(above, say.already) : unheard(above.theme, facts)) : next,
    ...others((number) => number > (above?.number ?? step.number)),
  );
}

/** A dimension she has not placed: what was touched on, and no more, whatever people have accepted. */
function unplaced(evidence: DimensionEvidence, part: string, facts: ReportFacts): string {
  const { words, analyst, under } = facts;
  const phrases = new Phrases(words, part);
  return paragraphs(
    analyst.gap('placement', part, words.headings.scale, evidence.dimension.id),
    ...evidence.steps
      .filter((step) => isTold(step, facts))
      .map((step) => passage(step.theme, stepName(step, facts), asTouched(groundsOf(step.theme, under(step.theme))), facts, phrases)),
  );
}

/** Where the organisation stands on the codebook's scale, by dimension, and what the next step takes. */
export const scale: Section = {
  name: NAME,
  write(facts) {
    if (facts.scale.length === 0) return [];
    const dimensions = facts.scale.map((evidence): Part => {
      const name = `${NAME}/${evidence.dimension.id}`;
      const text = evidence.placement ? placed(evidence, name, facts) : unplaced(evidence, name, facts);
      return { name, text: paragraphs(`### ${evidence.dimension.label}`, text) };
    });
    return [{ name: NAME, text: opening(facts) }, ...figureParts('profile', facts), ...dimensions];
  },
};
