import { CodifyError } from '../errors.ts';
import type { Participant, Role, Transcript } from '../model.ts';
import type { ColumnChoice, Format, Reading, Source } from './formats/format.ts';
import { promisedFormat } from './formats/index.ts';
import { identify, type ParticipantTable } from './participants.ts';

/** What is known when a file is read: its name in the study, who takes part, which columns count. */
export interface ReadContext {
  /** The file's path inside the study or the given folder. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly participants: ParticipantTable | undefined;
  readonly columns: ColumnChoice;
}

function assemble(reading: Reading, source: Source, format: Format, context: ReadContext): Transcript {
  const id = reading.id ?? (reading.part === undefined ? context.name : `${context.name}#${reading.part}`);
  const participants = new Map<string, Participant>();
  for (const { speaker } of reading.turns) {
    if (participants.has(speaker)) continue;
    const [row] = [id, context.name].flatMap((name) => context.participants?.matching(name, speaker) ?? []);
    const sources = { transcript: id, speaker, asks: reading.interviewers.has(speaker), facts: reading.speakers.get(speaker), row };
    participants.set(speaker, identify(sources, context.roles));
  }
  const { text, isArticle = false, turns, notes, understood = [] } = reading;
  const encoding = reading.encoding ?? source.decoded.encoding;
  return { id, path: source.path, format: format.name, encoding, isArticle, text, participants, turns, notes, understood };
}

/** The interviews of one file as its format reads them, each with its turns and the people who speak. @throws CodifyError when there are none */
export function transcriptsOf(readings: readonly Reading[], source: Source, format: Format, context: ReadContext): Transcript[] {
  if (readings.length === 0) throw new CodifyError('holds a header and no rows', { place: { path: source.path } });
  const promised = promisedFormat(source.path);
  // Of a text under a text's name it is enough to name the format.
  const renamed = promised && source.head === '' && !format.endings.some((ending) => source.path.toLowerCase().endsWith(ending));
  const notes = renamed ? [`read as ${format.name}, which it is, though its name says ${promised.name}`] : [];
  return readings.map((reading) => assemble({ ...reading, notes: [...notes, ...reading.notes] }, source, format, context));
}
