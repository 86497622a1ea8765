import type { Evidence, ExplainedSentence } from '../../coding/explain.ts';
import { withFormat } from '../options.ts';
import type { CommandDefinition } from '../program.ts';

const OUTCOMES: Readonly<Record<Evidence['outcome'], string>> = {
  strong: 'strong',
  supported: 'weak, in company',
  alone: 'weak, alone: does not count',
  blocked: 'does not count, inside',
};

export const explain: CommandDefinition = {
  name: 'explain',
  define(command, run) {
    withFormat(
      command.description('show which themes a text bears, and why').argument('[text...]', 'the text, or - to read it from standard input'),
      ['table', 'json'],
    )
      .option('-c, --codebook <file>', 'the codebook (else the one codify.yaml names)')
      .action((words: string[], flags: { codebook?: string; format: string }) =>
        run(async (io) => {
          const [{ findCodebook }, { explainText }, { CodePoints }, { paint }] = await Promise.all([
            import('../../study/load.ts'),
            import('../../coding/explain.ts'),
            import('../../text/spans.ts'),
            import('../table.ts'),
          ]);
          const codebook = await findCodebook(flags.codebook);
          const text = words.length === 0 || (words.length === 1 && words[0] === '-') ? await io.input() : words.join(' ');
          const sentences = explainText(codebook, text);
          if (flags.format === 'json') {
            const points = new CodePoints(text);
            const place = ({ start, end }: { start: number; end: number }): object => ({
              text: text.slice(start, end),
              start: points.at(start),
              end: points.at(end),
            });
            const record = ({ span, themes, evidence }: ExplainedSentence): object => ({
              ...place(span),
              themes: themes.map((theme) => theme.path),
              evidence: evidence.map((one) => ({
                path: one.theme.path,
                term: one.term.written,
                ...place(one.span),
                weak: one.term.weak,
                outcome: one.outcome,
                blockedBy: one.blockedBy ? place(one.blockedBy) : null,
              })),
            });
            io.out(`${JSON.stringify(sentences.map(record), undefined, 2)}\n`);
            return 0;
          }
          for (const { span, themes, evidence } of sentences) {
            io.out(`${paint.bold(text.slice(span.start, span.end).replace(/\s+/g, ' '))}\n`);
            io.out(
              themes.length === 0
                ? `  ${paint.dim('bears no theme')}\n`
                : themes.map((theme) => `  ${paint.green(theme.path.join(' › '))}\n`).join(''),
            );
            for (const { theme, term, span: at, outcome, blockedBy } of evidence) {
              const inside = blockedBy ? ` "${text.slice(blockedBy.start, blockedBy.end)}"` : '';
              const said = text.slice(at.start, at.end).replace(/\s+/g, ' ');
              io.out(`    ${said}  ←  ${term.written}  (${theme.id}; ${OUTCOMES[outcome]}${inside})\n`);
            }
          }
          return 0;
        }),
      );
  },
};
