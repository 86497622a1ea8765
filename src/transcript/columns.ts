import { CodifyError } from '../errors.ts';
import type { Table } from '../files/table.ts';
import type { ColumnChoice } from './formats/format.ts';
import type { Legend } from './legend.ts';

const TEXT = 'tekst text udsagn ytring svar replik indhold content utterance answer transskription'.split(' ');
const SPEAKER = 'taler speaker person navn name label hvem'.split(' ');
const PARTICIPANT = (
  'participant deltager respondent respondent_id respondentid respondent-id informant id response_id responseid response-id svar-id svarid ' +
  'besvarelses-id nr nummer'
).split(' ');
const ROLE = 'rolle role stilling stillingsgruppe titel stillingsbetegnelse'.split(' ');
const CONSENT = 'consent samtykke'.split(' ');
const TIME = 'tid time tidspunkt start timespan tidsinterval tidskode timestamp tidsstempel starttid begin'.split(' ');

/** "Hvad er din stilling?" asks for the role. */
const ASKS_ROLE =
  /^(?:hvad er |hvilken |angiv |what is )?(?:din |jeres |your |nuværende |current )*(?:stilling|stillingsbetegnelse|rolle|titel|job title|role)(?: har du)?\s*[?:*]*$/i;
/** Columns that hold who a person is or how she is reached, whole names of columns only: many a question is about mail. */
const PERSONAL =
  /^(?:(?:hvad er |what is )?(?:dit |din |your )?(?:fulde |fuldt |full )?(?:navn|name|fornavn|efternavn|first ?name|last ?name|e-?mail(?:-?adresse| address)?|mail(?:adresse)?|email|brugernavn|username|telefon(?:nummer)?|phone(?: number)?|tlf\.?|mobil(?:nummer|telefon)?|cpr(?:-?nummer|-?nr\.?)?|ip-?adresse|ip ?address|ipaddr)|hvad hedder du|what is your name)\s*[?:*]*$/i;
const NAME_OF_PERSON = /^(?:person|navn|name)$/i;
/** Questions that are answered in one's own words, also where nobody says much. */
const ASKS_FOR_WORDS =
  /(?<!\p{L})(?:uddyb(?:ende|es)?|kommentar(?:er)?|bemærkning(?:er)?|beskriv|begrund|forklar|fortæl|andet|andre ting|comments?|other|please (?:specify|elaborate)|hvorfor|hvordan)(?!\p{L})/iu;

const MAIL = /^\S+@\S+\.\p{L}{2,}$/u;
const IP = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const CPR = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}$/;
const NUMBER = /^[-+]?[\d.,\s]*\d\s*%?$/;
const DATE =
  /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[\sT,]+\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:[.,]\d+)?)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:Z|GMT|UTC|CES?T)?(?:[+-]\d\S*)?)?)?$/;
const CODE = /^\S*\d\S*$/;
const YES_NO = /^(?:ja|nej|yes|no|y|n|x|true|false|sand|falsk|valgt|ikke valgt)$/i;

// Words that show answers are people's own: on average in a column, or in one that nobody else gave; in any of them.
const SENTENCE = 6;
const LONG = 10;
// Of fewer answers nobody can tell whether they were picked.
const FEW = 4;

// No date, address or code has more characters.
const LONGEST_CODE = 100;

const wordsIn = (cell: string): number => cell.trim().split(/\s+/).length;

/** What stands in the columns of a table: the filled cells of each. */
type Values = (column: string) => readonly string[];

function valuesIn(table: Table): Values {
  const values = new Map(table.columns.map((column) => [column, [] as string[]]));
  for (const { cells } of table.rows) for (const [column, cell] of Object.entries(cells)) values.get(column)!.push(cell.trim());
  return (column) => values.get(column)!;
}

const isOne = (value: string, kinds: readonly RegExp[]): boolean => value.length <= LONGEST_CODE && kinds.some((kind) => kind.test(value));
const most = (values: readonly string[], ...kinds: readonly RegExp[]): boolean =>
  values.length > 0 && values.filter((value) => isOne(value, kinds)).length * 2 >= values.length;
const all = (values: readonly string[], ...kinds: readonly RegExp[]): boolean => values.every((value) => isOne(value, kinds));

/** Are these picked from a list? The same ones return, also where several are joined, and nobody adds a sentence of her own. */
function arePicked(values: readonly string[]): boolean {
  const parts = values.flatMap((value) => value.split(/;\s*|, /).filter((part) => part.trim() !== ''));
  const times = new Map<string, number>();
  for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1);
  if (parts.length < FEW || times.size * 2 > parts.length) return false;
  return ![...times].some(([part, count]) => count === 1 && wordsIn(part) >= SENTENCE);
}

/** Is a column answered in people's own words? Its name asks for it, or its cells are sentences. */
function isOpen(column: string, values: readonly string[], legend: Legend): boolean {
  const question = legend.questions.get(column);
  // A second column of the name has a number behind it.
  const name = column.replace(/ \(\d+\)$/, '');
  if (legend.labels.has(column) || all(values, NUMBER, DATE, CODE, YES_NO)) return false;
  if (question) return question.open;
  if (arePicked(values)) return false;
  if (name.endsWith('?') || ASKS_FOR_WORDS.test(name) || TEXT.includes(name.toLowerCase())) return true;
  const lengths = values.map(wordsIn);
  return lengths.some((length) => length >= LONG) || lengths.reduce((sum, length) => sum + length, 0) >= SENTENCE * lengths.length;
}

// A table may have hundreds of columns that nobody asks for.
const MOST_NAMES = 12;

/** Names in a row, the first of them where there are many. */
export function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : names.join(', ');
}

function byName(columns: readonly string[], names: readonly string[]): string | undefined {
  return names.map((name) => columns.find((column) => column.toLowerCase() === name)).find((column) => column !== undefined);
}

/** The column the user named, else the one of such a name. @throws CodifyError when the user named one that is not there */
function chosen(table: Table, path: string, given: string | undefined, names: readonly string[]): string | undefined {
  if (given === undefined) return byName(table.columns, names);
  const column = given.normalize('NFC');
  if (!table.columns.includes(column)) {
    throw new CodifyError(`there is no column "${given}"`, { place: { path, line: 1 }, hint: `the columns are ${listed(table.columns)}` });
  }
  return column;
}

/** Does a column tell who or where a person is, so that it is not used unless the user says so? */
function isPersonal(column: string, values: readonly string[]): boolean {
  return PERSONAL.test(column) || most(values, MAIL, IP, CPR);
}

/** What the columns of a table with a turn a row hold. */
export interface TurnColumns {
  readonly text: string;
  readonly speaker: string;
  readonly role: string | undefined;
  readonly time: string | undefined;
  readonly unused: readonly string[];
}

/** Does a form ask for a name? It does so once of each, and knows when or from which address it was answered. */
function isForm(table: Table, speaker: string): boolean {
  const valuesOf = valuesIn(table);
  const names = valuesOf(speaker);
  if (!NAME_OF_PERSON.test(speaker) || new Set(names).size < names.length) return false;
  return table.columns.map((column) => valuesOf(column)).some((values) => values.length > 0 && (most(values, MAIL) || all(values, DATE)));
}

/** The columns of a transcript in a table; undefined when no columns name the speaker and her words. */
export function turnColumns(table: Table, path: string, given: ColumnChoice): TurnColumns | undefined {
  const speaker = chosen(table, path, given.speaker, SPEAKER);
  const text = given.text?.length === 1 ? chosen(table, path, given.text[0], []) : byName(table.columns, TEXT);
  const role = chosen(table, path, given.role, ROLE);
  if (speaker === undefined || text === undefined) return undefined;
  if (given.speaker === undefined && isForm(table, speaker)) return undefined;
  const time = byName(table.columns, TIME);
  const used = new Set([text, speaker, role, time]);
  return { text, speaker, role, time, unused: table.columns.filter((column) => !used.has(column)) };
}

/** What the columns of a table with a respondent a row hold. */
export interface AnswerColumns {
  readonly participant: string | undefined;
  readonly role: string | undefined;
  readonly consent: string | undefined;
  readonly answers: readonly string[];
  readonly attributes: readonly string[];
  /** Names, mail and IP addresses, which are not used. */
  readonly personal: readonly string[];
  /** Open answers beside those the user chose. */
  readonly notChosen: readonly string[];
  readonly empty: readonly string[];
}

/** The columns of a survey: those the user named, else as their names and what stands in them tell. @throws CodifyError when none is an open answer */
export function answerColumns(table: Table, path: string, given: ColumnChoice, legend: Legend): AnswerColumns {
  const valuesOf = valuesIn(table);
  const personal = new Set(table.columns.filter((column) => isPersonal(column, valuesOf(column))));
  const impersonal = table.columns.filter((column) => !personal.has(column));
  const named = { ...table, columns: impersonal };
  const participant = given.participant === undefined ? byName(impersonal, PARTICIPANT) : chosen(table, path, given.participant, []);
  const role =
    given.role === undefined
      ? (chosen(named, path, undefined, ROLE) ?? impersonal.find((column) => ASKS_ROLE.test(column)))
      : chosen(table, path, given.role, []);
  const consent = byName(impersonal, CONSENT);
  const texts = given.text?.map((name) => chosen(table, path, name, [])!);
  const taken = new Set([participant, role, consent, ...(texts ?? [])]);
  const free = table.columns.filter((column) => !taken.has(column));
  const empty = free.filter((column) => valuesOf(column).length === 0);
  const rest = free.filter((column) => !personal.has(column) && !empty.includes(column));
  const open = new Set(rest.filter((column) => isOpen(column, valuesOf(column), legend)));
  const answers = texts ?? [...open];
  if (answers.length === 0) {
    throw new CodifyError('no column holds what was said', {
      place: { path, line: 1 },
      hint: `name one: --column text=NAME (the columns are ${listed(table.columns)})`,
    });
  }
  return {
    participant,
    role,
    consent,
    answers,
    attributes: rest.filter((column) => !open.has(column)),
    personal: free.filter((column) => personal.has(column) && !empty.includes(column)),
    notChosen: texts ? [...open] : [],
    empty,
  };
}

/** Is the column one that names people in this study, not one that numbers a table's rows? */
export function namesPeople(participant: string | undefined, given: ColumnChoice): boolean {
  return participant !== undefined && (given.participant !== undefined || participant.toLowerCase() === 'participant');
}
