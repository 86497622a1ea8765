import type { Evidence, ExplainedSentence } from '../../coding/explain.ts';
import { CodifyError } from '../../errors.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withCodebook, withFormat } from '../options.ts';

interface Flags {
  readonly codebook?: string;
  readonly format: string;
}

const OUTCOMES: Readonly<Record<Evidence['outcome'], string>> = {
  strong: 'strong',
  supported: 'weak, in company',
  alone: 'weak, alone: does not count',
  blocked: 'does not count, inside',
};

async function printSentences(io: Io, text: string, sentences: readonly ExplainedSentence[]): Promise<void> {
  const { paint } = await import('../table.ts');
  const said = ({ start, end }: { start: number; end: number }): string => text.slice(start, end).replace(/\s+/g, ' ');
  for (const { span, themes, evidence } of sentences) {
    io.out(`${paint.bold(said(span))}\n`);
    io.out(
      themes.length === 0
        ? `  ${paint.dim('bears no theme')}\n`
        : themes.map((theme) => `  ${paint.green(theme.path.join(' › '))}\n`).join(''),
    );
    for (const { theme, term, span: at, outcome, blockedBy } of evidence) {
      const inside = blockedBy ? ` "${said(blockedBy)}"` : '';
      io.out(`    ${said(at)}  ←  ${term.written}  (${theme.id}; ${OUTCOMES[outcome]}${inside})\n`);
    }
  }
}

async function run(io: Io, words: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { findCodebook } = await import('../../study/load.ts');
  const { explainText } = await import('../../coding/explain.ts');
  const codebook = await findCodebook(flags.codebook);
  if (words.join('').trim() === '')
    throw new CodifyError('there is no text to explain', { hint: 'write it in quotes, or - to read standard input' });
  const text = words.length === 1 && words[0] === '-' ? await io.input() : words.join(' ');
  const sentences = explainText(codebook, text);
  if (flags.format === 'json') {
    const { explanationRecords } = await import('../records.ts');
    io.out(`${JSON.stringify(explanationRecords(text, sentences), undefined, 2)}\n`);
  } else await printSentences(io, text, sentences);
  return 0;
}

export const explain: CommandDefinition = {
  name: 'explain',
  define(command, start) {
    command.description('show which themes a text bears, and why').argument('[text...]', 'the text, or - to read it from standard input');
    withFormat(withCodebook(command), ['table', 'json']);
    command.action((words: string[], flags: Flags) => start((io) => run(io, words, flags)));
  },
};
