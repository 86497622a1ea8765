import { CodifyError } from '../errors.ts';
import type { Amounts, Coding, Column, CountRow, CrossTable, Participant, Study, Transcript } from '../model.ts';
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

/** What a person says in one turn. */
interface Share extends Voice {
  readonly turn: number;
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

/** The same turn by turn, where it matters in which: what is said there. */
function sharesOf(voices: readonly Voice[]): Share[] {
  return voices.flatMap(({ transcript, participant }) => {
    const { turns } = spokenWords(transcript);
    return transcript.turns.flatMap(({ speaker }, turn) => {
      const words = transcript.participants.get(speaker) === participant ? turns[turn + 1]! - turns[turn]! : 0;
      return words > 0 ? [{ transcript, participant, turn, words }] : [];
    });
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

/** Where what answers no question of the guide is counted. */
export const NO_QUESTION = 'uden spørgsmål';

/** A property of people, of the interviews they speak in, or of their turns. */
interface Property {
  /** A turn may answer two questions at once. */
  valuesOf(participant: Participant, transcript: Transcript, turn: number): readonly string[];
  /** Its values in an order that means something: roles by rank, else as the words sort; the unknown last. */
  order(values: ReadonlySet<string>): string[];
}

function propertyOf(by: string, voices: readonly Voice[], { codebook: { roles }, plan }: Counted): Property {
  const withUnknown = (known: readonly string[], values: ReadonlySet<string>, unknown = UNKNOWN): string[] => [
    ...known.filter((value) => values.has(value) && value !== unknown),
    ...(values.has(unknown) ? [unknown] : []),
  ];
  const order = (values: ReadonlySet<string>): string[] => withUnknown([...values].sort(), values);
  if (by === 'role') {
    const ranks = roles.map((role) => role.id);
    return { valuesOf: (participant) => [participant.role ?? UNKNOWN], order: (values) => withUnknown(ranks, values) };
  }
  if (by === 'participant') return { valuesOf: (participant) => [participant.id], order };
  if (by === 'transcript') return { valuesOf: (_, transcript) => [transcript.id], order };
  const ids = plan?.questions.map(({ id }) => id) ?? [];
  if (by === 'question') {
    if (ids.length === 0)
      throw new CodifyError('the study has no questions to count by', {
        hint: 'list those of the interview guide under questions: in codify.yaml or in the codebook',
      });
    return {
      valuesOf: (_, transcript, turn) => questionsOf(transcript, turn),
      order: (values) => withUnknown(ids, values, NO_QUESTION),
    };
  }
  const attributes = [...new Set(voices.flatMap((voice) => Object.keys(voice.participant.attributes)))].sort();
  if (!attributes.includes(by)) {
    const all = ['role', 'participant', 'transcript', ...(ids.length > 0 ? ['question'] : []), ...attributes];
    throw new CodifyError(`nothing is known of people by "${by}", only by ${all.join(', ')}`, { hint: didYouMean(by, all) });
  }
  return { valuesOf: (participant) => [participant.attributes[by] ?? UNKNOWN], order };
}

/** The questions a turn answers, or that it answers none. */
export function questionsOf({ questions }: Transcript, turn: number): readonly string[] {
  const answered = questions?.ofTurns[turn] ?? [];
  return answered.length === 0 ? [NO_QUESTION] : answered;
}

/** A study, as far as it is needed to count in it. */
type Counted = Pick<Study, 'codebook' | 'transcripts'> & Partial<Pick<Study, 'plan'>>;

const keyOf = (values: readonly string[]): string => JSON.stringify(values);

/** One value of each, in every way there is. */
const combined = (values: readonly (readonly string[])[]): string[][] =>
  values.reduce<string[][]>((all, some) => all.flatMap((before) => some.map((value) => [...before, value])), [[]]);

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
 * @param asked `role` (also where nothing is given), `participant`, `transcript`, `question` (of the interview guide) or
 * attributes of the participants; of several at once the columns are the combinations that occur
 * @throws CodifyError when nobody has that attribute, or there are no questions
 */
export function countCodings(study: Counted, codings: readonly Coding[], ...asked: readonly string[]): CrossTable {
  const by = asked.length === 0 ? ['role'] : [...new Set(asked)];
  const voices = voicesOf(study.transcripts);
  const texts = documentsOf(study.transcripts);
  const properties = by.map((one) => propertyOf(one, voices, study));
  const groupsOf = (participant: Participant, transcript: Transcript, turn: number): string[] =>
    combined(properties.map(({ valuesOf }) => valuesOf(participant, transcript, turn))).map(keyOf);
  // Only where questions make the columns does it matter in which turn a thing is said.
  const shares: readonly Share[] = by.includes('question') ? sharesOf(voices) : voices.map((voice) => ({ ...voice, turn: 0 }));
  const groups = new Map<string, Share[]>();
  for (const share of shares) {
    for (const key of groupsOf(share.participant, share.transcript, share.turn)) {
      const group = groups.get(key);
      if (group) group.push(share);
      else groups.set(key, [share]);
    }
  }
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
        for (const key of groupsOf(participant, transcript, turn)) cells.get(key)!.add(transcript, participant, words);
        total.add(transcript, participant, words);
      }
    }
    const documents = texts.length === 0 ? undefined : { ...written.amounts, people: 0 };
    return { theme, cells: keys.map((key) => cells.get(key)!.amounts), total: total.amounts, ...(documents && { documents }) };
  });
  const documents = texts.length === 0 ? undefined : { ...columnOf(DOCUMENTS, texts), people: 0 };
  return { by, columns, total: columnOf('total', voices), rows, ...(documents && { documents }) };
}
