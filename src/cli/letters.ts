import { join } from 'node:path';
import { groupBy } from '../analysis/group-by.ts';
import { CodifyError, CodifyErrors } from '../errors.ts';
import { formats } from '../exchange/formats/index.ts';
import { exchangeLanguages } from '../exchange/languages/index.ts';
import { letterText, quoteId, type Letter, type LetterQuote } from '../exchange/letter.ts';
import { writeNew, writeWhole, type NewBytes } from '../files/write.ts';
import type { Coding, Participant, Study } from '../model.ts';
import { readDocument } from '../report/document.ts';
import { reportPlaces } from '../report/places.ts';
import { didYouMean } from '../text/nearest.ts';
import type { ExitStatus } from './command.ts';
import type { Io } from './io.ts';
import { standingReport } from './standing-report.ts';
import { csvTable } from './table.ts';
import { cliWords } from './words.ts';

interface LetterFlags {
  /** A letter, or the table that does for one. */
  readonly to: 'docx' | 'md' | 'csv';
  readonly participant?: string;
  readonly output?: string;
  readonly report?: string;
  readonly force?: boolean;
}

/** Everyone who is asked: the one named, else all who want to approve their quotes. @throws CodifyError where nobody is */
function peopleAsked({ transcripts }: Study, { participant }: LetterFlags): Participant[] {
  const people = new Map(
    transcripts
      .flatMap(({ participants }) => [...participants.values()])
      .flatMap((one) => (one.role === 'interviewer' ? [] : [[one.id, one]])),
  );
  if (participant === undefined) {
    const asked = [...people.values()].filter(({ consent }) => consent === 'godkendes');
    if (asked.length > 0) return asked;
    throw new CodifyError('nobody has asked to approve quotes', {
      hint: 'consent: godkendes in participants.csv says who has, or name one with --participant',
    });
  }
  const one = people.get(participant.normalize('NFC'));
  if (!one)
    throw new CodifyError(`there is no participant "${participant}"`, {
      hint: didYouMean(participant, [...people.keys()]) ?? `there are ${[...people.keys()].join(', ')}`,
    });
  if (one.consent === 'nej')
    throw new CodifyError(`${one.id} does not want to be quoted`, {
      hint: 'take her quotes out of the report; consent in participants.csv says what she wants',
    });
  return [one];
}

/** A person's id as a file's name. */
const fileName = (id: string): string => id.replace(/[^\p{L}\p{N}._-]+/gu, '-');

async function fileOf(letter: Letter, format: LetterFlags['to'], folder: string): Promise<NewBytes> {
  const path = join(folder, `${fileName(letter.participant)}.${format}`);
  const { columns } = exchangeLanguages[letter.language].letter;
  if (format === 'csv') {
    const rows = letter.quotes.map(({ text }) => [quoteId(letter.participant, text), letter.participant, text, '', '']);
    return { path, text: csvTable([columns.id, columns.participant, columns.quote, columns.answer, columns.changed], rows) };
  }
  const text = letterText(letter);
  if (format === 'md') return { path, text };
  const { language, author } = letter;
  const word = formats.find(({ name }) => name === format)!;
  return { path, text: await word.write(readDocument(text), { language, author, pictures: new Map(), template: undefined }) };
}

/**
 * Writes to each person a letter with her quotes that stand in the report, for her to approve. One that is there already
 * may hold her answers, and is left alone.
 * @throws CodifyError or CodifyErrors where there is nobody to ask, nothing to ask about, or a letter there already
 */
export async function writeLetters(io: Io, study: Study, codings: readonly Coding[], flags: LetterFlags): Promise<ExitStatus> {
  const people = peopleAsked(study, flags);
  const { path, isWritten, text, checked } = await standingReport(study, codings, flags.report);
  const { language } = study.plan.report;
  const said = checked.filter(({ verdict, passage }) => verdict !== 'not found' && passage);
  const placeOf = reportPlaces(text, new Set(checked.map(({ quotation }) => quotation.line)), language);
  const byPerson = groupBy(said, ({ passage }) => passage!.participant.id);
  const { title, author, client } = study.plan;
  const letters = people.flatMap(({ id, consent }): Letter[] => {
    const quotes = new Map<string, LetterQuote>();
    for (const { quotation } of byPerson.get(id) ?? []) {
      const key = quoteId(id, quotation.text);
      if (!quotes.has(key)) quotes.set(key, { text: quotation.text, role: quotation.role, ...placeOf(quotation.line) });
    }
    if (quotes.size === 0) return [];
    return [
      { participant: id, language, study: title, author, client, wantsApproval: consent === 'godkendes', quotes: [...quotes.values()] },
    ];
  });
  const report = isWritten ? path : `the report as codify would write it (there is no ${path})`;
  const silent = people.filter(({ id }) => !byPerson.has(id)).map(({ id }) => id);
  if (letters.length === 0) throw new CodifyError(`no quote of ${silent.join(', ')} stands in ${report}`);
  const folder = flags.output ?? join(study.folder, cliWords[language].letterFolder);
  const files = await Promise.all(letters.map((letter) => fileOf(letter, flags.to, folder)));
  if (flags.force) for (const file of files) await writeWhole(file.path, file.text);
  else await writeNew(files).catch(refuseAnswered);
  for (const [i, { quotes }] of letters.entries()) io.out(`${files[i]!.path}: ${cliWords[language].quotations(quotes.length)}\n`);
  io.err(`codify: asked from ${report}\n`);
  if (silent.length > 0) io.err(`codify: no quote there of ${silent.join(', ')}\n`);
  io.err('codify: next: codify decisions approve LETTER… --coder NAME takes the answers in\n');
  return 0;
}

/** What is there already may be answered. */
function refuseAnswered(error: unknown): never {
  const one = error instanceof CodifyErrors ? error.errors[0] : error;
  if (!(one instanceof CodifyError)) throw error;
  throw new CodifyError(`${one.message}: it may hold answers`, { place: one.place, hint: 'choose another folder with -o, or --force' });
}
