import { join, resolve } from 'node:path';
import { roleOrKind } from '../../analysis/unknown.ts';
import { CodifyError } from '../../errors.ts';
import type { Transcript, Turn } from '../../model.ts';
import type { ReadStudy } from '../../study/load.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { requestOf, withFormat, withStudy, type StudyFlags } from '../options.ts';

interface Flags extends StudyFlags {
  readonly format: string;
  readonly writeParticipants?: string | true;
  readonly force?: boolean;
}

const TABLE = 'participants.csv';

function describeSpeaker(transcript: Transcript, speaker: string, words: number): string {
  const participant = transcript.participants.get(speaker)!;
  const { id, role, title } = participant;
  if (role === 'interviewer') return `${speaker}: interviewer`;
  const person = id === `${transcript.id}/${speaker}` || id === speaker ? '' : `, ${id}`;
  const written = title === undefined || title === role ? '' : ` ("${title}")`;
  return `${speaker}${person}: ${roleOrKind(participant)}${written}, ${words} ${words === 1 ? 'word' : 'words'}`;
}

/** When the first and the last turn begin that have a time: `, 0:03–27:40`. */
function timesOf(turns: readonly Turn[]): string {
  const times = turns.flatMap(({ time }) => time ?? []);
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined ? '' : `, ${first === last ? first : `${first}–${last}`}`;
}

/** @throws CodifyError when the flag was given a folder or an interview for its file */
function refuseNoTable(path: string): void {
  if (path.toLowerCase().endsWith('.csv')) return;
  throw new CodifyError('is no name for a table of participants', {
    place: { path },
    hint: 'write --write-participants=FILE.csv, or put the flag after the interviews',
  });
}

/**
 * Writes who speaks, for an analyst to fill in who is who. What a table of that name holds is kept.
 * @returns what to say of it
 * @throws CodifyError when it may not be written over
 */
async function writeTable(study: ReadStudy, path: string, force: boolean): Promise<string> {
  const { isTaken, writeWhole } = await import('../../files/write.ts');
  const { readTable } = await import('../../study/load.ts');
  const { speakerTable } = await import('../../study/speakers.ts');
  const { csvTable } = await import('../table.ts');
  const isThere = await isTaken(path);
  if (isThere && !force) {
    throw new CodifyError('is there already, and is left as it is', {
      place: { path },
      hint: 'name another file, or --force to add to it who is missing',
    });
  }
  const { columns, rows } = speakerTable(study.transcripts, isThere ? await readTable(path) : study.participants);
  await writeWhole(path, csvTable(columns, rows));
  const isUsed = [study.participants?.path, study.file?.participants].some((used) => used !== undefined && resolve(used) === resolve(path));
  const next = isUsed ? '' : `, and have it read with --speakers ${path} or participants: in codify.yaml`;
  return `codify: wrote ${path}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}; fill in participant and role${next}\n`;
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { readStudy } = await import('../../study/load.ts');
  const { documentsOf, voicesOf } = await import('../../analysis/count.ts');
  const { guideOf } = await import('../../study/plan.ts');
  const { guideLines } = await import('../guide.ts');
  const { turnRecords } = await import('../records.ts');
  const { printNotices, printResult } = await import('../notices.ts');
  const { paint } = await import('../paint.ts');
  const { writeParticipants, force = false } = flags;
  if (typeof writeParticipants === 'string') refuseNoTable(writeParticipants);
  const study = await readStudy(requestOf(paths, flags));
  const table = writeParticipants === true ? (study.participants?.path ?? join(study.folder, TABLE)) : writeParticipants;
  if (table !== undefined) refuseNoTable(table);
  const written = table === undefined ? '' : await writeTable(study, table, force);
  const guide = guideOf(study.file, study.codebook);
  let before: string | undefined;
  for (const transcript of study.transcripts) {
    if (flags.format === 'jsonl') {
      for (const record of turnRecords(transcript)) io.out(`${JSON.stringify(record)}\n`);
      continue;
    }
    const { id, path, format, encoding, turns, participants } = transcript;
    const words = new Map([...voicesOf([transcript]), ...documentsOf([transcript])].map((voice) => [voice.participant.id, voice.words]));
    io.out(
      `${paint.bold(id)}${id === path ? '' : ` (${path})`}: ${format}, ${encoding}, ${turns.length} ${turns.length === 1 ? 'turn' : 'turns'}${timesOf(turns)}\n`,
    );
    for (const [speaker, person] of participants) io.out(`  ${describeSpeaker(transcript, speaker, words.get(person.id) ?? 0)}\n`);
    // What is in doubt is told with the warnings; how the form was understood, once for files of the same form.
    const notes = (transcript.understood ?? []).map((note) => `  ${paint.yellow(note)}\n`).join('');
    if (notes !== before) io.out(notes);
    before = notes;
    for (const line of guideLines(guide, transcript)) io.out(`  ${line}\n`);
  }
  if (written !== '') io.err(written);
  const status = printNotices(study, io);
  printResult(study, io);
  return status;
}

export const read: CommandDefinition = {
  name: 'read',
  define(command, start) {
    withStudy(command.description('show how each file was understood: format, encoding, turns, times, speakers, roles, questions'));
    withFormat(command, ['table', 'jsonl']);
    command.option('--write-participants [file]', 'write the table of who speaks, to be filled in (else participants.csv)');
    command.option('--force', 'add to a table that is there who is missing in it');
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
