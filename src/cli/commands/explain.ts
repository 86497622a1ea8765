import type { Evidence, ExplainedSentence } from '../../coding/explain.ts';
import type { NearMiss } from '../../coding/nearly.ts';
import { CodifyError } from '../../errors.ts';
import type { Span } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withCodebook, withFormat } from '../options.ts';

interface Flags {
  readonly codebook?: string;
  readonly format: string;
}

const INDENT = '    ';
const WHERE = { [-1]: ' in the sentence before', 0: '', 1: ' in the next sentence' } as const;

/** Words of the text, the term they are or nearly are, and what that makes of them. */
type Line = readonly [said: string, term: string, note: string];

function evidenceLine(said: (span: Span) => string, { term, span, outcome, company, blockedBy }: Evidence): Line {
  const leansOn = company.find((other) => !other.term.weak) ?? company[0];
  const notes = {
    strong: 'strong',
    supported: leansOn && `weak, with "${said(leansOn.span)}"${WHERE[leansOn.beside]}`,
    alone: 'weak, alone',
    blocked: blockedBy && `does not count inside "${said(blockedBy)}"`,
  };
  return [said(span), `←  ${term.written}`, notes[outcome] ?? ''];
}

function nearLine(said: (span: Span) => string, { term, kind, found, missing, add }: NearMiss): Line {
  const wanted = add?.startsWith('*') ? `"${add}"` : add;
  const notes = {
    form: `another form: add ${wanted}`,
    family: `of one family: add ${wanted}`,
    compound: `in a compound: add ${wanted}`,
    missing: `missing: ${missing}`,
    apart: term.pattern.kind === 'near' ? 'too far apart' : 'not next to each other',
  };
  return [found.map(said).join(' … '), `≈  ${term.written}`, notes[kind]];
}

async function printSentences(io: Io, text: string, sentences: readonly ExplainedSentence[]): Promise<void> {
  const { clip, wrap } = await import('../../text/width.ts');
  const { formatColumns } = await import('../table.ts');
  const { paint } = await import('../paint.ts');
  const width = io.width ?? Infinity;
  const said = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ');
  const block = (lines: readonly (readonly string[])[], cuttable: readonly number[]): string =>
    formatColumns(lines, width - INDENT.length, cuttable)
      .map((line) => `${INDENT}${line}\n`)
      .join('');
  for (const { span, themes, evidence, nearly } of sentences) {
    for (const line of wrap(said(span), width)) io.out(`${paint.bold(line)}\n`);
    if (themes.length === 0) io.out(`  ${paint.dim('bears no theme')}\n`);
    for (const theme of themes) {
      const lines = evidence.filter((one) => one.theme === theme).map((one) => evidenceLine(said, one));
      io.out(`  ${paint.green(clip(`${theme.path.join(' › ')}  ${theme.label}`, width - 2))}\n${block(lines, [0, 1])}`);
    }
    const others = [
      ...evidence.filter((one) => !themes.includes(one.theme)).map((one) => [one.theme.id, ...evidenceLine(said, one)]),
      ...nearly.map((one) => [one.theme.id, ...nearLine(said, one)]),
    ];
    if (others.length > 0) io.out(paint.dim(`  nearly\n${block(others, [1, 2])}`));
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
    command
      .description('show which themes a text bears, why, and what nearly matched')
      .argument('[text...]', 'the text, or - to read it from standard input');
    withFormat(withCodebook(command), ['table', 'json']);
    command.action((words: string[], flags: Flags) => start((io) => run(io, words, flags)));
  },
};
