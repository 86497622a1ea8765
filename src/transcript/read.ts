import { CodifyError } from '../errors.ts';
import { decode } from '../files/decode.ts';
import type { Participant, Role, Transcript } from '../model.ts';
import type { ColumnChoice, Format, Reading } from './formats/format.ts';
import { identify, type ParticipantTable } from './participants.ts';

/** What is known when a file is read: its name in the study, who takes part, which columns count. */
export interface ReadContext {
  /** The file's path inside the study or the given folder. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly participants: ParticipantTable | undefined;
  readonly columns: ColumnChoice;
}

function assemble(reading: Reading, path: string, format: Format, encoding: string, context: ReadContext): Transcript {
  const id = reading.id ?? (reading.part === undefined ? context.name : `${context.name}#${reading.part}`);
  const participants = new Map<string, Participant>();
  for (const { speaker } of reading.turns) {
    if (participants.has(speaker)) continue;
    const row = context.participants?.find(id, speaker) ?? context.participants?.find(context.name, speaker);
    const asks = reading.interviewers.has(speaker);
    participants.set(speaker, identify(id, speaker, asks, reading.speakers.get(speaker), row, context.roles, path));
  }
  return { id, path, format: format.name, encoding, text: reading.text, participants, turns: reading.turns, notes: reading.notes };
}

/**
 * The interviews of one file, each with its turns and the people who speak.
 * @throws CodifyError when the bytes are no text, or not of the format
 */
export function readTranscripts(bytes: Uint8Array, path: string, format: Format, context: ReadContext): Transcript[] {
  const { text, encoding } = decode(bytes, path);
  const readings = format.read({ path, text, columns: context.columns });
  if (readings.length === 0) throw new CodifyError('holds a header and no rows', { place: { path } });
  return readings.map((reading) => assemble(reading, path, format, encoding, context));
}
