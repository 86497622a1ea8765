import { countCodings, voicesOf } from '../analysis/count.ts';
import { groupBy } from '../analysis/group-by.ts';
import { UNKNOWN } from '../analysis/unknown.ts';
import type { Coding, CountRow, Judgement, Participant, Span, Study, Theme, Transcript } from '../model.ts';
import { lineOf } from '../text/lines.ts';
import { overlaps } from '../text/spans.ts';
import { exchangeLanguages } from './languages/index.ts';
import type { ExchangeLanguage } from './languages/language.ts';

/** What stands in a cell; null is nothing. */
export type Cell = string | number | null;

/** A column of a sheet: its heading, and how many characters wide it is. */
interface SheetColumn {
  readonly heading: string;
  readonly width: number;
}

/** A table of a workbook, under a line that says what it is. */
export interface TableSheet {
  readonly name: string;
  readonly notice: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What the team's workbook tells of a study. */
export interface AnnexFacts {
  readonly study: Study;
  /** Rejected ones among them. */
  readonly codings: readonly Coding[];
  readonly judgements: readonly Judgement[];
  /** The words of the interviews that stand in the report. */
  readonly inReport: ReadonlyMap<Transcript, readonly Span[]>;
  /** What an interview's file is called in the study. */
  readonly fileOf: (transcript: Transcript) => string;
}

const WIDE = 60;
const SHORT = 12;

const column = (heading: string, width: number = Math.max(SHORT, heading.length + 3)): SheetColumn => ({ heading, width });
const roleOf = (role: string | undefined, words: ExchangeLanguage): string =>
  role === undefined || role === UNKNOWN ? words.unknownRole : role;
const consentOf = ({ consent }: Participant, words: ExchangeLanguage): string =>
  consent === undefined ? words.unknownRole : words.consents[consent];
const pathOf = ({ path }: Theme): string => path.join(' › ');
const lines = (texts: readonly string[]): Cell => texts.join('\n') || null;

/** Attributes that are numbers for all who have one are numbers in the sheet; "007" and "5-15 år" are none. */
function attributeCells(people: readonly Participant[], name: string): Cell[] {
  const written = people.map(({ attributes }) => attributes[name] ?? '');
  const areNumbers = written.every((value) => value === '' || /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(value));
  return written.map((value) => (value === '' ? null : areNumbers ? Number(value) : value));
}

function peopleSheet({ study }: AnnexFacts, words: ExchangeLanguage): Omit<TableSheet, 'name' | 'notice'> {
  const { columns } = words;
  const voices = [...groupBy(voicesOf(study.transcripts), ({ participant }) => participant.id).values()];
  const people = voices.map(([voice]) => voice!.participant);
  const attributes = [...new Set(people.flatMap(({ attributes }) => Object.keys(attributes)))];
  const values = attributes.map((name) => attributeCells(people, name));
  return {
    columns: [
      column(columns.person),
      column(columns.role, 18),
      column(columns.title, 26),
      column(columns.consent, 16),
      column(columns.interviews, 24),
      column(columns.words),
      ...attributes.map((name) => column(name, 22)),
    ],
    rows: voices.map((own, i) => {
      const participant = people[i]!;
      return [
        participant.id,
        roleOf(participant.role, words),
        participant.title ?? null,
        consentOf(participant, words),
        lines(own.map(({ transcript }) => transcript.id)),
        own.reduce((sum, voice) => sum + voice.words, 0),
        ...values.map((cells) => cells[i]!),
      ];
    }),
  };
}

const themeColumns = ({ columns }: ExchangeLanguage): SheetColumn[] => [column(columns.theme, 50), column(columns.path, 36)];
// Sub-themes stand in.
const themeCells = (theme: Theme): Cell[] => ['   '.repeat(theme.path.length - 1) + theme.label, pathOf(theme)];

function roleSheet({ study, codings }: AnnexFacts, words: ExchangeLanguage): Omit<TableSheet, 'name' | 'notice'> {
  const { columns, total, rows } = countCodings(study, codings, 'role');
  const heads = columns.map(({ id, people }) => `${roleOf(id, words)} (${people})`);
  return {
    columns: [
      ...themeColumns(words),
      ...heads.map((head) => column(head)),
      column(`${words.columns.total} (${total.people})`),
      column(words.columns.quotes),
    ],
    rows: rows.map(({ theme, cells, total: all }) => [...themeCells(theme), ...cells.map(({ people }) => people), all.people, all.quotes]),
  };
}

function personSheet({ study, codings }: AnnexFacts, words: ExchangeLanguage): Omit<TableSheet, 'name' | 'notice'> {
  const { columns, rows } = countCodings(study, codings, 'participant');
  const roles = new Map(voicesOf(study.transcripts).map(({ participant }) => [participant.id, participant.role]));
  const cellsOf = ({ theme, cells, total }: CountRow): Cell[] => [...themeCells(theme), ...cells.map(({ quotes }) => quotes), total.quotes];
  return {
    columns: [
      ...themeColumns(words),
      ...columns.map(({ id }) => column(`${id} (${roleOf(roles.get(id), words)})`, 16)),
      column(words.columns.total),
    ],
    rows: rows.map(cellsOf),
  };
}

/** What each coder says of a coding's sentences, where they differ all that she says. */
function decisionsOn(coding: Coding, judgements: readonly Judgement[], words: ExchangeLanguage): Cell {
  const own = judgements.filter(
    ({ turn, sentence, theme }) =>
      turn === coding.turn && theme === coding.theme.id && sentence >= coding.sentences.first && sentence <= coding.sentences.last,
  );
  const said = ({ status, stance }: Judgement): string =>
    status === undefined ? words.seen : [words.statuses[status], ...(stance === undefined ? [] : [words.stances[stance]])].join(', ');
  return lines([...groupBy(own, ({ coder }) => coder)].map(([coder, list]) => `${coder}: ${[...new Set(list.map(said))].join(' / ')}`));
}

function quoteSheet(
  { study, codings, judgements, inReport, fileOf }: AnnexFacts,
  words: ExchangeLanguage,
): Omit<TableSheet, 'name' | 'notice'> {
  const { columns } = words;
  const byTranscript = groupBy(judgements, ({ transcript }) => transcript);
  const rank = new Map(study.codebook.allThemes.map((theme, i) => [theme, i]));
  return {
    columns: [
      column(columns.theme, 30),
      column(columns.path, 30),
      column(columns.quote, 80),
      column(columns.person),
      column(columns.role, 18),
      column(columns.consent, 16),
      column(columns.file, 24),
      column(columns.line),
      column(columns.time),
      column(columns.terms, 30),
      column(columns.status),
      column(columns.stance),
      column(columns.inReport, 14),
      column(columns.print, 16),
      column(columns.decisions, 30),
      column(columns.memos, 30),
      column(columns.coding, 16),
    ],
    rows: codings
      .toSorted((a, b) => rank.get(a.theme)! - rank.get(b.theme)!)
      .map((coding) => {
        const { id, theme, transcript, turn, span, participant, hits, status, stance, print, memos = [] } = coding;
        return [
          theme.label,
          pathOf(theme),
          transcript.text.slice(span.start, span.end),
          participant.id,
          roleOf(participant.role, words),
          consentOf(participant, words),
          fileOf(transcript),
          lineOf(transcript, turn, span.start),
          transcript.turns[turn]!.time ?? null,
          lines([...new Set(hits.map(({ term }) => term.written))]),
          words.statuses[status],
          stance === undefined ? null : words.stances[stance],
          (inReport.get(transcript) ?? []).some((one) => overlaps(one, span)) ? words.yes : words.no,
          print === undefined ? null : words.prints[print],
          decisionsOn(coding, byTranscript.get(transcript) ?? [], words),
          lines(memos),
          id,
        ];
      }),
  };
}

function codebookSheet({ study }: AnnexFacts, words: ExchangeLanguage): Omit<TableSheet, 'name' | 'notice'> {
  const { columns } = words;
  const { scale, allThemes } = study.codebook;
  return {
    columns: [
      column(columns.id, 26),
      column(columns.path, 36),
      column(columns.theme, 40),
      column(columns.kind),
      ...(scale ? [column(columns.level), column(columns.dimension)] : []),
      column(columns.definition, WIDE),
      column(columns.include, WIDE),
      column(columns.exclude, WIDE),
      column(columns.terms, WIDE),
      column(columns.examples, WIDE),
      column(columns.counterexamples, WIDE),
    ],
    rows: allThemes.map((theme) => [
      theme.id,
      pathOf(theme),
      theme.label,
      theme.kind ?? null,
      ...(scale ? [theme.cell?.level ?? null, theme.cell?.dimension ?? null] : []),
      theme.definition ?? null,
      theme.include ?? null,
      theme.exclude ?? null,
      lines(theme.terms.map(({ written }) => written)),
      lines(theme.examples),
      lines(theme.counterexamples),
    ]),
  };
}

/**
 * The sheets of the team's workbook: who takes part, themes by role and by person, every coding with its place and what
 * was decided of it, and the codebook. It names people, and is for the team alone.
 */
export function annexOf(facts: AnnexFacts): TableSheet[] {
  const words = exchangeLanguages[facts.study.plan.report.language];
  const sheet = (name: keyof ExchangeLanguage['sheets'], table: Omit<TableSheet, 'name' | 'notice'>): TableSheet => ({
    name: words.sheets[name],
    notice: words.notice(words.shows[name]),
    ...table,
  });
  return [
    sheet('people', peopleSheet(facts, words)),
    sheet('themeByRole', roleSheet(facts, words)),
    sheet('themeByPerson', personSheet(facts, words)),
    sheet('quotes', quoteSheet(facts, words)),
    sheet('codebook', codebookSheet(facts, words)),
  ];
}
