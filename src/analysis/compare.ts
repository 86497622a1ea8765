import type { Amounts, Codebook, Coding, Column, CountRow, CrossTable, Passage, Theme, Transcript } from '../model.ts';
import { overlaps } from '../text/spans.ts';
import { countCodings } from './count.ts';
import { groupBy } from './group-by.ts';
import { quotesOf, type Quote } from './quotes.ts';
import { roleOrKind } from './unknown.ts';

/** One of the two runs that are compared: the same interviews, coded by another codebook. */
export interface CodedRun {
  readonly codebook: Codebook;
  readonly transcripts: readonly Transcript[];
  readonly codings: readonly Coding[];
}

/** A theme of either codebook, and of both where it is the same one. */
interface ThemePair {
  readonly before: Theme | undefined;
  readonly after: Theme | undefined;
}

/**
 * What stood behind a number and stands behind it now, and how many of its quotes are new or gone. A role also gains
 * and loses the quotes of people who come to it or leave it.
 */
export interface Shift {
  readonly before: Amounts;
  readonly after: Amounts;
  readonly gained: number;
  readonly lost: number;
}

/** A quote that is new under a theme, or gone from it. */
export interface Move {
  readonly quote: Quote;
  /** The themes some of its words bear in the other run. */
  readonly elsewhere: readonly Theme[];
}

/** What happens to the quotes of a theme and of all under it. A quote is listed under the deepest theme it is new in or gone from. */
export interface ThemeShift extends ThemePair {
  readonly cells: readonly Shift[];
  readonly total: Shift;
  /** Quotes of which no word was under the theme before. */
  readonly gained: readonly Move[];
  /** Quotes of which no word is under the theme any more. */
  readonly lost: readonly Move[];
  /** How many quotes hold more or fewer sentences than before. */
  readonly resized: number;
}

/** What a change of the codebook does to the codings. */
export interface RunComparison {
  /** The roles of both codebooks whose people speak, in order of rank, with the people of the later run. */
  readonly columns: readonly Column[];
  readonly rows: readonly ThemeShift[];
  /** People whose role is another by the later codebook. */
  readonly people: readonly { readonly participant: string; readonly before: string; readonly after: string }[];
}

const NOTHING: Amounts = { quotes: 0, people: 0, interviews: 0, words: 0 };

/** What stands in the words of a passage, by the interview's id, for the two runs have read it each by itself. */
class Places<T extends Passage> {
  readonly #turns: Map<string, T[]>;

  constructor(passages: readonly T[]) {
    this.#turns = groupBy(passages, ({ transcript, turn }) => `${transcript.id}\0${turn}`);
  }

  at({ transcript, turn, span }: Passage): T[] {
    return (this.#turns.get(`${transcript.id}\0${turn}`) ?? []).filter((other) => overlaps(other.span, span));
  }
}

/** The quotes that share no word with any of the others, and those that share some but not all. */
function divide(quotes: readonly Quote[], others: readonly Quote[]): { alone: Quote[]; resized: Quote[] } {
  const places = new Places(others);
  const met = quotes.map((quote) => ({ quote, others: places.at(quote) }));
  const isSame = (a: Quote, b: Quote | undefined): boolean => a.span.start === b?.span.start && a.span.end === b.span.end;
  return {
    alone: met.filter((one) => one.others.length === 0).map(({ quote }) => quote),
    resized: met.filter((one) => one.others.length > 0 && !isSame(one.quote, one.others[0])).map(({ quote }) => quote),
  };
}

const isBelow = (theme: Theme, above: Theme): boolean => theme !== above && theme.path[above.path.length - 1] === above.id;

/** The quotes no theme below has among its own, each with what it bears in the other run. */
function movesOf(theme: Theme | undefined, found: ReadonlyMap<Theme, readonly Quote[]>, elsewhere: Places<Coding>): Move[] {
  if (!theme) return [];
  const below = new Places([...found].filter(([other]) => isBelow(other, theme)).flatMap(([, quotes]) => quotes));
  return found
    .get(theme)!
    .filter((quote) => below.at(quote).length === 0)
    .map((quote) => ({ quote, elsewhere: [...new Set(elsewhere.at(quote).map((coding) => coding.theme))] }));
}

function changedRoles(before: readonly Transcript[], after: readonly Transcript[]): RunComparison['people'] {
  const roles = (transcripts: readonly Transcript[]): Map<string, string> =>
    new Map(transcripts.flatMap(({ participants }) => [...participants.values()].map((one) => [one.id, roleOrKind(one)])));
  const were = roles(before);
  return [...roles(after)].flatMap(([participant, role]) => {
    const was = were.get(participant) ?? role;
    return was === role ? [] : [{ participant, before: was, after: role }];
  });
}

/** One run's side of the comparison: its table, its quotes, and which of them the other run has not. */
class Side {
  readonly table: CrossTable;
  readonly codings: Places<Coding>;
  readonly #rows: Map<Theme, CountRow>;

  constructor(run: CodedRun) {
    this.table = countCodings(run, run.codings);
    this.codings = new Places(run.codings);
    this.#rows = new Map(this.table.rows.map((row) => [row.theme, row]));
  }

  cell(theme: Theme | undefined, role: string): Amounts {
    return (theme && this.#rows.get(theme)?.cells[this.table.columns.findIndex(({ id }) => id === role)]) ?? NOTHING;
  }

  total(theme: Theme | undefined): Amounts {
    return (theme && this.#rows.get(theme)?.total) ?? NOTHING;
  }
}

/**
 * What another codebook does to the same interviews: the quotes each theme gains and loses, by role. Quotes are the
 * same where they share words of one turn.
 * @param themes which theme of the one codebook is which of the other, in the order of the rows
 */
export function compareRuns(before: CodedRun, after: CodedRun, themes: readonly ThemePair[]): RunComparison {
  const [was, is] = [new Side(before), new Side(after)];
  const gone = was.table.columns.filter(({ id }) => !is.table.columns.some((column) => column.id === id));
  const columns = [...is.table.columns, ...gone.map(({ id }) => ({ id, people: 0, interviews: 0, words: 0 }))];
  const compared = themes.map((pair) => {
    const now = pair.after ? quotesOf(pair.after, after.codings) : [];
    const old = pair.before ? quotesOf(pair.before, before.codings) : [];
    const { alone, resized } = divide(now, old);
    return { pair, now, old, gained: alone, lost: divide(old, now).alone, resized: resized.length };
  });
  const gains = new Map(compared.flatMap(({ pair, gained }) => (pair.after ? [[pair.after, gained]] : [])));
  const losses = new Map(compared.flatMap(({ pair, lost }) => (pair.before ? [[pair.before, lost]] : [])));
  const rows = compared.map(({ pair, now, old, gained, lost, resized }): ThemeShift => {
    const shift = (id: string): Shift => {
      const [are, were] = [now, old].map((quotes) => quotes.filter(({ participant }) => roleOrKind(participant) === id));
      return {
        before: was.cell(pair.before, id),
        after: is.cell(pair.after, id),
        gained: divide(are!, were!).alone.length,
        lost: divide(were!, are!).alone.length,
      };
    };
    return {
      before: pair.before,
      after: pair.after,
      cells: columns.map(({ id }) => shift(id)),
      total: { before: was.total(pair.before), after: is.total(pair.after), gained: gained.length, lost: lost.length },
      gained: movesOf(pair.after, gains, was.codings),
      lost: movesOf(pair.before, losses, is.codings),
      resized,
    };
  });
  return { columns, rows, people: changedRoles(before.transcripts, after.transcripts) };
}
