import { CodifyError } from '../errors.ts';
import type { Amounts, Codebook, Coding, Column, CountRow, CrossTable, Participant, Study, Transcript } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
import { countSpoken, spokenWords } from '../text/spoken.ts';
import { groupBy } from './group-by.ts';
import { quoteRuns, spanOf } from './quotes.ts';
import { UNKNOWN } from './unknown.ts';

/** A person's share of one interview. */
interface Voice {
  readonly transcript: Transcript;
  readonly participant: Participant;
  readonly words: number;
}

/** Who says how much in these interviews, and what documents do; those who ask, and those who say nothing, are nobody's voice. */
function allVoices(transcripts: readonly Transcript[]): Voice[] {
  return transcripts.flatMap((transcript) => {
    const words = new Map<Participant, number>();
    const { turns } = spokenWords(transcript);
    for (const [turn, { speaker }] of transcript.turns.entries()) {
      const participant = transcript.participants.get(speaker)!;
      if (participant.role === 'interviewer') continue;
      words.set(participant, (words.get(participant) ?? 0) + turns[turn + 1]! - turns[turn]!);
    }
    return [...words].filter(([, said]) => said > 0).map(([participant, said]) => ({ transcript, participant, words: said }));
  });
}

/** Who says how much in these interviews. A document is no person. */
export function voicesOf(transcripts: readonly Transcript[]): Voice[] {
  return allVoices(transcripts).filter(({ participant }) => participant.document === undefined);
}

/** The documents among these, with how many words each has. */
export function documentsOf(transcripts: readonly Transcript[]): Voice[] {
  return allVoices(transcripts).filter(({ participant }) => participant.document !== undefined);
}

/** Where documents are counted: beside the people, and in no total of them. */
export const DOCUMENTS = 'dokumenter';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function columnOf(id: string, voices: readonly Voice[]): Column {
  return {
    id,
    people: new Set(voices.map((voice) => voice.participant.id)).size,
    interviews: new Set(voices.map((voice) => voice.transcript)).size,
    words: sum(voices.map((voice) => voice.words)),
  };
}

/** Adds quotes up: how many, and how many people, interviews and words they come from. */
class Tally {
  readonly #people = new Set<string>();
  readonly #interviews = new Set<Transcript>();
  #quotes = 0;
  #words = 0;
  #transcript: Transcript | undefined;
  #participant: Participant | undefined;

  add(transcript: Transcript, participant: Participant, words: number): void {
    this.#quotes += 1;
    this.#words += words;
    // Most quotes come from the same person as the one before.
    if (transcript === this.#transcript && participant === this.#participant) return;
    this.#transcript = transcript;
    this.#participant = participant;
    this.#interviews.add(transcript);
    this.#people.add(participant.id);
  }

  get amounts(): Amounts {
    return { quotes: this.#quotes, people: this.#people.size, interviews: this.#interviews.size, words: this.#words };
  }
}

/** A property of people, or of the interviews they speak in. */
interface Property {
  valueOf(participant: Participant, transcript: Transcript): string;
  /** Its values in an order that means something: roles by rank, else as the words sort; the unknown last. */
  order(values: ReadonlySet<string>): string[];
}

function propertyOf(by: string, voices: readonly Voice[], { roles }: Codebook): Property {
  const withUnknown = (known: readonly string[], values: ReadonlySet<string>): string[] => [
    ...known.filter((value) => values.has(value) && value !== UNKNOWN),
    ...(values.has(UNKNOWN) ? [UNKNOWN] : []),
  ];
  const order = (values: ReadonlySet<string>): string[] => withUnknown([...values].sort(), values);
  if (by === 'role') {
    const ranks = roles.map((role) => role.id);
    return { valueOf: (participant) => participant.role ?? UNKNOWN, order: (values) => withUnknown(ranks, values) };
  }
  if (by === 'participant') return { valueOf: (participant) => participant.id, order };
  if (by === 'transcript') return { valueOf: (_, transcript) => transcript.id, order };
  const attributes = [...new Set(voices.flatMap((voice) => Object.keys(voice.participant.attributes)))].sort();
  if (!attributes.includes(by)) {
    const all = ['role', 'participant', 'transcript', ...attributes];
    throw new CodifyError(`nothing is known of people by "${by}", only by ${all.join(', ')}`, { hint: didYouMean(by, all) });
  }
  return { valueOf: (participant) => participant.attributes[by] ?? UNKNOWN, order };
}

const keyOf = (values: readonly string[]): string => JSON.stringify(values);

/** The combinations of values that occur, in the order of the first property, then of the next. */
function combinationsOf(properties: readonly Property[], occurring: readonly (readonly string[])[]): (readonly string[])[] {
  const ranks = properties.map(({ order }, i) => {
    const values = order(new Set(occurring.map((combination) => combination[i]!)));
    return new Map(values.map((value, rank) => [value, rank]));
  });
  const places = (values: readonly string[]): number[] => values.map((value, i) => ranks[i]!.get(value)!);
  return occurring.toSorted((a, b) => {
    const [before, after] = [places(a), places(b)];
    const first = before.findIndex((rank, i) => rank !== after[i]);
    return first === -1 ? 0 : before[first]! - after[first]!;
  });
}

/** The codings under each theme, so that a large codebook does not go through all of them for each theme. */
export function underThemes(codings: readonly Coding[]): Map<string, Coding[]> {
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
 * speak in it; totals are unions. Documents are counted for themselves, among no people and in no total.
 * @param asked `role` (also where nothing is given), `participant`, `transcript` or attributes of the participants; of
 * several at once the columns are the combinations that occur
 * @throws CodifyError when nobody has that attribute
 */
export function countCodings(
  study: Pick<Study, 'codebook' | 'transcripts'>,
  codings: readonly Coding[],
  ...asked: readonly string[]
): CrossTable {
  const by = asked.length === 0 ? ['role'] : [...new Set(asked)];
  const voices = voicesOf(study.transcripts);
  const texts = documentsOf(study.transcripts);
  const properties = by.map((one) => propertyOf(one, voices, study.codebook));
  const group = (participant: Participant, transcript: Transcript): string =>
    keyOf(properties.map(({ valueOf }) => valueOf(participant, transcript)));
  const groups = groupBy(voices, (voice) => group(voice.participant, voice.transcript));
  const combinations = combinationsOf(
    properties,
    [...groups.keys()].map((key) => JSON.parse(key) as string[]),
  );
  const keys = combinations.map(keyOf);
  const columns = combinations.map((values, i) => ({
    ...columnOf(values.join(' · '), groups.get(keys[i]!)!),
    values: values.length > 1 ? values : undefined,
  }));
  const under = underThemes(codings);
  const rows = study.codebook.allThemes.map((theme): CountRow => {
    const total = new Tally();
    const written = new Tally();
    const cells = new Map(keys.map((key) => [key, new Tally()]));
    for (const [transcript, runs] of groupBy(quoteRuns(under.get(theme.id) ?? []), ([first]) => first!.transcript)) {
      const spoken = spokenWords(transcript);
      for (const run of runs) {
        const { turn, participant } = run[0]!;
        const words = countSpoken(spoken, turn, spanOf(run));
        if (participant.document !== undefined) {
          written.add(transcript, participant, words);
          continue;
        }
        cells.get(group(participant, transcript))!.add(transcript, participant, words);
        total.add(transcript, participant, words);
      }
    }
    const documents = texts.length === 0 ? undefined : { ...written.amounts, people: 0 };
    return { theme, cells: keys.map((key) => cells.get(key)!.amounts), total: total.amounts, ...(documents && { documents }) };
  });
  const documents = texts.length === 0 ? undefined : { ...columnOf(DOCUMENTS, texts), people: 0 };
  return { by, columns, total: columnOf('total', voices), rows, ...(documents && { documents }) };
}
