import { UNKNOWN } from '../../analysis/unknown.ts';
import type { Transcript } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { requestOf, withFormat, withStudy, type StudyFlags } from '../options.ts';

interface Flags extends StudyFlags {
  readonly format: string;
}

function describeSpeaker(transcript: Transcript, speaker: string, words: number): string {
  const { id, role, title } = transcript.participants.get(speaker)!;
  if (role === 'interviewer') return `${speaker}: interviewer`;
  const person = id === `${transcript.id}/${speaker}` || id === speaker ? '' : `, ${id}`;
  const written = title === undefined || title === role ? '' : ` ("${title}")`;
  return `${speaker}${person}: ${role ?? UNKNOWN}${written}, ${words} ${words === 1 ? 'word' : 'words'}`;
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { readStudy } = await import('../../study/load.ts');
  const { voicesOf } = await import('../../analysis/count.ts');
  const { turnRecords } = await import('../records.ts');
  const { printNotices } = await import('../notices.ts');
  const { paint } = await import('../paint.ts');
  const study = await readStudy(requestOf(paths, flags));
  let before: string | undefined;
  for (const transcript of study.transcripts) {
    if (flags.format === 'jsonl') {
      for (const record of turnRecords(transcript)) io.out(`${JSON.stringify(record)}\n`);
      continue;
    }
    const { id, path, format, encoding, turns, participants } = transcript;
    const words = new Map(voicesOf([transcript]).map((voice) => [voice.participant.id, voice.words]));
    io.out(
      `${paint.bold(id)}${id === path ? '' : ` (${path})`}: ${format}, ${encoding}, ${turns.length} ${turns.length === 1 ? 'turn' : 'turns'}\n`,
    );
    for (const [speaker, person] of participants) io.out(`  ${describeSpeaker(transcript, speaker, words.get(person.id) ?? 0)}\n`);
    // What is in doubt is told with the warnings; how the form was understood, once for files of the same form.
    const notes = [...(transcript.understood ?? []), ...(format === 'csv' ? transcript.notes : [])]
      .map((note) => `  ${paint.yellow(note)}\n`)
      .join('');
    if (notes !== before) io.out(notes);
    before = notes;
  }
  return printNotices(study, io);
}

export const read: CommandDefinition = {
  name: 'read',
  define(command, start) {
    withStudy(command.description('show how each file was understood: format, encoding, turns, speakers, roles'));
    withFormat(command, ['table', 'jsonl']);
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
