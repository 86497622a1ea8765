import type { Coding, Participant, Study, Theme } from '../model.ts';
import { documentsOf, voicesOf } from './count.ts';
import { groupBy } from './group-by.ts';
import { quotesOf, type Quote } from './quotes.ts';

/** A column of a framework matrix, with the people who have a quote in it. */
export interface MatrixColumn {
  readonly theme: Theme;
  /** What stands on the theme itself, beside the columns of its sub-themes. */
  readonly alone: boolean;
  readonly people: number;
  readonly quotes: number;
}

/** All that one person says, theme by theme. */
export interface MatrixRow {
  readonly participant: Participant;
  /** In the order of the columns. */
  readonly cells: readonly (readonly Quote[])[];
}

/** A framework matrix (Ritchie and Spencer 1994): people by themes, their quotes in the cells. */
export interface FrameworkMatrix {
  readonly columns: readonly MatrixColumn[];
  /**
   * Everyone who speaks, also who says nothing of these themes: roles by rank, then by id; those without a role after
   * them, and documents, which are no people, last.
   */
  readonly rows: readonly MatrixRow[];
}

/** The columns below a theme: what stands on it alone, if anything does, and its sub-themes. */
function columnsUnder(theme: Theme, codings: readonly Coding[]): { theme: Theme; alone: boolean; quotes: Quote[] }[] {
  const own = quotesOf(
    theme,
    codings.filter((coding) => coding.theme.id === theme.id),
  );
  const sub = theme.themes.map((one) => ({ theme: one, alone: false, quotes: quotesOf(one, codings) }));
  return own.length === 0 && sub.length > 0 ? sub : [{ theme, alone: sub.length > 0, quotes: own }, ...sub];
}

/**
 * The framework matrix of a study: each quote in the cell of its person and theme, those of sub-themes with the theme
 * above them. Rejected codings are no quotes.
 * @param of a theme to take apart into its sub-themes; else the columns are the themes at the top
 */
export function frameworkMatrix(
  { codebook, transcripts }: Pick<Study, 'codebook' | 'transcripts'>,
  codings: readonly Coding[],
  of?: Theme,
): FrameworkMatrix {
  const columns =
    of === undefined
      ? codebook.themes.map((theme) => ({ theme, alone: false, quotes: quotesOf(theme, codings) }))
      : columnsUnder(of, codings);
  const place = new Map(transcripts.map((transcript, i) => [transcript, i]));
  const cells = columns.map(({ quotes }) =>
    groupBy(
      quotes.toSorted((a, b) => place.get(a.transcript)! - place.get(b.transcript)!),
      ({ participant }) => participant.id,
    ),
  );
  const ranks = new Map(codebook.roles.map(({ id }, rank) => [id, rank]));
  const rankOf = ({ role, document }: Participant): number => (document === undefined ? (ranks.get(role ?? '') ?? ranks.size) : Infinity);
  const voices = [...voicesOf(transcripts), ...documentsOf(transcripts)];
  const rows = [...new Map(voices.map(({ participant }) => [participant.id, participant])).values()]
    .toSorted((a, b) => (rankOf(a) === rankOf(b) ? (a.id < b.id ? -1 : 1) : rankOf(a) - rankOf(b)))
    .map((participant) => ({ participant, cells: cells.map((own) => own.get(participant.id) ?? []) }));
  const people = rows.filter(({ participant }) => participant.document === undefined);
  return {
    columns: columns.map(({ theme, alone, quotes }, i) => ({
      theme,
      alone,
      people: people.filter((row) => row.cells[i]!.length > 0).length,
      quotes: quotes.length,
    })),
    rows,
  };
}
