import { requestOf, withFormat, withStudy, type StudyFlags } from '../options.ts';
import type { CommandDefinition } from '../program.ts';

export const tag: CommandDefinition = {
  name: 'tag',
  define(command, run) {
    withFormat(withStudy(command.description('print the codings: which theme stands where, and the words it rests on')), [
      'table',
      'jsonl',
      'json',
      'csv',
    ]).action((paths: string[], flags: StudyFlags & { format: string }) =>
      run(async (io) => {
        const [{ loadStudy }, { codeTranscripts }, { codingRecords, lineOf }, { csvTable, paint }, { printNotices }] = await Promise.all([
          import('../../study/load.ts'),
          import('../../coding/code.ts'),
          import('../records.ts'),
          import('../table.ts'),
          import('../notices.ts'),
        ]);
        const study = await loadStudy(requestOf(paths, flags));
        const { codings } = codeTranscripts(study.codebook, study.transcripts);
        if (flags.format === 'jsonl') for (const record of codingRecords(codings)) io.out(`${JSON.stringify(record)}\n`);
        else if (flags.format === 'json') io.out(`${JSON.stringify(codingRecords(codings), undefined, 2)}\n`);
        else if (flags.format === 'csv') {
          const records = codingRecords(codings) as Record<string, string | number | null>[];
          const head = [
            'id',
            'theme',
            'path',
            'label',
            'transcript',
            'turn',
            'line',
            'participant',
            'role',
            'start',
            'end',
            'quote',
            'terms',
            'score',
            'origin',
            'status',
            'stance',
          ];
          const rows = codings.map((coding, i) => {
            const joined: Record<string, string> = {
              path: coding.theme.path.join('/'),
              terms: coding.hits.map((hit) => hit.term.written).join('; '),
            };
            return head.map((key) => joined[key] ?? records[i]![key] ?? null);
          });
          io.out(csvTable(head, rows));
        } else {
          for (const coding of codings) {
            const { theme, transcript, turn, participant, span, hits } = coding;
            io.out(
              `${paint.bold(theme.path.join(' › '))}  ${participant.role ?? 'uoplyst'}  ${paint.dim(`${transcript.path}:${lineOf(transcript, turn, span.start)}`)}\n`,
            );
            io.out(`  ${paintHits(transcript.text, span, hits, paint.underline)}\n`);
          }
        }
        return printNotices(study, io);
      }),
    );
  },
};

/** A quote on one line with its hits marked. */
function paintHits(
  text: string,
  span: { start: number; end: number },
  hits: readonly { span: { start: number; end: number } }[],
  mark: (text: string) => string,
): string {
  let marked = '';
  let at = span.start;
  for (const hit of hits) {
    if (hit.span.start < at) continue;
    marked += text.slice(at, hit.span.start) + mark(text.slice(hit.span.start, hit.span.end));
    at = hit.span.end;
  }
  return (marked + text.slice(at, span.end)).replace(/\s+/g, ' ');
}
