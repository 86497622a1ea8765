import type { Transcript } from '../../model.ts';
import { requestOf, withFormat, withStudy, type StudyFlags } from '../options.ts';
import type { CommandDefinition } from '../program.ts';

/** Words a person says in an interview. */
function speakerLine(transcript: Transcript, speaker: string, words: number): string {
  const { id, role, title } = transcript.participants.get(speaker)!;
  if (role === 'interviewer') return `${speaker}: interviewer`;
  const written = title === undefined || title === role ? '' : ` ("${title}")`;
  const person = id === `${transcript.id}/${speaker}` ? '' : `, ${id}`;
  return `${speaker}${person}: ${role ?? 'uoplyst'}${written}, ${words} words`;
}

export const read: CommandDefinition = {
  name: 'read',
  define(command, run) {
    withFormat(withStudy(command.description('show how each file was understood: format, encoding, turns, speakers, roles')), [
      'table',
      'jsonl',
    ]).action((paths: string[], flags: StudyFlags & { format: string }) =>
      run(async (io) => {
        const [{ readStudy }, { voicesOf }, { turnRecords }, { paint }, { printNotices }] = await Promise.all([
          import('../../study/load.ts'),
          import('../../analysis/count.ts'),
          import('../records.ts'),
          import('../table.ts'),
          import('../notices.ts'),
        ]);
        const study = await readStudy(requestOf(paths, flags));
        if (flags.format === 'jsonl') {
          for (const transcript of study.transcripts) for (const record of turnRecords(transcript)) io.out(`${JSON.stringify(record)}\n`);
          return printNotices(study, io);
        }
        for (const transcript of study.transcripts) {
          const words = new Map(voicesOf([transcript]).map((voice) => [voice.participant.id, voice.words]));
          const known = transcript.id === transcript.path ? '' : ` (${transcript.path})`;
          io.out(`${paint.bold(transcript.id)}${known}: ${transcript.format}, ${transcript.encoding}, ${transcript.turns.length} turns\n`);
          for (const [speaker, participant] of transcript.participants)
            io.out(`  ${speakerLine(transcript, speaker, words.get(participant.id) ?? 0)}\n`);
          for (const note of transcript.notes) io.out(`  ${paint.yellow(note)}\n`);
        }
        return printNotices(study, io);
      }),
    );
  },
};
