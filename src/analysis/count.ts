import { CodifyError } from '../errors.ts';
import type { Amounts, Coding, Column, CountRow, CrossTable, Participant, Study, Transcript } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
import { countWords } from '../text/words.ts';
import { groupBy } from './group-by.ts';
import { quotesOf, type Quote } from './quotes.ts';
import { UNKNOWN } from './unknown.ts';

/** A person's share of one interview. */
interface Voice {
  readonly transcript: Transcript;
  readonly participant: Participant;
  readonly words: number;
}

/** Who says how much in these interviews; those who ask, and those who say nothing, are nobody's voice. */
export function voicesOf(transcripts: readonly Transcript[]): Voice[] {
  return transcripts.flatMap((transcript) => {
    const words = new Map<Participant, number>();
    for (const { speaker, span } of transcript.turns) {
      const participant = transcript.participants.get(speaker)!;
      if (participant.role === 'interviewer') continue;
      words.set(participant, (words.get(participant) ?? 0) + countWords(transcript.text, span.start, span.end));
    }
    return [...words].filter(([, said]) => said > 0).map(([participant, said]) => ({ transcript, participant, words: said }));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function columnOf(id: string, voices: readonly Voice[]): Column {
  return {
    id,
    people: new Set(voices.map((voice) => voice.participant.id)).size,
    interviews: new Set(voices.map((voice) => voice.transcript)).size,
    words: sum(voices.map((voice) => voice.words)),
  };
}

function amountsOf(quotes: readonly Quote[]): Amounts {
  return {
    quotes: quotes.length,
    people: new Set(quotes.map((quote) => quote.participant.id)).size,
    interviews: new Set(quotes.map((quote) => quote.transcript)).size,
    words: sum(quotes.map(({ transcript, span }) => countWords(transcript.text, span.start, span.end))),
  };
}

/** What puts a person of an interview into a column. */
type Grouping = (participant: Participant, transcript: Transcript) => string;

function groupingBy(by: string, voices: readonly Voice[]): Grouping {
  if (by === 'role') return (participant) => participant.role ?? UNKNOWN;
  if (by === 'participant') return (participant) => participant.id;
  if (by === 'transcript') return (_, transcript) => transcript.id;
  const attributes = [...new Set(voices.flatMap((voice) => Object.keys(voice.participant.attributes)))].sort();
  if (!attributes.includes(by)) {
    const all = ['role', 'participant', 'transcript', ...attributes];
    throw new CodifyError(`nothing is known of people by "${by}"`, { hint: didYouMean(by, all) ?? `count by ${all.join(', ')}` });
  }
  return (participant) => participant.attributes[by] ?? UNKNOWN;
}

/** Columns in an order that means something: roles by rank, else as the words sort; the unknown last. */
function columnOrder(by: string, ids: ReadonlySet<string>, study: Pick<Study, 'codebook'>): string[] {
  const known =
    by === 'role'
      ? study.codebook.roles.map((role) => role.id).filter((id) => ids.has(id))
      : [...ids].filter((id) => id !== UNKNOWN).sort();
  return ids.has(UNKNOWN) ? [...known, UNKNOWN] : known;
}

/** The codings under each theme, so that a large codebook does not go through all of them for each theme. */
function underThemes(codings: readonly Coding[]): Map<string, Coding[]> {
  const under = new Map<string, Coding[]>();
  for (const coding of codings) {
    for (const id of coding.theme.path) {
      const list = under.get(id);
      if (list) list.push(coding);
      else under.set(id, [coding]);
    }
  }
  return under;
}

/**
 * The cross-table of themes and groups of people: quotes, people, interviews and words in each cell, with the people,
 * interviews and words that could have been counted there. A group interview counts once in each column whose people
 * speak in it; totals are unions.
 * @param by `role`, `participant`, `transcript` or an attribute of the participants
 * @throws CodifyError when nobody has that attribute
 */
export function countCodings(study: Pick<Study, 'codebook' | 'transcripts'>, codings: readonly Coding[], by = 'role'): CrossTable {
  const voices = voicesOf(study.transcripts);
  const group = groupingBy(by, voices);
  const groups = groupBy(voices, (voice) => group(voice.participant, voice.transcript));
  const columns = columnOrder(by, new Set(groups.keys()), study).map((id) => columnOf(id, groups.get(id)!));
  const under = underThemes(codings);
  const rows = study.codebook.allThemes.map((theme): CountRow => {
    const quotes = quotesOf(theme, under.get(theme.id) ?? []);
    const byGroup = groupBy(quotes, (quote) => group(quote.participant, quote.transcript));
    return { theme, cells: columns.map((column) => amountsOf(byGroup.get(column.id) ?? [])), total: amountsOf(quotes) };
  });
  return { by, columns, total: columnOf('total', voices), rows };
}
