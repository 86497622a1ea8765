import { CodifyError } from '../../errors.ts';
import { requestOf, withFormat, withStudy, type StudyFlags } from '../options.ts';
import type { CommandDefinition } from '../program.ts';

interface Flags extends StudyFlags {
  readonly format: string;
  readonly theme?: string;
  readonly role?: string;
}

export const quotes: CommandDefinition = {
  name: 'quotes',
  define(command, run) {
    withFormat(withStudy(command.description('print quotes to read, strongest evidence first, each with its place')), [
      'table',
      'jsonl',
      'csv',
      'md',
    ])
      .option('--theme <theme>', 'only this theme and those under it')
      .option('--role <role>', 'only people with this role (uoplyst: those without one)')
      .action((paths: string[], flags: Flags) =>
        run(async (io) => {
          const [
            { loadStudy },
            { codeTranscripts },
            { quotesOf },
            { strengthOf },
            { quoteRecord },
            { csvTable, paint },
            { printNotices },
            { didYouMean },
          ] = await Promise.all([
            import('../../study/load.ts'),
            import('../../coding/code.ts'),
            import('../../analysis/quotes.ts'),
            import('../../analysis/choose.ts'),
            import('../records.ts'),
            import('../table.ts'),
            import('../notices.ts'),
            import('../../text/nearest.ts'),
          ]);
          const study = await loadStudy(requestOf(paths, flags));
          const { allThemes, roles, language } = study.codebook;
          const check = (what: string, name: string | undefined, known: readonly string[]): void => {
            if (name === undefined || known.includes(name)) return;
            throw new CodifyError(`the codebook has no ${what} "${name}"`, {
              hint: didYouMean(name, known) ?? `it has ${known.join(', ')}`,
            });
          };
          const wanted = flags.theme?.slice(flags.theme.lastIndexOf('/') + 1).normalize('NFC');
          check(
            'theme',
            wanted,
            allThemes.map((theme) => theme.id),
          );
          check('role', flags.role, [...roles.map((role) => role.id), 'uoplyst']);
          const { codings } = codeTranscripts(study.codebook, study.transcripts);
          // Of a theme all its quotes, also those of its sub-themes; without one, each quote under its deepest theme.
          const themes = wanted === undefined ? allThemes : allThemes.filter((theme) => theme.id === wanted);
          const records = themes.flatMap((theme) => {
            const own = wanted === undefined ? codings.filter((coding) => coding.theme === theme) : codings;
            return quotesOf(theme, own)
              .filter((quote) => flags.role === undefined || (quote.participant.role ?? 'uoplyst') === flags.role)
              .map((quote) => ({ quote, strength: strengthOf(quote) }))
              .sort((a, b) => b.strength - a.strength)
              .map(({ quote, strength }) => ({ quote, record: quoteRecord(quote, strength, language) }));
          });
          if (flags.format === 'jsonl') for (const { record } of records) io.out(`${JSON.stringify(record)}\n`);
          else if (flags.format === 'csv') {
            const head = ['theme', 'label', 'role', 'participant', 'transcript', 'turn', 'line', 'score', 'quote'];
            io.out(
              csvTable(
                head,
                records.map(({ quote, record }) =>
                  head.map((key) => (key === 'theme' ? quote.theme.path.join('/') : (record[key] as string | number | null))),
                ),
              ),
            );
          } else {
            const md = flags.format === 'md';
            let heading: string | undefined;
            for (const { quote, record } of records) {
              if (quote.theme.label !== heading) {
                io.out(
                  md ? `## ${quote.theme.label}\n\n` : `${heading === undefined ? '' : '\n'}${paint.bold(quote.theme.path.join(' › '))}\n`,
                );
                heading = quote.theme.label;
              }
              const place = `${quote.transcript.path}:${String(record['line'])}`;
              const role = quote.participant.role ?? 'uoplyst';
              const said = String(record['quote']).replace(/\s+/g, ' ');
              io.out(md ? `”${said}” (${role}) — ${place}\n\n` : `  ”${said}” (${role}) ${paint.dim(place)}\n`);
            }
          }
          return printNotices(study, io);
        }),
      );
  },
};
