import { CodifyError } from '../errors.ts';
import type { Decoded } from '../files/decode.ts';
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
    const [row] = [id, context.name].flatMap((name) => context.participants?.matching(name, speaker) ?? []);
    const sources = { transcript: id, speaker, asks: reading.interviewers.has(speaker), facts: reading.speakers.get(speaker), row };
    participants.set(speaker, identify(sources, context.roles));
  }
  return { id, path, format: format.name, encoding, text: reading.text, participants, turns: reading.turns, notes: reading.notes };
}

/**
 * The interviews of one file, each with its turns and the people who speak.
 * @throws CodifyError when the text is not of the format
 */
export function readTranscripts({ text, encoding }: Decoded, path: string, format: Format, context: ReadContext): Transcript[] {
  const readings = format.read({ path, text, columns: context.columns, declared: context.participants?.labels ?? new Set() });
  if (readings.length === 0) throw new CodifyError('holds a header and no rows', { place: { path } });
  return readings.map((reading) => assemble(reading, path, format, encoding, context));
}
