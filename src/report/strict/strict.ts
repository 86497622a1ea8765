import type { Coding, Study, Theme } from '../../model.ts';
import { splitSentences } from '../../text/sentences.ts';
import { CodePoints } from '../../text/spans.ts';
import { reportLanguages } from '../languages/index.ts';
import type { Part } from '../parts.ts';
import { howManyWords } from './languages/index.ts';
import type { Range } from './languages/language.ts';
import { People, type Behind } from './people.ts';
import { readProse, type Prose } from './prose.ts';
import { StatementFinder, type Statement } from './statements.ts';
import { ThemeNames } from './theme-names.ts';

/** Words of a report that the counts do not bear out. */
export interface Doubt {
  /** Where in the report, both from 1; a column is a code point. */
  readonly line: number;
  readonly column: number;
  readonly words: string;
  /** The roles they speak of; none where they speak of everybody interviewed. */
  readonly roles: readonly string[];
  /** The counts say otherwise; another number was interviewed; or they say that nobody, or nobody else, says a thing. */
  readonly kind: 'contradicted' | 'not so many' | 'silence';
  /** How many were interviewed of those the words speak of. */
  readonly of: number;
  /** What it is held against; undefined where the theme cannot be told. */
  readonly behind: Behind | undefined;
}

/** What the counts say of a report's how-many words. */
export interface StrictReading {
  readonly doubts: readonly Doubt[];
  /** How many how-many words could not be tied to a theme. */
  readonly untied: number;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every text in a piece of plain data, each on one line. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [oneLine(data)];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

const isUnder = (theme: Theme, above: Theme): boolean => theme.path[above.path.length - 1] === above.id;

/** Ties what a report says to the themes of its codebook. */
class Themes {
  readonly #all: readonly Theme[];
  readonly #names: ThemeNames;
  readonly #findings: readonly { readonly theme: Theme; readonly text: string }[];

  constructor({ codebook, plan }: Study, names: ThemeNames) {
    this.#all = codebook.allThemes;
    this.#names = names;
    this.#findings = codebook.allThemes.map((theme) => {
      const placement = theme.cell && plan.placements[theme.cell.dimension];
      const because = placement?.level === theme.cell?.level ? placement : undefined;
      return { theme, text: textsIn([plan.findings[theme.id], because]).join(' ') };
    });
  }

  /** The themes a sentence may be about, the likeliest first: any of them may bear it out. */
  of(sentence: string, at: number, { part, chapter, above }: Prose): Theme[] {
    const named = this.#names.namedIn(sentence, at);
    if (part === undefined && named.length > 0) return named;
    const ids = chapter?.split('/')[1]?.split('+') ?? [];
    const isOfChapter = ({ id, cell }: Theme): boolean =>
      chapter?.startsWith('scale/') === true ? ids.includes(cell?.dimension ?? '') : ids.includes(id);
    const ofChapter = this.#all.filter(isOfChapter);
    const inChapter = (themes: readonly Theme[]): readonly Theme[] =>
      ofChapter.length === 0 ? themes : themes.filter((theme) => ofChapter.some((one) => isUnder(theme, one)));
    const claimed = this.#findings.filter(({ text }) => text.includes(oneLine(sentence))).map(({ theme }) => theme);
    const under = above.toReversed().map((name) => inChapter(this.#names.namedIn(name)));
    const likeliest = [inChapter(named), claimed, ...under, ofChapter].find((themes) => themes.length > 0) ?? [];
    return [...new Set([...likeliest, ...named])];
  }
}

/** Is a statement borne out by some sensible count: by all who stand behind a theme, or by those of one stance? */
function isBorneOut(range: (of: number) => Range, { people, of, stances }: Behind): boolean {
  const [from, to] = range(of);
  return [people, ...Object.values(stances)].some((count) => from <= count && count <= to);
}

/**
 * Holds every how-many word of a report against the counts: in the analyst's own prose, in the parts she has edited and
 * in her claims. What codify itself writes follows from the counts and is not asked again.
 * @param report as it stands, codify's comments included
 * @param written the parts as codify writes them now
 * @throws CodifyError where codify's comments are damaged
 */
export function readStrictly(
  report: string,
  path: string,
  written: readonly Part[],
  study: Study,
  codings: readonly Coding[],
): StrictReading {
  const { codebook, plan } = study;
  const { language } = plan.report;
  const finder = new StatementFinder(study, reportLanguages[language], howManyWords[language]);
  const names = new ThemeNames(codebook.allThemes, howManyWords[language]);
  const themes = new Themes(study, names);
  const people = new People(study, codings);
  const parts = new Map(written.map(({ name, text }) => [name, oneLine(text)]));
  const hers = textsIn(plan);
  const doubts: Doubt[] = [];
  let untied = 0;

  const judge = (statement: Statement, sentence: string, prose: Prose, at: number): void => {
    const { words, roles, of: said, range } = statement;
    const of = people.interviewed(roles);
    const doubt = (kind: Doubt['kind'], behind: Behind | undefined): void =>
      void doubts.push({ ...placeOf(report, at), words, roles: [...(roles ?? [])], kind, of, behind });
    const behind = themes.of(sentence, statement.at, prose).map((theme) => people.behind(theme, roles));
    if (!range) doubt('silence', behind[0]);
    else if (said !== undefined && said !== of) doubt('not so many', undefined);
    else if (behind.length === 0) untied += 1;
    else if (!behind.some((one) => isBorneOut(range, one))) doubt('contradicted', behind[0]);
  };

  for (const prose of readProse(report, path)) {
    for (const { start, end } of splitSentences(prose.own, { start: 0, end: prose.own.length }, language)) {
      const sentence = prose.text.slice(start, end);
      const line = oneLine(sentence);
      if (parts.get(prose.part ?? '')?.includes(line) && !hers.some((text) => text.includes(line))) continue;
      for (const statement of finder.find(prose.own.slice(start, end), prose)) {
        if (!names.holds(statement.text)) judge(statement, sentence, prose, prose.start + start + statement.at);
      }
    }
  }
  return { doubts, untied };
}

function placeOf(report: string, at: number): { line: number; column: number } {
  const lines = report.slice(report.startsWith('\uFEFF') ? 1 : 0, at).split(/\r\n|\r|\n/);
  const line = lines.at(-1)!;
  return { line: lines.length, column: new CodePoints(line).at(line.length) + 1 };
}
