import { roleOrKind } from '../../analysis/unknown.ts';
import type { Coding } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withFormat, withCodings, type CodingFlags } from '../options.ts';

interface Flags extends CodingFlags {
  readonly format: string;
}

/** A quote on one line, its hits marked. */
function markHits({ transcript, span, hits }: Coding, mark: (text: string) => string): string {
  let marked = '';
  let at = span.start;
  for (const { span: hit } of hits) {
    if (hit.start < at) continue;
    marked += transcript.text.slice(at, hit.start) + mark(transcript.text.slice(hit.start, hit.end));
    at = hit.end;
  }
  return (marked + transcript.text.slice(at, span.end)).replace(/\s+/g, ' ');
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { codingRecords } = await import('../records.ts');
  const { placeOf } = await import('../place.ts');
  const { printNotices } = await import('../notices.ts');
  const { csvTable } = await import('../table.ts');
  const { paint } = await import('../paint.ts');
  const { study, codings: all } = await codeStudy(paths, flags);
  const codings = flags.only === undefined ? all : all.filter(({ status }) => status === flags.only);
  if (flags.format === 'jsonl') for (const record of codingRecords(codings)) io.out(`${JSON.stringify(record)}\n`);
  else if (flags.format === 'json') io.out(`${JSON.stringify(codingRecords(codings), undefined, 2)}\n`);
  else if (flags.format === 'csv') {
    const rows = codingRecords(codings).map(({ questions, ...record }) => ({
      ...record,
      path: record.path.join('/'),
      hits: record.hits.map((hit) => hit.term).join('; '),
      memos: record.memos.join('; '),
      ...(questions && { questions: questions.join('; ') }),
    }));
    io.out(
      csvTable(
        Object.keys(rows[0] ?? {}),
        rows.map((row) => Object.values(row)),
      ),
    );
  } else {
    for (const coding of codings) {
      const { theme, transcript, turn, participant, span } = coding;
      const place = placeOf(transcript, turn, span);
      const decided = [coding.status === 'suggested' ? undefined : coding.status, coding.stance, coding.print].filter(Boolean).join(', ');
      io.out(
        `${paint.bold(theme.path.join(' › '))}  ${roleOrKind(participant)}  ${paint.dim(place)}${decided === '' ? '' : `  ${decided}`}\n`,
      );
      io.out(`  ${markHits(coding, paint.underline)}\n`);
    }
  }
  return printNotices(study, io);
}

export const tag: CommandDefinition = {
  name: 'tag',
  define(command, start) {
    withCodings(command.description('print the codings: which theme stands where, and the words it rests on'));
    withFormat(command, ['table', 'jsonl', 'json', 'csv']);
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
  },
};
